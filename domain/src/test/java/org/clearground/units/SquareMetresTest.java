// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareMetresTest {

    @ParameterizedTest
    @CsvSource({"0.5, 5000", "12.34565, 123457", "2046.3, 20463000"})
    void countsAHectareAsTenThousandSquareMetres(BigDecimal hectares, long squareMetres) {
        assertThat(SquareMetres.ofHectares(hectares)).isEqualTo(new SquareMetres(squareMetres));
    }

    @Test
    void givesBackTheHectaresItWasMadeOf() {
        assertThat(SquareMetres.ofHectares(new BigDecimal("2046.3")).hectares()).isEqualByComparingTo("2046.3");
    }

    @Test
    void refusesANegativeArea() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquareMetres(-1))
                .withMessageContaining("-1 m²");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAFigureThatIsNoNumber(double squareMetres) {
        assertThatIllegalArgumentException().isThrownBy(() -> SquareMetres.computed(squareMetres));
    }

    @Test
    void measuresADifferenceByTheLargerOfTwoAreas() {
        var declared = new SquareMetres(10_000);
        var computed = new SquareMetres(9_500);

        assertThat(declared.differenceFrom(computed)).isEqualTo(0.05).isEqualTo(computed.differenceFrom(declared));
        assertThat(SquareMetres.ZERO.differenceFrom(SquareMetres.ZERO)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void totalsDoNotDependOnTheOrderOfLines(long seed) {
        var lines = new Random(seed)
                .longs(40, 0, 5_000_000)
                .mapToObj(SquareMetres::new)
                .toList();
        var backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);

        assertThat(total(lines.stream())).isEqualTo(total(backwards.stream()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static SquareMetres total(Stream<SquareMetres> lines) {
        return lines.reduce(SquareMetres.ZERO, SquareMetres::plus);
    }
}
