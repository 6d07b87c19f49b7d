// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.time.Instant;
import java.time.LocalDate;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * One register row behind a figure.
 *
 * @param value what it adds to the figure, in the figure's unit
 * @param what the category of a find, the type of an activity
 * @param detail the model as reported; null if none
 */
public record FigureRow(
        long fid,
        ReportId report,
        @Nullable String reportNumber,
        String organisation,
        String district,
        LocalDate day,
        String what,
        @Nullable String detail,
        long value,
        Instant knownFrom,
        boolean sample) {}
