// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.units.Shares;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Borders that ground is split at for reporting, of districts or of parcels. Splitting changes no piece's legal outline
 * and loses no square metre.
 *
 * <p>Where two areas overlap, their ground is the first one's. Not for several threads at once.
 */
public final class Borders {

    /** What lies in none of the areas. */
    public static final String OUTSIDE = "";

    private final List<Area> areas = new ArrayList<>();
    private final STRtree index = new STRtree();

    private static final class Area {
        private final int place;
        private final String code;
        private final GroundShape shape;
        private PreparedGeometry onGrid;

        Area(int place, String code, GroundShape shape) {
            this.place = place;
            this.code = code;
            this.shape = shape;
            this.onGrid = PreparedGeometryFactory.prepare(GroundOverlay.of(List.of()));
        }

        /**
         * Made when first needed: most imports touch few districts. A pack's outlines are valid when it comes into force;
         * those of a store that took an older one are put right here.
         */
        PreparedGeometry onGrid() {
            if (onGrid.getGeometry().isEmpty()) {
                onGrid = PreparedGeometryFactory.prepare(
                        GroundOverlay.onGrid(shape.polygons().buffer(0)));
            }
            return onGrid;
        }
    }

    /**
     * @param shapes by code, in the order in which they take ground
     */
    public Borders(Map<String, GroundShape> shapes) {
        shapes.forEach((code, shape) -> {
            var area = new Area(areas.size(), code, shape);
            areas.add(area);
            index.insert(shape.polygons().getEnvelopeInternal(), area);
        });
        index.build();
    }

    /** Ground inside one area, or outside all of them. */
    public record Part(String area, MultiPolygon ground, SquareMetres squareMetres) {}

    /**
     * Splits ground.
     *
     * @param ground on the grid
     * @param squareMetres that the parts add up to
     * @return the parts, none empty, by order of their areas, what is outside last
     */
    public List<Part> split(MultiPolygon ground, SquareMetres squareMetres) {
        var cut = cut(ground);
        var grounds = cut.stream().map(Cut::ground).toList();
        var shares = Shares.of(
                squareMetres,
                grounds.size() == 1
                        ? List.of(1.0)
                        : grounds.stream().map(GeodesicArea::squareMetres).toList());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < grounds.size(); i++) {
            parts.add(new Part(cut.get(i).area(), grounds.get(i), shares.get(i)));
        }
        return List.copyOf(parts);
    }

    /**
     * The areas in which ground lies, {@link #OUTSIDE} among them where some of it lies in none.
     *
     * @param ground on the grid
     */
    public SortedSet<String> areas(MultiPolygon ground) {
        return new TreeSet<>(cut(ground).stream().map(Cut::area).toList());
    }

    /** The area in which a place lies, or on whose border; {@link #OUTSIDE} if in none. */
    public String area(Position place) {
        return meeting(new Envelope(place.longitude(), place.longitude(), place.latitude(), place.latitude())).stream()
                .filter(area -> area.shape.covers(place))
                .map(area -> area.code)
                .findFirst()
                .orElse(OUTSIDE);
    }

    /** The same of a place or of ground as it was drawn, on the grid or not. */
    public SortedSet<String> areasOf(Geometry where) {
        if (where.getDimension() == 2) {
            return areas(GroundOverlay.onGrid(where));
        }
        var at = where.getCoordinate();
        return new TreeSet<>(List.of(area(new Position(at.x, at.y))));
    }

    /** Ground in one area, without its size. */
    private record Cut(String area, MultiPolygon ground) {}

    private List<Cut> cut(MultiPolygon ground) {
        var parts = new ArrayList<Cut>();
        var rest = ground;
        for (var area : meeting(ground.getEnvelopeInternal())) {
            if (rest.isEmpty()) {
                break;
            }
            var border = area.onGrid();
            if (border.covers(rest)) {
                parts.add(new Cut(area.code, rest));
                rest = GroundOverlay.of(List.of());
            } else if (border.intersects(rest)) {
                var inside = GroundOverlay.shared(rest, border.getGeometry());
                if (!inside.isEmpty()) {
                    parts.add(new Cut(area.code, inside));
                    rest = GroundOverlay.beyond(rest, border.getGeometry());
                }
            }
        }
        if (!rest.isEmpty()) {
            parts.add(new Cut(OUTSIDE, rest));
        }
        return parts;
    }

    private List<Area> meeting(Envelope box) {
        var found = new TreeMap<Integer, Area>();
        index.query(box, item -> {
            var area = (Area) item;
            found.put(area.place, area);
        });
        return List.copyOf(found.values());
    }
}
