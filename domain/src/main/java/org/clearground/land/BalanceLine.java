// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.EnumMap;
import java.util.Map;

/**
 * One line of a land balance, in whole square metres:
 * <i>opening + found + added + reopened + transferred − cancelled − reduced − cleared = closing</i>.
 *
 * <p>Ground that changes its account (suspected to confirmed, one organisation to another) is transferred: in every
 * table the transfers of all lines add up to nothing.
 *
 * @param opening hazardous ground at the end of the day before the period
 * @param moved by movement, in the period; what is absent is zero, because the books are complete
 * @param standing what stands beside the balance at the end of the period, by movement
 */
public record BalanceLine(long opening, Map<Movement, Long> moved, Map<Movement, Long> standing) {

    /** A line on which nothing stands. */
    public static final BalanceLine EMPTY = new BalanceLine(0, Map.of(), Map.of());

    public BalanceLine {
        moved = Map.copyOf(moved);
        standing = Map.copyOf(standing);
    }

    public long moved(Movement movement) {
        return moved.getOrDefault(movement, 0L);
    }

    public long standing(Movement movement) {
        return standing.getOrDefault(movement, 0L);
    }

    /** What came from other accounts less what went to them. */
    public long transferred() {
        return moved(Movement.TRANSFERRED_IN) - moved(Movement.TRANSFERRED_OUT);
    }

    /** Hazardous ground at the end of the period. */
    public long closing() {
        long closing = opening;
        for (var movement : Movement.values()) {
            closing = Math.addExact(closing, Math.multiplyExact(moved(movement), (long) movement.sign()));
        }
        return closing;
    }

    /** Both lines together. */
    public BalanceLine plus(BalanceLine other) {
        return new BalanceLine(
                Math.addExact(opening, other.opening), sum(moved, other.moved), sum(standing, other.standing));
    }

    private static Map<Movement, Long> sum(Map<Movement, Long> one, Map<Movement, Long> other) {
        var sum = new EnumMap<Movement, Long>(Movement.class);
        sum.putAll(one);
        other.forEach((movement, squareMetres) -> sum.merge(movement, squareMetres, Math::addExact));
        return sum;
    }
}
