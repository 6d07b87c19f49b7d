// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.imports.ReceivedFile;
import org.clearground.packs.PackSource;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.FileCheck;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.StoreFindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Checking a file before it is sent, and the whole store afterwards. */
class CheckTest {

    private static final String HEADING = "report_no,organisation,activity_type,period_from,period_to,district,"
            + "declared_area_ha,worked_ground,category,quantity,found_on,point\n";

    private static final String WHO = ",ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,";

    private static final String SQUARE =
            "\"POLYGON((46.9000 39.9900, 46.9041 39.9900, 46.9041 39.9932, 46.9000 39.9932, 46.9000 39.9900))\"";

    @TempDir
    private Path directory = Path.of(".");

    private @Nullable Exampleland opened;

    private Exampleland land() {
        if (opened == null) {
            opened = new Exampleland(directory);
        }
        return opened;
    }

    @AfterEach
    void close() {
        land().close();
    }

    private Path csv(String name, String... rows) {
        return land().file(name, HEADING + String.join("\n", rows) + "\n");
    }

    private FileLook look(Path file, @Nullable Path repairTo) {
        return look(file, "progress", repairTo);
    }

    private FileLook look(Path file, String form, @Nullable Path repairTo) {
        var request = new FileCheck.Request(ReceivedFile.inspect(file), form, null, Mapping.NONE);
        var look =
                new FileLook(land().application().fileCheck(land().application().country()), request);
        return land().application().store().read(transaction -> {
            look.run(transaction, true, repairTo, count -> {});
            return look;
        });
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    static Stream<Arguments> outlines() {
        return Stream.of(
                Arguments.of("39.99 46.90; 39.99 46.91; 40 46.91; 39.99 46.90; 39.99 46.90", "CLOSING_POINT_TWICE"),
                Arguments.of("39.99 46.90; 39.99 46.91; 39.99 46.91; 40 46.91", "REPEATED_VERTEX"),
                Arguments.of("39.99 46.90; 39.99 46.91; 39.99 46.92; 39.99 46.91; 40 46.91", "SPIKE"),
                Arguments.of("39.99 46.90; 39.99 46.91; 39.99000001 46.91; 39.99000001 46.90", "SLIVER"),
                Arguments.of("39.99 46.90; 39.99 47.00; 40 46.91", "LONG_EDGE"),
                Arguments.of("39.99 46.90; 39.99 46.91; 40 46.91|39.99 46.90; 39.99 46.91; 40 46.91", "REPEATED_RING"),
                Arguments.of(
                        "39.99 46.90; 39.99 46.91; 40 46.91|39.99 46.901; 39.99 46.911; 40 46.911", "PARTS_OVERLAP"),
                Arguments.of("-17 179.99; -17 -179.99; -16.99 -179.99", "ACROSS_ANTIMERIDIAN"),
                Arguments.of("39.99 46.90 0 25; 39.99 46.91 0 3; 40 46.91 0 3", "POSITION_INACCURATE"),
                Arguments.of("POLYGON((46 39, 48 39, 48 41, 46 41, 46 39))", "LARGER_THAN_DISTRICT"),
                Arguments.of(
                        "POLYGON((662212 4428376, 662300 4428376, 662300 4428476, 662212 4428376))",
                        "GRID_COORDINATES"),
                Arguments.of("46.90 39.99; 46.91 39.99; 46.91 40", "SWAPPED_AXES"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("outlines")
    void aFaultyOutlineIsToldAtEntry(String written, String code) {
        var result = land().importFile(csv("faults.csv", "R1" + WHO + ",\"" + written + "\",,,,"), true);

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().name().equals(code))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().row()).isEqualTo(2);
                    assertThat(finding.place().column()).isEqualTo("worked_ground");
                });
    }

    @Test
    void checkingKeepsNothing() {
        var file = csv("week.csv", "R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,39.991 46.902");
        var before = land().registers();

        var look = look(file, null);

        assertThat(look.findingCount()).isZero();
        assertThat(land().registers()).isEqualTo(before);
    }

    @Test
    void aFileImportedBeforeIsCheckedAllTheSame() {
        var file = csv("week.csv", "R1" + WHO + ",39.99 46.90; 39.99 46.91; 39.99 46.91; 40 46.91,,,,");
        land().importFile(file, true);

        var look = look(file, null);

        assertThat(look.importedBefore()).isNotNull();
        assertThat(codes(look.findings())).containsExactly(FindingCode.REPEATED_VERTEX);
        assertThat(look.reports()).isEqualTo(1);
    }

    @Test
    void drawsTheCrossingAndTheEdgesThatCross() {
        var look = look(csv("tie.csv", "R1" + WHO + ",39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90,,,,"), null);
        var finding = look.findings().get(0);

        var picture = CheckPrinter.picture(look.picture(finding));

        var features = JsonMapper.builder().build().readTree(picture).path("features");
        assertThat(features.valueStream()
                        .map(feature -> feature.path("properties").path("role").asString()))
                .containsExactly("OUTLINE", "CROSSING", "EDGE", "EDGE");
        assertThat(features.path(1).path("geometry").path("coordinates").path(0).asDouble())
                .isEqualTo(46.905);
        var readings = look.readings(finding);
        assertThat(readings).isNotNull();
    }

    @Test
    void theRepairedCopyDiffersInItsRepairedCellsOnly() throws IOException {
        var rows = new String[] {
            "R1" + WHO + ",\"39.990 46.90 7 3; 39.990 46.91 7 3; 39.990 46.91 7 3; 40 46.91 7 3; 40 46.90 7 3\",,,,",
            "\"R\"\"2\"" + WHO + "47.42,\"POLYGON((46.90 39.99, 46.91 39.99, 46.91 40, 46.90 39.99))\",,,,",
            "R3" + WHO + ",,AV_MINE,1,2024-05-01,46.902 39.991",
            "R4" + WHO + ",39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90,,,,"
        };
        var file = csv("sent.csv", rows);
        var sent = Files.readString(file);
        var target = directory.resolve("copy.csv");

        var look = look(file, target);

        assertThat(Files.readString(file)).isEqualTo(sent);
        assertThat(look.written()).isEqualTo(2);
        assertThat(codes(look.repairs())).containsExactly(FindingCode.REPAIRED_IN_COPY, FindingCode.REPAIRED_IN_COPY);
        assertThat(look.repairs().get(0).figures())
                .containsEntry("repairs", "REPEATED_VERTEX ×1")
                .containsEntry("before", look.repairs().get(0).figures().get("after"));
        assertThat(Files.readString(target))
                .isEqualTo(sent.replace(
                                "\"39.990 46.90 7 3; 39.990 46.91 7 3; 39.990 46.91 7 3; 40 46.91 7 3; 40 46.90 7 3\"",
                                "\"39.990 46.90 7 3;39.990 46.91 7 3;40 46.91 7 3;40 46.90 7 3\"")
                        .replace("46.902 39.991", "\"39.991 46.902\""));
        assertThat(codes(look(target, null).findings())).containsExactly(FindingCode.SELF_CROSSING);
    }

    @Test
    void theRepairedCopyKeepsWhateverElseAGeoJsonFileHas() throws IOException {
        var before = "{ \"type\": \"FeatureCollection\", \"name\":\"håndskrevet\",\n \"features\": [\n"
                + "{\"properties\": {\"report_no\": \"R1\", \"organisation\": \"ANAMA\","
                + " \"activity_type\": \"manual_clearance\", \"period_from\": \"2024-05-01\","
                + " \"period_to\": \"2024-05-01\", \"district\": \"AZ-AGM\"},\n \"geometry\": ";
        var written =
                "{\"type\":\"Polygon\",\"coordinates\":[[[46.90,39.990,7.5],[46.91,39.990,7.5],[46.91,39.990,7.5],"
                        + "[46.91,40,7],[46.90,39.990,7.5]]]}";
        var behind = ", \"type\": \"Feature\"}\n] }\n";
        var file = land().file("sent.geojson", before + written + behind);
        var target = directory.resolve("copy.geojson");

        look(file, target);

        assertThat(Files.readString(target))
                .isEqualTo(before
                        + "{\"type\":\"Polygon\",\"coordinates\":[[[46.90,39.990,7.5],[46.91,39.990,7.5],"
                        + "[46.91,40,7],[46.90,39.990,7.5]]]}"
                        + behind);
        assertThat(look(target, null).findingCount()).isZero();
    }

    @Test
    void anOutlineOfAMillionVerticesIsAFindingOfItsRow() {
        var outline = IntStream.rangeClosed(0, 1_000_000)
                .mapToObj(i -> "46." + (100_000_000 + i % 1_000_000) + " 39.9900000")
                .collect(Collectors.joining(", ", "\"POLYGON((", "))\""));

        var result =
                land().importFile(csv("million.csv", "R1" + WHO + "," + outline + ",,,,", "R2" + WHO + ",,,,,"), true);

        assertThat(codes(result.findings())).containsExactly(FindingCode.TOO_MANY_VERTICES);
        assertThat(result.approved()).isEqualTo(1);
    }

    private StoreFindings store() {
        var country = land().application().country();
        return land().application().store().read(transaction -> land().application()
                .storeCheck(country, true)
                .run(transaction, count -> {}));
    }

    private static List<String> counted(StoreFindings found) {
        return found.lines().stream()
                .map(line -> line.code() + " " + line.count())
                .toList();
    }

    private ImportResult take(String... rows) {
        return land().importFile(csv("file" + rows.length + rows[0].hashCode() + ".csv", rows), true);
    }

    @Test
    void aStoreOfGoodReportsHasNoFindings() {
        take("R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,39.991 46.902");

        assertThat(store().lines()).isEmpty();
        assertThat(store().reports()).isEqualTo(1);
    }

    @Test
    void theSameGroundInAnotherReportIsFoundWhicheverWayItRuns() {
        take("R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,39.991 46.902");
        take("R2" + WHO + "12.44,\"39.9932 46.9041; 39.99 46.9041; 39.99 46.90; 39.9932 46.90\",,,,");

        assertThat(counted(store())).contains("SAME_GROUND 1");
        var example = store().lines().stream()
                .filter(line -> line.code() == FindingCode.SAME_GROUND)
                .findFirst()
                .orElseThrow()
                .examples()
                .get(0);
        assertThat(example.number()).isEqualTo("R2");
        assertThat(example.finding().place().column()).isEqualTo("worked_ground");
    }

    @Test
    void aCorrectionIsNoDuplicateOfWhatItCorrects() {
        take("R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,39.991 46.902");
        take("R1" + WHO + "12.44," + SQUARE + ",AV_MINE,2,2024-05-01,39.991 46.902");

        assertThat(counted(store())).containsExactly("CORRECTS_REPORT 1");
    }

    @Test
    void numbersThatDifferOnlyInBlanksOrCapitalsAreFound() {
        take("R 17" + WHO + ",,,,,", "r17" + WHO + ",,,,,", "R18" + WHO + ",,,,,");

        assertThat(counted(store())).containsExactly("NUMBERS_ALIKE 1");
        assertThat(store().lines().get(0).examples().get(0).finding().figures()).containsEntry("others", "R 17");
    }

    @Test
    void anOutlineManyTimesAsLargeAsUsualIsFound() {
        var rows = IntStream.range(0, 12)
                .mapToObj(i -> "R" + i + WHO + "," + square(i, i == 5 ? 0.003 : 0.0005) + ",,,,")
                .toArray(String[]::new);
        take(rows);

        assertThat(counted(store())).containsExactly("UNUSUALLY_LARGE 1");
        var example = store().lines().get(0).examples().get(0);
        assertThat(example.number()).isEqualTo("R5");
        assertThat(example.finding().place().column()).isEqualTo("worked_ground");
    }

    private static String square(int i, double side) {
        double x = 46.9 + i * 0.005;
        return String.format(
                java.util.Locale.ROOT,
                "\"39.99 %.5f; 39.99 %.5f; %.5f %.5f; %.5f %.5f\"",
                x,
                x + side,
                39.99 + side,
                x + side,
                39.99 + side,
                x);
    }

    @Test
    void whatWasFoundAtEntryIsCountedAndCodesNobodyUsesAreOnlyListed() {
        take("R1" + WHO + ",39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90,,,,");

        var found = store();

        assertThat(counted(found)).containsExactly("SELF_CROSSING 1");
        assertThat(found.pictures()).hasSize(1);
        assertThat(found.unusedCodes().get("activity-types")).doesNotContain("manual_clearance");
    }

    @Test
    void aCompletionIsComparedWithTheFindsOfItsTaskAlsoWhenTheyComeLater() {
        var completion = land().file(
                        "done.json",
                        "[{\"report_no\": \"C-1\", \"organisation\": \"ANAMA\","
                                + "\"activity_type\": \"manual_clearance\", \"period_from\": \"2024-05-01\","
                                + "\"period_to\": \"2024-05-02\", \"district\": \"AZ-AGM\", \"task\": \"T 7\","
                                + "\"full_coverage\": \"yes\", \"internal_qa\": \"yes\", \"depth_cm\": 20,"
                                + "\"at_mines_total\": 5, \"ap_mines_total\": 2, \"ground\": " + SQUARE + "}]");
        assertThat(land().importFile(completion, "completion", true).findingCounts())
                .doesNotContainKey(FindingCode.TOTALS_DISAGREE);
        land().importFile(
                        land().file(
                                        "week.csv",
                                        HEADING.strip() + ",task\n"
                                                + "R1" + WHO + ",,AV_MINE,5,2024-05-01,39.991 46.902,t7\n"
                                                + "R2" + WHO + ",,AP_BLAST,1,2024-05-01,39.992 46.902,T 7\n"),
                        true);

        var line = store().lines().stream()
                .filter(each -> each.code() == FindingCode.TOTALS_DISAGREE)
                .findFirst()
                .orElseThrow();

        assertThat(line.count()).isEqualTo(1);
        assertThat(line.examples().get(0).finding().figures())
                .containsEntry("question", "ap_mines_total")
                .containsEntry("declared", "2")
                .containsEntry("found", "1");
    }

    @Test
    void aCodeThatTheNewPackLacksIsFoundWhereReportsUseIt() throws IOException {
        land().importFile(land().file("week.csv", HEADING.strip() + ",method\n" + "R1" + WHO + ",,,,,,animal\n"), true);
        assertThat(counted(store())).noneMatch(line -> line.startsWith("CODE_GONE"));

        var pack = packWithout("codes/methods.csv", "animal,");
        assertThat(land().application().adopt(pack.toString(), "test")).isTrue();

        var line = store().lines().stream()
                .filter(each -> each.code() == FindingCode.CODE_GONE)
                .findFirst()
                .orElseThrow();
        assertThat(line.examples().get(0).number()).isEqualTo("R1");
        assertThat(line.examples().get(0).finding().value()).isEqualTo("animal");
        var again = land().importFile(
                        land().file("next.csv", HEADING.strip() + ",method\n" + "R2" + WHO + ",,,,,,animal\n"), false);
        assertThat(again.findingCounts()).containsKey(FindingCode.UNKNOWN_CODE);
    }

    private Path packWithout(String file, String line) throws IOException {
        var model = Path.of("src/main/resources/packs/aze");
        var from = Files.exists(model) ? model : Path.of("../packs/aze");
        var to = directory.resolve("pack");
        try (var files = Files.walk(from)) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
        Files.write(
                to.resolve(file),
                Files.readAllLines(to.resolve(file)).stream()
                        .filter(each -> !each.startsWith(line))
                        .toList());
        return to;
    }

    /** The rules of today's pack, of the form itself too, beside what was found when the report came. */
    @Test
    void theStoreIsCheckedByTheRulesOfEachForm() throws IOException {
        land().importFile(
                        land().file(
                                        "week.csv",
                                        HEADING.strip() + ",method,staff,hours\n" + "R1" + WHO
                                                + "0.5,,,,,,manual,10,10\n"),
                        true);
        var pack = packWithout("codes/methods.csv", "manual,");
        Files.writeString(
                pack.resolve("codes/methods.csv"),
                "manual,Manual,Əl ilə,Ручной,manually,1000,2000\n",
                java.nio.file.StandardOpenOption.APPEND);
        land().application().adopt(pack.toString(), "test");

        assertThat(counted(store())).containsExactlyInAnyOrder("RATE_OUT_OF_RANGE 1", "AREA_WITHOUT_GROUND 1");
    }

    @Test
    void theGroundOfAFileIsAddedUpAndCountedOnce() {
        var twice = csv(
                "twice.csv",
                "R1" + WHO + "12.44," + SQUARE + ",,,,",
                "R2" + WHO + "12.44,\"39.99 46.90; 39.99 46.9041; 39.9932 46.9041; 39.9932 46.90\",,,,",
                "R3" + WHO + ",39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90,,,,");

        var lines = look(twice, null).ground();

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.question().name()).isEqualTo("worked_ground");
            assertThat(line.outlines()).isEqualTo(3);
            assertThat(line.faulty()).isEqualTo(1);
            assertThat(line.overlaps()).isEqualTo(1);
            var once = Objects.requireNonNull(line.countedOnce()).value();
            assertThat(once).isBetween(124_000L, 125_000L);
            // Each is rounded once, at its end.
            assertThat(Objects.requireNonNull(line.added()).value()).isBetween(2 * once - 1, 2 * once + 1);
        });
    }

    @Test
    void aFileWithoutOutlinesHasNoAreaWhichIsNotZero() {
        var lines = look(csv("none.csv", "R1" + WHO + ",,AV_MINE,1,2024-05-01,39.991 46.902"), null)
                .ground();

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.outlines()).isZero();
            assertThat(line.added()).isNull();
            assertThat(line.countedOnce()).isNull();
        });
    }

    @Test
    void aFileIsCheckedWhileAnotherWrites() {
        var file = csv("week.csv", "R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,39.991 46.902");

        var look = land().application().store().write(writing -> {
            writing.sql().sql("insert into rebuild_due values ('a test')").update();
            var seen = look(file, null);
            writing.sql().sql("delete from rebuild_due").update();
            return seen;
        });

        assertThat(look.reports()).isEqualTo(1);
        assertThat(look.findingCount()).isZero();
    }

    @Test
    void everyFindingHasASentenceAndARemedyInEveryLanguage() {
        var pack = PackSource.find("aze");
        for (var code : FindingCode.values()) {
            for (var language : pack.languages()) {
                for (var key : List.of("finding." + code, "finding." + code + ".remedy")) {
                    assertThat(pack.sentences().say(language, key))
                            .as("%s in %s", key, language)
                            .isNotBlank();
                }
            }
        }
    }
}
