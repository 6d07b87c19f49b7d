// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/**
 * A phrase of time in a sentence.
 *
 * @param from its first term
 * @param until the term behind its last
 * @param compared whether it speaks of the period before the main one ("a week earlier")
 */
record DatedPhrase(ClaimPeriod period, int from, int until, boolean compared) {

    boolean holds(int term) {
        return term >= from && term < until;
    }

    boolean isCumulative() {
        return period.kind() == PeriodKind.CUMULATIVE;
    }
}
