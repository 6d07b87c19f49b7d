// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.statements.Statement;
import org.clearground.statements.store.StatementQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements taken in by people on pages, in a real store behind a real server. */
class IntakePagesTest {

    private static final String HEADING = "id,publisher,kind,period_from,period_to,at_mines,hectares,operators\n";

    private static final String TEXT =
            "=1+1 <b>News</b>\nFrom April 15 to April 21, 2024, 53 anti-tank and 26 anti-personnel mines were found"
                    + " and 2,046.3 ha were cleared, ANAMA says.";

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private List<Statement> recorded() {
        return site.application().store().read(transaction -> new StatementQueries(transaction).all());
    }

    private static HttpResponse<String> table(Browser browser, String name, String text, String step) {
        return browser.upload(
                "/statements/import",
                Map.of("_csrf", Browser.token(browser.get("/account").body()), "step", step),
                name,
                text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTableIsLookedAtBeforeItIsTakenIn() throws IOException {
        site.account("leyla", Role.PUBLISHER);
        site.account("murad", Role.AUDITOR);
        var leyla = site.signedIn("leyla");
        var murad = site.signedIn("murad");
        var table = HEADING + "X1,=cmd|'/c calc'!A1,weekly,2024-04-15,2024-04-21,53,2046.3,ANAMA\n"
                + "X2,Paper,weekly,2024-04-15,2024-04-21,-5,,ANAMA\n";

        assertThat(leyla.get("/statements").body()).contains("href=\"/statements/import?lang=en\"");
        assertThat(murad.get("/statements").body()).doesNotContain("/statements/import");
        assertThat(murad.get("/statements/import").statusCode()).isEqualTo(403);
        assertThat(table(murad, "week.csv", table, "take").statusCode()).isEqualTo(403);

        assertThat(table(leyla, "week.csv", table, "look").body())
                .contains("only looked at", "statements to add 1,", "left out 1;", "NUMBER_OUT_OF_RANGE");
        assertThat(recorded()).isEmpty();
        assertThat(table(leyla, "week.csv", table, "take").body()).contains("statements added 1,", "left out 1;");
        assertThat(recorded()).extracting(Statement::number).containsExactly("X1");
        assertThat(leyla.get("/statements/X1").body()).contains("=cmd|");
        assertThat(table(leyla, "week.csv", table, "take").body()).contains("imported before");

        assertThat(table(leyla, "week.html", "<html>", "take").body()).contains("has an ending that is not known");
        assertThat(table(leyla, "week.csv", "<html><body>no table", "take").body())
                .contains("has no heading of statements");
        assertThat(table(leyla, "week.csv", table, "throw").body()).contains("whether to look or to take");
        assertThat(recorded()).hasSize(1);
        try (var left = Files.walk(directory)) {
            assertThat(left.filter(file -> file.toString().endsWith(".part")))
                    .as("nothing is left behind of what was sent")
                    .isEmpty();
        }
    }

    private static Map<String, String> release(String text) {
        var form = new HashMap<String, String>();
        form.put("text", text);
        form.put("published", "2024-04-22");
        return form;
    }

    @Test
    void aTextIsReadAndTakenInWithThePlacesOfItsFigures() {
        site.account("leyla", Role.PUBLISHER);
        site.account("murad", Role.AUDITOR);
        var leyla = site.signedIn("leyla");
        var murad = site.signedIn("murad");

        var read = leyla.fill("/statements/extract", "/statements/extract", release(TEXT))
                .body();
        assertThat(read)
                .contains("read as English; 3 figures", "<mark title=\"anti-tank mines\">53</mark>", "2,046.3")
                .contains("&lt;b&gt;News&lt;/b&gt;", "2024-04-15/2024-04-21", "formaction=\"/statements/take\"")
                .doesNotContain("<b>News");
        assertThat(recorded()).isEmpty();
        assertThat(murad.fill("/statements/extract", "/statements/extract", release(TEXT))
                        .body())
                .contains("3 figures")
                .doesNotContain("/statements/take");

        var form = release(TEXT);
        assertThat(murad.fill("/statements/extract", "/statements/take", form).statusCode())
                .isEqualTo(403);
        assertThat(leyla.fill("/statements/extract", "/statements/take", form).body())
                .contains("Write the number");
        form.put("number", "X 7");
        form.put("publisher", "Paper, \"Daily\"");
        assertThat(leyla.fill("/statements/extract", "/statements/take", form).body())
                .contains("STATEMENT_NUMBER_UNUSABLE", "3 figures");
        form.put("number", "X7");
        form.put("address", "https://news.example/7");
        var taken = leyla.fill("/statements/extract", "/statements/take", form);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue("/statements/X7");

        var statement = recorded().get(0);
        assertThat(statement.text()).isEqualTo(TEXT);
        assertThat(statement.publisher()).isEqualTo("Paper, \"Daily\"");
        assertThat(statement.figures())
                .extracting(figure -> Objects.requireNonNull(figure.span()).of(TEXT))
                .containsExactly("53", "26", "2,046.3");
        assertThat(leyla.get("/statements/X7").body()).contains("<mark title=\"anti-tank mines\">53</mark>");

        form.put("text", TEXT.replace("53", "54"));
        assertThat(leyla.fill("/statements/extract", "/statements/take", form).body())
                .contains("STATEMENT_DIFFERS");
        form.put("corrections", "true");
        assertThat(leyla.fill("/statements/extract", "/statements/take", form).statusCode())
                .isEqualTo(303);
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void whatIsNoTextIsAnsweredInASentence() {
        site.account("leyla", Role.PUBLISHER);
        var leyla = site.signedIn("leyla");

        for (var wrong : Map.of(
                        "<!DOCTYPE html><html><body><p>53 mines</p>", "source of a web page",
                        " ", "Give the text",
                        "\u0001\u0002", "is no text")
                .entrySet()) {
            var answer = leyla.fill("/statements/extract", "/statements/extract", release(wrong.getKey()));
            assertThat(answer.statusCode()).isBetween(400, 422);
            assertThat(answer.body()).containsIgnoringCase(wrong.getValue());
        }
        var form = release(TEXT);
        form.put("language", "tlh");
        assertThat(leyla.fill("/statements/extract", "/statements/extract", form)
                        .body())
                .contains("not read in");
        var endless = leyla.fill("/statements/extract", "/statements/extract", release("mines ".repeat(1_000_000)));
        assertThat(endless.statusCode()).isEqualTo(413);
        var beside = leyla.upload(
                "/statements/import",
                Map.of("_csrf", Browser.token(leyla.get("/account").body()), "text", "mines ".repeat(1_000_000)),
                "a.csv",
                HEADING.getBytes(StandardCharsets.UTF_8));
        assertThat(beside.statusCode()).isEqualTo(413);
        assertThat(beside.body()).contains("larger than this page takes");
    }
}
