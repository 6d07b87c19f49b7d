// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as people type it: ISO ({@code 2024-05-03}, with or without a time behind it) or day first ({@code 03.05.2024},
 * {@code 3/5/2024}). Never month first, and never a year of two digits.
 */
public final class WrittenDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");

    private WrittenDate() {}

    public static Optional<LocalDate> read(String text) {
        var trimmed = text.strip();
        try {
            var iso = ISO.matcher(trimmed);
            if (iso.matches()) {
                return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
            }
            var dayFirst = DAY_FIRST.matcher(trimmed);
            return dayFirst.matches()
                    ? Optional.of(day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
