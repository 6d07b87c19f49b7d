// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlineRepair;
import org.clearground.geo.Position;
import org.clearground.places.District;
import org.clearground.reports.Answers.Answer;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;

/**
 * One answer of a report with what is certainly a slip taken out. Nothing is repaired in place: the answer goes into a copy
 * that its sender may send.
 *
 * @param repeat of which a row has the answer; null for what is asked once
 * @param row of the repeat, from 0
 * @param repaired the answer without the slip, of the type that it had
 * @param done how often what was repaired
 * @param before the area as written; null for a point
 * @param after the area as repaired; null for a point
 */
public record ReportRepair(
        String question,
        @Nullable String repeat,
        int row,
        Answer repaired,
        Map<FindingCode, Integer> done,
        @Nullable SquareMetres before,
        @Nullable SquareMetres after) {

    public ReportRepair {
        done = Map.copyOf(done);
    }

    /** Whether latitude and longitude are exchanged. */
    public boolean swapped() {
        return done.containsKey(FindingCode.SWAPPED_AXES);
    }

    /** Whether what a code tells of can be repaired at all; whether it is, the answer decides. */
    public static boolean isRepairable(FindingCode code) {
        return switch (code) {
            case CLOSING_POINT_TWICE, REPEATED_VERTEX, SPIKE, REPEATED_RING, SWAPPED_AXES -> true;
            default -> false;
        };
    }

    /**
     * What can be repaired in a report.
     *
     * @param named the district that the report names, into which exchanged axes must lead; null if none that is known
     */
    public static List<ReportRepair> of(FieldReport report, @Nullable District named) {
        var repairs = new ArrayList<ReportRepair>();
        collect(report.answers(), null, 0, named, repairs);
        report.repeats().forEach((name, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                collect(rows.get(i), name, i, named, repairs);
            }
        });
        return repairs;
    }

    /**
     * An answer without its slip, if one of the repairs is of it; else as it is.
     *
     * @param repeat of which a row has it; null for what is asked once
     * @param row of the repeat, from 0
     */
    public static Answer repaired(
            List<ReportRepair> repairs, String question, Answer answer, @Nullable String repeat, int row) {
        return repairs.stream()
                .filter(repair -> repair.question().equals(question)
                        && Objects.equals(repair.repeat(), repeat)
                        && repair.row() == row)
                .findFirst()
                .map(ReportRepair::repaired)
                .orElse(answer);
    }

    private static void collect(
            Answers answers, @Nullable String repeat, int row, @Nullable District named, List<ReportRepair> repairs) {
        answers.byQuestion().forEach((question, answer) -> {
            if (answer instanceof Answer.Shape shape) {
                ofShape(question, repeat, row, shape.value(), named).ifPresent(repairs::add);
            } else if (answer instanceof Answer.Point point && named != null) {
                swapped(point.value(), named)
                        .ifPresent(there -> repairs.add(new ReportRepair(
                                question,
                                repeat,
                                row,
                                new Answer.Point(there),
                                Map.of(FindingCode.SWAPPED_AXES, 1),
                                null,
                                null)));
            }
        });
    }

    private static Optional<Position> swapped(Position written, District named) {
        return named.shape().covers(written)
                ? Optional.empty()
                : written.swapped().filter(named.shape()::covers);
    }

    private static Optional<ReportRepair> ofShape(
            String question, @Nullable String repeat, int row, GroundShape written, @Nullable District named) {
        var done = new EnumMap<FindingCode, Integer>(FindingCode.class);
        var shape = written;
        if (named != null
                && written.turningPoints().stream()
                        .allMatch(corner -> swapped(corner, named).isPresent())) {
            shape = swapped(written);
            done.put(FindingCode.SWAPPED_AXES, written.vertices());
        }
        double before = GeodesicArea.squareMetres(written.polygons());
        double after = GeodesicArea.squareMetres(shape.polygons());
        var repair = OutlineRepair.of(shape);
        if (repair.isPresent()) {
            shape = repair.get().repaired();
            before = done.isEmpty() ? repair.get().areaBefore() : before;
            after = repair.get().areaAfter();
            repair.get().done().forEach((kind, count) -> done.put(FindingCode.valueOf(kind.name()), count));
        }
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportRepair(
                        question,
                        repeat,
                        row,
                        new Answer.Shape(shape),
                        done,
                        SquareMetres.computed(before),
                        SquareMetres.computed(after)));
    }

    private static GroundShape swapped(GroundShape written) {
        var polygons = written.polygons();
        polygons.apply((CoordinateFilter) vertex -> {
            double longitude = vertex.y;
            vertex.setY(vertex.x);
            vertex.setX(longitude);
        });
        polygons.geometryChanged();
        return GroundShape.of(polygons);
    }
}
