// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.ledger.Digest;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportRegister;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * Lays the reports of a file, one after the other, beside those that stand and beside those before it in the file: the
 * same again, alike, larger than usual, other totals; and what the registers say to it. Each is a look-up by an index.
 *
 * <p>An import writes its reports, so the store knows them when the next one comes. A check writes nothing: what it saw in
 * the file is held here.
 */
final class Comparison {

    private final Transaction transaction;
    private final String form;
    private final double timesMedian;
    private final List<ReportRegister> registers;
    private final Instant moment;
    private final boolean written;
    private final String passedOver;
    private final ReportSizes sizes;
    private final Map<String, String> contents = new HashMap<>();
    private final Map<Long, Map<String, String>> marks = new HashMap<>();

    /**
     * For an import, which writes each report to the store before the next is compared, or for a check.
     *
     * @param passedOver digest of a file whose reports in the store give way to those compared; null in an import, where
     *     they have given way
     */
    Comparison(
            Transaction transaction,
            String form,
            Country.Form known,
            List<ReportRegister> registers,
            Instant moment,
            @Nullable Digest passedOver) {
        this.transaction = transaction;
        this.form = form;
        this.timesMedian = known.parameters().limits().timesMedian();
        this.registers = registers;
        this.moment = moment;
        this.written = passedOver == null;
        this.passedOver = passedOver == null ? "" : passedOver.hex();
        this.sizes = new ReportSizes(transaction);
    }

    /**
     * A report with what is found of it beside others.
     *
     * @param id of its row, or that it would have
     */
    ReadReport compare(CheckedReport checked, long id) throws SQLException {
        var read = checked.read();
        var main = checked.written().main();
        var findings = new ArrayList<>(read.findings());
        var duplicate = findSameContent(checked);
        if (duplicate.isPresent()) {
            findings.add(EarlierReports.duplicate(main.at(ReportMarks.NUMBER), duplicate.get()));
        } else {
            compareNumber(checked, findings);
            compareMarks(checked, findings);
            compareSize(checked, findings);
            findings.addAll(
                    TaskTotals.disagreements(transaction, form, read.report().answers(), main::at));
        }
        foresee(checked, id, findings);
        return findings.size() == read.findings().size() ? read : new ReadReport(read.report(), findings);
    }

    private Optional<EarlierReports.Earlier> findSameContent(CheckedReport checked) throws SQLException {
        var fingerprint = checked.line().fingerprint();
        var inFile = contents.get(fingerprint);
        var inStore = EarlierReports.sameContent(transaction, form, fingerprint, passedOver);
        return inStore.isPresent() || inFile == null
                ? inStore
                : Optional.of(new EarlierReports.Earlier(0, inFile, ReportStatus.PENDING, moment));
    }

    private void compareNumber(CheckedReport checked, List<Finding> findings) throws SQLException {
        var answers = checked.read().report().answers();
        var number = answers.text(ReportMarks.NUMBER);
        var earlier = EarlierReports.sameNumber(transaction, form, answers);
        if (earlier.isPresent() && number != null) {
            findings.add(
                    EarlierReports.correction(checked.written().main().at(ReportMarks.NUMBER), number, earlier.get()));
        }
    }

    private void compareMarks(CheckedReport checked, List<Finding> findings) throws SQLException {
        for (var mark : checked.marks().marks()) {
            var alike = mark.question().equals(ReportMarks.TASK) ? null : findAlike(mark);
            if (alike != null) {
                findings.add(
                        alike(mark, checked.written().main().at(mark.question()), alike.written(), alike.report()));
            }
        }
    }

    /** A report that shares a mark, and what tells it apart. */
    private record Alike(String written, String report) {}

    private @Nullable Alike findAlike(ReportMarks.Mark mark) throws SQLException {
        for (var inFile : marks.getOrDefault(mark.mark(), Map.of()).entrySet()) {
            if (!inFile.getKey().equals(mark.written())) {
                return new Alike(inFile.getKey(), inFile.getValue());
            }
        }
        // Two ranges of the index: however many wrote the same, they are passed over.
        var select = transaction.prepared("select alike.written, report.report_id from ("
                + "select written, report from report_mark where mark = ? and written < ?"
                + " union all select written, report from report_mark where mark = ? and written > ?) alike"
                + " join report on report.id = alike.report where report.status in ('PENDING', 'APPROVED')"
                + " and report.submission <> ? limit 1");
        select.setLong(1, mark.mark());
        select.setString(2, mark.written());
        select.setLong(3, mark.mark());
        select.setString(4, mark.written());
        select.setString(5, passedOver);
        try (var row = select.executeQuery()) {
            return row.next() ? new Alike(row.getString(1), row.getString(2)) : null;
        }
    }

    /** What is said of a report whose mark another one shares. */
    static Finding alike(ReportMarks.Mark mark, SourcePlace place, String otherWritten, String otherReport) {
        return codeOf(mark) == FindingCode.NUMBERS_ALIKE
                ? finding(FindingCode.NUMBERS_ALIKE, place, mark.written(), Map.of("others", otherWritten))
                : finding(FindingCode.SAME_GROUND, place, null, Map.of("report", otherReport));
    }

    static FindingCode codeOf(ReportMarks.Mark mark) {
        return mark.question().equals(ReportMarks.NUMBER) || mark.question().equals(ReportMarks.HAZARD)
                ? FindingCode.NUMBERS_ALIKE
                : FindingCode.SAME_GROUND;
    }

    private void compareSize(CheckedReport checked, List<Finding> findings) throws SQLException {
        var size = checked.marks().size();
        var median = size == null ? null : sizes.median(size.kind());
        if (size != null && median != null && median.isPresent()) {
            if (size.squareMetres() > median.getAsDouble() * timesMedian) {
                findings.add(unusuallyLarge(size, checked.written().main().at(size.question()), median.getAsDouble()));
            }
        }
    }

    static Finding unusuallyLarge(ReportMarks.Size size, SourcePlace place, double median) {
        return finding(
                FindingCode.UNUSUALLY_LARGE,
                place,
                null,
                Map.of(
                        "hectares", hectares(size.squareMetres()),
                        "median", hectares(median),
                        "times", String.valueOf(Math.round(size.squareMetres() / median)),
                        "kind", size.kind()));
    }

    private static String hectares(double squareMetres) {
        return SquareMetres.computed(squareMetres).hectares().toPlainString();
    }

    /** What the registers would say to a report that nothing blocks so far. */
    private void foresee(CheckedReport checked, long id, List<Finding> findings) throws SQLException {
        if (findings.stream().anyMatch(Finding::blocks)) {
            return;
        }
        var report = checked.read().report();
        boolean corrects = findings.stream().anyMatch(finding -> finding.code() == FindingCode.CORRECTS_REPORT);
        var corrected = corrects
                ? EarlierReports.sameNumber(transaction, form, report.answers())
                : Optional.<EarlierReports.Earlier>empty();
        var candidate = new AcceptedReport(
                report, form, id, corrected.map(EarlierReports.Earlier::id).orElse(null), moment);
        for (var register : registers) {
            findings.addAll(register.foresee(candidate, checked.written().main().at(ReportMarks.NUMBER)));
        }
    }

    /** Notes a report for those that follow. */
    void note(CheckedReport checked, long id) throws SQLException {
        if (written) {
            checked.marks().insert(transaction, id);
        } else {
            var report = checked.read().report().id().toString();
            contents.putIfAbsent(checked.line().fingerprint(), report);
            for (var mark : checked.marks().marks()) {
                if (!mark.question().equals(ReportMarks.TASK)) {
                    marks.computeIfAbsent(mark.mark(), any -> new HashMap<>(2)).putIfAbsent(mark.written(), report);
                }
            }
        }
        var size = checked.marks().size();
        if (size != null) {
            sizes.add(size);
        }
    }

    /** Writes what is kept of all of them together. */
    void complete() throws SQLException {
        if (written) {
            sizes.complete();
        }
    }

    private static Finding finding(
            FindingCode code, SourcePlace place, @Nullable String value, Map<String, String> figures) {
        return new Finding(code, code.severity(), place, value, figures);
    }
}
