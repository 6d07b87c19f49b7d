// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An outline drawn by hand into a report: the map and the written points are two faces of one text. */
class DrawingTest extends DemoInBrowser {

    /** As ODK writes a drawn point: no altitude and no accuracy were measured. */
    private static final Pattern DRAWN = Pattern.compile("-?\\d{1,2}\\.\\d{3,7} -?\\d{1,3}\\.\\d{3,7} 0 0");

    private static final Pattern CORNER = Pattern.compile("\\[\\s*(\\d+\\.\\d+)\\s*,\\s*(\\d+\\.\\d+)\\s*\\]");

    private final Locator.WaitForOptions shown = new Locator.WaitForOptions().setTimeout(20_000);

    @Test
    void whatIsDrawnIsWrittenAndWhatIsWrittenIsDrawnAndTheReportHasIt() {
        try (var desk = desk("drawer", "operator-officer", "--org", "MES")) {
            var page = desk.page();
            desk.go("/enter/progress?lang=en");
            assertThat(page.content()).doesNotContain("<script src=\"/assets/ol-");
            var field = page.locator("[name='a.worked_ground']");
            var place = field.locator("xpath=..").locator("details.drawing > div");

            // a place to look at: three points in two notations
            field.fill("39.900 46.950\n39.910 46.950\n39°54′36″N 46°57′36″E");
            field.locator("xpath=..").locator("details.drawing > summary").click();
            waitForPoints(place, 3);
            assertThat(desk.barriers()).isEmpty();

            // drawn anew, by mouse
            place.locator("button", named("Draw anew")).click();
            var box = place.locator(".map").boundingBox();
            double x = box.x + box.width / 2;
            double y = box.y + box.height / 2;
            var corners = new double[][] {{-90, -70}, {90, -70}, {100, 60}, {-80, 80}};
            for (var corner : corners) {
                page.mouse().move(x + corner[0], y + corner[1]);
                page.mouse().click(x + corner[0], y + corner[1]);
                page.waitForTimeout(400); // two quick clicks would be a double click
            }
            page.mouse().move(x + corners[0][0], y + corners[0][1]);
            page.mouse().click(x + corners[0][0], y + corners[0][1]);
            waitForPoints(place, 4);
            assertThat(rows(field)).hasSize(4).allMatch(row -> DRAWN.matcher(row)
                    .matches());
            desk.picture("drawing-drawn");

            // a corner is dragged: its row changes, and no other
            var drawn = rows(field);
            page.mouse().move(x + 100, y + 60);
            page.mouse().down();
            page.mouse().move(x + 120, y + 40, new Mouse.MoveOptions().setSteps(5));
            page.mouse().move(x + 140, y + 20, new Mouse.MoveOptions().setSteps(5));
            page.mouse().up();
            page.waitForFunction(
                    "before => document.querySelector(\"[name='a.worked_ground']\").value !== before",
                    String.join("\n", drawn));
            var moved = rows(field);
            assertThat(moved).hasSize(4);
            assertThat(moved.stream().filter(drawn::contains)).hasSize(3);

            // undone
            place.locator("button", named("Undo")).click();
            waitForPoints(place, 4);
            assertThat(rows(field)).isEqualTo(drawn);

            // a corner is taken away
            place.locator("button", named("Take points away")).click();
            page.mouse().move(x - 80, y + 80);
            page.mouse().click(x - 80, y + 80);
            waitForPoints(place, 3);
            assertThat(rows(field)).isEqualTo(drawn.subList(0, 3));
            place.locator("button", named("End taking away")).click();

            // a row of the table is written, and the map follows; the others stay as they were drawn
            var table = field.locator("xpath=..").locator("details.points");
            table.locator("summary").click();
            assertThat(table.locator("li input").count()).isEqualTo(3);
            table.locator("button", named("Add a point")).click();
            table.locator("li input").nth(3).fill("38SPJ7000000000");
            waitForPoints(place, 4);
            table.locator("li input").nth(3).fill("here");
            assertThat(place.locator("[role=status]").textContent()).isNotBlank();
            page.waitForFunction("() => [...document.querySelectorAll('details.drawing [role=status]')]"
                    + ".some(said => said.textContent.includes('cannot be read'))");
            table.locator("li input").nth(3).fill("39.9012345 46.9401");
            waitForPoints(place, 4);

            send(page, desk);
            assertThat(page.content()).contains("D-DRAWN", "Outline with 5 points", "Computed area");
            assertThat(sent(page)).contains("39.9012345 46.9401", drawn.get(0));
            desk.picture("drawing-report");
            allIsWell(desk);
        }
    }

    /** A border along another is the same border: its corner is that of the record, to the last digit of it. */
    @Test
    void aCornerOfGroundOnRecordCatchesThePointer() {
        try (var desk = desk("neighbour", "operator-officer", "--org", "ANAMA")) {
            var page = desk.page();
            var corner = CORNER.matcher(page.request()
                    .get(site().origin() + "/api/registers/hazards/SAMPLE-SHA-1?lang=en")
                    .text());
            assertThat(corner.find()).isTrue();
            var longitude = Double.parseDouble(corner.group(1));
            var latitude = Double.parseDouble(corner.group(2));
            desk.go("/enter/progress?lang=en");
            var field = page.locator("[name='a.worked_ground']");
            var place = field.locator("xpath=..").locator("details.drawing > div");
            field.fill(String.format(
                    Locale.ROOT,
                    "%.5f %.5f\n%.5f %.5f",
                    latitude - 0.002,
                    longitude - 0.002,
                    latitude + 0.002,
                    longitude + 0.002));
            field.locator("xpath=..").locator("details.drawing > summary").click();
            waitForPoints(place, 2);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            place.locator("button", named("Draw anew")).click();
            var box = place.locator(".map").boundingBox();
            double x = box.x + box.width / 2;
            double y = box.y + box.height / 2;
            for (var each : new double[][] {{5, 4}, {60, 20}, {30, 70}, {5, 4}}) {
                page.mouse().move(x + each[0] - 3, y + each[1]);
                page.mouse().move(x + each[0], y + each[1]);
                page.mouse().click(x + each[0], y + each[1]);
                page.waitForTimeout(400);
            }
            waitForPoints(place, 3);

            assertThat(rows(field).get(0)).isEqualTo(String.format(Locale.ROOT, "%.7f %.7f 0 0", latitude, longitude));
            assertThat(rows(field).subList(1, 3))
                    .allMatch(row -> row.matches("\\d\\d\\.\\d{3,6} \\d\\d\\.\\d{3,6} 0 0"));
            allIsWell(desk);
        }
    }

    /** The file as it was made of what was typed. */
    private static String sent(Page page) {
        var submission = page.locator("a[href^='/submissions/']").first().getAttribute("href");
        var origin = page.url().substring(0, page.url().indexOf('/', "https://".length()));
        return page.request()
                .get(origin + submission.replaceFirst("\\?.*", "") + "/content")
                .text();
    }

    private static void send(Page page, Desk desk) {
        page.fill("[name='a.report_no']", "D-DRAWN");
        answer(page, "a.activity_type", "manual_clearance");
        page.fill("[name='a.period_from']", "03.05.2023");
        page.fill("[name='a.period_to']", "03.05.2023");
        page.fill("[name='a.district']", "Ağdam");
        page.locator("button[value=check]").click();
        page.waitForLoadState();
        desk.picture("drawing-checked");
        page.locator("button[value=anyway], button[value=send]").last().click();
        page.waitForLoadState();
        assertThat(page.url()).contains("/reports/");
    }

    private static Locator.LocatorOptions named(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private void waitForPoints(Locator place, int points) {
        place.page()
                .locator("details.drawing > div[data-points='" + points + "']")
                .first()
                .waitFor(shown);
    }

    private static List<String> rows(Locator field) {
        return field.inputValue().lines().toList();
    }
}
