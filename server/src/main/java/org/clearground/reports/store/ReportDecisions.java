// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.reports.RefusedReportException;
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
        TAKE_BACK(EntryKind.TAKEN_BACK, ReportStatus.PENDING),
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
     * What became of the reports chosen.
     *
     * @param decided how many are decided
     * @param signed how many now wait for the signature of a second person
     * @param refused those that a rule refuses as things stand now, with the reason
     */
    public record Outcome(long decided, long signed, Map<ReportId, String> refused) {
        public Outcome {
            refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        }
    }

    /** The reports of one reading that are decided together. */
    private static final class Group {
        private final List<Row> rows = new ArrayList<>();
        private final Ordinals complete = new Ordinals();
        private final Ordinals signed = new Ordinals();

        Row first() {
            return rows.get(0);
        }

        Ordinals ordinals() {
            var ordinals = new Ordinals();
            rows.stream().mapToLong(Row::ordinal).sorted().distinct().forEach(ordinals::add);
            return ordinals;
        }
    }

    /**
     * Decides on reports, on all of them or on none.
     *
     * @param reason required for returning and withdrawing; null for approving
     * @throws ProblemException if one of them is unknown, stands elsewhere, or is blocked by a finding
     * @throws RefusedReportException if a rule refuses one; nothing is decided, and that it was refused is kept with it
     */
    public Outcome decide(Decision decision, List<ReportId> ids, @Nullable String reason, Decider by) {
        return decide(decision, ids, reason, by, false);
    }

    /**
     * Decides on the reports of a file. What a rule refuses as things stand now is left as it is; the rest is decided.
     *
     * @throws ProblemException if one of them is unknown, stands elsewhere, or is blocked by a finding
     */
    public Outcome decideWherePossible(Decision decision, List<ReportId> ids, @Nullable String reason, Decider by) {
        return decide(decision, ids, reason, by, true);
    }

    /**
     * Takes back what somebody sent, as far as nobody has decided on it or signed it since. All else of the file is left
     * as it is.
     *
     * @param reading key of the reading whose reports are meant
     * @param chosen which of them, by their place in the file
     * @param reason that whoever reads the ledger will find
     * @return how many were taken back
     */
    long takeBack(Transaction transaction, long reading, LongPredicate chosen, String reason, String person) {
        var ids = new ArrayList<ReportId>();
        transaction
                .sql()
                .sql(
                        "select report_id, ordinal from report where reading = ? and status = 'PENDING'"
                                + " and not exists (select 1 from signature where signature.report = report.id) order by ordinal")
                .param(reading)
                .query(row -> {
                    if (chosen.test(row.getLong(2))) {
                        ids.add(ReportId.of(row.getString(1)));
                    }
                });
        return decideOn(transaction, Decision.TAKE_BACK, ids, reason, new Decider(person, null), false, List.of())
                .decided();
    }

    private Outcome decide(
            Decision decision, List<ReportId> ids, @Nullable String reason, Decider by, boolean wherePossible) {
        if (decision != Decision.APPROVE && (reason == null || reason.isBlank())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; the organisation and the auditor will read it");
        }
        var left = new ArrayList<>(ids);
        var refused = new ArrayList<RefusedReportException>();
        while (true) {
            try {
                return store.write(
                        transaction -> decideOn(transaction, decision, left, reason, by, wherePossible, refused));
            } catch (RefusedReportException why) {
                // Undone with all the rest; that it was refused is kept all the same.
                if (!wherePossible) {
                    store.write(transaction -> noteRefusals(transaction, List.of(why), by));
                    throw why;
                }
                left.remove(why.report());
                refused.add(why);
            }
        }
    }

    private Outcome decideOn(
            Transaction transaction,
            Decision decision,
            List<ReportId> ids,
            @Nullable String reason,
            Decider by,
            boolean wherePossible,
            List<RefusedReportException> refusedBefore) {
        var groups = new LinkedHashMap<Long, Group>();
        for (var id : ids) {
            var row = require(transaction, id, decision);
            groups.computeIfAbsent(row.reading(), any -> new Group()).rows.add(row);
        }
        long decided = 0;
        long waiting = 0;
        var refused = new ArrayList<>(refusedBefore);
        for (var group : groups.values()) {
            if (decision == Decision.APPROVE) {
                readSignatures(transaction, group, ids.size(), by);
                var accepted = approve(transaction, group, by, why -> {
                    if (!wherePossible) {
                        throw why;
                    }
                    refused.add(why);
                });
                decided += accepted.count();
                waiting += group.signed.count() - group.complete.count();
            } else {
                reports.apply(transaction, append(transaction, decision.kind, group, group.ordinals(), reason, by));
                decided += group.rows.size();
            }
        }
        noteRefusals(transaction, refused, by);
        var told = new LinkedHashMap<ReportId, String>();
        refused.forEach(why -> told.put(why.report(), String.valueOf(why.getMessage())));
        return new Outcome(decided, Math.max(0, waiting), told);
    }

    /** Finds out which reports need more than one signature, and which have all they need with this one. */
    private void readSignatures(Transaction transaction, Group group, int together, Decider by) {
        var rows = new HashMap<Long, Row>();
        group.rows.forEach(row -> rows.put(row.ordinal(), row));
        var first = group.first();
        for (var read : reports.read(transaction, first.submission(), first.digest(), group.ordinals())) {
            var row = Objects.requireNonNull(rows.get((long) read.report().ordinal()));
            var offices = signatories.offices(row.form(), read.report());
            if (offices.size() > 1 && together > 1 && !row.form().equals(OLDER_BOOKS)) {
                throw new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "rule NO_BULK_APPROVAL_ACROSS_LOTS: what makes land usable is decided one report at a time");
            }
            if (Signatures.completes(transaction, row.id(), offices, row.reporter(), by.person(), by.office())) {
                group.complete.add(row.ordinal());
            }
            if (offices.size() > 1) {
                group.signed.add(row.ordinal());
            }
        }
    }

    /** Accepts what is signed by all who must; a signature under what a rule refuses does not stand. */
    private Ordinals approve(
            Transaction transaction, Group group, Decider by, Consumer<RefusedReportException> refusal) {
        var moment = ledger.moment(transaction);
        var first = group.first();
        var refused = new TreeSet<Long>();
        var accepted = group.complete.count() == 0
                ? new Ordinals()
                : reports.approve(
                        transaction,
                        first.submission(),
                        first.digest(),
                        group.complete,
                        moment,
                        by.person(),
                        (report, why) -> {
                            refused.add((long) report.report().ordinal());
                            refusal.accept(why);
                        });
        var signed = group.signed.without(refused);
        if (signed.count() > 0) {
            var body = body(group, signed, null);
            body.put("office", by.office() == null ? "" : by.office());
            reports.apply(transaction, append(transaction, moment, EntryKind.SIGNED, group, body, by));
        }
        if (accepted.count() > 0) {
            append(transaction, moment, EntryKind.APPROVED, group, body(group, accepted, null), by);
        }
        return accepted;
    }

    /** Keeps with reports that rules refused them. */
    private int noteRefusals(Transaction transaction, List<RefusedReportException> refused, Decider by) {
        var groups = new LinkedHashMap<Long, Group>();
        var refusals = new HashMap<Long, List<Refusals.Refusal>>();
        for (var why : refused) {
            var row = require(transaction, why.report(), Decision.APPROVE);
            groups.computeIfAbsent(row.reading(), any -> new Group()).rows.add(row);
            refusals.computeIfAbsent(row.reading(), any -> new ArrayList<>())
                    .add(new Refusals.Refusal(row.ordinal(), why.rules()));
        }
        groups.forEach((reading, group) -> {
            var body = new TreeMap<String, Object>();
            body.put("reading", group.first().digest());
            body.put("refused", Refusals.asList(refusals.getOrDefault(reading, List.of())));
            reports.apply(
                    transaction, append(transaction, ledger.moment(transaction), EntryKind.REFUSED, group, body, by));
        });
        return refused.size();
    }

    private LedgerEntry append(
            Transaction transaction,
            EntryKind kind,
            Group group,
            Ordinals ordinals,
            @Nullable String reason,
            Decider by) {
        return append(transaction, ledger.moment(transaction), kind, group, body(group, ordinals, reason), by);
    }

    private LedgerEntry append(
            Transaction transaction,
            Instant moment,
            EntryKind kind,
            Group group,
            Map<String, Object> body,
            Decider by) {
        return ledger.append(
                transaction, moment, by.person(), null, kind, group.first().submission(), body);
    }

    private static Map<String, Object> body(Group group, Ordinals ordinals, @Nullable String reason) {
        var body = new TreeMap<String, Object>();
        body.put("reading", group.first().digest());
        body.put("reports", ordinals.asList());
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
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
        if (decision == Decision.TAKE_BACK
                && !Signatures.list(transaction, row.id()).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + id + " is signed already; who sent it cannot take it back, a reviewer can return it");
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
