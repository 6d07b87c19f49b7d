// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportId;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that wait for a decision, the one that has waited longest first. */
public final class ReviewQueue {

    private final Transaction transaction;
    private final ReportSight sight;

    public ReviewQueue(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = new ReportSight(transaction, sight);
    }

    /** What is found of reports, as the queue is narrowed by it. */
    public enum Found {
        NONE("report.blocking = 0 and report.warnings = 0"),
        WARNINGS("report.blocking = 0 and report.warnings > 0"),
        BLOCKING("report.blocking > 0"),
        REFUSED(
                "exists (select 1 from finding where finding.report = report.id and finding.code = 'APPROVAL_REFUSED')");

        private final String condition;

        Found(String condition) {
            this.condition = condition;
        }

        /** As addresses write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null where nothing is said. */
        public static @Nullable Found of(@Nullable String code) {
            if (code == null) {
                return null;
            }
            return Arrays.stream(values())
                    .filter(found -> found.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.WRONG_CALL,
                            "\"findings\" may be "
                                    + Arrays.stream(values()).map(Found::code).collect(Collectors.joining(", "))));
        }
    }

    /**
     * For whom reports wait.
     *
     * @param person who does not sign twice, and for whom their own reports do not wait; null where nobody has an account:
     *     then all are theirs
     * @param decides whether those that need no office wait for them too
     * @param office whose signature is missing; null for none
     * @param ownToo whether what they sent in themselves waits for them too
     */
    public record For(@Nullable String person, boolean decides, @Nullable String office, boolean ownToo) {}

    /** How the queue is narrowed; what is null narrows nothing. */
    public record Asked(
            @Nullable String organisation,
            @Nullable String form,
            @Nullable String district,
            @Nullable Found found,
            @Nullable Digest submission) {}

    /**
     * A report that waits.
     *
     * @param key after which the next page begins
     * @param since when it came
     * @param signed persons who have signed it
     * @param missing offices that must still sign it
     */
    public record Waiting(
            ReportQueries.Summary summary, long key, Instant since, List<String> signed, List<String> missing) {}

    private static final String FROM = " from report join submission on submission.sha256 = report.submission"
            + " where report.status = 'PENDING' and report.id > :after"
            + " and (:organisation is null or report.organisation = :organisation)"
            + " and (:form is null or report.form = :form)"
            + " and (:district is null or report.district = :district)"
            + " and (:submission is null or report.submission = :submission)";

    private static final String FOR_SOMEBODY = " and (:ownToo or submission.actor <> :person)"
            + " and not exists (select 1 from signature where signature.report = report.id"
            + " and signature.person = :person)"
            + " and (:decides and not exists (select 1 from report_office where report_office.report = report.id)"
            + " or :decides and report.blocking > 0"
            + " or (select count(*) from report_office where report_office.report = report.id"
            + " and report_office.office = :office) > (select count(*) from signature"
            + " where signature.report = report.id and signature.office = :office))";

    /**
     * Those that wait for somebody.
     *
     * @param after key of the last of the page before; 0 for the first page
     */
    public List<Waiting> list(For whom, Asked asked, long after, int most) {
        record Row(ReportId id, long key, Instant since) {}
        var queries = new ReportQueries(transaction);
        return asking("report.report_id, report.id, submission.received_at_ms", whom, asked, after, most)
                .query((row, number) ->
                        new Row(ReportId.of(row.getString(1)), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                .list()
                .stream()
                .flatMap(row -> queries.summary(row.id()).stream()
                        .map(summary -> new Waiting(
                                summary,
                                row.key(),
                                row.since(),
                                Signatures.list(transaction, row.key()).stream()
                                        .map(Signatures.Signature::person)
                                        .toList(),
                                Offices.missing(transaction, row.key()))))
                .toList();
    }

    /** How many wait for somebody; no more than so many are counted. */
    public int count(For whom, int most) {
        return asking("1", whom, new Asked(null, null, null, null, null), 0, most)
                .query((row, number) -> row.getInt(1))
                .list()
                .size();
    }

    private JdbcClient.StatementSpec asking(String columns, For whom, Asked asked, long after, int most) {
        return transaction
                .sql()
                .sql("select " + columns + FROM
                        + (asked.found() == null ? "" : " and " + asked.found().condition)
                        + (whom.person() == null ? "" : FOR_SOMEBODY) + " and " + sight.ofReports()
                        + " order by report.id limit :most")
                .param("after", after)
                .param("most", most)
                .param("organisation", asked.organisation())
                .param("form", asked.form())
                .param("district", asked.district())
                .param(
                        "submission",
                        asked.submission() == null ? null : asked.submission().hex())
                .param("person", whom.person())
                .param("ownToo", whom.ownToo())
                .param("decides", whom.decides())
                .param("office", whom.office())
                .params(sight.values());
    }

    /** One report as the queue shows it; empty where it is not seen. */
    public Optional<Waiting> find(ReportId id) {
        return new ReportQueries(transaction).summary(id).flatMap(summary -> {
            var row = DecidedReport.get(transaction, id);
            return sight.reaches(row.id())
                    ? Optional.of(new Waiting(
                            summary,
                            row.id(),
                            summary.readAt(),
                            Signatures.list(transaction, row.id()).stream()
                                    .map(Signatures.Signature::person)
                                    .toList(),
                            Offices.missing(transaction, row.id())))
                    : Optional.empty();
        });
    }
}
