// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.Locale;

/** In which way published figures contradict each other. A published word: kinds are added, never renamed. */
public enum ConflictKind {
    /** The same measure of the same days in the same scope, with values that no rounding makes equal. */
    VALUES,
    /** As {@link #VALUES}, within one statement, of an area written in square metres and in hectares. */
    UNITS,
    /** The counts of anti-tank and anti-personnel mines stand for each other. */
    CATEGORIES,
    /** Copies of one release give it other days. */
    DAYS,
    /** A copy of a release leaves out a count that another states. Absent is not zero. */
    OMITTED,
    /** A total within one statement is not what its parts add up to. */
    PARTS,
    /** Figures of an earlier period stand again for a later one. */
    STALE,
    /** A value far from those of the periods before. */
    OUTLIER,
    /** Weeks, months or quarters do not add up to the longer period that they lie in. */
    SPAN,
    /** A running total that falls, or that grows by less than what its periods state. */
    RUNNING_TOTAL,
    /** Figures of different scopes, or of one that is not said, that circulate for the same days. */
    SCOPE,
    /** Days that cannot be: an end before the beginning, a week of 37 days, days after the publication. */
    IMPOSSIBLE_DAYS;

    /** As keys, tables and JSON have it: {@code running_total}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
