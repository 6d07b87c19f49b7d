// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.Instant;
import java.time.LocalDate;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * An act with where it comes from, as people refer to it.
 *
 * @param number of the report, by its organisation; null if it has none
 * @param approvedBy who approved it, or signed last; null if unknown
 * @param knownTo when it was taken back or corrected; null while it stands
 * @param flagging the flag that it raises or lifts; null for other acts
 */
public record Claim(
        long act,
        LandActKind kind,
        LocalDate on,
        String organisation,
        @Nullable String number,
        @Nullable String hazard,
        ReportId report,
        Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable Instant knownTo,
        boolean sample,
        @Nullable Flagging flagging) {}
