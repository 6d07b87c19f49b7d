// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.CanonicalText;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.Answers;
import org.clearground.reports.ProgressRegister;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Submissions, readings, reports and findings, and what a decision does to them and to the registers.
 *
 * <p>The same steps serve the import of a file and the rebuilding of registers from the ledger, so both give the same
 * rows.
 */
public final class ReportStore implements Projection {

    private static final long MUCH_REPORTS = 1_000;

    private final ReportRegisters registers;

    public ReportStore(ReportRegisters registers) {
        this.registers = registers;
    }

    // ---- what an import and a rebuild both do ------------------------------------------------------------------

    void insertSubmission(Transaction transaction, LedgerEntry received) {
        var body = CanonicalJson.read(received.body());
        try {
            var insert = transaction.prepared("insert into submission (sha256, file_name, media_type, bytes,"
                    + " organisation, actor, sample, received_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (sha256) do nothing");
            insert.setString(1, received.subject());
            insert.setString(2, String.valueOf(body.get("fileName")));
            insert.setString(3, String.valueOf(body.get("mediaType")));
            insert.setLong(4, whole(body, "bytes"));
            insert.setString(5, received.organisation().isEmpty() ? null : received.organisation());
            insert.setString(6, received.actor());
            insert.setBoolean(7, false);
            insert.setLong(8, received.recordedAt().toEpochMilli());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    void insertReading(Transaction transaction, long reading, LedgerEntry read) {
        var body = CanonicalJson.read(read.body());
        try {
            var insert =
                    transaction.prepared("insert into reading (id, sha256, submission, form, form_version, mapping,"
                            + " reports, read_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)");
            insert.setLong(1, reading);
            insert.setString(2, String.valueOf(body.get("reading")));
            insert.setString(3, read.subject());
            insert.setString(4, String.valueOf(body.get("form")));
            insert.setString(5, String.valueOf(body.get("formVersion")));
            insert.setString(6, String.valueOf(body.get("mappingFingerprint")));
            insert.setLong(7, whole(body, "reports"));
            insert.setLong(8, read.recordedAt().toEpochMilli());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Reports of an earlier reading of the same submission give way to the new one. */
    void supersedeEarlierReadings(Transaction transaction, Digest submission, String form) {
        try {
            var update = transaction.prepared(
                    "update report set status = 'REREAD' where submission = ? and form = ? and status = 'PENDING'");
            update.setString(1, submission.hex());
            update.setString(2, form);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** The number of the next row of a table that numbers its rows. */
    static long nextId(Transaction transaction, String table) {
        try (var row = transaction
                .prepared("select coalesce(max(id), 0) + 1 from " + table)
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Where a report's row comes from. */
    record Origin(long reading, Digest submission, String form, Instant readAt) {}

    void insertReport(Transaction transaction, long id, Origin origin, ReadReport read, String fingerprint, int part)
            throws SQLException {
        var report = read.report();
        var answers = report.answers();
        long blocking = read.findings().stream().filter(Finding::blocks).count();
        var insert = transaction.prepared("insert into report (id, report_id, reading, submission, form, ordinal, part,"
                + " organisation, report_no, activity_type, district, period_from, period_to, fingerprint, status,"
                + " blocking, warnings, sample, read_at_ms)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?)");
        insert.setLong(1, id);
        insert.setString(2, report.id().toString());
        insert.setLong(3, origin.reading());
        insert.setString(4, origin.submission().hex());
        insert.setString(5, origin.form());
        insert.setInt(6, report.ordinal());
        insert.setInt(7, part);
        insert.setString(8, answers.code("organisation"));
        insert.setString(9, answers.text("report_no"));
        insert.setString(10, answers.code("activity_type"));
        insert.setString(11, answers.code("district"));
        insert.setString(12, day(answers, "period_from"));
        insert.setString(13, day(answers, "period_to"));
        insert.setString(14, fingerprint);
        insert.setLong(15, blocking);
        insert.setLong(16, read.findings().size() - blocking);
        insert.setBoolean(17, report.sample());
        insert.setLong(18, origin.readAt().toEpochMilli());
        insert.executeUpdate();
        for (var finding : read.findings()) {
            insertFinding(transaction, origin.reading(), id, finding);
        }
    }

    private static @Nullable String day(Answers answers, String question) {
        var day = answers.day(question);
        return day == null ? null : day.toString();
    }

    void insertFinding(Transaction transaction, long reading, @Nullable Long report, Finding finding)
            throws SQLException {
        var insert = transaction.prepared("insert into finding (reading, report, code, severity, file, sheet, at_row,"
                + " at_column, value, figures) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, reading);
        setLong(insert, 2, report);
        insert.setString(3, finding.code().name());
        insert.setString(4, finding.severity().name());
        insert.setString(5, finding.place().file());
        insert.setString(6, finding.place().sheet());
        var row = finding.place().row();
        setLong(insert, 7, row == null ? null : Long.valueOf(row));
        insert.setString(8, finding.place().column());
        insert.setString(9, finding.value());
        var figures = new StringBuilder();
        CanonicalText.append(figures, new java.util.TreeMap<>(finding.figures()));
        insert.setString(10, figures.toString());
        insert.executeUpdate();
    }

    /** A report that says the same as this one, or has the same number, among those that stand. */
    record Earlier(long id, String reportId, ReportStatus status, Instant at) {}

    Optional<Earlier> sameContent(Transaction transaction, String fingerprint) throws SQLException {
        var select = transaction.prepared("select id, report_id, status, read_at_ms from report"
                + " where fingerprint = ? and status in ('PENDING', 'APPROVED') order by id limit 1");
        select.setString(1, fingerprint);
        return earlier(select);
    }

    Optional<Earlier> sameNumber(Transaction transaction, Answers answers) throws SQLException {
        var organisation = answers.code("organisation");
        var number = answers.text("report_no");
        if (organisation == null || number == null) {
            return Optional.empty();
        }
        var select = transaction.prepared("select id, report_id, status, read_at_ms from report"
                + " where organisation = ? and report_no = ? and status = 'APPROVED' order by id desc limit 1");
        select.setString(1, organisation);
        select.setString(2, number);
        return earlier(select);
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

    /** Accepts a report into the registers, and ends what an earlier report of the same number said. */
    void approve(
            Transaction transaction,
            List<ProgressRegister> open,
            long id,
            ReadReport read,
            Instant moment,
            String actor)
            throws SQLException {
        var knownTo = correctEarlier(transaction, open, id, read.report().answers(), moment);
        var update = transaction.prepared("update report set status = ?, decided_at_ms = ?, decided_by = ?,"
                + " reason = null, known_from_ms = ?, known_to_ms = ? where id = ?");
        update.setString(1, knownTo == null ? "APPROVED" : "CORRECTED");
        update.setLong(2, moment.toEpochMilli());
        update.setString(3, actor);
        update.setLong(4, moment.toEpochMilli());
        setLong(update, 5, knownTo == null ? null : knownTo.toEpochMilli());
        update.setLong(6, id);
        update.executeUpdate();
        var accepted = new AcceptedReport(
                ProgressReport.from(read.report()), id, moment, read.report().sample());
        for (var register : open) {
            register.add(accepted);
            if (knownTo != null) {
                register.end(id, knownTo);
            }
        }
    }

    /**
     * Of all approved reports of one number, each is known until the next one was approved, in whatever order they
     * arrive.
     *
     * @return until when the new one is known; null if it is the latest
     */
    private static @Nullable Instant correctEarlier(
            Transaction transaction, List<ProgressRegister> open, long id, Answers answers, Instant moment)
            throws SQLException {
        var organisation = answers.code("organisation");
        var number = answers.text("report_no");
        if (organisation == null || number == null) {
            return null;
        }
        Instant next = null;
        var select = transaction.prepared("select id, status, known_from_ms, known_to_ms from report where"
                + " organisation = ? and report_no = ? and id <> ? and status in ('PENDING', 'APPROVED', 'CORRECTED')");
        select.setString(1, organisation);
        select.setString(2, number);
        select.setLong(3, id);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                long other = row.getLong(1);
                if (row.getString(2).equals("PENDING")) {
                    if (other < id) {
                        setCorrected(transaction, other, null);
                    }
                    continue;
                }
                var from = Instant.ofEpochMilli(row.getLong(3));
                long to = row.getLong(4);
                boolean openEnded = row.wasNull();
                if (from.isAfter(moment)) {
                    next = next == null || from.isBefore(next) ? from : next;
                } else if (openEnded || to > moment.toEpochMilli()) {
                    setCorrected(transaction, other, moment);
                    for (var register : open) {
                        register.end(other, moment);
                    }
                }
            }
        }
        return next;
    }

    private static void setCorrected(Transaction transaction, long id, @Nullable Instant knownTo) throws SQLException {
        var update = transaction.prepared("update report set status = 'CORRECTED', known_to_ms = ? where id = ?");
        setLong(update, 1, knownTo == null ? null : knownTo.toEpochMilli());
        update.setLong(2, id);
        update.executeUpdate();
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    private static long whole(Map<String, Object> body, String name) {
        return body.get(name) instanceof Number number ? number.longValue() : 0;
    }

    // ---- taking entries in ------------------------------------------------------------------------------------

    @Override
    public void drop(Transaction transaction) {
        for (var table : List.of("finding", "report", "reading", "submission")) {
            transaction.sql().sql("delete from " + table).update();
        }
        registers.open(transaction, false).forEach(ProgressRegister::drop);
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        var body = CanonicalJson.read(entry.body());
        try {
            switch (entry.kind()) {
                case RECEIVED -> insertSubmission(transaction, entry);
                case READ -> applyReading(transaction, entry, body);
                case APPROVED -> applyApproval(transaction, entry, body);
                case RETURNED -> applyReturn(transaction, entry, body);
                case WITHDRAWN -> applyWithdrawal(transaction, entry, body);
                case PACK_ADOPTED -> {}
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void applyReading(Transaction transaction, LedgerEntry entry, Map<String, Object> body) {
        var submission = new Digest(entry.subject());
        var form = String.valueOf(body.get("form"));
        supersedeEarlierReadings(transaction, submission, form);
        long reading = nextId(transaction, "reading");
        insertReading(transaction, reading, entry);
        var origin = new Origin(reading, submission, form, entry.recordedAt());
        var next = new long[] {nextId(transaction, "report")};
        var parts = new PartCounter();
        forEachReport(
                transaction,
                new Digest(String.valueOf(body.get("reading"))),
                origin,
                read -> {
                    var line = ReadingDocument.line(read);
                    insertReport(
                            transaction, next[0]++, origin, read, line.fingerprint(), parts.of(line.bytes().length));
                },
                findings -> {
                    for (var finding : findings) {
                        insertFinding(transaction, reading, null, finding);
                    }
                });
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

    private void applyApproval(Transaction transaction, LedgerEntry entry, Map<String, Object> body) {
        var chosen = Ordinals.from(Objects.requireNonNull(body.get("reports")));
        var read = String.valueOf(body.get("reading"));
        var target = target(transaction, entry.subject(), read);
        var open = registers.open(transaction, chosen.count() > MUCH_REPORTS);
        forEachReport(
                transaction,
                new Digest(read),
                target,
                report -> {
                    if (chosen.contains(report.report().ordinal())) {
                        long id = reportRow(
                                transaction, target.reading(), report.report().ordinal());
                        approve(transaction, open, id, report, entry.recordedAt(), entry.actor());
                    }
                },
                findings -> {});
        open.forEach(ProgressRegister::complete);
    }

    private void applyReturn(Transaction transaction, LedgerEntry entry, Map<String, Object> body) throws SQLException {
        var target = target(transaction, entry.subject(), String.valueOf(body.get("reading")));
        for (var run :
                Ordinals.from(Objects.requireNonNull(body.get("reports"))).asList()) {
            var update =
                    transaction.prepared("update report set status = 'RETURNED', decided_at_ms = ?, decided_by = ?,"
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

    private static Origin target(Transaction transaction, String submission, String reading) {
        return transaction
                .sql()
                .sql(
                        "select id, form, read_at_ms from reading where submission = ? and sha256 = ? order by id desc limit 1")
                .params(submission, reading)
                .query((row, number) -> new Origin(
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
            Origin origin,
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
