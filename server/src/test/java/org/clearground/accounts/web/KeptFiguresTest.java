// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearground.access.Role;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.land.web.LandStory;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures and books for accounts that are kept to a body or to districts: the sums of what they see, and of nothing else. */
class KeptFiguresTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String YEAR = "from=2024-01-01&to=2024-12-31";

    /** Accounts and the line of the whole country that each must see as its total. */
    private static final Map<String, String> KEPT = Map.of(
            "mes", "organisation=MES",
            "anama", "organisation=ANAMA",
            "agm", "district=AZ-AGM",
            "fuz", "district=AZ-FUZ");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send(
                "all.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("A-1", "1", "AV_MINE", 2, false)
                        + ExampleSite.row("A-2", "2", "UXO", 5, false).replace("AZ-AGM", "AZ-FUZ")
                        + ExampleSite.row("B-1", "4", "AV_MINE", 7, false).replace(",MES,", ",ANAMA,")
                        + ExampleSite.row("B-2", "8", "AP_BLAST", 11, false)
                                .replace(",MES,", ",ANAMA,")
                                .replace("AZ-AGM", "AZ-FUZ"),
                true);
        new LandStory(site, directory).survey().clearance();
        site.account("admin", Role.ADMINISTRATOR, null);
        site.account("rena", Role.REVIEWER, null);
        site.account("mes", Role.OPERATOR_OFFICER, "MES");
        site.account("anama", Role.OPERATOR_OFFICER, "ANAMA");
        site.account("agm", Role.REVIEWER, null, "AZ-AGM");
        site.account("fuz", Role.OPERATIONS_PLANNER, null, "AZ-FUZ");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode json(String who, String address) {
        var response = site.browser(who).get(address);
        assertThat(response.statusCode()).as("%s at %s", who, address).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void aFigureIsTheSumOfTheRowsThatAreSeenAndTheLineOfTheWholeCountry() {
        long compared = 0;
        for (var kept : KEPT.entrySet()) {
            for (var definition : FigureDefinition.values()) {
                var address = "/api/figures/" + definition.published() + "?" + YEAR;
                var own = json(kept.getKey(), address);
                var line = json("rena", address + "&" + kept.getValue());
                long sum = 0;
                for (var row : own.path("page")) {
                    sum += row.path("value").asLong();
                    assertThat(kept.getValue())
                            .isIn(
                                    "organisation=" + row.path("organisation").asString(),
                                    "district=" + row.path("district").asString());
                }

                for (var value : List.of("items", "squareMetres", "rows")) {
                    assertThat(own.path(value)).as("%s %s", kept, definition).isEqualTo(line.path(value));
                }
                assertThat(own.path("page").size()).isEqualTo(line.path("page").size());
                assertThat(sum)
                        .isEqualTo(own.path("items").asLong(0)
                                + own.path("squareMetres").asLong(0));
                assertThat(own.path("countsOnly").isNull()).isFalse();
                compared += sum;
            }
        }
        assertThat(compared).isPositive();
        assertThat(json("rena", "/api/bulletins/2024-W18").path("countsOnly").isNull())
                .isTrue();
    }

    @Test
    void askingForAnotherBodyOrDistrictGivesNothing() {
        var name = FigureDefinition.ANTI_TANK_MINES_FOUND.published();
        assertThat(json("rena", "/api/figures/" + name + "?" + YEAR + "&organisation=ANAMA")
                        .path("page"))
                .isNotEmpty();

        assertThat(json("mes", "/api/figures/" + name + "?" + YEAR + "&organisation=ANAMA")
                        .path("page"))
                .isEmpty();
        assertThat(json("fuz", "/api/figures/" + name + "?" + YEAR + "&district=AZ-AGM")
                        .path("page"))
                .isEmpty();
        var bulletin =
                site.browser("mes").get("/bulletins/2024-W18?by=body,district").body();
        assertThat(bulletin).contains("because your account sees no more").doesNotContain("ANAMA");
        assertThat(site.browser("mes")
                        .get("/api/bulletins/2024-W18?by=body,district,category,day")
                        .body())
                .doesNotContain("ANAMA");
        var series = site.browser("mes")
                .get("/api/figures/" + name + "/series.csv?step=month&by=body&" + YEAR)
                .body();
        assertThat(series).contains("counts_only", ",MES").doesNotContain("ANAMA");
        assertThat(site.browser("rena").get("/bulletins/2024-W18").body()).doesNotContain("because your account");
    }

    @Test
    void theFirstPageSaysFiguresOfWhatIsSeen() {
        var own = json("mes", "/api/bulletins?" + YEAR);
        assertThat(site.browser("mes").get("/").body()).contains(", MES<").doesNotContain("ANAMA");
        assertThat(site.browser("fuz").get("/").body()).contains(", AZ-FUZ<");
        assertThat(own.path("countsOnly").path("organisation").asString()).isEqualTo("MES");
    }

    @Test
    void aBalanceIsTheLineOfTheWholeCountryAndItsBreakdownsAddUpToIt() {
        for (var kept : KEPT.entrySet()) {
            var dimension = kept.getValue().split("=")[0];
            var key = kept.getValue().split("=")[1];
            for (var period : List.of(YEAR, "from=2024-02-10&to=2024-04-22")) {
                var own = json(kept.getKey(), "/api/land/balance?" + period);
                var line = json("rena", "/api/land/balance?by=" + dimension + "&item=" + key + "&" + period);

                assertThat(own.path("total")).as("%s %s", kept, period).isEqualTo(line.path("total"));
                for (var by : List.of("district", "organisation", "purpose", "method")) {
                    var broken = json(kept.getKey(), "/api/land/balance?by=" + by + "&" + period);
                    long sum = 0;
                    for (var each : broken.path("lines")) {
                        sum += each.path("total").path("closingM2").asLong();
                    }
                    assertThat(sum)
                            .as("%s by %s", kept, by)
                            .isEqualTo(own.path("total")
                                    .path("total")
                                    .path("closingM2")
                                    .asLong());
                }
            }
        }
        assertThat(json("anama", "/api/land/balance?" + YEAR)
                        .path("total")
                        .path("total")
                        .path("closingM2")
                        .asLong())
                .isPositive()
                .isLessThan(json("rena", "/api/land/balance?" + YEAR)
                        .path("total")
                        .path("total")
                        .path("closingM2")
                        .asLong());
    }

    @Test
    void theMapOfBooksThatAreNarrowedIsOfDistrictsWithTheirNumbers() {
        var page = site.browser("anama").get("/land?" + YEAR).body();

        assertThat(page)
                .contains("because your account sees no more", "Hazardous at closing, by district", "<path fill=\"#")
                .doesNotContain("MOD-7");
        assertThat(site.browser("fuz").get("/land?" + YEAR).body()).contains("No hazardous ground is recorded");
        assertThat(site.browser("rena").get("/land?" + YEAR).body())
                .doesNotContain("Hazardous at closing, by district");
    }

    @Test
    void whatIsDeclaredIsNarrowedWhereItCanBe() {
        var all = json("rena", "/api/land/declared?" + YEAR);
        for (var who : List.of("mes", "anama")) {
            var lines = json(who, "/api/land/declared?" + YEAR).path("lines");
            assertThat(lines.size()).isEqualTo(1);
            assertThat(all.path("lines").valueStream().toList()).contains(lines.get(0));
            assertThat(site.browser(who).get("/land/declared?by=act&" + YEAR).statusCode())
                    .isEqualTo(200);
        }
        assertThat(site.browser("agm").get("/land/declared?" + YEAR).statusCode())
                .isEqualTo(200);
        var refused = site.browser("agm").get("/land/declared?by=act&" + YEAR);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not divided among districts");
    }
}
