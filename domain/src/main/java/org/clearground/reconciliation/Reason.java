// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.Locale;

/** Why a reading is proposed. A published word: reasons are added, never renamed. */
public enum Reason {
    /** At least two publishers that do not copy from one agency, and twice as many as say anything else. */
    MOST_SAY_SO,
    /** It is the only reading with which the total of the same statement is the sum of its parts. */
    SUM_FITS,
    /** The other readings are far from the periods before. */
    FITS_THE_SERIES,
    /** It was calculated from square metres, and the other is one slip away from it. */
    FROM_SQUARE_METRES,
    /** A whole number without the decimal mark that its neighbours have. */
    DECIMAL_MARK_LOST,
    /** A thousands mark that was read as a decimal mark. */
    THOUSANDS_MARK,
    /** Two digits in each other's place. */
    DIGITS_SWAPPED,
    /** The other reading repeats the figures of an earlier period. */
    OTHER_IS_STALE,
    /** The other reading ends on the day of its publication. */
    PUBLICATION_DAY_AS_END,
    /** It is the whole calendar month. */
    WHOLE_MONTH,
    /** A copy of the same release states it. */
    COPY_STATES_IT;

    /** As tables and JSON have it: {@code sum_fits}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
