// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a statement that is kept: what a publisher said, not what is true.
 *
 * @param value items and persons as whole numbers, areas in hectares; a category that was not stated has no figure
 * @param from null where the beginning is open or unknown
 * @param to null where the end is open or unknown
 * @param part which district, body or purpose, as written, where the scope is one of these; else null
 * @param span where the value stands in the statement's text; null where the figure was entered without a text
 */
public record StatedFigure(
        Measured measured,
        BigDecimal value,
        Hedge hedge,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        PeriodKind kind,
        ClaimScope scope,
        @Nullable String part,
        @Nullable Span span) {}
