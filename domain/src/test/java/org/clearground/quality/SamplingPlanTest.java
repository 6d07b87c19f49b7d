// SPDX-License-Identifier: Apache-2.0
package org.clearground.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clearground.time.ReportingPeriod;
import org.clearground.units.SquareMetres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplingPlanTest {

    @ParameterizedTest
    @CsvSource({
        "0.10, 0.9, 0, 5, 0.624",
        "0.10, 1.0, 0, 1, 0.9",
        "1.00, 0.9, 0, 1, 0.1",
        "0.50, 1.0, 1, 2, 0.75",
        "0.20, 0.9, 2, 10, 0.737",
        "1.00, 1.0, 0, 1, 0",
        "0.00, 0.9, 0, 100, 1",
        "0.30, 0.9, 3, 3, 1",
        "0.10, 0.9, 0, 0, 1",
        "0.50, 0.9, 0, 100000, 0"
    })
    void groundWithMissedItemsPassesThisOften(double share, double detection, int accept, int missed, double risk) {
        assertThat(new SamplingPlan(share, detection, accept).riskOfAccepting(missed))
                .isCloseTo(risk, within(0.0005));
    }

    @Test
    void toStopNineOfTenLotsWithFiveMissedItemsTakesTwoFifthsOfTheGround() {
        assertThat(SamplingPlan.smallestShareFor(5, 0.9, 0, 0.1).orElseThrow()).isCloseTo(0.410, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9, 0, 0.05", "2, 1.0, 2, 0.5", "5, 0.0, 0, 0.99"})
    void noShareIsEnoughWhereInspectorsDetectTooLittle(int missed, double detection, int accept, double risk) {
        assertThat(SamplingPlan.smallestShareFor(missed, detection, accept, risk))
                .isEmpty();
    }

    @Test
    void whoAcceptsEveryRiskNeedsNoSample() {
        assertThat(SamplingPlan.smallestShareFor(5, 0.9, 0, 1)).hasValue(0);
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSmallestShareIsEnoughAndALittleLessIsNot(int seed) {
        var random = new Random(seed);
        int accept = random.nextInt(3);
        int missed = accept + 1 + random.nextInt(20);
        double detection = 0.3 + 0.7 * random.nextDouble();
        double risk = 0.01 + 0.9 * random.nextDouble();

        SamplingPlan.smallestShareFor(missed, detection, accept, risk).ifPresent(share -> {
            assertThat(new SamplingPlan(share, detection, accept).riskOfAccepting(missed))
                    .isLessThanOrEqualTo(risk);
            assertThat(new SamplingPlan(share - 1e-9, detection, accept).riskOfAccepting(missed))
                    .isGreaterThan(risk);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inspectionsPlayedThroughPassAsOftenAsComputed(int seed) {
        var random = new Random(seed);
        var plan = new SamplingPlan(random.nextDouble(), random.nextDouble(), random.nextInt(3));
        int missed = random.nextInt(1, 15);
        int played = 20_000;

        int passed = 0;
        for (int i = 0; i < played; i++) {
            int found = 0;
            for (int item = 0; item < missed; item++) {
                boolean inSample = random.nextDouble() < plan.sampledShare();
                boolean detected = random.nextDouble() < plan.detectionProbability();
                found += inSample && detected ? 1 : 0;
            }
            passed += plan.resultOf(found) == SampleResult.ACCEPTED ? 1 : 0;
        }

        double risk = plan.riskOfAccepting(missed);
        double sigma = Math.sqrt(risk * (1 - risk) / played);
        assertThat((double) passed / played).isCloseTo(risk, within(4 * sigma + 1e-12));
    }

    @Test
    void moreMissedItemsAreFoundMoreOften() {
        var curve = new SamplingPlan(0.2, 0.9, 1).riskCurve(50);

        assertThat(curve).hasSize(51);
        assertThat(curve.subList(0, 2)).containsExactly(1.0, 1.0);
        assertThat(IntStream.range(1, 50).allMatch(items -> curve.get(items + 1) < curve.get(items)))
                .isTrue();
    }

    @Test
    void oneItemAboveTheAcceptNumberFailsTheWholeLot() {
        assertThat(new SamplingPlan(0.1, 0.9, 0).resultOf(0)).isEqualTo(SampleResult.ACCEPTED);
        assertThat(new SamplingPlan(0.1, 0.9, 0).resultOf(1)).isEqualTo(SampleResult.FAILED);
        assertThat(new SamplingPlan(0.1, 0.9, 2).resultOf(2)).isEqualTo(SampleResult.ACCEPTED);
        assertThat(new SamplingPlan(0.1, 0.9, 2).resultOf(3)).isEqualTo(SampleResult.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.9, 0", "1.1, 0.9, 0", "0.1, NaN, 0", "0.1, 1.5, 0", "0.1, 0.9, -1"})
    void whatIsNoShareIsRefused(double share, double detection, int accept) {
        assertThatThrownBy(() -> new SamplingPlan(share, detection, accept))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShareOfALotIsItsAreaAndNotItsPieces() {
        var lot = lotOf(List.of("piece-1", "piece-2"), 50_000);

        assertThat(lot.sampledShareOf(new SquareMetres(5_000))).isEqualTo(0.1);
        assertThatThrownBy(() -> lot.sampledShareOf(new SquareMetres(50_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLotHasGroundAndEachPieceOnce() {
        assertThatThrownBy(() -> lotOf(List.of(), 50_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lotOf(List.of("piece-1", "piece-1"), 50_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lotOf(List.of("piece-1"), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lot lotOf(List<String> pieces, long squareMetres) {
        return new Lot(
                pieces,
                new SquareMetres(squareMetres),
                "operator-1",
                "team-7",
                "detector",
                new ReportingPeriod(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)));
    }
}
