// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.clearground.geo.FaultPicture.Role;
import org.clearground.geo.OutlineFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Outlines as surveyors and programmes have sent them, each with what is wrong with it. */
class OutlineRulesTest {

    private static GroundShape shape(String written) {
        try {
            return WrittenGeometry.readShape(written);
        } catch (UnreadableGeometryException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static List<Kind> kinds(String written) {
        return OutlineRules.check(shape(written), OutlineLimits.USUAL).stream()
                .map(OutlineFault::kind)
                .toList();
    }

    @Test
    void anOrdinaryOutlineHasNothingWrong() {
        assertThat(kinds("POLYGON((46.90 39.99, 46.9041 39.99, 46.9041 39.9932, 46.90 39.9932, 46.90 39.99))"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a bow-tie|SELF_CROSSING|POLYGON((46.90 39.99, 46.91 40, 46.91 39.99, 46.90 40, 46.90 39.99))",
                "the closing point twice|CLOSING_POINT_TWICE|39.99 46.90; 39.99 46.91; 40 46.91; 40 46.90; 39.99 46.90; 39.99 46.90",
                "the last two like the first two|CLOSING_POINT_TWICE|39.99 46.90; 39.99 46.91; 40 46.91; 40 46.90; 39.99 46.90; 39.99 46.91",
                "a vertex again, 5 cm on|REPEATED_VERTEX|POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.9100005 40.0000003, 46.90 40, 46.90 39.99))",
                "a spike without width|SPIKE|POLYGON((46.90 39.99, 46.91 39.99, 46.92 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99))",
                "a spike of 1 mm|SPIKE|POLYGON((46.90 39.99, 46.91 39.99, 46.92 39.99, 46.91 39.99000001, 46.91 40, 46.90 40, 46.90 39.99))",
                "near-coincident edges with a blunt end|SPIKE|POLYGON((46.90 39.99, 46.91 39.99, 46.92 39.99, 46.92 39.99000001, 46.91 39.99000001, 46.91 40, 46.90 40, 46.90 39.99))",
                "a strip of 1 mm|SLIVER|POLYGON((46.90 39.99, 46.91 39.99, 46.91 39.99000001, 46.90 39.99000001, 46.90 39.99))",
                "a part of 1 mm|SLIVER|MULTIPOLYGON(((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99)),((46.92 39.99, 46.93 39.99, 46.93 39.99000001, 46.92 39.99)))",
                "a hole of 1 mm|SLIVER|POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99),(46.902 39.995, 46.908 39.995, 46.908 39.99500001, 46.902 39.995))",
                "an edge of 8 km|LONG_EDGE|POLYGON((46.90 39.99, 47.00 39.99, 46.91 40, 46.90 39.99))",
                "parts that overlap|PARTS_OVERLAP|MULTIPOLYGON(((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99)),((46.905 39.99, 46.915 39.99, 46.915 40, 46.905 40, 46.905 39.99)))",
                "a part twice, begun elsewhere|REPEATED_RING|MULTIPOLYGON(((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99)),((46.91 40, 46.91 39.99, 46.90 39.99, 46.90 40, 46.91 40)))",
                "a hole outside|HOLE_OUTSIDE|POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99),(46.92 39.99, 46.925 39.99, 46.925 39.995, 46.92 39.99))",
                "a hole half outside|HOLE_OUTSIDE|POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99),(46.905 39.992, 46.915 39.992, 46.915 39.995, 46.905 39.992))",
                "rings that touch along an edge|SELF_CROSSING|MULTIPOLYGON(((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99)),((46.91 39.99, 46.92 39.99, 46.92 40, 46.91 40, 46.91 39.99)))",
                "rings that touch and cut the ground in two|SELF_CROSSING|POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99),(46.905 39.99, 46.907 39.995, 46.905 40, 46.903 39.995, 46.905 39.99))",
                "an outline that touches itself|SELF_CROSSING|POLYGON((46.90 39.99, 46.91 39.99, 46.905 39.995, 46.91 40, 46.90 40, 46.905 39.995, 46.90 39.99))",
                "across the antimeridian|ACROSS_ANTIMERIDIAN|POLYGON((179.99 -17, -179.99 -17, -179.99 -16.99, 179.99 -16.99, 179.99 -17))"
            })
    void tellsWhatIsWrongWith(String name, Kind kind, String written) {
        assertThat(kinds(written)).as(name).contains(kind);
        assertThat(OutlineRules.picture(shape(written), OutlineLimits.USUAL, kind)
                        .drawn())
                .as("the picture of %s", name)
                .isNotEmpty();
    }

    @Test
    void partsThatTouchInAPointAreInOrder() {
        assertThat(kinds("MULTIPOLYGON(((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99)),"
                        + "((46.91 40, 46.92 40, 46.92 40.01, 46.91 40.01, 46.91 40)))"))
                .isEmpty();
    }

    @Test
    void aBowTieIsNoSliver() {
        assertThat(kinds("POLYGON((46.90 39.99, 46.91 40, 46.91 39.99, 46.90 40, 46.90 39.99))"))
                .containsExactly(Kind.SELF_CROSSING);
    }

    @Test
    void drawsEveryCrossingWithItsEdges() {
        var star = shape("POLYGON((46.90 39.99, 46.91 40, 46.89 40, 46.90 39.985, 46.905 40.01, 46.90 39.99))");

        var picture = OutlineRules.picture(star, OutlineLimits.USUAL, Kind.SELF_CROSSING);

        assertThat(picture.drawn())
                .filteredOn(drawn -> drawn.role() == Role.CROSSING)
                .hasSizeGreaterThan(1);
        assertThat(picture.drawn())
                .filteredOn(drawn -> drawn.role() == Role.EDGE)
                .hasSizeGreaterThan(3);
    }

    @Test
    void theLengthOfAnEdgeIsMeasuredOnTheEllipsoid() {
        var fault = OutlineRules.check(
                        shape("POLYGON((46.90 39.99, 47.00 39.99, 46.91 40, 46.90 39.99))"), OutlineLimits.USUAL)
                .get(0);

        assertThat(fault.kind()).isEqualTo(Kind.LONG_EDGE);
        assertThat(fault.amount()).isBetween(8_500.0, 8_600.0);
        assertThat(fault.count()).isEqualTo(2);
    }

    @Test
    void theSameOutlineHasTheSamePrintWhereverItBeginsAndWhicheverWayItRuns() {
        long print = OutlinePrint.of(shape("POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 39.99))"));

        assertThat(OutlinePrint.of(shape("POLYGON((46.91 39.99, 46.91 40, 46.90 39.99, 46.91 39.99))")))
                .isEqualTo(print);
        assertThat(OutlinePrint.of(shape("40 46.91; 39.99 46.91; 39.99 46.90"))).isEqualTo(print);
        assertThat(OutlinePrint.of(shape("40 46.91; 39.99 46.91; 39.99 46.91; 39.99 46.90")))
                .isEqualTo(print);
        assertThat(OutlinePrint.of(shape("40 46.91; 39.99 46.91; 39.99 46.9001")))
                .isNotEqualTo(print);
    }

    @Test
    void theReadingsOfABowTieDifferFromItsHull() {
        var readings = OutlineReadings.of(shape("39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90"))
                .orElseThrow();

        assertThat(readings.convexHull().value())
                .isBetween(
                        readings.evenOdd().value() * 2 - 1_000,
                        readings.evenOdd().value() * 2 + 1_000);
        assertThat(readings.nonZero()).isEqualTo(readings.evenOdd());
    }

    @Test
    void groundGoneRoundTwiceIsReadInTwoWays() {
        var twice = shape("POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 40, 46.90 39.99,"
                + " 46.895 39.985, 46.915 39.985, 46.915 40.005, 46.895 40.005, 46.895 39.985, 46.90 39.99))");

        var readings = OutlineReadings.of(twice).orElseThrow();

        assertThat(readings.nonZero()).isGreaterThan(readings.evenOdd());
    }

    @Test
    void anOutlineOfAHundredThousandVerticesIsLookedAtInSeconds() {
        int corners = 99_999;
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = 0.3 + 0.02 * Math.sin(angle * 40);
            ring[i] = new Coordinate(46.9 + radius * Math.cos(angle), 39.99 + radius * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        var shape = GroundShape.of(WrittenGeometry.WGS84.createPolygon(ring));
        OutlineRules.check(shape, OutlineLimits.USUAL);

        long begin = System.nanoTime();
        var faults = OutlineRules.check(shape, OutlineLimits.USUAL);

        assertThat(faults).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
