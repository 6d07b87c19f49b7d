// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.packs.PackSource;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the node stands, as an administrator reads it. */
class AdministrationPagesTest {

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static Browser chief;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send("mes.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1", "AV_MINE", 2, false), true);
        site.account("chief", Role.ADMINISTRATOR);
        chief = site.signedIn("chief");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String ended() throws InterruptedException {
        var state = chief.get("/api/administration").body();
        while (!state.contains("\"running\" : null")) {
            Thread.sleep(50);
            state = chief.get("/api/administration").body();
        }
        return state;
    }

    @Test
    @Timeout(120)
    void aVerificationRunsBesideThePageAndItsResultStaysThere() throws InterruptedException {
        var begun = chief.fill("/administration", "/administration/verify", Map.of("lang", "en"));
        assertThat(begun.headers().firstValue("Location")).hasValue("/administration?lang=en#verification");
        assertThat(ended()).contains("\"holds\" : true", "\"registersCompared\" : false", "\"actor\" : \"chief\"");
        assertThat(chief.get("/administration?lang=en").body())
                .contains("Everything looked at holds", "registers were not compared", "<dd>chief</dd>");

        chief.fill("/administration", "/administration/verify", Map.of("registers", "true"));
        assertThat(ended()).contains("\"holds\" : true", "\"registersCompared\" : true");

        var store = site.application().store();
        store.write(transaction -> transaction
                .sql()
                .sql("update finds set quantity = quantity + 1")
                .update());
        chief.fill("/administration", "/administration/verify", Map.of("registers", "true"));
        assertThat(ended()).contains("\"holds\" : false", "table finds was changed outside Clearground");
        assertThat(chief.get("/administration?lang=en").body())
                .contains("role=\"alert\"", "found that something does not hold", "table finds was changed");
        site.application().rebuild().run();
        chief.fill("/administration", "/administration/verify", Map.of("registers", "true"));
        assertThat(ended()).contains("\"holds\" : true");
    }

    @Test
    void aPageSaysWhenThereIsNoBackupAndShowsTheLast() {
        assertThat(chief.get("/administration?lang=en").body()).contains("No backup yet");
        assertThat(chief.get("/?lang=en").body()).contains("Backups made so far", "/administration?lang=en");

        var made = site.application().backups().make(directory.resolve("monday.gpkg"), "night job");

        assertThat(chief.get("/administration?lang=en").body())
                .doesNotContain("No backup yet")
                .contains("monday.gpkg", made.digest().hex(), "night job")
                .doesNotContain(directory.toString());
        assertThat(chief.get("/api/administration").body()).contains("\"backupOld\" : false");
        assertThat(chief.get("/?lang=en").body()).doesNotContain("Backups made so far", "Days since the last backup");
        var store = site.application().store();
        store.write(transaction -> transaction
                .sql()
                .sql("update upkeep set at_ms = at_ms - 8 * 86400000 where kind = 'BACKED_UP'")
                .update());
        assertThat(chief.get("/administration?lang=en").body()).contains("more than seven days ago");
        assertThat(chief.get("/?lang=en").body()).contains("Days since the last backup");
    }

    @Test
    void thePackIsShownAsItIsAndAsItWas() {
        var texts = chief.get("/administration/pack?lang=en&q=page.digest").body();
        assertThat(texts).contains("Digest (SHA-256)", "Yoxlama cəmi", "Every text is there in every language");
        assertThat(chief.get("/administration/pack?lang=en&q=%22%3E%3Csvg/onload=alert(1)%3E")
                        .body())
                .contains("Found: 0")
                .doesNotContain("<svg/onload");
        assertThat(chief.get("/administration/pack?lang=en&page=2").body()).contains("page=1", "page=3");
        assertThat(chief.get("/administration/pack/codes?lang=en&list=activity-types")
                        .body())
                .contains("Non-technical survey", "Нетехническое обследование");
        assertThat(chief.get("/administration/pack/codes?list=%3Cimg%20src=x%3E")
                        .statusCode())
                .isEqualTo(404);
        assertThat(chief.get("/administration/pack/forms?lang=en&form=progress").body())
                .contains("report_no", "Hesabatın nömrəsi", "in each row");
        assertThat(chief.get("/administration/pack?version=7000").statusCode()).isEqualTo(404);
        assertThat(chief.get("/administration/pack?version=x").statusCode()).isEqualTo(400);
        assertThat(chief.get("/administration/pack?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void aPackThatLacksATranslationIsMarkedSoAndTheEarlierOneCanStillBeRead() throws java.io.IOException {
        var pack = PackSource.find("aze");
        var edited = directory.resolve("edited");
        for (var path : pack.paths()) {
            var file = edited.resolve(path);
            java.nio.file.Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            java.nio.file.Files.write(file, pack.file(path));
        }
        var sentences = edited.resolve("sentences.csv");
        java.nio.file.Files.writeString(
                sentences, java.nio.file.Files.readString(sentences) + "\nexample.only,<b>only English</b>,,\n");
        site.application().adopt(edited.toString(), "test");

        var missing = chief.get("/administration/pack?lang=en&missing=yes").body();
        assertThat(missing)
                .contains("example.only", "&lt;b&gt;only English", ">missing<")
                .doesNotContain("page.digest");
        var versions = chief.get("/administration/pack?lang=en").body();
        var earlier = ExampleSite.links(versions, "/administration/pack?version=1");
        assertThat(earlier).isNotEmpty();
        assertThat(chief.get(earlier.get(0)).body())
                .contains("was in force from")
                .doesNotContain("example.only");
    }
}
