// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.reports.store.StandingReports.Standing;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/**
 * What shows only when all reports that stand are laid side by side: the comparisons of {@link Comparison}, as the store
 * is now. Of each report two numbers are held.
 */
final class SideBySide {

    private final Transaction transaction;
    private final StoreTally tally;
    private final Map<String, Sizes> sizes = new TreeMap<>();

    SideBySide(Transaction transaction, StoreTally tally) {
        this.transaction = transaction;
        this.tally = tally;
    }

    /** Areas of one kind, each with its report. */
    private static final class Sizes {
        private double[] areas = new double[64];
        private long[] reports = new long[64];
        private int count;

        void add(ReportMarks.Size size, long report) {
            if (count == areas.length) {
                areas = Arrays.copyOf(areas, count * 2);
                reports = Arrays.copyOf(reports, count * 2);
            }
            areas[count] = size.squareMetres();
            reports[count] = report;
            count++;
        }

        double median() {
            var sorted = Arrays.copyOf(areas, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }
    }

    void note(Standing standing) {
        var report = standing.read().report();
        var size = ReportMarks.of(standing.form(), report).size();
        if (size != null) {
            sizes.computeIfAbsent(size.kind(), any -> new Sizes()).add(size, standing.row());
        }
        try {
            for (var finding : TaskTotals.disagreements(
                    transaction,
                    standing.form(),
                    report.answers(),
                    question -> new SourcePlace(standing.fileName(), null, report.firstRow(), question))) {
                tally.tell(
                        finding,
                        report.id(),
                        report.answers().code("organisation"),
                        report.answers().text(ReportMarks.NUMBER));
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    void tell(double timesMedian) {
        tellAlike();
        tellSizes(timesMedian);
    }

    /** The first of those that share a mark is told nothing. */
    private void tellAlike() {
        var first = new Alike[1];
        transaction
                .sql()
                .sql("select mark, question, written, report.id, report.report_id from report_mark"
                        + " join report on report.id = report_mark.report"
                        + " where report.status in ('PENDING', 'APPROVED') and question <> 'task' and mark in"
                        + " (select mark from report_mark group by mark having min(written) < max(written))"
                        + " order by mark, report.id")
                .query(row -> {
                    var here = new Alike(
                            new ReportMarks.Mark(row.getLong(1), row.getString(2), row.getString(3)),
                            row.getLong(4),
                            row.getString(5));
                    var before = first[0];
                    if (before == null || before.mark().mark() != here.mark().mark()) {
                        first[0] = here;
                    } else if (!before.mark().written().equals(here.mark().written())) {
                        tell(here, before);
                    }
                });
    }

    private record Alike(ReportMarks.Mark mark, long row, String report) {}

    private void tell(Alike here, Alike before) {
        var mark = here.mark();
        tally.tell(
                transaction,
                Comparison.codeOf(mark),
                here.row(),
                any -> mark.question(),
                place -> Comparison.alike(mark, place, before.mark().written(), before.report()));
    }

    /** The question that the size of a report is taken from. */
    private static String largest(ReportQueries.Detail detail) {
        var size = ReportMarks.of(detail.summary().form(), detail.report()).size();
        return size == null ? "" : size.question();
    }

    private void tellSizes(double timesMedian) {
        sizes.forEach((kind, of) -> {
            if (of.count < ReportSizes.FEWEST) {
                return;
            }
            double median = of.median();
            for (int i = 0; i < of.count; i++) {
                double area = of.areas[i];
                if (area > median * timesMedian) {
                    var size = new ReportMarks.Size(kind, "", area);
                    tally.tell(
                            transaction,
                            FindingCode.UNUSUALLY_LARGE,
                            of.reports[i],
                            SideBySide::largest,
                            place -> Comparison.unusuallyLarge(size, place, median));
                }
            }
        });
    }
}
