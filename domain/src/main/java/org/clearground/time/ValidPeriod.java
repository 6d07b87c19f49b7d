// SPDX-License-Identifier: Apache-2.0
package org.clearground.time;

import java.time.LocalDate;

/** Days on which something was so on the ground: from {@code start}, up to but not including {@code end}. */
public record ValidPeriod(LocalDate start, LocalDate end) {

    public ValidPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period starts before it ends: " + start + " to " + end);
        }
    }

    public static ValidPeriod since(LocalDate start) {
        return new ValidPeriod(start, LocalDate.MAX);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
