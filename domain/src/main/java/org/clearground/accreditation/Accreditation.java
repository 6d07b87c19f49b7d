// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an approved report states of the accreditation of a body for one type of activity.
 *
 * @param order in which it was approved, rising
 * @param number of the report, as the authority gives it; null if it has none
 * @param organisation code of the body
 * @param activityType a code of the pack
 * @param from the first day
 * @param lastDay on which it still holds; null if it states none
 * @param conditions under which it was granted; null if there are none
 * @param reason of a suspension or revocation; null if none is stated
 */
public record Accreditation(
        long order,
        @Nullable String number,
        String organisation,
        Phase phase,
        String activityType,
        AccreditationStatus status,
        LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable String conditions,
        @Nullable String reason,
        boolean sample) {

    /** Whether it speaks of a day. What ends an accreditation ends it for good. */
    public boolean covers(LocalDate day) {
        return !from.isAfter(day) && (status.ends() || lastDay == null || !lastDay.isBefore(day));
    }
}
