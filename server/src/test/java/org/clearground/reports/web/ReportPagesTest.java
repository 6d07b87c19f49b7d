// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    @Test
    void servesTheSubmissionByteForByte() {
        try (var site = new ExampleSite(directory)) {
            var text = "\uFEFF" + ExampleSite.HEADING + ExampleSite.row("A-1", "1.5", "AV_MINE", 2, false) + "\r\n";
            var sent = site.send("həftə \"18\".csv", text, true);
            var page = site.page("/submissions/" + sent.submission());
            var content = ExampleSite.links(page, "/submissions/").stream()
                    .filter(link -> link.endsWith("/content"))
                    .findFirst()
                    .orElseThrow();

            var received = site.get(content, BodyHandlers.ofByteArray());

            assertThat(received.body()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            assertThat(received.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''h%C9%99ft%C9%99%20%2218%22.csv");
            assertThat(received.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page)
                    .contains(sent.submission().hex())
                    .contains("Read by a form")
                    .contains("Reports approved");
        }
    }

    @Test
    void escapesWhatReportsSay() {
        try (var site = new ExampleSite(directory)) {
            site.send(
                    "<img src=x>.csv",
                    ExampleSite.HEADING
                            + "<script>alert(1)</script>,MES,<script>alert(2)</script>,manual_clearance,2024-04-30,"
                            + "2024-04-30,AZ-AGM,1,AV_MINE,\"\"\"><script>alert(3)</script>\",1,2024-04-30,false\n",
                    true);
            var list = site.page("/reports");
            var report = ExampleSite.links(list, "/reports/").get(0);
            var submission = ExampleSite.links(list, "/submissions/").get(0);
            var figure = "/figures/anti-tank-mines-found?from=2024-04-29&to=2024-05-05";

            for (var page : new String[] {list, site.page(report), site.page(submission), site.page(figure)}) {
                assertThat(page).doesNotContain("<script").doesNotContain("<img");
            }
            assertThat(site.page(report)).contains("&lt;script&gt;alert(2)&lt;/script&gt;");
            assertThat(site.get("/reports?status=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
            assertThat(site.page("/reports?x=%22%3E%3Cscript%3E")).doesNotContain("<script");
        }
    }

    @Test
    void tellsWhatIsWrongWithAReportAndWhatToDo() {
        try (var site = new ExampleSite(directory)) {
            site.send(
                    "a.csv",
                    ExampleSite.HEADING
                            + ExampleSite.row("A-1", "1", "AV_MINE", 2, false)
                            + ExampleSite.row("A-2", "1", "BANANA", 2, false),
                    true);
            var waiting = site.page("/reports?status=PENDING");
            assertThat(waiting).contains("A-2").doesNotContain("A-1");

            var page = site.page(ExampleSite.links(waiting, "/reports/").get(0));

            assertThat(page)
                    .contains("Blocks approval")
                    .contains("“BANANA” is no category of explosive ordnance in the list.")
                    .contains("What to do: Use a category of the list.")
                    .contains("UNKNOWN_CATEGORY")
                    .contains("Row 3");
        }
    }

    @Test
    void showsAnswersByTheirNamesAndBothAreasApart() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1.23456", "AV_MINE", 2, false), true);
            var link = ExampleSite.links(site.page("/reports?lang=az"), "/reports/")
                    .get(0);

            assertThat(site.page(link))
                    .contains("Əl ilə təmizləmə")
                    .contains("manual_clearance")
                    .contains("1,23 ha · 12\u00A0346 m²")
                    .contains("Tank əleyhinə mina");
            var json = JSON.readTree(site.page("/api" + link));
            assertThat(json.path("declaredAreaM2").asLong()).isEqualTo(12_346);
            assertThat(json.path("computedAreaM2").isNull()).isTrue();
            assertThat(json.path("reason").isNull()).isTrue();
            assertThat(json.path("answers").path("activity_type").path("value").asString())
                    .isEqualTo("manual_clearance");
            assertThat(json.path("readAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    @Test
    void aLongListHasPages() {
        try (var site = new ExampleSite(directory)) {
            var rows = new StringBuilder(ExampleSite.HEADING);
            for (int i = 0; i < 101; i++) {
                rows.append(ExampleSite.row("A-" + i, "1", "AV_MINE", 1, false));
            }
            var sent = site.send("a.csv", rows.toString(), true);
            var second = ExampleSite.links(site.page("/submissions/" + sent.submission()), "/submissions/").stream()
                    .filter(link -> link.contains("page=2"))
                    .findFirst()
                    .orElseThrow();

            assertThat(ExampleSite.links(site.page(second), "/reports/")).hasSize(1);
            assertThat(ExampleSite.links(site.page("/reports?page=2"), "/reports/"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/1234, 400",
        "/reports/00000000-0000-8000-8000-000000000000, 404",
        "/submissions/ABC, 400",
        "/submissions/0000000000000000000000000000000000000000000000000000000000000000, 404",
        "/submissions/0000000000000000000000000000000000000000000000000000000000000000/content, 404",
        "/reports?status=LOST, 400",
        "/reports?page=0, 400",
        "/reports?page=1&page=2, 400",
    })
    void knowsWhatItDoesNotKeep(String address, int status) {
        assertThat(empty.get(address).statusCode()).isEqualTo(status);
        if (!address.endsWith("/content")) {
            assertThat(empty.get("/api" + address).statusCode()).isEqualTo(status);
        }
    }
}
