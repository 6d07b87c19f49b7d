// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/**
 * A phrase of time in a sentence.
 *
 * @param from its first term
 * @param until the term behind its last
 * @param precision what gave its days
 * @param compared whether it speaks of the period before the main one ("a week earlier")
 */
record DatedPhrase(ClaimPeriod period, int from, int until, Precision precision, boolean compared) {

    enum Precision {
        /** Days are printed. */
        DAYS,
        /** Months or years are printed, and no days. */
        MONTHS,
        /** Only a word such as "last week". */
        RELATIVE
    }

    boolean holds(int term) {
        return term >= from && term < until;
    }

    boolean isRelative() {
        return precision == Precision.RELATIVE;
    }

    boolean toTheDay() {
        return precision == Precision.DAYS;
    }
}
