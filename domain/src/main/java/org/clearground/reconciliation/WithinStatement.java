// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.Measured;
import org.clearground.statements.StatedFigure;

/** One statement against itself: totals against their parts, and an area that is written twice. */
final class WithinStatement implements ConflictCheck {

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        for (var telling : tellings.all()) {
            total(telling, Measured.MINES, List.of(Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES), found);
            total(telling, Measured.ALL_ITEMS, items(telling), found);
            for (var measured : telling.whole().keySet()) {
                parts(telling, measured, found);
            }
            telling.again().forEach(figure -> twice(telling, figure, found));
        }
    }

    /** What a total of all items is made of, as far as a statement says. */
    private static List<Measured> items(Telling telling) {
        return telling.figure(Measured.ANTI_TANK_MINES) == null
                ? List.of(Measured.MINES, Measured.UNEXPLODED_ORDNANCE)
                : Tellings.COUNTS;
    }

    private static void total(Telling telling, Measured total, List<Measured> parts, Consumer<Conflict> found) {
        var stated = telling.figure(total);
        var terms = new ArrayList<StatedFigure>();
        for (var part : parts) {
            var figure = telling.figure(part);
            if (figure == null) {
                return;
            }
            terms.add(figure);
        }
        if (stated != null) {
            var sum = Printed.sum(total, terms);
            if (!Printed.agree(stated, sum)) {
                found.accept(conflict(telling, stated, terms, sum.value()));
            }
        }
    }

    /** Districts, bodies and purposes: all of them may not be told, so only more than the whole is wrong. */
    private static void parts(Telling telling, Measured measured, Consumer<Conflict> found) {
        var whole = telling.figure(measured);
        var parts = telling.parts().stream()
                .filter(figure -> figure.measured() == measured)
                .toList();
        if (whole == null || parts.isEmpty()) {
            return;
        }
        var sum = sum(parts);
        var slack = parts.stream().map(Printed::slack).reduce(Printed.slack(whole), BigDecimal::add);
        if (sum.compareTo(whole.value().add(slack)) > 0) {
            found.accept(conflict(telling, whole, parts, sum));
        }
    }

    private static void twice(Telling telling, StatedFigure again, Consumer<Conflict> found) {
        var first = telling.figure(again.measured());
        if (first == null || Printed.agree(first, again)) {
            return;
        }
        boolean area = again.measured() == Measured.AREA_CLEARED || again.measured() == Measured.AREA_INSPECTED;
        var kind = area ? ConflictKind.UNITS : ConflictKind.VALUES;
        var readings = List.of(
                Found.reading(List.of(new Tellings.Said(telling, first))),
                Found.reading(List.of(new Tellings.Said(telling, again))));
        found.accept(new Conflict(
                kind,
                key(kind, telling, again.measured()),
                first.value().compareTo(again.value()) < 0 ? readings : List.of(readings.get(1), readings.get(0)),
                null,
                Slip.between(first.value(), again.value()).orElse(null),
                false,
                null));
    }

    private static Conflict conflict(Telling telling, StatedFigure stated, List<StatedFigure> terms, BigDecimal sum) {
        var calculated = terms.stream()
                .map(term -> Found.term(telling, term.measured(), term.value()))
                .toList();
        return new Conflict(
                ConflictKind.PARTS,
                key(ConflictKind.PARTS, telling, stated.measured()),
                List.of(Found.reading(List.of(new Tellings.Said(telling, stated)))),
                new Arithmetic(Operation.SUM, calculated, sum, stated.value()),
                Slip.between(sum, stated.value()).orElse(null),
                false,
                null);
    }

    /** Of one statement: copies of it make the same mistake each for itself. */
    private static String key(ConflictKind kind, Telling telling, Measured measured) {
        return Found.key(kind, telling.whose(), telling, measured) + " "
                + telling.statement().number();
    }

    private static BigDecimal sum(List<StatedFigure> figures) {
        return figures.stream().map(StatedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
