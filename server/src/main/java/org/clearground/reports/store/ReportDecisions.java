// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What a reviewer decides on reports. Each decision is an entry of the ledger. */
public final class ReportDecisions {

    /** Older books may be taken over in one act: they are one lot, and no ground was worked for them. */
    private static final String OLDER_BOOKS = "past-release";

    private final Store store;
    private final Ledger ledger;
    private final ReportStore reports;
    private final Signatories signatories;

    public ReportDecisions(Store store, Ledger ledger, ReportStore reports, Signatories signatories) {
        this.store = store;
        this.ledger = ledger;
        this.reports = reports;
        this.signatories = signatories;
    }

    /** What may be decided. */
    public enum Decision {
        APPROVE(EntryKind.APPROVED, ReportStatus.PENDING),
        RETURN(EntryKind.RETURNED, ReportStatus.PENDING),
        WITHDRAW(EntryKind.WITHDRAWN, ReportStatus.APPROVED);

        private final EntryKind kind;
        private final ReportStatus from;

        Decision(EntryKind kind, ReportStatus from) {
            this.kind = kind;
            this.from = from;
        }

        /** How a report must stand for this decision. */
        public ReportStatus from() {
            return from;
        }
    }

    /**
     * Who decides.
     *
     * @param office in which, where the rules ask for one; null otherwise
     */
    public record Decider(String person, @Nullable String office) {}

    private record Row(
            long id,
            long reading,
            long ordinal,
            String status,
            long blocking,
            String submission,
            String digest,
            String form,
            String reporter) {}

    /**
     * Decides on reports, on all of them or on none.
     *
     * @param reason required for returning and withdrawing; null for approving
     * @return how many reports are decided; those that now wait for a second signature are not
     * @throws ProblemException if one of them is unknown, stands elsewhere, is blocked by a finding, or a rule refuses it
     */
    public long decide(Decision decision, List<ReportId> ids, @Nullable String reason, Decider by) {
        if (decision != Decision.APPROVE && (reason == null || reason.isBlank())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; the organisation and the auditor will read it");
        }
        return store.<Long>write(transaction -> {
            var complete = new LinkedHashMap<Long, List<Row>>();
            var signed = new LinkedHashMap<Long, List<Row>>();
            long decided = 0;
            for (var id : ids) {
                var row = require(transaction, id, decision);
                boolean last = decision != Decision.APPROVE || sign(transaction, id, row, ids.size(), by, signed);
                if (last) {
                    complete.computeIfAbsent(row.reading(), any -> new ArrayList<>())
                            .add(row);
                    decided++;
                }
            }
            for (var rows : signed.values()) {
                var body = body(rows, null);
                body.put("office", by.office() == null ? "" : by.office());
                reports.apply(transaction, append(transaction, EntryKind.SIGNED, rows, body, by));
            }
            for (var rows : complete.values()) {
                var entry = append(transaction, decision.kind, rows, body(rows, reason), by);
                if (decision == Decision.APPROVE) {
                    reports.approve(transaction, entry);
                } else {
                    reports.apply(transaction, entry);
                }
            }
            return decided;
        });
    }

    /** Whether this signature is the last one needed; where more than one is, it is noted. */
    private boolean sign(
            Transaction transaction, ReportId id, Row row, int together, Decider by, Map<Long, List<Row>> signed) {
        var report = new ReportQueries(transaction)
                .find(id)
                .orElseThrow(() -> unknown(id))
                .report();
        var offices = signatories.offices(row.form(), report);
        if (offices.size() > 1 && together > 1 && !row.form().equals(OLDER_BOOKS)) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "rule NO_BULK_APPROVAL_ACROSS_LOTS: what makes land usable is decided one report at a time");
        }
        boolean last = Signatures.completes(transaction, row.id(), offices, row.reporter(), by.person(), by.office());
        if (offices.size() > 1) {
            signed.computeIfAbsent(row.reading(), any -> new ArrayList<>()).add(row);
        }
        return last;
    }

    private static Map<String, Object> body(List<Row> rows, @Nullable String reason) {
        var body = new TreeMap<String, Object>();
        var ordinals = new Ordinals();
        rows.stream().mapToLong(Row::ordinal).sorted().distinct().forEach(ordinals::add);
        body.put("reading", rows.get(0).digest());
        body.put("reports", ordinals.asList());
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }

    private LedgerEntry append(
            Transaction transaction, EntryKind kind, List<Row> rows, Map<String, Object> body, Decider by) {
        return ledger.append(
                transaction,
                ledger.moment(transaction),
                by.person(),
                null,
                kind,
                rows.get(0).submission(),
                body);
    }

    private static ProblemException unknown(ReportId id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + id);
    }

    private static Row require(Transaction transaction, ReportId id, Decision decision) {
        var row = transaction
                .sql()
                .sql("select report.reading, report.ordinal, report.status, report.blocking, report.submission,"
                        + " reading.sha256, report.id, report.form, submission.actor from report"
                        + " join reading on reading.id = report.reading"
                        + " join submission on submission.sha256 = report.submission"
                        + " where report.report_id = ? order by report.id desc limit 1")
                .param(id.toString())
                .query((found, number) -> new Row(
                        found.getLong(7),
                        found.getLong(1),
                        found.getLong(2),
                        found.getString(3),
                        found.getLong(4),
                        found.getString(5),
                        found.getString(6),
                        found.getString(8),
                        found.getString(9)))
                .optional()
                .orElseThrow(() -> unknown(id));
        if (!row.status().equals(decision.from.name())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + id + " is " + row.status() + "; only a report that is " + decision.from
                            + " can be decided so");
        }
        if (decision == Decision.APPROVE && row.blocking() > 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + id + " has " + row.blocking()
                            + " blocking findings; return it, or import a corrected file");
        }
        return row;
    }
}
