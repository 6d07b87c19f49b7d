// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever is kept to districts or to a body follows every link and every address in JSON that they are shown, over ground,
 * files and cases that reach beyond: none leads to a record that does not answer them.
 */
class ClosedDoorsTest {

    private static final Pattern ADDRESS = Pattern.compile("\"(?:at|\\w+At)\" ?: ?\"(/[^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("\\.(csv|xlsx|geojson)(\\?|$)|/content$");
    private static final Pattern SUBJECT =
            Pattern.compile("[0-9a-f]{64}|[0-9a-f-]{36}|(?<=/)[A-Z0-9][^/]*\\d[^/]*|(?<=/)\\d+|\\d{4}-W\\d\\d"
                    + "|(?<=/registers/[a-z-]{1,30}/)[^/]+|(?<=/figures/)[^/]+");

    /** Of lists, which differ only in how they are asked, few are looked at; of records nearly all. */
    private static final int LISTS_OF_A_SHAPE = 2;

    private static final int RECORDS_OF_A_SHAPE = 15;

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static LandStory story;

    /** Reports of ground name no district, so no district's reader sees them; a file has reports of two districts. */
    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        story = new LandStory(site, directory).survey().clearance().handover().findLater();
        suspected("X-1", "ANAMA", "XB-1", 46.970, 39.858, "");
        suspected("X-2", "MOD", "XB-2", 46.971, 39.859, "");
        suspected("X-3", "MOD", "XB-3", 46.990, 40.058, "\"district\": \"AZ-AGM\", ");
        lead("L-AGM", "AZ-AGM", "40.05 46.99");
        lead("L-BEYOND", "AZ-AGM", "39.62 47.32");
        visit("V-AGM", "\"completion\": \"C-1\"");
        visit("V-NEAR", "\"district\": \"AZ-AGM\", \"hazard_code\": \"AGD-001\"");
        site.send(
                "two-districts.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("M-1", "0.1", "AP_BLAST", 1, false)
                        + ExampleSite.row("M-2", "0.1", "AP_BLAST", 1, false).replace("AZ-AGM", "AZ-FUZ"),
                true);
        site.send("one-district.csv", ExampleSite.HEADING + ExampleSite.row("M-3", "0.1", "AP_BLAST", 1, false), true);
        site.send(
                "waiting.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("M-4", "0.1", "AP_BLAST", 1, false)
                        + ExampleSite.row("M-5", "0.1", "AP_BLAST", 1, false)
                                .replace("AZ-AGM", "AZ-FUZ")
                                .replace("MES", "ANAMA"),
                false);
        site.account("admin", Role.ADMINISTRATOR, null);
        for (var role : List.of(Role.REVIEWER, Role.OPERATIONS_PLANNER, Role.QUALITY_INSPECTOR, Role.LAND_RECIPIENT)) {
            site.account(role.code(), role, null, "AZ-AGM");
        }
        site.account("reviewer-fuz", Role.REVIEWER, null, "AZ-FUZ");
        site.account("officer-anama", Role.OPERATOR_OFFICER, "ANAMA");
        site.account("officer-mes", Role.OPERATOR_OFFICER, "MES");
        site.account("auditor", Role.AUDITOR, null);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static void suspected(
            String number, String organisation, String code, double west, double south, String district) {
        var ground = String.format(
                Locale.ROOT,
                "POLYGON ((%1$.4f %2$.4f, %3$.4f %2$.4f, %3$.4f %4$.4f, %1$.4f %4$.4f, %1$.4f %2$.4f))",
                west,
                south,
                west + 0.004,
                south + 0.004);
        story.send(
                "hazard",
                number,
                true,
                district + "\"organisation\": \"" + organisation
                        + "\", \"surveyed_on\": \"2024-02-10\", \"outcome\": \"suspected\", \"hazard_code\": \"" + code
                        + "\", \"ground\": \"" + ground
                        + "\", \"survey_type\": \"non_technical_survey\", \"eo_category\": \"AP_BLAST\","
                        + " \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\","
                        + " \"directness\": \"indirect\"}]");
    }

    private static void lead(String number, String district, String place) {
        story.send(
                "hazard",
                number,
                true,
                "\"organisation\": \"ANAMA\", \"surveyed_on\": \"2024-02-11\", \"outcome\": \"lead\","
                        + " \"eo_category\": \"SUBMUNITION\", \"survey_type\": \"non_technical_survey\", \"district\": \""
                        + district + "\", \"place\": \"" + place + "\"");
    }

    private static void visit(String number, String what) {
        story.send(
                "qc-visit",
                number,
                true,
                "\"organisation\": \"ANAMA\", \"inspected\": \"ANAMA\", \"visited_on\": \"2024-04-01\","
                        + " \"severity\": \"none\", " + what);
    }

    /** Where a page or a document of JSON leads. */
    private static Set<String> ways(String body) {
        var ways = new TreeSet<>(ExampleSite.links(body, "/"));
        ADDRESS.matcher(body).results().map(found -> found.group(1)).forEach(ways::add);
        ways.removeIf(way -> way.startsWith("/assets/") || FILE.matcher(way).find());
        return ways;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reviewer", "quality-inspector", "land-recipient", "reviewer-fuz", "officer-anama", "officer-mes"
            })
    void nothingThatIsShownLeadsToAClosedDoor(String name) {
        var browser = site.signedIn(name);
        var waiting = new ArrayDeque<String>(List.of("/?lang=en", "/land/history?at=40.0225,46.9535&lang=en"));
        var met = new TreeSet<>(waiting);
        var shapes = new TreeMap<String, Integer>();
        var closed = new TreeMap<String, String>();
        var from = new TreeMap<String, String>();
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var shape = SUBJECT.matcher(address.replaceFirst("\\?.*", "")).replaceAll("_");
            int most = shape.contains("_") ? RECORDS_OF_A_SHAPE : LISTS_OF_A_SHAPE;
            if (shapes.merge(shape, 1, Integer::sum) > most) {
                continue;
            }
            var answer = browser.get(address);
            var elsewhere = answer.headers().firstValue("Location").orElse("/sign-in");
            if (answer.statusCode() == 302 && !elsewhere.startsWith("/sign-in")) {
                answer = browser.get(elsewhere);
            }
            if (answer.statusCode() != 200 && !from.getOrDefault(address, "").isEmpty()) {
                closed.put(address, answer.statusCode() + " from " + from.get(address));
            }
            for (var way : ways(answer.body())) {
                if ((way.contains("lang=en") || !way.contains("lang=")) && met.add(way)) {
                    waiting.add(way);
                    from.put(way, address);
                }
            }
        }

        assertThat(closed)
                .as("closed to %s on %s shapes of pages", name, shapes.size())
                .isEmpty();
        assertThat(shapes).hasSizeGreaterThan(10);
    }

    @Test
    void whatCannotBeOpenedIsNamedAndItIsSaidWhy() {
        var planner = site.signedIn("operations-planner");

        assertThat(planner.get("/land/hazards/XB-1?lang=en").body())
                .contains("X-1", "outside your districts")
                .doesNotContain("/reports/" + story.id("X-1"));
        assertThat(planner.get("/land/hazards/XB-3?lang=en").body()).contains("/reports/" + story.id("X-3"));
        assertThat(planner.get("/land/hazards?lang=en").body())
                .contains("/land/history?at=40.05", "39.620000, 47.320000 <span class=\"outside\">")
                .doesNotContain("/land/history?at=39.62");
        var file = planner.get("/reports/" + story.id("M-1") + "?lang=en").body();
        assertThat(file).contains("two-districts.csv <span class=\"outside\">").doesNotContain("/submissions/");
        assertThat(planner.get("/reports/" + story.id("M-3") + "?lang=en").body())
                .contains("/submissions/");
        assertThat(planner.get("/api/reports/" + story.id("M-1")).body()).contains("\"submissionAt\" : null");

        assertThat(site.signedIn("auditor").get("/land/hazards/XB-1?lang=en").body())
                .contains("/reports/" + story.id("X-1"))
                .doesNotContain("class=\"outside\"");
    }

    /** What stands on the ground is told whole; who else did what there is not. */
    @Test
    void aBodySeesTheAreasInWhichItReportedAndItsOwnActsThere() {
        var officer = site.signedIn("officer-anama");
        var page = officer.get("/land/hazards/AGD-001?lang=en").body();
        var json = officer.get("/api/land/hazards/AGD-001").body();

        assertThat(page)
                .contains("/reports/" + story.id("N-1"), "the states above are of all reports together", "<svg")
                .doesNotContain("MOD-7", "/reports/" + story.id(LandStory.HOSTILE), "/land/history");
        assertThat(json).contains("AGD-001").doesNotContain("MOD", "organisation");
        assertThat(page)
                .contains(sum(site.signedIn("auditor")
                        .get("/land/hazards/AGD-001?lang=en")
                        .body()));
        assertThat(officer.get("/land/hazards?lang=en").body())
                .contains("AGD-001", "XB-1", "because your account sees no more")
                .doesNotContain("XB-2", "XB-3", "MOD-7", "id=\"leads\"");
        assertThat(officer.get("/api/land/hazards").body())
                .contains("\"leads\" : null")
                .doesNotContain("XB-2");
        assertThat(officer.get("/registers/hazards/AGD-001?lang=en").body()).contains("/land/hazards/AGD-001");

        var others = officer.get("/land/hazards/XB-3?lang=en");
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body().replace("XB-3", "NONE-1"))
                .isEqualTo(officer.get("/land/hazards/NONE-1?lang=en").body());
        assertThat(site.signedIn("officer-mes").get("/land/hazards/AGD-001").statusCode())
                .isEqualTo(404);
        for (var closed : List.of("/land/history", "/land/cases", "/api/land/pieces.geojson", "/api/land/leads")) {
            assertThat(officer.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
    }

    private static String sum(String page) {
        int from = page.indexOf("<tr class=\"sum\">");
        return page.substring(from, page.indexOf("</tr>", from));
    }
}
