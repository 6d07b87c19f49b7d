// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sample country, served by the real jar, with a real browser before it: one of each for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoInBrowser {

    private @Nullable Path directory;
    private @Nullable ServedSite site;
    private @Nullable Chromium chromium;

    @BeforeAll
    void serve(@TempDir Path place) {
        directory = place;
        chromium = Chromium.start();
        site = ServedSite.ofDemo(place);
    }

    @AfterAll
    void end() {
        if (site != null) {
            site.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    /** A folder for files that people have on their machines. */
    final Path directory() {
        return Objects.requireNonNull(directory);
    }

    final ServedSite site() {
        return Objects.requireNonNull(site);
    }

    /** Somebody who has not signed in. */
    final Desk stranger() {
        return Objects.requireNonNull(chromium).desk(site());
    }

    /** Somebody with an account of their own, signed in. */
    final Desk desk(String name, String role, String... more) {
        return stranger().signInFirst(site().account(name, role, more), name);
    }

    static void press(Page page, String selector) {
        press(page, page.locator(selector));
    }

    static void press(Page page, Locator button) {
        button.click();
        page.waitForLoadState();
    }

    /** Answers a question from a list that is short enough to be shown, or by writing what is proposed from a long one. */
    static void answer(Page page, String question, String code) {
        var field = page.locator("[name='" + question + "']");
        if (field.evaluate("element => element.tagName").equals("SELECT")) {
            field.selectOption(code);
        } else {
            field.fill(code);
        }
    }

    static void allIsWell(Desk... desks) {
        for (var desk : desks) {
            assertThat(desk.wrong()).isEmpty();
        }
    }
}
