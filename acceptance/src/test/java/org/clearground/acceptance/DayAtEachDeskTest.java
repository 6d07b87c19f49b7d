// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.WrittenReport.report;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What each of the authority's people, and somebody of the public, come to do on a day, from their first page on. */
class DayAtEachDeskTest extends DemoInBrowser {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Test
    void anOfficerCorrectsWhatAReviewerReturned() {
        try (var officer = desk("fixer", "operator-officer", "--org", "MES");
                var reviewer = desk("returner", "reviewer")) {
            var file = directory().resolve("returned.csv");
            WrittenReport.csv(file, List.of(report("R-7").with("organisation", "MES")));
            officer.go("/import?lang=en");
            officer.page().setInputFiles("#file", file);
            press(officer.page(), "form[enctype] button[type=submit]");
            press(officer.page(), "form[action$='/columns'] button.button[type=submit] >> nth=-1");
            press(officer.page(), "button[value=ALL], button[value=GOOD] >> nth=0");

            reviewer.go("/?lang=en");
            follow(reviewer, "wait for your decision or signature");
            press(
                    reviewer.page(),
                    reviewer.page().locator("tr:has-text('R-7') a").first());
            reviewer.page().fill("#reason", "The team is missing.");
            press(reviewer.page(), "form[action$='/return'] button[type=submit]");

            officer.go("/?lang=en");
            follow(officer, "reports were returned to their sender");
            press(officer.page(), officer.page().locator("tr:has-text('R-7') a").first());
            assertThat(officer.page().content()).contains("The team is missing.");
            officer.picture("day-returned");
            press(officer.page(), "form[action='/enter/corrections'] button[type=submit]");
            officer.page().fill("[name='a.team']", "Team 4");
            send(officer.page());
            assertThat(officer.page().content()).contains("Team 4", "R-7");

            reviewer.go("/review?lang=en");
            assertThat(reviewer.page().locator("tr:has-text('R-7')").count()).isEqualTo(1);
            allIsWell(officer, reviewer);
        }
    }

    @Test
    void aPlannerFindsGroundAndSendsATaskOrder() {
        try (var planner = desk("planner", "operations-planner")) {
            var page = planner.page();
            planner.go("/?lang=en");
            follow(planner, "alerts on released ground");
            assertThat(page.content()).contains("SAMPLE-CHA-1");

            planner.go("/registers/hazards?lang=en");
            page.selectOption("select[name=district]", "AZ-AGM");
            press(page, "form.filter button[type=submit]");
            follow(planner, "Map");
            page.waitForSelector(".mapped[data-drawn=yes]");
            assertThat(page.url()).contains("district=AZ-AGM");
            planner.picture("day-planner-map");

            planner.go("/land/hazards/SAMPLE-SHA-1?lang=en");
            assertThat(page.content()).contains("SAMPLE-SHA-1", "m²");
            planner.go("/land?from=2024-01-01&to=2024-12-31&district=AZ-AGM&lang=en");
            assertThat(page.content()).contains("Closing balance");
            planner.picture("day-planner-balance");

            planner.go("/enter/task?lang=en");
            page.fill("[name='a.report_no']", "T-77");
            answer(page, "a.organisation", "MES");
            page.fill("[name='a.issued_on']", "06.05.2024");
            answer(page, "a.activity_type", "manual_clearance");
            page.fill("[name='a.hazard_code']", "SAMPLE-SHA-1");
            page.fill("[name='a.district']", "Ağdam");
            send(page);
            assertThat(page.content()).contains("T-77");
            assertThat(planner.barriers()).isEmpty();
            allIsWell(planner);
        }
    }

    @Test
    void anInspectorWritesAVisitAndClosesAnAlert() {
        try (var inspector = desk("inspector", "quality-inspector")) {
            var page = inspector.page();
            inspector.go("/enter/qc-visit?lang=en");
            page.fill("[name='a.report_no']", "QC-77");
            answer(page, "a.organisation", "ANAMA");
            answer(page, "a.inspected", "MES");
            page.fill("[name='a.visited_on']", "06.05.2024");
            page.fill("[name='a.hazard_code']", "SAMPLE-SHA-1");
            page.fill("[name='a.district']", "Ağdam");
            answer(page, "a.severity", "none");
            send(page);

            inspector.go("/land/alerts?lang=en");
            page.locator("a[href^='/land/alerts/A-']").first().click();
            page.waitForLoadState();
            page.fill("form[action$='/close'] textarea", "Looked at again; the lot was searched to the depth ordered.");
            press(page, "form[action$='/close'] button[type=submit]");
            inspector.go("/land/alerts?lang=en&closed=yes");
            assertThat(page.content()).contains("the lot was searched to the depth ordered");
            inspector.picture("day-inspector");
            allIsWell(inspector);
        }
    }

    @Test
    void aPublisherPreparesACommitteeSignsAndThePublicReads() {
        try (var publisher = desk("publisher", "publisher");
                var committee = desk("committee", "release-committee");
                var reader = stranger()) {
            publisher.go("/editions?lang=en");
            publisher.page().fill("#week", "2024-W18");
            press(publisher.page(), "form[action='/editions'] button[type=submit]");
            var edition = publisher.page().url().replaceFirst(".*?/editions/", "/editions/");
            committee.go(edition);
            press(committee.page(), "form[action$='/sign'] button[type=submit]");

            reader.go("/public/");
            assertThat(reader.page().content()).contains("2024");
            assertThat(reader.barriers()).isEmpty();
            reader.picture("day-public");
            allIsWell(publisher, committee, reader);
        }
    }

    @Test
    void anAdministratorGivesAnAccountAndHasTheLedgerVerified() {
        try (var administrator = desk("clerk", "administrator")) {
            var page = administrator.page();
            administrator.go("/accounts?lang=en");
            page.fill("#name", "newcomer");
            page.selectOption("#role", "auditor");
            press(page, "form[action='/accounts'] button[type=submit]");
            var link = Pattern.compile(Pattern.quote(site().origin()) + "/sign-in/link/[\\w-]+")
                    .matcher(page.content());
            assertThat(link.find()).as("the link by which a password is set").isTrue();
            try (var newcomer = stranger().signInFirst(link.group(), "newcomer")) {
                newcomer.go("/accounts/events?lang=en");
                assertThat(newcomer.page().content()).contains("newcomer");
                allIsWell(newcomer);
            }

            administrator.go("/administration?lang=en");
            press(page, "form[action='/administration/verify'] button[type=submit]");
            page.waitForCondition(() -> {
                administrator.go("/administration?lang=en");
                return page.content().contains("Everything looked at holds");
            });
            administrator.picture("day-administrator");
            allIsWell(administrator);
        }
    }

    /** From a figure to the bytes that came in, whose digest the auditor works out alone. */
    @Test
    void anAuditorFollowsAFigureToTheFileAsReceived() throws IOException {
        try (var auditor = desk("auditor", "auditor")) {
            var page = auditor.page();
            auditor.go("/figures/anti-tank-mines-found?from=2024-04-29&to=2024-05-05&lang=en");
            press(page, page.locator("main a[href^='/reports/']").first());
            press(page, page.locator("main a[href^='/submissions/']").first());
            var digest = DIGEST.matcher(page.url());
            assertThat(digest.find()).isTrue();
            var content = page.request()
                    .get(site().origin() + "/submissions/" + digest.group() + "/content", RequestOptions.create());
            assertThat(content.status()).isEqualTo(200);
            assertThat(sha256(content.body())).isEqualTo(digest.group());
            auditor.picture("day-auditor");
            allIsWell(auditor);
        }
    }

    /** Sends what was typed, warnings or not. */
    private static void send(Page page) {
        press(page, "button[value=send]");
        if (page.locator("button[value=anyway]").count() > 0) {
            press(page, "button[value=anyway] >> nth=0");
        }
        assertThat(page.url()).contains("/reports/");
    }

    private static void follow(Desk desk, String text) {
        press(
                desk.page(),
                desk.page()
                        .locator("main a", new Page.LocatorOptions().setHasText(text))
                        .first());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
