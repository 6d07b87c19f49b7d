// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A number as it is printed, with every value it may mean, the most plausible first.
 *
 * @param until the term behind it
 */
record PrintedNumber(BigDecimal value, List<OtherReading> others, int start, int end, int until) {

    PrintedNumber {
        others = List.copyOf(others);
    }

    /** What a number is a number of; it decides what a single mark means. */
    enum Unit {
        COUNT,
        HECTARES,
        SQUARE_METRES
    }

    /**
     * Reads digits with their marks.
     *
     * @param shape digits with points and commas inside, spaces taken out
     * @param grouped whether spaces parted thousands: then a mark is a decimal mark
     */
    static PrintedNumber read(
            String shape,
            boolean grouped,
            Unit unit,
            ReleaseLanguage language,
            boolean scaled,
            int start,
            int end,
            int until) {
        int points = count(shape, '.');
        int commas = count(shape, ',');
        var none = List.<OtherReading>of();
        if (points + commas == 0) {
            return new PrintedNumber(new BigDecimal(shape), none, start, end, until);
        }
        int lastMark = Math.max(shape.lastIndexOf('.'), shape.lastIndexOf(','));
        int behind = shape.length() - lastMark - 1;
        var bare = shape.replace(".", "").replace(",", "");
        var asThousands = new BigDecimal(bare);
        var asDecimal = new BigDecimal(
                bare.substring(0, bare.length() - behind) + "." + bare.substring(bare.length() - behind));
        if (points > 0 && commas > 0) {
            return new PrintedNumber(asDecimal, none, start, end, until);
        }
        if (points + commas > 1) {
            return new PrintedNumber(behind == 3 ? asThousands : asDecimal, none, start, end, until);
        }
        if (language == ReleaseLanguage.EN && commas == 1 && shape.endsWith(",00") && unit == Unit.HECTARES) {
            var whole = asDecimal.multiply(BigDecimal.valueOf(1000));
            return new PrintedNumber(
                    whole, List.of(new OtherReading(asDecimal, OtherReading.Why.MARK_IS_DECIMAL)), start, end, until);
        }
        boolean mayGroup = behind == 3 && lastMark <= 3 && shape.charAt(0) != '0' && !grouped;
        if (!mayGroup) {
            return new PrintedNumber(asDecimal, none, start, end, until);
        }
        if (unit != Unit.HECTARES && !scaled) {
            return new PrintedNumber(asThousands, none, start, end, until);
        }
        boolean thousands = thousandsInArea(shape.charAt(lastMark), language, asDecimal) && !scaled;
        boolean doubtful = scaled || !isHabit(shape.charAt(lastMark), language);
        var others = new ArrayList<OtherReading>();
        if (doubtful) {
            others.add(
                    thousands
                            ? new OtherReading(asDecimal, OtherReading.Why.MARK_IS_DECIMAL)
                            : new OtherReading(asThousands, OtherReading.Why.MARK_IS_THOUSANDS));
        }
        return new PrintedNumber(thousands ? asThousands : asDecimal, others, start, end, until);
    }

    /** Where a language parts thousands by this mark as a matter of course. */
    private static boolean isHabit(char mark, ReleaseLanguage language) {
        return switch (language) {
            case EN -> mark == ',';
            case DE, ES -> mark == '.';
            case AZ, RU, FR -> false;
        };
    }

    /** Three digits behind a single mark of an area: by habit, else whatever makes an area of a usual size, 20 to 9,000 hectares. */
    private static boolean thousandsInArea(char mark, ReleaseLanguage language, BigDecimal asDecimal) {
        return isHabit(mark, language) || asDecimal.compareTo(BigDecimal.valueOf(20)) < 0;
    }

    private static int count(String shape, char mark) {
        int many = 0;
        for (int i = 0; i < shape.length(); i++) {
            many += shape.charAt(i) == mark ? 1 : 0;
        }
        return many;
    }

    PrintedNumber times(int powerOfTen) {
        return new PrintedNumber(
                value.movePointRight(powerOfTen),
                others.stream()
                        .map(other -> new OtherReading(other.value().movePointRight(powerOfTen), other.why()))
                        .toList(),
                start,
                end,
                until);
    }
}
