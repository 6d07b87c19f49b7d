// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyDutyTest {

    /** 5 May 2024 was a Sunday; its week is due by the 8th where three days are given. */
    @ParameterizedTest
    @CsvSource({
        "2024-04-28, 2024-05-08, 0", // the last day in time
        "2024-04-28, 2024-05-09, 1", // the first day too late
        "2024-04-29, 2024-05-09, 0", // its Monday is covered
        "2024-04-28, 2024-05-15, 1",
        "2024-04-28, 2024-05-16, 2",
        "2024-04-24, 2024-05-09, 1", // a week of which three days are covered is not missing
        "2024-06-30, 2024-05-09, 0", // a day to come
        "2023-12-31, 2024-12-31, 51"
    })
    void countsWholeWeeksWithoutAnyReport(LocalDate lastDay, LocalDate today, int weeks) {
        assertThat(new WeeklyDuty(3).overdueWeeks(lastDay, today)).isEqualTo(weeks);
    }

    @Test
    void withoutDaysAWeekIsOverdueOnTheMondayAfterIt() {
        var last = LocalDate.of(2024, 4, 28);
        assertThat(new WeeklyDuty(0).overdueWeeks(last, LocalDate.of(2024, 5, 5)))
                .isZero();
        assertThat(new WeeklyDuty(0).overdueWeeks(last, LocalDate.of(2024, 5, 6)))
                .isOne();
    }

    @Test
    void nothingIsDueBeforeItsWeekEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeeklyDuty(-1));
    }
}
