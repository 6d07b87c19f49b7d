// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.geo.WrittenGeometry;
import org.clearground.reports.Answers.Answer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * What one report of a submission says, as its form reads it: evidence under review, not yet the authority's picture.
 *
 * @param ordinal its place in the submission, from 1
 * @param firstRow where it begins in the file, as a spreadsheet counts
 * @param lastRow where it ends
 * @param repeats the answers of each repeat, in the order reported
 */
public record FieldReport(
        ReportId id, int ordinal, int firstRow, int lastRow, Answers answers, Map<String, List<Answers>> repeats) {

    public FieldReport {
        var copy = new TreeMap<String, List<Answers>>();
        repeats.forEach((name, rows) -> copy.put(name, List.copyOf(rows)));
        repeats = Collections.unmodifiableMap(copy);
    }

    /** Whether the report says that it is invented, to show the system. */
    public boolean sample() {
        return "true".equals(answers.code("sample"));
    }

    public List<Answers> repeat(String name) {
        return repeats.getOrDefault(name, List.of());
    }

    /**
     * Where it says that it is: all its outlines, as written and so with whatever faults they have; without any, those of
     * its rows; without these, its points, or else those of its rows, each once. Points beside an outline say more of what
     * lies in it, and not where the report is.
     *
     * @return polygons or points on WGS 84; empty if it names no place
     */
    public Optional<Geometry> place() {
        var own = List.of(answers);
        var rows = repeats.values().stream().flatMap(List::stream).toList();
        return outlines(own).or(() -> outlines(rows)).or(() -> points(own)).or(() -> points(rows));
    }

    private static Optional<Geometry> outlines(List<Answers> some) {
        var shapes = some.stream()
                .flatMap(each -> each.byQuestion().values().stream())
                .filter(Answer.Shape.class::isInstance)
                .map(answer -> ((Answer.Shape) answer).value().polygons())
                .toList();
        if (shapes.size() < 2) {
            return shapes.stream().map(Geometry.class::cast).findFirst();
        }
        var polygons = new ArrayList<Polygon>();
        for (var shape : shapes) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                polygons.add((Polygon) shape.getGeometryN(i));
            }
        }
        return Optional.of(WrittenGeometry.WGS84.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    private static Optional<Geometry> points(List<Answers> some) {
        var places = new LinkedHashSet<Coordinate>();
        for (var each : some) {
            for (var answer : each.byQuestion().values()) {
                if (answer instanceof Answer.Point point) {
                    places.add(new Coordinate(
                            point.value().longitude(), point.value().latitude()));
                }
            }
        }
        return switch (places.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(WrittenGeometry.WGS84.createPoint(places.iterator().next()));
            default -> Optional.of(WrittenGeometry.WGS84.createMultiPointFromCoords(places.toArray(Coordinate[]::new)));
        };
    }
}
