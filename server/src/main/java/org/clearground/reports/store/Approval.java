// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.Answers;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What happens when the authority accepts a report. */
final class Approval {

    private Approval() {}

    /**
     * That the registers accept a report as things stand now. A correction is asked when what it corrects has ended.
     *
     * @throws org.clearground.reports.RefusedReportException if a rule refuses it
     */
    static void require(
            Transaction transaction, List<ReportRegister> open, String form, long id, ReadReport read, Instant moment)
            throws SQLException {
        var others = othersOfItsNumber(transaction, form, id, read.report().answers(), moment);
        var candidate = new AcceptedReport(read.report(), form, id, others.corrected(), moment);
        open.forEach(register -> register.requirePermitted(candidate));
        if (others.corrected() == null) {
            open.forEach(register -> register.requireAcceptable(candidate));
        }
    }

    /**
     * Accepts a report into the registers, and ends what an earlier report of the same number said.
     *
     * @param asThingsStand whether the registers are asked about a correction; a decision kept in the ledger is not
     *     asked again
     */
    static void approve(
            Transaction transaction,
            List<ReportRegister> open,
            String form,
            long id,
            ReadReport read,
            Instant moment,
            String actor,
            boolean asThingsStand)
            throws SQLException {
        var others = othersOfItsNumber(transaction, form, id, read.report().answers(), moment);
        var knownTo = others.until();
        for (long replaced : others.undecided()) {
            setCorrected(transaction, replaced, null);
        }
        if (others.corrected() != null) {
            setCorrected(transaction, others.corrected(), moment);
            for (var register : open) {
                register.end(others.corrected(), moment);
            }
        }
        var update = transaction.prepared("update report set status = ?, decided_at_ms = ?, decided_by = ?,"
                + " reason = null, known_from_ms = ?, known_to_ms = ? where id = ?");
        update.setString(1, knownTo == null ? "APPROVED" : "CORRECTED");
        update.setLong(2, moment.toEpochMilli());
        update.setString(3, actor);
        update.setLong(4, moment.toEpochMilli());
        ReportRows.setLong(update, 5, knownTo == null ? null : knownTo.toEpochMilli());
        update.setLong(6, id);
        update.executeUpdate();
        var accepted = new AcceptedReport(read.report(), form, id, others.corrected(), moment);
        for (var register : open) {
            if (asThingsStand && others.corrected() != null) {
                register.requireAcceptable(accepted);
            }
            register.add(accepted);
            if (knownTo != null) {
                register.end(id, knownTo);
            }
        }
    }

    /**
     * Where a report stands among those of its number.
     *
     * @param corrected the one that it replaces; null if none
     * @param until when it was itself replaced; null if it is the latest
     * @param undecided earlier ones that nobody decided on, which it replaces too
     */
    private record OthersOfItsNumber(@Nullable Long corrected, @Nullable Instant until, List<Long> undecided) {}

    /**
     * Of all approved reports of one number, each is known until the next one was approved, in whatever order they
     * arrive.
     */
    private static OthersOfItsNumber othersOfItsNumber(
            Transaction transaction, String form, long id, Answers answers, Instant moment) throws SQLException {
        var organisation = answers.code("organisation");
        var number = answers.text("report_no");
        if (organisation == null || number == null) {
            return new OthersOfItsNumber(null, null, List.of());
        }
        Long corrected = null;
        Instant next = null;
        var undecided = new ArrayList<Long>();
        var select = transaction.prepared("select id, status, known_from_ms, known_to_ms from report where"
                + " organisation = ? and report_no = ? and form = ? and id <> ?"
                + " and status in ('PENDING', 'APPROVED', 'CORRECTED') order by id");
        select.setString(1, organisation);
        select.setString(2, number);
        select.setString(3, form);
        select.setLong(4, id);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                long other = row.getLong(1);
                if (row.getString(2).equals("PENDING")) {
                    if (other < id) {
                        undecided.add(other);
                    }
                    continue;
                }
                var from = Instant.ofEpochMilli(row.getLong(3));
                long to = row.getLong(4);
                boolean openEnded = row.wasNull();
                if (from.isAfter(moment)) {
                    next = next == null || from.isBefore(next) ? from : next;
                } else if (openEnded || to > moment.toEpochMilli()) {
                    corrected = other;
                }
            }
        }
        return new OthersOfItsNumber(corrected, next, undecided);
    }

    private static void setCorrected(Transaction transaction, long id, @Nullable Instant knownTo) throws SQLException {
        var update = transaction.prepared("update report set status = 'CORRECTED', known_to_ms = ? where id = ?");
        ReportRows.setLong(update, 1, knownTo == null ? null : knownTo.toEpochMilli());
        update.setLong(2, id);
        update.executeUpdate();
    }
}
