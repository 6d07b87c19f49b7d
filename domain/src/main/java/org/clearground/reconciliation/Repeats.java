// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Figures of an earlier period that stand again for a later one, as when a page is written over the one of the week
 * before: all three counts, or an area with the same digits.
 */
final class Repeats implements ConflictCheck {

    /** So long an area is remembered; the same digits come back by chance after years. */
    private static final int DAYS_REMEMBERED = 120;

    /** Round areas are often equal. */
    private static final int FEWEST_DIGITS = 3;

    /** With the decimal mark elsewhere, so many digits must be the same. */
    private static final int FEWEST_DIGITS_WITH_ANOTHER_MARK = 4;

    private static final BigDecimal SMALLEST_AREA = new BigDecimal(100);

    /** Small counts are often equal: together so many items. */
    private static final BigDecimal FEWEST_ITEMS = new BigDecimal(20);

    private final Map<String, Telling> counts = new HashMap<>();
    private final Map<String, Telling> areas = new HashMap<>();

    Repeats(Tellings tellings) {
        for (var whose : Whose.values()) {
            var earlierCounts = new HashMap<List<BigDecimal>, Telling>();
            var earlierAreas = new HashMap<String, Telling>();
            for (var told : tellings.of(whose).values()) {
                var periods = told.stream().filter(Tellings::isPeriod).toList();
                for (var telling : periods) {
                    earlier(telling, earlierCounts.get(counts(telling)))
                            .ifPresent(one -> counts.put(telling.id(), one));
                    digits(telling)
                            .flatMap(digits -> earlier(telling, earlierAreas.get(digits)))
                            .filter(one -> isSameArea(telling, one))
                            .ifPresent(one -> areas.put(telling.id(), one));
                }
                for (var telling : periods) {
                    earlierCounts.put(counts(telling), telling);
                    earlierCounts.remove(List.of());
                    digits(telling).ifPresent(digits -> earlierAreas.put(digits, telling));
                }
            }
        }
    }

    /** Whether all its counts are those of an earlier period. */
    boolean isStale(Telling telling) {
        return counts.containsKey(telling.id());
    }

    /** Whether the digits of its area are those of an earlier period. */
    boolean hasStaleArea(Telling telling) {
        return areas.containsKey(telling.id());
    }

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var whose : Whose.values()) {
            for (var told : tellings.of(whose).values()) {
                tell(whose, told, counts, Tellings.COUNTS, found);
                tell(whose, told, areas, List.of(Measured.AREA_CLEARED), found);
            }
        }
    }

    private static void tell(
            Whose whose,
            List<Telling> told,
            Map<String, Telling> earlier,
            List<Measured> measures,
            Consumer<Conflict> found) {
        var repeating = told.stream()
                .filter(telling -> earlier.containsKey(telling.id()))
                .toList();
        if (repeating.isEmpty()) {
            return;
        }
        var first = repeating.get(0);
        var readings = new ArrayList<Reading>();
        readings.add(Found.reading(repeating, measures));
        readings.add(Found.reading(List.of(earlier.get(first.id())), measures));
        var others = told.stream()
                .filter(telling -> !earlier.containsKey(telling.id()) && telling.figure(measures.get(0)) != null)
                .toList();
        Proposal proposal = null;
        if (!others.isEmpty()) {
            var other = Found.reading(others, measures);
            readings.add(other);
            proposal = new Proposal(other, Reason.OTHER_IS_STALE);
        }
        found.accept(new Conflict(
                ConflictKind.STALE,
                Found.key(ConflictKind.STALE, whose, first, measures.toArray(Measured[]::new)),
                readings,
                null,
                null,
                false,
                proposal));
    }

    private static Optional<Telling> earlier(Telling telling, @Nullable Telling earlier) {
        return Optional.ofNullable(earlier).filter(one -> !days(one).touches(days(telling)));
    }

    /** Its three counts; none if one is missing, or they are few. */
    private static List<BigDecimal> counts(Telling telling) {
        var values = new ArrayList<BigDecimal>();
        var sum = BigDecimal.ZERO;
        for (var measured : Tellings.COUNTS) {
            var figure = telling.figure(measured);
            if (figure == null) {
                return List.of();
            }
            values.add(figure.value().stripTrailingZeros());
            sum = sum.add(figure.value());
        }
        return sum.compareTo(FEWEST_ITEMS) < 0 ? List.of() : values;
    }

    /** The digits of its area without zeros at the ends; empty if it is round, or no exact one is stated. */
    private static Optional<String> digits(Telling telling) {
        var area = telling.figure(Measured.AREA_CLEARED);
        if (area == null || area.hedge() != Hedge.EXACT || area.value().signum() <= 0) {
            return Optional.empty();
        }
        var digits = area.value().stripTrailingZeros().unscaledValue().toString();
        return digits.length() < FEWEST_DIGITS ? Optional.empty() : Optional.of(digits);
    }

    private static boolean isSameArea(Telling later, Telling earlier) {
        if (days(earlier).to().plusDays(DAYS_REMEMBERED).isBefore(days(later).from())) {
            return false;
        }
        var own = area(later);
        if (own.compareTo(area(earlier)) == 0) {
            return own.compareTo(SMALLEST_AREA) >= 0;
        }
        return own.stripTrailingZeros().precision() >= FEWEST_DIGITS_WITH_ANOTHER_MARK;
    }

    private static BigDecimal area(Telling telling) {
        var area = telling.figure(Measured.AREA_CLEARED);
        return area == null ? BigDecimal.ZERO : area.value();
    }

    private static Days days(Telling telling) {
        var days = telling.days();
        if (days == null) {
            throw new IllegalArgumentException("days are not known");
        }
        return days;
    }
}
