// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.Timeline;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;

/** What the authority decides between two claims to the same ground. Each decision is an entry of the ledger. */
public final class ClaimDecisions implements Projection {

    private final Store store;
    private final Ledger ledger;
    private final Function<Transaction, LandRegister> register;

    public ClaimDecisions(Store store, Ledger ledger, Function<Transaction, LandRegister> register) {
        this.store = store;
        this.ledger = ledger;
        this.register = register;
    }

    /**
     * Decides for one of two claims, wherever both speak of the same ground.
     *
     * @param act whose claim is set aside
     * @param inFavourOf whose claim counts
     * @throws ProblemException if the two claims do not meet
     */
    public void decide(long act, long inFavourOf, String reason, String actor) {
        if (reason.isBlank()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --reason why; both bodies and the auditor will read it");
        }
        store.<Boolean>write(transaction -> {
            if (!meet(transaction, act, inFavourOf)) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "there is no case between the claims " + act + " and " + inFavourOf
                                + "; see: clearground land cases");
            }
            var body = new TreeMap<String, Object>();
            // Reports name acts on every node; the numbers of acts are this node's own.
            body.put("report", report(transaction, act));
            body.put("inFavourOf", report(transaction, inFavourOf));
            body.put("reason", reason);
            apply(
                    transaction,
                    ledger.append(
                            transaction,
                            ledger.moment(transaction),
                            actor,
                            null,
                            EntryKind.CLAIM_DECIDED,
                            report(transaction, act),
                            body));
            return true;
        });
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
        return List.of();
    }

    @Override
    public void drop(Transaction transaction) {
        // The register's tables are dropped with the reports that feed them.
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.CLAIM_DECIDED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
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
