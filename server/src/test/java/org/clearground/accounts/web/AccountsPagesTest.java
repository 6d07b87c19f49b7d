// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does with accounts on pages, and what nobody can. */
class AccountsPagesTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/sign-in/link/[\\w-]+)");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static Browser chief;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.account("chief", Role.ADMINISTRATOR, null);
        site.account("watcher", Role.AUDITOR, null);
        chief = site.signedIn("chief");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Accounts.Kept kept(String name) {
        return site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .get(name));
    }

    private static List<Accounts.Kept> all() {
        return site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .list());
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    @Test
    void anAccountIsGivenAndItsLinkIsShownOnce() {
        var given = chief.fill(
                "/accounts",
                "/accounts",
                Map.of("name", "leyla", "role", "operator-officer", "organisation", "MES", "lang", "en"));
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(given.headers().firstValue("Location")).hasValue("/accounts/leyla?lang=en#link");

        var page = chief.get("/accounts/leyla?lang=en").body();
        var link = found(LINK, page);
        assertThat(chief.get("/accounts/leyla?lang=en").body()).doesNotContain("/sign-in/link/");
        assertThat(chief.get("/accounts/events").body()).doesNotContain(link);

        var leyla = new Browser(site.port());
        leyla.fill(link, link, Map.of("password", ExampleSite.PASSWORD, "again", ExampleSite.PASSWORD));
        assertThat(leyla.signIn("leyla", ExampleSite.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(leyla.get("/reports").statusCode()).isEqualTo(200);
        assertThat(kept("leyla").account().organisation()).isEqualTo("MES");
    }

    @Test
    void anotherLinkMakesTheEarlierOneUseless() {
        site.account("forgetful", Role.REVIEWER, null);
        chief.fill("/accounts/forgetful", "/accounts/forgetful/link", Map.of());
        var first = found(LINK, chief.get("/accounts/forgetful").body());
        chief.fill("/accounts/forgetful", "/accounts/forgetful/link", Map.of());
        var second = found(LINK, chief.get("/accounts/forgetful").body());

        assertThat(new Browser(site.port()).get(first).statusCode()).isEqualTo(404);
        assertThat(new Browser(site.port()).get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeHoldsWithTheNextRequestOfAnOpenSession() {
        site.account("moving", Role.AUDITOR, null);
        var moving = site.signedIn("moving");
        assertThat(moving.get("/api/reports").statusCode()).isEqualTo(200);

        var changed = chief.fill(
                "/accounts/moving",
                "/accounts/moving",
                Map.of("role", "reviewer", "district", "AZ-AGM", "own", "true"));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(moving.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(moving.get("/editions").statusCode()).isEqualTo(403);
        assertThat(kept("moving").account().districts()).containsExactly("AZ-AGM");
        assertThat(kept("moving").decidesOwn()).isTrue();

        chief.fill("/accounts/moving", "/accounts/moving/disabled", Map.of("disabled", "true"));
        assertThat(moving.get("/api/reports").statusCode()).isEqualTo(401);
        chief.fill("/accounts/moving", "/accounts/moving/disabled", Map.of("disabled", "false"));
        assertThat(moving.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(site.signedIn("moving").get("/api/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void endingSessionsLeavesThePassword() {
        site.account("careless", Role.AUDITOR, null);
        var forgotten = site.signedIn("careless");

        chief.fill("/accounts/careless", "/accounts/careless/sessions", Map.of());

        assertThat(forgotten.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(site.signedIn("careless").get("/api/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyTakesTheLastAdministratorAwayNorTheirOwnRole() {
        for (var refused : List.of(
                chief.fill("/accounts/chief", "/accounts/chief", Map.of("role", "auditor")),
                chief.fill("/accounts/chief", "/accounts/chief/disabled", Map.of("disabled", "true")))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("role=\"alert\"", "Nobody takes the role of administrator");
        }
        assertThat(kept("chief").account().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(kept("chief").account().disabled()).isFalse();

        for (var command :
                List.of(List.of("users", "disable", "chief"), List.of("users", "role", "chief", "--role", "auditor"))) {
            assertThat(run(command)).isEqualTo(2);
        }
        assertThat(kept("chief").account().disabled()).isFalse();

        // who has no password yet cannot open the door for others
        chief.fill("/accounts", "/accounts", Map.of("name", "second", "role", "administrator"));
        assertThat(run(List.of("users", "disable", "chief"))).isEqualTo(2);
    }

    private static int run(List<String> command) {
        var arguments = new java.util.ArrayList<>(command);
        arguments.addAll(
                List.of("--data", site.application().store().directory().toString()));
        return org.clearground.commands.CommandLineFace.run(arguments.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/accounts/watcher",
                "/accounts/watcher/disabled",
                "/accounts/watcher/link",
                "/accounts/watcher/sessions",
                "/accounts/watcher/second-step",
                "/administration/verify"
            })
    void onlyAnAdministratorSendsTheseFormsAndOnlyFromThisSite(String address) {
        site.account("intruder-" + address.hashCode(), Role.REVIEWER, null);
        var form = Map.of("name", "planted", "role", "administrator", "disabled", "true");
        int before = all().size();
        var epoch = kept("watcher").epoch();

        assertThat(chief.post(address, form).statusCode()).as("without a token").isEqualTo(403);
        for (var name : List.of("watcher", "intruder-" + address.hashCode())) {
            var browser = site.signedIn(name);
            var own = new HashMap<>(form);
            own.put("_csrf", Browser.token(browser.get("/account").body()));
            assertThat(browser.post(address, own).statusCode()).as(name).isEqualTo(403);
        }
        var nobody = new Browser(site.port());
        var stranger = new HashMap<>(form);
        stranger.put("_csrf", Browser.token(nobody.get("/sign-in").body()));
        assertThat(nobody.post(address, stranger).statusCode()).isEqualTo(302);

        assertThat(all()).hasSize(before);
        assertThat(kept("watcher").epoch()).isEqualTo(epoch);
        assertThat(kept("watcher").account().role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void anAuditorSeesThePagesWithoutAForm() {
        var watcher = site.signedIn("watcher");

        for (var address : List.of("/accounts", "/accounts/chief", "/administration", "/administration/pack")) {
            var page = watcher.get(address + "?lang=en");
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).doesNotContain("method=\"post\"");
        }
        assertThat(watcher.get("/administration?lang=en").body()).contains("No backup yet");
    }

    @Test
    void whatIsTypedComesBackAsTextAndIsRefusedInASentence() {
        var evil = "\"><svg/onload=alert(1)>";
        var image = "<img src=x onerror=alert(1)>";
        for (var form : List.of(
                Map.of("name", evil, "role", "reviewer"),
                Map.of("name", "fair", "role", image),
                Map.of("name", "fair", "role", "operator-officer", "organisation", evil),
                Map.of("name", "fair", "role", "reviewer", "district", image),
                Map.of("name", "fair"),
                Map.of("name", "events", "role", "auditor"),
                Map.of("name", "chief", "role", "auditor"))) {
            var answer = chief.fill("/accounts", "/accounts", form);

            assertThat(answer.statusCode()).as("%s", form).isEqualTo(400);
            assertThat(answer.body())
                    .as("%s", form)
                    .contains("role=\"alert\"")
                    .doesNotContain("<svg/onload", "<img src=x");
        }
        assertThat(all()).noneMatch(kept -> kept.account().name().equals("fair"));
        new Browser(site.port()).signIn(image, "guess");
        assertThat(chief.get("/accounts/events").body()).doesNotContain("<img src=x");
        assertThat(chief.get("/accounts/nobody-of-that-name").statusCode()).isEqualTo(404);
        assertThat(chief.get("/accounts/%3Csvg%3E").statusCode()).isEqualTo(404);
        assertThat(chief.fill("/accounts", "/accounts/nobody-of-that-name/link", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasDoneIsWrittenDownWithWhoDidIt() {
        site.account("watched", Role.AUDITOR, null);
        chief.fill("/accounts/watched", "/accounts/watched/disabled", Map.of("disabled", "true"));

        var events = site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .eventsOf("watched", 10));
        assertThat(events.get(0).kind()).isEqualTo(AccessEvent.Kind.ACCOUNT_DISABLED);
        assertThat(events.get(0).actor()).isEqualTo("chief");
        assertThat(chief.get("/accounts/watched?lang=en").body()).contains("Account disabled");
        assertThat(chief.get("/api/accounts/watched").body()).contains("\"disabled\" : true");
    }
}
