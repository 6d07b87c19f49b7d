// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearground.access.Role;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody with ill intent sends over the wire, and what then does not happen. */
class HostileVisitorsTest {

    private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private static Browser auditor;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send("finds.csv", ExampleSite.HEADING + ExampleSite.row("HV-1", "1", "AV_MINE", 3, false), true);
        site.account("auditor", Role.AUDITOR);
        auditor = site.signedIn("auditor");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** What the ledger ends in, and how many wait to be imported or are begun. */
    private static String state() {
        return site.application().store().read(transaction -> transaction
                .sql()
                .sql("select (select group_concat(hash) from ledger_head) || ' '"
                        + " || (select count(*) from waiting_upload) || ' ' || (select count(*) from draft)")
                .query((row, number) -> row.getString(1))
                .single());
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + address));
    }

    /** Bytes as they are written to the wire, which no library would send. */
    private static String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            } catch (IOException hungUp) {
                return "";
            }
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException hungUp) {
                return "";
            }
        }
    }

    static Stream<String> sending() {
        return Endpoints.SENDING.keySet().stream();
    }

    private static String address(String pattern) {
        return pattern.replaceAll("\\{form}", "progress").replaceAll("\\{[^}]*}", NOWHERE);
    }

    // ---- forms from elsewhere

    @ParameterizedTest
    @MethodSource("sending")
    void nothingThatWasSentWithoutItsTokenOrByLookingChangesAnything(String pattern) throws Exception {
        var before = state();
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/json")) {
            var answer = sent(request(address(pattern))
                    .header("Cookie", auditor.cookie)
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"do\":\"send\",\"name\":\"x\",\"_csrf\":\"guess\"}")));
            assertThat(answer.statusCode()).as("%s as %s", pattern, type).isEqualTo(403);
        }
        var looked = auditor.get(address(pattern) + "?do=send&_csrf=guess");
        assertThat(looked.statusCode()).as(pattern).isNotEqualTo(500);
        assertThat(state()).isEqualTo(before);
    }

    // ---- sessions

    @Test
    void whoSignsOutInOneTabIsOutInTheOtherAndNothingIsLeftInTheBrowser() {
        var one = site.signedIn("auditor");
        var other = new Browser(site.port());
        other.cookie = one.cookie;
        assertThat(other.get("/reports").statusCode()).isEqualTo(200);

        var out = one.fill("/account", "/sign-out", Map.of());

        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(other.get("/api/reports").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports;clearground=", "/reports;jsessionid=", "/reports?clearground=", "/reports?jsessionid="
            })
    void aSessionInAnAddressIsNone(String beginning) throws Exception {
        var id = auditor.cookie.substring("clearground=".length());
        var answer = sent(request(beginning + id));

        assertThat(answer.statusCode()).isIn(302, 400);
        assertThat(answer.body()).doesNotContain("HV-1");
        assertThat(auditor.get("/reports").body()).doesNotContain(id);
    }

    /** Tiles and the country's waters are asked for again each time and kept by the reader's browser alone. */
    @Test
    void nobodyOnTheWayKeepsWhatIsNotPublic() {
        for (var pattern : Endpoints.READING.keySet()) {
            var address = pattern.replace("{week}", "2024-W18")
                    .replace("/figures/{name}", "/figures/anti-tank-mines-found")
                    .replace("/tiles/{name}/{z}/{x}/{y}", "/tiles/reports/0/0/0")
                    .replace("/assets/{name}", "/assets/clearground.css")
                    .replace("/registers/{name}", "/registers/finds")
                    .replace("{*key}", "1")
                    .replaceAll("\\{[^}]*}", NOWHERE);
            var answer = auditor.get(address);
            var kept = answer.headers().firstValue("Cache-Control").orElse("");
            if (pattern.startsWith("/assets/")) {
                assertThat(kept).contains("no-cache");
            } else if (answer.statusCode() == 200 && (pattern.endsWith(".mvt") || pattern.contains("around"))) {
                assertThat(kept).isEqualTo("private, no-cache");
            } else {
                assertThat(kept)
                        .as("%s, which answered %s", address, answer.statusCode())
                        .contains("no-store");
            }
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    /** A cache that goes by endings would keep a page for everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/x.css",
                "/account;x.css",
                "/account%3Bx.css",
                "/account%2Fx.css",
                "/account/..%2fx.css",
                "/reports/x.css",
                "/registers/finds/x.css",
                "/api/reports/x.css",
                "/api/accounts/x.js",
                "/assets/../account",
                "/assets/..%2faccount",
                "/account.css",
                "/reports.css"
            })
    void aPageUnderTheNameOfAStyleIsNotThere(String address) throws IOException {
        var answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + auditor.cookie
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("HV-1", "max-age");
        if (answer.startsWith("HTTP/1.1 200")) {
            assertThat(address).as("the address without its dots").isEqualTo("/assets/../account");
            assertThat(answer).contains("Cache-Control: no-store");
        } else {
            assertThat(answer).startsWith("HTTP/1.1 40");
        }
    }

    // ---- names of hosts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host",
                "X-Forwarded-Server",
                "X-Host",
                "X-Original-URL",
                "X-Rewrite-URL",
                "Forwarded"
            })
    void noHeaderIsMadeIntoALinkOrAnotherPage(String header) throws Exception {
        for (var address : List.of("/sign-in", "/map", "/reports?lang=en", "/api/registers/finds")) {
            var plain = sent(request(address).header("Cookie", auditor.cookie));
            var led = sent(request(address)
                    .header("Cookie", auditor.cookie)
                    .header(
                            header,
                            header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example/accounts"));

            assertThat(led.statusCode()).isEqualTo(plain.statusCode());
            assertThat(led.body()).doesNotContain("evil.example");
            assertThat(led.headers().firstValue("Location"))
                    .isEqualTo(plain.headers().firstValue("Location"));
            assertThat(led.headers().firstValue("Location").orElse("/"))
                    .startsWith("/")
                    .doesNotStartWith("//");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://evil.example/ HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
                "GET / HTTP/1.1\r\nHost: localhost@evil.example",
                "GET / HTTP/1.1\r\nHost: localhost/x",
                "GET / HTTP/1.1",
                "GET //evil.example/.. HTTP/1.1\r\nHost: localhost"
            })
    void whoIsAskedUnderTwoNamesAnswersUnderNone(String head) throws IOException {
        var answer = raw(head + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Location: ", "Set-Cookie");
    }

    // ---- the log

    /** Whatever is written to the log while this runs, as the site writes it. */
    private static String logged(Hostile deed) throws IOException {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        var kept = new ListAppender<ILoggingEvent>();
        kept.setContext(context);
        kept.start();
        root.addAppender(kept);
        try {
            deed.run();
        } finally {
            root.detachAppender(kept);
        }
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        var lines = new StringBuilder();
        List.copyOf(kept.list).forEach(event -> lines.append(layout.doLayout(event)));
        return lines.toString();
    }

    private interface Hostile {
        void run() throws IOException;
    }

    /** That of the site itself. */
    private static String pattern() throws IOException {
        var file = Files.readString(Path.of("src", "main", "resources", "logback.xml"));
        return file.substring(file.indexOf("<pattern>") + "<pattern>".length(), file.indexOf("</pattern>"));
    }

    @Test
    void nothingThatIsSentWritesALineIntoTheLog() throws IOException {
        var host = "Host: localhost\r\nConnection: close\r\n";
        var heads = new ArrayList<String>(List.of(
                "GET /x%0d%0aFAKE%1b[31m HTTP/1.1\r\n" + host,
                "GET /x\u001b[31mFAKE HTTP/1.1\r\n" + host,
                "GET /reports?q=%0AFAKE&lang=%0D%0AFAKE HTTP/1.1\r\n" + host,
                "GET / HTTP/1.1\r\n" + host + "X-Evil: a\u001b[31mFAKE\r\n",
                "GET / HTTP/1.1\r\n" + host + "X-Evil\u0000FAKE: a\r\n",
                "GET / HTTP/1.1\r\n" + host + "Cookie: clearground=FAKE\u0001\r\n",
                "GET / HTTP/1.1\r\n" + host + "User-Agent: " + "FAKE ".repeat(200_000) + "\r\n",
                "FAKE\nFAKE\r\n"));

        var log = logged(() -> {
            for (var head : heads) {
                assertThat(raw(head + "\r\n"))
                        .as(head.substring(0, Math.min(20, head.length())))
                        .doesNotContain("\nFAKE", "HTTP/1.1 5");
            }
        });

        assertThat(log.lines())
                .allSatisfy(line ->
                        assertThat(line).doesNotContain("\u001b", "FAKE").hasSizeLessThan(3_000));
    }

    /** Also what a library says with words of a visitor stays one line, without what moves a terminal, and is cut. */
    @Test
    void aLineOfTheLogIsOneLine() throws IOException {
        var log = logged(() -> LoggerFactory.getLogger("org.example")
                .warn(
                        "began\r\n12:00:00 ERROR forged \u001b[2J\u2028",
                        new IllegalStateException("quoted\n12:00:00 ERROR " + "x".repeat(1 << 20))));

        assertThat(log.lines().toList()).hasSize(1);
        assertThat(log)
                .contains("forged")
                .doesNotContain("\u001b", "\u2028", "\r")
                .hasSizeLessThan(3_000);
        assertThat(((LoggerContext) LoggerFactory.getILoggerFactory())
                        .getLogger(Logger.ROOT_LOGGER_NAME)
                        .getLevel())
                .isEqualTo(Level.WARN);
    }

    // ---- passwords

    /** The work of checking is done for names that nobody has, too; what else it costs may differ a little. */
    @Test
    void theTimeOfARefusalDoesNotTellWhetherThereIsSuchAName() {
        site.account("slow-1", Role.AUDITOR);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            var begun = System.nanoTime();
            new Browser(site.port()).signIn("slow-1", "not the password");
            var between = System.nanoTime();
            new Browser(site.port()).signIn("slow-2", "not the password");
            unknown = Math.min(unknown, System.nanoTime() - between);
            known = Math.min(known, between - begun);
        }

        assertThat(unknown).isBetween(known / 3, known * 3);
    }
}
