// SPDX-License-Identifier: Apache-2.0
package org.clearground.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days a report or bulletin speaks of, both ends included, as people say them: 29 April to 5 May. */
public record ReportingPeriod(LocalDate from, LocalDate to) {

    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    public ReportingPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day: " + from + " to " + to);
        }
    }

    /**
     * Monday to Sunday of an ISO 8601 week.
     *
     * @param week such as {@code 2024-W18}
     * @throws IllegalArgumentException if it is not written so, or the year has no such week
     */
    public static ReportingPeriod ofWeek(String week) {
        var parts = ISO_WEEK.matcher(week);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a week: \"" + week + "\"; weeks are written 2024-W18");
        }
        try {
            var monday = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group(2)))
                    .with(DayOfWeek.MONDAY);
            var period = new ReportingPeriod(monday, monday.plusDays(6));
            if (period.isoWeek().equals(week)) {
                return period;
            }
            throw new DateTimeException("the year is over before week " + week);
        } catch (DateTimeException noSuchWeek) {
            throw new IllegalArgumentException("there is no week " + week + " in the calendar", noSuchWeek);
        }
    }

    /** The ISO week that holds a day. */
    public static ReportingPeriod weekOf(LocalDate day) {
        var monday = day.with(DayOfWeek.MONDAY);
        return new ReportingPeriod(monday, monday.plusDays(6));
    }

    public boolean isIsoWeek() {
        return equals(weekOf(from));
    }

    /** The ISO week of the first day, written 2024-W18. */
    public String isoWeek() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                from.get(IsoFields.WEEK_BASED_YEAR),
                from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public Stream<LocalDate> eachDay() {
        return from.datesUntil(to.plusDays(1));
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
