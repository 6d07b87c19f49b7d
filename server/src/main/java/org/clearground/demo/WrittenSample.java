// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Points and outlines as text and as GeoJSON, six decimals; outlines drawn here have no holes. */
final class WrittenSample {

    private WrittenSample() {}

    /** Latitude, longitude. */
    static String point(Position position) {
        return degrees(position.latitude()) + " " + degrees(position.longitude());
    }

    /** Well-known text, longitude first. */
    static String wellKnownText(GroundShape ground) {
        var outlines = rings(ground).stream().map(WrittenSample::ringText).toList();
        return outlines.size() == 1 ? "POLYGON" + outlines.get(0) : "MULTIPOLYGON(" + String.join(", ", outlines) + ")";
    }

    private static String ringText(Coordinate[] ring) {
        var corners = new ArrayList<String>();
        for (var corner : ring) {
            corners.add(degrees(corner.x) + " " + degrees(corner.y));
        }
        return "((" + String.join(", ", corners) + "))";
    }

    /** A geometry object of RFC 7946. */
    static Map<String, Object> geoJson(GroundShape ground) {
        var polygons = rings(ground).stream()
                .map(ring -> List.of(java.util.Arrays.stream(ring)
                        .map(corner -> List.of(corner.x, corner.y))
                        .toList()))
                .toList();
        var geometry = new LinkedHashMap<String, Object>();
        geometry.put("type", polygons.size() == 1 ? "Polygon" : "MultiPolygon");
        geometry.put("coordinates", polygons.size() == 1 ? polygons.get(0) : polygons);
        return geometry;
    }

    private static List<Coordinate[]> rings(GroundShape ground) {
        Geometry polygons = ground.polygons();
        var rings = new ArrayList<Coordinate[]>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            rings.add(((Polygon) polygons.getGeometryN(i)).getExteriorRing().getCoordinates());
        }
        return rings;
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }
}
