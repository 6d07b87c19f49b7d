// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

import static org.clearground.errors.Severity.BLOCKING;
import static org.clearground.errors.Severity.WARNING;

/**
 * Every kind of finding. Names are published: packs, quality reports and mappings refer to them, so they are added,
 * never renamed or reused. The pack has a sentence and a remedy for each.
 */
public enum FindingCode {
    UNKNOWN_COLUMN(WARNING),
    MISSING_ANSWER(BLOCKING),
    UNREADABLE_NUMBER(BLOCKING),
    AMBIGUOUS_NUMBER(BLOCKING),
    NUMBER_OUT_OF_RANGE(BLOCKING),
    UNREADABLE_DATE(BLOCKING),
    UNKNOWN_CODE(BLOCKING),
    UNKNOWN_ORGANISATION(BLOCKING),
    UNKNOWN_CATEGORY(BLOCKING),
    UNKNOWN_DISTRICT(BLOCKING),
    UNKNOWN_SETTLEMENT(WARNING),
    OTHER_ORGANISATION(BLOCKING),
    PERIOD_ENDS_BEFORE_START(BLOCKING),
    PERIOD_IN_FUTURE(BLOCKING),
    QUANTITY_ABSENT(BLOCKING),
    QUANTITY_NOT_POSITIVE(BLOCKING),
    UNREADABLE_GEOMETRY(BLOCKING),
    TOO_MANY_VERTICES(BLOCKING),
    TOO_FEW_VERTICES(BLOCKING),
    SELF_CROSSING(BLOCKING),
    POSITION_OUT_OF_RANGE(BLOCKING),
    SWAPPED_AXES(BLOCKING),
    OUTSIDE_COUNTRY(BLOCKING),
    OUTSIDE_DISTRICT(WARNING),
    AREAS_DISAGREE(WARNING),
    AREA_WITHOUT_GROUND(WARNING),
    AREA_GIVEN_TWICE(BLOCKING),
    RATE_OUT_OF_RANGE(WARNING),
    DUPLICATE_REPORT(BLOCKING),
    CORRECTS_REPORT(WARNING),
    FOUND_OUTSIDE_PERIOD(WARNING),
    FIND_DATE_ASSUMED(WARNING),
    REPORT_ROWS_DISAGREE(BLOCKING),
    REPORT_ROWS_APART(BLOCKING),
    ORPHAN_FIND(BLOCKING),
    ROW_LONGER_THAN_HEADING(BLOCKING),
    FORMULA_CELL(WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** How grave it is. */
    public Severity severity() {
        return severity;
    }
}
