// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import io.tileverse.vectortile.mvt.LayerBuilder;
import io.tileverse.vectortile.mvt.VectorTileBuilder;
import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * A vector tile (Mapbox Vector Tile 2.1) of one layer, {@value #LAYER}. Its features carry {@code look}, and {@code key}
 * with the row they are of, or {@code n} with how many stand close together. Outlines are cut at the tile's edge and
 * thinned to what can be seen; ground too small to be seen stands as a point with {@code small}, so that none is lost.
 */
public final class TilePicture {

    public static final String LAYER = "rows";

    /** Around the tile, so that its edge is no outline: eight pixels of a tile 512 wide. */
    public static final int MARGIN = 64;

    /** Ground narrower than three pixels both ways is a point. */
    private static final int SMALL = 24;

    /** Turning points nearer to the last one than half a pixel are left out. */
    private static final int SEEN = 4;

    private static final RingClipper FRAME =
            new RingClipper(new Envelope(-MARGIN, Tile.UNITS + MARGIN, -MARGIN, Tile.UNITS + MARGIN));
    private static final GeometryFactory UNITS = new GeometryFactory();

    private final Tile tile;
    private final VectorTileBuilder picture;
    private final LayerBuilder layer;

    public TilePicture(Tile tile) {
        this.tile = tile;
        this.picture = new VectorTileBuilder()
                .setExtent(Tile.UNITS)
                .setClipBuffer(MARGIN * 2)
                .setSimplificationDistanceTolerance(0);
        this.layer = picture.layer().name(LAYER);
    }

    /**
     * Draws a row, or a part of one.
     *
     * @param label written beside it; null for none
     */
    public void draw(String key, Geometry geometry, int look, @Nullable String label) {
        var values = new LinkedHashMap<String, Object>();
        values.put("key", key);
        values.put("look", (long) look);
        if (label != null && named(geometry)) {
            values.put("label", label);
        }
        var small = new LinkedHashMap<String, Object>(values);
        small.put("small", true);
        var polygons = new ArrayList<Polygon>();
        var points = new HashSet<Coordinate>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Point point) {
                var at = place(point.getX(), point.getY());
                if (points.add(close(at))) {
                    feature(values, at);
                }
            } else if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                var box = box(polygon.getEnvelopeInternal());
                if (box.getWidth() < SMALL && box.getHeight() < SMALL) {
                    var middle = box.centre();
                    if (points.add(close(middle))) {
                        feature(small, whole(middle));
                    }
                } else {
                    cut(polygon, small, polygons);
                }
            }
        }
        if (!polygons.isEmpty()) {
            layer.feature(values, UNITS.createMultiPolygon(polygons.toArray(Polygon[]::new)));
        }
    }

    /** What is nearer to something else of the same row is drawn once. */
    private static Coordinate close(Coordinate at) {
        return new Coordinate(Math.floor(at.x / SMALL), Math.floor(at.y / SMALL));
    }

    /** Ground has its name once, in the tile of its middle. */
    private boolean named(Geometry geometry) {
        if (geometry instanceof Point) {
            return true;
        }
        var middle = geometry.getCentroid();
        return inside(place(middle.getX(), middle.getY()));
    }

    /** Draws many as a number. */
    public void draw(Crowd.Square square) {
        Map<String, Object> values = square.count() == 1
                ? Map.of("look", (long) square.look(), "n", 1L)
                : Map.of("n", (long) square.count());
        layer.feature(values, UNITS.createPoint(new Coordinate(square.across(), square.down())));
    }

    public byte[] written() {
        layer.build();
        return new VectorTileCodec().encode(picture.build());
    }

    /** A place belongs to one tile. */
    private void feature(Map<String, Object> values, Coordinate at) {
        if (inside(at)) {
            layer.feature(values, UNITS.createPoint(at));
        }
    }

    private static boolean inside(Coordinate at) {
        return at.x >= 0 && at.y >= 0 && at.x < Tile.UNITS && at.y < Tile.UNITS;
    }

    private Coordinate place(double longitude, double latitude) {
        return whole(new Coordinate(tile.across(longitude), tile.down(latitude)));
    }

    private static Coordinate whole(Coordinate at) {
        return new Coordinate(Math.floor(at.x), Math.floor(at.y));
    }

    private Envelope box(Envelope degrees) {
        return new Envelope(
                tile.across(degrees.getMinX()),
                tile.across(degrees.getMaxX()),
                tile.down(degrees.getMinY()),
                tile.down(degrees.getMaxY()));
    }

    /** The part of a polygon in the tile and its margin. What is too narrow to have an inside there is a point. */
    private void cut(Polygon polygon, Map<String, Object> small, List<Polygon> polygons) {
        var clipped = clipped(polygon.getExteriorRing());
        if (clipped.length < 4) {
            return;
        }
        var shell = ring(clipped);
        if (shell.isEmpty()) {
            var seen = CoordinateArrays.envelope(clipped).intersection(new Envelope(0, Tile.UNITS, 0, Tile.UNITS));
            if (!seen.isNull()) {
                feature(small, whole(seen.centre()));
            }
            return;
        }
        var holes = new ArrayList<LinearRing>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            var hole = clipped(polygon.getInteriorRingN(i));
            if (hole.length >= 4) {
                ring(hole).ifPresent(holes::add);
            }
        }
        polygons.add(UNITS.createPolygon(shell.get(), holes.toArray(LinearRing[]::new)));
    }

    private Coordinate[] clipped(LinearRing ring) {
        var sequence = ring.getCoordinateSequence();
        var placed = new Coordinate[sequence.size()];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = new Coordinate(tile.across(sequence.getX(i)), tile.down(sequence.getY(i)));
        }
        return FRAME.clip(placed);
    }

    private static Optional<LinearRing> ring(Coordinate[] clipped) {
        for (int least : new int[] {SEEN, 1}) {
            var kept = thinned(clipped, least);
            if (kept.length >= 4 && Area.ofRing(kept) > 0) {
                return Optional.of(UNITS.createLinearRing(kept));
            }
        }
        return Optional.empty();
    }

    private static Coordinate[] thinned(Coordinate[] ring, int least) {
        var kept = new ArrayList<Coordinate>(List.of(whole(ring[0])));
        for (int i = 1; i < ring.length - 1; i++) {
            var next = whole(ring[i]);
            var last = kept.get(kept.size() - 1);
            if (Math.abs(next.x - last.x) >= least || Math.abs(next.y - last.y) >= least) {
                kept.add(next);
            }
        }
        kept.add(kept.get(0));
        return kept.toArray(Coordinate[]::new);
    }
}
