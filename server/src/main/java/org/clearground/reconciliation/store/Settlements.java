// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reconciliation.Amount;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Settlement;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.clearground.statements.store.StatementQueries;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What people decided about published figures that contradict each other. Each decision is an entry of the ledger. */
public final class Settlements implements Projection {

    /** What is asked of an account. */
    public static final Right DECIDE = new Right(Resource.STATEMENT, Action.DECIDE);

    private static final int LONGEST_REASON = 2_000;

    private final Store store;
    private final Ledger ledger;
    private final Permit permit;

    public Settlements(Store store, Ledger ledger, Permit permit) {
        this.store = store;
        this.ledger = ledger;
        this.permit = permit;
    }

    /** Whether somebody may. */
    @FunctionalInterface
    public interface Permit {

        /** @throws ProblemException if people have accounts and this person's does not include the right */
        void require(Transaction transaction, String person, Right right);
    }

    /**
     * Settles a conflict as it was laid before a person. What was decided of it before stays in the ledger; the last
     * decision holds.
     *
     * @param holds the reading that holds; null if none of them does, or nothing is wrong
     * @throws ProblemException if no reason is given, or it is not theirs to decide
     */
    public void settle(Conflict conflict, @Nullable Reading holds, String reason, String person) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "give the reason, in at most " + LONGEST_REASON + " letters; the auditor will read it");
        }
        store.write(transaction -> {
            permit.require(transaction, person, DECIDE);
            var body = new TreeMap<String, Object>();
            body.put("seen", Settlement.seen(conflict));
            body.put("reason", why);
            if (holds != null) {
                body.put("scope", holds.scope().word());
                body.put("amounts", amounts(holds));
                put(body, "from", holds.from());
                put(body, "to", holds.to());
            }
            apply(
                    transaction,
                    ledger.append(
                            transaction,
                            ledger.moment(transaction),
                            person,
                            null,
                            EntryKind.CONFLICT_SETTLED,
                            conflict.key(),
                            body));
            return true;
        });
    }

    /**
     * What stands under a key.
     *
     * @throws ProblemException if nothing does
     */
    public static Conflict find(Transaction transaction, String key) {
        return Reconciler.conflicts(new StatementQueries(transaction).all()).stream()
                .filter(conflict -> conflict.key().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "nothing is told under \"" + key + "\"; see: clearground statements reconcile"));
    }

    private static void put(Map<String, Object> body, String name, @Nullable LocalDate day) {
        if (day != null) {
            body.put(name, day.toString());
        }
    }

    private static Map<String, Object> amounts(Reading reading) {
        var amounts = new TreeMap<String, Object>();
        reading.amounts()
                .forEach(amount ->
                        amounts.put(amount.measured().word(), amount.value().toPlainString()));
        return amounts;
    }

    /** The last decision under each key. */
    public static Map<String, Settlement> all(Transaction transaction) {
        var settlements = new HashMap<String, Settlement>();
        transaction
                .sql()
                .sql("select conflict_key, seen, period_from, period_to, scope, amounts, reason, person, at_ms"
                        + " from conflict_settlement order by id")
                .query((row, number) -> settlement(row))
                .list()
                .forEach(settlement -> settlements.put(settlement.key(), settlement));
        return settlements;
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        var scope = row.getString(5);
        var holds = scope == null
                ? null
                : new Reading(
                        day(row.getString(3)),
                        day(row.getString(4)),
                        ClaimScope.valueOf(scope.toUpperCase(Locale.ROOT)),
                        CanonicalJson.read(row.getString(6)).entrySet().stream()
                                .map(amount -> new Amount(
                                        Measured.valueOf(amount.getKey().toUpperCase(Locale.ROOT)),
                                        new BigDecimal(String.valueOf(amount.getValue()))))
                                .toList(),
                        List.of());
        return new Settlement(
                row.getString(1),
                holds,
                CanonicalJson.readList(row.getString(2)).stream()
                        .map(String::valueOf)
                        .toList(),
                row.getString(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    public List<String> tables() {
        return List.of("conflict_settlement");
    }

    @Override
    public void drop(Transaction transaction) {
        transaction.sql().sql("delete from conflict_settlement").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.CONFLICT_SETTLED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
        transaction
                .sql()
                .sql("insert into conflict_settlement (conflict_key, seen, period_from, period_to, scope, amounts,"
                        + " reason, person, at_ms)"
                        + " values (:key, :seen, :from, :to, :scope, :amounts, :reason, :person, :at)")
                .param("key", entry.subject())
                .param("seen", CanonicalJson.of(body.get("seen")))
                .param("from", body.get("from"))
                .param("to", body.get("to"))
                .param("scope", body.get("scope"))
                .param("amounts", body.containsKey("amounts") ? CanonicalJson.of(body.get("amounts")) : null)
                .param("reason", body.get("reason"))
                .param("person", entry.actor())
                .param("at", entry.recordedAt().toEpochMilli())
                .update();
    }
}
