// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts in the texts of reports, names of files, headings and descriptions: shown as text in a real browser, and never
 * run. The desk notes any dialog, and any word of the content policy in the console.
 */
class HostileTextsTest {

    private static final List<String> EVIL = List.of(
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "[x](javascript:alert(1))",
            "</script><script>alert(1)</script>");

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void noTextOfAReportRunsAnywhere() throws IOException {
        var data = directory.resolve("data");
        Clearground.run("init", "--data", data, "--pack", "aze").with(DONE);
        var evilName = directory.resolve("<img src=x onerror=alert(1)>.csv");
        var reports = new java.util.ArrayList<WrittenReport>();
        for (int i = 0; i < EVIL.size(); i++) {
            reports.add(report("X-" + i + " " + EVIL.get(i))
                    .with("team", EVIL.get(i))
                    .with("task", EVIL.get(i))
                    .with("settlement", EVIL.get(i))
                    .with("model", EVIL.get(i))
                    .with("latitude", "39.9" + i)
                    .with("longitude", "46.95"));
        }
        WrittenReport.csv(evilName, reports);
        Clearground.run("import", evilName, "--as", "progress", "--approve", "--data", data);
        WrittenReport.csv(evilName, List.of(report("Y " + EVIL.get(0)).with("team", EVIL.get(1))));
        Clearground.run("import", evilName, "--as", "progress", "--data", data);

        try (var chromium = Chromium.start();
                var site = ServedSite.of(data, "http://localhost");
                var desk = chromium.desk(site)) {
            var page = desk.page();
            for (var address : List.of(
                    "/reports",
                    "/registers/reports",
                    "/registers/finds",
                    "/registers/finds?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
                    "/registers/finds/1",
                    "/review",
                    "/")) {
                desk.go(address + (address.contains("?") ? "&" : "?") + "lang=en");
                if (!address.equals("/")) {
                    assertThat(page.locator("main").textContent()).as(address).contains("onerror=alert(1)");
                }
                for (var link : desk.links()) {
                    assertThat(link).doesNotContain("javascript:");
                }
            }
            desk.go("/reports?lang=en");
            var linked = desk.links().stream()
                    .filter(link -> link.matches("/(reports|submissions)/.+"))
                    .distinct()
                    .toList();
            assertThat(linked).hasSizeGreaterThan(5);
            linked.forEach(desk::go);

            for (var map : List.of("/registers/reports/map?lang=en", "/registers/finds/map?lang=en")) {
                desk.go(map);
                page.waitForSelector("#map-list button");
                for (int i = 0; i < EVIL.size(); i++) {
                    page.locator("#map-list button").nth(i).click();
                    page.waitForSelector("#map-chosen-row dl");
                }
                assertThat(page.locator("#map-list").textContent()).contains("onerror=alert(1)");
            }
            desk.picture("hostile-map");

            preview(
                    desk,
                    "evil.csv",
                    "report_no,<img src=x onerror=alert(1)>,\"\"\"><svg/onload=alert(1)>\"\n1,"
                            + "<script>alert(1)</script>,x\n");
            preview(
                    desk,
                    "evil.kml",
                    "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&lt;img src=x"
                            + " onerror=alert(1)&gt;</name><description><![CDATA[<img src=x onerror=alert(1)>"
                            + "<script>alert(1)</script>]]></description><Point><coordinates>46.9,39.9</coordinates>"
                            + "</Point></Placemark></Document></kml>");
            page.waitForTimeout(500); // what would run late
            assertThat(desk.wrong()).isEmpty();
        }
    }

    private void preview(Desk desk, String name, String text) throws IOException {
        var file = Files.writeString(directory.resolve(name), text);
        var page = desk.page();
        desk.go("/import?lang=en");
        page.setInputFiles("#file", file);
        page.locator("form[enctype] button[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator("main").textContent()).as(name).contains("alert(1)");
    }
}
