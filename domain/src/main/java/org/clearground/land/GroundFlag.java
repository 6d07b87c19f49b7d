// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/**
 * What is said of ground beside its state (IMAS 07.11). A flag moves no ground in the books; it follows the ground
 * through every change of state until it is lifted. Names are kept in registers: added, never renamed.
 */
public enum GroundFlag {
    /** Work on it is stopped: it is neither completed nor handed over. */
    SUSPENDED,
    /** Nobody can get there: flood, snow, a closed border. */
    INACCESSIBLE,
    /** It may be used only in a stated way. */
    RESTRICTED_USE,
    /** What remains after release is watched. */
    RESIDUAL_MONITORING;

    /** Whether a balance of hazardous land says how much of it is flagged so. */
    public boolean besideBalance() {
        return switch (this) {
            case SUSPENDED, INACCESSIBLE -> true;
            case RESTRICTED_USE, RESIDUAL_MONITORING -> false;
        };
    }

    /** Whether it binds those who use the land: it stands on its papers, and two persons lift it. */
    public boolean bindsUsers() {
        return switch (this) {
            case RESTRICTED_USE, RESIDUAL_MONITORING -> true;
            case SUSPENDED, INACCESSIBLE -> false;
        };
    }

    /** The column of the books that says it beside the balance. */
    Movement movement() {
        return switch (this) {
            case SUSPENDED -> Movement.SUSPENDED;
            case INACCESSIBLE -> Movement.INACCESSIBLE;
            case RESTRICTED_USE, RESIDUAL_MONITORING ->
                throw new IllegalStateException(this + " is not said beside the balance");
        };
    }
}
