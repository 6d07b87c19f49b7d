// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Which rows of a register are asked for, and in which order: the one filter of list, JSON and exports.
 *
 * @param equal the value asked for, by the name of its column
 * @param from first day; null from the first on
 * @param to last day; null to the last
 * @param text somewhere in the columns that are searched; null for all
 * @param box in degrees of longitude and latitude: rows whose own box touches it, rounded outwards by a metre or less;
 *     null for everywhere
 */
public record Selection(
        Map<String, String> equal,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable Envelope box,
        Column sort,
        boolean descending,
        AsOf asOf) {

    public Selection {
        equal = Collections.unmodifiableMap(new LinkedHashMap<>(equal));
    }

    /** Whether anything is left out. */
    public boolean narrowed() {
        return !equal.isEmpty() || from != null || to != null || text != null || box != null;
    }
}
