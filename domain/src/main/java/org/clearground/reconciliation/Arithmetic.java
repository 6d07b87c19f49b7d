// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * The calculation that shows a conflict, to be done again by whoever doubts it.
 *
 * @param terms in the order of the calculation
 * @param result of the operation on the terms
 * @param stated what was published in its place
 */
public record Arithmetic(Operation operation, List<Term> terms, BigDecimal result, BigDecimal stated) {

    public Arithmetic {
        terms = List.copyOf(terms);
    }

    /** What is done with the terms. */
    public enum Operation {
        /** The first less the last: stated is the tolerance that rounding allows. */
        DIFFERENCE,
        SUM,
        /** The middle of the terms, or between the two middle ones. */
        MEDIAN,
        /** Days from the first to the last, both counted: the values of the terms are not used. */
        DAYS;

        /** As JSON has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A number of the calculation, and where it is from.
     *
     * @param statement number of one statement that says it
     */
    public record Term(
            String statement, Measured measured, @Nullable LocalDate from, @Nullable LocalDate to, BigDecimal value) {}
}
