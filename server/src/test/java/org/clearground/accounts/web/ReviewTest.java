// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.clearground.commands.Application;
import org.clearground.errors.ProblemException;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are decided on by pages: who may, what is seen before, and what follows. A real store, a real server. */
class ReviewTest {

    private static final String XSS = "<img src=x onerror=alert(1)>\"><svg/onload=alert(1)>";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern EFFECT = Pattern.compile("<tr><th scope=\"row\">([^<]+)</th>"
            + "<td class=\"number\">([^<]*)</td><td class=\"number\">([^<]*)</td>");

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    private int files;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        site.account("admin", Role.ADMINISTRATOR, null);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void change(java.util.function.Consumer<Accounts> what) {
        site.application().store().<Boolean>write(transaction -> {
            what.accept(new Accounts(transaction, site.application().clock()));
            return true;
        });
    }

    private ImportResult send(String form, String text, String actor) {
        try {
            var file = Files.writeString(
                    directory.resolve("f" + ++files + (form.equals("progress") ? ".csv" : ".json")), text);
            return site.application()
                    .reportImport()
                    .run(
                            new ImportRequest(file, form, null, Mapping.NONE, false, false, actor),
                            site.application().country(),
                            count -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ImportResult progress(String actor, String... rows) {
        return send("progress", ExampleSite.HEADING + String.join("", rows), actor);
    }

    private static String row(String number) {
        return ExampleSite.row(number, "1.5", "AV_MINE", 2, false);
    }

    private ReportQueries.Summary report(String number) {
        return site.application().store().read(transaction -> new ReportQueries(transaction)
                .list(null, null, 0, 1000).stream()
                        .filter(report -> number.equals(report.number()))
                        .reduce((first, second) -> second)
                        .orElseThrow());
    }

    private String page(String number) {
        return "/reports/" + report(number).id();
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        return found.find() ? found.group(1) : "nothing was seen";
    }

    /** Fills the form of a report's page as it stands now. */
    private HttpResponse<String> decide(String who, String number, String what, String... more) {
        var browser = site.browser(who);
        var page = browser.get(page(number)).body();
        var form = new HashMap<String, String>();
        form.put("seen", seen(page));
        form.put("_csrf", Browser.token(browser.get("/account").body()));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return browser.post(page(number) + "/" + what, form);
    }

    private String head() {
        return site.application().store().read(transaction -> transaction
                .sql()
                .sql("select hash from ledger_head")
                .query(String.class)
                .single());
    }

    private static Map<String, List<String>> effects(String page) {
        var effects = new HashMap<String, List<String>>();
        var found = EFFECT.matcher(page);
        while (found.find()) {
            effects.put(
                    found.group(1),
                    List.of(found.group(2).strip(), found.group(3).strip()));
        }
        return effects;
    }

    @Test
    void whatApprovingWouldChangeIsWhatItChanges() {
        site.account("rena", Role.REVIEWER, null);
        progress("olga", row("A-1"), row("A-2"));
        assertThat(decide("rena", "A-1", "approve").statusCode()).isEqualTo(303);
        var before = head();

        var page = site.browser("rena").get(page("A-2")).body();

        assertThat(page).contains("What approving would change");
        var effects = effects(page);
        assertThat(effects.get("Anti-tank mines")).isEqualTo(List.of("2", "4"));
        assertThat(head()).isEqualTo(before);
        assertThat(report("A-2").status()).isEqualTo(ReportStatus.PENDING);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();

        assertThat(decide("rena", "A-2", "approve").statusCode()).isEqualTo(303);

        assertThat(report("A-2").status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(report("A-2").decidedBy()).isEqualTo("rena");
        var bulletin = site.browser("rena").get("/api/bulletins/2024-W18").body();
        assertThat(bulletin).contains("\"items\" : 4").contains("\"squareMetres\" : 30000");

        var withdrawal =
                effects(site.browser("rena").get(page("A-2") + "/withdraw").body());
        assertThat(withdrawal.get("Anti-tank mines")).isEqualTo(List.of("4", "2"));
        assertThat(report("A-2").status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(decide("rena", "A-2", "withdraw").statusCode()).isEqualTo(400);
        var browser = site.browser("rena");
        var form = browser.get(page("A-2") + "/withdraw").body();
        assertThat(browser.post(
                                page("A-2") + "/withdraw",
                                Map.of("_csrf", Browser.token(form), "seen", seen(form), "reason", "wrong " + XSS))
                        .statusCode())
                .isEqualTo(303);
        assertThat(report("A-2").status()).isEqualTo(ReportStatus.WITHDRAWN);
        assertThat(browser.get("/api/bulletins/2024-W18").body()).contains("\"squareMetres\" : 15000");
        assertThat(browser.get(page("A-2")).body()).doesNotContain("<img").doesNotContain("<svg/");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    /** An import may take minutes; whoever looks at a report meanwhile sees it, and that its effect must wait. */
    @Test
    void whileSomebodyWritesTheReportIsShownWithoutItsEffect() {
        site.account("rena", Role.REVIEWER, null);
        progress("olga", row("A-1"));
        var page = page("A-1");
        var said = "What would change cannot be worked out now";
        assertThat(site.browser("rena").get(page).body()).contains("What approving would change", "Worked out by");

        site.application().store().<Boolean>write(transaction -> {
            assertThat(site.browser("rena").get(page).body()).contains(said).doesNotContain("Worked out by");
            return true;
        });
        try (var command = Application.open(directory.resolve("store"))) {
            command.store().<Boolean>write(transaction -> {
                assertThat(site.browser("rena").get(page).body()).contains(said);
                return true;
            });
        }

        assertThat(site.browser("rena").get(page).body())
                .contains("Worked out by")
                .doesNotContain(said);
    }

    @Test
    void eachRoleDecidesWhatIsItsAndNothingElse() {
        progress("olga", row("A-0"));
        for (var role : Role.values()) {
            if (role == Role.PUBLIC || role == Role.ADMINISTRATOR) {
                continue;
            }
            var name = role.code();
            site.account(name, role, role.isOfOneOrganisation() ? "MES" : null);
            var number = "R-" + name;
            progress("someone", row(number));
            var may = EnumSet.noneOf(Action.class);
            for (var action : List.of(Action.SIGN, Action.DECIDE, Action.COMMENT)) {
                if (Rights.scope(role, new Right(Resource.REPORT, action)).isPresent()) {
                    may.add(action);
                }
            }

            assertThat(decide(name, number, "comments", "said", "seen it").statusCode())
                    .as("%s comments", role)
                    .isEqualTo(may.contains(Action.COMMENT) ? 303 : 403);
            assertThat(decide(name, number, "withdraw", "reason", "no").statusCode())
                    .as("%s withdraws what is not approved", role)
                    .isEqualTo(may.contains(Action.DECIDE) ? 400 : 403);
            assertThat(decide(name, number, "return", "reason", "mend it").statusCode())
                    .as("%s returns", role)
                    .isEqualTo(may.contains(Action.DECIDE) ? 303 : 403);
            assertThat(report(number).status())
                    .isEqualTo(may.contains(Action.DECIDE) ? ReportStatus.RETURNED : ReportStatus.PENDING);
            var approving = "S-" + name;
            progress("someone", row(approving));
            assertThat(decide(name, approving, "approve").statusCode())
                    .as("%s approves", role)
                    .isEqualTo(role == Role.REVIEWER ? 303 : 403);
            assertThat(report(approving).status())
                    .isEqualTo(role == Role.REVIEWER ? ReportStatus.APPROVED : ReportStatus.PENDING);
            var queue = site.browser(name).get("/review");
            assertThat(queue.statusCode()).as("%s", role).isEqualTo(may.contains(Action.SIGN) ? 200 : 403);
            assertThat(queue.body().contains("A-0")).as("%s", role).isEqualTo(role == Role.REVIEWER);
        }
        assertThat(new Browser(site.port()).get("/review").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyDecidesOnWhatTheySentInUnlessItIsGranted() {
        site.account("rena", Role.REVIEWER, null);
        progress("rena", row("A-1"));

        assertThat(site.browser("rena").get("/review").body()).doesNotContain("A-1");
        assertThat(site.browser("rena").get(page("A-1")).body()).contains("You sent it in yourself");
        var refused = decide("rena", "A-1", "approve");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("does not decide on it");
        assertThat(decide("rena", "A-1", "return", "reason", "x").statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> site.application()
                        .decisions()
                        .decide(Decision.APPROVE, List.of(report("A-1").id()), null, new Decider("rena", null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not decide on it");
        assertThat(report("A-1").status()).isEqualTo(ReportStatus.PENDING);

        change(accounts -> accounts.letDecideOwn("rena", true, "test"));

        assertThat(site.browser("rena").get("/review").body()).contains("A-1");
        assertThat(decide("rena", "A-1", "approve").statusCode()).isEqualTo(303);
        assertThat(report("A-1").status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void theCommandNamesAnAccountThatMayDecideOnceThereAreAccounts() {
        site.account("rena", Role.REVIEWER, null);
        site.account("gone", Role.REVIEWER, null);
        site.account("omar", Role.OPERATIONS_PLANNER, null);
        change(accounts -> accounts.disable("gone", true, "test"));
        progress("olga", row("A-1"));
        var decisions = site.application().decisions();
        var one = List.of(report("A-1").id());

        for (var who : List.of("nobody", "gone", "omar", "admin")) {
            assertThatThrownBy(() -> decisions.decide(Decision.APPROVE, one, null, new Decider(who, null)))
                    .as(who)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(who);
        }
        assertThatThrownBy(() -> decisions.decide(Decision.APPROVE, one, null, new Decider("rena", "AUTHORITY")))
                .hasMessageContaining("DECIDED_BY_ITS_OFFICE");
        assertThatThrownBy(() -> site.send("b.csv", ExampleSite.HEADING + row("B-1"), true))
                .isInstanceOf(ProblemException.class);
        assertThat(report("A-1").status()).isEqualTo(ReportStatus.PENDING);
        assertThat(decisions
                        .decide(Decision.APPROVE, one, null, new Decider("rena", null))
                        .decided())
                .isEqualTo(1);
    }

    private static final String SQUARE =
            "POLYGON ((46.95 40.00, 46.952 40.00, 46.952 40.002, 46.95 40.002, 46.95 40.00))";

    private void suspected(String actor, String number) {
        send(
                "hazard",
                "[{\"report_no\":\"" + number + "\",\"organisation\":\"MES\",\"survey_type\":\"non_technical_survey\","
                        + "\"surveyed_on\":\"2024-04-02\",\"outcome\":\"suspected\",\"hazard_code\":\"EX-1\","
                        + "\"eo_category\":\"AP_BLAST\",\"ground\":\"" + SQUARE
                        + "\",\"evidence\":[{\"evidence_no\":\"E1\",\"evidence_kind\":\"fragments\","
                        + "\"directness\":\"indirect\"}]}]",
                actor);
    }

    private void cancelled(String actor, String number, String day) {
        send(
                "hazard",
                "[{\"report_no\":\"" + number + "\",\"organisation\":\"MES\",\"survey_type\":\"non_technical_survey\","
                        + "\"surveyed_on\":\"" + day + "\",\"outcome\":\"cancelled\",\"ground\":\"" + SQUARE
                        + "\",\"interviews\":\"yes\",\"records_checked\":\"yes\",\"imagery_checked\":\"yes\","
                        + "\"use_history_checked\":\"yes\"}]",
                actor);
    }

    @Test
    void landBecomesUsableByTwoPersonsOfItsOffice() {
        site.account("rena", Role.REVIEWER, null);
        site.account("omar", Role.OPERATIONS_PLANNER, null);
        site.account("cavid", Role.RELEASE_COMMITTEE, null);
        site.account("cemile", Role.RELEASE_COMMITTEE, null);
        change(accounts -> accounts.letDecideOwn("cemile", true, "test"));
        suspected("olga", "H-1");

        assertThat(site.browser("rena").get("/review").body()).doesNotContain("H-1");
        assertThat(site.browser("omar").get("/review").body()).contains("H-1");
        assertThat(decide("rena", "H-1", "approve").statusCode()).isEqualTo(403);
        var effect = effects(site.browser("omar").get(page("H-1")).body());
        assertThat(decide("omar", "H-1", "approve").statusCode()).isEqualTo(303);
        assertThat(report("H-1").status()).isEqualTo(ReportStatus.APPROVED);
        var closing = effect.get("Closing balance");
        assertThat(closing).isNotNull();
        assertThat(site.browser("rena")
                        .get("/land?from=2024-04-01&to=2024-04-07")
                        .body())
                .contains(java.util.Objects.requireNonNull(closing).get(1).replace(" m²", ""));

        // a grant does not reach what makes land usable
        cancelled("cemile", "C-2", "2024-04-29");
        assertThat(decide("cemile", "C-2", "approve").statusCode()).isEqualTo(403);

        cancelled("olga", "C-1", "2024-04-30");
        assertThat(site.browser("omar").get("/review").body()).doesNotContain("C-1");
        assertThat(decide("omar", "C-1", "approve").statusCode()).isEqualTo(403);
        assertThat(site.browser("cavid").get(page("C-1")).body()).contains(">Sign</button>");
        assertThat(decide("cavid", "C-1", "approve").statusCode()).isEqualTo(303);
        assertThat(report("C-1").status()).isEqualTo(ReportStatus.PENDING);

        assertThat(site.browser("cavid").get("/review").body()).doesNotContain("C-1");
        assertThat(site.browser("cavid").get(page("C-1")).body()).contains("You have signed it");
        var twice = decide("cavid", "C-1", "approve");
        assertThat(twice.statusCode()).isEqualTo(403);
        assertThat(twice.body()).contains("TWO_PERSONS_MAKE_LAND_USABLE");

        assertThat(site.browser("cemile").get("/review").body()).contains("C-1").contains("cavid");
        assertThat(site.browser("cemile").get(page("C-1")).body()).contains(">Approve</button>");
        assertThat(decide("cemile", "C-1", "approve").statusCode()).isEqualTo(303);
        assertThat(report("C-1").status()).isEqualTo(ReportStatus.APPROVED);

        assertThat(site.application().rebuild().firstDifference()).isEmpty();
        site.application().rebuild().run();
        assertThat(site.browser("cavid").get("/review").body()).contains("C-2");
    }

    @Test
    void aDecisionOnWhatChangedMeanwhileIsRefusedWithWhatStandsNow() {
        site.account("rena", Role.REVIEWER, null);
        site.account("rufat", Role.REVIEWER, null);
        progress("olga", row("A-1"));
        var browser = site.browser("rena");
        var page = browser.get(page("A-1")).body();
        assertThat(decide("rufat", "A-1", "return", "reason", "one digit is missing")
                        .statusCode())
                .isEqualTo(303);
        var before = head();

        var late = browser.post(page("A-1") + "/approve", Map.of("_csrf", Browser.token(page), "seen", seen(page)));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("RETURNED").contains("rufat");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void aFormFromElsewhereOrWithoutWhatItNeedsChangesNothing() {
        site.account("rena", Role.REVIEWER, null);
        progress("olga", row("A-1"));
        var browser = site.browser("rena");
        var form = browser.get(page("A-1")).body();
        var token = Browser.token(form);
        var before = head();

        for (var what : List.of("approve", "return", "withdraw", "comments")) {
            assertThat(browser.post(page("A-1") + "/" + what, Map.of("seen", seen(form), "reason", "x", "said", "x"))
                            .statusCode())
                    .as(what)
                    .isEqualTo(403);
        }
        assertThat(browser.post("/review/together", Map.of("report", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post(page("A-1") + "/approve", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post(page("A-1") + "/return", Map.of("_csrf", token, "seen", seen(form)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/reports/banana/approve", Map.of("_csrf", token, "seen", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(decide("rena", "A-1", "comments", "said", "x".repeat(2001)).statusCode())
                .isEqualTo(400);
        assertThat(decide("rena", "A-1", "comments").statusCode()).isEqualTo(400);
        assertThat(browser.get("/review?findings=banana").statusCode()).isEqualTo(400);
        assertThat(browser.get("/review/together").statusCode()).isEqualTo(400);
        assertThat(browser.get("/review?after=x").statusCode()).isEqualTo(400);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void commentsAreReadByAllWhoSeeTheReportAndByNobodyElse() {
        site.account("rena", Role.REVIEWER, null);
        site.account("olga", Role.OPERATOR_OFFICER, "MES");
        site.account("anna", Role.OPERATOR_OFFICER, "ANAMA");
        progress("olga", row("A-1"));

        assertThat(decide("rena", "A-1", "comments", "said", "Which team?\n" + XSS)
                        .statusCode())
                .isEqualTo(303);
        assertThat(decide("olga", "A-1", "comments", "said", "Team 4").statusCode())
                .isEqualTo(303);

        for (var reader : List.of("rena", "olga")) {
            assertThat(site.browser(reader).get(page("A-1")).body())
                    .contains("Which team?", "Team 4")
                    .contains("&lt;img src=x")
                    .doesNotContain("<img")
                    .doesNotContain("<svg/");
        }
        assertThat(site.browser("olga").get("/api" + page("A-1")).body()).contains("\"text\" : \"Team 4\"");
        assertThat(site.browser("anna").get(page("A-1")).statusCode()).isEqualTo(404);
        assertThat(decide("anna", "A-1", "comments", "said", "mine too").statusCode())
                .isEqualTo(404);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
        site.application().rebuild().run();
        assertThat(site.browser("olga").get(page("A-1")).body())
                .contains("Team 4")
                .doesNotContain("mine too");
    }

    @Test
    void manyReportsAreApprovedTogetherAfterTheirSumWasSeen() {
        site.account("rena", Role.REVIEWER, null);
        progress("olga", row("A-1"), row("A-2"), ExampleSite.row("A-3", "1", "BANANA", 2, false));
        suspected("olga", "H-1");
        var browser = site.browser("rena");
        var ids = List.of("A-1", "A-2", "A-3", "H-1").stream()
                .map(number -> "report=" + report(number).id())
                .toList();
        var before = head();

        var preview = browser.get("/review/together?" + String.join("&", ids)).body();

        assertThat(preview).contains("2 of the 4");
        assertThat(effects(preview).get("Anti-tank mines"))
                .satisfies(figures -> assertThat(figures.get(1)).isEqualTo("4"));
        assertThat(head()).isEqualTo(before);
        var form = new HashMap<String, String>();
        form.put("_csrf", Browser.token(preview));
        form.put("seen", seen(preview));
        form.put("report", String.join(",", ids).replace("report=", ""));
        var done = browser.post("/review/together", form);
        assertThat(done.statusCode()).isEqualTo(303);
        var outcome =
                browser.get(done.headers().firstValue("Location").orElseThrow()).body();
        assertThat(outcome)
                .contains("0 of the 4")
                .contains("findings block approval")
                .contains("another office");
        assertThat(List.of("A-1", "A-2", "A-3", "H-1").stream()
                        .map(number -> report(number).status())
                        .toList())
                .containsExactly(
                        ReportStatus.APPROVED, ReportStatus.APPROVED, ReportStatus.PENDING, ReportStatus.PENDING);
        assertThat(browser.get("/api/bulletins/2024-W18").body()).contains("\"items\" : 4");

        assertThat(browser.post("/review/together", form).statusCode()).isEqualTo(409);
    }

    @Test
    void aWholeFileIsApprovedTogether() {
        site.account("rena", Role.REVIEWER, null);
        var sent = progress("olga", row("A-1"), row("A-2"));
        var browser = site.browser("rena");
        var address = "/review/together?submission=" + sent.submission().hex();
        var preview = browser.get(address).body();
        assertThat(preview).contains("2 of the 2");

        assertThat(browser.post(
                                "/review/together",
                                Map.of(
                                        "_csrf",
                                        Browser.token(preview),
                                        "seen",
                                        seen(preview),
                                        "submission",
                                        sent.submission().hex()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(List.of(report("A-1").status(), report("A-2").status())).containsOnly(ReportStatus.APPROVED);
    }

    @Test
    void whoIsKeptToDistrictsDecidesThereAndNowhereElse() {
        site.account("kept", Role.REVIEWER, null, "AZ-FUZ");
        progress("olga", row("A-1"), row("B-1").replace("AZ-AGM", "AZ-FUZ"));

        assertThat(site.browser("kept").get("/review").body()).contains("B-1").doesNotContain("A-1");
        assertThat(decide("kept", "A-1", "approve").statusCode()).isEqualTo(404);
        assertThat(decide("kept", "A-1", "comments", "said", "x").statusCode()).isEqualTo(404);
        assertThat(site.browser("kept").get(page("A-1") + "/withdraw").statusCode())
                .isEqualTo(404);
        assertThat(report("A-1").status()).isEqualTo(ReportStatus.PENDING);
        assertThat(site.browser("kept").get(page("B-1")).body())
                .contains("by how much the totals of the country would move")
                .contains("+2");
        assertThat(decide("kept", "B-1", "approve").statusCode()).isEqualTo(303);
        assertThat(report("B-1").status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void aCorrectionShowsFieldByFieldWhatIsOther() {
        site.account("rena", Role.REVIEWER, null);
        progress("olga", row("A-1"));
        decide("rena", "A-1", "approve");
        progress("olga", ExampleSite.row("A-1", "2.5", "AP_BLAST", 7, false));

        var page = site.browser("rena").get(page("A-1")).body();

        assertThat(page)
                .contains("Difference to the earlier report")
                .contains("<del>1.5</del>")
                .contains("<ins>2.5</ins>")
                .contains("No longer there");
        assertThat(effects(page).get("Anti-tank mines"))
                .satisfies(figures -> assertThat(figures.get(0)).isEqualTo("2"));
    }
}
