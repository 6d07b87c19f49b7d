// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a screen: a browser of their own, which notes whatever should never happen in it — a request to another
 * host, an error in the console, a dialog that a script opened.
 */
final class Desk implements AutoCloseable {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> GRAVE = List.of("serious", "critical");

    private static final Pattern ANCHOR = Pattern.compile("<a\\s[^>]*>");
    private static final Pattern HREF = Pattern.compile("\\shref=\"(/[^\"]*)\"");
    private static final Pattern DOWNLOAD = Pattern.compile("\\sdownload\\b");

    private final ServedSite site;
    private final BrowserContext context;
    private final Page page;
    private final CDPSession line;
    private final List<String> wrong = new ArrayList<>();
    private long bytes;
    private boolean refusalExpected;

    Desk(Browser browser, ServedSite site) {
        this.site = site;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        this.page = context.newPage();
        this.line = context.newCDPSession(page);
        page.onRequest(request -> {
            var url = request.url();
            if (!url.startsWith(site.origin() + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
                wrong.add("a request to " + url);
            }
        });
        line.send("Network.enable");
        line.on(
                "Network.loadingFinished",
                event -> bytes += event.get("encodedDataLength").getAsLong());
        page.onConsoleMessage(message -> {
            boolean told = message.type().equals("error") || message.type().equals("warning");
            if (told && !(refusalExpected && message.text().contains("status of 4"))) {
                wrong.add("in the console at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> wrong.add("a script failed at " + page.url() + ": " + error));
        page.onDialog(dialog -> {
            wrong.add("a dialog at " + page.url() + ": " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Opens the link of a new account, sets its password and signs in. */
    Desk signInFirst(String link, String name) {
        page.navigate(link);
        page.fill("#password", ServedSite.PASSWORD);
        page.fill("#again", ServedSite.PASSWORD);
        page.click("main button[type=submit]");
        page.navigate(site.origin() + "/sign-in?lang=en");
        page.fill("#name", name);
        page.fill("#password", ServedSite.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.url()).as("signed in as %s", name).contains("/account");
        return this;
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the site. */
    @Nullable
    Response go(String address) {
        bytes = 0;
        return page.navigate(site.origin() + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    /** Allows the browser to tell in its console that an answer was a refusal. */
    void expectingRefusals() {
        refusalExpected = true;
    }

    /** Puts the browser behind a slow line. */
    void slow(double bytesASecond, int latencyMilliseconds) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latencyMilliseconds);
        conditions.addProperty("downloadThroughput", bytesASecond);
        conditions.addProperty("uploadThroughput", bytesASecond);
        line.send("Network.emulateNetworkConditions", conditions);
        page.setDefaultNavigationTimeout(240_000);
    }

    /** Bytes of the page that was gone to last, with all it asked for. */
    long bytes() {
        return bytes;
    }

    /**
     * What came of asking for an address without painting it.
     *
     * @param address at which the answer stands in the end
     * @param links addresses of this site to which it links, but for downloads
     */
    record Answer(int status, String address, List<String> links) {}

    /** Asks for an address as the signed-in browser would, and paints nothing. */
    Answer ask(String address) {
        var response = page.request().get(site.origin() + address);
        try {
            var links = ANCHOR.matcher(response.text())
                    .results()
                    .map(anchor -> anchor.group())
                    .filter(anchor -> !DOWNLOAD.matcher(anchor).find())
                    .map(HREF::matcher)
                    .filter(Matcher::find)
                    .map(href -> href.group(1).replace("&amp;", "&").replaceFirst("#.*", ""))
                    .toList();
            return new Answer(
                    response.status(), response.url().substring(site.origin().length()), links);
        } finally {
            response.dispose();
        }
    }

    /** Addresses of this site to which the page links. */
    List<String> links() {
        @SuppressWarnings("unchecked")
        var found = (List<String>)
                page.evaluate("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin"
                        + " && !a.hasAttribute('download')).map(a => a.pathname + a.search)");
        return found;
    }

    /** What people who cannot see or point well would stumble over, gravely. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(violation -> GRAVE.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + " at " + page.url() + ": " + violation.getHelp()
                                + " "
                                + violation.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** By how many pixels the page is wider than a screen of this width. */
    int overflowAt(int width) {
        page.setViewportSize(width, 740);
        var over = (Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        page.setViewportSize(1280, 900);
        return over.intValue();
    }

    /** Keeps a picture of the page as a screen of this width shows it. */
    void pictureAt(int width, String name) {
        page.setViewportSize(width, 740);
        picture(name);
        page.setViewportSize(1280, 900);
    }

    /** Keeps a picture of the page with the output of the build. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(
                        SCREENS.resolve(name.replaceAll("[^\\p{Alnum}.-]+", "-").toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true));
    }

    /** What happened that never should; empty if all is well. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void close() {
        context.close();
    }
}
