// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GroundOverlayTest {

    private static Geometry shape(String text) throws ParseException {
        return new WKTReader(WrittenGeometry.WGS84).read(text);
    }

    @Test
    void bordersThatOnlyTouchShareNoGround() throws ParseException {
        var one = shape("POLYGON ((46 39, 46.001 39, 46.001 39.001, 46 39.001, 46 39))");
        var other = shape("POLYGON ((46.001 39, 46.002 39, 46.002 39.001, 46.001 39.001, 46.001 39))");

        assertThat(GroundOverlay.shared(one, other).isEmpty()).isTrue();
    }

    @Test
    void bordersLessThanTheGridApartAreOneBorder() throws ParseException {
        var one = GroundOverlay.onGrid(shape("POLYGON ((46 39, 46.001 39, 46.001 39.001, 46 39.001, 46 39))"));
        var other = GroundOverlay.onGrid(
                shape("POLYGON ((46.001000004 39, 46.002 39, 46.002 39.001, 46.000999997 39.001, 46.001000004 39))"));

        assertThat(GroundOverlay.shared(one, other).isEmpty()).isTrue();
        assertThat(GroundOverlay.together(one, other).getNumGeometries()).isEqualTo(1);
    }

    @Test
    void groundThinnerThanTheGridIsGone() throws ParseException {
        assertThat(GroundOverlay.onGrid(shape("POLYGON ((46 39, 46.001 39, 46.001 39.000000001, 46 39))"))
                        .isEmpty())
                .isTrue();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSharedAndWhatIsBeyondMakeTheWhole(int seed) {
        var random = new Random(seed);
        var one = star(random);
        var other = star(random);

        var shared = GroundOverlay.shared(one, other);
        var beyond = GroundOverlay.beyond(one, other);

        assertThat(shared.isValid()).isTrue();
        assertThat(beyond.isValid()).isTrue();
        assertThat(GeodesicArea.squareMetres(shared) + GeodesicArea.squareMetres(beyond))
                .isCloseTo(GeodesicArea.squareMetres(one), within(0.5));
        assertThat(GroundOverlay.shared(shared, beyond).isEmpty()).isTrue();
    }

    private static Geometry star(Random random) {
        int corners = random.nextInt(3, 30);
        double longitude = 46 + random.nextDouble() * 0.002;
        double latitude = 39 + random.nextDouble() * 0.002;
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double radius = 0.0005 + random.nextDouble() * 0.001;
            double angle = 2 * Math.PI * i / corners;
            ring[i] = new Coordinate(longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return GroundOverlay.onGrid(WrittenGeometry.WGS84.createPolygon(ring));
    }
}
