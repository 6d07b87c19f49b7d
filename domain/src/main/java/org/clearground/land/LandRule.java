// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/**
 * The rules of land release that refuse something, each by its name (IMAS 07.11; national rules in the pack). Names are
 * published: added, never renamed. The pack says each in words.
 */
public enum LandRule {
    /** Ground is recorded as hazardous once, under the area that had it first. */
    GROUND_IS_RECORDED_ONCE,
    /** Worked ground is counted once, for the report that was approved first. */
    GROUND_IS_COUNTED_ONCE,
    /** A second pass over ground that is cleared, after failed inspection or for another depth, is effort, not output. */
    RECLEARANCE_IS_EFFORT,
    /** Only ground that stands as hazardous can be cancelled, reduced or tasked. */
    ONLY_HAZARDOUS_GROUND_IS_RELEASED,
    /** Ground under work is neither cancelled nor reduced before its task is taken back. */
    WORK_IS_FINISHED_FIRST,
    /** Hazardous ground is cleared only under an accepted task. */
    CLEARANCE_NEEDS_A_TASK,
    /** An inspection decides only on ground that its operator reported complete. */
    INSPECTION_NEEDS_A_COMPLETION,
    /** Only cancelled, reduced or cleared ground is handed over. */
    HANDOVER_NEEDS_RELEASED_GROUND,
    /** Released ground becomes hazardous again only by being reopened. */
    RELEASED_GROUND_IS_REOPENED_FIRST,
    /** Reopened ground is surveyed again before anything else is decided. */
    REOPENED_GROUND_IS_SURVEYED_FIRST,
    /** Only released ground can be reopened. */
    ONLY_RELEASED_GROUND_IS_REOPENED,
    /** Only a lead can be dismissed. */
    ONLY_LEADS_ARE_DISMISSED,
    /** Ground does not leave a state before the day it entered it. */
    NOTHING_BEFORE_ITS_TIME,
    /** The authority decided for another claim. */
    DECIDED_FOR_ANOTHER,
    /** Suspended ground is neither completed nor handed over before the suspension is lifted. */
    SUSPENDED_GROUND_WAITS,
    /** Ground that was handed over is not suspended: no work on it is left to stop. */
    HANDED_OVER_GROUND_IS_NOT_SUSPENDED,
    /** Only ground on record is flagged. */
    FLAG_NEEDS_RECORDED_GROUND,
    /** A flag that stands is not raised again. */
    FLAG_IS_RAISED_ONCE,
    /** Only a flag that stands is lifted. */
    ONLY_STANDING_FLAGS_ARE_LIFTED,

    /** A suspected area needs at least one piece of indirect or direct evidence. */
    SUSPICION_NEEDS_EVIDENCE,
    /** A confirmed area needs at least one piece of direct evidence inside its outline. */
    CONFIRMATION_NEEDS_DIRECT_EVIDENCE,
    /** A hazardous area says what kind of ordnance is suspected or confirmed. */
    HAZARD_NEEDS_A_CATEGORY,
    /** A hazardous area has an outline. */
    OUTLINE_IS_NEEDED,
    /** A lead has an outline or, until it is surveyed, a place. */
    LEAD_NEEDS_A_PLACE,
    /** Land is cancelled only by non-technical survey. */
    CANCELLED_ONLY_BY_NON_TECHNICAL_SURVEY,
    /** Land is reduced only by technical survey. */
    REDUCED_ONLY_BY_TECHNICAL_SURVEY,
    /** Land is cleared only by clearance; surveyed is never cleared. */
    CLEARED_ONLY_BY_CLEARANCE,
    /** Cancellation needs interviews, records, imagery and use history checked, and nothing found. */
    CANCELLATION_NEEDS_ALL_REASONABLE_EFFORT,
    /** Confirmed ground is cancelled only when each piece of direct evidence is refuted. */
    CANCELLATION_REFUTES_DIRECT_EVIDENCE,
    /** Reduction needs coverage, tool, depth and the national rule by which survey stopped. */
    REDUCTION_NEEDS_COVERAGE,
    /** Cleared land states the depth it was searched to. */
    CLEARANCE_NEEDS_A_DEPTH,
    /** Completion means all the ground was searched, or what was not is left out of the outline. */
    CLEARANCE_NEEDS_FULL_COVERAGE,
    /** The operator's own quality assurance comes before completion. */
    CLEARANCE_NEEDS_INTERNAL_QA,
    /** A task to clear is issued only to a body that is accredited for such work on that day. */
    TASK_NEEDS_ACCREDITATION,
    /** An item found by inspection beyond the accept number fails the whole lot. */
    ITEMS_FOUND_FAIL_THE_LOT,
    /** A failed lot needs corrective action. */
    FAILURE_NEEDS_CORRECTIVE_ACTION,
    /** An inspection is waived only with a reason. */
    WAIVER_NEEDS_A_REASON,
    /** A handover states the residual risk. */
    HANDOVER_STATES_RESIDUAL_RISK,
    /** Ground searched less deep than its task required is handed over only with a restriction of use. */
    RESTRICTION_FOLLOWS_DEPTH,
    /** Nothing of a lot is accepted or handed over while an alert on released ground of it is open. */
    FROZEN_LOT_WAITS,
    /** Corrective action for a critical nonconformity is done before ground is accepted or handed over (IMAS 08.30). */
    CORRECTIVE_ACTION_COMES_FIRST,
    /** A critical nonconformity says of what ground it is: by completion report, task, hazardous area or place. */
    CRITICAL_VISIT_NAMES_ITS_GROUND,
    /** Land is handed over only when the community has been told. */
    HANDOVER_INFORMS_THE_COMMUNITY,
    /** What makes land usable is decided by two persons, neither of whom reported it. */
    TWO_PERSONS_MAKE_LAND_USABLE,
    /** Who decides holds the office that the rule names. */
    DECIDED_BY_ITS_OFFICE,
    /** Land is not made usable for several lots at once. */
    NO_BULK_APPROVAL_ACROSS_LOTS
}
