// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the books, for every square metre of the ground that it concerns.
 *
 * @param act that caused it
 * @param times 1, or −1 where ground leaves what stands beside the balance
 * @param hazardClass of the ground; null where it is in no hazardous area
 * @param hazard code of the hazardous area; null where it is in none
 * @param on the day on the ground to which it belongs
 */
public record Posting(
        Movement movement,
        long act,
        int times,
        @Nullable HazardClass hazardClass,
        @Nullable String hazard,
        Account account,
        LocalDate on) {}
