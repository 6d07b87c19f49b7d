// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridReferenceTest {

    /** What mil.nga:mgrs 2.1.3, the library of the agency that keeps the standard, gives for these places. */
    @ParameterizedTest
    @CsvSource({
        "38.92, 46.73, 38SPJ4997709321",
        "39.8, 46.75, 38SPK4981807024",
        "40.0213, 46.9529, 38TPK6665231948",
        "0, 0, 31NAA6602100000",
        "-33.8568, 151.2153, 56HLH3490052288",
        "60.39, 5.32, 32VKN9723000510",
        "78.2, 15.6, 33XWG1369680760",
        "-0.5, -78.5, 17MQV7826544681",
        "83.9, 41.9, 37XEP3439017795",
        "48.8583, 2.2945, 31UDQ4825111943",
        "38.8895, -77.0353, 18SUJ2347806483"
    })
    void givesTheReferenceOfTheMilitaryGrid(double latitude, double longitude, String mgrs) {
        assertThat(GridReference.of(new Position(longitude, latitude))
                        .orElseThrow()
                        .mgrs())
                .isEqualTo(mgrs);
    }

    @Test
    void metresAreCutOffNotRounded() {
        var reference = GridReference.of(new Position(46.9529, 40.0213)).orElseThrow();

        assertThat(reference.written()).isEqualTo("38 N 666652.80 4431948.12");
        assertThat(reference.mgrs()).endsWith("6665231948");
    }

    @Test
    void theErrorOfTheReckoningDoesNotPushAPlaceIntoTheNextSquare() {
        var onTheCentralMeridian = GridReference.of(new Position(45, 40)).orElseThrow();

        assertThat(onTheCentralMeridian.utm().easting()).isCloseTo(500_000, within(1e-6));
        assertThat(onTheCentralMeridian.mgrs()).startsWith("38TNK00000");
    }

    @Test
    void theLetterOfUtmIsTheHemisphere() {
        assertThat(GridReference.of(new Position(46.73, 38.92)).orElseThrow().written())
                .startsWith("38 N ");
        assertThat(GridReference.of(new Position(151.2153, -33.8568))
                        .orElseThrow()
                        .written())
                .startsWith("56 S ");
    }

    @Test
    void nearThePolesThereIsNone() {
        assertThat(GridReference.of(new Position(10, 84.1))).isEmpty();
        assertThat(GridReference.of(new Position(10, -80.1))).isEmpty();
        assertThat(GridReference.of(new Position(180, 84))).isPresent();
        assertThat(GridReference.of(new Position(-180, -80))).isPresent();
    }

    @Test
    void utmLeadsBackToThePlace() {
        var random = new Random(20260101);
        for (int i = 0; i < 2_000; i++) {
            var place = new Position(random.nextDouble() * 360 - 180, random.nextDouble() * 164 - 80);
            var back = GridReference.of(place).orElseThrow().utm().position().orElseThrow();

            assertThat(back.latitude()).as("%s", place).isCloseTo(place.latitude(), within(1e-8));
            assertThat(back.longitude()).as("%s", place).isCloseTo(place.longitude(), within(1e-7));
        }
    }
}
