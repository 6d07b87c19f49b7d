// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Arrays;
import java.util.List;
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
                "report t left join submission s on s.sha256 = t.submission",
                "",
                false,
                new Register.Key("t.id", true),
                new Register.Times(null, null, null, null),
                "t.sample",
                null,
                "period_to",
                "-number",
                List.of(
                        Column.of("number", "t.id", Kind.WHOLE, "register.number")
                                .sortable(),
                        Column.of("report_no", "t.report_no", Kind.TEXT, "page.report")
                                .searchable(),
                        Column.of("form", "t.form", Kind.TEXT, "register.form").filterable(),
                        Column.code(
                                "status",
                                "t.status",
                                "page.status",
                                Codes.said(
                                        "page.status",
                                        Arrays.stream(ReportStatus.values())
                                                .map(ReportStatus::name)
                                                .toList())),
                        Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code(
                                "activity_type", "t.activity_type", "page.activity", Codes.ofPack("activity-types")),
                        Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                        Column.of("period_from", "t.period_from", Kind.DAY, "register.periodfrom"),
                        Column.of("period_to", "t.period_to", Kind.DAY, "register.periodto"),
                        Column.of("blocking", "t.blocking", Kind.WHOLE, "register.blocking"),
                        Column.of("warnings", "t.warnings", Kind.WHOLE, "register.warnings"),
                        Column.of("file", "s.file_name", Kind.TEXT, "page.file")
                                .searchable()
                                .internal(),
                        Column.of("read_at", "t.read_at_ms", Kind.MOMENT, "page.readat")),
                "select report_id, report_no, submission from report where id = :key",
                null);
    }
}
