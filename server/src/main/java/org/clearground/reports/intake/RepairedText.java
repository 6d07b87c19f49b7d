// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearground.geo.GroundShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A repaired outline written as the original was. A repair takes vertices, holes or parts away and may exchange axes, so
 * what stays is taken from the original, with its altitudes and accuracies.
 */
final class RepairedText {

    private static final Pattern TWO_NUMBERS =
            Pattern.compile("^(\\s*)([^\\s,]+)([\\s,]+)([^\\s,]+)(.*)$", Pattern.DOTALL);

    private RepairedText() {}

    /** As well-known text, or as ODK's points. */
    static String of(String written, GroundShape repaired, boolean swapped) {
        var text = written.strip();
        var polygons = repaired.polygons();
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            return polygons.getNumGeometries() == 1
                            && text.toUpperCase(java.util.Locale.ROOT).startsWith("POLYGON")
                    ? polygons.getGeometryN(0).toText()
                    : polygons.toText();
        }
        var outlines = new ArrayList<String>();
        int from = 0;
        var parts = text.split("\\|");
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var ring = ((Polygon) polygons.getGeometryN(i)).getExteriorRing();
            for (; from < parts.length; from++) {
                var points = points(parts[from]);
                var kept = kept(
                        ring,
                        points.stream().map(point -> vertex(point, swapped)).toList());
                if (!kept.isEmpty()) {
                    outlines.add(kept.stream()
                            .map(index -> swapped ? swapped(points.get(index)) : points.get(index))
                            .collect(Collectors.joining(";")));
                    from++;
                    break;
                }
            }
        }
        // Points in a notation that cannot be told from its numbers alone: the outline as it was read.
        return outlines.size() == polygons.getNumGeometries() ? String.join("|", outlines) : polygons.toText();
    }

    private static List<String> points(String outline) {
        var points = new ArrayList<String>();
        for (var point : outline.split(";")) {
            if (!point.isBlank()) {
                points.add(point.strip());
            }
        }
        return points;
    }

    private static Coordinate vertex(String point, boolean swapped) {
        var numbers = TWO_NUMBERS.matcher(point);
        if (!numbers.matches()) {
            return new Coordinate(Double.NaN, Double.NaN);
        }
        double first = Double.parseDouble(numbers.group(2));
        double second = Double.parseDouble(numbers.group(4));
        return swapped ? new Coordinate(first, second) : new Coordinate(second, first);
    }

    /** A position with its first two numbers exchanged. */
    static String swapped(String point) {
        var numbers = TWO_NUMBERS.matcher(point);
        return numbers.matches()
                ? numbers.group(1) + numbers.group(4) + numbers.group(3) + numbers.group(2) + numbers.group(5)
                : point;
    }

    /**
     * Which of the vertices written make up a ring, in their order; none if they do not. An outline that was not closed
     * stays so.
     */
    private static List<Integer> kept(LinearRing ring, List<Coordinate> written) {
        var sought = ring.getCoordinates();
        var kept = new ArrayList<Integer>();
        int next = 0;
        for (int i = 0; i < written.size() && next < sought.length; i++) {
            if (written.get(i).equals2D(sought[next])) {
                kept.add(i);
                next++;
            }
        }
        return next >= sought.length - 1 ? kept : List.of();
    }

    /** As a GeoJSON geometry. */
    static String ofGeoJson(JsonMapper json, ObjectNode geometry, GroundShape repaired, boolean swapped) {
        var polygons = repaired.polygons();
        boolean several = "MultiPolygon".equals(geometry.path("type").asString(""));
        var parts = new ArrayList<JsonNode>();
        if (several) {
            geometry.path("coordinates").forEach(parts::add);
        } else {
            parts.add(geometry.path("coordinates"));
        }
        var repairedParts = json.createArrayNode();
        int from = 0;
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (Polygon) polygons.getGeometryN(i);
            for (; from < parts.size(); from++) {
                var part = rings(json, polygon, parts.get(from), swapped);
                if (!part.isEmpty()) {
                    repairedParts.add(part);
                    from++;
                    break;
                }
            }
        }
        var copy = geometry.deepCopy();
        copy.set("coordinates", several ? repairedParts : repairedParts.path(0));
        return copy.toString();
    }

    private static ArrayNode rings(JsonMapper json, Polygon polygon, JsonNode written, boolean swapped) {
        var rings = json.createArrayNode();
        int from = 0;
        for (int n = -1; n < polygon.getNumInteriorRing(); n++) {
            var sought = n < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(n);
            for (; from < written.size(); from++) {
                var positions = new ArrayList<JsonNode>();
                written.path(from).forEach(positions::add);
                var kept = kept(
                        sought,
                        positions.stream()
                                .map(position -> swapped
                                        ? new Coordinate(
                                                position.path(1).asDouble(),
                                                position.path(0).asDouble())
                                        : new Coordinate(
                                                position.path(0).asDouble(),
                                                position.path(1).asDouble()))
                                .toList());
                if (!kept.isEmpty()) {
                    var ring = json.createArrayNode();
                    kept.forEach(
                            index -> ring.add(swapped ? swapped(json, positions.get(index)) : positions.get(index)));
                    rings.add(ring);
                    from++;
                    break;
                }
                if (n < 0) {
                    return json.createArrayNode();
                }
            }
        }
        return rings;
    }

    /** A GeoJSON position with longitude and latitude exchanged. */
    static ArrayNode swapped(JsonMapper json, JsonNode position) {
        var exchanged = json.createArrayNode();
        exchanged.add(position.path(1)).add(position.path(0));
        for (int i = 2; i < position.size(); i++) {
            exchanged.add(position.path(i));
        }
        return exchanged;
    }
}
