// SPDX-License-Identifier: Apache-2.0
package org.clearground.ordnance;

import java.time.LocalDate;
import org.clearground.geo.Position;
import org.clearground.units.Centimetres;
import org.clearground.units.ItemCount;
import org.jspecify.annotations.Nullable;

/**
 * Ordnance of one category found at one place. Found is not destroyed: {@code disposal} says what was done with it.
 *
 * @param foundOn the day it was found; where the report names none, the last day of its period
 * @param model from the catalogue or as written; null if not stated
 * @param position where it was found, not where it was demolished; null if not stated
 * @param condition code of the pack's list; null if not stated
 * @param disposal code of the pack's list; null if not stated
 */
public record Find(
        OrdnanceCategory category,
        @Nullable String model,
        ItemCount quantity,
        LocalDate foundOn,
        @Nullable Position position,
        @Nullable Centimetres depth,
        @Nullable String condition,
        @Nullable String disposal) {}
