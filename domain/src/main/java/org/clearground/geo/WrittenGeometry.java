// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads positions and shapes as people and programs write them: ODK's {@code latitude longitude altitude accuracy},
 * shapes as such points between semicolons, several shapes between bars, and OGC well-known text (longitude first).
 *
 * <p>Nothing is repaired: an outline that is not closed is refused unless it is ODK text of at least three different
 * points whose last differs from the first only by having been left off.
 */
public final class WrittenGeometry {

    /** Points on WGS 84 as doubles. */
    public static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    /** More vertices than any surveyed outline has; a file with more is refused with this figure. */
    public static final int MOST_VERTICES = 100_000;

    private WrittenGeometry() {}

    /**
     * @throws UnreadableGeometryException with the reason, when it is no position
     */
    public static Position readPosition(String text) throws UnreadableGeometryException {
        var trimmed = text.strip();
        if (trimmed.toUpperCase(Locale.ROOT).startsWith("POINT")) {
            var point = readWellKnownText(trimmed).getCoordinate();
            return position(point.x, point.y);
        }
        return odkPoint(trimmed);
    }

    /**
     * How far the receiver may have been wrong, where ODK text says so: the fourth number of the worst of its points, in
     * metres. Empty where it is not said; 0 is what ODK writes for a point that was drawn by hand.
     */
    public static OptionalDouble accuracyMetres(String text) {
        double worst = 0;
        if (Character.isLetter(text.strip().isEmpty() ? 'x' : text.strip().charAt(0))) {
            return OptionalDouble.empty();
        }
        for (int begin = 0; begin < text.length(); ) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '|') {
                end++;
            }
            worst = Math.max(worst, fourthNumber(text, begin, end));
            begin = end + 1;
        }
        return worst > 0 ? OptionalDouble.of(worst) : OptionalDouble.empty();
    }

    private static double fourthNumber(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; ) {
            if (isBetween(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < end && !isBetween(text.charAt(i))) {
                i++;
            }
            number++;
            if (number == 4) {
                try {
                    return Double.parseDouble(text.substring(from, i));
                } catch (NumberFormatException notANumber) {
                    return 0;
                }
            }
        }
        return 0;
    }

    private static boolean isBetween(char letter) {
        return letter == ',' || Character.isWhitespace(letter);
    }

    /** Longitude and latitude given apart, in degrees. */
    public static Position position(double longitude, double latitude) throws UnreadableGeometryException {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new UnreadableGeometryException(
                    UnreadableGeometryException.Reason.OUT_OF_RANGE,
                    "longitude " + longitude + ", latitude " + latitude);
        }
        return new Position(longitude, latitude);
    }

    /**
     * @throws UnreadableGeometryException with the reason, when it is no outline of ground
     */
    public static GroundShape readShape(String text) throws UnreadableGeometryException {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new UnreadableGeometryException(UnreadableGeometryException.Reason.NOT_A_GEOMETRY, "nothing");
        }
        if (Character.isLetter(trimmed.charAt(0))) {
            return shapeOf(readWellKnownText(trimmed));
        }
        var polygons = new ArrayList<Polygon>();
        for (var outline : trimmed.split("\\|")) {
            polygons.add(odkPolygon(outline));
        }
        return GroundShape.of(WGS84.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    /** A geometry that another reader (GeoJSON) built, checked like one read here. */
    public static GroundShape shapeOf(Geometry geometry) throws UnreadableGeometryException {
        if (geometry.getNumPoints() > MOST_VERTICES) {
            throw tooMany(geometry.getNumPoints());
        }
        for (var vertex : geometry.getCoordinates()) {
            position(vertex.x, vertex.y);
        }
        try {
            var shape = GroundShape.of(geometry);
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                requireThreePoints(List.of(
                        ((Polygon) geometry.getGeometryN(i)).getExteriorRing().getCoordinates()));
            }
            return shape;
        } catch (IllegalArgumentException notGround) {
            throw new UnreadableGeometryException(
                    UnreadableGeometryException.Reason.NOT_A_GEOMETRY, geometry.getGeometryType());
        }
    }

    private static Geometry readWellKnownText(String text) throws UnreadableGeometryException {
        if (text.length() > MOST_VERTICES * 60) {
            throw tooMany((int) text.chars().filter(letter -> letter == ',').count());
        }
        try {
            return new WKTReader(WGS84).read(text);
        } catch (ParseException | IllegalArgumentException unreadable) {
            var reason = unreadable.getMessage() != null
                            && unreadable.getMessage().contains("closed linestring")
                    ? UnreadableGeometryException.Reason.NOT_CLOSED
                    : unreadable.getMessage() != null
                                    && unreadable.getMessage().contains("Invalid number of points in LinearRing")
                            ? UnreadableGeometryException.Reason.TOO_FEW_VERTICES
                            : UnreadableGeometryException.Reason.NOT_A_GEOMETRY;
            throw new UnreadableGeometryException(reason, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Polygon odkPolygon(String outline) throws UnreadableGeometryException {
        var vertices = new ArrayList<Coordinate>();
        for (var point : outline.split(";")) {
            if (point.isBlank()) {
                continue;
            }
            if (vertices.size() > MOST_VERTICES) {
                throw tooMany(vertices.size());
            }
            var position = odkPoint(point.strip());
            vertices.add(new Coordinate(position.longitude(), position.latitude()));
        }
        requireThreePoints(vertices);
        if (!vertices.get(0).equals2D(vertices.get(vertices.size() - 1))) {
            vertices.add(vertices.get(0).copy());
        }
        LinearRing ring = WGS84.createLinearRing(vertices.toArray(Coordinate[]::new));
        return WGS84.createPolygon(ring);
    }

    private static void requireThreePoints(List<Coordinate> vertices) throws UnreadableGeometryException {
        long different = vertices.stream()
                .map(vertex -> List.of(vertex.x, vertex.y))
                .distinct()
                .limit(3)
                .count();
        if (different < 3) {
            throw new UnreadableGeometryException(
                    UnreadableGeometryException.Reason.TOO_FEW_VERTICES, String.valueOf(different));
        }
    }

    private static Position odkPoint(String text) throws UnreadableGeometryException {
        var parts = text.split("[\\s,]+");
        if (parts.length < 2 || parts.length > 4) {
            throw new UnreadableGeometryException(UnreadableGeometryException.Reason.NOT_A_GEOMETRY, text);
        }
        try {
            return position(Double.parseDouble(parts[1]), Double.parseDouble(parts[0]));
        } catch (NumberFormatException notNumbers) {
            throw new UnreadableGeometryException(UnreadableGeometryException.Reason.NOT_A_GEOMETRY, text);
        }
    }

    private static UnreadableGeometryException tooMany(int vertices) {
        return new UnreadableGeometryException(
                UnreadableGeometryException.Reason.TOO_MANY_VERTICES, String.valueOf(vertices));
    }
}
