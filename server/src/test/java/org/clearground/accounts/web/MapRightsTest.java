// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.clearground.commands.Application;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.web.ExampleSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** On a map, too, everybody sees the rows of their list and no others. */
class MapRightsTest {

    private static final String WORLD = "/tiles/finds/0/0/0.mvt";

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send(
                "finds.csv",
                "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha,category,"
                        + "model,quantity,found_on,latitude,longitude,sample\n"
                        + find("A-1", "MES", "AZ-AGM", "39.9")
                        + find("B-1", "ANAMA", "AZ-FUZ", "39.6")
                        + find("B-2", "ANAMA", "AZ-AGM", "39.95"),
                true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String find(String number, String organisation, String district, String latitude) {
        return number + "," + organisation + ",T-" + number + ",manual_clearance,2024-04-29,2024-05-02," + district
                + ",1,AP_BLAST,,1,2024-04-30," + latitude + ",47.1,false\n";
    }

    private static Browser signedIn(String name, Role role, @Nullable String organisation, String... districts) {
        site.account(name, role, organisation, districts);
        return site.signedIn(name);
    }

    private static HttpResponse<byte[]> bytes(Browser browser, String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + address))
                .header("Cookie", browser.cookie);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static long drawn(Browser browser, String address) throws Exception {
        var response = bytes(browser, address);
        assertThat(response.statusCode()).isEqualTo(200);
        try {
            return new VectorTileCodec()
                    .decode(response.body())
                    .getFeatures("rows")
                    .count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void aBodySeesItsOwnFindsAndAKeptReviewerThoseOfTheirDistrict() throws Exception {
        var all = signedIn("all", Role.AUDITOR, null);
        var own = signedIn("own", Role.OPERATOR_OFFICER, "MES");
        var kept = signedIn("kept", Role.REVIEWER, null, "AZ-FUZ");

        assertThat(drawn(all, WORLD)).isEqualTo(3);
        assertThat(drawn(own, WORLD)).isEqualTo(1);
        assertThat(drawn(kept, WORLD)).isEqualTo(1);
        assertThat(drawn(own, WORLD + "?organisation=ANAMA")).isZero();
        assertThat(drawn(own, "/tiles/districts/0/0/0.mvt")).isPositive();

        var tag = bytes(all, WORLD).headers().firstValue("ETag").orElseThrow();
        assertThat(bytes(all, WORLD, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(bytes(own, WORLD, "If-None-Match", tag).statusCode())
                .as("a mark of what somebody else sees")
                .isEqualTo(200);
    }

    /** Neither a map, nor a tile, a file, a box or a number typed into an address says where another body's reports are. */
    @Test
    void reportsOfOthersAreNowhereOnTheMap() throws Exception {
        var all = signedIn("all-reports", Role.AUDITOR, null);
        var own = signedIn("own-reports", Role.OPERATOR_OFFICER, "MES");
        var kept = signedIn("kept-reports", Role.REVIEWER, null, "AZ-FUZ");
        var world = "/tiles/reports/0/0/0.mvt";

        assertThat(drawn(all, world)).isEqualTo(3);
        for (var some : List.of(own, kept)) {
            assertThat(drawn(some, world)).isEqualTo(1);
            assertThat(some.get("/registers/reports/map").statusCode()).isEqualTo(200);
            assertThat(features(some, "")).hasSize(1).isSubsetOf(features(all, ""));
        }
        assertThat(drawn(own, world + "?organisation=ANAMA")).isZero();
        assertThat(drawn(kept, world + "?district=AZ-AGM")).isZero();
        assertThat(features(own, "?bbox=47,39.59,47.2,39.96")).isEqualTo(features(own, ""));
        for (var key : features(all, "")) {
            for (var some : List.of(own, kept)) {
                int expected = features(some, "").contains(key) ? 200 : 404;
                assertThat(some.get("/registers/reports/" + key).statusCode()).isEqualTo(expected);
                assertThat(some.get("/api/registers/reports/" + key).statusCode())
                        .isEqualTo(expected);
            }
        }
    }

    private static List<String> features(Browser browser, String filter) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(browser.get("/api/registers/reports.geojson" + filter).body())
                .get("features")
                .valueStream()
                .map(feature -> {
                    assertThat(feature.get("geometry").isNull()).isFalse();
                    return feature.get("id").asString();
                })
                .toList();
    }

    @Test
    void whoMayNotSeeARegisterSeesNoMapOfIt() throws Exception {
        var administrator = signedIn("giver", Role.ADMINISTRATOR, null);
        var stranger = new Browser(site.port());

        assertThat(administrator.get(WORLD).statusCode()).isEqualTo(403);
        assertThat(administrator.get("/registers/finds/map").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/map").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address)
                        .startsWith("/registers/districts/map")
                        .doesNotContain("finds", "hazards"));
        assertThat(administrator.get("/registers/districts/map?also=finds").statusCode())
                .isEqualTo(400);
        assertThat(administrator.get("/registers/districts/map").body()).doesNotContain("/tiles/finds");
        for (var address : List.of(WORLD, "/registers/finds/map", "/map")) {
            assertThat(stranger.get(address).headers().firstValue("Location"))
                    .as(address)
                    .hasValueSatisfying(place -> assertThat(place).startsWith("/sign-in"));
        }
    }

    /** What lies beneath a drawing is what whoever draws may see, and no more. */
    @Test
    void theMapToDrawOnHasTheLayersThatWhoeverDrawsMaySee() throws Exception {
        var officer = signedIn("drawer", Role.OPERATOR_OFFICER, "MES");
        var giver = signedIn("giver-2", Role.ADMINISTRATOR, null);
        var theirs = officer.get("/api/map?lang=en").body();

        assertThat(theirs)
                .contains("/tiles/finds/{z}", "/tiles/districts/{z}", "\"map.draw.outline\" : \"Draw the outline\"")
                .contains("\"box\" : [ 4");
        assertThat(giver.get("/api/map").body())
                .contains("/tiles/districts/{z}")
                .doesNotContain("/tiles/finds", "/tiles/hazards");
        assertThat(new Browser(site.port()).get("/api/map").statusCode()).isEqualTo(401);
    }

    /** What is kept of tiles and accounts holds only until somebody writes, also by a command in another process. */
    @Test
    void aTileIsRefusedAsSoonAsTheRightIsGone() throws Exception {
        var moved = signedIn("moved", Role.OPERATOR_OFFICER, "MES");
        var ended = signedIn("ended", Role.AUDITOR, null);
        var disabled = signedIn("disabled", Role.AUDITOR, null);
        for (int i = 0; i < 2; i++) {
            assertThat(drawn(moved, WORLD)).isEqualTo(1);
            assertThat(drawn(ended, WORLD)).isEqualTo(3);
            assertThat(drawn(disabled, WORLD)).isEqualTo(3);
        }
        var tag = bytes(disabled, WORLD).headers().firstValue("ETag").orElseThrow();

        try (var command = Application.open(directory.resolve("store"))) {
            command.store().<Boolean>write(transaction -> {
                var accounts = new Accounts(transaction, command.clock());
                accounts.change(new Account("moved", Role.REVIEWER, null, new TreeSet<>(), false), "test");
                accounts.endSessions("ended", "test");
                accounts.disable("disabled", true, "test");
                return true;
            });
        }

        assertThat(drawn(moved, WORLD)).isEqualTo(3);
        for (var gone : List.of(ended, disabled)) {
            var answer = bytes(gone, WORLD, "If-None-Match", tag);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.body()).isEmpty();
        }
    }

    /** What changes no find leaves the tiles of finds as they are; what does is seen with the next request. */
    @Test
    void tilesAreDrawnAnewWhenTheirOwnRowsChange() throws Exception {
        var reader = signedIn("reader", Role.AUDITOR, null);
        signedIn("checker", Role.REVIEWER, null);
        var checker = new ReportDecisions.Decider("checker", null);
        var world = WORLD + "?district=AZ-FUZ";
        assertThat(drawn(reader, world)).isEqualTo(1);
        var tag = bytes(reader, world).headers().firstValue("ETag").orElseThrow();

        site.send("waiting.csv", waiting("W-1"), false);

        assertThat(bytes(reader, world, "If-None-Match", tag).statusCode()).isEqualTo(304);

        var ids = site.application().store().read(transaction -> transaction
                .sql()
                .sql("select report_id from report where report_no = 'W-1'")
                .query((row, number) -> ReportId.of(row.getString(1)))
                .list());
        site.application().decisions().decide(ReportDecisions.Decision.APPROVE, ids, null, checker);

        assertThat(bytes(reader, world, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(drawn(reader, world)).isEqualTo(2);

        site.application().decisions().decide(ReportDecisions.Decision.WITHDRAW, ids, "counted twice", checker);

        assertThat(drawn(reader, world)).isEqualTo(1);
    }

    private static String waiting(String number) {
        return "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha,category,"
                + "model,quantity,found_on,latitude,longitude,sample\n"
                + find(number, "ANAMA", "AZ-FUZ", "39.61");
    }
}
