// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/** The columns of the books. Names are kept in registers: added, never renamed. */
public enum Movement {
    /** Ground of a hazardous area that was not known before. */
    FOUND(1),
    /** Ground added to a hazardous area that was known. */
    ADDED(1),
    /** Released ground that became hazardous again. */
    REOPENED(1),
    /** Ground that came onto this account from another, or to this class from the other. */
    TRANSFERRED_IN(1),
    /** Ground that went from this account to another, or from this class to the other. */
    TRANSFERRED_OUT(-1),
    CANCELLED(-1),
    REDUCED(-1),
    CLEARED(-1),

    /** Tasked and not completed: part of what is hazardous. */
    UNDER_WORK(0),
    /** Reported complete and not inspected: part of what is hazardous. */
    AWAITING_INSPECTION(0),
    /** Flagged as suspended: part of what is hazardous. */
    SUSPENDED(0),
    /** Flagged as inaccessible: part of what is hazardous. */
    INACCESSIBLE(0),
    /** Released and handed over. */
    HANDED_OVER(0),
    /** Cleared and accepted where no hazardous area was recorded. Legal, flagged, never in the balance. */
    CLEARED_OUTSIDE(0),
    /** Cancelled or reduced earlier where no hazardous area is recorded here. */
    RELEASED_OUTSIDE(0),
    /** Worked by clearance teams, each square metre once. Effort, never in the balance. */
    WORKED(0);

    private final int sign;

    Movement(int sign) {
        this.sign = sign;
    }

    /** What one square metre of it does to the balance of hazardous land: 1, −1, or 0 for what stands beside it. */
    public int sign() {
        return sign;
    }
}
