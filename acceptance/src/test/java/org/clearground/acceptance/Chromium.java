// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The system's own Chromium, driven by Playwright; tests say so and are skipped where it is not installed. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAMME = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAMME), "no Chromium at " + PROGRAMME + " (Debian: apt install chromium)");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAMME)
                                .setArgs(QUIET)));
    }

    /** Somebody sits down. */
    Desk desk(ServedSite site) {
        return new Desk(browser, site);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
