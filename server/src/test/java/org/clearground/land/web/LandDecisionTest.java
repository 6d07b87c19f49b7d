// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.errors.ProblemException;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.store.Alerts;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.store.LandHistories;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases between claims and alerts on released ground, decided by pages: who may, what is told before, who comes second. */
class LandDecisionTest {

    private static final String XSS = "<img src=x onerror=alert(1)>\"><svg/onload=alert(1)>";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private LandStory story;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        story = new LandStory(site, directory).survey();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void accounts() {
        site.account("admin", Role.ADMINISTRATOR);
        site.account("rena", Role.REVIEWER);
        site.account("elnur", Role.RELEASE_COMMITTEE);
        site.account("orkhan", Role.OPERATIONS_PLANNER);
        site.account("nigar", Role.QUALITY_INSPECTOR);
        site.account("kept", Role.REVIEWER, null, "AZ-FUZ"); // the story is told in AZ-AGM
    }

    private List<ReconciliationCase> cases(boolean settled) {
        return site.application().store().read(transaction -> new LandHistories(transaction)
                .cases(settled, false, 100));
    }

    private static String address(ReconciliationCase one) {
        return "/land/cases/" + one.claim().act() + "/" + one.against().act();
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> decide(String who, ReconciliationCase one, long favoured, String reason, String seen) {
        return site.browser(who)
                .fill(
                        address(one),
                        address(one),
                        Map.of("favour", String.valueOf(favoured), "reason", reason, "seen", seen));
    }

    private String seenBy(String who, ReconciliationCase one) {
        return seen(site.browser(who).get(address(one)).body());
    }

    private long entries() {
        return site.application().store().read(transaction -> transaction
                .sql()
                .sql("select count(*) from ledger")
                .query((row, number) -> row.getLong(1))
                .single());
    }

    /** A body suspects ground of which another had cancelled a part. */
    private ReconciliationCase cancelledAndSuspected() {
        story.send(
                "hazard",
                "S-2",
                true,
                "\"organisation\": \"MOD\", \"surveyed_on\": \"2024-04-01\", \"outcome\": \"suspected\","
                        + " \"hazard_code\": \"MOD-8\", \"eo_category\": \"AP_BLAST\", \"survey_type\":"
                        + " \"non_technical_survey\", \"ground\": \"" + LandStory.ground(-3, 5, 4, 7)
                        + "\", \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\","
                        + " \"directness\": \"indirect\"}]");
        return cases(false).stream()
                .filter(one -> "S-2".equals(one.claim().number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCaseIsDecidedOnItsPageAfterSayingWhatWouldChange() {
        accounts();
        var one = cases(false).get(0);
        var page = site.browser("rena").get(address(one)).body();

        assertThat(page).contains("What this would change", "Ground that would change", "No ground would change");
        var sent = decide("rena", one, one.claim().act(), "seen on the ground " + XSS, seen(page));

        assertThat(sent.statusCode()).isEqualTo(303);
        var after = site.browser("rena").get(address(one)).body();
        assertThat(after)
                .contains(
                        "rena",
                        "seen on the ground &lt;img",
                        "claim no. " + one.claim().act() + " counts");
        assertThat(after).doesNotContain("<img src=x", "<svg/onload");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whatIsToldBeforeTheDecisionIsWhatTheDecisionDoes() {
        var one = cancelledAndSuspected();
        accounts();
        var page = site.browser("rena").get(address(one)).body();
        var told = Pattern.compile("<dt>Ground that would change</dt><dd>([\\d,]+) m²")
                .matcher(page);
        assertThat(told.find()).isTrue();
        long before = hazardous();

        decide("rena", one, one.claim().act(), "seen", seen(page));

        assertThat(hazardous() - before)
                .isEqualTo(Long.parseLong(told.group(1).replace(",", "")))
                .isPositive();
    }

    private long hazardous() {
        return site.application().store().read(transaction -> transaction
                .sql()
                .sql("select coalesce(sum(area_m2), 0) from land_pieces where known_to_ms is null"
                        + " and state in ('SUSPECTED', 'CONFIRMED')")
                .query((row, number) -> row.getLong(1))
                .single());
    }

    @Test
    void whatMakesGroundUsableAgainIsDecidedByTwoPersons() {
        var one = cancelledAndSuspected();
        accounts();
        decide("rena", one, one.claim().act(), "fragments seen", seenBy("rena", one));
        long hazardous = hazardous();
        assertThat(site.browser("rena").get(address(one)).body()).contains("two persons decide it", ">Sign</button>");

        assertThat(decide("rena", one, one.against().act(), "no fragments there", seenBy("rena", one))
                        .statusCode())
                .isEqualTo(303);
        assertThat(hazardous()).as("signed by one").isEqualTo(hazardous);
        assertThat(decide("rena", one, one.against().act(), "again", seenBy("elnur", one))
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();

        assertThat(site.browser("elnur").get(address(one)).body()).contains("Signed by rena");
        assertThat(decide("elnur", one, one.against().act(), "I looked too", seenBy("elnur", one))
                        .statusCode())
                .isEqualTo(303);
        assertThat(hazardous()).as("signed by two").isLessThan(hazardous);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whoSentAClaimInDecidesNothingBetweenThem() {
        accounts();
        site.account("test", Role.REVIEWER); // the name under which all reports were received
        var one = cases(false).get(0);
        var page = site.browser("test").get(address(one)).body();

        assertThat(page).contains("another person must").doesNotContain("name=\"favour\"");
        long before = entries();
        var sent = site.browser("test")
                .fill(
                        "/account",
                        address(one),
                        Map.of(
                                "favour",
                                String.valueOf(one.claim().act()),
                                "reason",
                                "mine",
                                "seen",
                                seenBy("rena", one)));
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() {
        accounts();
        var one = cases(false).get(0);
        var seen = seenBy("rena", one);
        var alsoSeen = seenBy("elnur", one);

        assertThat(decide("rena", one, one.claim().act(), "first", seen).statusCode())
                .isEqualTo(303);
        long before = entries();
        var late = decide("elnur", one, one.against().act(), "second", alsoSeen);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("nothing was decided now");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void formsWithoutTokenWithWrongFieldsAndFromOtherRolesChangeNothing() {
        accounts();
        var one = cases(false).get(0);
        var seen = seenBy("rena", one);
        long before = entries();
        var form = Map.of("favour", String.valueOf(one.claim().act()), "reason", "x", "seen", seen);

        assertThat(site.browser("rena").post(address(one), form).statusCode()).isEqualTo(403);
        assertThat(decide("rena", one, 999_999, "x", seen).statusCode()).isEqualTo(400);
        assertThat(decide("rena", one, one.claim().act(), " ", seen).statusCode())
                .isEqualTo(400);
        assertThat(decide("rena", one, one.claim().act(), "x".repeat(2_001), seen)
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.browser("rena")
                        .fill(
                                address(one),
                                address(one),
                                Map.of("favour", String.valueOf(one.claim().act()), "reason", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.browser("rena")
                        .fill("/account", "/land/cases/777/778", form)
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.browser("rena").get("/land/cases/abc/1").statusCode()).isEqualTo(400);
        for (var other : List.of("orkhan", "nigar", "kept", "admin")) {
            assertThat(site.browser(other).fill("/account", address(one), form).statusCode())
                    .as(other)
                    .isEqualTo(other.equals("kept") ? 404 : 403);
        }
        assertThat(site.browser("orkhan").get(address(one)).body()).doesNotContain("name=\"favour\"");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void theCommandAsksTheSameAccounts() {
        accounts();
        var one = cases(false).get(0);
        var decisions = site.application().claimDecisions();
        var preference =
                new ClaimDecisions.Preference(one.against().act(), one.claim().act());

        for (var other : List.of("nobody", "orkhan", "kept")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> decisions.decide(preference, "x", other, null))
                    .as(other)
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(decisions.decide(preference, "x", "elnur", null)).isEqualTo(ClaimDecisions.Outcome.DECIDED);
    }

    // ---- alerts -----------------------------------------------------------------------------------------------------

    private String alert() {
        story.clearance().handover().findLater();
        return site.application()
                .store()
                .read(transaction -> new Alerts(transaction)
                        .list(Alerts.Asked.OPEN, site.application().clock().instant()))
                .get(0)
                .code();
    }

    private HttpResponse<String> send(String who, String code, String deed, String field, String text) {
        return site.browser(who).fill("/account", "/land/alerts/" + code + "/" + deed, Map.of(field, text));
    }

    @Test
    void operationsReopenAndQualityAssuranceClosesByPage() {
        var code = alert();
        accounts();
        var address = "/land/alerts/" + code;
        long hazardous = count("REOPENED");
        var page = site.browser("orkhan").get(address).body();
        assertThat(page)
                .contains("What this would change", "Confirm and reopen the ground")
                .contains("<svg");
        var told = Pattern.compile("<dt>Ground that would change</dt><dd>([\\d,]+) m²")
                .matcher(page);
        assertThat(told.find()).isTrue();

        assertThat(send("nigar", code, "reopen", "description", "x").statusCode())
                .as("another office")
                .isEqualTo(403);
        assertThat(send("rena", code, "reopen", "description", "x").statusCode())
                .isEqualTo(403);
        assertThat(count("REOPENED")).isEqualTo(hazardous);
        assertThat(send("orkhan", code, "reopen", "description", "a mine " + XSS)
                        .statusCode())
                .isEqualTo(303);
        assertThat(count("REOPENED") - hazardous)
                .isEqualTo(Long.parseLong(told.group(1).replace(",", "")));
        assertThat(send("orkhan", code, "reopen", "description", "once more").statusCode())
                .isEqualTo(409);
        assertThat(site.browser("orkhan").get(address).body()).contains("Confirmed: the ground was reopened");

        assertThat(send("orkhan", code, "close", "conclusion", "x").statusCode())
                .isEqualTo(403);
        assertThat(send("nigar", code, "close", "conclusion", "a lane was missed " + XSS)
                        .statusCode())
                .isEqualTo(303);
        var late = send("nigar", code, "close", "conclusion", "too late");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("is closed already", "by nigar");
        assertThat(site.browser("nigar").get(address).body())
                .contains("a lane was missed &lt;img")
                .doesNotContain("<img src=x", "<svg/onload");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whoReportedTheEventDoesNotCloseItsAlert() {
        var code = alert();
        accounts();
        site.account("test", Role.QUALITY_INSPECTOR);

        var refused = send("test", code, "close", "conclusion", "all is well");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("another person must");
        assertThat(site.browser("test").get("/land/alerts/" + code).body()).doesNotContain("name=\"conclusion\"");
    }

    @Test
    void alertFormsWithoutTokenOrTextChangeNothingAndUnknownOnesAreNotThere() {
        var code = alert();
        accounts();
        long before = entries();

        assertThat(site.browser("nigar")
                        .post("/land/alerts/" + code + "/close", Map.of("conclusion", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("nigar", code, "close", "conclusion", " ").statusCode()).isEqualTo(400);
        assertThat(send("orkhan", code, "reopen", "description", " ").statusCode())
                .isEqualTo(400);
        assertThat(send("nigar", "A-00000000-1", "close", "conclusion", "x").statusCode())
                .isEqualTo(404);
        assertThat(site.browser("nigar").get("/land/alerts/A-00000000-1").statusCode())
                .isEqualTo(404);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void whereNobodyHasAnAccountTheFormAsksForTheName() {
        var code = alert();
        var browser = new Browser(site.port());
        var address = "/land/alerts/" + code;
        assertThat(browser.get(address).body()).contains("name=\"person\"");

        assertThat(browser.fill(address, address + "/close", Map.of("conclusion", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(
                                address,
                                address + "/close",
                                Map.of("conclusion", "a lane was missed", "person", "Nigar"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/land/alerts?closed=yes").body()).contains("a lane was missed", "Nigar");
    }

    private long count(String state) {
        return site.application().store().read(transaction -> transaction
                .sql()
                .sql("select coalesce(sum(area_m2), 0) from land_pieces where known_to_ms is null and state = ?")
                .param(state)
                .query((row, number) -> row.getLong(1))
                .single());
    }
}
