// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An area of land, counted in whole square metres so that the total of a table is always the sum of its lines.
 *
 * <p>Hectares and square kilometres exist only where a figure is typed or shown.
 */
public record SquareMetres(long value) implements Comparable<SquareMetres> {

    public static final SquareMetres ZERO = new SquareMetres(0);

    public SquareMetres {
        if (value < 0) {
            throw new IllegalArgumentException("an area cannot be negative: " + value + " m²");
        }
    }

    /** For a figure computed from a polygon. Rounds once, where the figure enters the system. */
    public static SquareMetres computed(double squareMetres) {
        if (!Double.isFinite(squareMetres)) {
            throw new IllegalArgumentException("not an area: " + squareMetres + " m²");
        }
        return new SquareMetres(Math.round(squareMetres));
    }

    /** For a figure a person typed: decimal arithmetic, because {@code 12.34565 * 10_000} is not 123456.5. */
    public static SquareMetres ofHectares(BigDecimal hectares) {
        return new SquareMetres(
                hectares.movePointRight(4).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The same area in hectares, exact: four decimals. */
    public BigDecimal hectares() {
        return BigDecimal.valueOf(value, 4);
    }

    public SquareMetres plus(SquareMetres other) {
        return new SquareMetres(Math.addExact(value, other.value));
    }

    /**
     * How far this area is from another, as a share of the larger one: 0 when equal, 1 when one of them is zero.
     * Symmetric, so it does not matter which of the two is believed.
     */
    public double differenceFrom(SquareMetres other) {
        long larger = Math.max(value, other.value);
        return larger == 0 ? 0 : Math.abs(value - other.value) / (double) larger;
    }

    @Override
    public int compareTo(SquareMetres other) {
        return Long.compare(value, other.value);
    }
}
