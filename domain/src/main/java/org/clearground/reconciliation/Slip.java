// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** A slip of the pen by which one number becomes another. */
public enum Slip {
    /** The same digits, the decimal mark elsewhere: 880.3 and 8803. */
    MARK_MOVED,
    /** Two digits in each other's place: 5264 and 5246. */
    DIGITS_SWAPPED,
    /** One digit is another: 1131 and 1161. */
    ONE_DIGIT,
    /** One digit is missing: 111.6 and 11.6. */
    DIGIT_LOST;

    /** As tables and JSON have it: {@code digits_swapped}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The slip that makes one of two numbers from the other; the finer is cut to the places of the coarser. Empty if none does alone. */
    public static Optional<Slip> between(BigDecimal one, BigDecimal other) {
        if (one.signum() <= 0 || other.signum() <= 0 || one.compareTo(other) == 0) {
            return Optional.empty();
        }
        if (significant(one).equals(significant(other))) {
            return Optional.of(MARK_MOVED);
        }
        int scale = Math.min(
                Math.max(0, one.stripTrailingZeros().scale()),
                Math.max(0, other.stripTrailingZeros().scale()));
        var first = digits(one, scale);
        var second = digits(other, scale);
        if (first.length() == second.length()) {
            return sameLength(first, second);
        }
        boolean lost = first.length() > second.length() ? lost(first, second) : lost(second, first);
        return lost ? Optional.of(DIGIT_LOST) : Optional.empty();
    }

    private static String significant(BigDecimal value) {
        return value.stripTrailingZeros().unscaledValue().toString();
    }

    private static String digits(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.DOWN).unscaledValue().toString();
    }

    private static Optional<Slip> sameLength(String one, String other) {
        int first = -1;
        int last = -1;
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = first < 0 ? i : first;
                last = i;
                different++;
            }
        }
        if (different == 1 && one.length() > 1) {
            return Optional.of(ONE_DIGIT);
        }
        boolean swapped =
                different == 2 && one.charAt(first) == other.charAt(last) && one.charAt(last) == other.charAt(first);
        return swapped ? Optional.of(DIGITS_SWAPPED) : Optional.empty();
    }

    private static boolean lost(String longer, String shorter) {
        if (longer.length() != shorter.length() + 1 || shorter.length() < 2) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        return longer.substring(same + 1).equals(shorter.substring(same));
    }
}
