// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.reconciliation.Arithmetic.Term;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Areas far from those of up to eight periods of about the same length before. Counts are not looked at: one store of
 * old ammunition makes a week of ten times as many.
 */
final class Neighbours implements ConflictCheck {

    private static final int BEFORE = 8;
    private static final int FEWEST_BEFORE = 4;

    /** Periods that are older say nothing of this one. */
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
        Deque<Tellings.Said> before = new ArrayDeque<>();
        for (var told : tellings.of(whose).entrySet()) {
            var days = told.getKey();
            if (days.length() < shortest || days.length() > longest) {
                continue;
            }
            while (!before.isEmpty() && isForgotten(before.peekFirst(), days)) {
                before.removeFirst();
            }
            var readings = Tellings.readings(told.getValue(), Measured.AREA_CLEARED);
            boolean all = true;
            for (var reading : readings) {
                var conflict = before.size() < FEWEST_BEFORE ? null : outlier(whose, before, reading, readings);
                if (conflict != null) {
                    all = false;
                    if (reading.stream().noneMatch(said -> repeats.hasStaleArea(said.telling()))) {
                        found.accept(conflict);
                    }
                }
            }
            if (all && !readings.isEmpty()) {
                before.addLast(readings.get(0).get(0));
                if (before.size() > BEFORE) {
                    before.removeFirst();
                }
            }
        }
    }

    private static boolean isForgotten(Tellings.Said said, Days days) {
        var to = said.telling().to();
        return to == null || to.plusDays(DAYS_REMEMBERED).isBefore(days.from());
    }

    private static @Nullable Conflict outlier(
            Whose whose, Deque<Tellings.Said> before, List<Tellings.Said> reading, List<List<Tellings.Said>> readings) {
        var value = Found.value(reading);
        var terms = new ArrayList<Term>();
        before.forEach(said -> terms.add(
                Found.term(said.telling(), Measured.AREA_CLEARED, said.figure().value())));
        var median = median(terms);
        if (median.signum() == 0 || isWithin(value, median, FAR) || isSaidByTwo(reading)) {
            return null;
        }
        var proposal = proposal(reading, readings, value, median);
        var shown = new ArrayList<Reading>();
        shown.add(Found.reading(reading));
        if (proposal != null) {
            shown.add(proposal.reading());
        }
        var tellings =
                new ArrayList<>(before.stream().map(Tellings.Said::telling).toList());
        tellings.add(reading.get(0).telling());
        return new Conflict(
                ConflictKind.OUTLIER,
                Found.key(ConflictKind.OUTLIER, whose, reading.get(0).telling(), Measured.AREA_CLEARED) + " "
                        + value.stripTrailingZeros().toPlainString(),
                shown.stream()
                        .sorted(Comparator.comparing(one -> one.amounts().get(0).value()))
                        .toList(),
                new Arithmetic(Operation.MEDIAN, terms, median, value),
                proposal != null && proposal.reading().sources().isEmpty() ? Slip.MARK_MOVED : null,
                Whose.mayDiffer(tellings),
                proposal);
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

    private static BigDecimal median(List<Term> terms) {
        var values = terms.stream().map(Term::value).sorted().toList();
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : values.get(middle - 1)
                        .add(values.get(middle))
                        .divide(new BigDecimal(2), MathContext.DECIMAL64)
                        .stripTrailingZeros();
    }
}
