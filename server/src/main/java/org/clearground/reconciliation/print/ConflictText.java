// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.print;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearground.packs.Words;
import org.clearground.reconciliation.Arithmetic;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.ConflictKind;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Settlement;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/** Published figures that contradict each other, for people: what stands against what, the calculation, what is proposed. */
public final class ConflictText {

    private ConflictText() {}

    /**
     * Those that are open, or all.
     *
     * @param settlements the last decision under each key
     */
    public static String print(
            List<Conflict> all, Map<String, Settlement> settlements, boolean settledToo, int statements, Words words) {
        var conflicts = all.stream()
                .filter(conflict -> settledToo || !isSettled(conflict, settlements))
                .toList();
        var out = new StringBuilder(words.say(
                "conflict.heading",
                Map.of("statements", words.number(statements), "conflicts", words.number(conflicts.size()))));
        out.append('\n');
        for (var conflict : conflicts) {
            out.append('\n').append(words.say("conflict.kind." + conflict.kind().word()));
            if (conflict.slip() != null) {
                out.append(" (")
                        .append(words.say("conflict.slip." + conflict.slip().word()))
                        .append(')');
            }
            out.append(" [").append(conflict.key()).append("]\n");
            for (int i = 0; i < conflict.readings().size(); i++) {
                out.append("  ").append(i + 1).append(". ");
                reading(conflict.readings().get(i), words, out);
            }
            detail(conflict, words, out);
            decision(conflict, settlements.get(conflict.key()), words, out);
        }
        if (!conflicts.isEmpty()) {
            out.append('\n');
            byKind(conflicts).forEach((kind, count) -> out.append(words.number(count))
                    .append("  ")
                    .append(words.say("conflict.kind." + kind.word()))
                    .append('\n'));
        }
        if (conflicts.size() < all.size()) {
            out.append('\n')
                    .append(words.say(
                            "conflict.settled.count", Map.of("count", words.number(all.size() - conflicts.size()))))
                    .append('\n');
        }
        return out.append('\n')
                .append(words.say("statement.others"))
                .append('\n')
                .toString();
    }

    private static boolean isSettled(Conflict conflict, Map<String, Settlement> settlements) {
        var settlement = settlements.get(conflict.key());
        return settlement != null && settlement.settles(conflict);
    }

    private static void decision(Conflict conflict, @Nullable Settlement settlement, Words words, StringBuilder out) {
        if (settlement == null) {
            return;
        }
        var holds = settlement.holds();
        out.append("  ")
                .append(words.say(
                        "conflict.settled",
                        Map.of(
                                "person",
                                settlement.person(),
                                "day",
                                words.moment(settlement.at()),
                                "reading",
                                holds == null
                                        ? words.say("conflict.settled.none")
                                        : amounts(holds, words) + ", " + days(holds),
                                "reason",
                                settlement.reason())))
                .append('\n');
        if (!settlement.settles(conflict)) {
            out.append("  ").append(words.say("conflict.settled.before")).append('\n');
        }
    }

    private static void detail(Conflict conflict, Words words, StringBuilder out) {
        var arithmetic = conflict.arithmetic();
        if (arithmetic != null) {
            out.append("  ").append(written(arithmetic, words)).append('\n');
        }
        if (conflict.scopesMayDiffer()) {
            out.append("  ").append(words.say("conflict.scopes")).append('\n');
        }
        var proposal = conflict.proposal();
        if (proposal != null) {
            out.append("  ")
                    .append(words.say(
                            "conflict.proposal",
                            Map.of(
                                    "reading",
                                    amounts(proposal.reading(), words) + ", " + days(proposal.reading()),
                                    "reason",
                                    words.say("conflict.reason."
                                            + proposal.reason().word()))))
                    .append('\n');
        }
    }

    private static Map<ConflictKind, Integer> byKind(Collection<Conflict> conflicts) {
        var counts = new TreeMap<ConflictKind, Integer>();
        conflicts.forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        return counts;
    }

    private static void reading(Reading reading, Words words, StringBuilder out) {
        out.append(days(reading))
                .append(", ")
                .append(words.say("statement.scope." + reading.scope().word()))
                .append(": ")
                .append(amounts(reading, words));
        var sources = reading.sources().stream()
                .map(source -> source.statement() + " " + source.publisher())
                .distinct()
                .collect(Collectors.joining("; "));
        out.append(" – ")
                .append(sources.isEmpty() ? words.say("conflict.calculated") : sources)
                .append('\n');
    }

    private static String amounts(Reading reading, Words words) {
        return reading.amounts().stream()
                .map(amount -> measured(amount.measured(), words) + " " + words.number(amount.value()))
                .collect(Collectors.joining(", "));
    }

    private static String measured(Measured measured, Words words) {
        return words.say("statement.measured." + measured.word());
    }

    private static String days(Reading reading) {
        return day(reading.from()) + "/" + day(reading.to());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "?" : day.toString();
    }

    private static String written(Arithmetic arithmetic, Words words) {
        var terms = arithmetic.terms().stream()
                .map(term -> words.number(term.value()) + " (" + term.statement() + ")")
                .toList();
        var shown = Map.of(
                "terms", String.join(arithmetic.operation() == Arithmetic.Operation.SUM ? " + " : "; ", terms),
                "result", words.number(arithmetic.result()),
                "stated", words.number(arithmetic.stated()));
        return words.say("conflict.arithmetic." + arithmetic.operation().word(), shown);
    }
}
