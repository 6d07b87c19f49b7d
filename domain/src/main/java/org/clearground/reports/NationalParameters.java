// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Figures that each country sets for its checks; they come from its pack.
 *
 * @param areaTolerance the largest share by which declared and computed area may differ, such as 0.05
 * @param ratesByMethod what a person can plausibly search in an hour, by code of the method
 */
public record NationalParameters(double areaTolerance, Map<String, RateRange> ratesByMethod) {

    public NationalParameters {
        ratesByMethod = Map.copyOf(ratesByMethod);
    }

    /** Square metres that a person searches in an hour of work. */
    public record RateRange(BigDecimal least, BigDecimal most) {}
}
