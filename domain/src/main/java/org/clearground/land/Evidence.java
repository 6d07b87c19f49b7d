// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.Locale;
import org.clearground.geo.Position;
import org.clearground.reports.Answers;
import org.jspecify.annotations.Nullable;

/**
 * One fact for or against the presence of explosive ordnance (IMAS 08.10).
 *
 * @param number by which other evidence refers to it; null if it has none
 * @param kind code of the pack's list
 * @param position null where the report gives none
 * @param refutes number of the direct evidence that this refutes; null if it refutes none
 */
public record Evidence(
        @Nullable String number,
        String kind,
        Directness directness,
        @Nullable Position position,
        @Nullable LocalDate observedOn,
        @Nullable String confidence,
        @Nullable String description,
        @Nullable String refutes) {

    /** What a fact says about the ground. */
    public enum Directness {
        /** Ordnance was seen, removed, or went off there. */
        DIRECT,
        /** Something makes its presence likely. */
        INDIRECT,
        /** Something speaks against it. */
        NEGATIVE
    }

    static Evidence of(Answers row) {
        var directness = row.code("directness");
        var kind = row.code("evidence_kind");
        if (directness == null || kind == null) {
            throw new IllegalArgumentException("evidence without kind or directness");
        }
        return new Evidence(
                row.text("evidence_no"),
                kind,
                Directness.valueOf(directness.toUpperCase(Locale.ROOT)),
                row.position("evidence_point"),
                row.day("observed_on"),
                row.code("confidence"),
                row.text("description"),
                row.text("refutes"));
    }
}
