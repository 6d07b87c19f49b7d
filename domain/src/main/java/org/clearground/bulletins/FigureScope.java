// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.time.LocalDate;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a figure speaks of. A null part means all of them.
 *
 * @param organisation code
 * @param district code
 * @param category for finds only
 * @param day within the period
 */
public record FigureScope(
        ReportingPeriod period,
        @Nullable String organisation,
        @Nullable String district,
        @Nullable OrdnanceCategory category,
        @Nullable LocalDate day) {

    public static FigureScope of(ReportingPeriod period) {
        return new FigureScope(period, null, null, null, null);
    }
}
