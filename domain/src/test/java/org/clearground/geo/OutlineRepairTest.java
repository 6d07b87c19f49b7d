// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clearground.geo.OutlineFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class OutlineRepairTest {

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    /** A star-shaped outline of some hectares, which never crosses itself. */
    private static List<Coordinate> star(Random random, double longitude, double latitude) {
        int corners = random.nextInt(4, 40);
        var ring = new ArrayList<Coordinate>();
        for (int i = 0; i < corners; i++) {
            double radius = 0.002 + random.nextDouble() * 0.004;
            double angle = 2 * Math.PI * i / corners;
            ring.add(new Coordinate(longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)));
        }
        return ring;
    }

    /** Slips as hands and programmes make them, none of which adds ground. */
    private static List<Coordinate> withSlips(Random random, List<Coordinate> ring) {
        var slipped = new ArrayList<Coordinate>();
        for (int i = 0; i < ring.size(); i++) {
            var vertex = ring.get(i);
            slipped.add(vertex.copy());
            switch (random.nextInt(8)) {
                case 0 -> slipped.add(vertex.copy());
                case 1 -> {
                    slipped.add(new Coordinate(
                            vertex.x + random.nextDouble() * 0.01 + 0.0001, vertex.y + random.nextDouble() * 0.01));
                    slipped.add(vertex.copy());
                }
                default -> {}
            }
        }
        slipped.add(slipped.get(0).copy());
        if (random.nextBoolean()) {
            slipped.add(slipped.get(0).copy());
        }
        return slipped;
    }

    private static Polygon polygon(List<Coordinate> closed) {
        return WrittenGeometry.WGS84.createPolygon(closed.toArray(Coordinate[]::new));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRepairChangesNoAreaAndLeavesNoneOfWhatItRepairs(int seed) {
        var random = new Random(seed);
        var parts = new ArrayList<Polygon>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var part = polygon(withSlips(random, star(random, 46 + i * 0.1, 39)));
            parts.add(part);
            if (random.nextInt(4) == 0) {
                parts.add(part);
            }
        }
        var written = GroundShape.of(GroundOverlay.of(parts));

        var repair = OutlineRepair.of(written);

        if (repair.isEmpty()) {
            assertThat(kinds(written))
                    .doesNotContain(Kind.CLOSING_POINT_TWICE, Kind.REPEATED_VERTEX, Kind.SPIKE, Kind.REPEATED_RING);
            return;
        }
        var after = repair.get();
        assertThat(Math.abs(after.areaAfter() - after.areaBefore()) / after.areaBefore())
                .as("share of the area that changed")
                .isLessThanOrEqualTo(OutlineRepair.UNCHANGED);
        assertThat(kinds(after.repaired()))
                .doesNotContainAnyElementsOf(after.done().keySet());
        assertThat(kinds(written)).containsAll(after.done().keySet());
        assertThat(OutlineRepair.of(after.repaired())).as("a second repair").isEmpty();
    }

    private static List<Kind> kinds(GroundShape shape) {
        return OutlineRules.check(shape, OutlineLimits.USUAL).stream()
                .map(OutlineFault::kind)
                .toList();
    }

    @Test
    void aSpikeTakenOutMakesTheOutlineValid() throws UnreadableGeometryException {
        var written = WrittenGeometry.readShape(
                "POLYGON((46.90 39.99, 46.91 39.99, 46.92 39.98, 46.91 39.99," + " 46.91 40, 46.90 40, 46.90 39.99))");

        var repaired = OutlineRepair.of(written).orElseThrow();

        assertThat(written.fault()).isPresent();
        assertThat(repaired.repaired().fault()).isEmpty();
        assertThat(repaired.done()).containsOnlyKeys(Kind.SPIKE);
        assertThat(repaired.repaired().vertices()).isEqualTo(5);
    }

    @Test
    void aBowTieIsNotRepaired() throws UnreadableGeometryException {
        assertThat(OutlineRepair.of(WrittenGeometry.readShape("39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90")))
                .isEmpty();
    }

    @Test
    void aVertexThatBearsGroundStays() throws UnreadableGeometryException {
        var written = WrittenGeometry.readShape(
                "POLYGON((46.90 39.99, 46.91 39.99, 46.91 40," + " 46.9100009 40.0000009, 46.90 40, 46.90 39.99))");

        assertThat(kinds(written)).containsExactly(Kind.REPEATED_VERTEX);
        assertThat(OutlineRepair.of(written)).isEmpty();
    }
}
