// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A passkey in a real browser, with the authenticator that Chromium pretends to have plugged in. */
class PasskeyInBrowserTest extends DemoInBrowser {

    private static final String BUTTON = "#passkey button";

    @Test
    void aPasskeyIsMadeLetsItsOwnerInAndLetsNobodyInOnceItIsRevoked() {
        try (var desk = desk("lamiya", "auditor");
                var chief = desk("chief", "administrator")) {
            var page = desk.page();
            var line = plugIn(page);

            desk.go("/account/passkeys?lang=en");
            assertThat(page.content()).contains("There are no passkeys yet");
            assertThat(desk.barriers()).isEmpty();
            add(page, "blue security key");
            desk.picture("passkey-confirm");
            press(page, BUTTON);
            page.waitForSelector("td form");
            assertThat(page.textContent("main")).contains("blue security key", "localhost");
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.overflowAt(360)).isLessThanOrEqualTo(0);
            desk.picture("passkey-list");

            // the same device again: it says that it has one
            add(page, "the same key");
            press(page, BUTTON);
            page.waitForFunction("() => document.querySelector('[data-said]').textContent.includes('already')");
            assertThat(page.locator("td form").count()).isEqualTo(1);

            signOut(desk);
            assertThat(desk.barriers()).isEmpty();
            desk.picture("passkey-sign-in");
            signIn(desk, "/reports?lang=en");
            page.waitForURL("**/reports?lang=en");
            assertThat(page.textContent(".account")).isEqualTo("lamiya");

            // whoever holds it is not the one whom it knows
            signOut(desk);
            verified(line, plugged, false);
            signIn(desk, "/reports?lang=en");
            page.waitForFunction("() => document.querySelector('[data-said]').textContent.includes('No passkey')");
            verified(line, plugged, true);

            // revoked by an administrator
            chief.go("/accounts/lamiya/passkeys?lang=en");
            press(chief.page(), "td form button");
            assertThat(chief.page().textContent("main")).contains("There are no passkeys yet");
            signIn(desk, "/reports?lang=en");
            page.waitForSelector("[role=alert]");
            assertThat(page.textContent("[role=alert]")).contains("This passkey was not taken");
            desk.go("/reports?lang=en");
            assertThat(page.url()).contains("/sign-in");
            chief.go("/accounts/events?lang=en");
            assertThat(chief.page().textContent("main"))
                    .contains("Passkey added", "with the passkey blue security key", "Passkey removed", "ended");
            allIsWell(desk, chief);
        }
    }

    @Test
    void withoutADeviceNothingIsLostAndUnderANumberThePageSaysWhereToGo() {
        try (var desk = desk("without", "auditor")) {
            var page = desk.page();
            page.addInitScript("delete window.PublicKeyCredential");
            desk.go("/account/passkeys?lang=en");
            add(page, "none");
            assertThat(page.locator(BUTTON).isVisible()).isFalse();
            assertThat(page.locator("[data-cannot]").isVisible()).isTrue();

            signOut(desk);
            assertThat(page.locator(BUTTON).isVisible()).isFalse();
            page.fill("#name", "without");
            page.fill("#password", ServedSite.PASSWORD);
            press(page, "form[action='/sign-in'] button");
            assertThat(page.url()).contains("/account");
            allIsWell(desk);
        }
        try (var desk = stranger()) {
            var page = desk.page();
            page.navigate(site().origin().replace("localhost", "127.0.0.1") + "/sign-in?lang=en");
            assertThat(page.locator("#passkey").count()).isZero();
        }
    }

    private String plugged = "";

    /** A device with a key of its own, which knows its owner. */
    private CDPSession plugIn(Page page) {
        var line = page.context().newCDPSession(page);
        line.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        plugged = line.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
        return line;
    }

    private static void verified(CDPSession line, String device, boolean verified) {
        var asked = new JsonObject();
        asked.addProperty("authenticatorId", device);
        asked.addProperty("isUserVerified", verified);
        line.send("WebAuthn.setUserVerified", asked);
    }

    private static void add(Page page, String name) {
        page.fill("#name", name);
        page.fill("#password", ServedSite.PASSWORD);
        press(page, "form[action='/account/passkeys'] button");
        assertThat(page.textContent("main")).contains("One more step: " + name);
    }

    private static void signOut(Desk desk) {
        desk.go("/account?lang=en");
        press(desk.page(), "form[action='/sign-out'] button");
        desk.go("/sign-in?lang=en");
    }

    private static void signIn(Desk desk, String next) {
        desk.go("/sign-in?lang=en&next=" + next.replace("?", "%3F"));
        desk.page().locator(BUTTON).click();
    }
}
