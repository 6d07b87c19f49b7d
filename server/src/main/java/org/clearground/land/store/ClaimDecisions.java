// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandRule;
import org.clearground.land.Timeline;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.Warrants;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What the authority decides between two claims to the same ground. Each decision is an entry of the ledger. */
public final class ClaimDecisions implements Projection {

    /** What is asked of an account. */
    public static final Right DECIDE = new Right(Resource.LAND_CASE, Action.DECIDE);

    private final Store store;
    private final Ledger ledger;
    private final Function<Transaction, LandRegister> register;
    private final LandWarrants warrants;

    public ClaimDecisions(Store store, Ledger ledger, Function<Transaction, LandRegister> register, Warrants warrants) {
        this.store = store;
        this.ledger = ledger;
        this.register = register;
        this.warrants = new LandWarrants(warrants);
    }

    /**
     * A decision for one of two claims, wherever both speak of the same ground.
     *
     * @param act whose claim is set aside
     * @param inFavourOf whose claim counts
     */
    public record Preference(long act, long inFavourOf) {}

    /** What became of a decision. */
    public enum Outcome {
        DECIDED,
        /** It makes ground usable again, and waits for a second person. */
        SIGNED
    }

    /**
     * Decides for one of two claims. What makes ground usable again is decided by two persons, neither of whom sent
     * either claim in; the first signs.
     *
     * @param seen how the two stood when whoever decides saw them, as {@link #standing} gave it; null where that is not
     *     asked
     * @throws ProblemException if the two claims do not meet, stand otherwise than seen, or are not theirs to decide
     */
    public Outcome decide(Preference preference, String reason, String person, @Nullable String seen) {
        if (reason.isBlank()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; both bodies and the auditor will read it");
        }
        return store.write(transaction -> {
            requireMeeting(transaction, preference);
            long usable = usable(transaction, preference);
            require(transaction, preference, person, usable);
            if (seen != null && !seen.equals(standing(transaction, preference.act(), preference.inFavourOf()))) {
                throw new ProblemException(
                        ProblemCode.CHANGED_MEANWHILE,
                        "somebody decided between the claims " + preference.act() + " and " + preference.inFavourOf()
                                + " since you saw them, or a report moved their ground; nothing was decided now: load"
                                + " the page again and decide on what stands there");
            }
            var body = new TreeMap<String, Object>();
            // Reports name acts on every node; the numbers of acts are this node's own.
            body.put("report", report(transaction, preference.act()));
            body.put("inFavourOf", report(transaction, preference.inFavourOf()));
            body.put("reason", reason.strip());
            boolean signs = usable > 0 && signatures(transaction, preference).isEmpty();
            apply(
                    transaction,
                    ledger.append(
                            transaction,
                            ledger.moment(transaction),
                            person,
                            null,
                            signs ? EntryKind.CLAIM_SIGNED : EntryKind.CLAIM_DECIDED,
                            report(transaction, preference.act()),
                            body));
            return signs ? Outcome.SIGNED : Outcome.DECIDED;
        });
    }

    private static void requireMeeting(Transaction transaction, Preference preference) {
        if (!meet(transaction, preference.act(), preference.inFavourOf())) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "there is no case between the claims " + preference.act() + " and " + preference.inFavourOf()
                            + "; see: clearground land cases");
        }
    }

    /** That somebody may decide so, as things stand. */
    private void require(Transaction transaction, Preference preference, String person, long usable) {
        var reports = List.of(
                ReportId.of(report(transaction, preference.act())),
                ReportId.of(report(transaction, preference.inFavourOf())));
        var districts = GroundDistricts.ofActs(transaction, List.of(preference.act(), preference.inFavourOf()));
        warrants.require(
                transaction, new LandWarrants.Deed(DECIDE, "claims that meet", person, null, districts, reports));
        if (usable > 0) {
            if (reports.stream().anyMatch(report -> LandWarrants.sentBy(transaction, report, person))) {
                throw twoPersons(person + " sent one of the claims in and does not decide between them");
            }
            if (signatures(transaction, preference).contains(person)) {
                throw twoPersons(person + " has signed it already; another person must");
            }
        }
    }

    private static ProblemException twoPersons(String why) {
        return new ProblemException(
                ProblemCode.NOT_PERMITTED, "rule " + LandRule.TWO_PERSONS_MAKE_LAND_USABLE + ": " + why);
    }

    /** Square metres that a decision would make usable; more than none asks for two persons. */
    private long usable(Transaction transaction, Preference preference) {
        try {
            return LandEffects.preferring(register.apply(transaction), preference.act(), preference.inFavourOf())
                    .usable();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /**
     * What somebody may do about two claims.
     *
     * @param why they may not, in a sentence; null where they may
     * @param signedBy who has signed the same decision, and waits for another
     */
    public record Choice(@Nullable String why, List<String> signedBy) {
        public Choice {
            signedBy = List.copyOf(signedBy);
        }

        public boolean may() {
            return why == null;
        }
    }

    /**
     * What somebody may do about two claims as things stand.
     *
     * @param person null where nobody has an account: then whoever asks may state who decides
     * @param usable what the decision would make usable
     */
    public Choice choice(Transaction transaction, Preference preference, @Nullable String person, long usable) {
        var signed = usable > 0 ? signatures(transaction, preference) : List.<String>of();
        if (person == null) {
            return new Choice(null, signed);
        }
        try {
            require(transaction, preference, person, usable);
            return new Choice(null, signed);
        } catch (ProblemException why) {
            return new Choice(String.valueOf(why.getMessage()), signed);
        }
    }

    /** Who signed the same decision; what was signed before the ground of the case moved counts no more. */
    private static List<String> signatures(Transaction transaction, Preference preference) {
        return transaction
                .sql()
                .sql("select person from land_claim_signature where report = :report and in_favour_of = :favoured"
                        + " and signed_at_ms >= (select max(changed_at_ms) from land_conflict"
                        + " where act = :one and against = :other or act = :other and against = :one)"
                        + " order by signed_at_ms, person")
                .param("report", report(transaction, preference.act()))
                .param("favoured", report(transaction, preference.inFavourOf()))
                .param("one", preference.act())
                .param("other", preference.inFavourOf())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * A decision between two claims.
     *
     * @param inFavourOf the claim that counts by it
     * @param stands whether it was not decided the other way round since
     */
    public record Made(long inFavourOf, String reason, String person, Instant at, boolean stands) {}

    /** What was decided between two claims, the latest first. */
    public List<Made> made(Transaction transaction, long one, long other) {
        return transaction
                .sql()
                .sql(
                        "select in_favour_of, reason, decided_by, decided_at_ms, reversed_at_ms is null from land_set_aside"
                                + " where act = :one and in_favour_of = :other or act = :other and in_favour_of = :one"
                                + " order by decided_at_ms desc, in_favour_of")
                .param("one", one)
                .param("other", other)
                .query((row, number) -> new Made(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getBoolean(5)))
                .list();
    }

    /** How two claims stand to each other, as a short text that is another after each decision and move of their ground. */
    public static String standing(Transaction transaction, long one, long other) {
        var running = Digest.sha256();
        for (var select : List.of(
                "select act || ' ' || against || ' ' || rule || ' ' || m2 || ' ' || changed_at_ms from land_conflict"
                        + " where act = :one and against = :other or act = :other and against = :one order by 1",
                "select act || ' ' || in_favour_of || ' ' || decided_at_ms || ' ' || coalesce(reversed_at_ms, 0)"
                        + " from land_set_aside where act = :one and in_favour_of = :other"
                        + " or act = :other and in_favour_of = :one order by 1",
                "select report || ' ' || in_favour_of || ' ' || person || ' ' || signed_at_ms from land_claim_signature"
                        + " where (report, in_favour_of) in (select a.report_id, b.report_id from report a, report b"
                        + " where a.id = (select report from land_acts where fid = :one)"
                        + " and b.id = (select report from land_acts where fid = :other)"
                        + " or a.id = (select report from land_acts where fid = :other)"
                        + " and b.id = (select report from land_acts where fid = :one)) order by 1")) {
            transaction
                    .sql()
                    .sql(select)
                    .param("one", one)
                    .param("other", other)
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(line -> running.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return Digest.finish(running).abbreviated();
    }

    private static boolean meet(Transaction transaction, long one, long other) {
        return transaction
                .sql()
                .sql("select count(*) from land_conflict where ((act = :one and against = :other)"
                        + " or (act = :other and against = :one)) and rule not in (" + LandHistories.NO_CLAIMS + ")")
                .param("one", one)
                .param("other", other)
                .query((row, number) -> row.getLong(1) > 0)
                .single();
    }

    private static String report(Transaction transaction, long act) {
        return transaction
                .sql()
                .sql("select report_id from report where id = (select report from land_acts where fid = ?)")
                .param(act)
                .query(String.class)
                .single();
    }

    private static long act(Transaction transaction, Map<String, Object> body, String name) {
        return transaction
                .sql()
                .sql("select land_acts.fid from land_acts join report on report.id = land_acts.report"
                        + " where report.report_id = ? order by land_acts.fid desc limit 1")
                .param(String.valueOf(body.get(name)))
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> tables() {
        return List.of("land_claim_signature");
    }

    @Override
    public void drop(Transaction transaction) {
        // The register's tables are dropped with the reports that feed them.
        transaction.sql().sql("delete from land_claim_signature").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.CLAIM_DECIDED && entry.kind() != EntryKind.CLAIM_SIGNED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
        var report = String.valueOf(body.get("report"));
        var favoured = String.valueOf(body.get("inFavourOf"));
        if (entry.kind() == EntryKind.CLAIM_SIGNED) {
            transaction
                    .sql()
                    .sql("insert into land_claim_signature (report, in_favour_of, person, signed_at_ms)"
                            + " values (?, ?, ?, ?) on conflict (report, in_favour_of, person)"
                            + " do update set signed_at_ms = excluded.signed_at_ms")
                    .params(report, favoured, entry.actor(), entry.recordedAt().toEpochMilli())
                    .update();
            return;
        }
        transaction
                .sql()
                .sql("delete from land_claim_signature where report = :one and in_favour_of = :other"
                        + " or report = :other and in_favour_of = :one")
                .param("one", report)
                .param("other", favoured)
                .update();
        var open = register.apply(transaction);
        try {
            open.prefer(
                    new Timeline.SetAside(act(transaction, body, "report"), act(transaction, body, "inFavourOf")),
                    String.valueOf(body.get("reason")),
                    entry.actor(),
                    entry.recordedAt());
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        open.complete();
    }
}
