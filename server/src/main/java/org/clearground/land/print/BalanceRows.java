// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.List;
import java.util.function.ToLongFunction;
import org.clearground.land.BalanceLine;
import org.clearground.land.Movement;
import org.clearground.packs.Words;

/** The rows of a balance, in the order in which they add up; the same on the terminal, on pages and in spreadsheets. */
public final class BalanceRows {

    /**
     * One row.
     *
     * @param key of its name in the pack
     */
    public record Row(String sign, String key, ToLongFunction<BalanceLine> value) {}

    /** From opening to closing. */
    public static final List<Row> ALL = List.of(
            new Row(" ", "land.opening", BalanceLine::opening),
            new Row("+", "movement.FOUND", line -> line.moved(Movement.FOUND)),
            new Row("+", "movement.ADDED", line -> line.moved(Movement.ADDED)),
            new Row("+", "movement.REOPENED", line -> line.moved(Movement.REOPENED)),
            new Row("±", "land.transferred", BalanceLine::transferred),
            new Row("−", "movement.CANCELLED", line -> line.moved(Movement.CANCELLED)),
            new Row("−", "movement.REDUCED", line -> line.moved(Movement.REDUCED)),
            new Row("−", "movement.CLEARED", line -> line.moved(Movement.CLEARED)),
            new Row("=", "land.closing", BalanceLine::closing));

    /** What stands beside. */
    public static final List<Row> BESIDE = List.of(
            new Row(" ", "movement.UNDER_WORK", line -> line.standing(Movement.UNDER_WORK)),
            new Row(" ", "movement.AWAITING_INSPECTION", line -> line.standing(Movement.AWAITING_INSPECTION)),
            new Row(" ", "movement.SUSPENDED", line -> line.standing(Movement.SUSPENDED)),
            new Row(" ", "movement.INACCESSIBLE", line -> line.standing(Movement.INACCESSIBLE)),
            new Row(" ", "movement.HANDED_OVER", line -> line.standing(Movement.HANDED_OVER)),
            new Row(" ", "movement.CLEARED_OUTSIDE", line -> line.moved(Movement.CLEARED_OUTSIDE)),
            new Row(" ", "movement.RELEASED_OUTSIDE", line -> line.moved(Movement.RELEASED_OUTSIDE)),
            new Row(" ", "movement.WORKED", line -> line.moved(Movement.WORKED)));

    private BalanceRows() {}

    /** A number with a minus sign that is as wide as the plus. */
    public static String number(Words words, long value) {
        return value < 0 ? "−" + words.number(Math.negateExact(value)) : words.number(value);
    }
}
