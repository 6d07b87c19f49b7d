// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearground.commands.Application;
import org.clearground.land.LandBalance;
import org.clearground.land.print.BalanceText;
import org.clearground.land.store.LandBalances;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LandPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String YEAR = "from=2024-01-01&to=2024-12-31";
    private static final Pattern NUMBER_CELL = Pattern.compile("<td class=\"number\">([^<]*)</td>");
    private static final List<String> COLUMNS = List.of(
            "openingM2",
            "foundM2",
            "addedM2",
            "reopenedM2",
            "transferredM2",
            "cancelledM2",
            "reducedM2",
            "clearedM2",
            "closingM2");
    private static final Set<String> HAZARDOUS =
            Set.of("SUSPECTED", "CONFIRMED", "UNDER_WORK", "CLEARED_PENDING_QC", "REOPENED");

    @TempDir
    private static Path directory = Path.of(".");

    @TempDir
    private static Path emptyDirectory = Path.of(".");

    private static ExampleSite site;
    private static ExampleSite empty;
    private static Instant beforeHandover = Instant.EPOCH;

    @TempDir
    private Path own = Path.of(".");

    @BeforeAll
    static void tell() throws InterruptedException {
        empty = new ExampleSite(emptyDirectory);
        site = new ExampleSite(directory);
        var story = new LandStory(site, directory).survey().clearance();
        Thread.sleep(5);
        beforeHandover = site.application().clock().instant();
        Thread.sleep(5);
        story.handover().reopening(true);
    }

    @AfterAll
    static void stop() {
        site.close();
        empty.close();
    }

    private static JsonNode json(String address) {
        return JSON.readTree(site.page(address));
    }

    private static List<String> cells(String page) {
        var cells = new ArrayList<String>();
        var matcher = NUMBER_CELL.matcher(page);
        while (matcher.find()) {
            cells.add(matcher.group(1));
        }
        return cells;
    }

    private static String printed(long value) {
        return value < 0 ? "−" + printed(-value) : String.format(Locale.ROOT, "%,d", value);
    }

    @Test
    void pageJsonAndCommandLineSayTheSameBalance() {
        var json = json("/api/land/balance?" + YEAR);
        var cells = cells(site.page("/land?" + YEAR));
        var terminal = site.application()
                .store()
                .read(transaction -> BalanceText.print(
                        new LandBalances(transaction)
                                .balance(
                                        new ReportingPeriod(
                                                java.time.LocalDate.of(2024, 1, 1),
                                                java.time.LocalDate.of(2024, 12, 31)),
                                        site.application().clock().instant(),
                                        LandBalance.Dimension.NONE),
                        Application.wording(transaction, "en").words()));

        assertThat(json.path("total").path("total").path("clearedM2").asLong()).isPositive();
        for (int row = 0; row < COLUMNS.size(); row++) {
            var column = COLUMNS.get(row);
            var expected = List.of(
                    printed(json.path("total").path("suspected").path(column).asLong()),
                    printed(json.path("total").path("confirmed").path(column).asLong()),
                    printed(json.path("total").path("total").path(column).asLong()));
            assertThat(cells.subList(4 * row, 4 * row + 3)).as(column).isEqualTo(expected);
            assertThat(terminal.lines()
                            .filter(line -> line.matches(".*\\s" + Pattern.quote(expected.get(0)) + "\\s+"
                                    + Pattern.quote(expected.get(1)) + "\\s+" + Pattern.quote(expected.get(2))
                                    + "\\s.*")))
                    .as(column)
                    .isNotEmpty();
        }
    }

    @Test
    void theMapIsMadeOfTheGroundThatTheBalanceCounts() {
        var total = json("/api/land/balance?from=2024-02-15&to=2024-12-31")
                .path("total")
                .path("total");
        var page = site.page("/land?from=2024-02-15&to=2024-12-31");

        assertThat(page)
                .contains("Hazardous at opening: "
                        + printed(total.path("openingM2").asLong()) + " m²")
                .contains("Hazardous at closing: "
                        + printed(total.path("closingM2").asLong()) + " m²")
                .contains("Cancelled: " + printed(total.path("cancelledM2").asLong()) + " m²")
                .contains("Cleared: " + printed(total.path("clearedM2").asLong()) + " m²")
                .contains("Reopened: " + printed(total.path("reopenedM2").asLong()) + " m²")
                .contains("<svg class=\"ground\" role=\"img\"")
                .contains("<pattern id=\"balance-1-SUSPECTED\"");
        assertThat(site.page("/land?from=2024-02-15&to=2024-12-31&known_at=2099-01-01T00:00:00Z"))
                .isEqualTo(site.page("/land?from=2024-02-15&to=2024-12-31&known-at=2099-01-01T00:00:00Z")
                        .replace("known-at", "known_at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"district", "organisation", "purpose", "method"})
    void everyLineOfABreakdownLeadsToItsOwnBalance(String dimension) {
        var page = site.page("/land?" + YEAR + "&by=" + dimension);
        var lines = ExampleSite.links(page, "/land?").stream()
                .filter(link -> link.contains("&item="))
                .toList();
        long closing = 0;

        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var narrowed = json("/api/land/balance" + line.substring("/land".length()));
            var cells = cells(site.page(line));
            long one = narrowed.path("total").path("total").path("closingM2").asLong();
            assertThat(cells.get(4 * 8 + 2)).isEqualTo(printed(one));
            assertThat(site.page(line)).contains("Hazardous at closing: " + printed(one) + " m²");
            closing += one;
        }
        assertThat(closing)
                .isEqualTo(json("/api/land/balance?" + YEAR)
                        .path("total")
                        .path("total")
                        .path("closingM2")
                        .asLong());
    }

    @Test
    void ofEachHazardousAreaWhatWasFoundRemainsOrWasReleased() {
        var pieces = new HashMap<String, Long>();
        for (var feature : json("/api/land/pieces.geojson").path("features")) {
            var properties = feature.path("properties");
            if (HAZARDOUS.contains(properties.path("state").asString())
                    && !properties.path("hazard").isNull()) {
                pieces.merge(
                        properties.path("hazard").asString(),
                        properties.path("squareMetres").asLong(),
                        Math::addExact);
            }
        }
        var hazards = json("/api/land/hazards").path("hazards");

        assertThat(hazards.size()).isEqualTo(3);
        for (var hazard : hazards) {
            var code = hazard.path("hazard").asString();
            long remaining = hazard.path("remainingM2").asLong();
            assertThat(hazard.path("foundM2").asLong()
                            + hazard.path("addedM2").asLong()
                            + hazard.path("reopenedM2").asLong()
                            + hazard.path("transferredM2").asLong()
                            - hazard.path("cancelledM2").asLong()
                            - hazard.path("reducedM2").asLong()
                            - hazard.path("clearedM2").asLong())
                    .as(code)
                    .isEqualTo(remaining)
                    .isEqualTo(pieces.getOrDefault(code, 0L));
            assertThat(site.page("/land/hazards")).contains("<strong>" + printed(remaining) + "</strong>");
            assertThat(site.page("/land/hazards/" + code)).contains(printed(remaining) + " m²");
        }
        assertThat(site.get("/land/hazards/NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void piecesAreFeaturesOfGeoJsonAndCanBeAskedForByABox() {
        var response = site.get("/api/land/pieces.geojson");
        var all = JSON.readTree(response.body());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(all.path("type").asString()).isEqualTo("FeatureCollection");
        for (var feature : all.path("features")) {
            for (var polygon : feature.path("geometry").path("coordinates")) {
                for (var ring : polygon) {
                    assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
                }
            }
        }
        int part = json("/api/land/pieces.geojson?bbox=46.9601,40.0271,46.99,40.04")
                .path("features")
                .size();
        assertThat(part).isPositive().isLessThan(all.path("features").size());
        assertThat(json("/api/land/pieces.geojson?bbox=1,1,2,2")
                        .path("features")
                        .size())
                .isZero();
    }

    @Test
    void aPlaceTellsItsHistoryWithEvidenceSignaturesAndFinds() {
        var page = site.page("/land/history?at=40.0215,46.9525");

        assertThat(page)
                .containsSubsequence("N-1", "N-2", "T-1", "C-1", "LOT-1", "H-1")
                .contains("Explosive ordnance seen", "Nigar", "Inspection body", "PMN-2")
                .contains("&lt;b&gt;fragments&lt;/b&gt; on the path")
                .doesNotContain("<b>fragments");
        assertThat(ExampleSite.links(page, "/reports/"))
                .hasSizeGreaterThan(5)
                .allMatch(link -> site.get(link).statusCode() == 200);
        assertThat(json("/api/land/history?at=40.0215,46.9525").path("pieces").size())
                .isEqualTo(1);
    }

    @Test
    void aNameIsNeverAProgramme() {
        for (var address : List.of(
                "/land/history?at=40.0260,46.9590", "/land/cases", "/land/hazards/MOD-7", "/land/hazards/AGD-001")) {
            assertThat(site.page(address))
                    .as(address)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script");
        }
        assertThat(site.page("/land/hazards?after=%3Cscript%3E")).doesNotContain("<script");
        assertThat(site.get("/land/history?at=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script");
        assertThat(site.get("/land/verify?code=%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void aCaseNamesBothBodiesAndTheirReports() {
        var json = json("/api/land/cases").path("cases");
        var page = site.page("/land/cases");

        assertThat(json.size()).isEqualTo(1);
        assertThat(page)
                .contains("Ministry of Defence", "Mine Action Agency")
                .contains(printed(json.path(0).path("squareMetres").asLong()) + " m²")
                .contains("GROUND_IS_RECORDED_ONCE");
        assertThat(ExampleSite.links(page, "/reports/")).hasSize(2);
        assertThat(site.page("/land/cases?settled=yes")).contains("No two bodies");
    }

    @Test
    void whatWasKnownThenIsShownAsItWasKnownThen() {
        var then = "&known_at=" + beforeHandover;

        assertThat(cells(site.page("/land?" + YEAR)).get(4 * 13 + 2)).isNotEqualTo("0");
        assertThat(cells(site.page("/land?" + YEAR + then)).get(4 * 13 + 2)).isEqualTo("0");
        assertThat(site.page("/land/history?at=40.0215,46.9525" + then)).doesNotContain("H-1");
        assertThat(site.page("/land/hazards/AGD-002" + then.replace('&', '?'))).doesNotContain("Reopened, counted");
        assertThat(site.page("/land/hazards?valid_on=2024-01-15"))
                .contains("AGD-001")
                .doesNotContain("AGD-002");
    }

    @ParameterizedTest
    @CsvSource({"en, Opening balance", "az, İlkin qalıq", "ru, Остаток на начало"})
    void speaksTheLanguagesOfThePack(String language, String opening) {
        assertThat(site.page("/land?by=district&" + YEAR + "&lang=" + language)).contains(opening);
        for (var path : List.of(
                "/land?" + YEAR + "&by=method",
                "/land/declared?" + YEAR,
                "/land/cases?",
                "/land/hazards?",
                "/land/hazards/AGD-001?",
                "/land/history?at=40.0215,46.9525",
                "/land/verify?")) {
            assertThat(site.page(path + "&lang=" + language))
                    .as(path)
                    .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/land|?from=2024-01-01|say which days: from=2024-04-29&to=2024-05-05",
                "/land|?from=1.1.2024&to=2024-12-31|which is no day",
                "/land|?from=2024-12-31&to=2024-01-01|a period ends on or after its first day",
                "/land|?by=colour|by district, organisation, purpose or method",
                "/land|?item=AZ-AGM|say of which breakdown",
                "/land|?known_at=now|moments are written 2024-05-06T08:00:00Z",
                "/land|?known_at=2024-05-06T08:00:00Z&known-at=2024-05-06T08:00:00Z|said more than once",
                "/land|?lang=de|it speaks en, az, ru",
                "/land/history|?at=here|is no place",
                "/land/history|?at=40,46&polygon=x|not both",
                "/land/history|?at=52.5,13.4|lies far outside this country; check the digits",
                "/land/history|?at=46.95,40.02|latitude and longitude are exchanged",
                "/land/history|?polygon=POLYGON((0 0,1 1,1 0,0 1,0 0))|the polygon is none",
                "/land/cases|?settled=maybe|it may be yes or no",
                "/land/visits|?org=NOBODY|the pack has no organisation",
                "/land/visits|?open=maybe|it may be yes or no",
                "/land/visits|?from=2024-05-01&to=2024-01-01|a period ends on or after its first day",
                "/land/overdue|?on=tomorrow|which is no day",
                "/land/cases|?own=perhaps|it may be yes or no",
                "/land/declared|?by=team|by organisation or act",
                "/land/pieces.geojson|?bbox=1,2,3|is no box",
                "/land/certificates/x||is no report's id",
                "/land/verify|?code=123|seven groups of four digits",
                "/land/effects/x||is no report's id"
            })
    void saysInOneSentenceWhatIsWrong(String path, String parameters, String sentence) {
        var rest = (parameters == null ? "" : parameters).replace(" ", "%20");
        var json = empty.get("/api" + (path.equals("/land") ? "/land/balance" : path) + rest);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains(sentence).contains("\"WRONG_CALL\"");

        if (!path.contains("geojson") && !path.contains("effects")) {
            var page = empty.get(path + rest);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("<h1>").doesNotContain("Exception");
        }
    }

    @Test
    void anEmptyStoreSaysThatNothingIsKnownNotThatNothingIsThere() {
        assertThat(empty.page("/land")).contains("That says nothing about the ground.");
        assertThat(empty.page("/land/declared")).contains("That says nothing about the ground.");
        assertThat(empty.page("/land/hazards")).contains("That says nothing about the ground.");
        assertThat(empty.page("/land/cases")).contains("No two bodies");
        assertThat(empty.page("/land/visits")).contains("That says nothing about the quality of work.");
        assertThat(empty.page("/land/overdue")).contains("Nothing recorded waits longer");
        assertThat(empty.page("/land/history")).contains("<form");
        assertThat(empty.page("/land/history?at=40.02,46.95")).contains("That says nothing about the ground itself.");
        assertThat(empty.page("/land/verify")).contains("<form");
        assertThat(JSON.readTree(empty.page("/api/land/pieces.geojson"))
                        .path("features")
                        .size())
                .isZero();
        assertThat(empty.get("/land/certificates/0f8fad5b-d9cb-869f-a165-70867728950e")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noPageCallsGroundSafe() {
        for (var address : List.of(
                "/land?" + YEAR + "&by=district",
                "/land/declared?" + YEAR,
                "/land/cases",
                "/land/hazards",
                "/land/visits",
                "/land/overdue",
                "/land/hazards/AGD-002",
                "/land/history?at=40.0215,46.9525",
                "/land/verify")) {
            assertThat(site.page(address)
                            .replace("An empty table or map says nothing about whether ground is safe.", ""))
                    .as(address)
                    .doesNotContainIgnoringCase("safe");
        }
    }

    @Test
    void whatReportsDeclareStandsBesideWhatCounts() {
        var page = site.page("/land/declared?by=act&" + YEAR);

        assertThat(page).contains("Clearance reported complete", "Lot accepted", "57,000");
        assertThat(json("/api/land/declared?by=act&" + YEAR).path("lines").size())
                .isGreaterThan(3);
        assertThat(site.page("/land/declared?" + YEAR)).contains("Mine Action Agency", "10,000");
    }

    @Test
    void theRiskOfAcceptingALotStandsBesideTheDecision() {
        try (var other = new ExampleSite(own)) {
            var story = new LandStory(other, own).survey().completion().sampling();
            var report = story.id("LOT-1");
            var risks = JSON.readTree(other.page("/api/land/effects/" + report)).path("riskOfAccepting");

            // a tenth sampled, nine in ten detected: five missed items pass about 62 times out of 100
            assertThat(risks.path(0).asDouble()).isEqualTo(1);
            assertThat(risks.path(5).asDouble()).isBetween(0.61, 0.64);
            assertThat(other.page("/reports/" + report))
                    .contains("Risk of accepting this lot although items were missed", "Accepted all the same")
                    .contains("A sample shows bad work, not single items")
                    .contains("Inspection body", "National mine action authority");
        }
    }

    @Test
    void whatIsForeseenOnThePageOfAReportIsWhatApprovingItDoes() {
        try (var other = new ExampleSite(own)) {
            var story =
                    new LandStory(other, own).survey().clearance().handover().reopening(false);
            var report = story.id("R-1");
            var before = JSON.readTree(other.page("/api/land/balance?" + YEAR))
                    .path("total")
                    .path("total");
            var foreseen = JSON.readTree(other.page("/api/land/effects/" + report));
            var page = other.page("/reports/" + report);

            story.decide(Decision.APPROVE, "R-1", "Farid", "OPERATIONS");

            var after = JSON.readTree(other.page("/api/land/balance?" + YEAR))
                    .path("total")
                    .path("total");
            long reopened = foreseen.path("total").path("REOPENED").asLong();
            assertThat(reopened)
                    .isPositive()
                    .isEqualTo(foreseen.path("changedM2").asLong())
                    .isEqualTo(after.path("reopenedM2").asLong()
                            - before.path("reopenedM2").asLong());
            assertThat(page)
                    .contains("What approving would change")
                    .contains(printed(reopened) + " m²")
                    .contains("Operations");
            assertThat(other.page("/reports/" + report)).doesNotContain("What approving would change");
            assertThat(other.get("/api/land/effects/" + report).statusCode()).isEqualTo(404);
        }
    }
}
