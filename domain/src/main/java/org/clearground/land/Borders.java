// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.units.Shares;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.Envelope;
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
        var grounds = new ArrayList<MultiPolygon>();
        var codes = new ArrayList<String>();
        var rest = ground;
        for (var area : meeting(ground.getEnvelopeInternal())) {
            if (rest.isEmpty()) {
                break;
            }
            var border = area.onGrid();
            if (border.covers(rest)) {
                grounds.add(rest);
                codes.add(area.code);
                rest = GroundOverlay.of(List.of());
            } else if (border.intersects(rest)) {
                var inside = GroundOverlay.shared(rest, border.getGeometry());
                if (!inside.isEmpty()) {
                    grounds.add(inside);
                    codes.add(area.code);
                    rest = GroundOverlay.beyond(rest, border.getGeometry());
                }
            }
        }
        if (!rest.isEmpty()) {
            grounds.add(rest);
            codes.add(OUTSIDE);
        }
        var shares = Shares.of(
                squareMetres,
                grounds.size() == 1
                        ? List.of(1.0)
                        : grounds.stream().map(GeodesicArea::squareMetres).toList());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < grounds.size(); i++) {
            parts.add(new Part(codes.get(i), grounds.get(i), shares.get(i)));
        }
        return List.copyOf(parts);
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
