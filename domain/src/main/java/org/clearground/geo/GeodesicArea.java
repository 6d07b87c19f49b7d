// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas on the WGS 84 ellipsoid, in square metres, not rounded.
 *
 * <p>Polygon edges are geodesics (Karney 2013, <i>Algorithms for geodesics</i>, J. Geodesy 87, 43–55).
 */
public final class GeodesicArea {

    private GeodesicArea() {}

    /** The area of every polygon in a valid geometry, holes taken off; points and lines have none. */
    public static double squareMetres(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            if (polygon.isEmpty()) {
                return 0;
            }
            double area = ofRing(polygon.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                area -= ofRing(polygon.getInteriorRingN(hole).getCoordinates());
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

    private static double ofRing(Coordinate[] closedRing) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < closedRing.length - 1; i++) {
            area.AddPoint(closedRing[i].y, closedRing[i].x);
        }
        return Math.abs(area.Compute().area);
    }
}
