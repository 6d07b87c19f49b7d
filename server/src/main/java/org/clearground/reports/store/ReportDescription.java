// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.registers.Symbol;
import org.clearground.reports.ReportStatus;

/** Reports and where they stand, as people look them up. */
public final class ReportDescription {

    /** In addresses. */
    public static final String NAME = "reports";

    private ReportDescription() {}

    /** One row for each reading of a report; only where it stands now is shown. */
    public static Register register() {
        return described().drawn(symbol());
    }

    /**
     * By where a report stands. Whatever is over is drawn without hatching; none looks like ground on record, because a
     * report only says what somebody wrote.
     */
    private static Symbol symbol() {
        return Symbol.chosen(
                "(select r.status from report r where r.id = s.fid)",
                List.of(
                        look(
                                "page.status.PENDING",
                                Set.of(ReportStatus.PENDING),
                                "#5b3a9e",
                                "M4 2.4A1.6 1.6 0 1 0 4 5.6A1.6 1.6 0 1 0 4 2.4Z",
                                "",
                                "M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 1 0 8 1.5ZM8 5.2A2.8 2.8 0 1 1 8 10.8A2.8 2.8 0"
                                        + " 1 1 8 5.2Z"),
                        look(
                                "page.status.RETURNED",
                                Set.of(ReportStatus.RETURNED),
                                "#6b4a12",
                                "M0 2H5M4 6H8M0 6H1",
                                "7 3",
                                "M14 2V14L1.5 8Z"),
                        look(
                                "page.status.APPROVED",
                                Set.of(ReportStatus.APPROVED),
                                "#1b5a9c",
                                "M4 2V6M2 4H6",
                                "",
                                "M6 2H10V6H14V10H10V14H6V10H2V6H6Z"),
                        look(
                                "map.reports.replaced",
                                Set.of(ReportStatus.CORRECTED, ReportStatus.REREAD),
                                "#6b777b",
                                "",
                                "2 3",
                                "M8 3L13 8L8 13L3 8Z"),
                        look(
                                "map.reports.over",
                                Set.of(ReportStatus.WITHDRAWN, ReportStatus.TAKEN_BACK),
                                "#6b777b",
                                "",
                                "8 3 2 3",
                                "M3.5 1.5L8 6L12.5 1.5L14.5 3.5L10 8L14.5 12.5L12.5 14.5L8 10L3.5 14.5L1.5 12.5L6 8L1.5"
                                        + " 3.5Z")));
    }

    private static Symbol.Look look(
            String words, Set<ReportStatus> statuses, String colour, String hatching, String dashes, String sign) {
        return new Symbol.Look(
                words,
                statuses.stream().map(ReportStatus::name).collect(Collectors.toUnmodifiableSet()),
                Symbol.Form.GROUND,
                colour,
                hatching,
                dashes,
                sign);
    }

    private static Register described() {
        return new Register(
                NAME,
                Resource.REPORT,
                Register.Reach.REPORTS,
                "report left join submission on submission.sha256 = report.submission",
                "",
                false,
                new Register.Key("report.id", true),
                new Register.Times(null, null, null, null),
                "report.sample",
                new Register.Shape(ReportPlaces.TABLE, "fid", false, true),
                "period_to",
                "-number",
                List.of(
                        Column.of("number", "report.id", Kind.WHOLE, "register.number")
                                .sortable(),
                        Column.of("report_no", "report.report_no", Kind.TEXT, "page.report")
                                .searchable(),
                        Column.of("form", "report.form", Kind.TEXT, "register.form")
                                .filterable(),
                        Column.code(
                                "status",
                                "report.status",
                                "page.status",
                                Codes.said(
                                        "page.status",
                                        Arrays.stream(ReportStatus.values())
                                                .map(ReportStatus::name)
                                                .toList())),
                        Column.code("organisation", "report.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code(
                                "activity_type",
                                "report.activity_type",
                                "page.activity",
                                Codes.ofPack("activity-types")),
                        Column.code("district", "report.district", "page.district", Codes.DISTRICTS),
                        Column.of("period_from", "report.period_from", Kind.DAY, "register.periodfrom"),
                        Column.of("period_to", "report.period_to", Kind.DAY, "register.periodto"),
                        Column.of("blocking", "report.blocking", Kind.WHOLE, "register.blocking"),
                        Column.of("warnings", "report.warnings", Kind.WHOLE, "register.warnings"),
                        Column.of("file", "submission.file_name", Kind.TEXT, "page.file")
                                .searchable()
                                .internal(),
                        Column.of("read_at", "report.read_at_ms", Kind.MOMENT, "page.readat")),
                "select :key",
                null);
    }
}
