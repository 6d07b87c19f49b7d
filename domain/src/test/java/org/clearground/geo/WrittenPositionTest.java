// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.clearground.geo.UnreadableGeometryException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions as people write them. 38SPK4975310354 and its metres are where PROJ has them, to a metre. */
class WrittenPositionTest {

    private static final double LATITUDE = 39 + 35 / 60.0 + 37.7 / 3600;
    private static final double LONGITUDE = 46 + 45 / 60.0 + 7.6 / 3600;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "39°35'37.7\"N 46°45'07.6\"E",
                "39°35′37.7″N, 46°45′07.6″E",
                "46°45’07,6’’E 39°35’37,7’’N",
                "N 39 35 37.7 E 46 45 7.6",
                "39 35 37.7 N 46 45 7.6 E",
                "39°35.628333333' 46°45.126666667'",
                "n39.593805556 e46.752111111",
                "39.593805556° 46.752111111°",
                "39,593805556 46,752111111",
                "39,593805556° N; 46,752111111° E",
                "39°35′37,7″ с. ш. 46°45′07,6″ в. д.",
                "+39.593805556 +46.752111111"
            })
    void degreesMayBeWrittenInManyWays(String written) throws UnreadableGeometryException {
        var at = written.contains(";")
                ? WrittenPosition.read(written.replace(";", ","), null).position()
                : WrittenGeometry.readPosition(written);

        assertThat(at.latitude()).isEqualTo(LATITUDE, within(1e-8));
        assertThat(at.longitude()).isEqualTo(LONGITUDE, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "38 N 649753.42 4310354.18",
                "38N 649753.42 4310354.18",
                "UTM 38 north 649753.42 4310354.18",
                "zone 38N 649753,42 4310354,18",
                "38N 0649753.42mE 4310354.18mN",
                "38 N E 649753.42, N 4310354.18"
            })
    void metresOfAZoneMayBeWrittenInManyWays(String written) throws UnreadableGeometryException {
        var expected =
                new UtmPosition(38, true, 649753.42, 4310354.18).position().orElseThrow();

        assertThat(WrittenGeometry.readPosition(written)).isEqualTo(expected);
    }

    @Test
    void aGridReferenceIsReadBackToTheSquareThatItNames() throws UnreadableGeometryException {
        var random = new Random(20);
        for (int i = 0; i < 5_000; i++) {
            var at = new Position(random.nextDouble(-179.9, 179.9), random.nextDouble(-79.9, 83.9));
            var grid = GridReference.of(at).orElseThrow();
            var read = WrittenGeometry.readPosition(grid.mgrs());

            assertThat(Geodesic.WGS84.Inverse(at.latitude(), at.longitude(), read.latitude(), read.longitude()).s12)
                    .as("%s, seed 20, %s", at, grid.mgrs())
                    .isLessThan(0.75);
        }
    }

    @Test
    void aCoarseGridReferenceSaysHowFarItMayBeOff() throws UnreadableGeometryException {
        assertThat(WrittenPosition.read("38S PK 497 103", null).accuracyMetres())
                .hasValue(100 / Math.sqrt(2));
        assertThat(WrittenGeometry.accuracyMetres("38SPK4975310354; 38S PK 497 103; 39.5 46.5 0 5"))
                .hasValue(100 / Math.sqrt(2));
        assertThat(WrittenGeometry.accuracyMetres("39,5938 46,7521")).isEmpty();
        assertThat(WrittenGeometry.accuracyMetres("39.5938 46.7521 100 12.5")).hasValue(12.5);
    }

    @Test
    void bearingAndDistanceGoAlongTheEllipsoid() throws UnreadableGeometryException {
        var reached = Geodesic.WGS84.Direct(39.5, 46.5, 125.5, 340);
        var expected = new Position(reached.lon2, reached.lat2);

        assertThat(WrittenGeometry.readPosition("39.5 46.5 + 125.5° T 340 m")).isEqualTo(expected);
        assertThat(WrittenGeometry.readPosition("39,5 46,5 + 125,5 true 340m")).isEqualTo(expected);
        for (var magnetic : List.of("119.3° M(6.2°E) 340 m", "131.7 magnetic (6,2 W) 340 m")) {
            var read = WrittenGeometry.readPosition("39.5 46.5 + " + magnetic);
            assertThat(read.latitude()).isEqualTo(expected.latitude(), within(1e-12));
            assertThat(read.longitude()).isEqualTo(expected.longitude(), within(1e-12));
        }
        var twice = WrittenGeometry.readPosition("39.5 46.5 + 125.5° T 340 m + 305.5° T 340 m");
        assertThat(Geodesic.WGS84.Inverse(39.5, 46.5, twice.latitude(), twice.longitude()).s12)
                .isLessThan(0.05);
    }

    @Test
    void anOutlineMayBeWalkedFromPointToPoint() throws UnreadableGeometryException {
        var walked = WrittenGeometry.readShape(
                """
                39.5 46.5
                + 90° T 100 m
                + 180° T 100 m
                + 270° T 100 m
                """);

        assertThat(walked.computedArea().area().value()).isBetween(9_995L, 10_005L);
        assertThat(walked.vertices()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "38S 649753 4310354|AMBIGUOUS",
                "39.5 46.5 + 119.3° M 340 m|AMBIGUOUS",
                "38T 649753 4310354|OUT_OF_RANGE",
                "61N 649753 4310354|OUT_OF_RANGE",
                "39.5 46.5 + 400° T 340 m|OUT_OF_RANGE",
                "+ 90° T 100 m|NOT_A_GEOMETRY",
                "39.5 46.5 + 90° 100 m|NOT_A_GEOMETRY",
                "39.5 46.5 E|NOT_A_GEOMETRY",
                "39°61'N 46°45'E|NOT_A_GEOMETRY",
                "39.5°30'N 46°45'E|NOT_A_GEOMETRY",
                "39°35'N 46°45'N|NOT_A_GEOMETRY",
                "-39°35'N 46°45'E|NOT_A_GEOMETRY",
                "99°35'N 46°45'E|OUT_OF_RANGE",
                "38SPK497531035|NOT_A_GEOMETRY",
                "38SAA4975310354|NOT_A_GEOMETRY",
                "39d 46f|NOT_A_GEOMETRY",
                "39.5|NOT_A_GEOMETRY",
                "°°|NOT_A_GEOMETRY"
            })
    void whatMayBeTwoPlacesOrNoneIsNotGuessed(String written, Reason reason) {
        assertThatThrownBy(() -> WrittenGeometry.readPosition(written))
                .as(written)
                .isInstanceOfSatisfying(UnreadableGeometryException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }

    @Test
    void halvesInTwoColumnsMayHaveMinutesAndSeconds() throws UnreadableGeometryException {
        assertThat(WrittenPosition.degrees("39°35'37.7\"N", true)).isEqualTo(LATITUDE, within(1e-9));
        assertThat(WrittenPosition.degrees("46 45 07,6", false)).isEqualTo(LONGITUDE, within(1e-9));
        assertThatThrownBy(() -> WrittenPosition.degrees("39°35'37.7\"N", false))
                .isInstanceOf(UnreadableGeometryException.class);
    }

    @Test
    void wellKnownTextAndPlainPointsAreReadAsBefore() throws UnreadableGeometryException {
        var plain = WrittenGeometry.readShape("39 46 0 5; 39 46.1 0 5; 39.1 46.1 0 5; 39.1 46 0 5; 39 46 0 5");
        assertThat(WrittenGeometry.readShape("polygon ((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39))"))
                .isEqualTo(plain);
        assertThat(WrittenGeometry.readShape("39 46\n39 46.1\r\n39.1 46.1\n39.1 46"))
                .isEqualTo(plain);
    }

    @Test
    void eachPointOfAnOutlineIsReadByItselfWhileItIsBeingWritten() throws UnreadableGeometryException {
        var each = WrittenGeometry.readEach(
                "39.90 46.95 0 0; 39.91 46.95\n\n+ 90° T 100 m\nhere\n+ 90° T 100 m\n39.9 46.9");

        assertThat(each.stream().map(java.util.Optional::isPresent))
                .containsExactly(true, true, true, false, false, true);
        assertThat(each.get(0)).hasValue(new Position(46.95, 39.90));
        assertThat(each.get(2).orElseThrow().longitude()).isGreaterThan(46.951);
        assertThat(WrittenGeometry.readEach(" \n ")).isEmpty();
        for (var several : new String[] {"39.9 46.9|39.8 46.8", "POLYGON ((1 1, 2 2, 3 1, 1 1))"}) {
            assertThatExceptionOfType(UnreadableGeometryException.class)
                    .isThrownBy(() -> WrittenGeometry.readEach(several));
        }
    }
}
