// SPDX-License-Identifier: Apache-2.0
package org.clearground.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024-W18, 2024-04-29, 2024-05-05",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2026-W01, 2025-12-29, 2026-01-04"
    })
    void aWeekRunsFromMondayToSunday(String week, LocalDate monday, LocalDate sunday) {
        var period = ReportingPeriod.ofWeek(week);

        assertThat(period).isEqualTo(new ReportingPeriod(monday, sunday));
        assertThat(period.isoWeek()).isEqualTo(week);
        assertThat(period.isIsoWeek()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-W54", "2021-W53", "2024-18", "W18", "2024-W00", ""})
    void saysWhatIsNoWeek(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.ofWeek(written));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-W18, 2024-04-29, 2024-05-05",
        "2024-02, 2024-02-01, 2024-02-29",
        "2021-02, 2021-02-01, 2021-02-28",
        "2024-12, 2024-12-01, 2024-12-31",
        "2024-Q2, 2024-04-01, 2024-06-30",
        "2024-Q4, 2024-10-01, 2024-12-31",
        "2024, 2024-01-01, 2024-12-31"
    })
    void theCalendarNamesWeeksMonthsQuartersAndYears(String name, LocalDate from, LocalDate to) {
        var period = ReportingPeriod.named(name);

        assertThat(period).isEqualTo(new ReportingPeriod(from, to));
        assertThat(period.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-00", "2024-Q5", "2024-W54", "24-05", "2024-5", "next", "", "2024-05-01"})
    void saysWhatIsNoPeriodOfTheCalendar(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.named(written));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-01, 2024-04-30", "2024-05-01, 2024-05-30", "2023-05-01, 2024-04-30", "2024-05-02, 2024-06-01"})
    void otherPeriodsAreNamedByTheirDays(LocalDate from, LocalDate to) {
        assertThat(new ReportingPeriod(from, to).name()).isEqualTo(from + "-to-" + to);
    }

    @Test
    void tenDaysAreNoWeek() {
        var period = new ReportingPeriod(LocalDate.of(2025, 1, 3), LocalDate.of(2025, 1, 12));

        assertThat(period.isIsoWeek()).isFalse();
        assertThat(period.days()).isEqualTo(10);
    }

    @Test
    void aVersionIsSeenFromItsApprovalUntilItsCorrection() {
        var day = LocalDate.of(2026, 1, 10);
        var version = new Recorded<>(
                "12 ha",
                ValidPeriod.since(day),
                Instant.parse("2026-01-12T08:00:00Z"),
                Instant.parse("2026-03-02T08:00:00Z"));

        assertThat(version.visible(new AsOf(day, Instant.parse("2026-01-11T00:00:00Z"))))
                .isFalse();
        assertThat(version.visible(new AsOf(day, Instant.parse("2026-01-12T08:00:00Z"))))
                .isTrue();
        assertThat(version.visible(new AsOf(day, Instant.parse("2026-03-02T08:00:00Z"))))
                .isFalse();
        assertThat(version.visible(new AsOf(day.minusDays(1), Instant.parse("2026-02-01T00:00:00Z"))))
                .isFalse();
    }
}
