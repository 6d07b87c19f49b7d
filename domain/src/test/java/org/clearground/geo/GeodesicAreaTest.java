// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;

class GeodesicAreaTest {

    private static final double METRES_PER_DEGREE = 111_320;

    /** It adds up areas down to the equator; what is left of that, in square metres, where the edges are short. */
    private static final double ROUNDING_OF_GEOGRAPHICLIB = 3e-4;

    static IntStream latitudes() {
        return IntStream.rangeClosed(0, 79).flatMap(latitude -> IntStream.of(latitude, -latitude));
    }

    @ParameterizedTest
    @MethodSource("latitudes")
    void theClosedFormAgreesWithGeodesicsFromTenMetresToFiveKilometres(int latitude) {
        var random = new Random(latitude);
        for (int i = 0; i < 100; i++) {
            double metres = 10 * Math.pow(500, random.nextDouble());
            var ring = star(random, latitude + 0.9 * random.nextDouble(), metres, random.nextInt(3, 40));

            double closedForm = GeodesicArea.ofShortEdges(ring);

            double solved = GeodesicArea.ofAnyEdges(ring);
            assertThat(closedForm)
                    .as("beside GeographicLib, %.0f m", metres)
                    .isCloseTo(solved, within(Math.max(ROUNDING_OF_GEOGRAPHICLIB, 1e-9 * solved)));
            assertThat(closedForm)
                    .as("beside edges cut in pieces along their geodesics, %.0f m", metres)
                    .isCloseTo(GeodesicArea.ofShortEdges(cut(ring)), within(Math.max(1e-4, 1e-9 * solved)));
        }
    }

    @Test
    void longEdgesAreSolvedOneByOne() {
        var degree = WrittenGeometry.WGS84.createPolygon(new Coordinate[] {
            new Coordinate(46, 39), new Coordinate(47, 39), new Coordinate(47, 40), new Coordinate(46, 39)
        });

        assertThat(GeodesicArea.squareMetres(degree))
                .isEqualTo(GeodesicArea.ofAnyEdges(degree.getExteriorRing().getCoordinateSequence()));
    }

    @Test
    void theDateLineIsNoEdgeAroundTheWorld() {
        var across = WrittenGeometry.WGS84.createPolygon(new Coordinate[] {
            new Coordinate(179.999, 10),
            new Coordinate(-179.999, 10),
            new Coordinate(-179.999, 10.001),
            new Coordinate(179.999, 10.001),
            new Coordinate(179.999, 10)
        });

        assertThat(GeodesicArea.squareMetres(across)).isBetween(24_000.0, 25_000.0);
    }

    /** The same ring with each edge in eight, points on the geodesic: pieces too short for a bend to be seen. */
    private static CoordinateSequence cut(CoordinateSequence ring) {
        var cut = new ArrayList<Coordinate>();
        for (int i = 1; i < ring.size(); i++) {
            var edge = Geodesic.WGS84.Inverse(ring.getY(i - 1), ring.getX(i - 1), ring.getY(i), ring.getX(i));
            var line = new GeodesicLine(Geodesic.WGS84, edge.lat1, edge.lon1, edge.azi1);
            cut.add(ring.getCoordinate(i - 1));
            for (int part = 1; part < 8; part++) {
                var point = line.Position(edge.s12 * part / 8);
                cut.add(new Coordinate(point.lon2, point.lat2));
            }
        }
        cut.add(ring.getCoordinate(0));
        return WrittenGeometry.WGS84.getCoordinateSequenceFactory().create(cut.toArray(Coordinate[]::new));
    }

    /** Spikes and gentle corners alike, edges up to twice as long as the radius. */
    private static CoordinateSequence star(Random random, double latitude, double metres, int corners) {
        double height = metres / METRES_PER_DEGREE / 2;
        double width = height / Math.cos(Math.toRadians(latitude));
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double radius = 0.2 + 0.8 * random.nextDouble();
            double angle = 2 * Math.PI * (i + 0.9 * random.nextDouble()) / corners;
            ring[i] =
                    new Coordinate(46 + width * radius * Math.cos(angle), latitude + height * radius * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return WrittenGeometry.WGS84.getCoordinateSequenceFactory().create(ring);
    }
}
