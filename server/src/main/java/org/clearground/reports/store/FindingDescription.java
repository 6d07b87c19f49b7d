// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Arrays;
import java.util.List;
import org.clearground.access.Resource;
import org.clearground.errors.Severity;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.reports.ReportStatus;

/** What checks found in reports, as people look it up. A finding says no figures here: its page does, as far as one may. */
public final class FindingDescription {

    /** Findings of reports on which something may still be done; one of a file as a whole stands with the file. */
    static final String SOURCE = "finding t join report on report.id = t.report"
            + " left join submission on submission.sha256 = report.submission";

    static final List<ReportStatus> STANDING =
            List.of(ReportStatus.PENDING, ReportStatus.RETURNED, ReportStatus.APPROVED);

    /** The plus keeps the list in the order of the findings, which are few, and off the reports, of which most have none. */
    static final String RESTRICTION = "+report.status in ('PENDING', 'RETURNED', 'APPROVED')";

    /** For how long, in days since the report was read. */
    static final String AGE = "case when :knownAt - report.read_at_ms < 7 * 86400000 then 'WEEK'"
            + " when :knownAt - report.read_at_ms < 30 * 86400000 then 'MONTH'"
            + " when :knownAt - report.read_at_ms < 90 * 86400000 then 'QUARTER' else 'OLDER' end";

    /** When a finding comes to its next age; null for one that has come to the last. */
    static final String NEXT_AGE = "case when :knownAt - report.read_at_ms < 7 * 86400000 then"
            + " report.read_at_ms + 7 * 86400000 when :knownAt - report.read_at_ms < 30 * 86400000 then"
            + " report.read_at_ms + 30 * 86400000 when :knownAt - report.read_at_ms < 90 * 86400000 then"
            + " report.read_at_ms + 90 * 86400000 end";

    /** The ages, the youngest first. */
    public static final List<String> AGES = List.of("WEEK", "MONTH", "QUARTER", "OLDER");

    private FindingDescription() {}

    /** One row for each finding of a report as it was read last. */
    public static Register register() {
        return new Register(
                "findings",
                Resource.REPORT,
                Register.Reach.REPORTS,
                SOURCE,
                RESTRICTION,
                false,
                new Register.Key("t.id", true),
                new Register.Times(null, null, null, null),
                "report.sample",
                null,
                "period_to",
                "-number",
                List.of(
                        Column.of("number", "t.id", Kind.WHOLE, "register.number")
                                .sortable(),
                        Column.of("code", "t.code", Kind.TEXT, "quality.code").filterable(),
                        Column.code(
                                "severity", "t.severity", "quality.severity", said("page.severity", Severity.values())),
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
                                        STANDING.stream()
                                                .map(ReportStatus::name)
                                                .toList())),
                        Column.code("organisation", "report.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code("district", "report.district", "page.district", Codes.DISTRICTS),
                        Column.code("age", AGE, "quality.age", Codes.said("quality.age", AGES)),
                        Column.of("period_to", "report.period_to", Kind.DAY, "register.periodto"),
                        Column.of("row", "t.at_row", Kind.WHOLE, "page.row"),
                        Column.of("read_at", "report.read_at_ms", Kind.MOMENT, "page.readat")),
                "select report from finding where id = :key",
                new Register.Elsewhere("/data-quality/", "t.id", "quality.open"));
    }

    private static Codes said(String prefix, Enum<?>[] values) {
        return Codes.said(prefix, Arrays.stream(values).map(Enum::name).toList());
    }
}
