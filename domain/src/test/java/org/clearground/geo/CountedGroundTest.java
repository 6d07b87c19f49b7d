// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.groups.Tuple;
import org.clearground.geo.CountedGround.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class CountedGroundTest {

    /** About a metre. */
    private static final double METRE = 1e-5;

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySquareMetreIsCountedOnce(int seed) {
        var shapes = scattered(new Random(seed), 80, 0.006);

        var counted = CountedGround.of(shapes);

        var pieces = pieces(counted);
        assertThat(pieces).allMatch(Geometry::isValid).allMatch(CountedGroundTest::isOnGrid);
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlay(pieces.get(i), pieces.get(j), OverlayNG.INTERSECTION))
                        .as("pieces %d and %d", j, i)
                        .isZero();
            }
        }
        assertThat(counted.squareMetres())
                .as("the sum of the pieces is the area of their union")
                .isCloseTo(GeodesicArea.squareMetres(union(pieces)), relative(1e-9, counted.squareMetres()));
        assertThat(counted.squareMetres())
                .as("no more than a grid's width from the union of the shapes as they came")
                .isCloseTo(GeodesicArea.squareMetres(union(shapes)), relative(1e-6, counted.squareMetres()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfArrivalSaysWhoCountsAndNotHowMuch(int seed) {
        var random = new Random(seed);
        var shapes = scattered(random, 60, 0.008);
        var inOrder = CountedGround.of(shapes);

        Collections.shuffle(shapes, random);
        var inAnother = CountedGround.of(shapes);

        assertThat(inAnother.squareMetres()).isCloseTo(inOrder.squareMetres(), relative(1e-11, inOrder.squareMetres()));
        assertThat(sharedIn(inAnother)).isCloseTo(sharedIn(inOrder), relative(1e-11, inOrder.squareMetres()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNumberOfThreadsChangesNothing(int seed) throws Exception {
        var shapes = scattered(new Random(seed), 100, 0.008);
        var one = new ForkJoinPool(1);
        var several = new ForkJoinPool(5);

        var alone = one.submit(() -> CountedGround.of(shapes)).get();
        var together = several.submit(() -> CountedGround.of(shapes)).get();

        assertThat(together.squareMetres()).isEqualTo(alone.squareMetres());
        assertThat(together.overlaps()).isEqualTo(alone.overlaps());
        for (int i = 0; i < shapes.size(); i++) {
            assertThat(together.piece(i).equalsExact(alone.piece(i))).isTrue();
        }
        one.shutdown();
        several.shutdown();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOverlapIsListedWithWhatIsShared(int seed) {
        var shapes = scattered(new Random(seed), 40, 0.006);

        var overlaps = CountedGround.of(shapes).overlaps();

        for (int later = 0; later < shapes.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                int first = earlier;
                int second = later;
                double shared = overlay(shapes.get(earlier), shapes.get(later), OverlayNG.INTERSECTION);
                double listed = overlaps.stream()
                        .filter(overlap -> overlap.earlier() == first && overlap.later() == second)
                        .mapToDouble(Overlap::squareMetres)
                        .sum();
                assertThat(listed).isCloseTo(shared, within(0.2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsInsideAndOutsideOfDistrictsMakesTheWhole(int seed) {
        var random = new Random(seed);
        var shapes = scattered(random, 150, 0.02);
        var counted = CountedGround.of(shapes);
        var west = district(random, 45.99, 46.01, 800);
        var east = OverlayNGRobust.overlay(district(random, 46.0, 46.016, 800), west, OverlayNG.DIFFERENCE);

        var split = counted.byArea(List.of(west, east));

        var all = union(pieces(counted));
        assertThat(split.inside().get(0))
                .isCloseTo(overlay(all, west, OverlayNG.INTERSECTION), relative(1e-6, counted.squareMetres()));
        assertThat(split.inside().get(1))
                .isCloseTo(overlay(all, east, OverlayNG.INTERSECTION), relative(1e-6, counted.squareMetres()));
        assertThat(split.inside().get(0) + split.inside().get(1) + split.outside())
                .isCloseTo(counted.squareMetres(), relative(1e-12, counted.squareMetres()));
    }

    @Test
    void areasThatOverlapAreRefused() throws ParseException {
        var counted = CountedGround.of(List.of(square(0, 0, 100)));
        var partlyAndWholly = List.of(square(-50, -50, 100), square(-10, -10, 120));
        var bothWholly = List.of(square(-50, -50, 200), square(-10, -10, 120));

        assertThatThrownBy(() -> counted.byArea(partlyAndWholly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> counted.byArea(bothWholly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void aBowTieIsRefusedByItsPlace() throws ParseException {
        var shapes = List.of(square(0, 0, 10), shape("POLYGON ((46 39, 46.001 39.001, 46.001 39, 46 39.001, 46 39))"));

        assertThatThrownBy(() -> CountedGround.of(shapes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape 1");
    }

    @Test
    void aVertexWithoutPositionIsRefusedByItsPlace() {
        var nowhere = WrittenGeometry.WGS84.createPolygon(new Coordinate[] {
            new Coordinate(46, 39),
            new Coordinate(46.001, Double.NaN),
            new Coordinate(46.001, 39.001),
            new Coordinate(46, 39)
        });

        assertThatThrownBy(() -> CountedGround.of(List.of(nowhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape 0");
    }

    @Test
    void aPointIsNoGround() throws ParseException {
        var shapes = List.of(shape("POINT (46 39)"));

        assertThatThrownBy(() -> CountedGround.of(shapes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNothing() {
        var counted = CountedGround.of(List.of());

        assertThat(counted.squareMetres()).isZero();
        assertThat(counted.byArea(List.of()).outside()).isZero();
    }

    @Test
    void aSpikeThinnerThanTheGridIsCutOff() throws ParseException {
        var spiked = shape("POLYGON ((46 39, 46.001 39, 46.001 39.0005, 46.002 39.0005000000001,"
                + " 46.001 39.0005000000002, 46.001 39.001, 46 39.001, 46 39))");

        var counted = CountedGround.of(List.of(spiked));

        assertThat(counted.piece(0).isValid()).isTrue();
        assertThat(counted.piece(0).getEnvelopeInternal().getMaxX()).isEqualTo(46.001);
    }

    @Test
    void shapesThatOnlyTouchDoNotOverlap() throws ParseException {
        var counted = CountedGround.of(List.of(square(0, 0, 100), square(100, 0, 100), square(200, 100, 50)));

        assertThat(counted.overlaps()).isEmpty();
        assertThat(counted.squareMetres())
                .isEqualTo(counted.squareMetres(0) + counted.squareMetres(1) + counted.squareMetres(2));
    }

    @Test
    void ringsThatTouchAreOneShape() throws ParseException {
        var holeAtTheBorder = shape("POLYGON ((46 39, 46.002 39, 46.002 39.002, 46 39.002, 46 39),"
                + " (46.001 39, 46.0015 39.001, 46.0005 39.001, 46.001 39))");
        var across = square(50, -50, 120);

        var counted = CountedGround.of(List.of(holeAtTheBorder, across));

        assertAddsUp(counted, List.of(holeAtTheBorder, across));
    }

    @Test
    void bordersThatNearlyCoincideAreOneBorder() throws ParseException {
        var one = shape("POLYGON ((46 39, 46.001 39, 46.001 39.001, 46 39.001, 46 39))");
        var other =
                shape("POLYGON ((46.001000001 39, 46.002 39, 46.002 39.001, 46.000999999 39.001, 46.001000001 39))");
        var third = shape("POLYGON ((46.000000001 39.000000001, 46.001000001 39, 46.001 39.001000001, 46 39.001,"
                + " 46.000000001 39.000000001))");

        var counted = CountedGround.of(List.of(one, other, third));

        assertThat(counted.piece(2).isEmpty()).isTrue();
        assertThat(counted.overlaps())
                .extracting(Overlap::earlier, Overlap::later)
                .containsExactly(tuple(0, 2));
        assertAddsUp(counted, List.of(one, other, third));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bordersAMillimetreApartGiveSliversAndNoErrors(int seed) {
        var random = new Random(seed);
        var first = star(random, 0, 0, 100, 30);
        var shapes = new ArrayList<Geometry>();
        for (int i = 0; i < 12; i++) {
            shapes.add(jittered(first, random, random.nextBoolean() ? 1e-8 : 3e-9));
        }
        shapes.removeIf(shape -> !shape.isValid());

        var counted = CountedGround.of(shapes);

        assertThat(pieces(counted)).allMatch(Geometry::isValid).allMatch(CountedGroundTest::isOnGrid);
        assertThat(counted.squareMetres())
                .isCloseTo(GeodesicArea.squareMetres(union(pieces(counted))), relative(1e-9, counted.squareMetres()))
                .isCloseTo(GeodesicArea.squareMetres(union(shapes)), within(first.getLength() / METRE * 0.001))
                .isCloseTo(GeodesicArea.squareMetres(first), relative(1e-3, counted.squareMetres()));
    }

    /** Every crossing, vertex and border of these lies within a few cells of others. */
    @ParameterizedTest
    @MethodSource("seeds")
    void shapesOfAFewCellsAreCountedOnceToo(int seed) {
        var random = new Random(seed);
        var shapes = new ArrayList<Geometry>();
        while (shapes.size() < 30) {
            var ring = new Coordinate[5];
            for (int i = 0; i < 4; i++) {
                ring[i] = new Coordinate(
                        Math.round(4.6e9 + random.nextInt(12)) / 1e8, Math.round(3.9e9 + random.nextInt(12)) / 1e8);
            }
            ring[4] = ring[0].copy();
            var shape = WrittenGeometry.WGS84.createPolygon(ring);
            if (shape.isValid()) {
                shapes.add(shape);
            }
        }

        var counted = CountedGround.of(shapes);

        assertThat(pieces(counted)).allMatch(Geometry::isValid).allMatch(CountedGroundTest::isOnGrid);
        assertThat(counted.squareMetres())
                .isCloseTo(GeodesicArea.squareMetres(union(pieces(counted))), relative(1e-6, counted.squareMetres()));
    }

    @Test
    void aShapeReportedAThousandTimesIsCountedOnce() {
        var star = star(new Random(1), 0, 0, 100, 20);
        var neighbour = star(new Random(2), 80, 0, 100, 20);
        var shapes = new ArrayList<Geometry>(Collections.nCopies(1_000, star));
        shapes.add(500, neighbour);

        var counted = CountedGround.of(shapes);

        assertThat(counted.squareMetres(0) + counted.squareMetres(500)).isEqualTo(counted.squareMetres());
        assertThat(counted.overlaps()).hasSize(1_000 * 999 / 2 + 1_000);
        assertThat(counted.overlaps())
                .filteredOn(overlap -> overlap.later() == 500 || overlap.earlier() == 500)
                .hasSize(1_000)
                .allMatch(overlap -> overlap.squareMetres() > 1_000);
    }

    @Test
    void groundInAHoleIsCountedAndTheHoleIsNot() throws ParseException {
        var ring = shape("POLYGON ((46 39, 46.003 39, 46.003 39.003, 46 39.003, 46 39),"
                + " (46.001 39.001, 46.002 39.001, 46.002 39.002, 46.001 39.002, 46.001 39.001))");
        var island = square(120, 120, 50);
        var all = square(-10, -10, 320);

        var islandLater = CountedGround.of(List.of(ring, island));
        var everythingLater = CountedGround.of(List.of(ring, island, all));
        var everythingFirst = CountedGround.of(List.of(all, island, ring));

        assertThat(islandLater.overlaps()).isEmpty();
        assertAddsUp(islandLater, List.of(ring, island));
        assertThat(everythingLater.overlaps()).hasSize(2);
        assertAddsUp(everythingLater, List.of(ring, island, all));
        assertThat(everythingFirst.squareMetres(1)).isZero();
        assertThat(everythingFirst.squareMetres(2)).isZero();
        assertThat(everythingFirst.squareMetres())
                .isCloseTo(everythingLater.squareMetres(), relative(1e-12, everythingLater.squareMetres()));
    }

    @Test
    void aPartInsideAnotherShapeAndAPartOutsideAreToldApart() throws ParseException {
        var large = square(0, 0, 200);
        var two = shape("MULTIPOLYGON (((46.0005 39.0005, 46.001 39.0005, 46.001 39.001, 46.0005 39.0005)),"
                + " ((46.003 39.001, 46.004 39.001, 46.004 39.0015, 46.003 39.001)))");
        var between = square(250, 0, 400);

        assertAddsUp(CountedGround.of(List.of(large, two)), List.of(large, two));
        assertAddsUp(CountedGround.of(List.of(two, large)), List.of(two, large));
        assertAddsUp(CountedGround.of(List.of(large, between, two)), List.of(large, between, two));
    }

    @Test
    void tenThousandShapesInOneChain() {
        var random = new Random(7);
        var shapes = new ArrayList<Geometry>();
        for (int i = 0; i < 10_000; i++) {
            shapes.add(star(random, 60 * (i % 1000), 300 * (i / 1000), 50, 20));
        }

        var counted = CountedGround.of(shapes);

        assertThat(counted.overlaps()).hasSizeGreaterThan(9_000);
        assertAddsUp(counted, shapes);
    }

    @Test
    void aLargeShapeThatThousandsOverlap() {
        var random = new Random(8);
        var large = star(random, 0, 0, 3_000, 60);
        var shapes = new ArrayList<Geometry>();
        for (int i = 0; i < 3_000; i++) {
            shapes.add(star(random, random.nextInt(-3_000, 3_000), random.nextInt(-3_000, 3_000), 40, 12));
        }
        var before = new ArrayList<>(shapes);
        before.add(0, large);
        shapes.add(large);

        var last = CountedGround.of(shapes);
        var first = CountedGround.of(before);

        assertAddsUp(last, shapes);
        assertThat(first.squareMetres()).isCloseTo(last.squareMetres(), relative(1e-11, last.squareMetres()));
    }

    @Test
    @Timeout(120)
    void aShapeOfAMillionVertices() {
        var random = new Random(9);
        var large = coast(random, 5_000, 1_000_000);
        var shapes = new ArrayList<Geometry>(List.of(large));
        for (int i = 0; i < 300; i++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double distance = 4_000 + random.nextInt(2_000);
            shapes.add(star(random, distance * Math.cos(angle), distance * Math.sin(angle), 60, 20));
        }
        shapes.add(star(random, 3_000, 0, 4_000, 1_000));

        var counted = CountedGround.of(shapes);

        assertThat(counted.overlaps()).hasSizeGreaterThan(100);
        assertThat(counted.squareMetres())
                .isCloseTo(GeodesicArea.squareMetres(union(shapes)), relative(1e-6, counted.squareMetres()));
    }

    private static void assertAddsUp(CountedGround counted, List<Geometry> shapes) {
        assertThat(pieces(counted)).allMatch(Geometry::isValid).allMatch(CountedGroundTest::isOnGrid);
        assertThat(counted.squareMetres())
                .isCloseTo(GeodesicArea.squareMetres(union(pieces(counted))), relative(1e-9, counted.squareMetres()))
                .isCloseTo(GeodesicArea.squareMetres(union(shapes)), relative(2e-6, counted.squareMetres()));
    }

    private static Offset<Double> relative(double share, double of) {
        return within(share * of);
    }

    private static double sharedIn(CountedGround counted) {
        return counted.overlaps().stream().mapToDouble(Overlap::squareMetres).sum();
    }

    private static Tuple tuple(int earlier, int later) {
        return Tuple.tuple(earlier, later);
    }

    private static List<Geometry> pieces(CountedGround counted) {
        return IntStream.range(0, counted.size())
                .<Geometry>mapToObj(counted::piece)
                .toList();
    }

    private static boolean isOnGrid(Geometry ground) {
        for (var vertex : ground.getCoordinates()) {
            if (vertex.x != Math.round(vertex.x * 1e8) / 1e8 || vertex.y != Math.round(vertex.y * 1e8) / 1e8) {
                return false;
            }
        }
        return true;
    }

    private static double overlay(Geometry one, Geometry other, int operation) {
        return GeodesicArea.squareMetres(OverlayNGRobust.overlay(one, other, operation));
    }

    private static Geometry union(List<Geometry> shapes) {
        return OverlayNGRobust.union(shapes);
    }

    private static Geometry shape(String text) throws ParseException {
        return new WKTReader(WrittenGeometry.WGS84).read(text);
    }

    private static Geometry square(double east, double north, double side) throws ParseException {
        return WrittenGeometry.WGS84.createPolygon(new Coordinate[] {
            at(east, north),
            at(east + side, north),
            at(east + side, north + side),
            at(east, north + side),
            at(east, north)
        });
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(
                Math.round((46 + east * METRE) * 1e7) / 1e7, Math.round((39 + north * METRE) * 1e7) / 1e7);
    }

    private static List<Geometry> scattered(Random random, int shapes, double degrees) {
        var scattered = new ArrayList<Geometry>();
        for (int i = 0; i < shapes; i++) {
            scattered.add(star(
                    random,
                    random.nextDouble() * degrees / METRE,
                    random.nextDouble() * degrees / METRE,
                    30 + random.nextDouble() * 80,
                    random.nextInt(5, 32)));
        }
        return scattered;
    }

    private static Polygon star(Random random, double east, double north, double radius, int corners) {
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = radius * METRE * (0.5 + 0.5 * random.nextDouble());
            ring[i] = new Coordinate(
                    46 + east * METRE + distance * Math.cos(angle), 39 + north * METRE + distance * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return WrittenGeometry.WGS84.createPolygon(ring);
    }

    /** Bays and capes, and between them steps of a few centimetres. */
    private static Polygon coast(Random random, double radius, int corners) {
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = radius * METRE * (0.9 + 0.1 * Math.sin(40 * angle)) + 1e-7 * random.nextDouble();
            ring[i] = new Coordinate(46 + distance * Math.cos(angle), 39 + distance * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return WrittenGeometry.WGS84.createPolygon(ring);
    }

    private static Geometry jittered(Geometry shape, Random random, double degrees) {
        var ring = shape.copy().getCoordinates();
        for (int i = 0; i < ring.length - 1; i++) {
            ring[i].x += degrees * random.nextInt(-2, 3);
            ring[i].y += degrees * random.nextInt(-2, 3);
        }
        ring[ring.length - 1] = ring[0].copy();
        return WrittenGeometry.WGS84.createPolygon(ring);
    }

    private static Polygon district(Random random, double west, double east, int corners) {
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = (east - west) / 2 * (0.9 + 0.1 * random.nextDouble());
            ring[i] =
                    new Coordinate((west + east) / 2 + distance * Math.cos(angle), 39.01 + distance * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return WrittenGeometry.WGS84.createPolygon(ring);
    }
}
