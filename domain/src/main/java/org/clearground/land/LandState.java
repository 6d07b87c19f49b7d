// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/** Where a piece of ground stands on its way from first rumour to use (IMAS 07.11). */
public enum LandState {
    /** Nothing is recorded about it. That says nothing about the ground. */
    UNRECORDED,
    /** Somebody reported something; no contamination is counted. */
    LEAD,
    /** A lead that was looked into and dismissed; kept searchable. */
    DISMISSED,
    /** Suspected hazardous area. */
    SUSPECTED,
    /** Confirmed hazardous area. */
    CONFIRMED,
    /** Tasked to an operator; as hazardous as before. */
    UNDER_WORK,
    /** Reported complete by its operator, not yet inspected; counted as hazardous still. */
    CLEARED_PENDING_QC,
    /** Cancelled by non-technical survey. */
    CANCELLED,
    /** Reduced by technical survey. */
    REDUCED,
    /** Cleared, and accepted by inspection or documented waiver. */
    CLEARED,
    /** Handed over for use with its certificate. */
    RELEASED,
    /** Released ground on which an accident happened or ordnance was found; hazardous until surveyed again. */
    REOPENED;

    /** Whether ground in this state stands in the balance of hazardous land, if it belongs to a hazardous area. */
    public boolean hazardous() {
        return switch (this) {
            case SUSPECTED, CONFIRMED, UNDER_WORK, CLEARED_PENDING_QC, REOPENED -> true;
            case UNRECORDED, LEAD, DISMISSED, CANCELLED, REDUCED, CLEARED, RELEASED -> false;
        };
    }

    /** Whether ground in this state was found fit to be used again, handed over or not. */
    public boolean released() {
        return switch (this) {
            case CANCELLED, REDUCED, CLEARED, RELEASED -> true;
            case UNRECORDED, LEAD, DISMISSED, SUSPECTED, CONFIRMED, UNDER_WORK, CLEARED_PENDING_QC, REOPENED -> false;
        };
    }
}
