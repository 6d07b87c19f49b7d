// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.store;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a register.
 *
 * @param values in the order of the columns, each by its kind: a text, a {@link java.time.LocalDate}, an
 *     {@link java.time.Instant}, a {@link Long}; null where nothing is recorded
 */
public record RegisterRow(String key, boolean sample, List<@Nullable Object> values) {

    public RegisterRow {
        values = Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
}
