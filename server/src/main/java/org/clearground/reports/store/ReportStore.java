// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.errors.Finding;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reports.ReadReport;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportRegister;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/**
 * Submissions, readings, reports and findings, and what a decision does to them and to the registers.
 *
 * <p>The same steps serve the import of a file and the rebuilding of registers from the ledger, so both give the same
 * rows.
 */
public final class ReportStore implements Projection {

    private static final long MUCH_REPORTS = 1_000;

    private final ReportRegisters registers;
    private final Signatories signatories;

    public ReportStore(ReportRegisters registers, Signatories signatories) {
        this.registers = registers;
        this.signatories = signatories;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "submission",
                "reading",
                "report",
                "finding",
                "report_mark",
                "report_size",
                "signature",
                "report_office",
                "report_comment",
                "report_places",
                "finds",
                "activities",
                "accreditation",
                "land_acts",
                "land_pieces",
                "worked_ground",
                "land_posting",
                "land_sum",
                "land_conflict",
                "land_set_aside",
                "land_sliver",
                "land_evidence",
                "land_alert",
                "land_act_district",
                "land_alert_district",
                "land_leads",
                "land_lead_named",
                "qc_visits");
    }

    @Override
    public void drop(Transaction transaction) {
        for (var table : List.of(
                "signature",
                "report_office",
                "report_comment",
                "finding",
                "report_mark",
                "report_size",
                "report",
                "reading",
                "submission")) {
            transaction.sql().sql("delete from " + table).update();
        }
        new ReportPlaces(transaction, false).drop();
        registers.open(transaction, false).forEach(ReportRegister::drop);
    }

    /** Of these tables, only the places of reports follow from what is kept of a report alone. */
    @Override
    public void fill(Transaction transaction, String table) {
        if (!table.equals(ReportPlaces.TABLE)) {
            Projection.super.fill(transaction, table);
            return;
        }
        var places = new ReportPlaces(transaction, true);
        places.drop();
        record Kept(ReportRows.Origin origin, Digest reading) {}
        for (var kept : transaction
                .sql()
                .sql("select id, submission, form, read_at_ms, sha256 from reading order by id")
                .query((row, number) -> new Kept(
                        new ReportRows.Origin(
                                row.getLong(1),
                                new Digest(row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4))),
                        new Digest(row.getString(5))))
                .list()) {
            forEachReport(
                    transaction,
                    kept.reading(),
                    kept.origin(),
                    read -> places.insert(
                            reportRow(
                                    transaction,
                                    kept.origin().reading(),
                                    read.report().ordinal()),
                            read.report()),
                    findings -> {});
        }
        places.complete();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        var body = CanonicalJson.read(entry.body());
        try {
            switch (entry.kind()) {
                case RECEIVED -> ReportRows.insertSubmission(transaction, entry);
                case READ -> applyReading(transaction, entry, body);
                case APPROVED -> applyApproval(transaction, entry, body);
                case REFUSED -> Refusals.apply(transaction, entry, body);
                case RETURNED -> endWaiting(transaction, entry, body, ReportStatus.RETURNED);
                case TAKEN_BACK -> endWaiting(transaction, entry, body, ReportStatus.TAKEN_BACK);
                case WITHDRAWN -> applyWithdrawal(transaction, entry, body);
                case SIGNED -> applySignature(transaction, entry, body);
                case COMMENTED -> Comments.apply(transaction, entry, body);
                case PACK_ADOPTED,
                        CLAIM_SIGNED,
                        CLAIM_DECIDED,
                        ALERT_CLOSED,
                        EDITION_PREPARED,
                        EDITION_PUBLISHED,
                        STATEMENTS_RECEIVED,
                        CONFLICT_SETTLED -> {}
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void applyReading(Transaction transaction, LedgerEntry entry, Map<String, Object> body)
            throws SQLException {
        var submission = new Digest(entry.subject());
        var form = String.valueOf(body.get("form"));
        ReportRows.supersedeEarlierReadings(transaction, submission, form);
        long reading = ReportRows.nextId(transaction, "reading");
        ReportRows.insertReading(transaction, reading, entry);
        var origin = new ReportRows.Origin(reading, submission, form, entry.recordedAt());
        var next = new long[] {ReportRows.nextId(transaction, "report")};
        var parts = new PartCounter();
        var sizes = new ReportSizes(transaction);
        var places = new ReportPlaces(
                transaction, body.get("reports") instanceof Number reports && reports.longValue() > MUCH_REPORTS);
        forEachReport(
                transaction,
                new Digest(String.valueOf(body.get("reading"))),
                origin,
                read -> {
                    var line = ReadingDocument.line(read);
                    ReportRows.insertReport(
                            transaction, next[0], origin, read, line.fingerprint(), parts.of(line.bytes().length));
                    Offices.insert(transaction, next[0], signatories.offices(transaction, form, read.report()));
                    places.insert(next[0], read.report());
                    var marks = ReportMarks.of(form, read.report());
                    marks.insert(transaction, next[0]++);
                    if (marks.size() != null) {
                        sizes.add(marks.size());
                    }
                },
                findings -> {
                    for (var finding : findings) {
                        ReportRows.insertFinding(transaction, reading, null, finding);
                    }
                });
        sizes.complete();
        places.complete();
    }

    /** Repeats how {@link Contents.Writer#writeRecord} shares records out over parts. */
    static final class PartCounter {
        private int part;
        private int filled;

        int of(int length) {
            if (filled > 0 && filled + length > Contents.PART_BYTES) {
                part++;
                filled = 0;
            }
            filled += length;
            return part;
        }
    }

    /** Told of a report that a rule refuses. */
    interface Refusal {
        void refused(ReadReport report, RefusedReportException why);
    }

    /**
     * Accepts what the registers accept as things stand now.
     *
     * @param refusal told of the others
     * @return those accepted
     * @throws RefusedReportException for a correction, which is asked when what it corrects has ended; then the
     *     transaction is to be undone
     */
    Ordinals approve(
            Transaction transaction,
            String submission,
            String reading,
            Ordinals chosen,
            Instant moment,
            String actor,
            Refusal refusal) {
        var target = target(transaction, submission, reading);
        var open = registers.open(transaction, chosen.count() > MUCH_REPORTS);
        var accepted = new Ordinals();
        ChosenReports.forEach(transaction, new Digest(reading), target, chosen, report -> {
            int ordinal = report.report().ordinal();
            long id = reportRow(transaction, target.reading(), ordinal);
            try {
                Approval.require(transaction, open, target.form(), id, report, moment);
            } catch (RefusedReportException why) {
                refusal.refused(report, why);
                return;
            }
            Approval.approve(transaction, open, target.form(), id, report, moment, actor, true);
            accepted.add(ordinal);
        });
        open.forEach(ReportRegister::complete);
        return accepted;
    }

    /** Those of a reading's reports that are chosen. */
    List<ReadReport> read(Transaction transaction, String submission, String reading, Ordinals chosen) {
        var reports = new ArrayList<ReadReport>();
        ChosenReports.forEach(
                transaction, new Digest(reading), target(transaction, submission, reading), chosen, reports::add);
        return reports;
    }

    private static void applySignature(Transaction transaction, LedgerEntry entry, Map<String, Object> body)
            throws SQLException {
        var target = target(transaction, entry.subject(), String.valueOf(body.get("reading")));
        var reports = new ArrayList<Long>();
        for (var run :
                Ordinals.from(Objects.requireNonNull(body.get("reports"))).asList()) {
            for (long ordinal = run.get(0); ordinal <= run.get(1); ordinal++) {
                reports.add(reportRow(transaction, target.reading(), ordinal));
            }
        }
        Signatures.insert(transaction, entry, body, reports);
    }

    private void applyApproval(Transaction transaction, LedgerEntry entry, Map<String, Object> body) {
        var chosen = Ordinals.from(Objects.requireNonNull(body.get("reports")));
        var read = String.valueOf(body.get("reading"));
        var target = target(transaction, entry.subject(), read);
        var open = registers.open(transaction, chosen.count() > MUCH_REPORTS);
        ChosenReports.forEach(transaction, new Digest(read), target, chosen, report -> {
            long id = reportRow(transaction, target.reading(), report.report().ordinal());
            Approval.approve(transaction, open, target.form(), id, report, entry.recordedAt(), entry.actor(), false);
        });
        open.forEach(ReportRegister::complete);
    }

    /** Ends the waiting of reports that nobody approved. */
    private static void endWaiting(
            Transaction transaction, LedgerEntry entry, Map<String, Object> body, ReportStatus status)
            throws SQLException {
        var target = target(transaction, entry.subject(), String.valueOf(body.get("reading")));
        for (var run :
                Ordinals.from(Objects.requireNonNull(body.get("reports"))).asList()) {
            var update = transaction.prepared(
                    "update report set status = '" + status + "', decided_at_ms = ?, decided_by = ?,"
                            + " reason = ? where reading = ? and ordinal between ? and ? and status = 'PENDING'");
            decide(update, entry, body, target.reading(), run);
        }
    }

    private void applyWithdrawal(Transaction transaction, LedgerEntry entry, Map<String, Object> body)
            throws SQLException {
        var target = target(transaction, entry.subject(), String.valueOf(body.get("reading")));
        var open = registers.open(transaction, false);
        for (var run :
                Ordinals.from(Objects.requireNonNull(body.get("reports"))).asList()) {
            for (long ordinal = run.get(0); ordinal <= run.get(1); ordinal++) {
                long id = reportRow(transaction, target.reading(), ordinal);
                for (var register : open) {
                    register.end(id, entry.recordedAt());
                }
            }
            var update =
                    transaction.prepared("update report set status = 'WITHDRAWN', decided_at_ms = ?, decided_by = ?,"
                            + " reason = ?, known_to_ms = " + entry.recordedAt().toEpochMilli()
                            + " where reading = ? and ordinal between ? and ? and status = 'APPROVED'");
            decide(update, entry, body, target.reading(), run);
        }
        open.forEach(ReportRegister::complete);
    }

    private static void decide(
            PreparedStatement update, LedgerEntry entry, Map<String, Object> body, long reading, List<Long> run)
            throws SQLException {
        update.setLong(1, entry.recordedAt().toEpochMilli());
        update.setString(2, entry.actor());
        update.setString(3, String.valueOf(body.get("reason")));
        update.setLong(4, reading);
        update.setLong(5, run.get(0));
        update.setLong(6, run.get(1));
        update.executeUpdate();
    }

    private static ReportRows.Origin target(Transaction transaction, String submission, String reading) {
        return transaction
                .sql()
                .sql(
                        "select id, form, read_at_ms from reading where submission = ? and sha256 = ? order by id desc limit 1")
                .params(submission, reading)
                .query((row, number) -> new ReportRows.Origin(
                        row.getLong(1), new Digest(submission), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .single();
    }

    private static long reportRow(Transaction transaction, long reading, long ordinal) throws SQLException {
        var select = transaction.prepared("select id from report where reading = ? and ordinal = ?");
        select.setLong(1, reading);
        select.setLong(2, ordinal);
        try (var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Like a consumer, for what writes to the database. */
    interface Step<T> {
        void accept(T value) throws SQLException;
    }

    private static void forEachReport(
            Transaction transaction,
            Digest reading,
            ReportRows.Origin origin,
            Step<ReadReport> reports,
            Step<List<Finding>> aboutTheFile) {
        ReadingDocument.read(
                Contents.open(transaction, reading).orElseThrow(),
                origin.submission(),
                origin.form(),
                report -> run(reports, report),
                findings -> run(aboutTheFile, findings));
    }

    private static <T> void run(Step<T> step, T value) {
        try {
            step.accept(value);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
