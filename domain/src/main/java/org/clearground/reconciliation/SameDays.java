// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/** The same days in several statements: other values, the two kinds of mines in each other's place, a count left out. */
final class SameDays implements ConflictCheck {

    private static final Set<Measured> MINES = EnumSet.of(Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES);

    private final Repeats repeats;

    SameDays(Repeats repeats) {
        this.repeats = repeats;
    }

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var whose : Whose.values()) {
            tellings.of(whose).values().stream()
                    .filter(told -> told.size() > 1)
                    .forEach(told -> look(whose, told, found));
        }
    }

    private void look(Whose whose, List<Telling> told, Consumer<Conflict> found) {
        var swapped = swapped(whose, told);
        swapped.ifPresent(found);
        for (var measured : Tellings.measures(told)) {
            // figures of an earlier period are told of by Repeats, beside those that stand against them
            var readings = Tellings.readings(
                    told.stream().filter(telling -> !repeats.isStale(telling)).toList(), measured);
            if (readings.size() > 1 && (swapped.isEmpty() || !MINES.contains(measured))) {
                found.accept(values(whose, told, measured, readings));
            }
        }
        omitted(whose, told, found);
    }

    private static Conflict values(
            Whose whose, List<Telling> told, Measured measured, List<List<Tellings.Said>> readings) {
        boolean copies = copies(readings);
        boolean mayDiffer = !copies && Whose.mayDiffer(told);
        var kind = mayDiffer ? ConflictKind.SCOPE : ConflictKind.VALUES;
        return new Conflict(
                kind,
                Found.key(ConflictKind.VALUES, whose, told.get(0), measured),
                readings.stream().map(Found::reading).toList(),
                null,
                Found.slip(readings),
                mayDiffer,
                mayDiffer ? null : proposed(told, measured, readings));
    }

    /** Whether each reading has a copy of the release that every other reading is of. */
    private static boolean copies(List<List<Tellings.Said>> readings) {
        var first = readings.get(0);
        return readings.stream().skip(1).allMatch(reading -> reading.stream().anyMatch(said -> first.stream()
                .anyMatch(other -> said.telling().copies(other.telling()))));
    }

    private static @Nullable Proposal proposed(
            List<Telling> told, Measured measured, List<List<Tellings.Said>> readings) {
        return Found.mostSaySo(readings)
                .or(() -> sumFits(told, measured, readings))
                .orElse(null);
    }

    /** The only reading of a count with which a total that is stated for these days is the sum. */
    private static Optional<Proposal> sumFits(
            List<Telling> told, Measured measured, List<List<Tellings.Said>> readings) {
        if (!MINES.contains(measured)) {
            return Optional.empty();
        }
        var totals = Tellings.readings(told, Measured.MINES);
        var other = Tellings.readings(
                told, measured == Measured.ANTI_TANK_MINES ? Measured.ANTI_PERSONNEL_MINES : Measured.ANTI_TANK_MINES);
        if (totals.size() != 1 || other.size() != 1) {
            return Optional.empty();
        }
        var rest = Found.value(totals.get(0)).subtract(Found.value(other.get(0)));
        var fitting = readings.stream()
                .filter(reading -> Found.value(reading).compareTo(rest) == 0)
                .toList();
        return fitting.size() == 1
                ? Optional.of(new Proposal(Found.reading(fitting.get(0)), Reason.SUM_FITS))
                : Optional.empty();
    }

    private static Optional<Conflict> swapped(Whose whose, List<Telling> told) {
        for (var one : told) {
            var tank = one.figure(Measured.ANTI_TANK_MINES);
            var person = one.figure(Measured.ANTI_PERSONNEL_MINES);
            if (tank == null || person == null || tank.value().compareTo(person.value()) == 0) {
                continue;
            }
            var others = told.stream()
                    .filter(other -> says(other, person.value(), tank.value()))
                    .toList();
            if (!others.isEmpty()) {
                var same = told.stream()
                        .filter(other -> says(other, tank.value(), person.value()))
                        .toList();
                return Optional.of(swapped(whose, one, same, others));
            }
        }
        return Optional.empty();
    }

    private static Conflict swapped(Whose whose, Telling one, List<Telling> same, List<Telling> others) {
        var readings = List.of(Found.reading(same, MINES), Found.reading(others, MINES));
        return new Conflict(
                ConflictKind.CATEGORIES,
                Found.key(ConflictKind.CATEGORIES, whose, one, Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES),
                readings,
                null,
                null,
                false,
                null);
    }

    private static boolean says(Telling telling, BigDecimal antiTank, BigDecimal antiPersonnel) {
        var tank = telling.figure(Measured.ANTI_TANK_MINES);
        var person = telling.figure(Measured.ANTI_PERSONNEL_MINES);
        return tank != null
                && person != null
                && tank.value().compareTo(antiTank) == 0
                && person.value().compareTo(antiPersonnel) == 0;
    }

    /** Two of three counts as a copy has them, and the third is not there. */
    private static void omitted(Whose whose, List<Telling> told, Consumer<Conflict> found) {
        for (var measured : Tellings.COUNTS) {
            var silent = new ArrayList<Telling>();
            var saying = new ArrayList<Telling>();
            for (var telling : told) {
                boolean says = telling.figure(measured) != null;
                (says ? saying : silent).add(telling);
            }
            var left = silent.stream()
                    .filter(one -> saying.stream().anyMatch(other -> sameButFor(measured, one, other)))
                    .toList();
            if (!left.isEmpty()) {
                var stated = Tellings.readings(saying, measured);
                var readings = stated.stream().map(Found::reading).toList();
                found.accept(new Conflict(
                        ConflictKind.OMITTED,
                        Found.key(ConflictKind.OMITTED, whose, left.get(0), measured),
                        join(readings, Found.reading(left, Tellings.COUNTS)),
                        null,
                        null,
                        false,
                        readings.size() == 1 ? new Proposal(readings.get(0), Reason.COPY_STATES_IT) : null));
            }
        }
    }

    private static List<Reading> join(List<Reading> readings, Reading last) {
        var all = new ArrayList<>(readings);
        all.add(last);
        return all;
    }

    private static boolean sameButFor(Measured left, Telling one, Telling other) {
        for (var measured : Tellings.COUNTS) {
            var own = one.figure(measured);
            var beside = other.figure(measured);
            if (measured != left
                    && (own == null || beside == null || own.value().compareTo(beside.value()) != 0)) {
                return false;
            }
        }
        return true;
    }
}
