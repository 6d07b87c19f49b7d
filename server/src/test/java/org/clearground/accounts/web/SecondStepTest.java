// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.OneTimeCodes;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code behind the password, from switching it on to losing the telephone. */
class SecondStepTest {

    private static final String PAGE = "/account/second-step";
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern RECOVERY = Pattern.compile("[a-z2-7]{4}(?:-[a-z2-7]{4}){3}");

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

    /** An account of whose person the telephone is known. */
    private record Holder(Browser browser, String secret, List<String> recoveryCodes) {}

    private static Holder switchedOn(String name) {
        site.account(name, Role.AUDITOR);
        var browser = new Browser(site.port());
        browser.signIn(name, ExampleSite.PASSWORD);
        var secret = secret(browser.get(PAGE).body());
        var on = browser.fill(PAGE, PAGE, Map.of("code", OneTimeCodes.at(secret, Instant.now())));
        assertThat(on.statusCode()).isEqualTo(303);
        var codes = RECOVERY.matcher(browser.get(PAGE).body())
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        return new Holder(browser, secret, codes);
    }

    private static String secret(String page) {
        var found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static Browser halfWay(String name) {
        var browser = new Browser(site.port());
        var asked = browser.signIn(name, ExampleSite.PASSWORD);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).hasValue("/sign-in/code");
        return browser;
    }

    private static HttpResponse<String> type(Browser browser, String code) {
        return browser.fill("/sign-in/code", "/sign-in/code", Map.of("code", code));
    }

    /** A code of the stretch after the present one: that of the present was used up by switching on. */
    private static String nextCode(String secret) {
        return OneTimeCodes.at(secret, Instant.now().plusSeconds(30));
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/api/reports").statusCode() == 200;
    }

    @Test
    void thePasswordAloneOpensNothingAndTheCodeOpensTheRestOnce() {
        var holder = switchedOn("careful");
        assertThat(isIn(holder.browser())).as("whoever switched it on stays").isTrue();
        var browser = halfWay("careful");
        assertThat(isIn(browser)).isFalse();
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);

        var code = nextCode(holder.secret());
        assertThat(type(browser, code).headers().firstValue("Location")).hasValue("/account");
        assertThat(isIn(browser)).isTrue();

        var again = halfWay("careful");
        var refused = type(again, code);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("role=\"alert\"");
        assertThat(isIn(again)).isFalse();
    }

    @Test
    void nothingTellsAWrongCodeFromAUsedOneOrOneThatIsTooOld() {
        var holder = switchedOn("plain");
        var used = holder.recoveryCodes().get(0);
        assertThat(type(halfWay("plain"), used).statusCode()).isEqualTo(303);

        var browser = halfWay("plain");
        var answers = List.of(
                type(browser, "000000"),
                type(browser, used),
                type(browser, OneTimeCodes.at(holder.secret(), Instant.now().minusSeconds(300))));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream()
                        .map(HttpResponse::body)
                        .map(body -> body.replace(Browser.token(body), ""))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aWrongPasswordAnswersTheSameWhetherACodeWouldBeAskedOrNot() {
        switchedOn("guarded");
        site.account("bare", Role.AUDITOR);

        var answers = List.of("guarded", "bare", "nobody-of-that-name").stream()
                .map(name -> new Browser(site.port()).signIn(name, "not the password"))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream()
                        .map(HttpResponse::body)
                        .map(body -> body.replace(Browser.token(body), ""))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aSessionGetsAnotherIdAtBothSteps() {
        var holder = switchedOn("fixed");
        var browser = new Browser(site.port());
        browser.get("/sign-in");
        var planted = browser.cookie;
        browser.signIn("fixed", ExampleSite.PASSWORD);
        var half = browser.cookie;
        type(
                browser,
                holder.recoveryCodes().get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' '));
        var whole = browser.cookie;

        assertThat(List.of(planted, half, whole)).doesNotHaveDuplicates();
        assertThat(isIn(browser)).isTrue();
        for (var earlier : List.of(planted, half)) {
            var thief = new Browser(site.port());
            thief.cookie = earlier;
            assertThat(isIn(thief)).isFalse();
        }
    }

    @Test
    void whoWasSignedInBeforeIsNotAnyMoreWhileAnotherIsHalfWay() {
        switchedOn("next-one");
        var shared = new Browser(site.port());
        shared.signIn("chief", ExampleSite.PASSWORD);
        assertThat(shared.get("/accounts").statusCode()).isEqualTo(200);

        shared.signIn("next-one", ExampleSite.PASSWORD);

        assertThat(shared.get("/accounts").statusCode()).isEqualTo(302);
        assertThat(shared.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void whoGuessesCodesMustWait() {
        switchedOn("guessed");
        var browser = halfWay("guessed");
        var last = guessUntilHeldBack(browser);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        // where signing in again takes longer than the wait, the next wait is twice as long
        var held = type(halfWay("guessed"), "000000");
        for (int i = 0; i < 8 && held.statusCode() != 429; i++) {
            guessUntilHeldBack(browser);
            held = type(halfWay("guessed"), "000000");
        }

        assertThat(held.statusCode())
                .as("the right password does not end the wait")
                .isEqualTo(429);
    }

    private static HttpResponse<String> guessUntilHeldBack(Browser browser) {
        var last = type(browser, "000000");
        for (int i = 0; i < 8 && last.statusCode() != 429; i++) {
            last = type(browser, "00000" + i);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        return last;
    }

    @Test
    void aCodeWithoutAPasswordBeforeItLeadsBackToTheBeginning() {
        var browser = new Browser(site.port());
        assertThat(browser.get("/sign-in/code").body())
                .contains("name=\"password\"")
                .doesNotContain("name=\"code\"");
        var token = Browser.token(browser.get("/sign-in").body());

        var answer = browser.post("/sign-in/code", Map.of("code", "000000", "_csrf", token));
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(browser.post("/sign-in/code", Map.of("code", "000000")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCodeThatComesAfterTheAccountWasChangedIsRefused() {
        var holder = switchedOn("dismissed");
        var browser = halfWay("dismissed");
        site.application().store().<Boolean>write(transaction -> {
            new Accounts(transaction, site.application().clock()).disable("dismissed", true, "test");
            return true;
        });

        assertThat(type(browser, holder.recoveryCodes().get(0)).statusCode()).isEqualTo(200);
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void itIsSwitchedOnOnlyByACodeAndEndsSessionsThatBeganWithThePasswordAlone() {
        site.account("slow", Role.AUDITOR);
        var elsewhere = new Browser(site.port());
        elsewhere.signIn("slow", ExampleSite.PASSWORD);
        var browser = new Browser(site.port());
        browser.signIn("slow", ExampleSite.PASSWORD);
        var secret = secret(browser.get(PAGE).body());

        var wrong = browser.fill(PAGE, PAGE, Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(secret(wrong.body()))
                .as("the telephone need not begin again")
                .isEqualTo(secret);
        assertThat(browser.post(PAGE, Map.of("code", OneTimeCodes.at(secret, Instant.now())))
                        .statusCode())
                .as("without a token")
                .isEqualTo(403);
        assertThat(isIn(elsewhere)).isTrue();

        browser.fill(PAGE, PAGE, Map.of("code", OneTimeCodes.at(secret, Instant.now())));
        assertThat(isIn(elsewhere)).isFalse();
        assertThat(isIn(browser)).isTrue();
        assertThat(browser.get(PAGE).body()).doesNotContain(secret).containsPattern(RECOVERY);
        assertThat(browser.get(PAGE).body()).doesNotContain(secret).doesNotContainPattern(RECOVERY);
    }

    @Test
    void itIsSwitchedOffAndCodesAreRenewedOnlyByWhoHasTheTelephoneOrACode() {
        var holder = switchedOn("changing");
        var browser = holder.browser();
        assertThat(browser.fill(PAGE, PAGE + "/off", Map.of("code", "000000")).statusCode())
                .isEqualTo(400);
        browser.fill(
                PAGE, PAGE + "/codes", Map.of("code", holder.recoveryCodes().get(0)));
        var renewed = RECOVERY.matcher(browser.get(PAGE).body())
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(holder.recoveryCodes());
        assertThat(type(halfWay("changing"), holder.recoveryCodes().get(1)).statusCode())
                .isEqualTo(200);

        assertThat(browser.fill(PAGE, PAGE + "/off", Map.of("code", renewed.get(0)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(new Browser(site.port())
                        .signIn("changing", ExampleSite.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/account");
        var events = site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .eventsOf("changing", 50));
        assertThat(events)
                .extracting(AccessEvent::kind)
                .containsSubsequence(
                        AccessEvent.Kind.SECOND_STEP_OFF,
                        AccessEvent.Kind.RECOVERY_CODE_USED,
                        AccessEvent.Kind.RECOVERY_CODES_GIVEN,
                        AccessEvent.Kind.SECOND_STEP_ON)
                .filteredOn(kind -> kind == AccessEvent.Kind.SIGNED_IN)
                .as("a proof is no sign-in")
                .hasSize(2);
    }

    @Test
    void anAdministratorTakesItAwayFromWhoLostTheTelephone() {
        switchedOn("loser");
        var chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);

        assertThat(chief.fill("/accounts/loser", "/accounts/loser/second-step", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(new Browser(site.port())
                        .signIn("loser", ExampleSite.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/account");
        assertThat(chief.fill("/accounts/loser", "/accounts/loser/second-step", Map.of())
                        .statusCode())
                .isEqualTo(400);
        var events = site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .eventsOf("loser", 50));
        assertThat(events).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo(AccessEvent.Kind.SECOND_STEP_OFF);
            assertThat(event.actor()).isEqualTo("chief");
        });
    }

    @Test
    void neitherSecretNorCodesStandInEventsAnswersOrAsTheyAreInTheFile() throws java.io.IOException {
        var holder = switchedOn("silent");
        var chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);

        for (var address :
                List.of("/api/accounts", "/api/accounts/silent", "/accounts/silent", "/api/accounts/events")) {
            assertThat(chief.get(address).body())
                    .as(address)
                    .doesNotContain(holder.secret())
                    .doesNotContain(holder.recoveryCodes().get(0));
        }
        assertThat(chief.get("/api/accounts/silent").body()).contains("\"secondStep\" : true");
        var copy = directory.resolve("copy.gpkg");
        site.application().backups().make(copy, "test");
        var bytes = new String(Files.readAllBytes(copy), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .contains("silent")
                .doesNotContain(holder.recoveryCodes().get(0));
    }
}
