// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import org.clearground.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * One row of a form's survey sheet.
 *
 * @param name the column's name, unique in its form or repeat
 * @param list the code list of a {@link QuestionType#CODE} question; null for the others
 * @param hints what a person who answers should know; null if there is nothing to say
 * @param least the smallest number accepted, from the constraint; null if there is none
 * @param most the largest number accepted; null if there is none
 */
public record Question(
        String name,
        QuestionType type,
        @Nullable String list,
        Names labels,
        @Nullable Names hints,
        boolean required,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most) {}
