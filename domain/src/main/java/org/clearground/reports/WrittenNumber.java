// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people type it: {@code 2046.3}, {@code 2 046,3}, {@code 2,046.3}, {@code 2.046,3}.
 *
 * <p>Where a single comma or point may be read both as thousands and as decimal mark ({@code 2,046}; {@code 1.204} for a
 * count), nothing is chosen: both readings are kept and a person decides, once, in the mapping.
 */
public sealed interface WrittenNumber {

    /** Read without doubt. */
    record Read(BigDecimal value) implements WrittenNumber {}

    /** Two readings are possible. */
    record Ambiguous(BigDecimal asThousands, BigDecimal asDecimal) implements WrittenNumber {}

    /** Not a number. */
    record Unreadable() implements WrittenNumber {}

    /** Which mark stands before the decimals, when somebody said so. */
    enum DecimalMark {
        POINT('.'),
        COMMA(',');

        private final char mark;

        DecimalMark(char mark) {
            this.mark = mark;
        }
    }

    /**
     * @param whole true where only whole numbers make sense
     * @param stated the decimal mark that the mapping states; null if it states none
     */
    static WrittenNumber read(String text, boolean whole, @Nullable DecimalMark stated) {
        int length = text.length();
        if (length > 0 && length < 16 && isDigits(text)) {
            return new Read(BigDecimal.valueOf(Long.parseLong(text)));
        }
        return Parsing.read(text, whole, stated);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return true;
    }

    /** The slow path, for whatever is not plain digits. */
    final class Parsing {

        private static final int LONGEST = 40;
        private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009']+");
        private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+");
        private static final Pattern ONE_MARK = Pattern.compile("([+-]?)(\\d*)([.,])(\\d+)");
        private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})+");
        private static final Pattern GROUPED_WITH_DECIMALS =
                Pattern.compile("([+-]?\\d{1,3}(?:([.,])\\d{3})(?:\\2\\d{3})*)([.,])(\\d+)");

        private Parsing() {}

        static WrittenNumber read(String text, boolean whole, @Nullable DecimalMark stated) {
            var stripped = text.strip();
            if (stripped.length() > LONGEST) {
                return new Unreadable();
            }
            boolean spaced = SPACES.matcher(stripped).find();
            var compact = SPACES.matcher(stripped).replaceAll("").replace('−', '-');
            if (PLAIN.matcher(compact).matches()) {
                return new Read(new BigDecimal(compact));
            }
            var grouped = GROUPED.matcher(compact);
            if (grouped.matches()) {
                return new Read(new BigDecimal(compact.replace(grouped.group(1), "")));
            }
            var both = GROUPED_WITH_DECIMALS.matcher(compact);
            if (both.matches() && !both.group(2).equals(both.group(3))) {
                return new Read(new BigDecimal(both.group(1).replace(both.group(2), "") + "." + both.group(4)));
            }
            var one = ONE_MARK.matcher(compact);
            return one.matches()
                    ? oneMark(one.group(1), one.group(2), one.group(3).charAt(0), one.group(4), spaced, whole, stated)
                    : new Unreadable();
        }

        private static WrittenNumber oneMark(
                String sign,
                String before,
                char mark,
                String after,
                boolean spaced,
                boolean whole,
                @Nullable DecimalMark stated) {
            var asDecimal = new BigDecimal(sign + (before.isEmpty() ? "0" : before) + "." + after);
            boolean mayBeThousands =
                    after.length() == 3 && !before.isEmpty() && before.length() <= 3 && !before.equals("0") && !spaced;
            if (!mayBeThousands) {
                return new Read(asDecimal);
            }
            var asThousands = new BigDecimal(sign + before + after);
            if (stated != null) {
                return new Read(stated.mark == mark ? asDecimal : asThousands);
            }
            if (mark == '.' && !whole) {
                return new Read(asDecimal);
            }
            return whole && mark == ',' ? new Read(asThousands) : new Ambiguous(asThousands, asDecimal);
        }
    }
}
