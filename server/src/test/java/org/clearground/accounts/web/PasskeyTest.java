// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.OneTimeCodes;
import org.clearground.accounts.store.Passkeys;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.commands.CommandLineFace;
import org.clearground.storage.Transaction;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passkeys from their making to their end, and whatever else a device or a stranger might send. */
class PasskeyTest {

    private static final String PAGE = "/account/passkeys";
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\" : \"([A-Za-z0-9_-]{43})\"");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.account("chief", Role.ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private interface Change {
        void of(Accounts accounts, Transaction transaction);
    }

    private static void change(Change change) {
        site.application().store().<Boolean>write(transaction -> {
            change.of(new Accounts(transaction, site.application().clock()), transaction);
            return true;
        });
    }

    private static PretendedDevice device() {
        return new PretendedDevice("http://localhost:" + site.port());
    }

    /** Who signed in, with a passkey added. */
    private record Holder(Browser browser, PretendedDevice device) {}

    private static Holder holder(String name) {
        site.account(name, Role.AUDITOR);
        var holder = new Holder(site.signedIn(name), device());
        begin(holder.browser(), "tablet");
        assertThat(finish(holder.browser(), holder.device()).statusCode()).isEqualTo(303);
        assertThat(passkeys(name)).hasSize(1);
        return holder;
    }

    private static HttpResponse<String> begin(Browser browser, String name) {
        return browser.fill(PAGE, PAGE, Map.of("name", name, "password", ExampleSite.PASSWORD));
    }

    private static HttpResponse<String> finish(Browser browser, PretendedDevice device) {
        var page = browser.get(PAGE).body();
        return browser.fill(PAGE, PAGE + "/made", device.make(data(page, "make"), data(page, "user")));
    }

    private static String data(String page, String name) {
        var found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name + " in " + page).isTrue();
        return found.group(1);
    }

    private static List<Passkeys.Kept> passkeys(String account) {
        return site.application().store().read(transaction -> new Passkeys(transaction, Clock.systemUTC())
                .list(account));
    }

    private static String challenge(Browser browser) {
        var asked = browser.fill("/sign-in", "/sign-in/passkey/challenge", Map.of());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        var found = CHALLENGE.matcher(asked.body());
        assertThat(found.find()).as(asked.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> send(Browser browser, Map<String, String> signed) {
        return browser.fill("/sign-in", "/sign-in/passkey", signed);
    }

    private static HttpResponse<String> signIn(Browser browser, PretendedDevice device) {
        return send(browser, device.sign(challenge(browser)));
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/api/reports").statusCode() == 200;
    }

    private static void refused(Browser browser, HttpResponse<String> answer, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/sign-in?said=" + said);
        assertThat(isIn(browser)).isFalse();
    }

    private static List<String> events(String account) {
        return site.application().store().read(transaction -> new Accounts(transaction, Clock.systemUTC())
                .eventsOf(account, 50).stream()
                        .map(event -> event.kind() + " " + event.detail())
                        .toList());
    }

    @Test
    void aPasskeyLetsItsOwnerInAndNoCodeIsAskedForBehindIt() {
        var holder = holder("leyla");
        change((accounts, transaction) -> {
            var secret = OneTimeCodes.newSecret();
            assertThat(new SecondSteps(transaction, Clock.systemUTC())
                            .switchOn("leyla", secret, OneTimeCodes.at(secret, Instant.now())))
                    .isPresent();
        });
        var browser = new Browser(site.port());
        browser.get("/sign-in");
        var planted = browser.cookie;

        var answer = signIn(browser, holder.device());

        assertThat(answer.headers().firstValue("Location")).hasValue("/account");
        assertThat(isIn(browser)).isTrue();
        assertThat(browser.cookie).isNotEqualTo(planted);
        var thief = new Browser(site.port());
        thief.cookie = planted;
        assertThat(isIn(thief)).isFalse();
        var id = passkeys("leyla").get(0).id();
        assertThat(events("leyla")).contains("SIGNED_IN with the passkey tablet, " + id, "PASSKEY_ADDED tablet, " + id);
        assertThat(passkeys("leyla").get(0).usedAt()).isNotNull();
        assertThat(browser.get("/api/accounts/leyla").statusCode()).isEqualTo(200);
        assertThat(site.signedIn("chief").get("/api/accounts/leyla").body()).contains("\"name\" : \"tablet\"");
    }

    @Test
    void whereSomebodyWantedToIsRememberedButNeverElsewhere() {
        var holder = holder("next");
        for (var next : Map.of("/reports?status=PENDING", "/reports?status=PENDING", "//evil.example/", "/account")
                .entrySet()) {
            var browser = new Browser(site.port());
            var signed = new HashMap<>(holder.device().sign(challenge(browser)));
            signed.put("next", next.getKey());

            assertThat(send(browser, signed).headers().firstValue("Location")).hasValue(next.getValue());
        }
    }

    @Test
    void whatWasSentOnceIsNotTakenAgainNorIsAnotherChallenge() {
        var holder = holder("replay");
        var browser = new Browser(site.port());
        var signed = holder.device().sign(challenge(browser));
        assertThat(send(browser, signed).statusCode()).isEqualTo(303);
        assertThat(isIn(browser)).isTrue();

        var same = new Browser(site.port());
        refused(same, send(same, signed), "late"); // nothing was asked in this session
        challenge(same);
        refused(same, send(same, signed), "passkey"); // the challenge of another session
        refused(same, send(same, holder.device().sign("A".repeat(43))), "late"); // the failed try has used it up
        var old = challenge(same);
        challenge(same);
        refused(same, send(same, holder.device().sign(old)), "passkey"); // only the last one holds
        var later = challenge(same);
        var once = holder.device().sign(later);
        assertThat(send(same, once).headers().firstValue("Location")).hasValue("/account");
        refused(new Browser(site.port()), send(new Browser(site.port()), once), "late");
    }

    @Test
    void anotherOriginAnotherNameAndNobodyThereAreRefused() {
        var device = holder("strict").device();
        var origin = device.origin;
        for (var wrong : List.of("https://evil.example", "http://localhost:1", origin.replace("http", "https"), "")) {
            device.origin = wrong;
            var browser = new Browser(site.port());
            refused(browser, signIn(browser, device), "passkey");
            device.origin = origin; // a right one in between: nobody has to wait
            assertThat(signIn(new Browser(site.port()), device).headers().firstValue("Location"))
                    .hasValue("/account");
        }
        device.host = "evil.example";
        refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");
        device.host = "localhost";
        for (int flags : new int[] {0, PretendedDevice.PRESENT, PretendedDevice.VERIFIED}) {
            device.flags = flags;
            refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");
        }
    }

    @Test
    void aPasskeyIsOfItsAccountAlone() {
        var mine = holder("mine").device();
        var theirs = holder("theirs").device();
        var browser = new Browser(site.port());

        var mixed = new HashMap<>(mine.sign(challenge(browser)));
        mixed.put("user", theirs.user);
        refused(browser, send(browser, mixed), "passkey");
        mixed.putAll(mine.sign(challenge(browser)));
        mixed.put("id", theirs.credentialId());
        refused(browser, send(browser, mixed), "passkey");
        refused(browser, signIn(browser, device()), "passkey"); // of nobody

        assertThat(events("theirs")).anyMatch(event -> event.startsWith("SIGN_IN_FAILED passkey tablet, "));
        assertThat(mine.user).isNotEqualTo(theirs.user);
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndWrittenDown() {
        var device = holder("copied").device();
        device.counter = 7;
        assertThat(signIn(new Browser(site.port()), device).headers().firstValue("Location"))
                .hasValue("/account");
        device.counter = 8;
        assertThat(signIn(new Browser(site.port()), device).headers().firstValue("Location"))
                .hasValue("/account");

        for (int counter : new int[] {8, 3, 0}) {
            device.counter = counter;
            refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");
        }
        assertThat(events("copied")).anyMatch(event -> event.contains("its counter went back"));
        assertThat(passkeys("copied").get(0).counter()).isEqualTo(8);
    }

    @Test
    void whatIsRemovedLetsNobodyInAndEndsTheSessionsThatItBegan() {
        var holder = holder("leaving");
        var other = new Browser(site.port());
        signIn(other, holder.device());
        assertThat(isIn(other)).isTrue();
        var id = passkeys("leaving").get(0).id();

        assertThat(holder.browser()
                        .fill(PAGE, PAGE + "/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(303);

        assertThat(isIn(holder.browser())).as("whoever removed it stays").isTrue();
        assertThat(isIn(other)).isFalse();
        refused(other, signIn(other, holder.device()), "passkey");
        assertThat(holder.browser()
                        .fill(PAGE, PAGE + "/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(events("leaving")).contains("PASSKEY_REVOKED tablet, " + id);
        assertThat(events("leaving")).anyMatch(event -> event.startsWith("SIGN_IN_FAILED") && event.endsWith("ended"));
    }

    @Test
    void anAdministratorRevokesByPageOrCommandAndNobodyElseDoes() {
        var device = holder("careless").device();
        var id = passkeys("careless").get(0).id();
        var chief = site.signedIn("chief");
        site.account("nosy", Role.AUDITOR);
        var nosy = site.signedIn("nosy");
        var page = "/accounts/careless/passkeys";

        assertThat(nosy.get(page).statusCode()).isEqualTo(200);
        assertThat(nosy.get(page).body()).contains("tablet").doesNotContain("/revoke");
        assertThat(nosy.fill(PAGE, page + "/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(nosy.fill(PAGE, PAGE + "/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(chief.get("/accounts/nobody/passkeys").statusCode()).isEqualTo(404);
        assertThat(chief.get("/accounts/careless").body()).contains("href=\"" + page);
        assertThat(passkeys("careless")).hasSize(1);

        assertThat(chief.fill(page, page + "/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(303);
        refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");

        var second = holder("careless2").device();
        var store = directory.resolve("store").toString();
        var byCommand = passkeys("careless2").get(0).id();
        assertThat(CommandLineFace.run("users", "passkeys", "careless2", "--data", store))
                .isZero();
        assertThat(CommandLineFace.run("users", "revoke-passkey", "careless2", "--data", store))
                .isEqualTo(2);
        assertThat(CommandLineFace.run("users", "revoke-passkey", "careless2", "--key", byCommand, "--data", store))
                .isZero();
        assertThat(CommandLineFace.run("users", "revoke-passkey", "careless2", "--key", byCommand, "--data", store))
                .isEqualTo(2);
        refused(new Browser(site.port()), signIn(new Browser(site.port()), second), "passkey");
    }

    @Test
    void aPasskeyEndsWithItsAccountAndIsNotLetInAgainWithIt() {
        var device = holder("gone").device();

        change((accounts, transaction) -> accounts.disable("gone", true, "test"));
        refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");
        change((accounts, transaction) -> accounts.disable("gone", false, "test"));
        refused(new Browser(site.port()), signIn(new Browser(site.port()), device), "passkey");
    }

    @Test
    void whoGuessesMustWaitAndThePasswordStillHolds() {
        var device = holder("guessed").device();
        var right = device.origin;
        device.origin = "https://evil.example";
        var browser = new Browser(site.port());
        HttpResponse<String> last = signIn(browser, device);
        for (int i = 0; i < 8 && last.statusCode() != 429; i++) {
            last = signIn(browser, device);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        device.origin = right;
        assertThat(signIn(browser, device).statusCode()).isEqualTo(429);
        assertThat(site.signedIn("guessed").get("/account").statusCode()).isEqualTo(200);
        assertThat(events("guessed")).contains("SIGN_IN_HELD_BACK passkeys");
    }

    @Test
    void nothingIsTakenWithoutTheTokenOfAForm() {
        var holder = holder("forged");
        var browser = new Browser(site.port());
        var challenge = challenge(browser);

        assertThat(browser.post("/sign-in/passkey/challenge", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sign-in/passkey", holder.device().sign(challenge))
                        .statusCode())
                .isEqualTo(403);
        assertThat(isIn(browser)).isFalse();
        var signedIn = holder.browser();
        var id = passkeys("forged").get(0).id();
        assertThat(signedIn.post(PAGE, Map.of("name", "x", "password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn.post(PAGE + "/made", device().make(challenge, "AA")).statusCode())
                .isEqualTo(403);
        assertThat(signedIn.post(PAGE + "/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(passkeys("forged")).hasSize(1);
    }

    @Test
    void anOpenSessionAloneAddsNone() {
        site.account("open", Role.AUDITOR);
        var browser = site.signedIn("open");

        var wrong = browser.fill(PAGE, PAGE, Map.of("name", "tablet", "password", "not the password"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("role=\"alert\"", "value=\"tablet\"").doesNotContain("data-make");
        assertThat(browser.fill(PAGE, PAGE, Map.of("name", "tablet")).statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(PAGE, PAGE, Map.of("name", " ", "password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(PAGE, PAGE, Map.of("name", "a\nb", "password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(PAGE, PAGE, Map.of("name", "x".repeat(81), "password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(PAGE, PAGE, Map.of("password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(400);
        var unasked = browser.fill(PAGE, PAGE + "/made", device().make("A".repeat(43), "AA"));
        assertThat(unasked.headers().firstValue("Location").orElse("")).contains("said=late");
        assertThat(passkeys("open")).isEmpty();
    }

    @Test
    void whereACodeIsAskedForItIsAskedForBeforeOneIsAdded() {
        site.account("coded", Role.AUDITOR);
        var browser = site.signedIn("coded");
        var secret = OneTimeCodes.newSecret();
        var codes = new ArrayList<String>();
        change((accounts, transaction) -> codes.addAll(new SecondSteps(transaction, Clock.systemUTC())
                .switchOn("coded", secret, OneTimeCodes.at(secret, Instant.now()))
                .orElseThrow()
                .recoveryCodes()));
        browser.signIn("coded", ExampleSite.PASSWORD);
        browser.fill("/sign-in/code", "/sign-in/code", Map.of("code", codes.get(0)));

        assertThat(begin(browser, "tablet").statusCode()).isEqualTo(400);
        assertThat(browser.fill(
                                PAGE,
                                PAGE,
                                Map.of("name", "tablet", "password", "not the password", "code", codes.get(1)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(
                                PAGE,
                                PAGE,
                                Map.of("name", "tablet", "password", ExampleSite.PASSWORD, "code", codes.get(1)))
                        .statusCode())
                .as("a wrong password uses no code up")
                .isEqualTo(303);
        assertThat(finish(browser, device()).statusCode()).isEqualTo(303);
    }

    @Test
    void whatADeviceMakesMustAnswerWhatThePageAsked() {
        site.account("maker", Role.AUDITOR);
        var browser = site.signedIn("maker");
        var wrong = new ArrayList<PretendedDevice>();
        for (int i = 0; i < 4; i++) {
            wrong.add(device());
        }
        wrong.get(0).origin = "https://evil.example";
        wrong.get(1).host = "evil.example";
        wrong.get(2).flags = PretendedDevice.PRESENT;
        wrong.get(3).flags = 0;

        for (var device : wrong) {
            begin(browser, "tablet");
            var refused = finish(browser, device);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("role=\"alert\"");
        }
        begin(browser, "tablet");
        var page = browser.get(PAGE).body();
        assertThat(browser.fill(PAGE, PAGE + "/made", device().make("B".repeat(43), data(page, "user")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(PAGE).body()).doesNotContain("data-make");

        begin(browser, "<img src=x onerror=alert(1)>");
        var right = device();
        assertThat(finish(browser, right).statusCode()).isEqualTo(303);
        assertThat(browser.get(PAGE).body())
                .contains("&lt;img")
                .doesNotContain("<img")
                .doesNotContain("data-make");
        begin(browser, "again");
        assertThat(data(browser.get(PAGE).body(), "known")).isEqualTo(right.credentialId());
        assertThat(finish(browser, right).statusCode())
                .as("one that is kept already")
                .isEqualTo(400);
        assertThat(passkeys("maker")).hasSize(1);
    }

    @Test
    void nothingThatIsSentFailsInside() {
        var device = holder("fuzzed").device();
        var random = new Random(20260501);
        var browser = new Browser(site.port());
        for (int i = 0; i < 60; i++) {
            var signed = new HashMap<>(device.sign(challenge(browser)));
            var field = List.copyOf(signed.keySet()).get(i % signed.size());
            signed.put(field, spoilt(String.valueOf(signed.get(field)), random));
            assertThat(send(browser, signed).statusCode()).as("%s", signed).isIn(303, 400, 429);
        }
        for (int i = 0; i < 40; i++) {
            begin(site.browser("fuzzed"), "tablet");
            var page = site.browser("fuzzed").get(PAGE).body();
            var made = new HashMap<>(device().make(data(page, "make"), data(page, "user")));
            var field = i % 2 == 0 ? "attestation" : "client";
            made.put(field, spoilt(String.valueOf(made.get(field)), random));
            assertThat(site.browser("fuzzed").fill(PAGE, PAGE + "/made", made).statusCode())
                    .as("%s", made)
                    .isIn(303, 400);
        }
        assertThat(browser.fill("/sign-in", "/sign-in/passkey", Map.of("id", "x"))
                        .statusCode())
                .isEqualTo(400);
        challenge(browser);
        var tooLong = new HashMap<>(device.sign("x"));
        tooLong.put("client", "A".repeat(20_001));
        assertThat(send(browser, tooLong).statusCode()).isEqualTo(400);
    }

    private static String spoilt(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + "!" + text.substring(at);
            case 2 -> "";
            default -> text.substring(0, at) + (char) ('A' + random.nextInt(26)) + text.substring(at + 1);
        };
    }

    @Test
    void underANumberThePageSaysWhereAPasskeyWorks() throws IOException {
        holder("numbered");
        var sentence = "Passkeys hold under a name, not under a number";
        var page = new String(
                URI.create("http://127.0.0.1:" + site.port() + "/sign-in?lang=en")
                        .toURL()
                        .openStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(page).contains(sentence, "http://localhost:" + site.port()).doesNotContain("id=\"passkey\"");
        assertThat(new Browser(site.port()).get("/sign-in?lang=en").body())
                .contains("id=\"passkey\"")
                .doesNotContain(sentence);
    }

    @Test
    void whoeverHasNoOtherWayInKeepsTheLastPasskey() {
        var holder = holder("only");
        change((accounts, transaction) -> transaction
                .sql()
                .sql("update account set password = null where name = 'only'")
                .update());
        var id = passkeys("only").get(0).id();

        var refused = holder.browser().fill(PAGE, PAGE + "/" + id + "/revoke", Map.of());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("nothing else would let you in");
        assertThat(passkeys("only")).hasSize(1);
        assertThat(holder.browser().get(PAGE).body()).doesNotContain("name=\"password\"");
        assertThat(holder.browser().fill(PAGE, PAGE, Map.of("name", "second")).statusCode())
                .as("who has just signed in needs no password to add another")
                .isEqualTo(303);
    }
}
