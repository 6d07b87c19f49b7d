// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.geo.GroundShape;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.places.Gazetteer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleReportsTest {

    private static final long SEED = 20240429;

    @TempDir
    static Path directory;

    private static List<PublishedWeek> weeks = List.of();
    private static Gazetteer places = new Gazetteer(List.of(), List.of());
    private static List<SortedMap<String, List<SampleReport>>> reportsByWeek = List.of();
    private static List<Path> files = List.of();

    @BeforeAll
    static void writeAllWeeks() {
        weeks = PublishedWeek.readAll(PackFiles.bytes("examples/published-weeks.csv"));
        places = new Gazetteer(PackFiles.districts(), PackFiles.settlements());
        reportsByWeek = sample().reportsByWeek(weeks);
        files = sample().write(weeks, directory.resolve("first"));
    }

    private static SampleReports sample() {
        return new SampleReports(places, PackFiles.settlements(), SEED);
    }

    private static Stream<SampleReport> everyReport() {
        return reportsByWeek.stream().flatMap(week -> week.values().stream()).flatMap(List::stream);
    }

    @Test
    void everyWeekAddsUpToWhatWasPublished() {
        assertThat(weeks).hasSize(30);
        for (int i = 0; i < weeks.size(); i++) {
            var week = weeks.get(i);
            var reports =
                    reportsByWeek.get(i).values().stream().flatMap(List::stream).toList();
            var hectares = reports.stream()
                    .filter(report -> report.work().clears())
                    .map(report -> Objects.requireNonNull(report.hectares()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(hectares).as("%s", week.period()).isEqualByComparingTo(week.hectares());
            assertThat(items(reports, BulletinGroup.ANTI_TANK_MINE)).isEqualTo(week.atMines());
            assertThat(items(reports, BulletinGroup.ANTI_PERSONNEL_MINE)).isEqualTo(week.apMines());
            assertThat(items(reports, BulletinGroup.UNEXPLODED_ORDNANCE)).isEqualTo(week.uxo());
            assertThat(reports).allMatch(report -> week.period().contains(report.day()));
            assertThat(reports.stream()
                            .mapToInt(report -> report.finds().size())
                            .sum())
                    .isLessThanOrEqualTo(700);
        }
    }

    private static int items(List<SampleReport> reports, BulletinGroup group) {
        return reports.stream()
                .flatMap(report -> report.finds().stream())
                .filter(find -> find.category().bulletinGroup() == group)
                .mapToInt(SampleFind::quantity)
                .sum();
    }

    @Test
    void someoneWorksInEveryDistrictThatWasPublished() {
        for (int i = 0; i < weeks.size(); i++) {
            assertThat(reportsByWeek.get(i).values().stream()
                            .flatMap(List::stream)
                            .map(report -> report.place().district().code()))
                    .as("%s", weeks.get(i).period())
                    .containsAll(weeks.get(i).districts())
                    .isSubsetOf(weeks.get(i).districts());
        }
    }

    @Test
    void everyNumberIsUniqueAndSaysThatItIsASample() {
        assertThat(everyReport().map(SampleReport::number))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.startsWith("SAMPLE-"));
    }

    @Test
    void eachBodyReportsEveryDayOneToFourTimes() {
        for (int i = 0; i < weeks.size(); i++) {
            for (var reports : reportsByWeek.get(i).values()) {
                var byDay = reports.stream().collect(Collectors.groupingBy(SampleReport::day, Collectors.counting()));

                assertThat(byDay.keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                weeks.get(i).period().eachDay().toList());
                assertThat(byDay.values()).allMatch(count -> count >= 1 && count <= 4);
            }
        }
    }

    @Test
    void everyOutlineIsValidInItsDistrictAndOfTheDeclaredArea() {
        everyReport().filter(report -> report.work().hasGround()).forEach(report -> {
            var ground = Objects.requireNonNull(report.place().ground());
            var declared = Objects.requireNonNull(report.hectares()).doubleValue();

            assertThat(ground.fault()).as(report.number()).isEmpty();
            assertThat(report.place().district().shape().polygons().covers(ground.polygons()))
                    .as(report.number())
                    .isTrue();
            assertThat(ground.computedArea().area().hectares().doubleValue())
                    .as(report.number())
                    .isCloseTo(declared, within(declared * 0.01));
        });
    }

    @Test
    void noTwoOutlinesOverlapInAnyWeek() {
        var index = new STRtree();
        var outlines = everyReport()
                .flatMap(report -> Stream.ofNullable(report.place().ground()))
                .map(GroundShape::polygons)
                .toList();
        outlines.forEach(outline -> index.insert(outline.getEnvelopeInternal(), outline));
        index.build();

        for (var outline : outlines) {
            for (Object near : index.query(outline.getEnvelopeInternal())) {
                assertThat(near == outline || outline.disjoint((Geometry) near)).isTrue();
            }
        }
    }

    @Test
    void everyFindLiesOnTheGroundOfItsReport() {
        everyReport().forEach(report -> report.finds().forEach(find -> {
            var ground = report.place().ground();
            var around = ground == null ? report.place().district().shape() : ground;

            assertThat(around.covers(find.point())).as(report.number()).isTrue();
        }));
    }

    @Test
    void everyTeamWorksAsFastAsItsMethodAllows() {
        var methods = PackFiles.table("codes/methods.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("name"), row -> row));
        everyReport().filter(report -> report.work().hasGround()).forEach(report -> {
            var method = Objects.requireNonNull(methods.get(String.valueOf(report.work().method)));
            double rate = Objects.requireNonNull(report.hectares()).doubleValue()
                    * 10_000
                    / (report.staff() * report.hours().doubleValue());

            assertThat(rate)
                    .as(report.number())
                    .isBetween(
                            Double.parseDouble(method.getField("least_m2_per_staff_hour")),
                            Double.parseDouble(method.getField("most_m2_per_staff_hour")));
        });
    }

    @Test
    void everySettlementIsKnownInItsDistrict() {
        everyReport().forEach(report -> {
            var settlement = report.place().settlement();
            if (settlement != null) {
                assertThat(places.knowsSettlement(report.place().district(), SamplePlace.nameOf(settlement)))
                        .isTrue();
            }
        });
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        var again = sample().write(weeks, directory.resolve("second"));

        assertThat(again).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            assertThat(again.get(i).getFileName()).isEqualTo(files.get(i).getFileName());
            assertThat(Files.mismatch(files.get(i), again.get(i)))
                    .as("%s", files.get(i).getFileName())
                    .isEqualTo(-1);
        }
    }

    @Test
    void everyFileMarksItsRecordsAsSample() throws IOException {
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            assertThat(name).startsWith("sample-");
            if (name.endsWith("json")) {
                assertThat(objects(file))
                        .allMatch(report -> report.get("sample").booleanValue());
            } else if (name.endsWith(".csv")) {
                boolean russian = name.contains("MES");
                var charset = russian ? SampleAnswers.WINDOWS_1251 : StandardCharsets.UTF_8;
                assertThat(rows(file, charset, russian ? ';' : ','))
                        .allMatch(row -> row.getField(russian ? "Условные данные" : "sample")
                                .equals("true"));
            }
        }
    }

    @Test
    void theFilesHoldWhatTheReportsSay() throws IOException {
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            var reports = reportsOf(name);
            if (name.contains("ANAMA")) {
                var rows = rows(file, StandardCharsets.UTF_8, ',');
                assertThat(clearedInCsv(rows)).isEqualByComparingTo(cleared(reports));
                assertThat(rows.stream()
                                .filter(row -> row.getField("category").equals("AV_MINE"))
                                .mapToInt(row -> Integer.parseInt(row.getField("quantity")))
                                .sum())
                        .isEqualTo(items(reports, BulletinGroup.ANTI_TANK_MINE));
            } else if (name.endsWith("json")) {
                var objects = objects(file);
                assertThat(clearedInJson(objects)).isEqualByComparingTo(cleared(reports));
                assertThat(objects.stream()
                                .flatMap(report -> report.get("finds").values().stream())
                                .filter(find -> OrdnanceCategory.valueOf(
                                                        find.get("category").stringValue())
                                                .bulletinGroup()
                                        == BulletinGroup.UNEXPLODED_ORDNANCE)
                                .mapToInt(find -> find.get("quantity").intValue())
                                .sum())
                        .isEqualTo(items(reports, BulletinGroup.UNEXPLODED_ORDNANCE));
            }
        }
    }

    @Test
    void theWorkbooksHoldRealDaysAndSquareMetresAndTheMarkOfTheSample() throws IOException {
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            if (!name.endsWith(".xlsx")) {
                continue;
            }
            var reports = reportsOf(name);
            try (var workbook = new ReadableWorkbook(file.toFile())) {
                var main = workbook.findSheet("progress").orElseThrow().read();
                var finds = workbook.findSheet("finds").orElseThrow().read();
                var columns = main.get(0).stream().map(Cell::asString).toList();
                var first = main.get(1);

                assertThat(main).hasSize(reports.size() + 1);
                assertThat(finds)
                        .hasSize(reports.stream()
                                        .mapToInt(report -> report.finds().size())
                                        .sum()
                                + 1);
                assertThat(first.getCell(columns.indexOf("period_from"))
                                .asDate()
                                .toLocalDate())
                        .isEqualTo(reports.get(0).day());
                assertThat(first.getCell(columns.indexOf("declared_area_m2"))
                                .asNumber()
                                .movePointLeft(4))
                        .isEqualByComparingTo(
                                Objects.requireNonNull(reports.get(0).hectares()));
                assertThat(main.stream().skip(1)).allMatch(row -> row.getCell(columns.indexOf("sample"))
                        .asString()
                        .equals("true"));
            }
        }
    }

    private static List<SampleReport> reportsOf(String file) {
        for (int i = 0; i < weeks.size(); i++) {
            var from = weeks.get(i).period().from().toString();
            for (var body : reportsByWeek.get(i).entrySet()) {
                if (file.startsWith("sample-" + from + "-" + body.getKey() + ".")) {
                    return body.getValue();
                }
            }
        }
        throw new AssertionError(file);
    }

    private static BigDecimal cleared(List<SampleReport> reports) {
        return reports.stream()
                .filter(report -> report.work().clears())
                .map(report -> Objects.requireNonNull(report.hectares()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal clearedInCsv(List<NamedCsvRecord> rows) {
        var seen = new HashSet<String>();
        return rows.stream()
                .filter(row -> seen.add(row.getField("report_no")))
                .filter(row -> !row.getField("activity_type").equals("non_technical_survey"))
                .filter(row -> !row.getField("declared_area_ha").isEmpty())
                .map(row -> new BigDecimal(row.getField("declared_area_ha")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal clearedInJson(List<JsonNode> reports) {
        return reports.stream()
                .filter(report -> !report.get("activity_type").stringValue().equals("non_technical_survey"))
                .filter(report -> report.has("declared_area_ha"))
                .map(report -> report.get("declared_area_ha").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theRussianWordsAreThoseOfTheFormAndTheLists() {
        var labels = PackFiles.table("forms/progress/survey.csv").stream()
                .filter(row -> !row.getField("name").isEmpty())
                .collect(Collectors.toMap(row -> row.getField("name"), row -> row.getField("label::ru")));
        assertThat(labels).containsAllEntriesOf(RussianWords.QUESTIONS);

        var codes = Stream.of("activity-types", "methods", "purposes", "ordnance-categories", "conditions", "disposals")
                .flatMap(list -> PackFiles.table("codes/" + list + ".csv").stream())
                .map(row -> Map.entry(row.getField("name"), row.getField("label::ru")))
                .toList();
        assertThat(codes).containsAll(RussianWords.CODES.entrySet());
    }

    private static List<NamedCsvRecord> rows(Path file, Charset charset, char separator) throws IOException {
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(Files.readString(file, charset)).stream()
                .toList();
    }

    private static List<JsonNode> objects(Path file) {
        var root = JsonMapper.shared().readTree(file.toFile());
        if (root.isArray()) {
            return List.copyOf(root.values());
        }
        var objects = new ArrayList<JsonNode>();
        root.get("features").values().forEach(feature -> objects.add(feature.get("properties")));
        return objects;
    }
}
