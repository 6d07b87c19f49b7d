// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void anEmptyStoreHasNothingThatWaits() {
        try (var site = new ExampleSite(directory)) {
            assertThat(site.page("/"))
                    .contains("Nothing waits for you.")
                    .contains("href=\"/registers?lang=en\"")
                    .doesNotContain("The newest week");
        }
    }

    @Test
    void whatWaitsIsCountedAndLeadsToIt() {
        try (var site = new ExampleSite(directory)) {
            site.send(
                    "a.csv",
                    ExampleSite.HEADING
                            + ExampleSite.row("A-1", "1", "AP_BLAST", 2, false)
                            + ExampleSite.row("A-2", "1", "AP_BLAST", 3, false)
                            + ExampleSite.row("A-3", "1", "AP_BLAST", -3, false),
                    false);

            assertThat(lines(site.page("/")))
                    .contains(">3</span> <span>reports wait for your decision or signature<")
                    .contains(">1</span> <span>reports cannot be approved as they are<")
                    .contains("href=\"/reports?status=PENDING&amp;lang=en\"");
        }
    }

    /** What it sent covers 2024 only; what another body sent does not count for it. */
    @Test
    void whoSendsReportsIsToldOfWeeksWithout() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1.5", "AP_BLAST", 12, false), true);
            site.account("mes", Role.OPERATOR_OFFICER, "MES");
            site.account("mod", Role.OPERATOR_OFFICER, "MOD");

            assertThat(lines(home(site, "mes")))
                    .containsPattern(
                            "[0-9+]+</span> <span>weeks that ended since the last report of your organisation");
            assertThat(home(site, "mod")).contains("Nothing waits for you.");
        }
    }

    @Test
    void theNewestWeekIsThatOfApprovedReports() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1.5", "AP_BLAST", 12, false), true);

            assertThat(lines(site.page("/"))).contains("The newest week").contains("<p class=\"value\">12</p>");
        }
    }

    @Test
    void whoHasNotSignedInReadsNoFigureAndNoCount() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", ExampleSite.HEADING + ExampleSite.row("A-1", "1.5", "AP_BLAST", 12, false), true);
            site.send("b.csv", ExampleSite.HEADING + ExampleSite.row("A-2", "1.5", "AP_BLAST", 12, false), false);
            site.application().store().<Boolean>write(transaction -> {
                new Accounts(transaction, site.application().clock())
                        .add(new Account("aysel", Role.AUDITOR, null, new TreeSet<>(), false), "test");
                return true;
            });

            assertThat(site.page("/"))
                    .contains("href=\"/sign-in?lang=en\"")
                    .contains("href=\"/land/verify?lang=en\"")
                    .doesNotContain(
                            "reports can be decided on",
                            "wait for your decision",
                            "The newest week",
                            "href=\"/registers");
        }
    }

    private static String home(ExampleSite site, String name) {
        return site.signedIn(name).get("/?lang=en").body();
    }

    /** Without the ends of lines that templates leave. */
    private static String lines(String page) {
        return page.replaceAll("\\s*\\n\\s*", "");
    }
}
