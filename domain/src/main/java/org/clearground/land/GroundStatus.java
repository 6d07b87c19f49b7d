// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where ground stands after an act.
 *
 * @param hazardClass while it is hazardous or tasked inside a hazardous area; null otherwise
 * @param hazard code of its hazardous area, kept when it is released; null outside any
 * @param account on which it stands; null while nothing is recorded
 * @param since the day from which it is in this state
 * @param cause the act that brought it there; 0 while nothing is recorded
 * @param completion the completion that waits for inspection or was inspected; 0 if there is none
 * @param flags what is said of it beside its state
 */
public record GroundStatus(
        LandState state,
        @Nullable HazardClass hazardClass,
        @Nullable String hazard,
        @Nullable Account account,
        LocalDate since,
        long cause,
        long completion,
        Flags flags) {

    /** Of ground about which nothing is recorded. */
    public static final GroundStatus UNRECORDED =
            new GroundStatus(LandState.UNRECORDED, null, null, null, LocalDate.MIN, 0, 0, Flags.NONE);

    GroundStatus completedBy(long act) {
        return new GroundStatus(state, hazardClass, hazard, account, since, cause, act, flags);
    }

    GroundStatus flagged(Flags changed) {
        return new GroundStatus(state, hazardClass, hazard, account, since, cause, completion, changed);
    }

    /** With its flags as they stood at the end of a day. */
    GroundStatus flaggedAsOf(LocalDate day) {
        return flags.spans().isEmpty() ? this : flagged(flags.asOf(day));
    }

    /** Whether an act brought it where it stands: to its state, or under or out of a flag. */
    public boolean changedBy(long act) {
        return cause == act || flags.changedBy(act);
    }

    /** Whether it stands in the balance of hazardous land. */
    public boolean inBalance() {
        return state.hazardous() && hazardClass != null;
    }
}
