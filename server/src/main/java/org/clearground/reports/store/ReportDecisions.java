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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
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
    private final Warrants warrants;

    public ReportDecisions(
            Store store, Ledger ledger, ReportStore reports, Signatories signatories, Warrants warrants) {
        this.store = store;
        this.ledger = ledger;
        this.reports = reports;
        this.signatories = signatories;
        this.warrants = warrants;
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

    /**
     * A decision that is asked for.
     *
     * @param reason null for approving
     * @param seen how the reports stood when whoever decides saw them; null where that is not asked
     * @param wherePossible whether what a rule refuses is left as it is, rather than all the rest with it
     */
    private record Asked(
            Decision decision, @Nullable String reason, Decider by, @Nullable String seen, boolean wherePossible) {}

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
        private final List<DecidedReport> rows = new ArrayList<>();
        private final Ordinals complete = new Ordinals();
        private final Ordinals signed = new Ordinals();

        DecidedReport first() {
            return rows.get(0);
        }

        Ordinals ordinals() {
            var ordinals = new Ordinals();
            rows.stream().mapToLong(DecidedReport::ordinal).sorted().distinct().forEach(ordinals::add);
            return ordinals;
        }
    }

    /**
     * Decides on reports, on all of them or on none.
     *
     * @param reason required for returning and withdrawing; null for approving
     * @throws ProblemException if one of them is unknown, stands elsewhere, or is blocked by a finding, or it is not
     *     theirs to decide
     * @throws RefusedReportException if a rule refuses one; nothing is decided, and that it was refused is kept with it
     */
    public Outcome decide(Decision decision, List<ReportId> ids, @Nullable String reason, Decider by) {
        return decide(ids, new Asked(decision, reason, by, null, false));
    }

    /**
     * The same for who saw how the reports stood.
     *
     * @param seen what {@link SeenState} gave then
     * @throws ProblemException {@link ProblemCode#CHANGED_MEANWHILE} if they stand otherwise now
     */
    public Outcome decideAsSeen(
            Decision decision, List<ReportId> ids, @Nullable String reason, Decider by, String seen) {
        return decide(ids, new Asked(decision, reason, by, seen, false));
    }

    /**
     * Decides on the reports of a file. What a rule refuses as things stand now is left as it is; the rest is decided.
     *
     * @throws ProblemException if one of them is unknown, stands elsewhere, or is blocked by a finding, or it is not
     *     theirs to decide
     */
    public Outcome decideWherePossible(Decision decision, List<ReportId> ids, @Nullable String reason, Decider by) {
        return decide(ids, new Asked(decision, reason, by, null, true));
    }

    /** Approves reports, as far as no rule refuses them, for who saw how they stood. */
    public Outcome approveWherePossibleAsSeen(List<ReportId> ids, Decider by, String seen) {
        return decide(ids, new Asked(Decision.APPROVE, null, by, seen, true));
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
        var asked = new Asked(Decision.TAKE_BACK, reason, new Decider(person, null), null, false);
        return decideOn(transaction, ids, new Permitted(asked, false), List.of())
                .decided();
    }

    private Outcome decide(List<ReportId> ids, Asked asked) {
        if (asked.decision() != Decision.APPROVE
                && (asked.reason() == null || asked.reason().isBlank())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; the organisation and the auditor will read it");
        }
        var left = new ArrayList<>(ids);
        var refused = new ArrayList<RefusedReportException>();
        while (true) {
            try {
                return store.write(transaction -> {
                    requireAsSeen(transaction, ids, asked.seen());
                    return decideOn(transaction, left, permitted(transaction, left, asked), refused);
                });
            } catch (RefusedReportException why) {
                // Undone with all the rest; that it was refused is kept all the same.
                if (!asked.wherePossible()) {
                    store.write(transaction -> noteRefusals(transaction, List.of(why), asked.by()));
                    throw why;
                }
                left.remove(why.report());
                refused.add(why);
            }
        }
    }

    /**
     * What deciding would make of the store, were it signed by all who must. Nothing of it stays.
     *
     * @param look is given the store as it would be, when it would be so, and what a rule refuses
     * @throws ProblemException if one of the reports is unknown, stands elsewhere, or is blocked by a finding; or if
     *     somebody else is writing
     */
    public <T> T foresee(Decision decision, List<ReportId> ids, Foreseeing<T> look) {
        var asked = new Asked(decision, "", new Decider("", null), null, true);
        var left = new ArrayList<>(ids);
        var refused = new ArrayList<RefusedReportException>();
        while (true) {
            try {
                return store.rehearseSoon(transaction -> {
                    var since = ledger.moment(transaction);
                    var outcome = decideOn(transaction, left, new Permitted(asked, false), refused);
                    // not the moment before: what was decided is known from a later one
                    return look.at(transaction, since, ledger.moment(transaction), outcome.refused());
                });
            } catch (RefusedReportException why) {
                left.remove(why.report());
                refused.add(why);
            }
        }
    }

    /**
     * What somebody may do about a report as it stands.
     *
     * @param approves whether they may approve or sign it
     * @param last whether theirs is the last signature that it needs
     * @param own whether they may not, because they sent it in themselves
     * @param signed whether they have signed it
     * @param two whether two persons must sign it, so that it is decided by itself
     * @param missing offices whose signature it still needs; none where anybody who may decide is enough
     * @param named whether they have an account, and so decide under its name and in its office
     */
    public record Choices(
            boolean approves,
            boolean last,
            boolean returns,
            boolean withdraws,
            boolean own,
            boolean signed,
            boolean two,
            List<String> missing,
            boolean named) {
        public Choices {
            missing = List.copyOf(missing);
        }
    }

    /** @param person null where nobody has an account: then whoever asks may state who decides */
    public Choices choices(Transaction transaction, ReportId id, @Nullable String person) {
        var row = DecidedReport.get(transaction, id);
        boolean pending = row.status() == ReportStatus.PENDING;
        boolean approvable = pending && row.blocking() == 0;
        boolean approved = row.status() == ReportStatus.APPROVED;
        var missing = pending ? Offices.missing(transaction, row.id()) : List.<String>of();
        boolean two = Offices.of(transaction, row.id()).size() > 1;
        var warrant = person == null ? Optional.<Warrants.Warrant>empty() : warrants.find(transaction, person);
        if (person == null || warrant.isEmpty()) {
            return new Choices(approvable, missing.size() < 2, pending, approved, false, false, two, missing, false);
        }
        var held = warrant.get();
        boolean own = row.reporter().equals(person) && !held.ownToo();
        boolean signed = Signatures.list(transaction, row.id()).stream()
                .anyMatch(signature -> signature.person().equals(person));
        boolean may = !own && !(two && (signed || row.reporter().equals(person)));
        return new Choices(
                approvable
                        && may
                        && row.permits(transaction, Decision.APPROVE, held)
                        && (missing.isEmpty() || missing.contains(held.office())),
                missing.size() < 2,
                pending && !own && row.permits(transaction, Decision.RETURN, held),
                approved && !own && row.permits(transaction, Decision.WITHDRAW, held),
                own,
                signed,
                two,
                missing,
                true);
    }

    /** What waits for somebody; all of it where nobody has an account. */
    public ReviewQueue.For waitingFor(Transaction transaction, @Nullable String person) {
        var warrant = person == null ? Optional.<Warrants.Warrant>empty() : warrants.find(transaction, person);
        return warrant.map(held -> new ReviewQueue.For(person, held.decides() != null, held.office(), held.ownToo()))
                .orElseGet(() -> new ReviewQueue.For(null, true, null, true));
    }

    /** Looks at the store as a decision would make it. */
    public interface Foreseeing<T> {
        /**
         * What is seen there.
         *
         * @param since what is known from then on is known by the decision, or from the same millisecond
         * @param knownAt all of the decision is known then
         * @param refused reports that would stay as they are, with the reason
         */
        T at(Transaction transaction, Instant since, Instant knownAt, Map<ReportId, String> refused);
    }

    private static void requireAsSeen(Transaction transaction, List<ReportId> ids, @Nullable String seen) {
        if (seen == null || seen.equals(SeenState.of(transaction, ids))) {
            return;
        }
        var queries = new ReportQueries(transaction);
        var stands = ids.stream()
                .limit(3)
                .map(id -> queries.find(id).map(ReportDecisions::standing).orElse(id + " is gone"))
                .collect(Collectors.joining("; "));
        throw new ProblemException(
                ProblemCode.CHANGED_MEANWHILE,
                "what you saw has changed since, and nothing was decided; now " + stands + (ids.size() > 3 ? "; …" : "")
                        + "; load the page again and decide on what stands there");
    }

    private static String standing(ReportQueries.Detail detail) {
        var summary = detail.summary();
        return "report " + (summary.number() == null ? summary.id() : summary.number()) + " is " + summary.status()
                + (summary.decidedAt() == null ? "" : " since " + summary.decidedAt() + " by " + summary.decidedBy());
    }

    /**
     * What is asked, by who may.
     *
     * @param signed whether signatures are asked for
     */
    private record Permitted(Asked asked, boolean signed) {}

    /** Where people have accounts, they decide in the office of their account and in no other. */
    private Permitted permitted(Transaction transaction, List<ReportId> ids, Asked asked) {
        var by = asked.by();
        var warrant = warrants.find(transaction, by.person());
        if (warrant.isEmpty()) {
            return new Permitted(asked, true);
        }
        var office = warrant.get().office();
        if (by.office() != null && !by.office().equals(office)) {
            throw Signatures.refused(
                    Signatures.ITS_OFFICE,
                    by.person() + " signs in " + (office == null ? "no office" : office) + ", not in " + by.office());
        }
        for (var id : ids) {
            DecidedReport.get(transaction, id)
                    .requirePermitted(transaction, asked.decision(), warrant.get(), by.person());
        }
        return new Permitted(
                new Asked(
                        asked.decision(),
                        asked.reason(),
                        new Decider(by.person(), office),
                        asked.seen(),
                        asked.wherePossible()),
                true);
    }

    private Outcome decideOn(
            Transaction transaction,
            List<ReportId> ids,
            Permitted permitted,
            List<RefusedReportException> refusedBefore) {
        var asked = permitted.asked();
        var by = asked.by();
        var groups = new LinkedHashMap<Long, Group>();
        for (var id : ids) {
            var row = DecidedReport.get(transaction, id).requireStanding(transaction, asked.decision());
            groups.computeIfAbsent(row.reading(), any -> new Group()).rows.add(row);
        }
        long decided = 0;
        long waiting = 0;
        var refused = new ArrayList<>(refusedBefore);
        for (var group : groups.values()) {
            if (asked.decision() == Decision.APPROVE) {
                if (permitted.signed()) {
                    readSignatures(transaction, group, ids.size(), by);
                } else {
                    group.rows.stream()
                            .mapToLong(DecidedReport::ordinal)
                            .sorted()
                            .distinct()
                            .forEach(group.complete::add);
                }
                var accepted = approve(transaction, group, by, why -> {
                    if (!asked.wherePossible()) {
                        throw why;
                    }
                    refused.add(why);
                });
                decided += accepted.count();
                waiting += group.signed.count() - group.complete.count();
            } else {
                reports.apply(
                        transaction,
                        append(transaction, asked.decision().kind, group, group.ordinals(), asked.reason(), by));
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
        var rows = new HashMap<Long, DecidedReport>();
        group.rows.forEach(row -> rows.put(row.ordinal(), row));
        var first = group.first();
        for (var read : reports.read(transaction, first.submission(), first.digest(), group.ordinals())) {
            var row = Objects.requireNonNull(rows.get((long) read.report().ordinal()));
            var offices = signatories.offices(transaction, row.form(), read.report());
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
            var row = DecidedReport.get(transaction, why.report()).requireStanding(transaction, Decision.APPROVE);
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
}
