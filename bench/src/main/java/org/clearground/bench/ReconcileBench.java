// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clearground.bench.Bench.Settings;
import org.clearground.reconciliation.Reconciler;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;

/** Published figures laid beside each other: weeks, months, years and running totals of twenty years, in many copies. */
final class ReconcileBench {

    private static final int YEARS = 20;
    private static final int WARM_UP = 5;
    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final List<Measured> MEASURES = List.of(
            Measured.ANTI_TANK_MINES,
            Measured.ANTI_PERSONNEL_MINES,
            Measured.UNEXPLODED_ORDNANCE,
            Measured.AREA_CLEARED);

    private ReconcileBench() {}

    static Table measure(Settings settings) {
        var table = new Table(
                "Published figures reconciled",
                "Invented statements of " + YEARS
                        + " years with four figures each: 83 of 100 of weeks, 10 of months, 1 of"
                        + " years, 6 running totals, several copies of each; one figure of 25 is another than that of the"
                        + " first copy. In memory, on one thread; "
                        + WARM_UP + " runs before, to warm up, of which the first is told too.");
        for (int size : SIZES) {
            var statements = statements(size);
            var first = new Samples();
            var samples = new Samples();
            int conflicts = 0;
            for (int run = 0; run < WARM_UP + settings.runs(); run++) {
                long begun = System.nanoTime();
                conflicts = Reconciler.conflicts(statements).size();
                double seconds = (System.nanoTime() - begun) / 1e9;
                if (run == 0) {
                    first.add(seconds);
                } else if (run >= WARM_UP) {
                    samples.add(seconds);
                }
            }
            var what = "%,d statements, %,d conflicts".formatted(size, conflicts);
            if (size == SIZES.get(0)) {
                table.atMost(2, what + ", the first time", first, 2, "s");
                table.atMost(2, what, samples, 2, "s");
            } else {
                table.line(what, samples, 2, "s");
            }
        }
        return table;
    }

    private static List<Statement> statements(int size) {
        var random = new Random(11);
        var begin = LocalDate.of(2031, 1, 6);
        var statements = new ArrayList<Statement>();
        for (int i = 0; i < size; i++) {
            int share = i % 100;
            LocalDate from;
            LocalDate to;
            PeriodKind kind;
            if (share < 83) {
                from = begin.plusWeeks(random.nextInt(YEARS * 52));
                to = from.plusDays(6);
                kind = PeriodKind.WEEK;
            } else if (share < 93) {
                from = begin.withDayOfMonth(1).plusMonths(random.nextInt(YEARS * 12));
                to = from.plusMonths(1).minusDays(1);
                kind = PeriodKind.MONTH;
            } else if (share < 94) {
                from = begin.withDayOfYear(1).plusYears(random.nextInt(YEARS));
                to = from.plusYears(1).minusDays(1);
                kind = PeriodKind.YEAR;
            } else {
                from = begin;
                to = begin.plusDays(1 + random.nextInt(YEARS * 360));
                kind = PeriodKind.CUMULATIVE;
            }
            statements.add(statement(i, from, to, kind, random));
        }
        return statements;
    }

    private static Statement statement(int number, LocalDate from, LocalDate to, PeriodKind kind, Random random) {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        // the same for every copy of the same days
        var agreed = new Random(from.toEpochDay() * 31 + days);
        var figures = new ArrayList<StatedFigure>();
        for (var measured : MEASURES) {
            double share = kind == PeriodKind.CUMULATIVE ? 1 : 0.8 + 0.4 * agreed.nextDouble();
            long value = Math.round(days * share * (measured == Measured.AREA_CLEARED ? 1_500 : 70));
            if (random.nextInt(25) == 0) {
                value += 1 + random.nextInt(9) * 10L;
            }
            figures.add(new StatedFigure(
                    measured,
                    measured == Measured.AREA_CLEARED ? BigDecimal.valueOf(value, 1) : BigDecimal.valueOf(value),
                    Hedge.EXACT,
                    from,
                    to,
                    kind,
                    number % 3 == 0 ? ClaimScope.AGENCY : ClaimScope.ALL,
                    null,
                    null));
        }
        return new Statement(
                "S" + number,
                "Publisher " + random.nextInt(30),
                null,
                "en",
                null,
                List.of(),
                List.of(),
                null,
                null,
                figures);
    }
}
