// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.Measured;

/**
 * Weeks, months, quarters and years against the longer period that they lie in. Periods of which nobody told may be missing
 * between them, so that together they may be less than the whole, but never more; and where they cover every day, not
 * less either.
 */
final class LongerPeriods implements ConflictCheck {

    /** Lengths of what is added up together; weeks and months are never mixed. */
    private enum Part {
        WEEK(4, 10),
        MONTH(27, 33),
        QUARTER(88, 93),
        YEAR(365, 366);

        private final int shortest;
        private final int longest;

        Part(int shortest, int longest) {
            this.shortest = shortest;
            this.longest = longest;
        }

        boolean fits(Days days) {
            return days.length() >= shortest && days.length() <= longest;
        }
    }

    /** Weeks, months and quarters of a year; what they say of a longer time, its totals tell by their growth. */
    private static final int LONGEST_WHOLE = 370;

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var whose : Whose.values()) {
            var byDays = tellings.of(whose);
            for (var told : byDays.entrySet()) {
                for (var part : Part.values()) {
                    var wholes = told.getValue().stream()
                            .filter(telling -> part == Part.YEAR || Tellings.isPeriod(telling))
                            .toList();
                    int length = told.getKey().length();
                    if (length > part.longest && (part == Part.YEAR || length <= LONGEST_WHOLE) && !wholes.isEmpty()) {
                        look(whose, byDays, told.getKey(), wholes, part, found);
                    }
                }
            }
        }
    }

    private static void look(
            Whose whose,
            NavigableMap<Days, List<Telling>> byDays,
            Days whole,
            List<Telling> told,
            Part part,
            Consumer<Conflict> found) {
        for (var measured : Tellings.measures(told)) {
            var parts = apart(byDays, whole, part, measured);
            if (parts.size() > 1) {
                var readings = Tellings.readings(told, measured);
                compare(whose, whole, readings, parts, measured, part, found);
            }
        }
    }

    /** Periods within another that share no day, each with the smallest figure that is told of it. */
    static List<Tellings.Said> within(NavigableMap<Days, List<Telling>> byDays, Days whole, Measured measured) {
        List<Tellings.Said> most = List.of();
        for (var part : Part.values()) {
            var parts = apart(byDays, whole, part, measured);
            if (days(parts) > days(most)) {
                most = parts;
            }
        }
        return most;
    }

    private static int days(List<Tellings.Said> parts) {
        return parts.stream()
                .map(said -> said.telling().days())
                .mapToInt(days -> days == null ? 0 : days.length())
                .sum();
    }

    private static List<Tellings.Said> apart(
            NavigableMap<Days, List<Telling>> byDays, Days whole, Part part, Measured measured) {
        var parts = new ArrayList<Tellings.Said>();
        LocalDate covered = whole.from().minusDays(1);
        var first = new Days(LocalDate.MIN, whole.from());
        for (var told : byDays.tailMap(first, true).entrySet()) {
            var days = told.getKey();
            if (days.to().isAfter(whole.to())) {
                break;
            }
            if (part.fits(days) && whole.holds(days) && days.from().isAfter(covered)) {
                var periods =
                        told.getValue().stream().filter(Tellings::isPeriod).toList();
                var readings = Tellings.readings(periods, measured);
                if (!readings.isEmpty()) {
                    parts.add(readings.get(0).get(0));
                    covered = days.to();
                }
            }
        }
        return parts;
    }

    private static void compare(
            Whose whose,
            Days whole,
            List<List<Tellings.Said>> readings,
            List<Tellings.Said> parts,
            Measured measured,
            Part part,
            Consumer<Conflict> found) {
        var sum = parts.stream().map(said -> said.figure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var slack = parts.stream().map(said -> Printed.slack(said.figure())).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean coversAll = days(parts) == whole.length();
        for (var reading : readings) {
            var stated = reading.get(0).figure();
            var off = slack.add(Printed.slack(stated));
            boolean more = sum.compareTo(stated.value().add(off)) > 0;
            boolean less = coversAll && sum.compareTo(stated.value().subtract(off)) < 0;
            if (more || less) {
                var terms = parts.stream()
                        .map(said -> Found.term(
                                said.telling(), measured, said.figure().value()))
                        .toList();
                var tellings = new ArrayList<>(
                        parts.stream().map(Tellings.Said::telling).toList());
                reading.forEach(said -> tellings.add(said.telling()));
                found.accept(new Conflict(
                        ConflictKind.SPAN,
                        Found.key(ConflictKind.SPAN, whose, reading.get(0).telling(), measured) + " "
                                + part.name().toLowerCase(java.util.Locale.ROOT) + "s "
                                + stated.value().stripTrailingZeros().toPlainString(),
                        List.of(Found.reading(reading)),
                        new Arithmetic(Operation.SUM, terms, sum, stated.value()),
                        null,
                        Whose.mayDiffer(tellings),
                        null));
            }
        }
    }
}
