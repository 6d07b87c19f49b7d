// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas on the WGS 84 ellipsoid, in square metres, not rounded.
 *
 * <p>Polygon edges are geodesics (Karney 2013, <i>Algorithms for geodesics</i>, J. Geodesy 87, 43–55). Where every edge
 * of a ring is shorter than some 5 km and lies below 80 degrees of latitude, as surveyed ground does, the ring is
 * measured by a closed form instead of solving a geodesic for each edge. A test holds it to 10⁻⁹ of the area or 10⁻⁴ m²,
 * whichever is larger, beside the same ring with each edge cut in pieces along its geodesic; from GeographicLib it
 * differs by up to 3·10⁻⁴ m² where the ground is small, which is what that library's own sums are rounded to.
 *
 * <p>The closed form: longitude λ and <i>Y</i> = <i>a</i>²<i>q</i>/2, with <i>q</i> as in the authalic latitude (Snyder
 * 1987, <i>Map Projections: A Working Manual</i>, eq. 3-12), are coordinates in which areas are true, so a ring with
 * straight edges there has the area that the trapezium rule gives. A geodesic of length <i>L</i> bends away from the
 * straight edge; with the azimuth α, dλ/d<i>s</i> = sin α / <i>p</i> and d<i>Y</i>/d<i>s</i> = <i>p</i> cos α, where
 * <i>p</i> is the radius of the parallel, so that by Clairaut's relation d²<i>Y</i>/d<i>s</i>² = −sin φ and
 * d²λ/d<i>s</i>² = 2 sin α cos α sin φ / <i>p</i>². The area between a short curve and its chord is <i>L</i>³/12 of the
 * cross product of the first two derivatives in its middle, up to terms of <i>L</i>⁵; here that is
 * −Δλ (<i>p</i>²Δλ² + 3Δ<i>Y</i>²/<i>p</i>²) sin φ / 12.
 */
public final class GeodesicArea {

    private static final double LONGEST_EDGE_DEGREES = 0.045;
    private static final double HIGHEST_LATITUDE = 80;

    private static final double EQUATORIAL_RADIUS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private GeodesicArea() {}

    /** The area of every polygon in a valid geometry, holes taken off; points and lines have none. */
    public static double squareMetres(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            if (polygon.isEmpty()) {
                return 0;
            }
            double area = ofRing(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                area -= ofRing(polygon.getInteriorRingN(hole));
            }
            return area;
        }
        double area = 0;
        if (geometry.getNumGeometries() > 1 || geometry.getDimension() == 2) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                area += squareMetres(geometry.getGeometryN(i));
            }
        }
        return area;
    }

    private static double ofRing(LineString ring) {
        var vertices = ring.getCoordinateSequence();
        return hasShortEdges(vertices) ? ofShortEdges(vertices) : ofAnyEdges(vertices);
    }

    private static boolean hasShortEdges(CoordinateSequence ring) {
        double mostLongitude = LONGEST_EDGE_DEGREES / Math.cos(Math.toRadians(ring.getY(0)));
        for (int i = 0; i < ring.size(); i++) {
            if (!(Math.abs(ring.getY(i)) < HIGHEST_LATITUDE)) {
                return false;
            }
            if (i > 0
                    && !(Math.abs(ring.getY(i) - ring.getY(i - 1)) < LONGEST_EDGE_DEGREES
                            && Math.abs(ring.getX(i) - ring.getX(i - 1)) < mostLongitude)) {
                return false;
            }
        }
        return true;
    }

    static double ofShortEdges(CoordinateSequence closedRing) {
        double sine = Math.sin(Math.toRadians(closedRing.getY(0)));
        double radius = radiusOfParallel(sine);
        double first = belowParallel(sine);
        double below = 0;
        double area = 0;
        for (int i = 1; i < closedRing.size(); i++) {
            double nextSine = Math.sin(Math.toRadians(closedRing.getY(i)));
            double nextRadius = radiusOfParallel(nextSine);
            double nextBelow = belowParallel(nextSine) - first;
            double east = Math.toRadians(closedRing.getX(i) - closedRing.getX(i - 1));
            double middle = (radius + nextRadius) / 2;
            double alongParallel = middle * east;
            double alongMeridian = (nextBelow - below) / middle;
            area += east
                    * ((below + nextBelow) / 2
                            + (alongParallel * alongParallel + 3 * alongMeridian * alongMeridian)
                                    * (sine + nextSine)
                                    / 24);
            sine = nextSine;
            radius = nextRadius;
            below = nextBelow;
        }
        return Math.abs(area);
    }

    private static double radiusOfParallel(double sine) {
        double squared = sine * sine;
        return EQUATORIAL_RADIUS * Math.sqrt((1 - squared) / (1 - ECCENTRICITY_SQUARED * squared));
    }

    /** Area between the equator and a parallel, for each radian of longitude: the series of a²q/2, to the last digit. */
    private static double belowParallel(double sine) {
        double x = ECCENTRICITY_SQUARED * sine * sine;
        double series =
                1 + x * (2 / 3.0 + x * (3 / 5.0 + x * (4 / 7.0 + x * (5 / 9.0 + x * (6 / 11.0 + x * (7 / 13.0))))));
        return EQUATORIAL_RADIUS * EQUATORIAL_RADIUS * (1 - ECCENTRICITY_SQUARED) * sine * series;
    }

    static double ofAnyEdges(CoordinateSequence closedRing) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < closedRing.size() - 1; i++) {
            area.AddPoint(closedRing.getY(i), closedRing.getX(i));
        }
        return Math.abs(area.Compute().area);
    }
}
