// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clearground.geo.OtherReadings.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OtherReadingsTest {

    private static final Position HERE = new Position(46.9, 39.99);

    private static boolean nearby(Position at) {
        return Math.abs(at.longitude() - HERE.longitude()) < 0.05 && Math.abs(at.latitude() - HERE.latitude()) < 0.05;
    }

    /** Metres by PROJ. */
    @ParameterizedTest
    @CsvSource({
        "46.9, 39.99, 38, 662212.32223, 4428376.13498",
        "46.9, 39.99, 39, 149921.70838, 4434704.43465",
        "45, 41.9, 38, 500000, 4638673.43643",
        "19.1, -33.2, 34, 322898.34634, 6324932.42807"
    })
    void metresOfAZoneAreThoseOfOtherProgrammes(
            double longitude, double latitude, int zone, double easting, double northing) {
        var utm = UtmPosition.of(new Position(longitude, latitude), zone);

        assertThat(utm.easting()).isCloseTo(easting, within(0.001));
        assertThat(utm.northing()).isCloseTo(northing, within(0.001));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void metresLeadBackToWhereTheyCameFrom(int seed) {
        var random = new Random(seed);
        var at = new Position(random.nextDouble() * 340 - 170, random.nextDouble() * 160 - 80);
        var back = UtmPosition.of(at, UtmPosition.zoneOf(at.longitude()))
                .position()
                .orElseThrow();

        assertThat(back.longitude()).isCloseTo(at.longitude(), within(1e-9));
        assertThat(back.latitude()).isCloseTo(at.latitude(), within(1e-9));
    }

    @Test
    void findsAxesThatWereExchanged() {
        assertThat(OtherReadings.ofDegrees(List.of(new Position(39.99, 46.9)), OtherReadingsTest::nearby))
                .hasValueSatisfying(candidate -> assertThat(candidate.kind()).isEqualTo(Kind.SWAPPED));
    }

    @Test
    void findsTheZoneNextDoor() {
        var wrong = UtmPosition.of(HERE, 38).inZone(39).position().orElseThrow();

        assertThat(wrong.longitude()).isGreaterThan(52);
        assertThat(OtherReadings.ofDegrees(List.of(wrong), OtherReadingsTest::nearby))
                .hasValueSatisfying(candidate -> {
                    assertThat(candidate.kind()).isEqualTo(Kind.OTHER_ZONE);
                    assertThat(candidate.zone()).isEqualTo(38);
                });
    }

    @Test
    void findsMinutesThatWereTakenForDecimals() {
        var wrong = new Position(46.54, 39.594);

        assertThat(OtherReadings.ofDegrees(List.of(wrong), OtherReadingsTest::nearby))
                .hasValueSatisfying(candidate -> {
                    assertThat(candidate.kind()).isEqualTo(Kind.MINUTES);
                    assertThat(candidate.first().latitude()).isCloseTo(39.99, within(1e-9));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "662217.8 4428303.9",
                "4428303,9 662217,8 712 4",
                "POLYGON((662217.8 4428303.9,662300 4428303,662300 4428400,662217.8 4428303.9))"
            })
    void findsMetresOfAZone(String written) {
        assertThat(OtherReadings.ofMetres(written, HERE, OtherReadingsTest::nearby))
                .hasValueSatisfying(candidate -> {
                    assertThat(candidate.kind()).isEqualTo(Kind.METRES);
                    assertThat(candidate.zone()).isEqualTo(38);
                });
    }

    @Test
    void aReadingCountsOnlyIfItFits() {
        assertThat(OtherReadings.ofDegrees(List.of(new Position(10, 10)), OtherReadingsTest::nearby))
                .isEmpty();
        assertThat(OtherReadings.ofMetres("1 2 3 somewhere", HERE, OtherReadingsTest::nearby))
                .isEmpty();
        assertThat(OtherReadings.ofMetres("662217 8428303", HERE, OtherReadingsTest::nearby))
                .isEmpty();
    }
}
