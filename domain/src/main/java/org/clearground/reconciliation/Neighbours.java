// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Areas far from those of up to eight periods of about the same length before, and from those that followed. Counts are
 * not looked at: one store of old ammunition makes a week of ten times as many.
 */
final class Neighbours implements ConflictCheck {

    private static final int BEFORE = 8;
    private static final int FEWEST_BEFORE = 4;
    private static final int AFTER = 4;
    private static final int ENOUGH = 2;

    /** Periods further away say nothing of this one. */
    private static final int DAYS_REMEMBERED = 240;

    /** Beyond so many times the median, and below its inverse, somebody should look. */
    private static final BigDecimal FAR = new BigDecimal("4.5");

    /** A mark that is put back must bring the area so near to the median. */
    private static final BigDecimal NEAR = new BigDecimal("2.5");

    private static final int LONGEST_WEEK = 10;
    private static final int LONGEST_MONTH = 33;

    private final Repeats repeats;

    Neighbours(Repeats repeats) {
        this.repeats = repeats;
    }

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var whose : Whose.values()) {
            look(whose, tellings, 4, LONGEST_WEEK, found);
            look(whose, tellings, LONGEST_WEEK + 1, LONGEST_MONTH, found);
        }
    }

    private void look(Whose whose, Tellings tellings, int shortest, int longest, Consumer<Conflict> found) {
        var series = new ArrayList<List<List<Tellings.Said>>>();
        tellings.of(whose).forEach((days, told) -> {
            var readings = Tellings.readings(told, Measured.AREA_CLEARED);
            if (days.length() >= shortest && days.length() <= longest && !readings.isEmpty()) {
                series.add(readings);
            }
        });
        for (int i = FEWEST_BEFORE; i < series.size(); i++) {
            var before = near(series, i, i - BEFORE, i);
            var after = near(series, i, i + 1, i + 1 + AFTER);
            for (var reading : series.get(i)) {
                outlier(whose, before, after, reading, series.get(i)).ifPresent(found);
            }
        }
    }

    /** One figure of each of these periods that is near enough in time to one of them. */
    private static List<Tellings.Said> near(List<List<List<Tellings.Said>>> series, int of, int first, int behindLast) {
        var here = day(series.get(of));
        return series.subList(Math.max(0, first), Math.min(series.size(), behindLast)).stream()
                .filter(readings -> Math.abs(ChronoUnit.DAYS.between(day(readings), here)) <= DAYS_REMEMBERED)
                .map(readings -> readings.get(0).get(0))
                .toList();
    }

    private static LocalDate day(List<List<Tellings.Said>> readings) {
        var days = readings.get(0).get(0).telling().days();
        return days == null ? LocalDate.MIN : days.to();
    }

    private Optional<Conflict> outlier(
            Whose whose,
            List<Tellings.Said> before,
            List<Tellings.Said> after,
            List<Tellings.Said> reading,
            List<List<Tellings.Said>> readings) {
        var value = Found.value(reading);
        var median = median(before);
        boolean fits =
                before.size() < FEWEST_BEFORE || isWithin(value, median, FAR) || hasChanged(before, after, value);
        if (fits || isSaidByTwo(reading) || repeats.hasStaleArea(reading.get(0).telling())) {
            return Optional.empty();
        }
        var terms = before.stream()
                .map(said -> Found.term(
                        said.telling(), Measured.AREA_CLEARED, said.figure().value()))
                .toList();
        var proposal = proposal(reading, readings, value, median);
        var shown = new ArrayList<Reading>();
        shown.add(Found.reading(reading));
        if (proposal != null) {
            shown.add(proposal.reading());
        }
        var tellings =
                new ArrayList<>(before.stream().map(Tellings.Said::telling).toList());
        tellings.add(reading.get(0).telling());
        return Optional.of(new Conflict(
                ConflictKind.OUTLIER,
                Found.key(ConflictKind.OUTLIER, whose, reading.get(0).telling(), Measured.AREA_CLEARED) + " "
                        + value.stripTrailingZeros().toPlainString(),
                shown.stream()
                        .sorted(Comparator.comparing(one -> one.amounts().get(0).value()))
                        .toList(),
                new Arithmetic(Operation.MEDIAN, terms, median, value),
                proposal != null && proposal.reading().sources().isEmpty() ? Slip.MARK_MOVED : null,
                Whose.mayDiffer(tellings),
                proposal));
    }

    /** Whether it is the series that changed: periods behind it are as large, or already the last two before it. */
    private static boolean hasChanged(List<Tellings.Said> before, List<Tellings.Said> after, BigDecimal value) {
        return after.size() >= ENOUGH && isWithin(value, median(after), FAR)
                || before.subList(before.size() - ENOUGH, before.size()).stream()
                        .allMatch(said -> isWithin(value, said.figure().value(), FAR));
    }

    private static boolean isSaidByTwo(List<Tellings.Said> reading) {
        return reading.stream().map(said -> said.telling().origin()).distinct().count() > 1;
    }

    /** Another reading of these days that fits, or the same digits with the mark that was lost. */
    private static @Nullable Proposal proposal(
            List<Tellings.Said> reading, List<List<Tellings.Said>> readings, BigDecimal value, BigDecimal median) {
        var fitting = readings.stream()
                .filter(other -> other != reading && isWithin(Found.value(other), median, NEAR))
                .toList();
        if (fitting.size() == 1) {
            return new Proposal(Found.reading(fitting.get(0)), Reason.FITS_THE_SERIES);
        }
        if (!fitting.isEmpty()) {
            return null;
        }
        for (int places : new int[] {-1, -2, -3, 3}) {
            var moved = value.movePointRight(places).stripTrailingZeros();
            boolean lost = places < 0 ? value.stripTrailingZeros().scale() <= 0 : value.scale() == places;
            if (lost && isWithin(moved, median, NEAR)) {
                var telling = reading.get(0).telling();
                var days = telling.days();
                return days == null
                        ? null
                        : new Proposal(
                                Found.calculated(
                                        days, telling.scope(), List.of(new Amount(Measured.AREA_CLEARED, moved))),
                                places < 0 ? Reason.DECIMAL_MARK_LOST : Reason.THOUSANDS_MARK);
            }
        }
        return null;
    }

    private static boolean isWithin(BigDecimal value, BigDecimal median, BigDecimal times) {
        return value.compareTo(median.multiply(times)) <= 0 && median.compareTo(value.multiply(times)) <= 0;
    }

    private static BigDecimal median(List<Tellings.Said> figures) {
        var values =
                figures.stream().map(said -> said.figure().value()).sorted().toList();
        int middle = values.size() / 2;
        if (values.isEmpty() || values.size() % 2 == 1) {
            return values.isEmpty() ? BigDecimal.ZERO : values.get(middle);
        }
        return values.get(middle - 1)
                .add(values.get(middle))
                .divide(new BigDecimal(2), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }
}
