// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.clearground.time.ReportingPeriod;

/**
 * What later decisions changed in the figures of a public edition. Sums and counts only: no row, no place, no person.
 *
 * @param edition the public edition whose figures differ now
 * @param since the moment at which the earlier values were known
 * @param sample whether anything behind the earlier or the present values is invented
 * @param changes the figures that differ; none where every figure is the same
 */
public record Correction(
        String edition, ReportingPeriod period, Instant since, boolean sample, Acts acts, List<Change> changes) {

    public Correction {
        changes = List.copyOf(changes);
    }

    /**
     * How many reports of the period were decided on in between.
     *
     * @param approved for the first time; what replaces an approved report is not counted here
     * @param corrected replaced by a later report of the same number
     * @param withdrawn taken back
     */
    public record Acts(long approved, long corrected, long withdrawn) {

        /** Then a figure can only differ because of other reports or decisions on the same ground. */
        public boolean none() {
            return approved + corrected + withdrawn == 0;
        }
    }

    /** One figure before and now; absent where no approved report speaks of it. */
    public record Change(FigureDefinition definition, OptionalLong earlier, OptionalLong present) {

        /** Present less earlier; absent where one of them is, because absent is not zero. */
        public OptionalLong difference() {
            return earlier.isPresent() && present.isPresent()
                    ? OptionalLong.of(present.getAsLong() - earlier.getAsLong())
                    : OptionalLong.empty();
        }
    }
}
