// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.WrittenReport.report;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * A day at the desks: an officer sends a file and types a report, a reviewer decides on both, and the figure of the week
 * says so. In a real browser, against the real jar.
 */
class WorkingDayTest extends DemoInBrowser {

    private static final String WEEK = "/figures/anti-tank-mines-found?from=2023-05-01&to=2023-05-07&lang=en";
    private static final Pattern VALUE = Pattern.compile("<p class=\"value\">([^<]*)</p>");
    private static final String SCRIPT = "<img src=x onerror=alert(1)>";

    @Test
    void whatAnOfficerSendsCountsOnceAReviewerHasApprovedIt() {
        try (var officer = desk("officer", "operator-officer", "--org", "MES");
                var reviewer = desk("reviewer", "reviewer")) {
            sendFile(officer);
            typeReport(officer);
            assertThat(value(reviewer))
                    .as("nothing counts before it is approved")
                    .isEqualTo("–");

            reviewer.go("/?lang=en");
            approve(reviewer, "D-1");
            assertThat(value(reviewer)).isEqualTo("7");
            approve(reviewer, "D-2");
            assertThat(value(reviewer)).isEqualTo("12");
            reviewer.picture("day-figure");

            officer.go("/registers/reports?q=D-&lang=en");
            assertThat(officer.page().content()).contains("D-1", "D-2", "Approved");
            allIsWell(officer, reviewer);
        }
    }

    /** One report that counts, and one that nobody can approve. */
    private void sendFile(Desk officer) {
        var page = officer.page();
        var file = directory().resolve("day.csv");
        WrittenReport.csv(
                file,
                List.of(
                        ofWeek(report("D-1")).with("quantity", "7").with("team", SCRIPT),
                        ofWeek(report("D-bad")).with("quantity", "-2")));

        officer.go("/import?lang=en");
        page.setInputFiles("#file", file);
        press(page, "form[enctype] button[type=submit]");
        assertThat(officer.barriers()).isEmpty();
        officer.picture("day-columns");
        press(page, "form[action$='/columns'] button.button[type=submit] >> nth=-1");
        assertThat(page.content()).contains("D-1", "D-bad").doesNotContain(SCRIPT);
        assertThat(officer.barriers()).isEmpty();
        officer.picture("day-preview");
        press(page, "button[value=GOOD]");
        assertThat(page.url()).contains("/submissions/");
        officer.picture("day-submission");
    }

    private static WrittenReport ofWeek(WrittenReport report) {
        return report.with("organisation", "MES")
                .with("period_from", "2023-05-02")
                .with("period_to", "2023-05-02")
                .with("found_on", "2023-05-02");
    }

    private static void typeReport(Desk officer) {
        var page = officer.page();
        officer.go("/enter/progress?lang=en");
        assertThat(officer.barriers()).isEmpty();
        page.fill("[name='a.report_no']", "D-2");
        page.fill("[name='a.team']", SCRIPT);
        answer(page, "a.activity_type", "eod_spot_task");
        page.fill("[name='a.period_from']", "03.05.2023");
        page.fill("[name='a.period_to']", "03.05.2023");
        page.fill("[name='a.district']", "Ağdam");
        page.click("button[value='add.finds']");
        answer(page, "r.finds.0.category", "AV_MINE");
        page.fill("[name='r.finds.0.quantity']", "5");
        press(page, "button[value=check]");
        assertThat(page.content()).doesNotContain(SCRIPT);
        officer.picture("day-checked");
        press(page, "button[value=send]");
        assertThat(page.url()).contains("/reports/");
    }

    private static void approve(Desk reviewer, String number) {
        var page = reviewer.page();
        reviewer.go("/review?lang=en");
        assertThat(reviewer.barriers()).isEmpty();
        press(
                page,
                page.locator("tr", new Page.LocatorOptions().setHasText(number))
                        .locator("a")
                        .first());
        assertThat(page.content()).contains(number).doesNotContain(SCRIPT);
        assertThat(reviewer.barriers()).isEmpty();
        reviewer.picture("day-review-" + number);
        press(page, "form[action$='/approve'] button[type=submit]");
    }

    private static String value(Desk desk) {
        desk.go(WEEK);
        var found = VALUE.matcher(desk.page().content());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The sample field is drawn where it lies: its colours are in the middle of a map that shows it alone. */
    @Test
    void theMapIsReallyPainted() throws IOException {
        try (var desk = desk("mapper", "auditor")) {
            desk.go("/registers/hazards/map?lang=en");
            desk.page().waitForSelector(".mapped[data-drawn=yes]");
            desk.picture("day-map");

            assertThat(points(desk, (red, green, blue) -> red > 120 && red - green > 60 && red - blue > 50))
                    .as("points of the picture in the colours of hazards")
                    .isGreaterThan(500);
            assertThat(desk.barriers()).isEmpty();
            allIsWell(desk);
        }
    }

    /** The same field as its report has it, and what the report's own page says of it beside the map. */
    @Test
    void reportsArePaintedWhereTheySayThatTheyAre() throws IOException {
        try (var desk = desk("looker", "reviewer")) {
            var page = desk.page();
            desk.go("/registers/reports/map?form=hazard&status=APPROVED&lang=en");
            page.waitForSelector(".mapped[data-drawn=yes]");
            page.waitForSelector("#map-list button");
            int outlined = points(desk, (red, green, blue) -> blue > 110 && blue - red > 60 && blue - green > 30);
            page.locator("#map-list button").first().click();
            page.waitForSelector("#map-chosen-row dl");
            desk.picture("day-map-reports");

            assertThat(outlined)
                    .as("points of the picture in the colour of approved reports")
                    .isGreaterThan(300);
            assertThat(page.locator("#map-chosen-row").textContent()).contains("hazard", "Approved");
            assertThat(desk.barriers()).isEmpty();

            desk.go("/review?lang=en");
            press(page, "main p a[href^='/registers/reports/map']");
            page.waitForSelector(".mapped[data-drawn=yes]");
            assertThat(page.url()).contains("status=PENDING");
            assertThat(desk.wrong()).isEmpty();
        }
    }

    private interface Colour {
        boolean is(int red, int green, int blue);
    }

    /** How many points of the map have a colour. */
    private static int points(Desk desk, Colour colour) throws IOException {
        var picture = ImageIO.read(
                new ByteArrayInputStream(desk.page().locator("#map").screenshot()));
        int points = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                if (colour.is(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)) {
                    points++;
                }
            }
        }
        return points;
    }
}
