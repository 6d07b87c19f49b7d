// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.Optional;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * How large an outline that crosses itself would be, by how one reads it. They differ, so none is taken for the area and
 * nobody can repair such an outline from the desk: this is information for whoever asks the surveyor.
 *
 * @param evenOdd ground that a walk from outside reaches over an odd number of edges
 * @param nonZero ground that the outline goes round at all
 * @param convexHull ground inside a band stretched round every vertex
 */
public record OutlineReadings(SquareMetres evenOdd, SquareMetres nonZero, SquareMetres convexHull) {

    /** An outline of more vertices is not worth the time that its readings take. */
    private static final int MOST_VERTICES = 5_000;

    /** The readings; empty for an outline without fault, which needs none, and for one of very many vertices. */
    public static Optional<OutlineReadings> of(GroundShape shape) {
        if (shape.vertices() > MOST_VERTICES || shape.fault().isEmpty()) {
            return Optional.empty();
        }
        var polygons = shape.polygons();
        Geometry lines = OverlayNGRobust.union(polygons.getBoundary());
        var faces = new Polygonizer();
        faces.add(lines);
        double evenOdd = 0;
        double nonZero = 0;
        for (var found : faces.getPolygons()) {
            var face = (Polygon) found;
            var inside = face.getInteriorPoint().getCoordinate();
            var turns = new Turns(inside);
            for (int i = 0; i < polygons.getNumGeometries(); i++) {
                var polygon = (Polygon) polygons.getGeometryN(i);
                turns.add(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    turns.add(polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
            double area = GeodesicArea.squareMetres(face);
            evenOdd += turns.crossings % 2 == 1 ? area : 0;
            nonZero += turns.winding != 0 ? area : 0;
        }
        return Optional.of(new OutlineReadings(
                SquareMetres.computed(evenOdd),
                SquareMetres.computed(nonZero),
                SquareMetres.computed(GeodesicArea.squareMetres(polygons.convexHull()))));
    }

    /** How often outlines pass a ray to the east of a point, and which way. */
    private static final class Turns {
        private final Coordinate at;
        private int crossings;
        private int winding;

        Turns(Coordinate at) {
            this.at = at;
        }

        void add(Coordinate[] ring) {
            for (int i = 0; i + 1 < ring.length; i++) {
                var from = ring[i];
                var to = ring[i + 1];
                if (from.y > at.y == to.y > at.y) {
                    continue;
                }
                double crossing = from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x);
                if (crossing > at.x) {
                    crossings++;
                    winding += to.y > from.y ? 1 : -1;
                }
            }
        }
    }
}
