// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.print;

import java.time.LocalDate;
import java.util.ArrayList;
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
        var conflicts = settledToo ? all : Settlement.open(all, settlements);
        var out = new StringBuilder(words.say(
                "conflict.heading",
                Map.of("statements", words.number(statements), "conflicts", words.number(conflicts.size()))));
        out.append('\n');
        for (var conflict : conflicts) {
            out.append('\n')
                    .append(title(conflict, words))
                    .append(" [")
                    .append(conflict.key())
                    .append("]\n");
            for (int i = 0; i < conflict.readings().size(); i++) {
                var reading = conflict.readings().get(i);
                out.append("  ")
                        .append(i + 1)
                        .append(". ")
                        .append(reading(reading, words))
                        .append(" – ")
                        .append(sources(reading, words))
                        .append('\n');
            }
            remarks(conflict, settlements.get(conflict.key()), words)
                    .forEach(line -> out.append("  ").append(line).append('\n'));
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

    /** In which way they contradict each other, and the slip that may be behind it. */
    public static String title(Conflict conflict, Words words) {
        return words.say("conflict.kind." + conflict.kind().word())
                + (conflict.slip() == null
                        ? ""
                        : " (" + words.say("conflict.slip." + conflict.slip().word()) + ")");
    }

    /** The arithmetic, what may explain it, what is proposed and what was decided: a line for each that there is. */
    public static List<String> remarks(Conflict conflict, @Nullable Settlement settlement, Words words) {
        var lines = new ArrayList<String>();
        var arithmetic = conflict.arithmetic();
        if (arithmetic != null) {
            lines.add(written(arithmetic, words));
        }
        if (conflict.scopesMayDiffer()) {
            lines.add(words.say("conflict.scopes"));
        }
        var proposal = conflict.proposal();
        if (proposal != null) {
            lines.add(words.say(
                    "conflict.proposal",
                    Map.of(
                            "reading",
                            amounts(proposal.reading(), words) + ", " + days(proposal.reading()),
                            "reason",
                            words.say("conflict.reason." + proposal.reason().word()))));
        }
        if (settlement != null) {
            lines.add(decision(settlement, words));
            if (!settlement.settles(conflict)) {
                lines.add(words.say("conflict.settled.before"));
            }
        }
        return lines;
    }

    private static String decision(Settlement settlement, Words words) {
        var holds = settlement.holds();
        return words.say(
                "conflict.settled",
                Map.of(
                        "person",
                        settlement.person(),
                        "day",
                        words.moment(settlement.at()),
                        "reading",
                        holds == null ? words.say("conflict.settled.none") : amounts(holds, words) + ", " + days(holds),
                        "reason",
                        settlement.reason()));
    }

    private static Map<ConflictKind, Integer> byKind(Collection<Conflict> conflicts) {
        var counts = new TreeMap<ConflictKind, Integer>();
        conflicts.forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        return counts;
    }

    /** Its days, whose work it is, and the values. */
    public static String reading(Reading reading, Words words) {
        return days(reading) + ", "
                + words.say("statement.scope." + reading.scope().word()) + ": " + amounts(reading, words);
    }

    /** Who says so, each once. */
    private static String sources(Reading reading, Words words) {
        var sources = reading.sources().stream()
                .map(source -> source.statement() + " " + source.publisher())
                .distinct()
                .collect(Collectors.joining("; "));
        return sources.isEmpty() ? words.say("conflict.calculated") : sources;
    }

    /** The values with what they measure. */
    public static String amounts(Reading reading, Words words) {
        return reading.amounts().stream()
                .map(amount -> measured(amount.measured(), words) + " " + words.number(amount.value()))
                .collect(Collectors.joining(", "));
    }

    private static String measured(Measured measured, Words words) {
        return words.say("statement.measured." + measured.word());
    }

    /** Its days; a question mark where an end is not known. */
    public static String days(Reading reading) {
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
