// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.util.List;
import org.clearground.geo.GroundShape;
import org.clearground.ordnance.Find;
import org.clearground.time.ReportingPeriod;
import org.clearground.units.Centimetres;
import org.clearground.units.DeclaredArea;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * What a team did in a period: the work, the ground, the finds. The typed reading of form {@value #FORM}.
 *
 * @param settlement code of the pack, or as written where the pack does not know it
 * @param depth to which the ground was searched; null if not stated
 * @param declaredArea null if the report states none
 * @param workedGround null if the report has no polygon
 * @param staff people at work; null if not stated
 * @param hours worked, for each person; null if not stated
 */
public record ProgressReport(
        ReportId id,
        @Nullable String reportNumber,
        String organisation,
        @Nullable String team,
        @Nullable String task,
        String activityType,
        ReportingPeriod period,
        String district,
        @Nullable String settlement,
        @Nullable String purpose,
        @Nullable String method,
        @Nullable Centimetres depth,
        @Nullable DeclaredArea declaredArea,
        @Nullable GroundShape workedGround,
        @Nullable Long staff,
        @Nullable BigDecimal hours,
        List<Find> finds) {

    public static final String FORM = "progress";

    public ProgressReport {
        finds = List.copyOf(finds);
    }

    /**
     * The typed reading of a report that its rules do not block.
     *
     * @throws IllegalArgumentException if an answer that the form requires is absent
     */
    public static ProgressReport from(FieldReport report) {
        var answers = report.answers();
        var period = new ReportingPeriod(
                required(answers.day("period_from"), "period_from"), required(answers.day("period_to"), "period_to"));
        return new ProgressReport(
                report.id(),
                answers.text("report_no"),
                required(answers.code("organisation"), "organisation"),
                answers.text("team"),
                answers.text("task"),
                required(answers.code("activity_type"), "activity_type"),
                period,
                required(answers.code("district"), "district"),
                answers.text("settlement"),
                answers.code("purpose"),
                answers.code("method"),
                ReportedFinds.centimetres(answers.whole("depth_cm")),
                declaredArea(answers),
                answers.shape("worked_ground"),
                answers.whole("staff"),
                answers.decimal("hours"),
                ReportedFinds.of(report));
    }

    /** Stated in hectares or in square metres; where both are stated and differ, a rule has blocked the report. */
    public static @Nullable DeclaredArea declaredArea(Answers answers) {
        var squareMetres = answers.whole("declared_area_m2");
        if (squareMetres != null) {
            return new DeclaredArea(new SquareMetres(squareMetres));
        }
        var hectares = answers.decimal("declared_area_ha");
        return hectares == null ? null : new DeclaredArea(SquareMetres.ofHectares(hectares));
    }

    private static <T> T required(@Nullable T answer, String question) {
        if (answer == null) {
            throw new IllegalArgumentException("a progress report without " + question);
        }
        return answer;
    }
}
