// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.geo.WrittenGeometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Whatever happens on a field, in whatever order, the books balance. More histories than a build has time for:
 * {@code -Dhistories=1000}.
 */
class AreaLedgerHistoryTest {

    private static final int STEPS = 80;
    private static final List<String> BODIES = List.of("ONE", "TWO", "THREE");

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("histories", 30));
    }

    private record Entered(LandAct act, MultiPolygon outline) {}

    /** A field, the dice, and what stands. */
    private static final class History {
        private final Random random;
        private final Field field = new Field(new Borders(districts()));
        private final List<Entered> standing = new ArrayList<>();
        private final List<Map<Integer, Long>> seen = new ArrayList<>();

        History(int seed) {
            this.random = new Random(seed);
        }

        static Map<String, GroundShape> districts() {
            Map<String, GroundShape> districts = new TreeMap<>();
            districts.put("NORTH", Field.district(-500, 333.3, 1_500, 1_500));
            districts.put("SOUTH", Field.district(-500, -500, 1_500, 833.3));
            return districts;
        }

        void step(int day) {
            switch (random.nextInt(17)) {
                case 0, 1 -> enter(LandActKind.SUSPECTED, day);
                case 2 -> enter(LandActKind.CONFIRMED, day);
                case 3 -> enter(LandActKind.CANCELLED, day);
                case 4 -> enter(LandActKind.REDUCED, day);
                case 5, 6 -> enter(LandActKind.TASK_ISSUED, day);
                case 7 -> enter(LandActKind.CLEARANCE_COMPLETED, day);
                case 8 -> inspect(day);
                case 9 -> enter(LandActKind.HANDED_OVER, day);
                case 10 -> enter(LandActKind.REOPENED, day);
                case 11 -> enter(LandActKind.WORKED, day);
                case 12 -> withdraw();
                case 13, 14 -> flag(LandActKind.FLAG_RAISED, day);
                case 15 -> flag(LandActKind.FLAG_LIFTED, day);
                default -> correct();
            }
        }

        private LandAct act(LandActKind kind, int day, List<Long> lot) {
            // Some reports come late.
            int on = Math.max(1, random.nextInt(5) == 0 ? day - random.nextInt(30) : day);
            var act = field.act(kind, on, BODIES.get(random.nextInt(3)), "H" + random.nextInt(6), lot);
            return act;
        }

        private void enter(LandActKind kind, int day) {
            var act = act(kind, day, List.of());
            var outline = shape();
            field.books.enter(act, outline);
            standing.add(new Entered(act, outline));
        }

        private void flag(LandActKind kind, int day) {
            int on = Math.max(1, random.nextInt(5) == 0 ? day - random.nextInt(30) : day);
            var flags = GroundFlag.values();
            var act = field.flag(kind, flags[random.nextInt(flags.length)], on);
            var outline = shape();
            field.books.enter(act, outline);
            standing.add(new Entered(act, outline));
        }

        private void inspect(int day) {
            var completions = standing.stream()
                    .map(Entered::act)
                    .filter(act -> act.kind() == LandActKind.CLEARANCE_COMPLETED)
                    .toList();
            if (!completions.isEmpty()) {
                var completion = completions.get(random.nextInt(completions.size()));
                var kind = random.nextInt(3) == 0 ? LandActKind.QUALITY_FAILED : LandActKind.QUALITY_ACCEPTED;
                var act = act(kind, day, List.of(completion.id()));
                field.books.inspect(act);
            }
        }

        private void withdraw() {
            if (!standing.isEmpty()) {
                var gone = standing.remove(random.nextInt(standing.size()));
                field.books.withdraw(gone.act().id());
            }
        }

        private void correct() {
            if (!standing.isEmpty()) {
                var earlier = standing.remove(random.nextInt(standing.size()));
                field.books.withdraw(earlier.act().id());
                var act = Field.correcting(
                        field.act(
                                earlier.act().kind(),
                                earlier.act().on().getDayOfYear(),
                                earlier.act().account().organisation(),
                                String.valueOf(earlier.act().hazard())),
                        earlier.act());
                var outline = shape();
                field.books.enter(act, outline);
                standing.add(new Entered(act, outline));
            }
        }

        private MultiPolygon shape() {
            if (random.nextInt(4) == 0 && !standing.isEmpty()) {
                return standing.get(random.nextInt(standing.size())).outline();
            }
            double east = random.nextDouble() * 800;
            double north = random.nextDouble() * 800;
            if (random.nextBoolean()) {
                // Sheets laid edge to edge, as daily reports are.
                return Field.rectangle(
                        Math.floor(east / 50) * 50,
                        Math.floor(north / 50) * 50,
                        50 + random.nextInt(4) * 50,
                        50 + random.nextInt(3) * 50);
            }
            int corners = 3 + random.nextInt(9);
            var ring = new Coordinate[corners + 1];
            for (int i = 0; i < corners; i++) {
                double radius = 20 + random.nextDouble() * 150;
                double angle = 2 * Math.PI * i / corners;
                ring[i] = Field.at(east + radius * Math.cos(angle), north + radius * Math.sin(angle));
            }
            ring[corners] = ring[0].copy();
            return WrittenGeometry.WGS84.createMultiPolygon(new Polygon[] {WrittenGeometry.WGS84.createPolygon(ring)});
        }

        /** What was hazardous on some days, as known now. */
        void lookBack() {
            var picture = new TreeMap<Integer, Long>();
            for (int day = 30; day < 300; day += 60) {
                picture.put(day, field.books.hazardous(Field.day(day), field.books.moment, line -> true));
            }
            picture.put(-1, (long) field.books.moment);
            seen.add(picture);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksBalance(int seed) {
        var history = new History(seed);
        for (int step = 0; step < STEPS; step++) {
            history.step(1 + step * 4);
            if (step % 20 == 19) {
                everySquareMetreIsAccountedFor(history.field.books);
                theBooksOfADaySayHowTheGroundStood(history.field.books);
                history.lookBack();
            }
        }

        noneOverlap(history.field.books.pieces());
        noneOverlap(history.field.books.workedPieces());
        thePastDoesNotChange(history);
        onlyWhatStandsCounts(history);
        takenBackNothingRemains(history);
    }

    private static void everySquareMetreIsAccountedFor(PaperBooks books) {
        for (var district : List.of("NORTH", "SOUTH", "")) {
            for (var hazardClass : HazardClass.values()) {
                long standing = books.pieces().stream()
                        .filter(piece -> piece.district().equals(district))
                        .filter(piece -> books.status(piece).inBalance()
                                && books.status(piece).hazardClass() == hazardClass)
                        .mapToLong(piece -> piece.area().value())
                        .sum();
                assertThat(books.hazardous(
                                Field.day(366),
                                Integer.MAX_VALUE,
                                line -> line.district().equals(district)
                                        && line.posting().hazardClass() == hazardClass))
                        .isEqualTo(standing);
            }
        }
        for (int i = 0; i < 6; i++) {
            var hazard = "H" + i;
            assertThat(books.hazardous(
                            Field.day(366),
                            Integer.MAX_VALUE,
                            line -> hazard.equals(line.posting().hazard())))
                    .isEqualTo(books.area(status -> status.inBalance() && hazard.equals(status.hazard())));
        }
        for (var body : BODIES) {
            assertThat(books.hazardous(
                            Field.day(366),
                            Integer.MAX_VALUE,
                            line -> line.posting().account().organisation().equals(body)))
                    .isEqualTo(books.area(status -> status.inBalance()
                            && status.account() != null
                            && status.account().organisation().equals(body)));
        }
        assertThat(books.sum(Movement.WORKED)).isEqualTo(books.worked());
        assertThat(books.sum(Movement.TRANSFERRED_IN)).isEqualTo(books.sum(Movement.TRANSFERRED_OUT));
        assertThat(books.sum(Movement.AWAITING_INSPECTION)).isEqualTo(books.area(LandState.CLEARED_PENDING_QC));
        assertThat(books.sum(Movement.UNDER_WORK)).isEqualTo(books.area(LandState.UNDER_WORK));
        assertThat(books.sum(Movement.HANDED_OVER)).isEqualTo(books.area(LandState.RELEASED));
    }

    /** On every day, also on those of which reports came late, the books say what the pieces say. */
    private static void theBooksOfADaySayHowTheGroundStood(PaperBooks books) {
        for (int day = 15; day <= 366; day += 13) {
            var on = Field.day(day);
            assertThat(books.hazardous(on, Integer.MAX_VALUE, line -> true))
                    .isEqualTo(books.areaOn(on, GroundStatus::inBalance));
            for (var hazardClass : HazardClass.values()) {
                for (var flag : List.of(GroundFlag.SUSPENDED, GroundFlag.INACCESSIBLE)) {
                    assertThat(books.sumOn(
                                    on, flag.movement(), line -> line.posting().hazardClass() == hazardClass))
                            .as("%s %s on %s", hazardClass, flag, on)
                            .isEqualTo(books.areaOn(
                                    on,
                                    status -> status.inBalance()
                                            && status.hazardClass() == hazardClass
                                            && status.flags().standing().contains(flag)));
                }
            }
        }
    }

    private static void noneOverlap(List<Piece> pieces) {
        var grounds = pieces.stream().map(Piece::ground).toList();
        assertThat(grounds).allMatch(MultiPolygon::isValid);
        double sum = grounds.stream().mapToDouble(GeodesicArea::squareMetres).sum();
        assertThat(GeodesicArea.squareMetres(GroundOverlay.together(grounds))).isCloseTo(sum, within(1e-6 * sum + 0.1));
        long accounts = pieces.stream().mapToLong(piece -> piece.area().value()).sum();
        assertThat((double) accounts).isCloseTo(sum, within(1e-4 * sum + grounds.size()));
    }

    private static void thePastDoesNotChange(History history) {
        for (var picture : history.seen) {
            int known = picture.getOrDefault(-1, 0L).intValue() - 1;
            picture.forEach((day, hazardous) -> {
                if (day > 0) {
                    assertThat(history.field.books.hazardous(Field.day(day), known, line -> true))
                            .isEqualTo(hazardous);
                }
            });
        }
    }

    /** Entering only what stands, in its order, gives the same ground in the same states. */
    private static void onlyWhatStandsCounts(History history) {
        var books = history.field.books;
        var inspections = books.pieces().stream()
                .flatMap(piece -> piece.acts().stream())
                .distinct()
                .map(books::act)
                .filter(act -> !act.lot().isEmpty())
                .toList();
        var all = new ArrayList<>(history.standing);
        inspections.forEach(act -> all.add(new Entered(act, Field.rectangle(0, 0, 1, 1))));
        all.sort(java.util.Comparator.comparing(Entered::act));
        var again = new PaperBooks(new Borders(History.districts()));
        for (var entered : all) {
            if (entered.act().lot().isEmpty()) {
                again.enter(entered.act(), entered.outline());
            } else {
                again.inspect(entered.act());
            }
        }

        assertThat(areas(again)).allSatisfy((state, area) -> assertThat((double) area)
                .isCloseTo((double) books.area(state), within(200.0)));
    }

    private static Map<LandState, Long> areas(PaperBooks books) {
        var areas = new EnumMap<LandState, Long>(LandState.class);
        for (var state : LandState.values()) {
            areas.put(state, books.area(state));
        }
        return areas;
    }

    private static void takenBackNothingRemains(History history) {
        var books = history.field.books;
        for (var entered : history.standing) {
            books.withdraw(entered.act().id());
        }
        for (var movement : Movement.values()) {
            assertThat(books.sum(movement)).as(movement.name()).isZero();
        }
        assertThat(books.refusals()).isEmpty();
    }
}
