// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The findings of all reports, counted and looked at, and a corrected report begun from one of them. */
class DataQualityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String XSS = "<img src=x onerror=alert(1)>";
    private static final String HEADING =
            "report_no,organisation,activity_type,period_from,period_to,district," + "declared_area_ha,worked_ground\n";
    private static final String TWICE = "39.99 46.90; 39.99 46.91; 39.99 46.91; 40 46.91";

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        site.send("a.csv", HEADING + row("A-1", "ANAMA", "AZ-AGM", TWICE) + row(XSS, "ANAMA", "AZ-FUZ", TWICE), false);
        site.send("m.csv", HEADING + row("M-1", "MES", "AZ-AGM", ""), false);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static String row(String number, String organisation, String district, String ground) {
        return number + "," + organisation + ",manual_clearance,2024-05-01,2024-05-01," + district + ",1," + ground
                + "\n";
    }

    private static List<JsonNode> rows(Browser browser, String more) {
        return JSON.readTree(
                        browser.get("/api/registers/findings?most=1000" + more).body())
                .path("rows")
                .valueStream()
                .toList();
    }

    private static long all(JsonNode line) {
        return line.path("waitingBlocking").asLong()
                + line.path("waitingWarnings").asLong()
                + line.path("approved").asLong();
    }

    private static String key(Browser browser, String code, String number) {
        return rows(browser, "&code=" + code).stream()
                .filter(row -> number.equals(row.path("report_no").asString()))
                .findFirst()
                .orElseThrow()
                .path("number")
                .asString();
    }

    @Test
    void countsAreThoseOfTheRowsOfTheRegister() {
        var browser = new Browser(site.port());
        var tally = JSON.readTree(browser.get("/api/data-quality").body());

        assertThat(all(tally.path("total"))).isEqualTo(rows(browser, "").size()).isPositive();
        for (var name : List.of("code", "organisation", "district", "age")) {
            assertThat(tally.path(name).valueStream().toList()).isNotEmpty();
            for (var line : tally.path(name)) {
                assertThat(all(line))
                        .as("%s %s", name, line)
                        .isEqualTo(
                                rows(browser, "&" + name + "=" + line.path(name).asString())
                                        .size());
            }
        }
        var page = browser.get("/data-quality").body();
        assertThat(page).contains("REPEATED_VERTEX", "/registers/findings?code=REPEATED_VERTEX", "ANAMA");
        assertThat(browser.get("/").body()).contains("findings in reports that wait");
    }

    @Test
    void whoIsKeptToABodyOrToDistrictsCountsOnlyWhatTheySee() {
        site.account("admin", Role.ADMINISTRATOR, null);
        site.account("mes", Role.OPERATOR_OFFICER, "MES");
        site.account("anama", Role.OPERATOR_OFFICER, "ANAMA");
        site.account("kept", Role.REVIEWER, null, "AZ-FUZ");
        site.account("rena", Role.REVIEWER, null);
        var rena = site.signedIn("rena");
        var all = rows(rena, "");
        assertThat(all).isNotEmpty();
        for (var who : Map.of(
                        "mes", "organisation=MES",
                        "anama", "organisation=ANAMA",
                        "kept", "district=AZ-FUZ")
                .entrySet()) {
            var browser = site.signedIn(who.getKey());
            long own = rows(rena, "&" + who.getValue()).size();

            assertThat(all(JSON.readTree(browser.get("/api/data-quality").body())
                            .path("total")))
                    .as(who.getKey())
                    .isEqualTo(own)
                    .isEqualTo(rows(browser, "").size());
            assertThat(own).isLessThan(all.size());
        }
        var theirs = key(rena, "REPEATED_VERTEX", "A-1");
        var mes = site.signedIn("mes");
        assertThat(mes.get("/data-quality/" + theirs).statusCode()).isEqualTo(404);
        assertThat(mes.get("/data-quality/" + theirs).body().replace("finding " + theirs + ";", ""))
                .isEqualTo(mes.get("/data-quality/999999").body().replace("finding 999999;", ""));
        var report = report("A-1");
        assertThat(mes.fill(
                                "/account",
                                "/enter/corrections",
                                Map.of("report", report.id().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.signedIn("kept").get("/data-quality/" + theirs).statusCode())
                .isEqualTo(404);
    }

    private ReportQueries.Summary report(String number) {
        return site.application().store().read(transaction -> new ReportQueries(transaction)
                .list(null, null, 0, 100).stream()
                        .filter(report -> number.equals(report.number()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aFindingShowsWhereWhatToDoAndWhatARepairWouldChange() {
        var browser = new Browser(site.port());
        var page = browser.get("/data-quality/" + key(browser, "REPEATED_VERTEX", "A-1"))
                .body();

        assertThat(page)
                .contains(
                        "What to do",
                        "<svg class=\"ground\"",
                        "Computed area, as written",
                        "Computed area, as proposed")
                .contains("REPEATED_VERTEX</code> × 1", "10,000 m²", "Begin a corrected report with this repair")
                .contains("name=\"reason\"", "REPEATED_VERTEX: ");
        var hostile = browser.get("/data-quality/" + key(browser, "REPEATED_VERTEX", XSS))
                .body();
        assertThat(hostile).contains("&lt;img src=x").doesNotContain(XSS);
        assertThat(browser.get("/data-quality").body()).doesNotContain(XSS);
        assertThat(browser.get("/data-quality/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void aCorrectedReportIsADraftUntilItIsSentAndTheEarlierOneStaysAsItIs() {
        site.account("admin", Role.ADMINISTRATOR, null);
        site.account("anama", Role.OPERATOR_OFFICER, "ANAMA");
        var browser = site.signedIn("anama");
        var report = report("A-1");
        var finding = "/data-quality/" + key(browser, "REPEATED_VERTEX", "A-1");
        var form = Map.of("report", report.id().toString());

        assertThat(browser.post("/enter/corrections", form).statusCode())
                .as("without a token")
                .isEqualTo(403);
        assertThat(browser.fill(finding, "/enter/corrections", Map.of("report", "x"))
                        .statusCode())
                .isEqualTo(400);
        var begun = browser.fill(finding, "/enter/corrections", form);
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(report("A-1").submission()).isEqualTo(report.submission());
        var draft = begun.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
        var page = browser.get(draft);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A-1", "MULTIPOLYGON").doesNotContain("REPEATED_VERTEX");

        var sent = browser.fill(
                draft,
                draft.replaceFirst("\\?.*", ""),
                Map.of("do", "anyway", "seen", seen(page.body()), "a.report_no", "A-1"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var findings = site.application().store().read(transaction -> new ReportQueries(transaction)
                .find(report.id())
                .orElseThrow()
                .findings());
        assertThat(findings).as("the findings of the earlier report").isNotEmpty();
    }

    private static String seen(String page) {
        var found = java.util.regex.Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aReviewerSendsItBackWithTheFindingAsTheReason() {
        site.account("admin", Role.ADMINISTRATOR, null);
        site.account("rena", Role.REVIEWER, null);
        var browser = site.signedIn("rena");
        var finding = "/data-quality/" + key(browser, "REPEATED_VERTEX", "A-1");
        var page = browser.get(finding).body();
        assertThat(page).doesNotContain("/enter/corrections");

        var sent = browser.fill(
                finding,
                "/reports/" + report("A-1").id() + "/return",
                Map.of("reason", "REPEATED_VERTEX: correct it", "seen", seen(page)));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(report("A-1").status().name()).isEqualTo("RETURNED");
        assertThat(browser.get(finding).body()).doesNotContain("name=\"reason\"");
    }
}
