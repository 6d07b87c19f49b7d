// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Locale;

/** What kind of period a text says that it speaks of; a "week" of ten days is a week. */
public enum PeriodKind {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** From a beginning to a day: "since", "to date". */
    CUMULATIVE,
    OTHER,
    UNSTATED;

    /** As tables and JSON have it: {@code cumulative}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
