// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.clearground.statements.ClaimScope;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a conflict may be read: these values for these days.
 *
 * @param from null where the beginning is open or unknown
 * @param to null where the end is open or unknown
 * @param amounts one for each measure in question
 * @param sources that say so; empty where no statement does, as with a decimal mark that was put back
 */
public record Reading(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ClaimScope scope,
        List<Amount> amounts,
        List<Source> sources) {

    public Reading {
        amounts = List.copyOf(amounts);
        sources = List.copyOf(sources);
    }
}
