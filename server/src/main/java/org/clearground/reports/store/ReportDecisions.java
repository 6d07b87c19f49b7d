// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What a reviewer decides on reports. Each decision is an entry of the ledger. */
public final class ReportDecisions {

    private final Store store;
    private final Ledger ledger;
    private final ReportStore reports;

    public ReportDecisions(Store store, Ledger ledger, ReportStore reports) {
        this.store = store;
        this.ledger = ledger;
        this.reports = reports;
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

    private record Row(long reading, long ordinal, String status, long blocking, String submission, String digest) {}

    /**
     * Decides on reports, on all of them or on none.
     *
     * @param reason required for returning and withdrawing; null for approving
     * @throws ProblemException if one of them is unknown, stands elsewhere, or is blocked by a finding
     */
    public void decide(Decision decision, List<ReportId> ids, @Nullable String reason, String actor) {
        if (decision != Decision.APPROVE && (reason == null || reason.isBlank())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; the organisation and the auditor will read it");
        }
        store.write(transaction -> {
            var byReading = new LinkedHashMap<Long, List<Row>>();
            for (var id : ids) {
                var row = require(transaction, id, decision);
                byReading
                        .computeIfAbsent(row.reading(), any -> new ArrayList<>())
                        .add(row);
            }
            var moment = ledger.moment(transaction);
            for (var rows : byReading.values()) {
                var body = new TreeMap<String, Object>();
                var ordinals = new Ordinals();
                rows.stream().mapToLong(Row::ordinal).sorted().distinct().forEach(ordinals::add);
                body.put("reading", rows.get(0).digest());
                body.put("reports", ordinals.asList());
                if (reason != null) {
                    body.put("reason", reason);
                }
                reports.apply(
                        transaction,
                        ledger.append(
                                transaction,
                                moment,
                                actor,
                                null,
                                decision.kind,
                                rows.get(0).submission(),
                                body));
            }
            return ids.size();
        });
    }

    private static Row require(Transaction transaction, ReportId id, Decision decision) {
        var row = transaction
                .sql()
                .sql("select report.reading, report.ordinal, report.status, report.blocking, report.submission,"
                        + " reading.sha256 from report join reading on reading.id = report.reading"
                        + " where report.report_id = ? order by report.id desc limit 1")
                .param(id.toString())
                .query((found, number) -> new Row(
                        found.getLong(1),
                        found.getLong(2),
                        found.getString(3),
                        found.getLong(4),
                        found.getString(5),
                        found.getString(6)))
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + id));
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
