// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.Measured;
import org.clearground.statements.StatedFigure;

/**
 * A total of kinds in one statement against the kinds in others of the same days: the mines of an official series beside
 * the anti-tank and anti-personnel mines of releases. A statement that states both is told of by {@link WithinStatement}.
 */
final class TotalsAcross implements ConflictCheck {

    /** Which kinds make up a total. */
    private record Total(Measured measured, List<Measured> kinds) {}

    private static final List<Total> TOTALS = List.of(
            new Total(Measured.MINES, List.of(Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES)),
            new Total(Measured.ALL_ITEMS, Tellings.COUNTS));

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var whose : Whose.values()) {
            for (var told : tellings.of(whose).values()) {
                if (told.size() > 1) {
                    TOTALS.forEach(total -> look(whose, total, told, found));
                }
            }
        }
    }

    private static void look(Whose whose, Total total, List<Telling> told, Consumer<Conflict> found) {
        var apart = told.stream()
                .filter(telling -> telling.figure(total.measured()) == null)
                .filter(telling -> statesAll(total, telling))
                .toList();
        if (apart.isEmpty()) {
            return;
        }
        for (var reading : Tellings.readings(told, total.measured())) {
            boolean alone = reading.stream().noneMatch(said -> statesAll(total, said.telling()));
            if (alone && apart.stream().noneMatch(telling -> agrees(reading, total, telling))) {
                found.accept(conflict(whose, total, reading, apart));
            }
        }
    }

    private static boolean statesAll(Total total, Telling telling) {
        return total.kinds().stream().allMatch(kind -> telling.figure(kind) != null);
    }

    private static boolean agrees(List<Tellings.Said> reading, Total total, Telling telling) {
        return reading.stream()
                .anyMatch(said -> Printed.agree(said.figure(), Printed.sum(total.measured(), figures(total, telling))));
    }

    private static List<StatedFigure> figures(Total total, Telling telling) {
        var figures = new ArrayList<StatedFigure>();
        for (var kind : total.kinds()) {
            var figure = telling.figure(kind);
            if (figure != null) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private static Conflict conflict(Whose whose, Total total, List<Tellings.Said> reading, List<Telling> apart) {
        var one = apart.get(0);
        var stated = reading.get(0);
        var figures = figures(total, one);
        var sum = Printed.sum(total.measured(), figures).value();
        var compared = new ArrayList<>(apart);
        compared.add(stated.telling());
        return new Conflict(
                ConflictKind.PARTS,
                Found.key(ConflictKind.PARTS, whose, stated.telling(), total.measured()) + " "
                        + stated.figure().value().stripTrailingZeros().toPlainString(),
                List.of(Found.reading(reading)),
                new Arithmetic(
                        Operation.SUM,
                        figures.stream()
                                .map(figure -> Found.term(one, figure.measured(), figure.value()))
                                .toList(),
                        sum,
                        stated.figure().value()),
                Slip.between(sum, stated.figure().value()).orElse(null),
                Whose.mayDiffer(compared),
                null);
    }
}
