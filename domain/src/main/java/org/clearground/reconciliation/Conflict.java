// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Published figures that cannot all be right, or that a person should look at. It changes nothing: every figure stays as
 * it was published.
 *
 * @param key by which a decision finds it again: the same in whatever order statements arrive, and after others did
 * @param readings in the order of their values; a conflict about what is not there may have only one
 * @param arithmetic that shows it; null where nothing is calculated
 * @param slip that would make one reading of another; null if none would, or if there are more than two
 * @param scopesMayDiffer whether the figures may count the work of different bodies, so that nothing needs to be wrong
 * @param proposal null where nothing speaks for one reading
 */
public record Conflict(
        ConflictKind kind,
        String key,
        List<Reading> readings,
        @Nullable Arithmetic arithmetic,
        @Nullable Slip slip,
        boolean scopesMayDiffer,
        @Nullable Proposal proposal) {

    private static final int MOST_DIGITS = 15;

    public Conflict {
        readings = List.copyOf(readings);
    }

    /**
     * One of the readings, by its number from 1 on.
     *
     * @throws ProblemException if there is none of the number
     */
    public Reading reading(int number) {
        if (number < 1 || number > readings.size()) {
            throw wrong("this has readings 1 to " + readings.size() + ", and none of the number " + number);
        }
        return readings.get(number - 1);
    }

    /**
     * A reading that nobody states, of the days and the measure in question.
     *
     * @param value items as a whole number, an area in hectares
     * @throws ProblemException if this is about several measures, or there can be no such value
     */
    public Reading valued(BigDecimal value) {
        var first = readings.get(0);
        if (first.amounts().size() != 1) {
            throw wrong("this is about several measures, and one value does not say of which;"
                    + " choose one of the readings, or none");
        }
        var measured = first.amounts().get(0).measured();
        boolean area = measured == Measured.AREA_CLEARED || measured == Measured.AREA_INSPECTED;
        if (value.signum() < 0
                || value.precision() > MOST_DIGITS
                || !area && value.stripTrailingZeros().scale() > 0) {
            throw wrong("the value is a number that is not negative" + (area ? ", in hectares" : ", and whole"));
        }
        return new Reading(first.from(), first.to(), first.scope(), List.of(new Amount(measured, value)), List.of());
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
