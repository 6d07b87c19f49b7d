// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.ledger.Digest;
import org.clearground.reports.Answers;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.Transaction;

/** Whether a report was here before: the same ground again, or the same number with something else to say. */
final class EarlierReports {

    private EarlierReports() {}

    /** A report that says the same as this one, or has the same number, among those that stand. */
    record Earlier(long id, String reportId, ReportStatus status, Instant at) {}

    /** @param passedOver digest of a file whose reports are not asked; blank for none */
    static Optional<Earlier> sameContent(Transaction transaction, String form, String fingerprint, String passedOver)
            throws SQLException {
        var select = transaction.prepared("select id, report_id, status, read_at_ms from report"
                + " where fingerprint = ? and form = ? and status in ('PENDING', 'APPROVED') and submission <> ?"
                + " order by id limit 1");
        select.setString(1, fingerprint);
        select.setString(2, form);
        select.setString(3, passedOver);
        return earlier(select);
    }

    static Optional<Earlier> sameNumber(Transaction transaction, String form, Answers answers) throws SQLException {
        var organisation = answers.code("organisation");
        var number = answers.text("report_no");
        if (organisation == null || number == null) {
            return Optional.empty();
        }
        var select = transaction.prepared(
                "select id, report_id, status, read_at_ms from report"
                        + " where organisation = ? and report_no = ? and form = ? and status = 'APPROVED' order by id desc limit 1");
        select.setString(1, organisation);
        select.setString(2, number);
        select.setString(3, form);
        return earlier(select);
    }

    /** The last report that waits for a decision under a number, in any other file. */
    static Optional<ReportId> waitingUnderNumber(
            Transaction transaction, String form, Answers answers, Digest submission) throws SQLException {
        var select = transaction.prepared("select report_id from report where organisation = ? and report_no = ?"
                + " and form = ? and status = 'PENDING' and submission <> ? order by id desc limit 1");
        select.setString(1, answers.code("organisation"));
        select.setString(2, answers.text("report_no"));
        select.setString(3, form);
        select.setString(4, submission.hex());
        try (var row = select.executeQuery()) {
            return row.next() ? Optional.of(ReportId.of(row.getString(1))) : Optional.empty();
        }
    }

    private static Optional<Earlier> earlier(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Earlier(
                            row.getLong(1),
                            row.getString(2),
                            ReportStatus.valueOf(row.getString(3)),
                            Instant.ofEpochMilli(row.getLong(4))))
                    : Optional.empty();
        }
    }

    /** A finding that only the store can make: this report was here before. */
    static Finding duplicate(SourcePlace place, Earlier earlier) {
        return new Finding(
                FindingCode.DUPLICATE_REPORT,
                FindingCode.DUPLICATE_REPORT.severity(),
                place,
                null,
                Map.of("report", earlier.reportId(), "received", earlier.at().toString()));
    }

    /** A finding that only the store can make: this report replaces an approved one. */
    static Finding correction(SourcePlace place, String number, Earlier earlier) {
        return new Finding(
                FindingCode.CORRECTS_REPORT,
                FindingCode.CORRECTS_REPORT.severity(),
                place,
                number,
                Map.of(
                        "number",
                        number,
                        "report",
                        earlier.reportId(),
                        "approved",
                        earlier.at().toString()));
    }
}
