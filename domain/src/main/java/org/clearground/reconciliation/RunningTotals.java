// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clearground.reconciliation.Arithmetic.Operation;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Totals since a day: they never fall, and grow by no less than what the periods between two of them state. */
final class RunningTotals implements ConflictCheck {

    /** Only totals of the same scope since the same day are laid beside each other. */
    private record Line(Whose whose, ClaimScope scope, @Nullable LocalDate since) {}

    @Override
    public void look(Tellings tellings, Consumer<Conflict> found) {
        Map<Line, TreeMap<LocalDate, List<Telling>>> lines = new LinkedHashMap<>();
        for (var telling : tellings.all()) {
            var to = telling.to();
            if (telling.kind() == PeriodKind.CUMULATIVE && to != null) {
                lines.computeIfAbsent(
                                new Line(telling.whose(), telling.scope(), telling.from()), any -> new TreeMap<>())
                        .computeIfAbsent(to, any -> new ArrayList<>())
                        .add(telling);
            }
        }
        lines.forEach((line, told) -> look(tellings, line, told, found));
    }

    private static void look(
            Tellings tellings, Line line, Map<LocalDate, List<Telling>> told, Consumer<Conflict> found) {
        var before = new HashMap<Measured, Tellings.Said>();
        for (var day : told.entrySet()) {
            for (var measured : Tellings.measures(day.getValue())) {
                var readings = Tellings.readings(day.getValue(), measured);
                var greatest = readings.get(readings.size() - 1).get(0);
                var earlier = before.put(measured, greatest);
                if (earlier != null) {
                    compare(tellings, line, earlier, greatest, found);
                }
            }
        }
    }

    private static void compare(
            Tellings tellings, Line line, Tellings.Said earlier, Tellings.Said later, Consumer<Conflict> found) {
        var since = earlier.telling().to();
        var until = later.telling().to();
        if (since == null || until == null) {
            return;
        }
        var measured = later.figure().measured();
        var growth = later.figure().value().subtract(earlier.figure().value());
        var slack = Printed.slack(earlier.figure()).add(Printed.slack(later.figure()));
        var between = LongerPeriods.within(tellings.of(line.whose()), new Days(since.plusDays(1), until), measured);
        var stated = between.stream().map(said -> said.figure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var said : between) {
            slack = slack.add(Printed.slack(said.figure()));
        }
        if (growth.add(slack).compareTo(stated) >= 0) {
            return;
        }
        var terms = new ArrayList<Arithmetic.Term>();
        terms.add(Found.term(earlier.telling(), measured, earlier.figure().value()));
        between.forEach(said ->
                terms.add(Found.term(said.telling(), measured, said.figure().value())));
        var compared = new ArrayList<Telling>();
        compared.add(later.telling());
        between.forEach(said -> compared.add(said.telling()));
        var readings = new ArrayList<Reading>();
        readings.add(Found.reading(List.of(earlier)));
        readings.add(Found.reading(List.of(later)));
        readings.sort(Comparator.comparing(one -> one.amounts().get(0).value()));
        found.accept(new Conflict(
                ConflictKind.RUNNING_TOTAL,
                Found.key(ConflictKind.RUNNING_TOTAL, line.whose(), since + "/" + until, measured),
                readings,
                new Arithmetic(
                        Operation.SUM,
                        terms,
                        earlier.figure().value().add(stated),
                        later.figure().value()),
                Slip.between(earlier.figure().value(), later.figure().value()).orElse(null),
                Whose.mayDiffer(compared),
                null));
    }
}
