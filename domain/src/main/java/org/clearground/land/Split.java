// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.List;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.units.Shares;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * A piece of ground cut by the outline of an act.
 *
 * <p>What is left over under {@value #SLIVER_M2} m² comes from outlines that were meant to meet: it is not cut off but
 * goes with the other side, and is listed.
 *
 * @param inside what the act covers; empty if it covers none of the piece
 * @param insideArea its share of the piece's area
 * @param outside what it does not cover; empty if it covers the whole piece
 * @param outsideArea its share of the piece's area
 * @param slivers what was not cut off
 */
public record Split(
        MultiPolygon inside,
        SquareMetres insideArea,
        MultiPolygon outside,
        SquareMetres outsideArea,
        List<Polygon> slivers) {

    /** A polygon smaller than this is not ground that anybody meant to leave or to take. */
    public static final double SLIVER_M2 = 1;

    private static final MultiPolygon NOTHING = GroundOverlay.of(List.of());

    public Split {
        slivers = List.copyOf(slivers);
    }

    /** Cuts a piece. Both lie on the grid. */
    public static Split of(Piece piece, PreparedGeometry outline) {
        if (!outline.intersects(piece.ground())) {
            return untouched(piece, List.of());
        }
        if (outline.covers(piece.ground())) {
            return whole(piece, List.of());
        }
        var inside = parts(GroundOverlay.shared(piece.ground(), outline.getGeometry()));
        if (inside.large.isEmpty()) {
            return untouched(piece, inside.small);
        }
        var outside = parts(GroundOverlay.beyond(piece.ground(), outline.getGeometry()));
        if (outside.large.isEmpty()) {
            return whole(piece, outside.small);
        }
        var slivers = new ArrayList<>(inside.small);
        slivers.addAll(outside.small);
        var in = inside.with(outside.small);
        var out = outside.with(inside.small);
        var shares = Shares.of(piece.area(), List.of(inside.largeArea, outside.largeArea));
        return new Split(in, shares.get(0), out, shares.get(1), slivers);
    }

    private static Split untouched(Piece piece, List<Polygon> slivers) {
        return new Split(NOTHING, SquareMetres.ZERO, piece.ground(), piece.area(), slivers);
    }

    private static Split whole(Piece piece, List<Polygon> slivers) {
        return new Split(piece.ground(), piece.area(), NOTHING, SquareMetres.ZERO, slivers);
    }

    /** Polygons by whether they are slivers. */
    record Parts(List<Polygon> large, double largeArea, List<Polygon> small) {

        MultiPolygon with(List<Polygon> slivers) {
            var ground = GroundOverlay.of(large);
            return slivers.isEmpty() ? ground : GroundOverlay.together(ground, GroundOverlay.of(slivers));
        }
    }

    static Parts parts(MultiPolygon ground) {
        var large = new ArrayList<Polygon>();
        var small = new ArrayList<Polygon>();
        double area = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            var polygon = (Polygon) ground.getGeometryN(i);
            double size = GeodesicArea.squareMetres(polygon);
            if (size < SLIVER_M2) {
                small.add(polygon);
            } else {
                large.add(polygon);
                area += size;
            }
        }
        return new Parts(large, area, small);
    }
}
