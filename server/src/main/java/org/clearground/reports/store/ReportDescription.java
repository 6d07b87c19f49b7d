// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Arrays;
import java.util.List;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.reports.ReportStatus;

/** Reports and where they stand, as people look them up. */
public final class ReportDescription {

    private ReportDescription() {}

    /** One row for each reading of a report; only where it stands now is shown. */
    public static Register register() {
        return new Register(
                "reports",
                Resource.REPORT,
                Register.Reach.REPORTS,
                "report left join submission on submission.sha256 = report.submission",
                "",
                false,
                new Register.Key("report.id", true),
                new Register.Times(null, null, null, null),
                "report.sample",
                null,
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
