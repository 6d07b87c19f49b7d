// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.site.PublicSite;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.reports.ReportId;
import org.clearground.reports.forms.CountryWords;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions on the node: prepared by one, signed by another, public only then. */
class EditionPagesTest {

    private static final String BAD = "<img src=x onerror=alert(1)>";

    @TempDir
    private Path directory = Path.of(".");

    private static void sendAWeek(ExampleSite site) {
        site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1.5", "AV_MINE", 3, false), true);
    }

    private static Edition edition(ExampleSite site, String id) {
        return site.application()
                .store()
                .read(transaction -> new EditionQueries(transaction).find(id).orElseThrow());
    }

    @Test
    void anEditionIsPreparedByOneAccountSignedByAnotherAndPublicOnlyThen() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            site.account("leyla", Role.PUBLISHER);
            site.account("murad", Role.PUBLISHER);
            site.account("aysel", Role.REVIEWER);
            var anybody = new Browser(site.port());
            var leyla = site.signedIn("leyla");
            var aysel = site.signedIn("aysel");

            var prepared = leyla.fill("/editions", "/editions", Map.of("week", "2024-W18", "lang", "en"));
            assertThat(prepared.statusCode()).isEqualTo(303);
            assertThat(prepared.headers().firstValue("Location")).hasValue("/editions/2024-W18-1?lang=en");
            var page = leyla.get("/editions/2024-W18-1");
            assertThat(page.body())
                    .contains("waits for a signature", "another person signs it", "leyla")
                    .doesNotContain("action=\"/editions/2024-W18-1/sign\"");
            var seen = edition(site, "2024-W18-1").digest().hex();

            for (var address : new String[] {"/public/", "/public/editions/2024-W18-1/", "/public/index.html"}) {
                assertThat(anybody.get(address).statusCode()).as(address).isEqualTo(404);
            }
            assertThat(anybody.get("/").body()).doesNotContain("/public/");
            assertThat(anybody.get("/editions/2024-W18-1")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .startsWith("/sign-in");
            assertThat(leyla.fill("/editions", "/editions/2024-W18-1/sign", Map.of("seen", seen))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(aysel.get("/editions/2024-W18-1").body()).doesNotContain("/sign\"");
            assertThat(aysel.fill("/account", "/editions/2024-W18-1/sign", Map.of("seen", seen))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(edition(site, "2024-W18-1").isPublished()).isFalse();

            var murad = site.signedIn("murad");
            assertThat(murad.get("/").body()).contains("editions wait for a signature");
            var waiting = "/editions/2024-W18-1";
            assertThat(murad.post(waiting + "/sign", Map.of("seen", seen)).statusCode())
                    .isEqualTo(403); // without the token of a form
            assertThat(murad.fill(waiting, waiting + "/sign", Map.of()).statusCode())
                    .isEqualTo(400);
            assertThat(murad.fill(waiting, waiting + "/sign", Map.of("seen", "0".repeat(64)))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(edition(site, "2024-W18-1").isPublished()).isFalse();
            assertThat(murad.fill(waiting, waiting + "/sign", Map.of("seen", seen))
                            .statusCode())
                    .isEqualTo(303);

            assertThat(murad.get(waiting).body()).contains("murad,", "leyla,").doesNotContain("/sign\"");
            assertThat(anybody.get("/").body()).contains("href=\"/public/\"");
            assertThat(anybody.get("/?lang=az").body()).contains("href=\"/public/index.az.html\"");
            assertThat(anybody.get("/public").headers().firstValue("Location")).hasValue("/public/");
            var files = site.application().store().read(transaction -> {
                var all = new TreeMap<String, String>();
                var written = new PublicSite(transaction, new CountryWords()::in);
                written.paths()
                        .forEach(path -> all.put(
                                path,
                                new String(
                                        written.file(path).orElseThrow().content(),
                                        java.nio.charset.StandardCharsets.UTF_8)));
                return all;
            });
            assertThat(files).hasSizeGreaterThan(30);
            files.forEach((path, content) -> {
                var served = anybody.get("/public/" + path);
                assertThat(served.statusCode()).as(path).isEqualTo(200);
                assertThat(served.body()).as(path).isEqualTo(content).doesNotContain("leyla", "murad");
            });
            assertThat(anybody.get("/public/editions/2024-W18-2/").statusCode()).isEqualTo(404);
            assertThat(anybody.get("/public/..%2f..%2fstore").statusCode()).isIn(400, 404);
        }
    }

    @Test
    void aLaterReportLeavesThePublishedEditionAndShowsAsADifference() throws InterruptedException {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            var editions = site.application().editions();
            editions.prepare(
                    org.clearground.time.ReportingPeriod.ofWeek("2024-W18"), Edition.Standing.PROVISIONAL, "Leyla");
            editions.sign("2024-W18-1", null, "Murad");
            var before = site.page("/public/editions/2024-W18-1/bulletin.en.html");
            assertThat(site.page("/editions/2024-W18-1")).contains("The figures as known now are the same.");

            Thread.sleep(5);
            site.send("late.csv", ExampleSite.HEADING + ExampleSite.row("B-1", "1", "AV_MINE", 100, true), true);

            assertThat(site.page("/public/editions/2024-W18-1/bulletin.en.html"))
                    .isEqualTo(before);
            assertThat(site.page("/public/")).doesNotContain("103", "SAMPLE DATA");
            assertThat(site.page("/editions/2024-W18-1")).contains("The current figure differs.", ">103<");
            assertThat(site.page("/api/editions/2024-W18-1")).contains("\"differs\" : true");

            editions.prepare(
                    org.clearground.time.ReportingPeriod.ofWeek("2024-W18"), Edition.Standing.PROVISIONAL, "Leyla");
            assertThat(site.page("/public/editions/2024-W18-1/")).doesNotContain("Replaced by");
            editions.sign("2024-W18-2", null, "Murad");

            assertThat(site.page("/public/editions/2024-W18-1/bulletin.en.html"))
                    .isEqualTo(before);
            assertThat(site.page("/public/editions/2024-W18-1/"))
                    .contains("Replaced by edition 2024-W18-2")
                    .contains("href=\"../../editions/2024-W18-2/index.html\"");
            assertThat(site.page("/public/")).contains(">103<", "SAMPLE DATA", "2024-W18-2");
            for (var marked : new String[] {
                "editions/2024-W18-2/",
                "editions/2024-W18-2/map.html",
                "map.html",
                "figures.html",
                "feed.xml",
                "editions/2024-W18-2/bulletin.en.txt",
                "editions/2024-W18-2/bulletin.en.html"
            }) {
                assertThat(site.page("/public/" + marked)).as(marked).contains("SAMPLE DATA");
            }
            assertThat(site.page("/public/figures.csv")).contains("2024-W18-2,").doesNotContain("2024-W18-1,");
            assertThat(site.page("/public/editions/2024-W18-2/bulletin.en.html"))
                    .contains("Corrections to earlier editions", "approved 1, corrected 0, withdrawn 0", ">+100<")
                    .doesNotContain("B-1");
            assertThat(site.page("/public/editions/2024-W18-2/bulletin.en.txt"))
                    .contains("Anti-tank mines: 3 → 103 (+100)")
                    .doesNotContain("B-1");
            assertThat(site.page("/public/editions/2024-W18-2/bulletin.ru.html"))
                    .contains("Исправления к прежним выпускам");
            assertThat(site.page("/public/editions/2024-W18-2/figures.json"))
                    .contains(
                            "\"earlier\" : 3", "\"present\" : 103", "\"difference\" : 100", "\"reportsApproved\" : 1");
            assertThat(site.page("/public/editions/2024-W18-1/figures.json")).contains("\"corrections\" : [ ]");
        }
    }

    @Test
    void aWeekTellsOnceWhatLaterReportsChangedInTheEditionsOfOtherWeeks() throws InterruptedException {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            sendIn(site, "05-07", "C-1", 1);
            sendIn(site, "05-14", "D-1", 1);
            var first = publish(site, "2024-W18");
            assertThat(page(site, first)).doesNotContain("Corrections to earlier editions");

            Thread.sleep(5);
            site.send("late.csv", ExampleSite.HEADING + ExampleSite.row("B-1", "1", "AV_MINE", 40, false), true);
            var second = publish(site, "2024-W19");
            assertThat(page(site, second))
                    .contains("Corrections to earlier editions", "2024-W18-1", ">3<", ">43<", ">+40<", "approved 1,");

            Thread.sleep(5);
            assertThat(page(site, publish(site, "2024-W20"))).doesNotContain("Corrections to earlier editions");

            Thread.sleep(5);
            site.send("less.csv", ExampleSite.HEADING + ExampleSite.row("B-1", "1", "AV_MINE", 30, false), true);
            sendIn(site, "05-21", "E-1", 1);
            assertThat(page(site, publish(site, "2024-W21")))
                    .contains("2024-W18-1", ">43<", ">33<", ">−10<", "approved 0, corrected 1, withdrawn 0")
                    .doesNotContain("2024-W19-1");
        }
    }

    @Test
    void monthsQuartersAndYearsHaveEditionsOfTheirOwnNames() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            var editions = site.application().editions();
            for (var name : new String[] {"2024-04", "2024-Q2", "2024"}) {
                var prepared = editions.prepare(
                        org.clearground.time.ReportingPeriod.named(name), Edition.Standing.PROVISIONAL, "Leyla");
                assertThat(editions.sign(prepared.id(), null, "Murad").id()).isEqualTo(name + "-1");
                assertThat(page(site, name + "-1")).contains("Information on mine clearance");
            }
            assertThat(site.page("/public/editions.html")).contains("2024-04-1", "2024-Q2-1", "2024-1/");
            assertThat(site.page("/bulletins/2024-Q2")).contains("1 April 2024", "30 June 2024");
        }
    }

    private static void sendIn(ExampleSite site, String day, String number, int quantity) {
        var row = ExampleSite.row(number, "1", "AP_MINE", quantity, false).replace("04-30", day);
        site.send(number + ".csv", ExampleSite.HEADING + row, true);
    }

    private static String publish(ExampleSite site, String week) {
        var editions = site.application().editions();
        var prepared = editions.prepare(
                org.clearground.time.ReportingPeriod.ofWeek(week), Edition.Standing.PROVISIONAL, "Leyla");
        return editions.sign(prepared.id(), null, "Murad").id();
    }

    private static String page(ExampleSite site, String edition) {
        return site.page("/public/editions/" + edition + "/bulletin.en.html");
    }

    @Test
    void whatTheFormsCannotReadIsRefusedInOneSentence() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            var browser = new Browser(site.port());
            browser.get("/editions");
            assertThat(browser.post("/editions", Map.of("week", "2024-W18", "person", "Leyla"))
                            .statusCode())
                    .isEqualTo(403);
            for (var wrong : new String[][] {
                {"2024-W99", "no week 2024-W99 in the calendar"},
                {"next", "weeks are written 2024-W18"},
                {"2099-W01", "is not over"},
                {"2020-W01", "approved report speaks of"},
            }) {
                var answer = browser.fill("/editions", "/editions", Map.of("week", wrong[0], "person", "Leyla"));
                assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
                assertThat(answer.body()).contains(wrong[1]);
            }
            assertThat(browser.fill("/editions", "/editions", Map.of("week", "2024-W18"))
                            .body())
                    .contains("write your name");
            assertThat(browser.fill("/editions", "/editions", Map.of("from", "2024-04-29", "person", "Leyla"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(browser.fill(
                                    "/editions",
                                    "/editions",
                                    Map.of("week", "2024-W18", "from", "2024-04-29", "person", "Leyla"))
                            .body())
                    .contains("not both");
            assertThat(site.page("/editions")).contains("No edition has been prepared yet.");

            browser.fill("/editions", "/editions", Map.of("week", "2024-W18", "person", BAD));
            for (var page : new String[] {"/editions", "/editions/2024-W18-1"}) {
                assertThat(site.page(page)).contains("&lt;img src=x").doesNotContain("<img");
            }
            assertThat(site.get("/editions/2024-W18-1/nothing.pdf").statusCode())
                    .isEqualTo(404);
            assertThat(site.get("/editions/x").statusCode()).isEqualTo(404);
            assertThat(site.page("/editions/2024-W18-1/figures.json")).contains("\"anti-tank-mines-found\"");
        }
    }

    @Test
    void aFinalEditionWaitsForEveryReportAndWhatFollowsItIsFinalToo() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site);
            site.send("b.csv", ExampleSite.HEADING + ExampleSite.row("A-2", "2.5", "AV_MINE", 1, false), false);
            var editions = site.application().editions();
            var week = org.clearground.time.ReportingPeriod.ofWeek("2024-W18");

            assertThatThrownBy(() -> editions.prepare(week, Edition.Standing.FINAL, "Leyla"))
                    .hasMessageContaining(
                            "wait for review and speak of 2024-04-29 to 2024-05-05, or have no last day: 1");
            var provisional = editions.prepare(week, Edition.Standing.PROVISIONAL, "Leyla");
            editions.sign(provisional.id(), provisional.digest(), "Murad");
            assertThat(text(site, provisional, "bulletin.en.txt")).contains("provisional");

            assertThat(site.page("/editions")).contains("name=\"final\"", "provisional");
            var waiting = site.application()
                    .store()
                    .<ReportId>read(transaction -> ReportId.of(transaction
                            .sql()
                            .sql("select report_id from report where status = 'PENDING'")
                            .query((row, number) -> row.getString(1))
                            .single()));
            site.application()
                    .decisions()
                    .decide(Decision.APPROVE, List.of(waiting), null, new ReportDecisions.Decider("Murad", null));
            var last = editions.prepare(week, Edition.Standing.FINAL, "Leyla");
            editions.sign(last.id(), last.digest(), "Murad");
            for (var name : new String[] {
                "bulletin.en.txt", "bulletin.en.html", "figures.json", "figures.csv", "by-body.hxl.csv"
            }) {
                assertThat(text(site, last, name)).as(name).contains("final").doesNotContain("provisional:");
            }
            assertThat(edition(site, last.id()).standing()).isEqualTo(Edition.Standing.FINAL);
            assertThatThrownBy(() -> editions.prepare(week, Edition.Standing.PROVISIONAL, "Leyla"))
                    .hasMessageContaining("2024-W18-2 of this period is final");
            assertThat(editions.prepare(week, Edition.Standing.FINAL, "Leyla").id())
                    .isEqualTo("2024-W18-3");
        }
    }

    private static String text(ExampleSite site, Edition edition, String name) {
        return site.application()
                .store()
                .read(transaction -> new String(
                        new EditionQueries(transaction)
                                .content(edition.find(name).orElseThrow()),
                        java.nio.charset.StandardCharsets.UTF_8));
    }
}
