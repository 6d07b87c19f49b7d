// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads positions and shapes as people and programs write them: ODK's {@code latitude longitude altitude accuracy} and
 * every other notation of {@link WrittenPosition}, shapes as such points between semicolons or on lines of their own,
 * several shapes between bars, and OGC well-known text (longitude first).
 *
 * <p>Nothing is repaired: an outline that is not closed is refused unless it is ODK text of at least three different
 * points whose last differs from the first only by having been left off.
 */
public final class WrittenGeometry {

    /** Points on WGS 84 as doubles. */
    public static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    /** More vertices than any surveyed outline has; a file with more is refused with this figure. */
    public static final int MOST_VERTICES = 100_000;

    private static final Pattern WELL_KNOWN_TEXT =
            Pattern.compile("[a-z]{4,}\\s*(?:zm?|m)?\\s*(?:\\(|empty)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMAS =
            Pattern.compile("\\s*[+-]?\\d{1,3},\\d+\\s+[+-]?\\d{1,3},\\d+(?:\\s.*)?", Pattern.DOTALL);

    private WrittenGeometry() {}

    private static boolean isWellKnownText(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && WELL_KNOWN_TEXT.matcher(text).lookingAt();
    }

    private static boolean endsPoint(char letter) {
        return letter == ';' || letter == '|' || letter == '\n' || letter == '\r';
    }

    /** {@code 39,59 46,75} with points: where both numbers have one comma and a blank stands between them, it is clear. */
    private static String withDecimalPoints(String point) {
        return point.indexOf(',') >= 0 && DECIMAL_COMMAS.matcher(point).matches()
                ? point.replaceAll("(?<=\\d),(?=\\d)", ".")
                : point;
    }

    /**
     * @throws UnreadableGeometryException with the reason, when it is no position
     */
    public static Position readPosition(String text) throws UnreadableGeometryException {
        var trimmed = text.strip();
        if (trimmed.toUpperCase(Locale.ROOT).startsWith("POINT")) {
            var point = readWellKnownText(trimmed).getCoordinate();
            return position(point.x, point.y);
        }
        return point(trimmed, null);
    }

    /**
     * How far the worst of its points may be off, where the text says so, in metres: the fourth number of ODK's text, the
     * size of a grid square. Empty where it is not said; 0 is what ODK writes for a point that was drawn by hand.
     */
    public static OptionalDouble accuracyMetres(String text) {
        double worst = 0;
        if (text.isBlank() || isWellKnownText(text.strip())) {
            return OptionalDouble.empty();
        }
        for (int begin = 0; begin < text.length(); ) {
            int end = begin;
            boolean letters = false;
            boolean commas = false;
            for (; end < text.length() && !endsPoint(text.charAt(end)); end++) {
                letters |= Character.isLetter(text.charAt(end)) || text.charAt(end) == '°';
                commas |= text.charAt(end) == ',';
            }
            var point = text.substring(begin, letters || commas ? end : begin);
            worst = Math.max(
                    worst,
                    letters
                            ? accuracyOfOther(point)
                            : commas
                                    ? fourthNumber(withDecimalPoints(point), 0, point.length())
                                    : fourthNumber(text, begin, end));
            begin = end + 1;
        }
        return worst > 0 ? OptionalDouble.of(worst) : OptionalDouble.empty();
    }

    private static double accuracyOfOther(String point) {
        try {
            return WrittenPosition.read(point, null).accuracyMetres().orElse(0);
        } catch (UnreadableGeometryException saysNothing) {
            return 0;
        }
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
        if (isWellKnownText(trimmed)) {
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
        Position position = null;
        for (var point : outline.split("[;\n\r]")) {
            if (point.isBlank()) {
                continue;
            }
            if (vertices.size() > MOST_VERTICES) {
                throw tooMany(vertices.size());
            }
            position = point(point.strip(), position);
            vertices.add(new Coordinate(position.longitude(), position.latitude()));
        }
        requireThreePoints(vertices);
        if (!vertices.get(0).equals2D(vertices.get(vertices.size() - 1))) {
            vertices.add(vertices.get(0).copy());
        }
        LinearRing ring = WGS84.createLinearRing(vertices.toArray(Coordinate[]::new));
        return WGS84.createPolygon(ring);
    }

    /**
     * The points of one outline each by itself, as whoever writes it sees them before it is whole: empty where a point
     * cannot be read, or goes on from one that cannot. Blank lines are no points.
     *
     * @throws UnreadableGeometryException where it is not one outline of points: well-known text, several between bars, or
     *     more than {@value #MOST_VERTICES}
     */
    public static List<Optional<Position>> readEach(String text) throws UnreadableGeometryException {
        if (isWellKnownText(text.strip()) || text.indexOf('|') >= 0) {
            throw new UnreadableGeometryException(
                    UnreadableGeometryException.Reason.NOT_A_GEOMETRY, "several outlines");
        }
        var each = new ArrayList<Optional<Position>>();
        Position before = null;
        for (var point : text.split("[;\n\r]")) {
            if (point.isBlank()) {
                continue;
            }
            if (each.size() == MOST_VERTICES) {
                throw tooMany(each.size());
            }
            try {
                before = point(point.strip(), before);
            } catch (UnreadableGeometryException unreadable) {
                before = null;
            }
            each.add(Optional.ofNullable(before));
        }
        return each;
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

    /** ODK's text first, because nearly all is; whatever has letters or marks is for {@link WrittenPosition}. */
    static Position point(String text, @Nullable Position before) throws UnreadableGeometryException {
        var parts = withDecimalPoints(text).split("[\\s,]+");
        if (parts.length < 2 || parts.length > 4 || !isNumber(parts[0]) || !isAllNumbers(parts)) {
            return WrittenPosition.read(text, before).position();
        }
        try {
            return position(Double.parseDouble(parts[1]), Double.parseDouble(parts[0]));
        } catch (NumberFormatException notNumbers) {
            return WrittenPosition.read(text, before).position();
        }
    }

    private static boolean isAllNumbers(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (!isNumber(parts[i]) && !parts[i].equals("NaN")) {
                return false;
            }
        }
        return true;
    }

    /** Ends like a number; Java would also take {@code 39d} for one. */
    private static boolean isNumber(String part) {
        return !part.isEmpty()
                && !Character.isLetter(part.charAt(0))
                && !Character.isLetter(part.charAt(part.length() - 1));
    }

    private static UnreadableGeometryException tooMany(int vertices) {
        return new UnreadableGeometryException(
                UnreadableGeometryException.Reason.TOO_MANY_VERTICES, String.valueOf(vertices));
    }
}
