// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.vectortile.model.VectorTile.Layer.Feature;
import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clearground.registers.print.Tile;
import org.clearground.reports.ReportId;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports lie on the map where they say that they are, whatever became of them. */
class ReportsMapTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORLD = "0/0/0";
    private static final String BOW_TIE = "39.900 46.930; 39.910 46.945; 39.900 46.945; 39.910 46.930";
    private static final String HEADING =
            "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha,worked_ground,"
                    + "category,quantity,found_on,latitude,longitude\n";

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send("pending.csv", HEADING + ground("P-1", square(46.90)) + at("P-2", "39.92", "46.92"), false);
        site.send("bow-tie.csv", HEADING + ground("B-1", BOW_TIE), false);
        site.send("nowhere.csv", HEADING + at("N-1", "", ""), false);
        site.send("approved.csv", HEADING + ground("A-1", square(46.95)) + ground("W-1", square(46.96)), true);
        site.send("correction.csv", HEADING + ground("A-1", square(46.952)), true);
        site.send("decided.csv", HEADING + ground("R-1", square(46.97)) + ground("T-1", square(46.98)), false);
        decide(Decision.RETURN, "R-1");
        decide(Decision.TAKE_BACK, "T-1");
        decide(Decision.WITHDRAW, "W-1");
        site.send("again.csv", HEADING + ground("S-1", square(46.99)), false);
        readAgain(directory.resolve("again.csv"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String square(double west) {
        return String.format(
                java.util.Locale.ROOT,
                "39.900 %1$.4f; 39.900 %2$.4f; 39.904 %2$.4f; 39.904 %1$.4f",
                west,
                west + 0.005);
    }

    private static String ground(String number, String outline) {
        return number + ",MES,T-" + number + ",manual_clearance,2024-04-29,2024-05-02,AZ-AGM,10," + outline
                + ",AP_BLAST,1,2024-04-30,39.9,46.9\n";
    }

    /** Finds alone; the second lies somewhere else, the third where the first does. */
    private static String at(String number, String latitude, String longitude) {
        var beginning = number + ",MES,T-" + number + ",manual_clearance,2024-04-29,2024-05-02,AZ-AGM,1,,AP_BLAST,1,"
                + "2024-04-30,";
        return latitude.isEmpty()
                ? beginning + ",\n"
                : (beginning + latitude + "," + longitude + "\n")
                        + (beginning + "39.95,46.96\n")
                        + (beginning + latitude + "," + longitude + "\n");
    }

    private static void decide(Decision decision, String number) {
        var id = site.application().store().read(transaction -> transaction
                .sql()
                .sql("select report_id from report where report_no = ?")
                .param(number)
                .query((row, at) -> ReportId.of(row.getString(1)))
                .single());
        site.application().decisions().decide(decision, List.of(id), "for a reason", new Decider("decider", null));
    }

    /** The same file under another mapping: what waited of it is read anew. */
    private static void readAgain(Path file) {
        try {
            var mapping = Files.writeString(directory.resolve("mapping.yaml"), "decimal_mark: \".\"\n");
            site.application()
                    .reportImport()
                    .run(
                            new ImportRequest(file, "progress", null, Mapping.read(mapping), false, false, "test"),
                            site.application().country(),
                            count -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode json(String address) {
        return JSON.readTree(site.page(address));
    }

    private static List<Feature> tile(String tile, String filter) {
        var response = site.get("/tiles/reports/" + tile + ".mvt" + filter, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        try {
            return new VectorTileCodec()
                    .decode(response.body())
                    .getFeatures("rows")
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String numberOf(Object key) {
        return json("/api/registers/reports/" + key).get("row").get("report_no").asString();
    }

    /** The looks of all reports that a tile shows, by their numbers. */
    private static Map<String, List<Long>> looks(String tile, String filter) {
        var looks = new TreeMap<String, List<Long>>();
        for (var feature : tile(tile, filter)) {
            var number = numberOf(Objects.requireNonNull(feature.getAttribute("key")));
            looks.merge(
                    number, List.of((Long) Objects.requireNonNull(feature.getAttribute("look"))), ReportsMapTest::both);
        }
        return looks;
    }

    private static List<Long> both(List<Long> some, List<Long> others) {
        var both = new java.util.ArrayList<>(some);
        both.addAll(others);
        java.util.Collections.sort(both);
        return both;
    }

    @Test
    void eachLooksByWhereItStands() {
        var page = site.page("/registers/reports/map?lang=en");

        assertThat(looks(WORLD, ""))
                .hasSize(8)
                .containsEntry("P-1", List.of(0L))
                .containsEntry("P-2", List.of(0L))
                .containsEntry("B-1", List.of(0L))
                .containsEntry("R-1", List.of(1L))
                .containsEntry("A-1", List.of(2L, 3L))
                .containsEntry("S-1", List.of(0L, 3L))
                .containsEntry("T-1", List.of(4L))
                .containsEntry("W-1", List.of(4L));
        assertThat(page)
                .contains(
                        "Pending",
                        "Returned",
                        "Approved",
                        "Replaced by a correction or a later reading",
                        "Taken back or withdrawn");
    }

    /** Neither hatching, line nor sign is shared by two ways to stand. */
    @Test
    void looksAreToldApartWithoutColour() {
        var page = site.page("/registers/reports/map?lang=en");
        var looks = JSON.readTree(page.substring(
                                page.indexOf("data-map=\"") + 10, page.indexOf("\">", page.indexOf("data-map=\"")))
                        .replace("&#34;", "\"")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .get("layers")
                .get(0)
                .get("looks");

        assertThat(looks.valueStream().map(look -> look.get("sign").asString()).distinct())
                .hasSize(looks.size())
                .noneMatch(String::isEmpty);
        assertThat(looks.valueStream()
                        .map(look -> look.get("drawing").asString()
                                + look.get("dashes").asString())
                        .distinct())
                .hasSize(looks.size());
    }

    @ParameterizedTest
    @CsvSource({
        "status=PENDING, 'B-1,P-1,P-2,S-1'",
        "status=REREAD, S-1",
        "status=APPROVED, A-1",
        "q=R-1, R-1",
        "organisation=MOD, ''",
        "'bbox=46.929,39.899,46.946,39.911', B-1"
    })
    void theMapHasTheFilterOfTheList(String filter, String numbers) {
        var expected = numbers.isEmpty() ? new String[0] : numbers.split(",");

        assertThat(looks(WORLD, "?" + filter)).containsOnlyKeys(expected);
        assertThat(json("/api/registers/reports?bbox=46,39,48,41&" + filter.replaceFirst("^bbox.*", "q=B-1"))
                        .get("rows")
                        .valueStream()
                        .map(row -> row.get("report_no").asString()))
                .containsExactlyInAnyOrder(expected);
    }

    /** A reviewer must see where an outline is before anybody can say what is wrong with it. */
    @Test
    void anOutlineThatCrossesItselfIsDrawnAsItIsWritten() {
        int across = 1 << 13;
        int column = (int) ((46.9375 + 180) / 360 * across);
        double sine = Math.sin(Math.toRadians(39.905));
        int row = (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
        var box = new Tile(13, column, row).degrees(0);
        var near = tile("13/" + column + "/" + row, "?q=B-1");

        assertThat(near).hasSize(1);
        assertThat(near.get(0).getGeometry().getDimension()).isEqualTo(2);
        assertThat(near.get(0).getGeometry().getNumGeometries())
                .as("two halves")
                .isEqualTo(2);
        assertThat(near.get(0).getGeometry().getEnvelopeInternal().getWidth())
                .isGreaterThan(Tile.UNITS * Math.min(0.015 / box.getWidth(), 0.3) * 0.9);
        var geometry = json("/api/registers/reports.geojson?q=B-1")
                .get("features")
                .get(0)
                .get("geometry");
        assertThat(geometry.get("type").asString()).isEqualTo("MultiPolygon");
        assertThat(geometry.get("coordinates").get(0).get(0).get(1).get(0).asDouble())
                .isEqualTo(46.945);
        assertThat(site.page("/registers/reports?q=B-1")).contains("B-1");
    }

    @Test
    void findsWithoutAnOutlineAreSignsEachPlaceOnce() {
        var far = tile(WORLD, "?q=P-2");
        var geometry = json("/api/registers/reports.geojson?q=P-2")
                .get("features")
                .get(0)
                .get("geometry");

        assertThat(far).as("closer together than can be seen").hasSize(1);
        assertThat(far.get(0).getGeometry().getDimension()).isZero();
        assertThat(geometry.get("coordinates").size()).isEqualTo(2);
    }

    @Test
    void whatNamesNoPlaceIsInTheListAlone() {
        assertThat(json("/api/registers/reports.geojson?q=N-1")
                        .get("features")
                        .get(0)
                        .get("geometry")
                        .isNull())
                .isTrue();
        assertThat(tile(WORLD, "?q=N-1")).isEmpty();
        assertThat(site.page("/registers/reports?q=N-1")).contains("N-1");
        assertThat(site.page("/registers/reports/map?lang=en"))
                .contains("Rows without a recorded place are in the list");
    }

    @Test
    void theRowsOfOneReportShowWhereItIs() {
        var list = site.page("/registers/reports?q=P-1&lang=en");
        var link = ExampleSite.links(list, "/registers/reports/").stream()
                .filter(address -> address.matches("/registers/reports/\\d+.*"))
                .findFirst()
                .orElseThrow();

        assertThat(site.page(link)).contains("<svg class=\"ground\"");
    }

    @Test
    void theQueueLeadsToTheMapOfWhatWaits() {
        var page = site.page("/review?lang=en&organisation=MES&findings=");
        var link = ExampleSite.links(page, "/registers/reports/map").get(0);

        assertThat(link)
                .contains("status=PENDING", "organisation=MES", "lang=en")
                .doesNotContain("findings");
        assertThat(site.page(link)).contains("data-map=");
    }

    @Test
    void aRebuildPutsEachWhereItWas() {
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }
}
