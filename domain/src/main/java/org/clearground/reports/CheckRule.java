// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import static org.clearground.errors.FindingCode.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clearground.errors.FindingCode;

/**
 * The rules by which reports are checked, with the numbers that the GICHD's checks of IMSMA data gave the first fourteen.
 * Each tells by one or more codes; codes that no rule names are about reading a file.
 */
public enum CheckRule {
    OUTLINE_VALID(1),
    THREE_VERTICES(2),
    CLOSED_ONCE(3),
    VERTICES_APART(4),
    FINDS_ONCE(5),
    ROW_NUMBERS_ONCE(6),
    GROUND_ONCE(7),
    EDGES_SHORT(9),
    PARTS_APART(10),
    NUMBERS_ONCE(11),
    ROWS_ONCE(12),
    CODES_KNOWN(14),
    INSIDE_DISTRICT(15),
    AXES_AND_GRID(16),
    AREAS_AGREE(18),
    RATE_PLAUSIBLE(20),
    FINDS_WHERE_WORKED(21),
    TOTALS_AGREE(22),
    DEPTH_STATED(25),
    POSITION_ACCURATE(27),
    SIZE_PLAUSIBLE(29),
    COMPLETION_LINKED(30);

    private final int number;

    CheckRule(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public List<FindingCode> codes() {
        return switch (this) {
            case OUTLINE_VALID ->
                List.of(SELF_CROSSING, HOLE_OUTSIDE, REPEATED_RING, SPIKE, SLIVER, ACROSS_ANTIMERIDIAN);
            case THREE_VERTICES -> List.of(TOO_FEW_VERTICES);
            case CLOSED_ONCE -> List.of(CLOSING_POINT_TWICE);
            case VERTICES_APART -> List.of(REPEATED_VERTEX);
            case FINDS_ONCE -> List.of(SAME_FIND_TWICE);
            case ROW_NUMBERS_ONCE -> List.of(ROW_NUMBERS_ALIKE);
            case GROUND_ONCE -> List.of(SAME_GROUND);
            case EDGES_SHORT -> List.of(LONG_EDGE);
            case PARTS_APART -> List.of(PARTS_OVERLAP);
            case NUMBERS_ONCE -> List.of(NUMBERS_ALIKE, DUPLICATE_REPORT);
            case ROWS_ONCE -> List.of(SAME_ROW_TWICE);
            case CODES_KNOWN ->
                List.of(CODE_GONE, UNKNOWN_CODE, UNKNOWN_ORGANISATION, UNKNOWN_CATEGORY, UNKNOWN_DISTRICT);
            case INSIDE_DISTRICT -> List.of(OUTSIDE_COUNTRY, OUTSIDE_DISTRICT);
            case AXES_AND_GRID ->
                List.of(SWAPPED_AXES, GRID_COORDINATES, WRONG_GRID_ZONE, MINUTES_AS_DECIMALS, POSITION_OUT_OF_RANGE);
            case AREAS_AGREE -> List.of(AREAS_DISAGREE);
            case RATE_PLAUSIBLE -> List.of(RATE_OUT_OF_RANGE);
            case FINDS_WHERE_WORKED -> List.of(FOUND_OUTSIDE_PERIOD, FOUND_OUTSIDE_GROUND);
            case TOTALS_AGREE -> List.of(TOTALS_DISAGREE);
            case DEPTH_STATED -> List.of(DEPTH_MISSING);
            case POSITION_ACCURATE -> List.of(POSITION_INACCURATE);
            case SIZE_PLAUSIBLE -> List.of(LARGER_THAN_DISTRICT, UNUSUALLY_LARGE);
            case COMPLETION_LINKED -> List.of(COMPLETION_UNLINKED);
        };
    }

    /** The rule that tells by a code; empty where it is about reading a file. */
    public static Optional<CheckRule> find(FindingCode code) {
        return Arrays.stream(values())
                .filter(rule -> rule.codes().contains(code))
                .findFirst();
    }
}
