// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.print.HtmlPrinter;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.commands.Application;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BulletinPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBER_CELL = Pattern.compile("<td class=\"number\">([\\d,]+)(?: m²)?</td>");

    @TempDir
    private static Path emptyDirectory = Path.of(".");

    private static ExampleSite empty;

    @TempDir
    private Path directory = Path.of(".");

    @BeforeAll
    static void serve() {
        empty = new ExampleSite(emptyDirectory);
    }

    @AfterAll
    static void stop() {
        empty.close();
    }

    /** More finds than a page of rows holds, in two files. */
    private static void sendAWeek(ExampleSite site, boolean sample) {
        var first = new StringBuilder(ExampleSite.HEADING);
        for (int i = 0; i < 130; i++) {
            first.append(ExampleSite.row("A-" + i, "1.2345", "AV_MINE", 1 + i % 3, sample));
        }
        site.send("first.csv", first.toString(), true);
        site.send(
                "second.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("B-1", "2.5", "AP_BLAST", 7, sample)
                        + ExampleSite.row("B-2", "0.5", "UXO_MORTAR", 4, sample),
                true);
    }

    @Test
    void everyRowBehindAFigureLeadsToItsReportAndItsSubmission() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, false);
            var start = site.get("/bulletins");
            assertThat(start.statusCode()).isEqualTo(302);
            var bulletin = site.page(start.headers().firstValue("Location").orElseThrow());
            var figures = ExampleSite.links(bulletin, "/figures/");
            assertThat(figures).hasSize(6);
            assertThat(bulletin).contains("Rows behind this figure (130)");

            for (var figure : figures) {
                var published = JSON.readTree(site.page("/api" + figure));
                var unit = published.has("items") ? "items" : "squareMetres";
                var reports = new HashSet<String>();
                long sum = 0;
                int pages = 0;
                for (String next = figure; next != null; pages++) {
                    var page = site.page(next);
                    var cells = NUMBER_CELL.matcher(page);
                    while (cells.find()) {
                        sum += Long.parseLong(cells.group(1).replace(",", ""));
                    }
                    reports.addAll(ExampleSite.links(page, "/reports/"));
                    next = ExampleSite.links(page, figure + "&after=").stream()
                            .findFirst()
                            .orElse(null);
                }

                assertThat(sum).as(figure).isEqualTo(published.path(unit).asLong());
                assertThat(reports).hasSize((int) published.path("rows").asLong());
                assertThat(pages).isEqualTo(published.path("rows").asLong() > 100 ? 2 : 1);
                for (var report : reports.stream().limit(3).toList()) {
                    var submission = ExampleSite.links(site.page(report), "/submissions/");
                    assertThat(ExampleSite.links(site.page(submission.get(0)), "/submissions/"))
                            .anyMatch(link -> link.endsWith("/content"));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/bulletins/2024-W99|there is no week 2024-W99 in the calendar",
                "/bulletins/next|not a period: \\\"next\\\"; weeks are written 2024-W18",
                "/bulletins?to=2024-05-05|say which days: from=2024-04-29&to=2024-05-05",
                "/bulletins?from=29.04.2024&to=2024-05-05|\\\"from\\\" is \\\"29.04.2024\\\", which is no day; days are written 2024-04-29",
                "/bulletins?from=2024-05-05&to=2024-04-29|a period ends on or after its first day: 2024-05-05 to 2024-04-29",
                "/bulletins/2024-W18?by=colour|nothing can be broken down by \\\"colour\\\"; by body, district, category, day",
                "/bulletins/2024-W18?lang=de|the pack does not speak \\\"de\\\"; it speaks en, az, ru",
                "/bulletins/2024-W18?known_at=%2B1000000000-12-31T23:59:59Z|no moment",
                "/bulletins/2024-W18?known_at=now|moments are written 2024-05-06T08:00:00Z",
                "/figures/mines?from=2024-04-29&to=2024-05-05|there is no figure \\\"mines\\\"",
                "/figures/area-cleared-declared?from=2024-04-29&to=2024-05-05&after=x|no whole number"
            })
    void saysInOneSentenceWhatIsWrongWithAWeek(String address, String sentence) {
        var json = empty.get("/api" + address);
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.body()).contains(sentence).contains("\"WRONG_CALL\"");

        var page = empty.get(address);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>").doesNotContain("Exception");
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(empty.get("/nothing?lang=ru").statusCode()).isEqualTo(404);
        assertThat(empty.get("/nothing?lang=ru").body()).contains("По этому адресу ничего нет.");
        assertThat(JSON.readTree(empty.get("/api/nothing").body()).path("code").asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void marksSampleDataOnEveryPage() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, true);
            var bulletin = site.page("/bulletins/2024-W18?by=body,district,category,day");
            var figure = site.page(ExampleSite.links(bulletin, "/figures/").get(0));
            var report = site.page(ExampleSite.links(figure, "/reports/").get(0));
            var submission =
                    site.page(ExampleSite.links(report, "/submissions/").get(0));

            for (var page : new String[] {bulletin, figure, report, submission, site.page("/reports")}) {
                assertThat(page).contains("<p class=\"notice\" role=\"note\">SAMPLE DATA.");
            }
            assertThat(site.page("/api/bulletins/2024-W18")).contains("\"sample\" : true");
        }
    }

    @Test
    void doesNotMarkWhatIsNotInvented() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, false);

            assertThat(site.page("/bulletins/2024-W18")).doesNotContain("SAMPLE DATA");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 259 anti-tank mines",
        "az, tank əleyhinə 259",
        "ru, противотанковых мин — 259",
    })
    void speaksTheLanguagesOfThePack(String language, String release) {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, true);
            var bulletin = site.page("/bulletins/2024-W18?by=body,day&lang=" + language);

            assertThat(bulletin)
                    .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                    .contains(release);
            assertThat(ExampleSite.links(bulletin, "/figures/"))
                    .isNotEmpty()
                    .allMatch(link -> link.endsWith("&lang=" + language));
            var figure = ExampleSite.links(bulletin, "/figures/").get(0);
            var report = ExampleSite.links(site.page(figure), "/reports/").get(0);
            var submission =
                    ExampleSite.links(site.page(report), "/submissions/").get(0);
            for (var address : new String[] {figure, report, submission, "/reports?lang=" + language}) {
                assertThat(site.page(address))
                        .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void saysThatNothingIsKnownWhereNothingIsApproved() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, false);
            assertThat(empty.page("/bulletins"))
                    .contains("No report has been approved")
                    .contains("An empty table or map says nothing about whether ground is safe.");

            assertThat(site.page("/bulletins/2023-W01?by=district"))
                    .contains("That says nothing about the ground.")
                    .contains("<p class=\"value\">–</p>")
                    .doesNotContain("<p class=\"value\">0</p>");
        }
    }

    @Test
    void aBulletinsAddressOfAMomentShowsWhatWasKnownThen() throws InterruptedException {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, false);
            var frozen = ExampleSite.links(site.page("/bulletins/2024-W18"), "/bulletins/2024-W18?valid_on=")
                    .get(0);
            Thread.sleep(5);
            site.send("late.csv", ExampleSite.HEADING + ExampleSite.row("C-1", "1", "AP_BLAST", 100, false), true);

            assertThat(site.page("/bulletins/2024-W18")).contains("107 anti-personnel mines");
            assertThat(site.page(frozen)).contains("7 anti-personnel mines").doesNotContain("107");
        }
    }

    @Test
    void pageAndJsonSayTheSame() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, false);
            var page = site.page("/bulletins?from=2024-04-29&to=2024-05-05&by=body");
            var json = JSON.readTree(
                    site.page(ExampleSite.links(page, "/api/bulletins").get(0)));

            assertThat(page).contains(json.path("text").asString());
            assertThat(json.path("figures").size()).isEqualTo(6);
            assertThat(json.path("breakdowns").path(0).path("by").asString()).isEqualTo("BODY");
        }
    }

    @Test
    void aBulletinInAFileStandsAlone() {
        try (var site = new ExampleSite(directory)) {
            sendAWeek(site, true);
            var week = ReportingPeriod.ofWeek("2024-W18");
            var file = site.application()
                    .store()
                    .read(transaction -> HtmlPrinter.print(
                            Bulletin.of(
                                    week,
                                    new AsOf(
                                            week.to(),
                                            site.application().clock().instant()),
                                    java.util.Set.of(Dimension.values()),
                                    new SqlFigures(transaction)),
                            Application.wording(transaction, "en")));

            assertThat(file)
                    .contains("SAMPLE DATA.")
                    .contains("<style>")
                    .contains("By district")
                    .contains("says nothing about whether ground is safe")
                    .doesNotContain("<link");
            assertThat(ExampleSite.links(file, "")).allMatch(link -> link.startsWith("https://"));
        }
    }
}
