// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clearground.land.web.LandStory;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.web.ExampleSite;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every register, whatever it is of, keeps to its description: in lists, details, JSON and exports. */
class RegisterPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "<script>alert(3)</script>";

    @TempDir
    private static Path directory = Path.of(".");

    private static ExampleSite site;
    private static LandStory story;
    private static String beforeTheEnd = "";

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        story = new LandStory(site, directory);
        story.survey().clearance().handover();
        site.send(
                "finds.csv",
                "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha,category,"
                        + "model,quantity,found_on,latitude,longitude,sample\n"
                        + find("B-1", "MES", "2024-04-29", "AZ-AGM", "AV_MINE", "TM-62", 2, "39.9", false)
                        + find("B-1", "MES", "2024-04-30", "AZ-AGM", "UXO_MORTAR", "=1+1", 3, "", false)
                        + find("B-2", "MOD", "2024-04-30", "AZ-FUZ", "AP_BLAST", HOSTILE, 4, "39.6", true)
                        + find("B-3", "SBS", "2024-04-30", "AZ-LAC", "AP_BLAST", "100% PMN_2", 5, "39.7", false)
                        + find("B-4", "MES", "2024-05-02", "AZ-AGM", "IED", "", 1, "", false),
                true);
        site.publish(
                "statements.csv",
                "number,publisher,published,language,measured,value,from,to,kind,text\n" + "S-1," + HOSTILE
                        + ",2031-03-11,en,anti_tank_mines,5,2031-03-03,2031-03-09,week,\n",
                false,
                false);
        site.send("wrong.csv", ExampleSite.HEADING + ExampleSite.row("W-1", "1", "BANANA", 2, false), true);
        beforeTheEnd = json("/api/registers/finds").get("knownAt").asString();
        story.decide(Decision.WITHDRAW, "B-4", "Aysel", "INFORMATION");
    }

    private static String find(
            String number,
            String organisation,
            String day,
            String district,
            String category,
            String model,
            int quantity,
            String latitude,
            boolean sample) {
        return String.join(
                        ",",
                        number,
                        organisation,
                        "T-" + number,
                        "manual_clearance",
                        "2024-04-29",
                        "2024-05-02",
                        district,
                        "1",
                        category,
                        model,
                        String.valueOf(quantity),
                        day,
                        latitude,
                        latitude.isEmpty() ? "" : "47.1",
                        String.valueOf(sample))
                + "\n";
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode json(String address) {
        return JSON.readTree(site.page(address));
    }

    static List<JsonNode> registers() {
        var all = new ArrayList<JsonNode>();
        json("/api/registers").get("registers").forEach(all::add);
        return all;
    }

    static Stream<String> names() {
        return registers().stream().map(register -> register.get("name").asString());
    }

    /** The rows of a list, however many pages it has. */
    private static List<JsonNode> rows(String address) {
        var rows = new ArrayList<JsonNode>();
        String next = address;
        while (next != null) {
            var page = json(next);
            page.get("rows").forEach(rows::add);
            next = page.get("nextAt").isNull() ? null : page.get("nextAt").asString();
        }
        return rows;
    }

    /** The links of a list to its rows. */
    private static List<String> rows(String page, String register) {
        return ExampleSite.links(page.substring(page.indexOf("<tbody>")), "/registers/" + register + "/");
    }

    private static List<String> keys(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("key").asString()).toList();
    }

    private static String all(String name) {
        return "/api/registers/" + name + "?most=1000";
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theRegistersAreListedAndEachHasRows() {
        assertThat(names())
                .containsExactly(
                        "reports",
                        "finds",
                        "activities",
                        "findings",
                        "worked-ground",
                        "hazards",
                        "released-pieces",
                        "districts",
                        "settlements",
                        "organisations",
                        "statements",
                        "stated-figures");
        var page = site.page("/registers");
        assertThat(names()).allSatisfy(name -> {
            assertThat(page).contains("href=\"/registers/" + name + "?lang=");
            assertThat(rows(all(name))).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRegisterSpeaksEveryLanguage(String name) {
        for (var language : List.of("en", "az", "ru")) {
            assertThat(site.page("/registers?lang=" + language)).contains("lang=\"" + language + "\"");
            var list = site.page("/registers/" + name + "?lang=" + language);
            assertThat(list).contains("<form", "<table", ".csv?", ".xlsx?").doesNotContain("{");
            var detail = rows(list, name).get(0);
            assertThat(site.page(detail)).contains("<dl>").doesNotContain("{");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPageOfAListIsWalkedWithoutARowTwiceOrMissing(String name) {
        var columns = registers().stream()
                .filter(register -> register.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("columns");
        int sorts = 0;
        for (var column : columns) {
            if (column.get("sort").asBoolean()) {
                sorts++;
                var sort = column.get("name").asString();
                var upwards = keys(rows(all(name) + "&sort=" + sort));
                var downwards = new ArrayList<>(keys(rows(all(name) + "&sort=-" + sort)));
                java.util.Collections.reverse(downwards);

                int most = 1 + upwards.size() / 40;
                assertThat(keys(rows("/api/registers/" + name + "?most=" + most + "&sort=" + sort)))
                        .as("by %s", sort)
                        .doesNotHaveDuplicates()
                        .isEqualTo(upwards)
                        .isEqualTo(downwards);
            }
        }
        assertThat(sorts).isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFilterShowsExactlyTheRowsThatSayIt(String name) {
        var rows = rows(all(name));
        for (var register : registers()) {
            if (!register.get("name").asString().equals(name) || name.equals("hazards")) {
                continue;
            }
            for (var column : register.get("columns")) {
                if (!column.get("filter").asBoolean()) {
                    continue;
                }
                var filter = column.get("name").asString();
                var byValue = new HashMap<String, List<String>>();
                for (var row : rows) {
                    if (!row.get(filter).isNull()) {
                        byValue.computeIfAbsent(row.get(filter).asString(), any -> new ArrayList<>())
                                .add(row.get("key").asString());
                    }
                }
                byValue.forEach((value, keys) -> assertThat(keys(rows(all(name) + "&" + filter + "=" + escaped(value))))
                        .as("%s=%s", filter, value)
                        .isEqualTo(keys));
            }
        }
    }

    @Test
    void findsAreAskedForByBodyDistrictCategoryPeriodTextAndBox() {
        assertThat(numbers("organisation=MES")).containsOnly("B-1");
        assertThat(numbers("district=AZ-LAC&category=AP_BLAST")).containsExactly("B-3");
        assertThat(numbers("category=IED")).isEmpty();
        assertThat(numbers("from=2024-04-30&to=2024-04-30")).containsExactlyInAnyOrder("B-1", "B-2", "B-3");
        assertThat(numbers("from=2024-04-30&to=2024-04-30&sort=found_on")).hasSize(3);
        assertThat(numbers("q=tm-62")).containsExactly("B-1");
        assertThat(numbers("q=100%25")).containsExactly("B-3");
        assertThat(numbers("q=%25")).containsExactly("B-3");
        assertThat(numbers("q=N_2")).containsExactly("B-3");
        assertThat(numbers("bbox=47,39.55,47.2,39.65")).containsExactly("B-2");
        assertThat(numbers("bbox=47,39.55,47.2,39.75")).containsExactlyInAnyOrder("B-2", "B-3");
    }

    private static List<String> numbers(String query) {
        return rows("/api/registers/finds?" + query).stream()
                .map(row -> row.get("report_no").asString())
                .toList();
    }

    @Test
    void hazardsHaveTheSumsOfTheBooksAndThePiecesAsTheirGeometry() throws ParseException {
        var hazards = new LinkedHashMap<String, JsonNode>();
        rows(all("hazards")).forEach(row -> hazards.put(row.get("key").asString(), row));

        assertThat(hazards).containsKeys("AGD-001", "AGD-002", "MOD-7");
        for (var hazard : hazards.entrySet()) {
            var books = json("/api/land/hazards/" + hazard.getKey());
            var row = hazard.getValue();
            assertThat(row.get("remaining_m2").asLong())
                    .isEqualTo(
                            row.get("entered_m2").asLong() - row.get("left_m2").asLong())
                    .isEqualTo(books.get("remainingM2").asLong());
            var detail = json("/api/registers/hazards/" + hazard.getKey());
            assertThat(detail.get("reports")).isNotEmpty();
            assertThat(new GeoJsonReader()
                            .read(detail.get("geometry").toString())
                            .getArea())
                    .isPositive();
        }
        assertThat(keys(rows("/api/registers/hazards?organisation=MOD"))).containsExactly("MOD-7");
        assertThat(keys(rows("/api/registers/hazards?valid_on=2024-01-15"))).containsExactly("AGD-001");
        assertThat(rows("/api/registers/hazards?bbox=40,30,41,31")).isEmpty();
        assertThat(keys(rows("/api/registers/hazards?bbox=46.9,40,47,40.1"))).contains("AGD-001", "MOD-7");
    }

    @Test
    void releasedPiecesAreThoseThatStandAsReleasedNow() {
        var states = rows(all("released-pieces")).stream()
                .map(row -> row.get("state").asString())
                .distinct()
                .toList();

        assertThat(states).contains("CANCELLED", "RELEASED").isSubsetOf("CANCELLED", "REDUCED", "CLEARED", "RELEASED");
        assertThat(site.page("/registers/released-pieces")).contains("Released and handed over");
    }

    @ParameterizedTest
    @MethodSource("names")
    void exportsHoldWhatTheListShows(String name) throws IOException, ParseException {
        var rows = rows(all(name));
        var columns = registers().stream()
                .filter(register -> register.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();

        var csv = csv("/api/registers/" + name + ".csv?lang=en");
        assertThat(csv.stream().map(record -> record.getField("key")).toList()).isEqualTo(keys(rows));
        for (int i = 0; i < rows.size(); i++) {
            for (var column : columns.get("columns")) {
                var field = column.get("name").asString();
                var value = rows.get(i).get(field);
                var expected = value.isNull() ? "" : value.asString();
                assertThat(csv.get(i).getField(field))
                        .as(field)
                        .isEqualTo(expected.startsWith("=") ? "'" + expected : expected);
            }
        }
        var sheet = sheet("/api/registers/" + name + ".xlsx?lang=en");
        assertThat(sheet.subList(1, sheet.size()).stream()
                        .map(cells -> cells.get(0).getText())
                        .toList())
                .isEqualTo(keys(rows));
        if (columns.get("geometry").asBoolean()) {
            var features = json("/api/registers/" + name + ".geojson");
            assertThat(StreamSupport.stream(features.get("features").spliterator(), false)
                            .map(feature -> feature.get("id").asString())
                            .toList())
                    .isEqualTo(keys(rows));
            for (var feature : StreamSupport.stream(features.get("features").spliterator(), false)
                    .limit(30)
                    .toList()) {
                var one = json("/api/registers/" + name + "/"
                        + escaped(feature.get("id").asString()).replace("+", "%20"));
                assertThat(feature.get("geometry")).isEqualTo(one.get("geometry"));
                if (!feature.get("geometry").isNull()) {
                    var geometry =
                            new GeoJsonReader().read(feature.get("geometry").toString());
                    assertThat(geometry.isEmpty()).isFalse();
                    assertThat(new Envelope(40, 60, 30, 45).contains(geometry.getEnvelopeInternal()))
                            .isTrue();
                }
                assertThat(feature.get("properties").get("key")).isEqualTo(feature.get("id"));
            }
        } else {
            assertThat(site.get("/api/registers/" + name + ".geojson").statusCode())
                    .isEqualTo(400);
        }
    }

    private static List<NamedCsvRecord> csv(String address) {
        try (var records = CsvReader.builder().ofNamedCsvRecord(site.page(address))) {
            return records.stream().toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<List<Cell>> sheet(String address) throws IOException {
        var bytes = site.get(address, BodyHandlers.ofByteArray()).body();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream().toList())
                    .toList();
        }
    }

    @Test
    void exportsAreNarrowedLikeTheListAndSafeInSpreadsheets() throws IOException {
        var filter = "?organisation=MES&sort=found_on";

        assertThat(csv("/api/registers/finds.csv" + filter))
                .extracting(record -> record.getField("model"))
                .containsExactly("TM-62", "'=1+1");
        var sheet = sheet("/api/registers/finds.xlsx" + filter);
        assertThat(sheet).hasSize(3);
        var heading = sheet.get(0).stream().map(Cell::getText).toList();
        var first = sheet.get(1);
        assertThat(first.get(heading.indexOf("quantity")).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.get(heading.indexOf("quantity")).asNumber().intValue()).isEqualTo(2);
        assertThat(first.get(heading.indexOf("found_on")).asDate().toLocalDate())
                .isEqualTo(java.time.LocalDate.of(2024, 4, 29));
        assertThat(first.get(heading.indexOf("district_label")).asString()).isEqualTo("Aghdam");
        assertThat(sheet.get(2).get(heading.indexOf("model")).getType()).isEqualTo(CellType.STRING);
        assertThat(site.page("/api/registers/finds.csv?bom=yes")).startsWith("\uFEFFkey,");
        assertThat(site.get("/api/registers/finds.csv").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        header -> assertThat(header).matches("attachment; filename=\"finds-[0-9-]+\\.csv\""));
        assertThat(exportsLeft()).isEmpty();
    }

    /** Files of exports that are still there when the server had time to take them away. */
    private static List<Path> exportsLeft() throws IOException {
        for (int tries = 0; ; tries++) {
            try (var files = Files.list(directory.resolve("store/web"))) {
                var left = files.filter(file -> file.getFileName().toString().startsWith("export"))
                        .toList();
                if (left.isEmpty() || tries == 100) {
                    return left;
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowHasItsPageAndLeadsToReportsThatAreThere(String name) {
        for (var key : keys(rows(all(name))).stream().limit(12).toList()) {
            var address = "/registers/" + name + "/" + escaped(key).replace("+", "%20");
            var page = site.page(address);
            var json = json("/api" + address);

            assertThat(page.contains("<svg class=\"ground\""))
                    .isEqualTo(!json.get("geometry").isNull());
            for (var report : json.get("reports")) {
                assertThat(site.get(report.get("at").asString()).statusCode()).isEqualTo(200);
                assertThat(site.get(report.get("submissionAt").asString()).statusCode())
                        .isEqualTo(200);
            }
            for (var link : ExampleSite.links(page, "/")) {
                assertThat(site.get(link).statusCode()).as(link).isIn(200, 302);
            }
        }
    }

    @Test
    void whatWasWithdrawnIsSeenWhereItWasKnown() {
        assertThat(keys(rows("/api/registers/finds?category=IED"))).isEmpty();
        var then = rows("/api/registers/finds?category=IED&known_at=" + beforeTheEnd);
        assertThat(then).hasSize(1);
        var key = keys(then).get(0);

        assertThat(site.get("/registers/finds/" + key).statusCode()).isEqualTo(404);
        assertThat(site.page("/registers/finds/" + key + "?known_at=" + beforeTheEnd))
                .contains("B-4");
        assertThat(rows("/api/registers/finds?valid_on=2024-04-29"))
                .allSatisfy(row -> assertThat(row.get("found_on").asString()).isLessThanOrEqualTo("2024-04-29"));
        assertThat(rows("/api/registers/finds?valid_on=2019-01-01")).isEmpty();
    }

    @Test
    void aPageIsTurnedAsOfTheMomentOfTheFirst() {
        var next = json("/api/registers/finds?most=2").get("nextAt").asString();

        assertThat(next).contains("known_at=", "after=");
        assertThat(json("/api/registers/reports?most=2").get("nextAt").asString())
                .doesNotContain("known_at");
    }

    @Test
    void anEmptyListSaysThatNothingIsRecorded() {
        assertThat(site.page("/registers/finds?from=2030-01-01"))
                .contains("Nothing is recorded that matches. That says nothing about the ground.")
                .contains("href=\"/registers/finds?lang=en\"")
                .contains("An empty table or map says nothing about whether ground is safe.");
    }

    @Test
    void aPartOfTheFilterIsTakenAwayAlone() {
        var page = site.page("/registers/finds?organisation=MES&category=AV_MINE&sort=found_on&lang=en");

        assertThat(ExampleSite.links(page, "/registers/finds?"))
                .contains(
                        "/registers/finds?category=AV_MINE&sort=found_on&lang=en",
                        "/registers/finds?organisation=MES&sort=found_on&lang=en");
        assertThat(page).contains("<option value=\"AV_MINE\" selected>", "aria-sort=\"ascending\"");
        assertThat(page).contains("name=\"sort\" value=\"found_on\"");
    }

    @Test
    void inventedRowsAreMarkedWhereverTheyShow() {
        var filter = "?organisation=MOD";
        var list = site.page("/registers/finds" + filter);
        var detail = rows(list, "finds").get(0);

        assertThat(list).contains("SAMPLE DATA", "class=\"tag\"");
        assertThat(site.page(detail)).contains("SAMPLE DATA", "class=\"tag\"");
        assertThat(json("/api/registers/finds" + filter).get("sample").asBoolean())
                .isTrue();
        assertThat(csv("/api/registers/finds.csv" + filter))
                .extracting(record -> record.getField("sample"))
                .containsExactly("true");
        assertThat(site.page("/registers/finds?organisation=MES")).doesNotContain("SAMPLE DATA");
    }

    @Test
    void escapesWhatReportsSay() {
        var list = site.page("/registers/finds");
        var detail =
                rows(site.page("/registers/finds?organisation=MOD"), "finds").get(0);

        for (var page : List.of(
                list,
                site.page(detail),
                site.page("/registers/finds?q=" + escaped("\"><script>")),
                site.page("/registers/reports"),
                site.page("/registers/worked-ground"))) {
            assertThat(page).doesNotContain("<script");
        }
        assertThat(list).contains("&lt;script&gt;alert(3)&lt;/script&gt;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /registers/mines | 404 | there is no register
                    /registers/finds?colour=red | 400 | cannot be asked by "colour"
                    /registers/finds?category=BANANA | 400 | no code of its list
                    /registers/finds?district=AZ-XXX | 400 | no code of its list
                    /registers/finds?sort=model | 400 | not sorted by "model"
                    /registers/finds?sort=-- | 400 | not sorted by
                    /registers/finds?from=yesterday | 400 | which is no day
                    /registers/finds?from=2024-05-02&to=2024-05-01 | 400 | before it begins
                    /registers/finds?bbox=1,2,3 | 400 | is no box
                    /registers/finds?bbox=NaN,1,2,3 | 400 | is no box
                    /registers/finds?after=0 | 400 | no row of this register
                    /registers/finds?after=x | 400 | no row of this register
                    /registers/finds?organisation=MES&organisation=MOD | 400 | more than once
                    /registers/finds?known_at=then | 400 | which is no moment
                    /registers/finds?lang=xx | 400 | does not speak
                    /registers/reports?known_at=2024-05-06T08:00:00Z | 400 | known now
                    /registers/released-pieces?valid_on=2024-05-06 | 400 | as they stand
                    /registers/reports?status=LOST | 400 | there are: PENDING
                    /registers/finds/0 | 404 | has no row
                    /registers/finds/abc | 404 | has no row
                    /registers/hazards/none%20such | 404 | has no row
                    /registers/hazards/a/b | 404 | has no row "a/b"
                    /registers/finds/1?category=IED | 400 | cannot be asked by
                    """)
    void whatCannotBeAnsweredIsSaidInOneSentence(String address, int status, String sentence) {
        var problem = site.get("/api" + address);
        var page = site.get(address);

        assertThat(problem.statusCode()).as(problem.body()).isEqualTo(status);
        assertThat(JSON.readTree(problem.body()).get("detail").asString()).contains(sentence);
        assertThat(page.statusCode()).isEqualTo(status);
    }

    @Test
    void anExportOfNonsenseIsRefusedLikeAList() {
        for (var address : Map.of(
                        "/api/registers/finds.csv?category=BANANA", 400,
                        "/api/registers/finds.csv?bom=maybe", 400,
                        "/api/registers/finds.xlsx?after=1", 400,
                        "/api/registers/mines.csv", 404,
                        "/api/registers/mines.geojson", 404)
                .entrySet()) {
            assertThat(site.get(address.getKey()).statusCode())
                    .as(address.getKey())
                    .isEqualTo(address.getValue());
        }
    }
}
