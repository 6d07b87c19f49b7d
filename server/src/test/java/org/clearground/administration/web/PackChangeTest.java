// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.clearground.packs.PackZip;
import org.clearground.packs.Packs;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack changed on pages: as a whole, by one text, by one code; looked at first, put in force once. */
class PackChangeTest {

    private static final String XSS = "<img src=x onerror=alert(1)>\"><svg/onload=alert(1)>";
    private static final String CHANGE = "/administration/pack/change";

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private Browser chief;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        site.account("chief", Role.ADMINISTRATOR);
        site.account("auditor", Role.AUDITOR);
        chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Pack inForce() {
        return site.application().store().read(Packs::inForce);
    }

    private int adopted() {
        return site.application().store().read(transaction -> Ledger.all(transaction, EntryKind.PACK_ADOPTED)
                .size());
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String upload(Browser browser, byte[] zip) {
        var token = Browser.token(browser.get(CHANGE + "?lang=en").body());
        return location(browser.upload(CHANGE, Map.of("_csrf", token, "lang", "en"), "pack.zip", zip));
    }

    private static Map<String, byte[]> files(Pack pack) {
        var files = new TreeMap<String, byte[]>();
        pack.paths().forEach(path -> files.put(path, pack.file(path)));
        return files;
    }

    private static byte[] replaced(Pack pack, String path, String what, String by) {
        return new String(pack.file(path), StandardCharsets.UTF_8)
                .replace(what, by)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    @Test
    void aTextIsChangedLookedAtAndPutInForceUnderTheNameOfTheAccount() {
        var edit = "/administration/pack/text?key=page.land&lang=en";
        assertThat(chief.get("/administration/pack?q=page.land&lang=en").body())
                .contains("/administration/pack/text?key=page.land");
        var preview = location(chief.fill(
                edit,
                "/administration/pack/text",
                Map.of(
                        "key",
                        "page.land",
                        "lang",
                        "en",
                        "text_en",
                        "Ground " + XSS,
                        "text_az",
                        "Torpaq",
                        "text_ru",
                        "Земля")));
        var page = chief.get(preview).body();
        assertThat(page)
                .contains("page.land", "Ground &lt;img", "sentences.csv", "Put into force", "0.1.0+1")
                .doesNotContain("<img src=x", "<svg/onload");
        assertThat(inForce().sentences().say("en", "page.land")).isEqualTo("Land");
        var before = files(inForce());

        assertThat(location(chief.fill(preview, preview, Map.of("do", "adopt", "seen", seen(page)))))
                .startsWith("/administration/pack");

        assertThat(inForce().sentences().say("en", "page.land")).startsWith("Ground <img");
        assertThat(inForce().version()).isEqualTo("0.1.0+1");
        var after = files(inForce());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((path, content) -> {
            if (!List.of("sentences.csv", "pack.yaml").contains(path)) {
                assertThat(after.get(path)).as(path).isEqualTo(content);
            }
        });
        assertThat(inForce().sentences().keys())
                .isEqualTo(PackSource.find("aze").sentences().keys());
        assertThat(chief.get("/administration/pack?lang=en").body()).contains("0.1.0+1", "chief");
        assertThat(chief.get(preview).statusCode()).isEqualTo(404);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void aCodeIsAddedAndACategoryOfOrdnanceIsNot() {
        var preview = location(chief.fill(
                "/administration/pack/code?list=methods",
                "/administration/pack/code",
                Map.of(
                        "list",
                        "methods",
                        "code",
                        "by_drone",
                        "text_en",
                        "By drone",
                        "text_az",
                        "Dron ilə",
                        "text_ru",
                        "Дроном")));
        var page = chief.get(preview).body();
        assertThat(page).contains("methods · by_drone", "By drone", "codes/methods.csv");
        chief.fill(preview, preview, Map.of("do", "adopt", "seen", seen(page)));
        assertThat(inForce().table("codes/methods.csv"))
                .anySatisfy(
                        row -> assertThat(row).containsEntry("name", "by_drone").containsEntry("label::ru", "Дроном"))
                .anySatisfy(row -> assertThat(row).containsEntry("name", "manual"));

        for (var wrong : List.of(
                Map.of("list", "ordnance-categories", "code", "NEW_ONE", "text_en", "x"),
                Map.of("list", "methods", "code", "../x", "text_en", "x"),
                Map.of("list", "methods", "code", "nothing"))) {
            assertThat(chief.fill("/administration/pack/code?list=methods", "/administration/pack/code", wrong)
                            .statusCode())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(chief.get("/administration/pack/code?list=none").statusCode())
                .isEqualTo(404);
        assertThat(chief.get("/administration/pack/text?key=none").statusCode()).isEqualTo(404);
        assertThat(chief.get("/administration/pack/text").statusCode()).isEqualTo(400);
    }

    @Test
    void anOrganisationIsAddedAndAnotherIsCalledByOneNameMore() {
        var page = "/administration/pack/organisations";
        assertThat(chief.get(page + "?code=MES&lang=en").body())
                .contains("Ministry of Emergency Situations", "value=\"yes\"", "name=\"aliases\"");
        var added = location(chief.fill(
                page,
                page,
                Map.of(
                        "known",
                        "no",
                        "code",
                        "NGO-7",
                        "kind",
                        "NGO",
                        "text_en",
                        "Heron " + XSS,
                        "text_az",
                        "Vağ",
                        "text_ru",
                        "Цапля",
                        "aliases",
                        "The Heron\nHerons")));
        var preview = chief.get(added).body();
        assertThat(preview).contains("organisations.csv", "Put into force").doesNotContain("<img src=x");
        chief.fill(added, added, Map.of("do", "adopt", "seen", seen(preview)));
        var changed = location(chief.fill(
                page + "?code=NGO-7",
                page,
                Map.of(
                        "known",
                        "yes",
                        "code",
                        "NGO-7",
                        "kind",
                        "NGO",
                        "text_en",
                        "Heron",
                        "text_az",
                        "Vağ",
                        "text_ru",
                        "Цапля",
                        "aliases",
                        "The Heron\r\nHerons\r\nH7")));
        chief.fill(
                changed,
                changed,
                Map.of("do", "adopt", "seen", seen(chief.get(changed).body())));

        var rows = inForce().table("organisations.csv");
        assertThat(rows.get(rows.size() - 1))
                .containsEntry("code", "NGO-7")
                .containsEntry("name_en", "Heron")
                .containsEntry("aliases", "The Heron|Herons|H7");
        assertThat(chief.get("/registers/organisations?lang=en").statusCode()).isNotEqualTo(500);
        for (var wrong : List.of(
                Map.of("known", "no", "code", "MES", "kind", "x", "text_en", "Twice"),
                Map.of("known", "yes", "code", "GONE", "kind", "x", "text_en", "Gone"),
                Map.of("known", "no", "code", "a b", "kind", "x", "text_en", "Space"),
                Map.of("known", "no", "code", "NEW", "kind", "", "text_en", "No kind"),
                Map.of("known", "no", "code", "NEW", "kind", "x"),
                Map.of("known", "no", "code", "NEW", "kind", "x", "text_en", "A", "aliases", "a|b"))) {
            assertThat(chief.fill(page, page, wrong).statusCode())
                    .as("%s", wrong)
                    .isEqualTo(400);
        }
        assertThat(chief.get(page + "?code=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aWholePackGoesOutAndComesBackChanged() {
        var files = new TreeMap<>(files(inForce()));
        assertThat(chief.get("/administration/pack/download").headers().firstValue("Content-Type"))
                .hasValue("application/zip");
        files.put("pack.yaml", replaced(inForce(), "pack.yaml", "version: 0.1.0", "version: 0.2.0"));
        files.put("organisations.csv", replaced(inForce(), "organisations.csv", "Ministry of", "Ministry for"));
        var inFolder = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> inFolder.put("aze-new/" + path, content));

        var preview = upload(chief, zip(inFolder));
        var page = chief.get(preview).body();
        assertThat(page).contains("aze, 0.2.0", "organisations.csv", "Put into force");
        assertThat(adopted()).isEqualTo(1);
        chief.fill(preview, preview, Map.of("do", "adopt", "seen", seen(page)));
        assertThat(inForce().version()).isEqualTo("0.2.0");
        assertThat(adopted()).isEqualTo(2);

        var again = upload(chief, PackZip.write(inForce()));
        assertThat(chief.get(again).body()).contains("already").doesNotContain("Put into force");
        assertThat(PackZip.read(new ByteArrayInputStream(PackZip.write(inForce())))
                        .paths())
                .isEqualTo(inForce().paths());
    }

    @Test
    void aPackThatCannotServeIsRefusedWithWhatIsMissing() {
        var files = new TreeMap<>(files(inForce()));
        files.put("sentences.csv", replaced(inForce(), "sentences.csv", "\npage.land,", "\npage.sea,"));
        var preview = upload(chief, zip(files));
        var page = chief.get(preview).body();
        assertThat(page).contains("cannot come into force", "page.land (").doesNotContain("Put into force");
        var seen = site.application().store().read(org.clearground.administration.store.PackAdoption::standing);
        assertThat(chief.fill(preview, preview, Map.of("do", "adopt", "seen", seen))
                        .statusCode())
                .isEqualTo(400);
        assertThat(chief.fill(preview, preview, Map.of("do", "discard")).statusCode())
                .isEqualTo(303);
        assertThat(chief.get(preview).statusCode()).isEqualTo(404);
        assertThat(adopted()).isEqualTo(1);
    }

    @Test
    void filesThatAreNoPackAreRefusedInOneSentence() {
        var token = Browser.token(chief.get(CHANGE).body());
        var bomb = new TreeMap<String, byte[]>(Map.of("pack.yaml", new byte[80 << 20]));
        for (var wrong : List.of(
                new byte[0],
                "no zip".getBytes(StandardCharsets.UTF_8),
                zip(Map.of("../../etc/passwd", new byte[1])),
                zip(Map.of("/pack.yaml", new byte[1])),
                zip(Map.of("a\\pack.yaml", new byte[1])),
                zip(Map.of("sentences.csv", new byte[1])),
                zip(Map.of("pack.yaml", "name: x".getBytes(StandardCharsets.UTF_8))),
                zip(bomb))) {
            var response = chief.upload(CHANGE, Map.of("_csrf", token), "pack.zip", wrong);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        }
        assertThat(chief.upload(CHANGE, Map.of(), "pack.zip", PackZip.write(inForce()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(chief.get(CHANGE + "/../../clearground.gpkg").statusCode()).isNotEqualTo(200);
        assertThat(chief.get(CHANGE + "/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(adopted()).isEqualTo(1);
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldAndOthersMayNot() {
        site.account("deputy", Role.ADMINISTRATOR);
        var deputy = new Browser(site.port());
        deputy.signIn("deputy", ExampleSite.PASSWORD);
        var mine = location(chief.fill(
                "/administration/pack/text?key=page.land",
                "/administration/pack/text",
                Map.of("key", "page.land", "text_en", "A", "text_az", "B", "text_ru", "C")));
        var theirs = location(deputy.fill(
                "/administration/pack/text?key=page.land",
                "/administration/pack/text",
                Map.of("key", "page.land", "text_en", "D", "text_az", "E", "text_ru", "F")));
        var seen = seen(chief.get(mine).body());
        var theirSeen = seen(deputy.get(theirs).body());

        assertThat(chief.fill(mine, mine, Map.of("do", "adopt", "seen", seen)).statusCode())
                .isEqualTo(303);
        var late = deputy.fill(theirs, theirs, Map.of("do", "adopt", "seen", theirSeen));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("nother pack came into force");
        assertThat(inForce().sentences().say("en", "page.land")).isEqualTo("A");
        assertThat(adopted()).isEqualTo(2);

        var auditor = new Browser(site.port());
        auditor.signIn("auditor", ExampleSite.PASSWORD);
        assertThat(auditor.get("/administration/pack/download").statusCode()).isEqualTo(200);
        assertThat(auditor.get(CHANGE).statusCode()).isEqualTo(403);
        assertThat(auditor.get("/administration/pack?lang=en").body()).doesNotContain(CHANGE, "pack/text");
        assertThat(auditor.fill("/account", theirs, Map.of("do", "adopt", "seen", seen))
                        .statusCode())
                .isEqualTo(403);
        assertThat(chief.post(theirs, Map.of("do", "adopt", "seen", seen)).statusCode())
                .isEqualTo(403);
    }
}
