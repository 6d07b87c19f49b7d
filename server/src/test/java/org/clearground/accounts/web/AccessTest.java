// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.access.Scope;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every endpoint and every role over a real server: who sees what, and what of others cannot be told apart from nothing. */
class AccessTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";
    private static final String NO_DIGEST = "0".repeat(64);

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    private static final Map<Role, Browser> BROWSERS = new HashMap<>();

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send("mes.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1", "AV_MINE", 2, false), true);
        site.send("other.csv", ExampleSite.HEADING + ofOther("B-1"), true);
        site.send(
                "both.csv", ExampleSite.HEADING + ExampleSite.row("A-2", "1", "UXO", 1, false) + ofOther("B-2"), true);
        for (var role : Role.values()) {
            var browser = new Browser(site.port());
            if (role != Role.PUBLIC) {
                site.account(name(role), role, role.isOfOneOrganisation() ? "MES" : null);
                assertThat(browser.signIn(name(role), ExampleSite.PASSWORD).statusCode())
                        .isEqualTo(303);
            }
            BROWSERS.put(role, browser);
        }
    }

    private static String ofOther(String number) {
        return ExampleSite.row(number, "1", "AV_MINE", 3, false)
                .replace(",MES,", ",ANAMA,")
                .replace("AZ-AGM", "AZ-FUZ");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String name(Role role) {
        return role.code() + "-x";
    }

    private static void change(java.util.function.Consumer<Accounts> what) {
        site.application().store().<Boolean>write(transaction -> {
            what.accept(new Accounts(transaction, site.application().clock()));
            return true;
        });
    }

    private static Browser browser(Role role) {
        return java.util.Objects.requireNonNull(BROWSERS.get(role));
    }

    /** Patterns of all controllers of the programme. */
    static List<String> mapped(RequestMethod method) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("org.clearground").stream()
                .flatMap(bean -> {
                    try {
                        return Arrays.stream(
                                Class.forName(bean.getBeanClassName()).getDeclaredMethods());
                    } catch (ClassNotFoundException gone) {
                        throw new IllegalStateException(gone);
                    }
                })
                .flatMap(handler -> {
                    var mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
                    return mapping == null || !List.of(mapping.method()).contains(method)
                            ? Stream.of()
                            : Stream.of(mapping.path());
                })
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void everyEndpointSaysWhatItAsksFor() {
        assertThat(new TreeSet<>(mapped(RequestMethod.GET)))
                .hasSizeGreaterThan(40)
                .isEqualTo(new TreeSet<>(Endpoints.READING.keySet()));
        assertThat(new TreeSet<>(mapped(RequestMethod.POST))).isEqualTo(new TreeSet<>(Endpoints.SENDING.keySet()));
    }

    private static ReportQueries.Summary report(String number) {
        return site.application().store().read(transaction -> new ReportQueries(transaction)
                .list(null, null, 0, 100).stream()
                        .filter(report -> number.equals(report.number()))
                        .findFirst()
                        .orElseThrow());
    }

    private static String address(String pattern) {
        var report = report("A-1");
        return pattern.replace("{id}", report.id().toString())
                .replace("{digest}", report.submission().hex())
                .replace("{week}", "2024-W18")
                .replace("/figures/{name}", "/figures/anti-tank-mines-found")
                .replace("/tiles/{name}/{z}/{x}/{y}", "/tiles/reports/3/5/3")
                .replace("/api/grid-reference", "/api/grid-reference?lat=39.9&lon=47.1")
                .replace("/assets/{name}", "/assets/clearground.css")
                .replace("/registers/{name}", "/registers/reports")
                .replace("{*key}", "nothing")
                .replace("reports.geojson", "finds.geojson")
                .replace("{form}", "progress")
                .replace("{draft}", NOWHERE)
                .replace("/accounts/{name}", "/accounts/auditor-x")
                .replace("{code}", "EX-1")
                .replace("{claim}/{against}", "1/2")
                .replace("{finding}", "1")
                .replace("{ordinal}", "1")
                .replace("{document}", "figures.json")
                .replace("{number}", "X1")
                .replace("{kind}", "monitor")
                .replace("{sheet}", "release")
                .replace("{secret}", "nothing");
    }

    static Stream<String> patterns() {
        return mapped(RequestMethod.GET).stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void anEndpointAnswersTheRolesThatHaveItsRightAndNobodyElse(String pattern) {
        var need = Endpoints.READING.get(pattern);
        for (var role : Role.values()) {
            var response = browser(role).get(address(pattern));
            var signIn = response.headers().firstValue("Location").orElse("").startsWith("/sign-in")
                    || response.statusCode() == 401;

            if (need instanceof Endpoints.ARight asked) {
                var scope = Rights.scope(role, asked.right());
                boolean open = scope.isPresent()
                        && (scope.get() == Scope.ALL || asked.keepsTo().contains(scope.get()));
                assertThat(signIn)
                        .as("%s asked to sign in for %s", role, pattern)
                        .isEqualTo(!open && role == Role.PUBLIC);
                assertThat(response.statusCode() == 403)
                        .as("%s refused at %s", role, pattern)
                        .isEqualTo(!open && role != Role.PUBLIC);
                assertThat(response.statusCode()).as("%s at %s", role, pattern).isLessThan(500);
            } else if (need instanceof Endpoints.OfRegister) {
                boolean any = !pattern.contains("{");
                var right =
                        new Right(address(pattern).contains("/finds") ? Resource.FIND : Resource.REPORT, Action.VIEW);
                boolean open = role == Role.ADMINISTRATOR
                        ? any
                        : Rights.scope(role, right).isPresent();
                assertThat(signIn).as("%s at %s", role, pattern).isEqualTo(!open && role == Role.PUBLIC);
                assertThat(response.statusCode() == 403)
                        .as("%s refused at %s", role, pattern)
                        .isEqualTo(!open && role != Role.PUBLIC);
            } else if (need instanceof Endpoints.AnAccount) {
                assertThat(signIn).isEqualTo(role == Role.PUBLIC);
            } else {
                assertThat(response.statusCode()).as(pattern).isIn(200, 404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/{id}",
                "/api/reports/{id}",
                "/api/reports/{id}/findings.geojson",
                "/reports/{id}/repaired.geojson",
                "/submissions/{digest}",
                "/api/submissions/{digest}",
                "/submissions/{digest}/content"
            })
    void aRecordOfAnotherBodyAnswersLikeOneThatDoesNotExist(String pattern) {
        var officer = browser(Role.OPERATOR_OFFICER);
        for (var number : List.of("B-1", "B-2")) {
            var theirs = report(number);
            var found = officer.get(pattern.replace("{id}", theirs.id().toString())
                    .replace("{digest}", theirs.submission().hex()));
            var nothing = officer.get(pattern.replace("{id}", NOWHERE).replace("{digest}", NO_DIGEST));

            assertThat(found.statusCode()).as(number).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(found.body()
                            .replace(theirs.id().toString(), NOWHERE)
                            .replace(theirs.submission().hex(), NO_DIGEST)
                            .replace(theirs.submission().toString(), NO_DIGEST))
                    .isEqualTo(nothing.body().replace(NO_DIGEST, NO_DIGEST));
            assertThat(found.headers().map().keySet())
                    .isEqualTo(nothing.headers().map().keySet());
        }
        assertThat(officer.get("/reports/" + report("A-1").id()).statusCode()).isEqualTo(200);
        assertThat(officer.get("/submissions/" + report("A-1").submission()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodySeesItsOwnReportsInTheList() {
        var officer = browser(Role.OPERATOR_OFFICER);

        assertThat(officer.get("/reports").body()).contains("A-1", "A-2").doesNotContain("B-1", "B-2");
        assertThat(officer.get("/api/reports?submission=" + report("B-1").submission())
                        .body())
                .contains("\"reports\" : [ ]");
        assertThat(browser(Role.REVIEWER).get("/reports").body()).contains("A-1", "A-2", "B-1", "B-2");
    }

    @Test
    void aBodySeesItsOwnRowsOfARegisterAndNothingTellsOfOthers() {
        var officer = browser(Role.OPERATOR_OFFICER);
        var all = browser(Role.AUDITOR);

        for (var register : List.of("reports", "finds", "worked-ground", "hazards", "released-pieces")) {
            for (var address : List.of("/registers/" + register, "/api/registers/" + register)) {
                assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
                assertThat(officer.get(address).body()).as(address).doesNotContain("B-1", "B-2");
            }
            assertThat(officer.get("/api/registers/" + register + ".csv").body())
                    .as(register)
                    .doesNotContain("B-1", "B-2");
        }
        assertThat(all.get("/registers/reports").body()).contains("A-1", "B-1");
        assertThat(officer.get("/registers/reports").body()).contains("A-1");
        assertThat(officer.get("/api/registers/reports?q=B-1").body()).contains("\"rows\" : [ ]");
        assertThat(officer.get("/registers/districts").body()).contains("AZ-FUZ");

        var keys = keys(all, "reports");
        var own = keys(officer, "reports");
        assertThat(keys).hasSizeGreaterThan(own.size()).containsAll(own);
        for (var key : keys) {
            var row = officer.get("/registers/reports/" + key);
            if (own.contains(key)) {
                assertThat(row.statusCode()).isEqualTo(200);
            } else {
                assertThat(row.statusCode()).isEqualTo(404);
                assertThat(masked(row.body(), key))
                        .isEqualTo(
                                masked(officer.get("/registers/reports/999999").body(), "999999"));
            }
        }
    }

    /** Without the key that was asked for, and without the moment at which it was. */
    private static String masked(String body, String key) {
        return body.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "now").replaceAll("\\b" + key + "\\b", "KEY");
    }

    private static List<String> keys(Browser browser, String register) {
        return browser.get("/api/registers/" + register)
                .body()
                .lines()
                .filter(line -> line.contains("\"key\""))
                .map(line -> line.replaceAll(".*\"key\" : \"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void anAccountKeptToADistrictSeesItsReportsAndNoPageThatCannotKeepToIt() {
        site.account("kept", Role.REVIEWER, null, "AZ-FUZ");
        var kept = new Browser(site.port());
        kept.signIn("kept", ExampleSite.PASSWORD);

        assertThat(kept.get("/reports").body()).contains("B-1", "B-2").doesNotContain("A-1", "A-2");
        assertThat(kept.get("/reports/" + report("A-1").id()).statusCode()).isEqualTo(404);
        assertThat(kept.get("/submissions/" + report("B-2").submission()).statusCode())
                .isEqualTo(404);
        assertThat(kept.get("/editions").statusCode()).isEqualTo(403);
        assertThat(kept.get("/organisations/accreditations").statusCode()).isEqualTo(403);
    }

    @Test
    void aPlaceToSignInRemembersWhereSomebodyWantedToButNeverLeadsElsewhere() {
        var stranger = new Browser(site.port());
        assertThat(stranger.get("/reports?status=PENDING").headers().firstValue("Location"))
                .hasValue("/sign-in?next=%2Freports%3Fstatus%3DPENDING");
        for (var evil :
                List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "/x\r\nSet-Cookie: a=b")) {
            var response = new Browser(site.port())
                    .fill(
                            "/sign-in",
                            "/sign-in",
                            Map.of("name", name(Role.AUDITOR), "password", ExampleSite.PASSWORD, "next", evil));

            assertThat(response.headers().firstValue("Location")).hasValue("/account");
        }
    }

    @Test
    void aSessionGetsAnotherIdOnSigningInAndEndsOnSigningOut() {
        var browser = new Browser(site.port());
        browser.get("/sign-in");
        var planted = browser.cookie;
        browser.signIn(name(Role.AUDITOR), ExampleSite.PASSWORD);
        var signedIn = browser.cookie;

        assertThat(signedIn).startsWith("clearground=").isNotEqualTo(planted);
        assertThat(browser.cookieAsSet).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(browser.get("/reports").statusCode()).isEqualTo(200);
        assertThat(browser.get("/reports").headers().firstValue("Cache-Control"))
                .hasValue("no-store");

        var thief = new Browser(site.port());
        thief.cookie = planted;
        assertThat(thief.get("/api/reports").statusCode()).isEqualTo(401);

        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/reports").statusCode()).isEqualTo(200);
        browser.fill("/account", "/sign-out", Map.of());
        browser.cookie = signedIn;
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var browser = new Browser(site.port());
        browser.get("/sign-in");

        assertThat(browser.post("/sign-in", Map.of("name", name(Role.AUDITOR), "password", ExampleSite.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsTakenAwayIsGoneWithTheNextRequest() {
        site.account("leaving", Role.AUDITOR, null);
        var browser = new Browser(site.port());
        browser.signIn("leaving", ExampleSite.PASSWORD);
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(200);

        change(accounts ->
                accounts.change(new Account("leaving", Role.ADMINISTRATOR, null, new TreeSet<>(), false), "test"));
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(403);

        change(accounts -> accounts.disable("leaving", true, "test"));
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/accounts").statusCode()).isEqualTo(401);

        change(accounts -> accounts.disable("leaving", false, "test"));
        assertThat(browser.get("/api/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        site.account("careful", Role.AUDITOR, null);
        var browser = new Browser(site.port());
        browser.signIn("careful", ExampleSite.PASSWORD);

        change(accounts -> accounts.setPassword("careful", "another long sentence", "test"));

        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(new Browser(site.port())
                        .signIn("careful", ExampleSite.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingTellsAWrongPasswordFromANameThatNobodyHas() {
        site.account("known", Role.AUDITOR, null);
        site.account("gone", Role.AUDITOR, null);
        change(accounts -> accounts.disable("gone", true, "test"));

        var wrong = new Browser(site.port()).signIn("known", "not the password");
        var unknown = new Browser(site.port()).signIn("unknown", "not the password");
        var disabled = new Browser(site.port()).signIn("gone", ExampleSite.PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(List.of(unknown.statusCode(), disabled.statusCode())).containsOnly(200);
        assertThat(withoutToken(wrong.body()))
                .contains("role=\"alert\"")
                .isEqualTo(withoutToken(unknown.body()))
                .isEqualTo(withoutToken(disabled.body()));
    }

    private static String withoutToken(String page) {
        return page.replace(Browser.token(page), "");
    }

    @Test
    void tooManyTriesMustWaitAndOthersNeedNot() {
        site.account("patient", Role.AUDITOR, null);
        for (var name : List.of("patient", "nobody-at-all")) {
            var browser = new Browser(site.port());
            for (int i = 0; i < 5; i++) {
                assertThat(browser.signIn(name, "guess number " + i).statusCode())
                        .isEqualTo(200);
            }
            // one second after the fifth, two after the sixth, four after the seventh
            var last = browser.signIn(name, "guess");
            for (int i = 0; i < 3 && last.statusCode() != 429; i++) {
                last = browser.signIn(name, "guess");
            }

            assertThat(last.statusCode()).as(name).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(new Browser(site.port())
                        .signIn(name(Role.AUDITOR), ExampleSite.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aPasswordOfAMegabyteIsRefusedAtOnce() {
        assertThat(new Browser(site.port()).signIn("known", "x".repeat(1 << 20)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLinkSetsThePasswordOnceAndLookingAtItDoesNotUseItUp() {
        var secret = new String[1];
        change(accounts -> {
            accounts.add(new Account("invited", Role.AUDITOR, null, new TreeSet<>(), false), "test");
            secret[0] = accounts.giveLink("invited", "test");
        });
        var link = "/sign-in/link/" + secret[0];
        var browser = new Browser(site.port());
        assertThat(browser.get(link).body()).contains("invited");

        var twice = browser.fill(link, link, Map.of("password", "eleven short words", "again", "other words here"));
        assertThat(twice.body()).contains("The two passwords are not the same");
        var tooShort = browser.fill(link, link, Map.of("password", "short", "again", "short"));
        assertThat(tooShort.body()).contains("at least 12 characters");
        var set = browser.fill(link, link, Map.of("password", "eleven short words", "again", "eleven short words"));

        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(new Browser(site.port())
                        .signIn("invited", "eleven short words")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theDoorKeepsALogThatNobodyCanWriteLinesInto() {
        new Browser(site.port()).signIn("a\r\n2026-01-01 SIGNED_IN \u001b[31mroot" + "x".repeat(100), "guess");

        var events = site.application().store().read(transaction -> new Accounts(
                        transaction, site.application().clock())
                .events(1_000));

        assertThat(events).extracting(AccessEvent::kind).contains(AccessEvent.Kind.SIGN_IN_FAILED);
        assertThat(events).allSatisfy(event -> assertThat(event.account() + event.actor())
                .doesNotContain("\n", "\r", "\u001b")
                .hasSizeLessThan(140));
        assertThat(browser(Role.ADMINISTRATOR).get("/accounts/events").body()).contains("Sign-in failed");
    }

    @Test
    void accountsAreNoPartOfTheRegistersThatRebuildMakes() {
        var before = browser(Role.ADMINISTRATOR).get("/api/accounts").body();

        assertThat(site.application().rebuild().firstDifference()).isEmpty();
        site.application().rebuild().run();

        assertThat(browser(Role.ADMINISTRATOR).get("/api/accounts").body()).isEqualTo(before);
        assertThat(before).doesNotContain("bcrypt").doesNotContain("password\" :");
    }
}
