// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clearground.geo.Position;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * Something that speaks against ground that was released: a critical non-conformity. It opens by itself when the report
 * that tells of it is approved; operations confirm it by reopening the ground. Until quality assurance has found out why
 * it happened and closes it, nothing of the lot is accepted or handed over (IMAS 07.11, 07.40).
 *
 * @param report that tells of it
 * @param ordinal which of the report's finds, from 1; 0 for the event of which the whole report tells
 * @param happenedOn the day of the accident or of the find
 * @param organisation that reported it
 * @param releasedBy the body on whose account the ground was released; null if it is not known
 * @param releasedOn the day from which it counted as released
 * @param hazard code of the hazardous area that the ground belonged to; null outside any
 * @param lot places in order ({@link LandAct#order}) of the acts by which the ground was released together with other ground
 * @param sample whether an invented report tells of it
 * @param closing null while it is open
 */
public record GroundAlert(
        ReportId report,
        int ordinal,
        Cause cause,
        LocalDate happenedOn,
        Position position,
        String organisation,
        @Nullable String releasedBy,
        LocalDate releasedOn,
        @Nullable String hazard,
        List<Long> lot,
        Instant openedAt,
        boolean sample,
        @Nullable Closing closing) {

    /** Digits of the report's id with which a code begins. */
    private static final int FROM_ID = 8;

    public GroundAlert {
        lot = List.copyOf(lot);
    }

    /** What happened. Names are kept in registers: added, never renamed. A record that turns up is no accident. */
    public enum Cause {
        FIND,
        ACCIDENT
    }

    /** How the investigation ended. */
    public record Closing(String conclusion, String person, Instant at) {}

    /** By which people name it: A-, eight digits of the report, and which of its finds. */
    public String code() {
        return code(report, ordinal);
    }

    /** The code of an alert of a report. */
    public static String code(ReportId report, int ordinal) {
        return "A-" + report.toString().substring(0, FROM_ID).toUpperCase(Locale.ROOT) + "-" + ordinal;
    }

    public boolean open() {
        return closing == null;
    }
}
