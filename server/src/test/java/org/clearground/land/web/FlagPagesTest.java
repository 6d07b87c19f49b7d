// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers see of accreditations and of flags on ground. */
class FlagPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ExampleSite site;
    private final LandStory story;

    FlagPagesTest(@TempDir Path directory) {
        this.site = new ExampleSite(directory);
        this.story = new LandStory(site, directory);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode json(String address) {
        return JSON.readTree(site.page(address));
    }

    private void flag(String number, String flag, String day, String reason) {
        story.send(
                "ground-flag",
                number,
                true,
                "\"organisation\": \"ANAMA\", \"flag\": \"" + flag + "\", \"action\": \"raised\", \"flagged_on\": \""
                        + day + "\", \"until\": \"2026-12-31\", \"reason\": \"" + reason + "\", \"ground\": \""
                        + LandStory.ground(2, 1, 3, 3) + "\"");
    }

    @Test
    void theAccreditationsOfADayAreAPageAndJson() {
        var nothing = site.page("/organisations/accreditations");
        story.survey().completion();

        assertThat(nothing).contains("No accreditation is on record");
        assertThat(site.page("/organisations/accreditations?valid_on=2024-05-01"))
                .contains("granted", "Manual clearance", "A-1", "31 December 2024");
        assertThat(site.page("/organisations/accreditations?valid_on=2025-05-01&lang=ru"))
                .contains("срок истёк")
                .doesNotContain("{");
        assertThat(site.page("/organisations/accreditations?valid_on=2024-05-01&org=MOD"))
                .doesNotContain("granted");
        var listed =
                json("/api/organisations/accreditations?valid_on=2025-05-01").get("accreditations");
        assertThat(listed).singleElement().satisfies(one -> {
            assertThat(one.get("status").asString()).isEqualTo("expired");
            assertThat(one.get("organisation").asString()).isEqualTo("ANAMA");
        });
        assertThat(site.get("/organisations/accreditations?valid_on=soon").statusCode())
                .isEqualTo(400);
    }

    @Test
    void historiesAndPapersShowStageOneBesideStageTwo() {
        story.survey().clearance().handover();

        assertThat(site.page("/land/history?at=40.0215,46.9525"))
                .contains("Accredited for “Manual clearance” (A-1), as of 20 April 2024.");
        assertThat(site.page("/land/completions/" + story.id("C-1")))
                .containsSubsequence("Stage 1: accreditation", "Accredited for", "Stage 2: inspection");
        assertThat(site.page("/land/certificates/" + story.id("H-1"))).contains("Accredited for “Manual clearance”");
        assertThat(json("/api/land/certificates/" + story.id("H-1"))
                        .at("/content/accreditation/0/accredited")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRestrictionStandsOnTheCertificateOfGroundHandedOverUnderIt() {
        story.survey().clearance();
        flag("F-1", "restricted_use", "2024-05-01", "no <building>");
        story.handover();
        var paper = site.page("/land/certificates/" + story.id("H-1"));
        var content = json("/api/land/certificates/" + story.id("H-1")).get("content");

        assertThat(paper).contains("Restricted use", "no &lt;building&gt;", "announced until 31 December 2026");
        assertThat(content.at("/restrictions/0/flag").asString()).isEqualTo("RESTRICTED_USE");
        assertThat(content.at("/restrictions/0/squareMetres").asLong())
                .isPositive()
                .isLessThan(content.get("squareMetres").asLong());
        assertThat(paper).doesNotContain("NO LONGER HOLDS");
    }

    @Test
    void aCertificateNoLongerHoldsForGroundThatWasRestrictedSince() {
        story.survey().clearance().handover();
        var before = site.page("/land/certificates/" + story.id("H-1"));
        var hash =
                json("/api/land/certificates/" + story.id("H-1")).get("sha256").asString();
        flag("F-1", "residual_monitoring", "2024-06-01", "yearly visits");

        assertThat(before).doesNotContain("NO LONGER HOLDS");
        assertThat(site.page("/land/certificates/" + story.id("H-1")))
                .contains("NO LONGER HOLDS for", "Residual risk is monitored: yearly visits");
        assertThat(json("/api/land/certificates/" + story.id("H-1"))
                        .get("sha256")
                        .asString())
                .isEqualTo(hash);
    }

    @Test
    void flagsStandOnHazardousAreasMapsHistoriesAndInJson() {
        story.survey();
        flag("F-1", "inaccessible", "2024-05-01", "flood");

        assertThat(site.page("/land/hazards/AGD-002"))
                .contains("Of which inaccessible", "FLAGGED_INACCESSIBLE", "Confirmed hazardous area · Inaccessible");
        assertThat(site.page("/land/history?at=40.0215,46.9525"))
                .contains("FLAGGED_INACCESSIBLE", "Inaccessible: flood (announced until 31 December 2026)");
        var history = json("/api/land/history?at=40.0215,46.9525").at("/pieces/0");
        assertThat(history.at("/flags/0/flag").asString()).isEqualTo("INACCESSIBLE");
        assertThat(history.get("events").toString()).contains("\"reason\":\"flood\"");
        assertThat(json("/api/land/balance?from=2024-01-01&to=2024-12-31")
                        .at("/total/confirmed/inaccessibleM2")
                        .asLong())
                .isPositive();
        assertThat(site.page("/api/land/pieces.geojson")).contains("\"flag\":\"INACCESSIBLE\"");
        assertThat(json("/api/land/history?at=40.0215,46.9525&valid_on=2024-04-30")
                        .at("/pieces/0/flags"))
                .isEmpty();
    }
}
