// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.clearground.reports.FieldReport;
import org.jspecify.annotations.Nullable;

/**
 * What a report of the form {@value #FORM} states: one accreditation for each type of activity.
 *
 * @param activityTypes codes of the pack, each once
 */
public record AccreditationReport(
        @Nullable String number,
        String organisation,
        Phase phase,
        AccreditationStatus status,
        LocalDate from,
        @Nullable LocalDate lastDay,
        List<String> activityTypes,
        @Nullable String conditions,
        @Nullable String reason,
        boolean sample) {

    public static final String FORM = "accreditation";

    /** The repeat with a row for each type of activity. */
    public static final String ACTIVITY_TYPES = "activity_types";

    public AccreditationReport {
        activityTypes = List.copyOf(activityTypes);
    }

    /**
     * The reading of a report that its rules do not block.
     *
     * @throws NullPointerException if an answer is missing that the form requires
     */
    public static AccreditationReport of(FieldReport report) {
        var answers = report.answers();
        return new AccreditationReport(
                answers.text("report_no"),
                Objects.requireNonNull(answers.code("organisation"), "organisation"),
                Phase.valueOf(
                        Objects.requireNonNull(answers.code("phase"), "phase").toUpperCase(Locale.ROOT)),
                AccreditationStatus.valueOf(
                        Objects.requireNonNull(answers.code("status"), "status").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(answers.day("valid_from"), "valid_from"),
                answers.day("valid_to"),
                types(report).distinct().toList(),
                answers.text("conditions"),
                answers.text("reason"),
                report.sample());
    }

    /** The types of activity that a report names. */
    static Stream<String> types(FieldReport report) {
        return report.repeat(ACTIVITY_TYPES).stream()
                .map(row -> row.code("activity_type"))
                .flatMap(Stream::ofNullable);
    }

    /** One statement for each type of activity. */
    public List<Accreditation> accreditations(long order) {
        return activityTypes.stream()
                .map(type -> new Accreditation(
                        order, number, organisation, phase, type, status, from, lastDay, conditions, reason, sample))
                .toList();
    }
}
