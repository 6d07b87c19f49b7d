// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ground as somebody else would reckon it, with nothing of ours: outlines at full precision, overlays by JTS, areas of
 * geodesic edges by GeographicLib.
 */
final class OtherReckoning {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private OtherReckoning() {}

    static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The outline of each feature, in their order; an absent one is an empty point. */
    static List<Geometry> outlines(Path geoJson) {
        var outlines = new ArrayList<Geometry>();
        for (var feature : json(geoJson).get("features")) {
            outlines.add(outline(feature.get("geometry")));
        }
        return outlines;
    }

    static boolean absent(Geometry outline) {
        return outline.getDimension() == 0;
    }

    static boolean valid(Geometry outline) {
        return new IsValidOp(outline).isValid();
    }

    /** A GeoJSON geometry. */
    static Geometry outline(JsonNode geometry) {
        if (geometry.isNull()) {
            return SHAPES.createPoint();
        }
        var coordinates = geometry.get("coordinates");
        if (geometry.get("type").asString().equals("Polygon")) {
            return polygon(coordinates);
        }
        var polygons = new ArrayList<Polygon>();
        coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
        return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        var read = new ArrayList<LinearRing>();
        for (var ring : rings) {
            var vertices = new ArrayList<Coordinate>();
            ring.forEach(vertex -> vertices.add(
                    new Coordinate(vertex.get(0).asDouble(), vertex.get(1).asDouble())));
            read.add(SHAPES.createLinearRing(vertices.toArray(Coordinate[]::new)));
        }
        return read.isEmpty()
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    static Geometry union(Collection<Geometry> several) {
        return OverlayNGRobust.union(several);
    }

    static Geometry shared(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    }

    /**
     * The area of an outline that crosses itself, read as drawing programmes fill it: what lies behind an odd number of
     * borders.
     */
    static double evenOddSquareMetres(Geometry outline) {
        var faces = new Polygonizer();
        faces.add(OverlayNGRobust.overlay(outline.getBoundary(), SHAPES.createLineString(), OverlayNG.UNION));
        double area = 0;
        for (Object face : faces.getPolygons()) {
            var polygon = (Polygon) face;
            if (behindOddBorders(outline, polygon.getInteriorPoint().getCoordinate())) {
                area += squareMetres(polygon);
            }
        }
        return area;
    }

    private static boolean behindOddBorders(Geometry outline, Coordinate place) {
        boolean odd = false;
        for (int part = 0; part < outline.getNumGeometries(); part++) {
            var polygon = (Polygon) outline.getGeometryN(part);
            odd ^= PointLocation.isInRing(place, polygon.getExteriorRing().getCoordinates());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                odd ^= PointLocation.isInRing(
                        place, polygon.getInteriorRingN(hole).getCoordinates());
            }
        }
        return odd;
    }

    static double squareMetres(Collection<Geometry> several) {
        return several.stream().mapToDouble(OtherReckoning::squareMetres).sum();
    }

    static double squareMetres(Geometry geometry) {
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
        if (geometry.getDimension() == 2) {
            for (int part = 0; part < geometry.getNumGeometries(); part++) {
                area += squareMetres(geometry.getGeometryN(part));
            }
        }
        return area;
    }

    private static double ofRing(LinearRing ring) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        var vertices = ring.getCoordinates();
        for (int i = 0; i < vertices.length - 1; i++) {
            area.AddPoint(vertices[i].y, vertices[i].x);
        }
        return Math.abs(area.Compute().area);
    }
}
