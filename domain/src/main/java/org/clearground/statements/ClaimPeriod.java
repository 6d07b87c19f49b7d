// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days a figure speaks of, both ends included, as far as the text and its day of publication say.
 *
 * @param from null where the beginning is open or unknown
 * @param to null where the end is open or unknown
 * @param printed where the text says so; null where nothing does
 * @param inferred whether the year, or a relative word such as "last week", was worked out from the day of publication
 */
public record ClaimPeriod(
        @Nullable LocalDate from, @Nullable LocalDate to, PeriodKind kind, @Nullable Span printed, boolean inferred) {

    /** Nothing is said of time. */
    public static final ClaimPeriod UNSTATED = new ClaimPeriod(null, null, PeriodKind.UNSTATED, null, false);

    /** {@code 2032-05-03/2032-05-09}, an open end left empty; {@code -} when neither is known. */
    public String iso() {
        return from == null && to == null ? "-" : (from == null ? "" : from) + "/" + (to == null ? "" : to);
    }

    ClaimPeriod withKind(PeriodKind other) {
        return new ClaimPeriod(from, to, other, printed, inferred);
    }
}
