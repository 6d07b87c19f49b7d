// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/** What stands against figures of one measure, and what was decided of it. */
final class Doubts {

    private final List<Conflict> conflicts;
    private final Map<String, Settlement> settlements;
    private final Measured measured;

    Doubts(Collection<Conflict> conflicts, Map<String, Settlement> settlements, Measured measured, Whose whose) {
        this.conflicts = conflicts.stream()
                .filter(conflict -> doubtsValues(conflict.kind()))
                .filter(conflict -> conflict.readings().stream()
                        .anyMatch(reading -> Whose.of(reading.scope()) == whose && value(reading, measured) != null))
                .toList();
        this.settlements = settlements;
        this.measured = measured;
    }

    /**
     * Whether a conflict is about what one period's value is. That periods do not add up to a longer one, or that a total
     * grows too little, does not say which of the figures is wrong.
     */
    private static boolean doubtsValues(ConflictKind kind) {
        return switch (kind) {
            case VALUES, UNITS, CATEGORIES, DAYS, PARTS, STALE, OUTLIER, SCOPE, IMPOSSIBLE_DAYS -> true;
            case OMITTED, SPAN, RUNNING_TOTAL -> false;
        };
    }

    /** The point of a period of which there is at least one reading. */
    PublishedSeries.Point point(@Nullable LocalDate from, LocalDate to, List<List<Tellings.Said>> readings) {
        var against = conflicts.stream()
                .filter(conflict -> conflict.readings().stream().anyMatch(reading -> isOf(reading, from, to)))
                .toList();
        var standing = PublishedSeries.Standing.AGREED;
        BigDecimal value = readings.size() == 1 ? Found.value(readings.get(0)) : null;
        if (value == null && against.isEmpty()) {
            standing = PublishedSeries.Standing.OPEN;
        }
        for (var conflict : against) {
            var known = known(conflict, from, to);
            if (known.standing().compareTo(standing) > 0) {
                standing = known.standing();
                value = known.value();
            } else if (known.standing() == standing
                    && (value == null || known.value() == null || value.compareTo(known.value()) != 0)) {
                value = null;
            }
        }
        var all = new ArrayList<Reading>();
        readings.forEach(reading -> all.add(Found.reading(reading)));
        return new PublishedSeries.Point(
                from,
                to,
                standing,
                value,
                Printed.slack(finest(readings, value).figure()),
                all,
                against.stream().map(Conflict::key).distinct().toList(),
                false);
    }

    private static Tellings.Said finest(List<List<Tellings.Said>> readings, @Nullable BigDecimal value) {
        return readings.stream()
                .filter(reading -> value != null && Found.value(reading).compareTo(value) == 0)
                .findFirst()
                .orElse(readings.get(0))
                .get(0);
    }

    private record Known(PublishedSeries.Standing standing, @Nullable BigDecimal value) {}

    /** What a conflict leaves of a period: a reading of other days speaks against every value of these. */
    private Known known(Conflict conflict, @Nullable LocalDate from, LocalDate to) {
        var settlement = settlements.get(conflict.key());
        if (settlement != null && settlement.settles(conflict)) {
            return new Known(PublishedSeries.Standing.SETTLED, valueOf(settlement.holds(), from, to));
        }
        var proposal = conflict.proposal();
        var proposed = proposal == null ? null : valueOf(proposal.reading(), from, to);
        return proposed == null
                ? new Known(PublishedSeries.Standing.OPEN, null)
                : new Known(PublishedSeries.Standing.PROPOSED, proposed);
    }

    private @Nullable BigDecimal valueOf(@Nullable Reading reading, @Nullable LocalDate from, LocalDate to) {
        return reading == null || !isOf(reading, from, to) ? null : value(reading, measured);
    }

    private static boolean isOf(Reading reading, @Nullable LocalDate from, LocalDate to) {
        return Objects.equals(reading.from(), from) && to.equals(reading.to());
    }

    private static @Nullable BigDecimal value(Reading reading, Measured measured) {
        return reading.amounts().stream()
                .filter(amount -> amount.measured() == measured)
                .map(Amount::value)
                .findFirst()
                .orElse(null);
    }
}
