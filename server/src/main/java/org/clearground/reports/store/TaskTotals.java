// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.reports.Answers;
import org.clearground.storage.Transaction;

/** The totals of a completion beside the finds of the approved progress reports of its task. */
final class TaskTotals {

    private static final String COMPLETION = "completion";

    private static final Map<String, BulletinGroup> TOTALS = new TreeMap<>(Map.of(
            "ap_mines_total", BulletinGroup.ANTI_PERSONNEL_MINE,
            "at_mines_total", BulletinGroup.ANTI_TANK_MINE,
            "uxo_total", BulletinGroup.UNEXPLODED_ORDNANCE));

    private TaskTotals() {}

    /**
     * Where the two differ. Where no approved progress report names the task there is nothing to compare with, which is
     * not zero.
     *
     * @param place of the answer to a question
     */
    static List<Finding> disagreements(
            Transaction transaction, String form, Answers answers, Function<String, SourcePlace> place)
            throws SQLException {
        var task = answers.text(ReportMarks.TASK);
        if (!form.equals(COMPLETION)
                || task == null
                || TOTALS.keySet().stream().allMatch(question -> answers.whole(question) == null)
                || !isReportedOn(transaction, task)) {
            return List.of();
        }
        var found = found(transaction, task);
        var findings = new ArrayList<Finding>();
        TOTALS.forEach((question, group) -> {
            var declared = answers.whole(question);
            long counted = found.getOrDefault(group, 0L);
            if (declared != null && declared != counted) {
                findings.add(new Finding(
                        FindingCode.TOTALS_DISAGREE,
                        FindingCode.TOTALS_DISAGREE.severity(),
                        place.apply(question),
                        declared.toString(),
                        Map.of(
                                "task",
                                task,
                                "question",
                                question,
                                "declared",
                                declared.toString(),
                                "found",
                                String.valueOf(counted))));
            }
        });
        return findings;
    }

    private static boolean isReportedOn(Transaction transaction, String task) throws SQLException {
        var select = transaction.prepared("select 1 from report_mark join report on report.id = report_mark.report"
                + " where mark = ? and report.status = 'APPROVED' limit 1");
        select.setLong(1, ReportMarks.ofTask(task));
        try (var row = select.executeQuery()) {
            return row.next();
        }
    }

    private static Map<BulletinGroup, Long> found(Transaction transaction, String task) throws SQLException {
        var found = new EnumMap<BulletinGroup, Long>(BulletinGroup.class);
        var select = transaction.prepared("select finds.category, sum(finds.quantity) from report_mark"
                + " join report on report.id = report_mark.report join finds on finds.report = report.id"
                + " where mark = ? and report.status = 'APPROVED' and finds.known_to_ms is null"
                + " group by finds.category");
        select.setLong(1, ReportMarks.ofTask(task));
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.merge(OrdnanceCategory.valueOf(row.getString(1)).bulletinGroup(), row.getLong(2), Long::sum);
            }
        }
        return found;
    }
}
