// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.WrittenGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Whatever teams report, correct and take back, in whatever order: each square metre counts once, for the right report. */
class WorkLedgerTest {

    private static final int STEPS = 40;

    private final Field field = new Field(new Borders(Map.of("ALL", Field.district(-500, -500, 2_000, 2_000))));
    private final PaperBooks books = field.books;
    private final List<LandAct> standing = new ArrayList<>();
    private final Map<Long, MultiPolygon> outlines = new TreeMap<>();
    private final Set<Timeline.SetAside> decided = new HashSet<>();

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("histories", 20));
    }

    /** A field of some hectares as somebody walks round it again: never twice the same. */
    private static MultiPolygon walkedRound(Random random, double east, double north, double radius) {
        var ring = new Coordinate[13];
        for (int i = 0; i < 12; i++) {
            double step = radius * (0.95 + random.nextDouble() / 10);
            double angle = 2 * Math.PI * i / 12;
            ring[i] = Field.at(east + step * Math.cos(angle), north + step * Math.sin(angle));
        }
        ring[12] = ring[0].copy();
        return WrittenGeometry.WGS84.createMultiPolygon(new Polygon[] {WrittenGeometry.WGS84.createPolygon(ring)});
    }

    private void enter(LandAct act, MultiPolygon outline) {
        books.enter(act, outline);
        standing.add(act);
        outlines.put(act.id(), GroundOverlay.onGrid(outline));
    }

    private MultiPolygon outline(LandAct act) {
        return java.util.Objects.requireNonNull(outlines.get(act.id()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySquareMetreCountsOnceForTheFirstThatWasNotSetAside(int seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random, step);
        }

        countedIsWhatStandingWorkCovers();
        placesCountForTheFirst(random);
        sharedGroundIsSaidAsItIs();
        standing.forEach(act -> books.withdraw(act.id()));
        assertThat(books.workedPieces()).isEmpty();
        assertThat(books.sum(Movement.WORKED)).isZero();
        assertThat(books.refusals()).isEmpty();
    }

    private void step(Random random, int step) {
        int what = random.nextInt(8);
        if (what < 4 || standing.size() < 3) {
            var act = field.act(LandActKind.WORKED, 1 + step, "BODY-" + random.nextInt(3));
            enter(act, walkedRound(random, random.nextInt(300), random.nextInt(300), 40 + random.nextInt(120)));
            return;
        }
        var one = standing.get(random.nextInt(standing.size()));
        switch (what) {
            case 4 -> {
                books.withdraw(one.id());
                standing.remove(one);
            }
            case 5, 6 -> {
                books.withdraw(one.id());
                standing.remove(one);
                var act = Field.correcting(
                        field.act(LandActKind.WORKED, 1 + step, one.account().organisation()), one);
                enter(act, walkedRound(random, random.nextInt(300), random.nextInt(300), 90));
            }
            default -> {
                var other = standing.get(random.nextInt(standing.size()));
                if (other.id() != one.id()) {
                    books.prefer(one.id(), other.id());
                    decided.remove(new Timeline.SetAside(other.id(), one.id()));
                    decided.add(new Timeline.SetAside(one.id(), other.id()));
                }
            }
        }
    }

    private void countedIsWhatStandingWorkCovers() {
        var pieces = books.workedPieces().stream().map(Piece::ground).toList();
        double counted = pieces.stream().mapToDouble(GeodesicArea::squareMetres).sum();
        assertThat(GeodesicArea.squareMetres(GroundOverlay.together(pieces)))
                .as("no two pieces share ground")
                .isCloseTo(counted, within(1.0));
        if (decided.isEmpty()) {
            assertThat(counted)
                    .isCloseTo(
                            GeodesicArea.squareMetres(GroundOverlay.together(
                                    standing.stream().map(this::outline).toList())),
                            within(50.0));
        }
        assertThat(books.sum(Movement.WORKED)).isEqualTo(books.worked());
        assertThat((double) books.worked()).isCloseTo(counted, within(pieces.size() + 50.0));
    }

    private void placesCountForTheFirst(Random random) {
        for (int i = 0; i < 300; i++) {
            var place = WrittenGeometry.WGS84.createPoint(
                    Field.at(random.nextDouble() * 500 - 100, random.nextDouble() * 500 - 100));
            var there = standing.stream()
                    .filter(act -> outline(act).contains(place))
                    .sorted()
                    .toList();
            boolean nearABorder =
                    standing.stream().anyMatch(act -> outline(act).getBoundary().isWithinDistance(place, 0.00003));
            if (nearABorder) {
                continue;
            }
            var expected = there.stream()
                    .filter(act -> there.stream()
                            .noneMatch(other -> decided.contains(new Timeline.SetAside(act.id(), other.id()))))
                    .map(LandAct::id)
                    .findFirst();
            var counts = books.workedPieces().stream()
                    .filter(piece -> piece.ground().contains(place))
                    .map(piece -> piece.acts().get(0))
                    .findFirst();
            assertThat(counts).as("at %s", place).isEqualTo(expected);
        }
    }

    private void sharedGroundIsSaidAsItIs() {
        var shared = new TreeMap<String, Long>();
        for (var piece : books.workedPieces()) {
            for (var act : standing) {
                long owner = piece.acts().get(0);
                double area = act.id() == owner
                        ? 0
                        : Split.parts(GroundOverlay.shared(piece.ground(), outline(act)))
                                .largeArea();
                if (Math.round(area) > 0) {
                    shared.merge(act.id() + " against " + owner, Math.round(area), Long::sum);
                }
            }
        }
        var said = new TreeMap<String, Long>();
        books.refusals()
                .forEach((refusal, squareMetres) ->
                        said.merge(refusal.act() + " against " + refusal.against(), squareMetres, Long::sum));
        assertThat(said).isEqualTo(shared);
    }

    @Test
    void aFieldDrawnAgainEveryDayIsNotCutToPieces() {
        var random = new Random(7);
        for (int day = 1; day <= 150; day++) {
            enter(field.act(LandActKind.WORKED, day, "ONE"), walkedRound(random, 0, 0, 120));
        }

        assertThat(books.workedPieces()).hasSizeLessThanOrEqualTo(150);
        countedIsWhatStandingWorkCovers();
        sharedGroundIsSaidAsItIs();

        books.withdraw(standing.get(0).id());
        standing.remove(0);
        countedIsWhatStandingWorkCovers();
        sharedGroundIsSaidAsItIs();
    }
}
