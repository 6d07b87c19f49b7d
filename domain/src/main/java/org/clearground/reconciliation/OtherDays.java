// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Days that copies of one release do not agree on, and days that cannot be. */
final class OtherDays implements ConflictCheck {

    private static final int LONGEST_WEEK = 7;
    private static final int LONGEST_MONTH = 31;

    /** So far apart can the ends be that copies of one release print. */
    private static final int MOST_DAYS_APART = 7;

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        tellings.all().forEach(telling -> impossible(tellings, telling, found));
        for (var whose : Whose.values()) {
            moved(whose, tellings.of(whose), found);
        }
    }

    /** Copies with the same beginning or the same end. */
    private static void moved(Whose whose, NavigableMap<Days, List<Telling>> byDays, Consumer<Conflict> found) {
        Map<LocalDate, Days> ended = new HashMap<>();
        Map<LocalDate, Days> begun = new HashMap<>();
        for (var days : byDays.keySet()) {
            for (var other : new Days[] {begun.put(days.from(), days), ended.put(days.to(), days)}) {
                if (other != null && isNear(days, other)) {
                    var one = byDays.getOrDefault(other, List.of());
                    var another = byDays.getOrDefault(days, List.of());
                    copies(one, another).ifPresent(copy -> found.accept(moved(whose, copy, one, another)));
                }
            }
        }
    }

    private static boolean isNear(Days one, Days other) {
        return Math.abs(one.length() - other.length()) <= MOST_DAYS_APART;
    }

    private record Copies(Telling one, Telling other) {}

    private static Optional<Copies> copies(List<Telling> some, List<Telling> others) {
        for (var one : some) {
            for (var other : others) {
                if (Tellings.isPeriod(one) && Tellings.isPeriod(other) && one.copies(other)) {
                    return Optional.of(new Copies(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static Conflict moved(Whose whose, Copies copies, List<Telling> some, List<Telling> others) {
        var measures = copies.one().whole().keySet().stream()
                .filter(copies.other().whole().keySet()::contains)
                .toList();
        var earlier = Found.reading(all(copies.one(), some), measures);
        var later = Found.reading(all(copies.other(), others), measures);
        return new Conflict(
                ConflictKind.DAYS,
                Found.key(ConflictKind.DAYS, whose, copies.one()) + " or "
                        + copies.other().from() + "/" + copies.other().to(),
                List.of(earlier, later),
                null,
                null,
                false,
                proposal(copies, earlier, later));
    }

    private static List<Telling> all(Telling first, List<Telling> told) {
        return told.stream()
                .filter(one -> one.equals(first) || one.copies(first))
                .toList();
    }

    private static @Nullable Proposal proposal(Copies copies, Reading earlier, Reading later) {
        if (isWholeMonth(copies.other())) {
            return new Proposal(later, Reason.WHOLE_MONTH);
        }
        var to = copies.other().to();
        return to != null && to.equals(copies.other().statement().published())
                ? new Proposal(earlier, Reason.PUBLICATION_DAY_AS_END)
                : null;
    }

    private static boolean isWholeMonth(Telling telling) {
        var days = telling.days();
        return days != null
                && days.from().getDayOfMonth() == 1
                && days.to().equals(days.from().plusMonths(1).minusDays(1));
    }

    private static void impossible(Tellings tellings, Telling telling, Consumer<Conflict> found) {
        var days = telling.days();
        var to = telling.to();
        var published = telling.statement().published();
        if (days != null && (days.length() < 1 || days.length() > longest(telling.kind()))) {
            found.accept(impossible(tellings, telling, days));
        } else if (to != null && published != null && to.isAfter(published)) {
            var end = new Days(published, to);
            found.accept(conflict(telling, new Days(end.from(), end.to()), 1, null));
        }
    }

    private static int longest(PeriodKind kind) {
        return switch (kind) {
            case DAY -> 1;
            case WEEK -> LONGEST_WEEK;
            case MONTH -> LONGEST_MONTH;
            case QUARTER -> 92;
            case YEAR -> 366;
            case CUMULATIVE, OTHER, UNSTATED -> Integer.MAX_VALUE;
        };
    }

    private static Conflict impossible(Tellings tellings, Telling telling, Days days) {
        Proposal proposal = null;
        if (telling.kind() == PeriodKind.WEEK
                && days.to().equals(telling.statement().published())) {
            var usual = days.from().plusDays(usualWeek(tellings, telling, days) - 1L);
            proposal = new Proposal(
                    Found.calculated(
                            new Days(days.from(), usual),
                            telling.scope(),
                            Found.reading(List.of(telling), telling.whole().keySet())
                                    .amounts()),
                    Reason.PUBLICATION_DAY_AS_END);
        }
        return conflict(telling, days, longest(telling.kind()), proposal);
    }

    /** As long as the week before it that is told of. */
    private static int usualWeek(Tellings tellings, Telling telling, Days days) {
        return tellings.of(telling.whose()).headMap(days, false).descendingMap().entrySet().stream()
                .filter(before -> before.getValue().stream().anyMatch(one -> one.kind() == PeriodKind.WEEK))
                .mapToInt(before -> before.getKey().length())
                .filter(length -> length > 1 && length <= LONGEST_WEEK)
                .findFirst()
                .orElse(LONGEST_WEEK);
    }

    private static Conflict conflict(Telling telling, Days days, int most, @Nullable Proposal proposal) {
        var reading = Found.reading(List.of(telling), telling.whole().keySet());
        var terms = telling.whole().values().stream()
                .limit(1)
                .map(figure -> new Arithmetic.Term(
                        telling.statement().number(), figure.measured(), days.from(), days.to(), figure.value()))
                .toList();
        return new Conflict(
                ConflictKind.IMPOSSIBLE_DAYS,
                Found.key(ConflictKind.IMPOSSIBLE_DAYS, telling.whose(), telling) + " "
                        + telling.statement().number(),
                proposal == null ? List.of(reading) : List.of(proposal.reading(), reading),
                new Arithmetic(Operation.DAYS, terms, new BigDecimal(days.length()), new BigDecimal(most)),
                null,
                false,
                proposal);
    }
}
