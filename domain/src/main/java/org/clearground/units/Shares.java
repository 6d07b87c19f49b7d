// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an area out in whole square metres so that the parts always add up to it.
 *
 * <p>Largest remainder (Hamilton's method): every part gets its exact share rounded down; the square metres left over go
 * one by one to the parts that lost most by rounding; among equals the earlier part comes first. No part is more than
 * one square metre from its exact share.
 */
public final class Shares {

    private Shares() {}

    /**
     * @param whole what is shared out
     * @param sizes how large the parts are beside each other, in any unit, none negative
     * @return one area for each size, in the same order; their sum is {@code whole}
     * @throws IllegalArgumentException if there are no parts, or all are empty while there is something to share
     */
    public static List<SquareMetres> of(SquareMetres whole, List<Double> sizes) {
        double all = 0;
        for (double size : sizes) {
            if (!(size >= 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException("not the size of a part: " + size);
            }
            all += size;
        }
        if (all == 0) {
            if (sizes.isEmpty() || whole.value() > 0) {
                throw new IllegalArgumentException(whole.value() + " m² cannot be shared among nothing");
            }
            return sizes.stream().map(any -> SquareMetres.ZERO).toList();
        }
        var exact = new double[sizes.size()];
        var parts = new long[sizes.size()];
        long left = whole.value();
        for (int i = 0; i < parts.length; i++) {
            exact[i] = whole.value() * (sizes.get(i) / all);
            parts[i] = Math.min(left, (long) Math.floor(exact[i]));
            left -= parts[i];
        }
        var byLoss = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> parts[i] - exact[i]))
                .toList();
        for (int i = 0; left > 0; i = (i + 1) % parts.length) {
            parts[byLoss.get(i)]++;
            left--;
        }
        var shared = new ArrayList<SquareMetres>();
        for (long part : parts) {
            shared.add(new SquareMetres(part));
        }
        return List.copyOf(shared);
    }
}
