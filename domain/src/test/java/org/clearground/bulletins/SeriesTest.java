// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.clearground.bulletins.Series.Step;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesTest {

    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2025-12-31"), Instant.parse("2026-01-01T00:00:00Z"));

    private static ReportingPeriod days(String from, String to) {
        return new ReportingPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void stepsAreWholeHoldEveryDayAndLeaveNoGap(Step step) {
        var first = LocalDate.parse("2023-12-25");
        for (int day = 0; day < 800; day += 7) {
            var period = new ReportingPeriod(first.plusDays(day), first.plusDays(day + day % 131));
            var steps = step.touching(period);

            assertThat(steps.get(0).contains(period.from())).isTrue();
            assertThat(steps.get(steps.size() - 1).contains(period.to())).isTrue();
            for (int i = 0; i < steps.size(); i++) {
                assertThat(steps.get(i)).isEqualTo(step.holding(steps.get(i).to()));
                if (i > 0) {
                    assertThat(steps.get(i).from())
                            .isEqualTo(steps.get(i - 1).to().plusDays(1));
                }
            }
        }
    }

    @Test
    void aYearHasItsWeeksAndMonths() {
        assertThat(Step.WEEK.touching(days("2024-01-01", "2024-12-29"))).hasSize(52);
        assertThat(Step.MONTH.touching(days("2024-02-29", "2024-12-01"))).hasSize(11);
        assertThat(Step.YEAR.touching(days("2024-12-31", "2025-01-01")))
                .containsExactly(days("2024-01-01", "2024-12-31"), days("2025-01-01", "2025-12-31"));
    }

    @Test
    void absentIsNotZeroAndAddsNothing() {
        var line = new Series.Line(
                null,
                Stream.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty(), OptionalLong.of(5))
                        .map(SeriesTest::figure)
                        .toList());

        assertThat(line.cumulative())
                .containsExactly(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(5));
    }

    private static Figure figure(OptionalLong value) {
        return new Figure(
                FigureDefinition.ANTI_TANK_MINES_FOUND,
                FigureScope.of(days("2024-01-01", "2024-01-07")),
                AS_OF,
                value,
                0);
    }
}
