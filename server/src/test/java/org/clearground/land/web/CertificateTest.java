// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.clearground.commands.Application;
import org.clearground.land.LandActKind;
import org.clearground.land.print.CertificatePage;
import org.clearground.land.store.Certificates;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.web.ExampleSite;
import org.clearground.web.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CertificateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory = Path.of(".");

    private ExampleSite site;
    private LandStory story;

    @BeforeEach
    void tell() throws InterruptedException {
        site = new ExampleSite(directory);
        story = new LandStory(site, directory).survey().clearance().handover();
        Thread.sleep(5);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String address() {
        return "/land/certificates/" + story.id("H-1");
    }

    private JsonNode certificate() {
        return JSON.readTree(site.page("/api" + address()));
    }

    private JsonNode verified(String code) {
        return JSON.readTree(site.page("/api/land/verify?code=" + code));
    }

    @Test
    void aCodeVerifiesAndAChangedOneDoesNot() {
        var code = certificate().path("code").asString();
        var changed = code.substring(0, code.length() - 1) + (code.endsWith("0") ? "1" : "0");

        assertThat(code).matches("([0-9a-f]{4}-){6}[0-9a-f]{4}");
        assertThat(verified(code).path("found").asBoolean()).isTrue();
        assertThat(verified(code).path("holds").asBoolean()).isTrue();
        assertThat(verified(code.toUpperCase(java.util.Locale.ROOT).replace('-', '+'))
                        .path("found")
                        .asBoolean())
                .isTrue();
        assertThat(verified(changed).path("found").asBoolean()).isFalse();
        assertThat(site.page("/land/verify?code=" + code)).contains("Handover certificate H-1", "It still stands");
        assertThat(site.page("/land/verify?code=" + changed)).contains("No certificate of this store has this code");
    }

    @Test
    void theCodeIsThatOfTheContentWhichAnybodyCanHash() {
        var json = certificate();
        var hash = Digest.of(
                        CanonicalJson.canonical(json.path("content").toString()).getBytes(StandardCharsets.UTF_8))
                .hex();

        assertThat(json.path("sha256").asString()).isEqualTo(hash);
        assertThat(json.path("code").asString().replace("-", "")).endsWith(hash.substring(0, 20));
    }

    @Test
    void theContentIsTheSameAfterARebuildAndAfterWhatCameLater() {
        var before = certificate();

        story.reopening(true);
        site.application().rebuild().run();

        var after = certificate();
        assertThat(after.path("content").toString())
                .isEqualTo(before.path("content").toString());
        assertThat(after.path("code").asString()).isEqualTo(before.path("code").asString());
    }

    @Test
    void aPaperForReopenedGroundSaysThatItNoLongerHolds() {
        assertThat(site.page(address())).doesNotContain("NO LONGER HOLDS");

        story.reopening(true);

        var json = certificate();
        long lost = json.path("noLongerM2").asLong();
        var code = json.path("code").asString();
        assertThat(lost).isPositive().isLessThan(json.path("squareMetres").asLong());
        assertThat(json.path("holds").asBoolean()).isFalse();
        assertThat(json.path("later").path(0).path("number").asString()).isEqualTo("R-1");
        assertThat(site.page(address()))
                .contains("THIS PAPER NO LONGER HOLDS for " + String.format(java.util.Locale.ROOT, "%,d", lost) + " m²")
                .contains("paper-1-NO_LONGER");
        assertThat(site.page("/land/verify?code=" + code)).contains("THIS PAPER NO LONGER HOLDS");
        assertThat(verified(code).path("holds").asBoolean()).isFalse();
    }

    @Test
    void ordnanceFoundOnTheGroundLaterStandsBesideThePaper() {
        var code = certificate().path("code").asString();
        assertThat(site.page(address())).doesNotContain("PMN-9").contains("Nothing is recorded since.");

        story.findLater();

        assertThat(site.page(address()))
                .contains("Explosive ordnance was found on this ground after this day:", "PMN-9")
                .doesNotContain("Nothing is recorded since.");
        assertThat(certificate().path("findsLater").path(0).path("model").asString())
                .isEqualTo("PMN-9");
        assertThat(certificate().path("code").asString()).isEqualTo(code);
    }

    @Test
    void aPaperWhoseApprovalWasTakenBackSaysSo() {
        var code = certificate().path("code").asString();

        story.decide(Decision.WITHDRAW, "H-1", "Aysel", "AUTHORITY");

        assertThat(certificate().path("code").asString()).isEqualTo(code);
        assertThat(certificate().path("holds").asBoolean()).isFalse();
        assertThat(site.page(address())).contains("its approval was taken back");
    }

    @Test
    void aPaperStatesGroundWorkInspectionRiskAndWhoSigned() {
        var page = site.page(address());

        assertThat(page)
                .contains("40.0210000", "46.9520000", "40°01′15.600″N 46°57′07.200″E")
                .contains("40.0195000", "Municipality of Exampletown", "Deeper than 20 cm was not searched.")
                .contains("No digging below 20 cm", "Posts at every turning point", "LOT-1", "Nigar", "Rashad")
                .contains("PMN-2", "C-1", "Share of it sampled", "missed items would be accepted")
                .contains(
                        certificate().path("content").path("entry").path("hash").asString())
                .contains("It does not state that no explosive ordnance is left.");
        // a border between what was worked on different days is no turning point
        assertThat(page).contains("<th scope=\"row\">4</th>").doesNotContain("<th scope=\"row\">5</th>");
        assertThat(page.replace("An empty table or map says nothing about whether ground is safe.", ""))
                .doesNotContainIgnoringCase("safe");
    }

    @Test
    void aCompletionIsAPaperTooAndSaysWhatTheInspectionDecidedLater() {
        var page = site.page("/land/completions/" + story.id("C-1") + "?lang=en");

        assertThat(page)
                .contains("Completion report C-1", "No inspection was decided on", "Lot accepted", "Handed over")
                .doesNotContain("NO LONGER HOLDS");
        assertThat(ExampleSite.links(site.page("/reports/" + story.id("C-1")), "/land/completions/"))
                .hasSize(1);
        assertThat(site.get("/land/completions/" + story.id("H-1")).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/land/certificates/" + story.id("LOT-1")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void speaksTheLanguagesOfThePackAndHasTheSameCodeInAll() {
        var code = certificate().path("code").asString();

        assertThat(site.page(address() + "?lang=az")).contains("Təhvil-təslim aktı H-1", code);
        assertThat(site.page(address() + "?lang=ru")).contains("Акт передачи H-1", code);
    }

    @Test
    void aPaperInAFileStandsAlone() {
        var file = site.application().store().read(transaction -> {
            var words = Application.wording(transaction, "en").words();
            var certificates = new Certificates(transaction);
            var found = certificates.find("H-1", LandActKind.HANDED_OVER).orElseThrow();
            return CertificatePage.html(
                    transaction,
                    found,
                    certificates.since(found, site.application().clock().instant()),
                    Frame.alone(words, CertificatePage.title(found, words), null));
        });

        assertThat(file)
                .contains("<style>", "Handover certificate H-1", "<svg class=\"ground\"", "/land/verify?code=")
                .doesNotContain("<link")
                .doesNotContain("<script");
        assertThat(ExampleSite.links(file, "")).isEmpty();
    }
}
