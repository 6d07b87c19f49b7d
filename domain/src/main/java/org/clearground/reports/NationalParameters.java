// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Figures that each country sets for its checks; they come from its pack.
 *
 * @param areaTolerance the largest share by which declared and computed area may differ, such as 0.05
 * @param ratesByMethod what a person can plausibly search in an hour, by code of the method
 * @param limits from where on the rest is worth a second look
 */
public record NationalParameters(double areaTolerance, Map<String, RateRange> ratesByMethod, CheckLimits limits) {

    public NationalParameters {
        ratesByMethod = Map.copyOf(ratesByMethod);
    }

    /** With the usual limits. */
    public NationalParameters(double areaTolerance, Map<String, RateRange> ratesByMethod) {
        this(areaTolerance, ratesByMethod, CheckLimits.USUAL);
    }

    /** Square metres that a person searches in an hour of work. */
    public record RateRange(BigDecimal least, BigDecimal most) {}
}
