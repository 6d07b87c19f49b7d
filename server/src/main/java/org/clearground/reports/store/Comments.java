// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.reports.ReportId;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What people write beside reports. Each comment is an entry of the ledger; none is ever changed or taken away. */
public final class Comments {

    /** How many characters one may have. */
    public static final int LONGEST = 2_000;

    private final Store store;
    private final Ledger ledger;
    private final ReportStore reports;

    public Comments(Store store, Ledger ledger, ReportStore reports) {
        this.store = store;
        this.ledger = ledger;
        this.reports = reports;
    }

    /** What somebody wrote. */
    public record Comment(String person, Instant at, String said) {}

    /**
     * Adds one.
     *
     * @param sight of whoever writes it
     * @param organisation theirs; null where it is none
     * @throws ProblemException if they see no such report, or say nothing or too much
     */
    public void add(ReportId report, Sight sight, String text, String person, @Nullable String organisation) {
        var said = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "a comment has 1 to " + LONGEST + " characters; this one has "
                            + said.codePointCount(0, said.length()));
        }
        if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the comment holds characters that cannot be shown; write plain text");
        }
        store.<Boolean>write(transaction -> {
            var commented = DecidedReport.get(transaction, report);
            if (!new ReportSight(transaction, sight).reaches(commented.id())) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + report);
            }
            var body = new TreeMap<String, Object>();
            body.put("report", report.toString());
            body.put("text", said);
            reports.apply(
                    transaction,
                    ledger.append(
                            transaction,
                            ledger.moment(transaction),
                            person,
                            organisation,
                            EntryKind.COMMENTED,
                            commented.submission(),
                            body));
            return true;
        });
    }

    static void apply(Transaction transaction, LedgerEntry entry, Map<String, Object> body) {
        transaction
                .sql()
                .sql("insert into report_comment (node, seq, report_id, person, written_at_ms, said)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        entry.node().toString(),
                        entry.seq(),
                        String.valueOf(body.get("report")),
                        entry.actor(),
                        entry.recordedAt().toEpochMilli(),
                        String.valueOf(body.get("text")))
                .update();
    }

    /** Those beside a report, the first first. Who may see the report may see them. */
    static List<Comment> list(Transaction transaction, ReportId report) {
        return transaction
                .sql()
                .sql("select person, written_at_ms, said from report_comment where report_id = ?"
                        + " order by written_at_ms, node, seq")
                .param(report.toString())
                .query((row, number) ->
                        new Comment(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                .list();
    }
}
