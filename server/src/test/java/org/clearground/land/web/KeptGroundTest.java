// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.store.Alerts;
import org.clearground.land.store.LandHistories;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ground for accounts that are kept to districts: what touches them is seen whole, all else is as if it did not exist. */
class KeptGroundTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";
    private static final String CLAIM = "\"survey_type\": \"non_technical_survey\", \"eo_category\": \"AP_BLAST\","
            + " \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\", \"directness\": \"indirect\"}]";

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static LandStory story;

    @SuppressWarnings("NullAway.Init")
    private static ReconciliationCase inAgm;

    @SuppressWarnings("NullAway.Init")
    private static ReconciliationCase across;

    private static String alert = "";

    /** Aghdam has a field from survey to handover and a find on it; Fuzuli a suspicion; two claims cross a border. */
    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        story = new LandStory(site, directory).survey().clearance().handover().findLater();
        suspected("F-1", "MOD", "FUZ-1", 47.30, 39.60);
        suspected("X-1", "ANAMA", "XB-1", 46.970, 39.858);
        suspected("X-2", "MOD", "XB-2", 46.971, 39.859);
        lead("L-AGM", "AZ-AGM", "40.05 46.99");
        lead("L-FUZ", "AZ-FUZ", "39.62 47.32");
        visit("V-FUZ", "\"district\": \"AZ-FUZ\"");
        visit("V-AGM", "\"completion\": \"C-1\"");
        var cases =
                site.application().store().read(transaction -> new LandHistories(transaction).cases(false, false, 100));
        inAgm = find(cases, LandStory.HOSTILE);
        across = find(cases, "X-2");
        alert = site.application()
                .store()
                .read(transaction -> new Alerts(transaction)
                        .list(Alerts.Asked.OPEN, site.application().clock().instant()))
                .get(0)
                .code();
        site.account("admin", Role.ADMINISTRATOR, null);
        site.account("rena", Role.REVIEWER, null);
        site.account("officer", Role.OPERATOR_OFFICER, "ANAMA");
        for (var role : kept()) {
            site.account(role.code() + "-agm", role, null, "AZ-AGM");
            site.account(role.code() + "-fuz", role, null, "AZ-FUZ");
        }
        site.account("planner-xvd", Role.OPERATIONS_PLANNER, null, "AZ-XVD");
        site.account("reviewer-xvd", Role.REVIEWER, null, "AZ-XVD");
        site.account("reviewer-both", Role.REVIEWER, null, "AZ-AGM", "AZ-XVD");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<Role> kept() {
        return List.of(
                Role.REVIEWER,
                Role.OPERATIONS_PLANNER,
                Role.QUALITY_INSPECTOR,
                Role.RELEASE_COMMITTEE,
                Role.LAND_RECIPIENT);
    }

    private static ReconciliationCase find(List<ReconciliationCase> cases, String number) {
        return cases.stream()
                .filter(one -> number.equals(one.claim().number())
                        || number.equals(one.against().number()))
                .findFirst()
                .orElseThrow();
    }

    private static void suspected(String number, String organisation, String code, double west, double south) {
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
                "\"organisation\": \"" + organisation
                        + "\", \"surveyed_on\": \"2024-02-10\", \"outcome\": \"suspected\"," + " \"hazard_code\": \""
                        + code + "\", \"ground\": \"" + ground + "\", " + CLAIM);
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

    private static String body(String who, String address) {
        var response = site.browser(who).get(address);
        assertThat(response.statusCode()).as("%s at %s", who, address).isEqualTo(200);
        return response.body();
    }

    private static String address(ReconciliationCase one) {
        return "/land/cases/" + one.claim().act() + "/" + one.against().act();
    }

    /** Pages of records of Aghdam, each with one of the same kind that does not exist. */
    private static Map<String, String> records() {
        return Map.of(
                "/land/hazards/AGD-001",
                "/land/hazards/NONE-1",
                "/api/land/hazards/AGD-001",
                "/api/land/hazards/NONE-1",
                address(inAgm),
                "/land/cases/7771/7772",
                "/land/alerts/" + alert,
                "/land/alerts/NONE-1",
                "/land/certificates/" + story.id("H-1"),
                "/land/certificates/" + NOWHERE,
                "/api/land/certificates/" + story.id("H-1"),
                "/api/land/certificates/" + NOWHERE,
                "/land/completions/" + story.id("C-1"),
                "/land/completions/" + NOWHERE,
                "/api/land/completions/" + story.id("C-1"),
                "/api/land/completions/" + NOWHERE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REVIEWER", "OPERATIONS_PLANNER", "QUALITY_INSPECTOR", "RELEASE_COMMITTEE", "LAND_RECIPIENT"})
    void aRecordOfADistrictIsSeenThereAndNowhereElse(Role role) {
        int seen = 0;
        for (var record : records().entrySet()) {
            var there = site.browser(role.code() + "-agm").get(record.getKey());
            var elsewhere = site.browser(role.code() + "-fuz").get(record.getKey());
            var nothing = site.browser(role.code() + "-fuz").get(record.getValue());
            if (role == Role.LAND_RECIPIENT
                    && !record.getKey().contains("certificates")
                    && !record.getKey().contains("completions")) {
                assertThat(List.of(there.statusCode(), elsewhere.statusCode())).containsOnly(403);
                continue;
            }
            assertThat(there.statusCode()).as(record.getKey()).isEqualTo(200);
            assertThat(elsewhere.statusCode())
                    .as(record.getKey())
                    .isEqualTo(404)
                    .isEqualTo(nothing.statusCode());
            assertThat(masked(elsewhere, record.getKey())).isEqualTo(masked(nothing, record.getValue()));
            seen++;
        }
        assertThat(seen).isPositive();
        assertThat(site.browser("officer").get("/land/history").statusCode()).isEqualTo(403);
    }

    /** Without what was asked for. */
    private static String masked(HttpResponse<String> response, String address) {
        var whole = response.body();
        var body = whole.substring(Math.max(0, whole.indexOf("<main")));
        for (var part : address.split("/")) {
            if (!List.of("", "api", "land", "hazards", "cases", "alerts", "certificates", "completions")
                    .contains(part)) {
                body = body.replaceAll("\\b" + Pattern.quote(part) + "\\b", "IT");
            }
        }
        return body;
    }

    @Test
    void listsHaveWhatTouchesTheDistrict() {
        var planner = "operations-planner-";
        assertThat(body(planner + "agm", "/land/hazards"))
                .contains("AGD-001", "XB-1", "L-", "because your account sees no more")
                .doesNotContain("FUZ-1");
        assertThat(body(planner + "fuz", "/land/hazards")).contains("FUZ-1").doesNotContain("AGD-", "XB-", "MOD-7");
        assertThat(body(planner + "xvd".replace("xvd", "fuz"), "/api/land/hazards"))
                .doesNotContain("AGD-", "XB-");
        assertThat(body("planner-xvd", "/land/hazards"))
                .contains("XB-1", "XB-2")
                .doesNotContain("AGD-", "FUZ-1");

        assertThat(body(planner + "agm", "/land/cases")).contains(address(inAgm), address(across));
        assertThat(body("planner-xvd", "/land/cases")).contains(address(across)).doesNotContain(address(inAgm));
        assertThat(body(planner + "fuz", "/land/cases"))
                .doesNotContain("/land/cases/" + inAgm.claim().act());
        assertThat(body(planner + "fuz", "/api/land/cases")).contains("\"cases\" : [ ]");

        assertThat(body(planner + "agm", "/land/alerts")).contains(alert);
        assertThat(body(planner + "fuz", "/land/alerts")).doesNotContain(alert);
        assertThat(body(planner + "fuz", "/api/land/alerts"))
                .contains("\"alerts\" : [ ]")
                .doesNotContain(alert);
        assertThat(body(planner + "agm", "/?lang=en")).contains("/land/alerts?");
        assertThat(body(planner + "fuz", "/?lang=en")).doesNotContain("Open alerts");

        assertThat(body(planner + "agm", "/api/land/leads")).contains("AZ-AGM").doesNotContain("AZ-FUZ");
        assertThat(body(planner + "fuz", "/api/land/leads?ended=yes&finds=yes"))
                .contains("\"district\" : \"AZ-FUZ\"")
                .doesNotContain("AZ-AGM");
        assertThat(body(planner + "agm", "/land/visits")).contains("V-AGM").doesNotContain("V-FUZ");
        assertThat(body(planner + "fuz", "/api/land/visits")).contains("V-FUZ").doesNotContain("V-AGM");
        assertThat(body(planner + "agm", "/api/land/overdue?on=2030-01-01")).doesNotContain("AZ-FUZ");
        assertThat(body(planner + "fuz", "/api/land/overdue?on=2030-01-01")).doesNotContain("AZ-AGM", "AGD-");

        var whole = Pattern.compile("\"district\"\\s*:\\s*\"([^\"]*)\"");
        for (var district : List.of("agm", "fuz")) {
            var found = whole.matcher(body(planner + district, "/api/land/pieces.geojson"))
                    .results()
                    .map(result -> result.group(1))
                    .distinct()
                    .toList();
            assertThat(found).containsExactly("AZ-" + district.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void theHistoryOfAPlaceIsToldWhereItLiesWhollyInTheDistricts() {
        var inside = "/land/history?at=40.0225,46.9535";
        assertThat(body("reviewer-agm", inside)).contains("AGD-002");
        for (var address : List.of(inside, "/land/history?at=40.2,47.0")) {
            var refused = site.browser("reviewer-fuz").get(address);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("does not lie wholly in the districts of your account");
        }
        var polygon = "?polygon="
                + java.net.URLEncoder.encode(
                        "POLYGON ((46.971 39.859, 46.974 39.859, 46.974 39.862, 46.971 39.862, 46.971 39.859))",
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(site.browser("reviewer-agm")
                        .get("/api/land/history" + polygon)
                        .statusCode())
                .isEqualTo(404);
        assertThat(body("reviewer-both", "/api/land/history" + polygon)).contains("XB-1");
        var hazard = body("planner-xvd", "/land/hazards/XB-1");
        assertThat(ExampleSite.links(hazard, "/land/history?at=")).isNotEmpty().allSatisfy(link -> assertThat(
                        site.browser("planner-xvd").get(link).statusCode())
                .isEqualTo(200));
        assertThat(ExampleSite.links(body("rena", "/land/hazards/XB-1"), "/land/history?at="))
                .hasSizeGreaterThan(
                        ExampleSite.links(hazard, "/land/history?at=").size());
    }

    @Test
    void aCaseIsDecidedByWhoSeesAllOfItsGround() {
        for (var part : List.of("reviewer-xvd", "reviewer-agm")) {
            var page = body(part, address(across));
            assertThat(page).contains("not all of the ground").doesNotContain("name=\"favour\"");
            assertThat(decide(part, across, "x").statusCode()).isEqualTo(403);
        }
        assertThat(decide("reviewer-fuz", across, "x").statusCode()).isEqualTo(404);
        assertThat(decide("reviewer-both", across, "seen on the ground").statusCode())
                .isEqualTo(303);
        assertThat(body("rena", address(across))).contains("reviewer-both", "seen on the ground");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    private static HttpResponse<String> decide(String who, ReconciliationCase one, String reason) {
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(body("reviewer-both", address(one)));
        assertThat(seen.find()).isTrue();
        return site.browser(who)
                .fill(
                        "/account",
                        address(one),
                        Map.of("favour", String.valueOf(one.claim().act()), "reason", reason, "seen", seen.group(1)));
    }

    @Test
    void anAlertIsConfirmedAndClosedInItsDistrict() {
        var address = "/land/alerts/" + alert;
        assertThat(site.browser("operations-planner-fuz")
                        .fill("/account", address + "/reopen", Map.of("description", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.browser("quality-inspector-fuz")
                        .fill("/account", address + "/close", Map.of("conclusion", "x"))
                        .statusCode())
                .isEqualTo(404);

        assertThat(site.browser("operations-planner-agm")
                        .fill("/account", address + "/reopen", Map.of("description", "found while ploughing"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body("operations-planner-agm", address)).contains("Confirmed: the ground was reopened");
        assertThat(site.browser("quality-inspector-agm")
                        .fill("/account", address + "/close", Map.of("conclusion", "a lane was missed"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body("operations-planner-agm", "/land/alerts?closed=yes")).contains(alert, "a lane was missed");
        assertThat(body("operations-planner-fuz", "/land/alerts?closed=yes")).doesNotContain(alert);
    }
}
