// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.reconciliation.Arithmetic;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.Proposal;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Settlement;
import org.jspecify.annotations.Nullable;

/** Published figures that contradict each other as JSON, with the values exactly as they were taken in. */
public final class ConflictJson {

    private ConflictJson() {}

    /**
     * Those that are open, or all.
     *
     * @param settlements the last decision under each key
     */
    public static Map<String, @Nullable Object> document(
            List<Conflict> all, Map<String, Settlement> settlements, boolean settledToo, int statements, Words words) {
        var conflicts = settledToo ? all : Settlement.open(all, settlements);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("statements", statements);
        map.put(
                "conflicts",
                conflicts.stream()
                        .map(conflict -> conflict(conflict, settlements.get(conflict.key()), words))
                        .toList());
        map.put("settledLeftOut", all.size() - conflicts.size());
        map.put("caution", words.say("statement.others"));
        return map;
    }

    /** One of them. */
    public static Map<String, @Nullable Object> conflict(
            Conflict conflict, @Nullable Settlement settlement, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var slip = conflict.slip();
        var arithmetic = conflict.arithmetic();
        var proposal = conflict.proposal();
        map.put("key", conflict.key());
        map.put("kind", conflict.kind().word());
        map.put("label", words.say("conflict.kind." + conflict.kind().word()));
        map.put(
                "readings",
                conflict.readings().stream().map(ConflictJson::reading).toList());
        map.put("arithmetic", arithmetic == null ? null : arithmetic(arithmetic));
        map.put("slip", slip == null ? null : slip.word());
        map.put("scopesMayDiffer", conflict.scopesMayDiffer());
        map.put("proposal", proposal == null ? null : proposal(proposal));
        map.put("settlement", settlement == null ? null : settlement(settlement, conflict));
        return map;
    }

    private static Map<String, @Nullable Object> reading(Reading reading) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", reading.from() == null ? null : String.valueOf(reading.from()));
        map.put("to", reading.to() == null ? null : String.valueOf(reading.to()));
        map.put("scope", reading.scope().word());
        var amounts = new LinkedHashMap<String, @Nullable Object>();
        reading.amounts().forEach(amount -> amounts.put(amount.measured().word(), amount.value()));
        map.put("amounts", amounts);
        map.put(
                "statements",
                reading.sources().stream()
                        .map(source -> source.statement())
                        .distinct()
                        .toList());
        return map;
    }

    private static Map<String, @Nullable Object> proposal(Proposal proposal) {
        var map = reading(proposal.reading());
        map.put("reason", proposal.reason().word());
        return map;
    }

    private static Map<String, @Nullable Object> settlement(Settlement settlement, Conflict conflict) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var holds = settlement.holds();
        map.put("holds", holds == null ? null : reading(holds));
        map.put("reason", settlement.reason());
        map.put("person", settlement.person());
        map.put("at", Ledger.written(settlement.at()));
        map.put("settles", settlement.settles(conflict));
        return map;
    }

    private static Map<String, @Nullable Object> arithmetic(Arithmetic arithmetic) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("operation", arithmetic.operation().word());
        map.put(
                "terms",
                arithmetic.terms().stream()
                        .map(term -> {
                            var each = new LinkedHashMap<String, @Nullable Object>();
                            each.put("statement", term.statement());
                            each.put("measured", term.measured().word());
                            each.put("from", term.from() == null ? null : String.valueOf(term.from()));
                            each.put("to", term.to() == null ? null : String.valueOf(term.to()));
                            each.put("value", term.value());
                            return each;
                        })
                        .toList());
        map.put("result", arithmetic.result());
        map.put("stated", arithmetic.stated());
        return map;
    }
}
