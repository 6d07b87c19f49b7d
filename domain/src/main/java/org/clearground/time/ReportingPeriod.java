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
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final int MONTHS_IN_A_YEAR = 12;

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

    /**
     * A week, month, quarter or year of the calendar.
     *
     * @param name such as {@code 2024-W18}, {@code 2024-05}, {@code 2024-Q2} or {@code 2024}
     * @throws IllegalArgumentException if it is not written so, or the calendar has none such
     */
    public static ReportingPeriod named(String name) {
        var quarter = QUARTER.matcher(name);
        try {
            if (YEAR.matcher(name).matches()) {
                return months(LocalDate.of(Integer.parseInt(name), 1, 1), MONTHS_IN_A_YEAR);
            }
            if (MONTH.matcher(name).matches()) {
                return months(LocalDate.parse(name + "-01"), 1);
            }
            if (quarter.matches()) {
                int first = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS_IN_A_QUARTER + 1;
                return months(LocalDate.of(Integer.parseInt(quarter.group(1)), first, 1), MONTHS_IN_A_QUARTER);
            }
        } catch (DateTimeException noSuchMonth) {
            throw new IllegalArgumentException("there is no month " + name + " in the calendar", noSuchMonth);
        }
        if (ISO_WEEK.matcher(name).matches()) {
            return ofWeek(name);
        }
        throw new IllegalArgumentException("not a period: \"" + name
                + "\"; weeks are written 2024-W18, months 2024-05, quarters 2024-Q2, years 2024");
    }

    private static ReportingPeriod months(LocalDate first, int count) {
        return new ReportingPeriod(first, first.plusMonths(count).minusDays(1));
    }

    /** As {@link #named} reads it; both days for a period that the calendar has no name for. */
    public String name() {
        if (isIsoWeek()) {
            return isoWeek();
        }
        for (int count : new int[] {1, MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR}) {
            if (from.getDayOfMonth() == 1 && (from.getMonthValue() - 1) % count == 0 && equals(months(from, count))) {
                return nameOf(count);
            }
        }
        return from + "-to-" + to;
    }

    private String nameOf(int months) {
        return switch (months) {
            case 1 -> String.format(Locale.ROOT, "%04d-%02d", from.getYear(), from.getMonthValue());
            case MONTHS_IN_A_QUARTER ->
                String.format(
                        Locale.ROOT, "%04d-Q%d", from.getYear(), (from.getMonthValue() - 1) / MONTHS_IN_A_QUARTER + 1);
            default -> String.format(Locale.ROOT, "%04d", from.getYear());
        };
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
