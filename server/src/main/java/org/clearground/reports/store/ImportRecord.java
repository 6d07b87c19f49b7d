// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.errors.FindingCode;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a file that was taken in, beside the file itself.
 *
 * @param form by which it was read last; null if it never was
 * @param mapping by which it was read last
 * @param counts its reports by how they stand, readings that another one replaced left out
 * @param waiting reports that nobody has decided on or signed: those that can be taken back
 * @param blocked those of them that a finding keeps from approval
 * @param findings of its last reading, by code
 * @param left the first reports that were decided or signed
 * @param corrects the file whose rows these are, corrected; null if it stands for itself
 * @param correctedBy files of rows of this one, corrected
 */
public record ImportRecord(
        @Nullable String form,
        Mapping mapping,
        Map<ReportStatus, Long> counts,
        long waiting,
        long blocked,
        Map<FindingCode, Long> findings,
        List<Left> left,
        @Nullable Digest corrects,
        List<Digest> correctedBy) {

    private static final int MOST_LEFT = 100;
    private static final String UNSIGNED = "not exists (select 1 from signature where signature.report = report.id)";

    /** A report that stays as it is when its file is taken back. */
    public record Left(ReportId id, @Nullable String number, ReportStatus status, @Nullable String decidedBy) {}

    /** Reports of the file that somebody decided on or signed. */
    public long leftCount() {
        return counts.entrySet().stream()
                        .filter(count -> count.getKey() != ReportStatus.TAKEN_BACK)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                - waiting;
    }

    /** Whether something of the file was or can be taken back, so that what stays must be told. */
    public boolean partly() {
        return waiting > 0 || counts.containsKey(ReportStatus.TAKEN_BACK);
    }

    /** What is on record of a file that the store has. */
    @SuppressWarnings("unchecked") // a mapping as the ledger keeps it
    public static ImportRecord of(Transaction transaction, Digest submission) {
        var counts = new EnumMap<ReportStatus, Long>(ReportStatus.class);
        transaction
                .sql()
                .sql("select status, count(*) from report where submission = ? and status <> 'REREAD' group by status")
                .param(submission.hex())
                .query(row -> {
                    counts.put(ReportStatus.valueOf(row.getString(1)), row.getLong(2));
                });
        long waiting = waiting(transaction, submission, UNSIGNED);
        long blocked = waiting(transaction, submission, "blocking > 0");
        var findings = new EnumMap<FindingCode, Long>(FindingCode.class);
        transaction
                .sql()
                .sql(
                        "select code, count(*) from finding where reading = (select max(id) from reading where submission = ?)"
                                + " group by code")
                .param(submission.hex())
                .query(row -> {
                    findings.put(FindingCode.valueOf(row.getString(1)), row.getLong(2));
                });
        List<Left> left = transaction
                .sql()
                .sql("select report_id, report_no, status, decided_by from report where submission = ? and (status in"
                        + " ('APPROVED', 'RETURNED', 'WITHDRAWN', 'CORRECTED') or status = 'PENDING' and not ("
                        + UNSIGNED
                        + ")) order by id limit " + MOST_LEFT)
                .param(submission.hex())
                .query((row, number) -> new Left(
                        ReportId.of(row.getString(1)),
                        row.getString(2),
                        ReportStatus.valueOf(row.getString(3)),
                        row.getString(4)))
                .list();
        var body = transaction
                .sql()
                .sql("select body from ledger where subject = ? and kind = 'READ' order by recorded_at desc, seq desc"
                        + " limit 1")
                .param(submission.hex())
                .query(String.class)
                .optional()
                .map(CanonicalJson::read)
                .orElse(Map.of());
        List<Digest> corrects = digests(
                transaction, "select corrects from submission where sha256 = ? and corrects is not null", submission);
        return new ImportRecord(
                body.get("form") == null ? null : String.valueOf(body.get("form")),
                body.get("mapping") instanceof Map<?, ?> kept ? Mapping.of((Map<String, Object>) kept) : Mapping.NONE,
                counts,
                waiting,
                blocked,
                findings,
                left,
                corrects.isEmpty() ? null : corrects.get(0),
                digests(
                        transaction,
                        "select sha256 from submission where corrects = ? order by received_at_ms, sha256",
                        submission));
    }

    private static long waiting(Transaction transaction, Digest submission, String condition) {
        return Objects.requireNonNull(transaction
                .sql()
                .sql("select count(*) from report where submission = ? and status = 'PENDING' and " + condition)
                .param(submission.hex())
                .query(Long.class)
                .single());
    }

    private static List<Digest> digests(Transaction transaction, String sql, Digest submission) {
        return transaction
                .sql()
                .sql(sql)
                .param(submission.hex())
                .query((row, number) -> new Digest(row.getString(1)))
                .list();
    }
}
