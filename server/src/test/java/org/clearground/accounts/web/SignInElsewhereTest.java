// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.commands.CommandLineFace;
import org.clearground.issuer.RealIssuer;
import org.clearground.storage.Transaction;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at a real issuer that listens on loopback, which is not there at first and gone in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInElsewhereTest {

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static RealIssuer issuer;

    private static final int PORT = RealIssuer.freePort();
    private static final String ISSUER = RealIssuer.at(PORT);

    @BeforeAll
    static void serve() throws InterruptedException {
        site = new ExampleSite(
                directory, new OutsideIssuer(ISSUER, RealIssuer.CLIENT, RealIssuer.SECRET, "Office <b>"));
        site.account("leyla", Role.AUDITOR);
        site.account("murad", Role.AUDITOR);
        site.account("gone", Role.AUDITOR);
        change(transaction -> {
            new Elsewhere(transaction, Clock.systemUTC()).link("leyla", ISSUER, "s-1001", "test");
            new Elsewhere(transaction, Clock.systemUTC()).link("gone", ISSUER, "s-1003", "test");
            new Accounts(transaction, Clock.systemUTC()).disable("gone", true, "test");
        });

        // the issuer is not there yet: the site is, and people sign in
        var away = new Browser(site.port());
        assertThat(away.get("/sign-in").body()).contains("Office &lt;b&gt; cannot be reached now");
        assertThat(away.get("/sign-in").body()).doesNotContain("/sign-in/elsewhere");
        assertThat(location(away.get("/sign-in/elsewhere"))).isEqualTo("/sign-in?said=away");
        assertThat(away.get("/sign-in/at/issuer").statusCode()).isEqualTo(404);
        assertThat(away.signIn("leyla", ExampleSite.PASSWORD).statusCode()).isEqualTo(303);

        issuer = RealIssuer.start(PORT, "http://localhost:" + site.port() + "/sign-in/from/issuer");
        for (int i = 0; i < 40 && !away.get("/sign-in").body().contains("/sign-in/elsewhere"); i++) {
            Thread.sleep(250);
        }
    }

    @AfterAll
    static void stop() {
        issuer.close();
        site.close();
    }

    private static void change(java.util.function.Consumer<Transaction> what) {
        site.application().store().<Boolean>write(transaction -> {
            what.accept(transaction);
            return true;
        });
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    /** Where the site sends a browser that wants to sign in. */
    private static String setOut(Browser browser, String address) {
        assertThat(location(browser.get(address))).isEqualTo("/sign-in/at/issuer");
        var there = location(browser.get("/sign-in/at/issuer"));
        assertThat(there)
                .startsWith(ISSUER + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid&", "response_type=code");
        return there;
    }

    private static String here(String callback) {
        assertThat(callback).startsWith("http://localhost:" + site.port() + "/sign-in/from/issuer?");
        return callback.substring(callback.indexOf("/sign-in/from"));
    }

    private static HttpResponse<String> signIn(Browser browser, String person) {
        return browser.get(here(RealIssuer.signIn(setOut(browser, "/sign-in/elsewhere"), person)));
    }

    private static java.util.List<AccessEvent> events() {
        return site.application().store().read(transaction -> new Accounts(transaction, Clock.systemUTC()).events(100));
    }

    @Test
    @Order(1)
    void whoIsLinkedSignsInToTheirAccountAndComesWhereTheyWanted() {
        var browser = new Browser(site.port());
        assertThat(browser.get("/sign-in?next=/reports").body())
                .contains("Sign in at Office &lt;b&gt;", "href=\"/sign-in/elsewhere?")
                .doesNotContain("<b>");
        var there = setOut(browser, "/sign-in/elsewhere?next=/reports");
        var planted = browser.cookie;

        var back = browser.get(here(RealIssuer.signIn(there, "s-1001")));

        assertThat(location(back)).isEqualTo("/reports");
        assertThat(browser.cookie).isNotEqualTo(planted);
        assertThat(browser.get("/reports").statusCode()).isEqualTo(200);
        assertThat(browser.get("/account").body()).contains("leyla");
        assertThat(events())
                .anyMatch(event -> event.kind() == AccessEvent.Kind.SIGNED_IN
                        && event.account().equals("leyla")
                        && event.detail().equals("at Office <b>"));

        browser.fill("/account", "/sign-out", Map.of());
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void whereSomebodyWantedToNeverLeadsElsewhere() {
        var browser = new Browser(site.port());
        var there = setOut(browser, "/sign-in/elsewhere?next=%2F%2Fevil.example%2F");

        assertThat(location(browser.get(here(RealIssuer.signIn(there, "s-1001")))))
                .isEqualTo("/account");
    }

    @Test
    @Order(3)
    void whoIsLinkedWithNoAccountIsToldSoAndNothingIsMade() {
        var browser = new Browser(site.port());

        var back = signIn(browser, "s-1002");

        assertThat(location(back)).isEqualTo("/sign-in?said=unlinked");
        assertThat(browser.get(location(back)).body()).contains("No account that may sign in here is linked");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        var accounts = site.application().store().read(transaction -> new Accounts(transaction, Clock.systemUTC())
                .list()
                .size());
        assertThat(accounts).isEqualTo(3);
        assertThat(events()).anyMatch(event -> event.detail().contains("subject s-1002"));
    }

    @Test
    @Order(4)
    void aDisabledAccountIsNotLetIn() {
        var browser = new Browser(site.port());

        assertThat(location(signIn(browser, "s-1003"))).isEqualTo("/sign-in?said=unlinked");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void anAnswerOfAnotherSessionOrToAnotherQuestionIsNotTaken() {
        var browser = new Browser(site.port());
        var callback = here(RealIssuer.signIn(setOut(browser, "/sign-in/elsewhere"), "s-1001"));

        var other = new Browser(site.port());
        setOut(other, "/sign-in/elsewhere");
        assertThat(location(other.get(callback))).as("state of another session").isEqualTo("/sign-in?said=failed");
        assertThat(other.get("/api/reports").statusCode()).isEqualTo(401);

        var changed = callback.replaceAll("state=[^&]*", "state=guessed");
        assertThat(location(browser.get(changed))).isEqualTo("/sign-in?said=failed");
        assertThat(browser.get(location(browser.get(changed))).body()).contains("did not come to its end");
        assertThat(location(browser.get("/sign-in/from/issuer"))).isEqualTo("/sign-in?said=failed");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(6)
    void aTokenThatAnswersNoQuestionOfThisSessionIsNotTaken() {
        var browser = new Browser(site.port());
        var there = setOut(browser, "/sign-in/elsewhere").replaceAll("nonce=[^&]*", "nonce=of-another-asking");

        assertThat(location(browser.get(here(RealIssuer.signIn(there, "s-1001")))))
                .isEqualTo("/sign-in?said=failed");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(7)
    void aCodeIsNoUseToWhoDidNotAskForIt() {
        var browser = new Browser(site.port());
        var there = setOut(browser, "/sign-in/elsewhere")
                .replaceAll("code_challenge=[^&]*", "code_challenge=" + "A".repeat(43));

        assertThat(location(browser.get(here(RealIssuer.signIn(there, "s-1001")))))
                .isEqualTo("/sign-in?said=failed");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(8)
    void theOwnerOfAnAccountLinksAndUnlinksIt() {
        var browser = new Browser(site.port());
        browser.signIn("murad", ExampleSite.PASSWORD);
        assertThat(browser.get("/account").body()).contains("/account/elsewhere");
        assertThat(browser.post("/account/elsewhere", Map.of()).statusCode()).isEqualTo(403);

        browser.fill("/account/elsewhere", "/account/elsewhere", Map.of());
        assertThat(browser.get("/account/elsewhere").body()).contains("/sign-in/elsewhere?link=yes");
        var back = browser.get(here(RealIssuer.signIn(setOut(browser, "/sign-in/elsewhere?link=yes"), "s-1004")));

        assertThat(location(back)).isEqualTo("/account/elsewhere");
        assertThat(browser.get("/account/elsewhere").body()).contains(ISSUER, "Unlink the sign-in elsewhere");
        var other = new Browser(site.port());
        assertThat(location(signIn(other, "s-1004"))).isEqualTo("/account");
        assertThat(other.get("/account").body()).contains("murad");

        browser.fill("/account/elsewhere", "/account/elsewhere/off", Map.of());
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(location(signIn(new Browser(site.port()), "s-1004"))).isEqualTo("/sign-in?said=unlinked");
        assertThat(events())
                .extracting(AccessEvent::kind)
                .contains(AccessEvent.Kind.SIGN_IN_LINKED, AccessEvent.Kind.SIGN_IN_UNLINKED);
    }

    @Test
    @Order(9)
    void aSignInOfAnotherAccountIsNotLinkedTwiceAndItsOwnerStaysSignedIn() {
        var browser = new Browser(site.port());
        browser.signIn("murad", ExampleSite.PASSWORD);
        browser.fill("/account/elsewhere", "/account/elsewhere", Map.of());

        var back = browser.get(here(RealIssuer.signIn(setOut(browser, "/sign-in/elsewhere?link=yes"), "s-1001")));

        assertThat(location(back)).isEqualTo("/account/elsewhere?said=taken");
        assertThat(browser.get(location(back)).body()).contains("role=\"alert\"", "linked with another account");
        assertThat(browser.get("/account").body()).contains("murad");
    }

    @Test
    @Order(10)
    void whoSetOutToLinkAndWasEndedMeanwhileLinksNothing() {
        var browser = new Browser(site.port());
        browser.signIn("murad", ExampleSite.PASSWORD);
        browser.fill("/account/elsewhere", "/account/elsewhere", Map.of());
        var there = setOut(browser, "/sign-in/elsewhere?link=yes");
        change(transaction -> new Accounts(transaction, Clock.systemUTC()).endSessions("murad", "test"));

        assertThat(location(browser.get(here(RealIssuer.signIn(there, "s-1005")))))
                .isEqualTo("/sign-in?said=failed");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        java.util.List<Elsewhere.Link> links = site.application()
                .store()
                .read(transaction -> new Elsewhere(transaction, Clock.systemUTC()).of("murad"));
        assertThat(links).isEmpty();
    }

    @Test
    @Order(11)
    void anAdministratorLinksByACommandAndUnlinksOnThePage() {
        change(transaction -> {
            var accounts = new Accounts(transaction, Clock.systemUTC());
            accounts.add(new Account("chief", Role.ADMINISTRATOR, null, new TreeSet<>(), false), "test");
            accounts.setPassword("chief", ExampleSite.PASSWORD, "test");
        });
        var chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);

        assertThat(run("identity", "murad")).isEqualTo(2);
        assertThat(run("identity", "murad", "--issuer", ISSUER, "--subject", "s-1001"))
                .isEqualTo(2);
        assertThat(run("identity", "murad", "--issuer", ISSUER, "--subject", "s-1005"))
                .isZero();
        var browser = new Browser(site.port());
        assertThat(location(signIn(browser, "s-1005"))).isEqualTo("/account");
        assertThat(chief.get("/accounts/murad").body()).contains("s-1005");
        assertThat(chief.get("/api/accounts/murad").body()).contains("\"subject\" : \"s-1005\"");

        assertThat(chief.fill("/account", "/accounts/murad/elsewhere", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(chief.get("/accounts/murad").body()).doesNotContain("s-1005");
        assertThat(run("no-identity", "murad")).isEqualTo(2);
    }

    private static int run(String... command) {
        var arguments = new ArrayList<>(List.of("users"));
        arguments.addAll(List.of(command));
        arguments.addAll(
                List.of("--data", site.application().store().directory().toString()));
        return CommandLineFace.run(arguments.toArray(new String[0]));
    }

    @Test
    @Order(12)
    void nothingOfTheIssuerIsKeptButWhoSomebodyIs() {
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
        var names = site.application().store().read(transaction -> transaction
                .sql()
                .sql("select group_concat(name) from pragma_table_info('account_elsewhere')")
                .query((row, number) -> row.getString(1))
                .single());
        assertThat(names).isEqualTo("issuer,subject,account,since_ms");
    }

    @Test
    @Order(13)
    void anIssuerThatGoesAwayOnTheWayLetsNobodyInAndPasswordsStillDo() {
        var browser = new Browser(site.port());
        var callback = here(RealIssuer.signIn(setOut(browser, "/sign-in/elsewhere"), "s-1001"));
        issuer.close();

        assertThat(location(browser.get(callback))).isEqualTo("/sign-in?said=failed");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(browser.signIn("leyla", ExampleSite.PASSWORD).statusCode()).isEqualTo(303);
    }
}
