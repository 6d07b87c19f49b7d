// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.errors.SourcePlace;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What pages and commands ask about reports and submissions. What is out of sight is as if it did not exist. */
public final class ReportQueries {

    private static final KeptOfTables<Optional<LocalDate>> LAST_DAYS = new KeptOfTables<>(200, "report");

    private final Transaction transaction;
    private final ReportSight sight;

    /** Everything there is. */
    public ReportQueries(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** What somebody sees. */
    public ReportQueries(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = new ReportSight(transaction, sight);
    }

    /**
     * A report as a list shows it.
     *
     * @param refused whether it waits because rules refused it when somebody would have approved it
     */
    public record Summary(
            ReportId id,
            @Nullable String number,
            Digest submission,
            String fileName,
            String form,
            @Nullable String organisation,
            @Nullable String district,
            @Nullable String activityType,
            @Nullable String periodFrom,
            @Nullable String periodTo,
            ReportStatus status,
            long blocking,
            long warnings,
            boolean sample,
            Instant readAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason,
            boolean refused) {}

    /** A report with all it says. */
    public record Detail(Summary summary, FieldReport report, List<Finding> findings) {}

    /** A submission as it was received. */
    public record Submission(
            Digest digest,
            String fileName,
            String mediaType,
            long bytes,
            @Nullable String organisation,
            String actor,
            Instant receivedAt,
            long reports,
            boolean sample) {}

    /** A link of the ledger that speaks of a submission. */
    public record Link(long seq, EntryKind kind, String recordedAt, String actor, String hash) {}

    private static final String SUMMARY =
            "select report.report_id, report.report_no, report.submission, submission.file_name, report.form,"
                    + " report.organisation, report.district, report.activity_type, report.period_from, report.period_to,"
                    + " report.status, report.blocking, report.warnings, report.sample, report.read_at_ms,"
                    + " report.decided_at_ms, report.decided_by, report.reason, report.id, report.reading, report.part,"
                    + " report.ordinal,"
                    + " report.status = 'PENDING' and exists (select 1 from finding where finding.report = report.id"
                    + " and finding.code = 'APPROVAL_REFUSED') from report join submission on submission.sha256 = report.submission";

    /**
     * Reports in the order they came.
     *
     * @param status only those that stand so; null for all
     * @param submission only those of one file; null for all
     */
    public List<Summary> list(@Nullable ReportStatus status, @Nullable Digest submission, int offset, int most) {
        return transaction
                .sql()
                .sql(SUMMARY + " where (:status is null or report.status = :status)"
                        + " and (:submission is null or report.submission = :submission) and " + sight.ofReports()
                        + " order by report.id limit :most offset :offset")
                .param("status", status == null ? null : status.name())
                .param("submission", submission == null ? null : submission.hex())
                .param("most", most)
                .param("offset", offset)
                .params(sight.values())
                .query((row, number) -> summary(row))
                .list();
    }

    /** Reports that somebody has to do something with. */
    public enum Standing {
        /** It can be decided on. */
        DECIDABLE(ReportStatus.PENDING, " and report.blocking = 0"),
        /** It cannot be approved as it is. */
        BLOCKED(ReportStatus.PENDING, " and report.blocking > 0"),
        /** Its sender was asked for another. */
        RETURNED(ReportStatus.RETURNED, "");

        private final ReportStatus status;
        private final String condition;

        Standing(ReportStatus status, String condition) {
            this.status = status;
            this.condition = condition;
        }

        public ReportStatus status() {
            return status;
        }
    }

    /** How many there are, counted up to a limit. */
    public long count(Standing standing, int limit) {
        return transaction
                .sql()
                .sql(
                        "select count(*) from (select 1 from report join submission on submission.sha256 = report.submission"
                                + " where report.status = :status" + standing.condition + " and " + sight.ofReports()
                                + " limit :limit)")
                .param("status", standing.status.name())
                .param("limit", limit)
                .params(sight.values())
                .query(Long.class)
                .single();
    }

    /** The latest day that any report of a body covers, of those that stand so; empty if none covers any. */
    public Optional<LocalDate> lastDayCovered(String organisation, ReportStatus... standing) {
        return LAST_DAYS.get(
                transaction,
                organisation + " " + Arrays.toString(standing),
                () -> readLastDayCovered(organisation, standing));
    }

    private Optional<LocalDate> readLastDayCovered(String organisation, ReportStatus... standing) {
        return transaction
                .sql()
                .sql("select period_to from report where organisation = :organisation and status in (:standing)"
                        + " and period_to is not null order by period_to desc limit 1")
                .param("organisation", organisation)
                .param("standing", Arrays.stream(standing).map(Enum::name).toList())
                .query((row, number) -> LocalDate.parse(row.getString(1)))
                .optional();
    }

    private static Summary summary(java.sql.ResultSet row) throws java.sql.SQLException {
        long decided = row.getLong(16);
        boolean undecided = row.wasNull();
        return new Summary(
                ReportId.of(row.getString(1)),
                row.getString(2),
                new Digest(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                ReportStatus.valueOf(row.getString(11)),
                row.getLong(12),
                row.getLong(13),
                row.getBoolean(14),
                Instant.ofEpochMilli(row.getLong(15)),
                undecided ? null : Instant.ofEpochMilli(decided),
                row.getString(17),
                row.getString(18),
                row.getBoolean(23));
    }

    /** A report as a list shows it, in its latest reading, whoever asks. */
    Optional<Summary> summary(ReportId id) {
        return transaction
                .sql()
                .sql(SUMMARY + " where report.report_id = ? order by report.id desc limit 1")
                .param(id.toString())
                .query((row, number) -> summary(row))
                .optional();
    }

    /**
     * The report of the same body, form and number that came before one; that which it would take the place of, if there is
     * one, else the last.
     */
    public Optional<Detail> findEarlier(Summary later) {
        return transaction
                .sql()
                .sql("select earlier.id from report earlier join report later on later.id ="
                        + " (select max(id) from report where report_id = :id)"
                        + " where earlier.organisation = later.organisation and earlier.report_no = later.report_no"
                        + " and earlier.form = later.form and earlier.report_id <> later.report_id"
                        + " and earlier.id < later.id and earlier.status <> 'REREAD'"
                        + " order by earlier.status = 'APPROVED' desc, earlier.id desc limit 1")
                .param("id", later.id().toString())
                .query(Long.class)
                .optional()
                .flatMap(this::findRow);
    }

    /** What people wrote beside a report that is seen, the first first. */
    public List<Comments.Comment> comments(ReportId id) {
        return sees(id) ? Comments.list(transaction, id) : List.of();
    }

    /** Whether a report is there and seen. */
    public boolean sees(ReportId id) {
        return transaction
                .sql()
                .sql("select id from report where report_id = ? order by id desc limit 1")
                .param(id.toString())
                .query((row, number) -> row.getLong(1))
                .optional()
                .filter(sight::reaches)
                .isPresent();
    }

    /** Those of the reports that are seen, each in its latest reading, asked in one question. */
    public Set<String> seen(Set<String> ids) {
        return new HashSet<>(transaction
                .sql()
                .sql("select report.report_id from report join submission on submission.sha256 = report.submission"
                        + " where report.report_id in (:ids) and report.id = (select max(latest.id) from report latest"
                        + " where latest.report_id = report.report_id) and " + sight.ofReports())
                .param("ids", ids)
                .params(sight.values())
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Those of the submissions, by their digests, that are seen, asked in one question. */
    public Set<String> seenSubmissions(Set<String> digests) {
        return new HashSet<>(transaction
                .sql()
                .sql("select sha256 from submission where sha256 in (:digests) and " + sight.ofSubmissions())
                .param("digests", digests)
                .params(sight.values())
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** A report by its id, in its latest reading. */
    public Optional<Detail> find(ReportId id) {
        record Found(Summary summary, long row, long reading, int part, int ordinal) {}
        return transaction
                .sql()
                .sql(SUMMARY + " where report.report_id = ? order by report.id desc limit 1")
                .param(id.toString())
                .query((row, number) ->
                        new Found(summary(row), row.getLong(19), row.getLong(20), row.getInt(21), row.getInt(22)))
                .optional()
                .filter(found -> sight.reaches(found.row()))
                .map(found -> new Detail(
                        found.summary(),
                        read(found.summary(), found.reading(), found.part(), found.ordinal()),
                        findings("report = ?", found.row())));
    }

    /** A report by the key of its row: in the reading that the registers hold, also where a later one followed. */
    public Optional<Detail> findRow(long key) {
        record Found(Summary summary, long reading, int part, int ordinal) {}
        return transaction
                .sql()
                .sql(SUMMARY + " where report.id = ?")
                .param(key)
                .query((row, number) -> new Found(summary(row), row.getLong(20), row.getInt(21), row.getInt(22)))
                .optional()
                .filter(found -> sight.reaches(key))
                .map(found -> new Detail(
                        found.summary(),
                        read(found.summary(), found.reading(), found.part(), found.ordinal()),
                        findings("report = ?", key)));
    }

    /** The link of the ledger by which a report was approved. */
    public record Approval(String node, long seq, String hash, Instant recordedAt, String actor) {}

    /** How a report was approved last, by the key of its row; empty if it never was. */
    public Optional<Approval> findApproval(long key) {
        return transaction
                .sql()
                .sql("select ledger.node, ledger.seq, ledger.hash, ledger.recorded_at, ledger.actor, ledger.body,"
                        + " reading.sha256, report.ordinal from report join reading on reading.id = report.reading"
                        + " join ledger on ledger.subject = report.submission and ledger.kind = 'APPROVED'"
                        + " where report.id = ? order by ledger.recorded_at desc, ledger.node, ledger.seq desc")
                .param(key)
                .query((row, number) -> {
                    var body = CanonicalJson.read(row.getString(6));
                    var reports = body.get("reports");
                    return row.getString(7).equals(body.get("reading"))
                                    && reports != null
                                    && Ordinals.from(reports).contains(row.getLong(8))
                            ? Optional.of(new Approval(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    Instant.parse(row.getString(4)),
                                    row.getString(5)))
                            : Optional.<Approval>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private FieldReport read(Summary summary, long reading, int part, int ordinal) {
        var digest = transaction
                .sql()
                .sql("select sha256 from reading where id = ?")
                .param(reading)
                .query(String.class)
                .single();
        var chosen = new Ordinals();
        chosen.add(ordinal);
        var found = new ArrayList<FieldReport>(1);
        try {
            ReadingDocument.readChosen(
                    Contents.part(transaction, new Digest(digest), part),
                    summary.submission(),
                    summary.form(),
                    chosen,
                    read -> found.add(read.report()));
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return found.get(0);
    }

    /** A finding with the report that it is of. */
    public record FoundFinding(ReportId report, Finding finding) {}

    /** A finding of a report that is seen, by its number in the register of findings. */
    public Optional<FoundFinding> findFinding(long number) {
        return transaction
                .sql()
                .sql("select report.report_id from " + FindingDescription.SOURCE + " where t.id = :number and "
                        + FindingDescription.RESTRICTION + " and " + sight.ofReports())
                .param("number", number)
                .params(sight.values())
                .query((row, at) -> ReportId.of(row.getString(1)))
                .optional()
                .map(report ->
                        new FoundFinding(report, findings("id = ?", number).get(0)));
    }

    private List<Finding> findings(String condition, long key) {
        return transaction
                .sql()
                .sql("select code, severity, file, sheet, at_row, at_column, value, figures from finding where "
                        + condition + " order by id")
                .param(key)
                .query((row, number) -> {
                    int at = row.getInt(5);
                    var place = new SourcePlace(
                            row.getString(3), row.getString(4), row.wasNull() ? null : (Integer) at, row.getString(6));
                    var figures = new TreeMap<String, String>();
                    CanonicalJson.read(row.getString(8)).forEach((name, value) -> figures.put(name, value.toString()));
                    return sight.told(new Finding(
                            FindingCode.valueOf(row.getString(1)),
                            Severity.valueOf(row.getString(2)),
                            place,
                            row.getString(7),
                            figures));
                })
                .list();
    }

    public Optional<Submission> findSubmission(Digest digest) {
        return transaction
                .sql()
                .sql("select sha256, file_name, media_type, bytes, organisation, actor, received_at_ms,"
                        + " (select count(*) from report where submission = sha256 and status <> 'REREAD'),"
                        + " (select coalesce(max(sample), 0) from report where submission = sha256)"
                        + " from submission where sha256 = :digest and " + sight.ofSubmissions())
                .param("digest", digest.hex())
                .params(sight.values())
                .query((row, number) -> new Submission(
                        new Digest(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        row.getLong(8),
                        row.getBoolean(9)))
                .optional();
    }

    /** Findings as whoever asks may read them. */
    public List<Finding> told(List<Finding> findings) {
        return findings.stream().map(sight::told).toList();
    }

    /** What was found of the file as a whole. */
    public List<Finding> findingsAboutFile(Digest submission) {
        return transaction
                .sql()
                .sql("select max(id) from reading where submission = ?")
                .param(submission.hex())
                .query((row, number) -> row.getLong(1))
                .optional()
                .map(reading -> findings("report is null and reading = ?", reading))
                .orElse(List.of());
    }

    /** The ledger's links about a submission, oldest first. */
    public List<Link> links(Digest submission) {
        return transaction
                .sql()
                .sql(
                        "select seq, kind, recorded_at, actor, hash from ledger where subject = ? order by recorded_at, node, seq")
                .param(submission.hex())
                .query((row, number) -> new Link(
                        row.getLong(1),
                        EntryKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /** Writes a submission as it was received. */
    public void copyContent(Digest submission, OutputStream out) {
        try (var in = Contents.open(transaction, submission).orElseThrow()) {
            in.transferTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
