// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.time.ReportingPeriod;

/** Days and moments as they are written on the command line. */
final class Days {

    private Days() {}

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "\"" + text + "\" is no day; days are written 2024-04-29", wrong);
        }
    }

    static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no moment; moments are written 2024-05-06T08:00:00Z",
                    wrong);
        }
    }

    static ReportingPeriod period(String from, String to) {
        try {
            return new ReportingPeriod(day(from), day(to));
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
