// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * That a body at work reports every week, Monday to Sunday, within some days of its end. The number of days is the
 * country's own.
 *
 * @param withinDays days after a Sunday; on the last of them its week is not overdue yet
 */
public record WeeklyDuty(int withinDays) {

    private static final int DAYS_IN_WEEK = 7;

    /** @throws IllegalArgumentException if the days are below zero */
    public WeeklyDuty {
        if (withinDays < 0) {
            throw new IllegalArgumentException("a report is due on the last day of its week at the earliest");
        }
    }

    /**
     * Whole weeks that are overdue. A week of which a report covers any day is not among them: who reports until a
     * Wednesday, because work ended there, is not late.
     *
     * @param lastDay the latest day that any report covers; also a day to come
     */
    public int overdueWeeks(LocalDate lastDay, LocalDate today) {
        var firstMissing = lastDay.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var lastSunday = today.minusDays(withinDays + 1L).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        long days = ChronoUnit.DAYS.between(firstMissing, lastSunday) + 1;
        return days <= 0 ? 0 : Math.toIntExact(days / DAYS_IN_WEEK);
    }
}
