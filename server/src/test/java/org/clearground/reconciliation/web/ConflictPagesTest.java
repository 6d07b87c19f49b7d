// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.clearground.access.Role;
import org.clearground.packs.PackSource;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.store.Settlements;
import org.clearground.statements.store.StatementQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contradictions, series and comparisons of published figures in a browser, in a real store behind a real server. */
class ConflictPagesTest {

    private static final String HEADING = "id,source_url,publisher,published_on,kind,period_from,period_to,at_mines,"
            + "ap_mines,uxo,other_items,hectares,operators,districts,language,notes\n";

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

    private static String row(String number, String publisher, String from, String to, String cells) {
        return String.join(",", number, "https://news.example/" + number, publisher, "2024-05-10", "weekly", from, to)
                + "," + cells + ",ANAMA,,en,\n";
    }

    /** The same week told twice with other areas, and a week in May of which nobody told. */
    private void twoTellings() {
        site.publish(
                "said.csv",
                HEADING
                        + row("X1", "First <b>Paper</b>", "2024-04-15", "2024-04-21", "3,1,7,,51.80")
                        + row("X2", "Other Paper", "2024-04-15", "2024-04-21", "3,1,7,,58.10")
                        + row("X3", "First <b>Paper</b>", "2024-04-29", "2024-05-05", "5,,8,,60.00"),
                false,
                false);
    }

    private Conflict conflict() {
        return site.application().store().<Conflict>read(transaction -> Settlement.open(
                        Reconciler.conflicts(new StatementQueries(transaction).all()), Settlements.all(transaction))
                .get(0));
    }

    @Test
    void aContradictionIsDecidedOnItsPageByThoseWhoMay() {
        site.account("leyla", Role.PUBLISHER);
        site.account("murad", Role.AUDITOR);
        twoTellings();
        var leyla = site.signedIn("leyla");
        var murad = site.signedIn("murad");
        var one = ConflictPages.address(conflict().key());

        assertThat(leyla.get("/statements").body())
                .contains("href=\"/statements/conflicts?lang=en\"", "What contradicts");
        assertThat(leyla.get("/statements/conflicts").body()).contains("The same days, other values", "51.8", "58.1");
        var page = leyla.get(one).body();
        assertThat(page)
                .contains("href=\"/statements/X1?lang=en\"", "First &lt;b&gt;Paper&lt;/b&gt;", "<form")
                .doesNotContain("<b>Paper");
        assertThat(murad.get(one).body()).contains("X1").doesNotContain("method=\"post\" action=\"/statements");
        assertThat(murad.fill(
                                "/account",
                                "/statements/conflict",
                                Map.of("key", conflict().key()))
                        .statusCode())
                .isEqualTo(403);

        var form = new java.util.TreeMap<String, String>();
        form.put("key", conflict().key());
        form.put("seen", ConflictPages.seen(conflict()));
        form.put("reason", "the second is the corrected release");
        assertThat(leyla.fill(one, "/statements/conflict", form).body()).contains("hoose what holds");
        form.put("holds", "7");
        assertThat(leyla.fill(one, "/statements/conflict", form).body()).contains("has readings 1 to 2");
        form.put("holds", "value");
        form.put("value", "=1+1");
        assertThat(leyla.fill(one, "/statements/conflict", form).body()).contains("is no number");
        form.put("holds", "2");
        form.put("seen", "0".repeat(64));
        assertThat(leyla.fill(one, "/statements/conflict", form).statusCode()).isEqualTo(409);
        form.put("seen", ConflictPages.seen(conflict()));
        assertThat(leyla.fill(one, "/statements/conflict", form).statusCode()).isEqualTo(303);

        assertThat(leyla.get("/statements/conflicts").body()).doesNotContain("58.1");
        assertThat(leyla.get("/statements/conflicts?settled=true").body())
                .contains("Settled by leyla", "the second is the corrected release");
        assertThat(leyla.get("/statements/series?step=week").body()).contains("58.1", "decided");
        assertThat(leyla.get("/api/statements").body()).contains("\"conflictsSettled\" : 1");
    }

    @Test
    void whatWasPublishedStandsOverTimeWithItsGapsAndItsSources() {
        site.account("leyla", Role.PUBLISHER);
        twoTellings();
        var leyla = site.signedIn("leyla");

        var page = leyla.get("/statements/series").body();
        assertThat(page)
                .contains("nobody told", "2024-04-22/2024-04-28", "href=\"/statements/X3?lang=en\"", "data-chart=\"[[")
                .contains("href=\"/statements/conflict?key=");
        assertThat(leyla.get("/statements/series?measure=anti_tank_mines").body())
                .contains("X3");
        assertThat(leyla.get("/statements/series?measure=tanks").statusCode()).isEqualTo(400);
        assertThat(leyla.get("/api/statements/series").body()).contains("\"standing\" : \"gap\"", "\"value\" : null");
        var table = leyla.get("/api/statements/series.csv?from=2024-04-29");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body()).contains("area_cleared,country,week,2024-04-29,2024-05-05,60.00,agreed");
        assertThat(leyla.get("/api/statements/series?from=2024-05-02&to=2024-05-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void publishedFiguresStandBesideOurRegisters() {
        twoTellings();
        site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "58.2", "AV_MINE", 5, true), true);

        var page = site.page("/statements/compare");
        assertThat(page).contains("2024-04-29 to 2024-05-05", "difference −1.8", "agrees", "invented");
        assertThat(site.page("/api/statements/compare")).contains("\"difference\" : -1.8", "\"byBody\" : [ {");
        assertThat(site.page("/statements/compare?to=2024-01-01")).contains("hold nothing of any published period");
    }

    @Test
    void theRealStatementsOfTheCountryAreShownWhole() {
        site.account("leyla", Role.PUBLISHER);
        site.publish(
                "statements.csv",
                new String(PackSource.find("aze").file("examples/statements/statements.csv"), StandardCharsets.UTF_8),
                false,
                false);
        var leyla = site.signedIn("leyla");

        for (var language : new String[] {"en", "az", "ru"}) {
            for (var address : new String[] {"/statements", "/statements/conflicts", "/statements/series"}) {
                var answer = leyla.get(address + "?lang=" + language);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
            }
        }
        assertThat(leyla.get("/statements/series?step=cumulative").statusCode()).isEqualTo(200);
    }
}
