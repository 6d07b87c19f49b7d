// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.clearground.time.ReportingPeriod;

/**
 * The books of hazardous land over a period: for suspected, for confirmed, and in total; as a whole and broken down.
 *
 * @param knownAt what was recorded later is not seen
 * @param total over all lines
 * @param lines one for each key of the dimension; empty when nothing was asked for
 * @param sample whether invented reports, made to show the system, are among what is counted
 */
public record LandBalance(
        ReportingPeriod period, Instant knownAt, Classes total, Dimension dimension, List<Line> lines, boolean sample) {

    public LandBalance {
        lines = lines.stream().sorted(Comparator.comparing(Line::key)).toList();
    }

    /** What a balance is broken down by. */
    public enum Dimension {
        NONE,
        DISTRICT,
        ORGANISATION,
        PURPOSE,
        METHOD
    }

    /**
     * One line, by class of hazard.
     *
     * @param outside what concerns no hazardous area: cleared outside any, worked ground
     */
    public record Classes(BalanceLine suspected, BalanceLine confirmed, BalanceLine outside) {

        /** A line on which nothing stands. */
        public static final Classes EMPTY = new Classes(BalanceLine.EMPTY, BalanceLine.EMPTY, BalanceLine.EMPTY);

        /** Suspected and confirmed together, with what stands beside. */
        public BalanceLine total() {
            return suspected.plus(confirmed).plus(outside);
        }

        public Classes plus(Classes other) {
            return new Classes(
                    suspected.plus(other.suspected), confirmed.plus(other.confirmed), outside.plus(other.outside));
        }
    }

    /**
     * What belongs to one key.
     *
     * @param key a code of the pack; empty where the reports say none, or the ground lies in no district
     */
    public record Line(String key, Classes classes) {}
}
