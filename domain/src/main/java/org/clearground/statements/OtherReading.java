// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;

/** Another value that the same print may mean, and why it may. */
public record OtherReading(BigDecimal value, Why why) {

    /** What would have to be so. */
    public enum Why {
        /** The mark is a decimal mark. */
        MARK_IS_DECIMAL,
        /** The mark parts thousands. */
        MARK_IS_THOUSANDS,
        /** The space is a slip and belongs to no number. */
        SPACE_PARTS_NUMBERS
    }
}
