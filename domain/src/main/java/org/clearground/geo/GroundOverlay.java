// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.PrecisionReducer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Where pieces of ground meet: what they share, what one has beyond the other, what they cover together.
 *
 * <p>Every vertex lies on a grid of {@value #GRID_DEGREES} degrees, at most 1.2 mm: finer than any survey, coarse enough
 * that the same border taken from two files is the same border. On the grid the overlay cannot fail and its results are
 * valid (snap-rounding; Hobby 1999, <i>Practical segment intersection with finite precision output</i>).
 */
public final class GroundOverlay {

    /** Width of the grid, in degrees of longitude and latitude. */
    public static final double GRID_DEGREES = 1e-8;

    private static final PrecisionModel GRID = new PrecisionModel(1 / GRID_DEGREES);

    private GroundOverlay() {}

    /**
     * The same ground with its vertices on the grid. What is thinner than the grid is gone; the result may be empty.
     *
     * @throws IllegalArgumentException if the ground is not valid
     */
    public static MultiPolygon onGrid(Geometry ground) {
        return polygonsOf(PrecisionReducer.reducePrecision(ground, GRID));
    }

    /** What both cover. Both lie on the grid. */
    public static MultiPolygon shared(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    /** What the first covers and the second does not. Both lie on the grid. */
    public static MultiPolygon beyond(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.DIFFERENCE);
    }

    /** What either covers. Both lie on the grid. */
    public static MultiPolygon together(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.UNION);
    }

    /** What any of them covers. All lie on the grid. */
    public static MultiPolygon together(List<MultiPolygon> several) {
        return polygonsOf(UnaryUnionNG.union(new ArrayList<Geometry>(several), WrittenGeometry.WGS84, GRID));
    }

    private static MultiPolygon overlay(Geometry one, Geometry other, int operation) {
        return polygonsOf(OverlayNG.overlay(one, other, operation, GRID));
    }

    /** Its polygons alone: borders that touch also give points and lines, which are no ground. */
    public static MultiPolygon polygonsOf(Geometry geometry) {
        if (geometry instanceof MultiPolygon polygons) {
            return polygons;
        }
        var polygons = new ArrayList<Polygon>();
        collect(geometry, polygons);
        return of(polygons);
    }

    /** Polygons that lie apart, as one piece of ground. */
    public static MultiPolygon of(List<Polygon> apart) {
        return WrittenGeometry.WGS84.createMultiPolygon(apart.toArray(Polygon[]::new));
    }

    private static void collect(Geometry geometry, List<Polygon> polygons) {
        if (geometry instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                polygons.add(polygon);
            }
        } else if (geometry.getNumGeometries() > 1 || geometry.getDimension() == 2) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), polygons);
            }
        }
    }
}
