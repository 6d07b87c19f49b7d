// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.OneTimeCodes;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.commands.CommandLineFace;
import org.clearground.storage.Transaction;
import org.clearground.web.ExampleSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;

/** Keys of devices: from their making to their end, and every endpoint by a key of every role. */
class DeviceKeyTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";
    private static final Pattern KEY = Pattern.compile("cgk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
    private static final Pattern DIGEST = Pattern.compile("\"submission\" : \"([0-9a-f]{64})\"");
    private static final Map<String, String> PROGRESS = Map.of("form", "progress");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    /** Of an account of each role, made while it could still send reports in. */
    private static final Map<Role, Device> DEVICES = new EnumMap<>(Role.class);

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.account("chief", Role.ADMINISTRATOR, null);
        for (var role : Role.values()) {
            if (role != Role.PUBLIC) {
                var name = role.code() + "-x";
                site.account(name, Role.OPERATOR_OFFICER, "MES");
                DEVICES.put(role, Device.with(site.port(), key(name)));
                change((accounts, transaction) -> accounts.change(
                        new Account(name, role, role.isOfOneOrganisation() ? "MES" : null, new TreeSet<>(), false),
                        "test"));
            }
        }
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

    private static String key(String account) {
        return site.application().store().write(transaction -> {
            var clock = site.application().clock();
            return new DeviceKeys(transaction, clock)
                    .make(account, "tablet", clock.instant().plus(Duration.ofDays(9)), "test");
        });
    }

    private static String report(String number) {
        return ExampleSite.HEADING + ExampleSite.row(number, "1", "AV_MINE", 2, false);
    }

    private static String digest(HttpResponse<String> response) {
        var found = DIGEST.matcher(response.body());
        assertThat(found.find()).as(response.body()).isTrue();
        return found.group(1);
    }

    private static Device device(Role role) {
        return java.util.Objects.requireNonNull(DEVICES.get(role));
    }

    @Test
    void aFileIsOnRecordWhenItIsAnsweredAndSentAgainAddsNothing() {
        var device = device(Role.OPERATOR_OFFICER);

        var first = device.send("week.csv", report("D-1"), PROGRESS);
        var again = device.send("week.csv", report("D-1"), PROGRESS);
        var asked = device.get("/api/submissions/" + digest(first));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).hasValue("/api/submissions/" + digest(first));
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(first.body())
                .contains("\"actor\" : \"operator-officer-x\"", "\"organisation\" : \"MES\"", "\"PENDING\" : 1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).isEqualTo(first.body());
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whatCannotBeTakenIsSaidInOneSentenceAndKeepsNothing() throws IOException {
        var device = device(Role.OPERATOR_OFFICER);

        assertThat(device.send("week.pdf", "%PDF", PROGRESS).statusCode()).isEqualTo(422);
        assertThat(device.send("week.csv", "", PROGRESS).statusCode()).isEqualTo(422);
        assertThat(device.send("week.csv", report("D-2"), Map.of("form", "nothing"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(device.send("week.csv", report("D-2"), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(device.send("week.csv", report("D-2"), Map.of("form", "progress", "lang", "xx"))
                        .statusCode())
                .isEqualTo(400);
        var other = device.send("week.csv", report("D-2"), Map.of("form", "progress", "organisation", "ANAMA"));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("sends files of MES only");

        assertThat(device(Role.OPERATIONS_PLANNER)
                        .send("week.csv", report("D-2"), PROGRESS)
                        .statusCode())
                .isEqualTo(201);
        try (var left = Files.list(directory.resolve("store/uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void blockedReportsAreOnRecordWithTheirFindings() {
        var blocked = device(Role.OPERATOR_OFFICER)
                .send("bad.csv", report("D-3").replace("2024-04-30,2024-04-30", "2024-05-30,2024-04-30"), PROGRESS);

        assertThat(blocked.statusCode()).isEqualTo(201);
        assertThat(blocked.body()).contains("\"blocked\" : 1", "\"PERIOD_ENDS_BEFORE_START\"");
    }

    @Test
    void aDeviceReadsOnlyWhatItsBodyOrItsAccountSent() {
        site.send("other.csv", report("D-4").replace(",MES,", ",ANAMA,"), false);
        var theirs = site.application().store().read(transaction -> transaction
                .sql()
                .sql("select sha256 from submission where file_name = 'other.csv'")
                .query((row, number) -> row.getString(1))
                .single());
        var nothing = "0".repeat(64);

        for (var role : List.of(Role.OPERATOR_OFFICER, Role.OPERATIONS_PLANNER, Role.QUALITY_INSPECTOR)) {
            var found = device(role).get("/api/submissions/" + theirs);
            var none = device(role).get("/api/submissions/" + nothing);
            assertThat(found.statusCode()).as("%s", role).isEqualTo(404);
            assertThat(found.body().replace(theirs, nothing)).isEqualTo(none.body());

            var sentAgain = device(role).send("other.csv", report("D-4").replace(",MES,", ",ANAMA,"), PROGRESS);
            assertThat(sentAgain.statusCode()).as("%s", role).isEqualTo(409);
        }
        var own = device(Role.QUALITY_INSPECTOR).send("own.csv", report("D-5"), PROGRESS);
        assertThat(device(Role.QUALITY_INSPECTOR)
                        .get("/api/submissions/" + digest(own))
                        .statusCode())
                .isEqualTo(200);
        assertThat(device(Role.OPERATIONS_PLANNER)
                        .get("/api/submissions/" + digest(own))
                        .statusCode())
                .isEqualTo(404);
    }

    static Stream<RequestMethod> methods() {
        return Stream.of(RequestMethod.GET, RequestMethod.POST);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyEndpointAnswersAKeyExactlyWhereItIsForKeysAndItsAccountMay(RequestMethod method) {
        boolean sending = method == RequestMethod.POST;
        int answered = 0;
        for (var pattern : AccessTest.mapped(method)) {
            boolean forKeys = (sending ? Endpoints.SENDING_BY_KEY : Endpoints.READING_BY_KEY).contains(pattern);
            var right =
                    sending ? new Right(Resource.REPORT, Action.SUBMIT) : new Right(Resource.SUBMISSION, Action.VIEW);
            for (var device : DEVICES.entrySet()) {
                var address = pattern.replace("{id}", NOWHERE)
                        .replace("{digest}", "0".repeat(64))
                        .replaceAll("\\{[^}]+}", "1");

                var response = sending
                        ? device.getValue().post(address)
                        : device.getValue().get(address);

                boolean open = forKeys && Rights.scope(device.getKey(), right).isPresent();
                answered += open ? 1 : 0;
                assertThat(response.statusCode())
                        .as("%s %s by a key of %s: %s", method, pattern, device.getKey(), response.body())
                        .isEqualTo(open ? sending ? 400 : 404 : 403);
                assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
        assertThat(answered).isEqualTo(sending ? 3 : 7);
    }

    @Test
    void theSessionThatComesWithAKeyIsNotLookedAt() {
        var browser = new Browser(site.port());
        browser.signIn("chief", ExampleSite.PASSWORD);
        var both = new Device(site.port(), "Bearer " + key("operator-officer-x"), browser.cookie);
        var wrong = new Device(site.port(), "Bearer x", browser.cookie);
        var otherScheme = new Device(site.port(), "Basic Y2hpZWY6eA==", browser.cookie);

        assertThat(both.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(both.post("/accounts/chief/sessions").statusCode()).isEqualTo(403);
        assertThat(wrong.get("/accounts").statusCode()).isEqualTo(401);
        assertThat(wrong.post("/accounts/chief/sessions").statusCode()).isEqualTo(401);
        assertThat(otherScheme.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(otherScheme.post("/accounts/chief/sessions").statusCode()).isEqualTo(403);
        assertThat(browser.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsShownOnceAndKeptNowhere() throws IOException {
        site.account("gulnar", Role.OPERATOR_OFFICER, "MES");
        var browser = new Browser(site.port());
        browser.signIn("gulnar", ExampleSite.PASSWORD);
        assertThat(browser.get("/account").body()).contains("href=\"/account/keys?lang=");

        var made = browser.fill("/account/keys", "/account/keys", Map.of("device", "<img src=x onerror=alert(1)>"));
        var shown = browser.get("/account/keys").body();
        var key = KEY.matcher(shown);

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(key.find()).isTrue();
        assertThat(shown).contains("<svg class=\"qr\"").doesNotContain("<img");
        assertThat(browser.get("/account/keys").body()).contains("&lt;img").doesNotContain("cgk_");
        assertThat(Device.with(site.port(), key.group())
                        .send("once.csv", report("D-6"), PROGRESS)
                        .statusCode())
                .isEqualTo(201);
        var secret = key.group().substring(key.group().length() - 43);
        try (var files = Files.walk(directory.resolve("store"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void formsThatWillNotDoMakeNoKey() {
        site.account("rauf", Role.OPERATOR_OFFICER, "MES");
        var browser = new Browser(site.port());
        browser.signIn("rauf", ExampleSite.PASSWORD);
        var page = "/account/keys";

        assertThat(browser.fill(page, page, Map.of("device", " ")).statusCode()).isEqualTo(400);
        assertThat(browser.fill(page, page, Map.of("device", "x".repeat(81))).statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(page, page, Map.of("device", "a\nb")).statusCode())
                .isEqualTo(400);
        for (var day : List.of("tomorrow", "2020-01-01", "2999-01-01", "+999999999-12-31")) {
            var refused = browser.fill(page, page, Map.of("device", "tablet", "until", day));
            assertThat(refused.statusCode()).as(day).isEqualTo(400);
            assertThat(refused.body()).contains("role=\"alert\"", "value=\"tablet\"");
        }
        assertThat(browser.post(page, Map.of("device", "tablet")).statusCode()).isEqualTo(403);
        assertThat(browser.get(page).body()).contains("There are no keys yet");
    }

    @Test
    void whereACodeIsAskedForAnOpenSessionAloneMakesNoKey() {
        site.account("aysel", Role.OPERATOR_OFFICER, "MES");
        var browser = new Browser(site.port());
        browser.signIn("aysel", ExampleSite.PASSWORD);
        var secret = OneTimeCodes.newSecret();
        var codes = new ArrayList<String>();
        change((accounts, transaction) -> codes.addAll(new SecondSteps(transaction, Clock.systemUTC())
                .switchOn("aysel", secret, OneTimeCodes.at(secret, Instant.now()))
                .orElseThrow()
                .recoveryCodes()));
        browser.signIn("aysel", ExampleSite.PASSWORD);
        browser.fill("/sign-in/code", "/sign-in/code", Map.of("code", codes.get(0)));
        var page = "/account/keys";

        assertThat(browser.get(page).body()).contains("name=\"code\"");
        assertThat(browser.fill(page, page, Map.of("device", "tablet")).statusCode())
                .isEqualTo(400);
        assertThat(browser.fill(page, page, Map.of("device", "tablet", "code", "000000"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(page).body()).contains("There are no keys yet");
        assertThat(browser.fill(page, page, Map.of("device", "tablet", "code", codes.get(1)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(KEY.matcher(browser.get(page).body()).find()).isTrue();
    }

    @Test
    void whoMaySendNothingInMakesNoKey() {
        site.account("nigar", Role.REVIEWER, null);
        var browser = new Browser(site.port());
        browser.signIn("nigar", ExampleSite.PASSWORD);
        var chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);

        assertThat(browser.get("/account").body()).doesNotContain("/account/keys");
        assertThat(browser.get("/account/keys").body()).doesNotContain("name=\"device\"");
        var token = Browser.token(browser.get("/account").body());
        assertThat(browser.post("/account/keys", Map.of("device", "x", "_csrf", token))
                        .statusCode())
                .isEqualTo(403);
        var tried = chief.post(
                "/accounts/nigar/keys",
                Map.of(
                        "device",
                        "x",
                        "_csrf",
                        Browser.token(chief.get("/account").body())));
        assertThat(tried.statusCode()).isEqualTo(400);
        assertThat(tried.body()).contains("cannot send reports in");
    }

    @Test
    void anAdministratorMakesAndRevokesKeysAndTheDoorTellsOfIt() {
        site.account("kamal", Role.OPERATOR_OFFICER, "MES");
        var chief = new Browser(site.port());
        chief.signIn("chief", ExampleSite.PASSWORD);
        chief.fill("/accounts/kamal/keys", "/accounts/kamal/keys", Map.of("device", "tablet 7"));
        var page = chief.get("/accounts/kamal/keys").body();
        var key = KEY.matcher(page).results().findFirst().orElseThrow().group();
        var id = key.substring(4, 20);
        var device = Device.with(site.port(), key);
        assertThat(device.get("/api/submissions/" + "0".repeat(64)).statusCode())
                .isEqualTo(404);

        var stranger = new Browser(site.port());
        stranger.signIn("operator-officer-x", ExampleSite.PASSWORD);
        assertThat(stranger.fill("/account/keys", "/account/keys/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(chief.fill("/account", "/accounts/kamal/keys/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(303);

        var refused = device.get("/api/submissions/" + "0".repeat(64));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("holds no more");
        assertThat(chief.get("/accounts/kamal/keys").body()).contains("Revoked").doesNotContain("No key yet");
        assertThat(chief.get("/api/accounts/kamal").body()).contains("\"device\" : \"tablet 7\"", "\"holds\" : false");
        assertThat(chief.get("/accounts/kamal").body())
                .contains(
                        "Key of a device made",
                        "Key of a device revoked",
                        "Key of a device refused",
                        "tablet 7, " + id);
    }

    @Test
    void commandsListAndRevokeKeys() {
        site.account("orxan", Role.OPERATOR_OFFICER, "MES");
        var key = key("orxan");
        var id = key.substring(4, 20);

        assertThat(run("users", "keys")).isZero();
        assertThat(run("users", "keys", "nobody-there")).isEqualTo(2);
        assertThat(run("users", "revoke-key", "orxan")).isEqualTo(2);
        assertThat(run("users", "revoke-key", "samir", "--key", id)).isEqualTo(2);
        assertThat(run("users", "revoke-key", "orxan", "--key", id)).isZero();
        assertThat(run("users", "revoke-key", "orxan", "--key", id)).isEqualTo(2);
        assertThat(Device.with(site.port(), key)
                        .get("/api/submissions/" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(401);
    }

    private static int run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(
                List.of("--data", site.application().store().directory().toString()));
        return CommandLineFace.run(arguments.toArray(new String[0]));
    }

    @Test
    void aKeyEndsWithItsAccountAndIsNotLetInAgainWithIt() {
        site.account("samir", Role.OPERATOR_OFFICER, "MES");
        var device = Device.with(site.port(), key("samir"));
        var address = "/api/submissions/" + "0".repeat(64);
        assertThat(device.get(address).statusCode()).isEqualTo(404);

        change((accounts, transaction) -> accounts.disable("samir", true, "test"));
        assertThat(device.get(address).statusCode()).isEqualTo(401);
        change((accounts, transaction) -> accounts.disable("samir", false, "test"));
        assertThat(device.get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyHoldsNoMoreAtItsEnd() {
        site.account("leyla", Role.OPERATOR_OFFICER, "MES");
        var key = key("leyla");
        change((accounts, transaction) -> transaction
                .sql()
                .sql("update device_key set ends_at_ms = ? where account = 'leyla'")
                .param(Clock.systemUTC().millis())
                .update());

        assertThat(Device.with(site.port(), key)
                        .send("late.csv", report("D-7"), PROGRESS)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void wrongKeysWaitAndTheRightOneNeverDoes() {
        site.account("tofiq", Role.OPERATOR_OFFICER, "MES");
        var key = key("tofiq");
        var address = "/api/submissions/" + "0".repeat(64);
        for (var wrong : List.of(key.substring(0, key.length() - 43) + "A".repeat(43), "cgk_nothing")) {
            var guesser = Device.with(site.port(), wrong);
            var last = guesser.get(address);
            for (int i = 0; i < 9 && last.statusCode() == 401; i++) {
                last = guesser.get(address);
            }
            assertThat(last.statusCode()).as(last.body()).isEqualTo(429);
        }

        assertThat(Device.with(site.port(), key).get(address).statusCode()).isEqualTo(404);
        var events = site.application().store().read(transaction -> new Accounts(transaction, Clock.systemUTC())
                .eventsOf("tofiq", 100));
        assertThat(events)
                .filteredOn(event -> event.kind() == AccessEvent.Kind.DEVICE_KEY_REFUSED)
                .hasSizeBetween(5, 8);
        assertThat(events).noneMatch(event -> event.detail().contains("AAAA"));
    }

    @Test
    void whenAKeyWasUsedIsWrittenDownNowAndThen() {
        site.account("vusal", Role.OPERATOR_OFFICER, "MES");
        var key = key("vusal");
        var address = "/api/submissions/" + "0".repeat(64);
        Device.with(site.port(), key).get(address);
        var first = used("vusal");
        Device.with(site.port(), key).get(address);

        assertThat(first).isNotNull();
        assertThat(used("vusal")).isEqualTo(first);
    }

    private static java.time.@Nullable Instant used(String account) {
        return site.application()
                .store()
                .read(transaction -> new DeviceKeys(transaction, Clock.systemUTC()).list(account))
                .get(0)
                .usedAt();
    }
}
