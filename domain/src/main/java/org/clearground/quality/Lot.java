// SPDX-License-Identifier: Apache-2.0
package org.clearground.quality;

import java.util.HashSet;
import java.util.List;
import org.clearground.time.ReportingPeriod;
import org.clearground.units.SquareMetres;

/**
 * Cleared ground that is inspected together and passes or fails together: worked by one team of one operator with one
 * tool in one period, so that a sample of it says something about the rest.
 *
 * @param pieces ids of its pieces of ground
 * @param area of all pieces, each square metre counted once
 */
public record Lot(
        List<String> pieces, SquareMetres area, String operator, String team, String tool, ReportingPeriod period) {

    public Lot {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a lot has at least one piece of ground");
        }
        if (new HashSet<>(pieces).size() < pieces.size()) {
            throw new IllegalArgumentException("a piece of ground stands twice in one lot: " + pieces);
        }
        if (area.value() == 0) {
            throw new IllegalArgumentException("a lot without area cannot be inspected");
        }
    }

    /** The share of it that so large a sample is. */
    public double sampledShareOf(SquareMetres sampled) {
        return SamplingPlan.sampledShareOf(sampled, area);
    }
}
