// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import org.clearground.geo.Position;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * A visit of the inspecting body to a body that works (IMAS 07.40): what did not conform, and what was done about it.
 *
 * @param number of its report; null if it has none
 * @param inspector that visited
 * @param inspected that was visited
 * @param completion number of the completion report that it looked at; null for work still going on
 * @param task number of the task order; null if it names none
 * @param hazard code of the hazardous area; null if it names none
 * @param place of the visit; null if it gives none
 * @param dueOn day by which corrective action is due; null if none is asked for
 * @param doneOn day on which it was done; null while it is not
 */
public record QualityVisit(
        long key,
        @Nullable String number,
        LocalDate on,
        String inspector,
        String inspected,
        @Nullable String completion,
        @Nullable String task,
        @Nullable String hazard,
        @Nullable Position place,
        @Nullable String district,
        Severity severity,
        @Nullable String nonconformity,
        @Nullable String measures,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        ReportId report,
        boolean sample) {

    /** The gravest thing that a visit found. Names are kept in registers: added, never renamed. */
    public enum Severity {
        NONE,
        /** Worth noting; conforms. */
        OBSERVATION,
        MINOR,
        MAJOR,
        /** Such as ordnance found on ground that was reported clear. */
        CRITICAL
    }

    /** Whether corrective action was still to be done at the end of a day. */
    public boolean openOn(LocalDate day) {
        boolean asked =
                switch (severity) {
                    case NONE -> false;
                    case OBSERVATION -> dueOn != null;
                    case MINOR, MAJOR, CRITICAL -> true;
                };
        return asked && !on.isAfter(day) && (doneOn == null || doneOn.isAfter(day));
    }

    /** Whether corrective action was still to be done although its day had passed. */
    public boolean overdueOn(LocalDate day) {
        return openOn(day) && dueOn != null && dueOn.isBefore(day);
    }
}
