// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharesTest {

    @Test
    void theSquareMetreLeftOverGoesToThePartThatLostMost() {
        var parts = Shares.of(new SquareMetres(10), List.of(3.3, 3.3, 3.4));

        assertThat(parts).containsExactly(new SquareMetres(3), new SquareMetres(3), new SquareMetres(4));
    }

    @Test
    void amongEqualsTheEarlierPartComesFirst() {
        assertThat(Shares.of(new SquareMetres(5), List.of(1.0, 1.0)))
                .containsExactly(new SquareMetres(3), new SquareMetres(2));
    }

    @Test
    void nothingCannotTakeAnything() {
        assertThatThrownBy(() -> Shares.of(new SquareMetres(1), List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Shares.of(SquareMetres.ZERO, List.of(0.0, 0.0)))
                .containsExactly(SquareMetres.ZERO, SquareMetres.ZERO);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsAlwaysAddUpAndAreWithinASquareMetreOfTheirShare(int seed) {
        var random = new Random(seed);
        var whole = new SquareMetres(random.nextLong(1, 5_000_000_000L));
        var sizes = IntStream.range(0, random.nextInt(1, 40))
                .mapToObj(any -> random.nextInt(5) == 0 ? 0.0 : Math.pow(random.nextDouble(), 4) * 1e6)
                .toList();
        double all = sizes.stream().mapToDouble(Double::doubleValue).sum();
        if (all == 0) {
            return;
        }

        var parts = Shares.of(whole, sizes);

        assertThat(parts.stream().mapToLong(SquareMetres::value).sum()).isEqualTo(whole.value());
        for (int i = 0; i < sizes.size(); i++) {
            assertThat(Math.abs(parts.get(i).value() - whole.value() * (sizes.get(i) / all)))
                    .isLessThan(1.001);
        }
    }
}
