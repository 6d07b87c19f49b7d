// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.clearground.bulletins.Breakdown;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureRow;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.commands.Exampleland.Row;
import org.clearground.errors.FindingCode;
import org.clearground.ledger.Verification;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of ledger, registers and figures together, whatever operators send. */
class RegistersTest {

    @TempDir
    private Path directory = Path.of(".");

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rebuildingFromTheLedgerGivesTheSameRows(long seed) {
        var random = new Random(seed);
        try (var land = new Exampleland(directory)) {
            var rows = Exampleland.randomRows(random, "A", 30);
            land.importFile(land.file("first.csv", rows), true);
            land.importFile(land.file("waiting.csv", Exampleland.randomRows(random, "B", 10)), false);
            land.importFile(land.file("corrected.csv", corrected(random, rows)), true);
            decideOnSome(land, random);

            var before = land.registers();
            land.application().rebuild().run();

            assertThat(land.registers()).isEqualTo(before);
            assertThat(land.application().store().read(Verification::of).broken())
                    .isNull();
        }
    }

    /** The same numbers again, other quantities. */
    private static List<Row> corrected(Random random, List<Row> rows) {
        var corrected = new ArrayList<Row>();
        for (var row : rows.subList(0, rows.size() / 2)) {
            corrected.add(new Row(
                    row.number(),
                    row.organisation(),
                    row.day(),
                    row.district(),
                    row.hectares(),
                    row.category(),
                    row.quantity() + 1 + random.nextInt(3)));
        }
        return corrected;
    }

    private static void decideOnSome(Exampleland land, Random random) {
        var decisions = land.application().decisions();
        var waiting = land.application().store().read(transaction -> new ReportQueries(transaction)
                .list(ReportStatus.PENDING, null, 0, 100));
        decisions.decide(
                Decision.APPROVE,
                waiting.subList(0, 4).stream().map(report -> report.id()).toList(),
                null,
                new ReportDecisions.Decider("reviewer", null));
        decisions.decide(
                Decision.RETURN,
                List.of(waiting.get(5).id()),
                "the team is not named",
                new ReportDecisions.Decider("reviewer", null));
        var approved = land.application().store().read(transaction -> new ReportQueries(transaction)
                .list(ReportStatus.APPROVED, null, 0, 100));
        decisions.decide(
                Decision.WITHDRAW,
                List.of(approved.get(random.nextInt(approved.size())).id()),
                "reported for the wrong district",
                new ReportDecisions.Decider("reviewer", null));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderInWhichFilesArriveDoesNotMatter(long seed) throws java.io.IOException {
        var random = new Random(seed);
        var files = new ArrayList<List<Row>>();
        for (int i = 0; i < 4; i++) {
            files.add(Exampleland.randomRows(random, "F" + i, 8));
        }
        var shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);
        try (var one = new Exampleland(java.nio.file.Files.createDirectory(directory.resolve("one")));
                var other = new Exampleland(java.nio.file.Files.createDirectory(directory.resolve("other")))) {
            for (int i = 0; i < files.size(); i++) {
                one.importFile(one.file("f" + i + ".csv", files.get(i)), true);
                other.importFile(other.file("f" + i + ".csv", shuffled.get(i)), true);
            }

            assertThat(other.facts()).isEqualTo(one.facts());
            assertThat(values(other.bulletin().headline()))
                    .isEqualTo(values(one.bulletin().headline()));
        }
    }

    private static List<String> values(List<Figure> figures) {
        return figures.stream()
                .map(figure -> figure.value() + "/" + figure.rows())
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureIsTheSumOfItsRowsAndOfItsLines(long seed) {
        var random = new Random(seed);
        try (var land = new Exampleland(directory)) {
            land.importFile(land.file("week.csv", Exampleland.randomRows(random, "A", 60)), true);
            var bulletin = land.bulletin();

            for (var figure : bulletin.headline()) {
                assertThat(sumOfRows(land, figure))
                        .as(figure.definition().published())
                        .isEqualTo(figure.value().orElse(0));
            }
            for (var breakdown : bulletin.breakdowns()) {
                for (var definition : breakdown.columns()) {
                    assertThat(sumOfLines(breakdown, definition))
                            .as(definition.published() + " by " + breakdown.dimension())
                            .isEqualTo(bulletin.figure(definition).value().orElse(0));
                }
                for (var line : breakdown.lines()) {
                    for (var figure : line.figures()) {
                        if (figure.value().isPresent()) {
                            assertThat(sumOfRows(land, figure))
                                    .as(figure.definition().published() + " of " + line.key())
                                    .isEqualTo(figure.value().getAsLong());
                        }
                    }
                }
            }
        }
    }

    private static long sumOfLines(Breakdown breakdown, FigureDefinition definition) {
        return breakdown.lines().stream()
                .flatMap(line -> line.figures().stream())
                .filter(figure -> figure.definition() == definition)
                .mapToLong(figure -> figure.value().orElse(0))
                .sum();
    }

    /** Read page by page, as the site does. */
    private static long sumOfRows(Exampleland land, Figure figure) {
        return land.application().store().read(transaction -> {
            var figures = new SqlFigures(transaction);
            long sum = 0;
            long after = 0;
            for (List<FigureRow> page = figures.rows(figure.definition(), figure.scope(), figure.asOf(), 0, 7);
                    !page.isEmpty();
                    page = figures.rows(figure.definition(), figure.scope(), figure.asOf(), after, 7)) {
                for (var row : page) {
                    sum += row.value();
                    after = row.fid();
                }
            }
            return sum;
        });
    }

    @Test
    void aFigureKnownBeforeACorrectionStaysWhatItWas() throws InterruptedException {
        try (var land = new Exampleland(directory)) {
            var day = Exampleland.WEEK.from();
            land.importFile(
                    land.file("a.csv", List.of(new Row("R-1", "MES", day, "AZ-AGM", "12.5", "AV_MINE", 3))), true);
            Thread.sleep(5);
            var before = land.application().clock().instant();
            Thread.sleep(5);
            var result = land.importFile(
                    land.file("b.csv", List.of(new Row("R-1", "MES", day, "AZ-AGM", "10.5", "AV_MINE", 2))), true);

            assertThat(result.findingCounts())
                    .containsOnlyKeys(FindingCode.CORRECTS_REPORT, FindingCode.AREA_WITHOUT_GROUND);
            assertThat(mines(land.bulletin(before))).isEqualTo(3);
            assertThat(mines(land.bulletin())).isEqualTo(2);
            assertThat(land.bulletin()
                            .figure(FigureDefinition.AREA_CLEARED_DECLARED)
                            .value())
                    .hasValue(105_000);
        }
    }

    private static long mines(org.clearground.bulletins.Bulletin bulletin) {
        return bulletin.figure(FigureDefinition.ANTI_TANK_MINES_FOUND).value().getAsLong();
    }

    @Test
    void aWithdrawnReportCountsNoLonger() {
        try (var land = new Exampleland(directory)) {
            var day = Exampleland.WEEK.from();
            land.importFile(
                    land.file(
                            "a.csv",
                            List.of(
                                    new Row("R-1", "MES", day, "AZ-AGM", "12.5", "AV_MINE", 3),
                                    new Row("R-2", "MES", day, "AZ-FUZ", "1.5", "AV_MINE", 4))),
                    true);
            var first = land.application()
                    .store()
                    .read(transaction -> new ReportQueries(transaction).list(null, null, 0, 1))
                    .get(0);

            land.application()
                    .decisions()
                    .decide(
                            Decision.WITHDRAW,
                            List.of(first.id()),
                            "not ours",
                            new ReportDecisions.Decider("reviewer", null));

            assertThat(mines(land.bulletin())).isEqualTo(4);
        }
    }

    @Test
    void aFindChangedBehindTheLedgerIsNoticed() {
        try (var land = new Exampleland(directory)) {
            land.importFile(land.file("a.csv", Exampleland.randomRows(new Random(3), "A", 10)), true);
            var before = land.registers();
            assertThat(land.application().rebuild().firstDifference()).isEmpty();
            assertThat(land.registers()).isEqualTo(before);

            land.application().store().write(transaction -> transaction
                    .sql()
                    .sql("update finds set quantity = quantity + 1 where fid = 3")
                    .update());

            assertThat(land.application().rebuild().firstDifference()).contains("finds");
        }
    }

    @Test
    void nothingReportedIsNotZero() {
        try (var land = new Exampleland(directory)) {
            assertThat(land.bulletin().headline())
                    .allSatisfy(figure -> assertThat(figure.value()).isEmpty());

            land.importFile(
                    land.file(
                            "a.csv",
                            List.of(new Row("R-1", "MES", Exampleland.WEEK.from(), "AZ-AGM", "12.5", "AV_MINE", 3))),
                    true);

            assertThat(land.bulletin()
                            .figure(FigureDefinition.ANTI_PERSONNEL_MINES_FOUND)
                            .value())
                    .hasValue(0);
        }
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        try (var land = new Exampleland(directory)) {
            var file = land.file("a.csv", Exampleland.randomRows(new Random(1), "A", 10));
            land.importFile(file, true);
            var before = land.registers();

            var again = land.importFile(file, true);

            assertThat(again.importedBefore()).isNotNull();
            assertThat(again.reports()).isZero();
            assertThat(land.registers()).isEqualTo(before);
        }
    }

    @Test
    void theSameReportInAnotherFileIsBlocked() {
        try (var land = new Exampleland(directory)) {
            var row = new Row("R-1", "MES", Exampleland.WEEK.from(), "AZ-AGM", "12.5", "AV_MINE", 3);
            land.importFile(land.file("a.csv", List.of(row)), true);

            var again = land.importFile(
                    land.file(
                            "b.csv",
                            List.of(row, new Row("R-2", "MES", Exampleland.WEEK.to(), "AZ-FUZ", "2.5", "AP_BLAST", 1))),
                    true);

            assertThat(again.blocked()).isEqualTo(1);
            assertThat(mines(land.bulletin())).isEqualTo(3);
        }
    }

    @Test
    void everyDimensionOfAnEmptyWeekIsEmpty() {
        try (var land = new Exampleland(directory)) {
            assertThat(land.bulletin().breakdowns())
                    .hasSize(Dimension.values().length)
                    .allSatisfy(breakdown -> assertThat(breakdown.lines()).isEmpty());
        }
    }
}
