// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Without a mouse: every control is reached by Tab in the order of the page, is seen to be reached, and answers to keys. */
class ByKeyboardTest extends DemoInBrowser {

    private static final int MOST_STEPS = 250;
    private static final String SIGN_IN = "main form button[type=submit]";

    @Test
    void aReportIsTypedAndApproved() {
        site().account("typist", "operator-officer", "--org", "MES");
        try (var officer = desk("fingers", "operator-officer", "--org", "MES");
                var reviewer = desk("keys", "reviewer")) {
            var page = officer.page();
            officer.go("/?lang=en");
            page.keyboard().press("Tab");
            assertThat(focused(page, "href"))
                    .as("the first step leads past the head")
                    .startsWith("#");
            to(page, "a[href^='/enter?']");
            enter(page);
            to(page, "a[href^='/enter/progress?']");
            enter(page);
            type(page, "a.report_no", "K-1");
            choose(page, "a.activity_type", "eod_spot_task");
            type(page, "a.period_from", "03.05.2023");
            type(page, "a.period_to", "03.05.2023");
            type(page, "a.district", "Ağdam");
            to(page, "button[value=send]");
            enter(page);
            if (page.locator("button[value=anyway]").count() > 0) {
                to(page, "button[value=anyway]");
                enter(page);
            }
            assertThat(page.url()).contains("/reports/");

            var desk = reviewer.page();
            reviewer.go("/review?lang=en");
            to(desk, "tr:has-text('K-1') a");
            enter(desk);
            to(desk, "form[action$='/approve'] button[type=submit]");
            enter(desk);
            reviewer.go("/registers/reports?q=K-1&lang=en");
            assertThat(desk.content()).contains("K-1", "Approved");
            allIsWell(officer, reviewer);
        }
    }

    @Test
    void aListIsNarrowedAndItsMapIsMoved() {
        try (var desk = desk("pilot", "auditor")) {
            var page = desk.page();
            desk.go("/registers/hazards?lang=en");
            to(page, "[name=q]");
            page.keyboard().type("SAMPLE-SHA");
            enter(page);
            assertThat(page.url()).contains("q=SAMPLE-SHA");
            to(page, "main a[href^='/registers/hazards/map']");
            enter(page);
            page.waitForSelector(".mapped[data-drawn=yes]");
            to(page, "#map");
            var before = page.url();
            page.keyboard().press("+");
            page.waitForCondition(() -> !page.url().equals(before));
            var nearer = page.url();
            page.keyboard().press("ArrowRight");
            page.waitForCondition(() -> !page.url().equals(nearer));
            desk.picture("keyboard-map");
            allIsWell(desk);
        }
    }

    @Test
    void signingInAndOut() {
        try (var desk = desk("gate", "auditor")) {
            var page = desk.page();
            to(page, "form[action='/sign-out'] button, form[action^='/sign-out'] button");
            enter(page);
            desk.go("/sign-in?lang=en");
            to(page, "#name");
            page.keyboard().type("gate");
            to(page, "#password");
            page.keyboard().type(ServedSite.PASSWORD);
            to(page, SIGN_IN);
            enter(page);
            assertThat(page.url()).contains("/account");
            allIsWell(desk);
        }
    }

    private static void type(Page page, String question, String text) {
        to(page, "[name='" + question + "']");
        page.keyboard().type(text);
    }

    private static void choose(Page page, String question, String code) {
        var field = page.locator("[name='" + question + "']");
        if (field.evaluate("element => element.tagName").equals("SELECT")) {
            to(page, "[name='" + question + "']");
            var label =
                    field.locator("option[value='" + code + "']").textContent().strip();
            page.keyboard().type(label);
            assertThat(field.inputValue()).isEqualTo(code);
        } else {
            type(page, question, code);
        }
    }

    /** By Tab alone, and what has the focus shows it. */
    private static void to(Page page, String selector) {
        var wanted = page.locator(selector).first();
        wanted.waitFor();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                assertThat(wanted.evaluate("element => { const style = getComputedStyle(element);"
                                + " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"))
                        .as("the focus is seen on %s", selector)
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by Tab at " + page.url());
    }

    private static void enter(Page page) {
        page.evaluate("() => { window.left = false; }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => window.left === undefined");
        page.waitForLoadState();
    }

    private static String focused(Page page, String attribute) {
        return String.valueOf(page.evaluate("attribute => document.activeElement.getAttribute(attribute)", attribute));
    }
}
