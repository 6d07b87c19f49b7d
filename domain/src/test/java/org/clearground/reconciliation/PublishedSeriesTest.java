// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clearground.reconciliation.PublishedSeries.Point;
import org.clearground.reconciliation.PublishedSeries.Standing;
import org.clearground.reconciliation.PublishedSeries.Step;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure is invented. */
class PublishedSeriesTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    private static Statement tells(String number, String publisher, String value, LocalDate from, LocalDate to) {
        return tells(number, publisher, value, from, to, PeriodKind.WEEK);
    }

    private static Statement tells(
            String number, String publisher, String value, LocalDate from, LocalDate to, PeriodKind kind) {
        return new Statement(
                number,
                publisher,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new StatedFigure(
                        Measured.AREA_CLEARED,
                        new BigDecimal(value),
                        Hedge.EXACT,
                        from,
                        to,
                        kind,
                        ClaimScope.AGENCY,
                        null,
                        null)));
    }

    private static Statement week(String number, String publisher, String value, int week) {
        return tells(
                number,
                publisher,
                value,
                MONDAY.plusWeeks(week),
                MONDAY.plusWeeks(week).plusDays(6));
    }

    private static List<PublishedSeries> series(Map<String, Settlement> settlements, Statement... statements) {
        return PublishedSeries.of(
                List.of(statements),
                Reconciler.conflicts(List.of(statements)),
                settlements,
                Measured.AREA_CLEARED,
                Whose.COUNTRY);
    }

    private static List<Point> points(Statement... statements) {
        var all = series(Map.of(), statements);
        assertThat(all).hasSize(1);
        return all.get(0).points();
    }

    @Test
    void whatNobodyToldIsAGapAndNoZero() {
        var points = points(week("A1", "one", "610.4", 0), week("A2", "one", "640.2", 3));

        assertThat(points).extracting(Point::standing).containsExactly(Standing.AGREED, Standing.GAP, Standing.AGREED);
        var gap = points.get(1);
        assertThat(gap.from()).isEqualTo(MONDAY.plusWeeks(1));
        assertThat(gap.to()).isEqualTo(MONDAY.plusWeeks(3).minusDays(1));
        assertThat(gap.value()).isNull();
        assertThat(gap.readings()).isEmpty();
    }

    @Test
    void whatSeveralSayIsOnePointWithAllItsSources() {
        var points =
                points(week("A1", "one", "610.4", 0), week("A2", "two", "610.4", 0), week("A3", "three", "610", 0));

        assertThat(points).hasSize(1);
        assertThat(points.get(0).value()).isEqualByComparingTo("610.4");
        assertThat(points.get(0).statements()).containsExactlyInAnyOrder("A1", "A2", "A3");
    }

    @Test
    void valuesThatContradictHaveNoBestKnownOneUntilOneThingSpeaksForIt() {
        var open = points(week("A1", "one", "610.4", 0), week("A2", "two", "683.9", 0))
                .get(0);
        assertThat(open.standing()).isEqualTo(Standing.OPEN);
        assertThat(open.value()).isNull();
        assertThat(open.readings()).hasSize(2);

        var proposed = points(
                        week("A1", "one", "610.4", 0), week("A2", "two", "683.9", 0), week("A3", "three", "683.9", 0))
                .get(0);
        assertThat(proposed.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(proposed.value()).isEqualByComparingTo("683.9");
        assertThat(proposed.conflicts()).hasSize(1);
    }

    @Test
    void whatAPersonDecidedHoldsUntilSomethingElseIsSaid() {
        var one = week("A1", "one", "610.4", 0);
        var other = week("A2", "two", "683.9", 0);
        var conflict = Reconciler.conflicts(List.of(one, other)).get(0);
        var decided = Map.of(
                conflict.key(),
                new Settlement(
                        conflict.key(),
                        conflict.readings().get(0),
                        Settlement.seen(conflict),
                        "asked",
                        "Leyla",
                        Instant.EPOCH));

        var settled = series(decided, one, other).get(0).points().get(0);
        assertThat(settled.standing()).isEqualTo(Standing.SETTLED);
        assertThat(settled.value()).isEqualByComparingTo("610.4");

        var again = series(decided, one, other, week("A3", "three", "702.2", 0))
                .get(0)
                .points()
                .get(0);
        assertThat(again.standing()).isEqualTo(Standing.OPEN);
        assertThat(again.value()).isNull();
    }

    @Test
    void periodsThatShareDaysSaySo() {
        var points = points(
                week("A1", "one", "610.4", 0), tells("A2", "two", "655.1", MONDAY.plusDays(5), MONDAY.plusDays(12)));

        assertThat(points).extracting(Point::overlaps).containsExactly(true, true);
    }

    @Test
    void theDaysDecideTheStepAndNotTheWord() {
        var all = series(
                Map.of(),
                week("A1", "one", "610.4", 0),
                tells("A2", "one", "2610.4", LocalDate.of(2031, 2, 1), LocalDate.of(2031, 2, 28)),
                tells("A3", "one", "7610.4", LocalDate.of(2031, 1, 1), LocalDate.of(2031, 3, 31)),
                tells("A4", "one", "1210.4", LocalDate.of(2031, 5, 1), LocalDate.of(2031, 5, 15)),
                tells("A5", "one", "31000", LocalDate.of(2030, 1, 1), LocalDate.of(2030, 12, 31)));

        assertThat(all)
                .extracting(PublishedSeries::step)
                .containsExactly(Step.WEEK, Step.MONTH, Step.QUARTER, Step.YEAR, Step.OTHER);
    }

    @Test
    void totalsSinceOneDayAreARowOfTheirOwnWithoutGaps() {
        var since = LocalDate.of(2030, 11, 10);
        var all = series(
                Map.of(),
                tells("A1", "one", "9000", since, LocalDate.of(2031, 1, 1), PeriodKind.CUMULATIVE),
                tells("A2", "one", "12000", since, LocalDate.of(2031, 6, 1), PeriodKind.CUMULATIVE));

        assertThat(all).hasSize(1);
        assertThat(all.get(0).step()).isEqualTo(Step.CUMULATIVE);
        assertThat(all.get(0).points()).extracting(Point::standing).containsOnly(Standing.AGREED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noDayIsLeftOutAndTheOrderOfStatementsNeverMatters(long seed) {
        var random = new Random(seed);
        var statements = new ArrayList<Statement>();
        for (int i = 0; i < 60; i++) {
            statements.add(week("A" + i, "p" + random.nextInt(5), "" + (400 + random.nextInt(30)), random.nextInt(50)));
        }
        var ordered = points(statements.toArray(Statement[]::new));
        Collections.shuffle(statements, random);

        assertThat(points(statements.toArray(Statement[]::new))).isEqualTo(ordered);
        for (int i = 1; i < ordered.size(); i++) {
            assertThat(ordered.get(i).from()).isEqualTo(ordered.get(i - 1).to().plusDays(1));
        }
        assertThat(ordered).allSatisfy(point -> {
            if (point.standing() == Standing.AGREED) {
                assertThat(point.value()).isNotNull();
                assertThat(point.readings()).hasSize(1);
            }
        });
    }
}
