// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.Clearground.WRONG_CALL;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report from the day it comes to the day it is taken back, and what the figures say at each. */
class ReportLifeTest {

    private final Path desk;
    private final DistrictOffice office;

    ReportLifeTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    private Path on(String name) {
        return desk.resolve(name);
    }

    private void theWeekSays(int mines, String... more) {
        var arguments = new java.util.ArrayList<Object>(java.util.List.of("--week", "2024-W18"));
        arguments.addAll(java.util.List.of(more));
        var told = office.call("bulletin", arguments.toArray()).with(DONE);
        assertThat(told.out().lines().filter(line -> line.startsWith("  Anti-tank mines")))
                .singleElement()
                .asString()
                .endsWith(" " + mines);
    }

    private String reportId(String number) {
        return office.text("select report_id from report where report_no = '" + number + "' order by id desc limit 1");
    }

    @Test
    void theSameFileTwiceAddsNothingAndSaysSo() throws Exception {
        var file = csv(on("a.csv"), report("A-1").found(4, "AV_MINE"));
        office.approve(file).with(DONE);

        office.unchangedBy(() -> office.approve(file).with(DONE).saying("imported before", "nothing was added"));
        var underAnotherName = Files.copy(file, on("again.csv"));
        office.unchangedBy(() -> office.approve(underAnotherName).with(DONE).saying("imported before"));
        theWeekSays(4);
    }

    @Test
    void aDryRunShowsEverythingAndKeepsNothing() {
        var file = csv(
                on("a.csv"), report("A-1").found(4, "AV_MINE"), report("A-2").with("quantity", "0"));

        office.unchangedBy(() -> office.approve(file, "--dry-run")
                .with(NEEDS_A_PERSON)
                .saying(
                        "dry run, nothing is kept",
                        "2 reports, 1 approved, 1 blocked",
                        "ANTI_TANK_MINE=4",
                        "QUANTITY_NOT_POSITIVE"));
        office.approve(file).with(NEEDS_A_PERSON).saying("2 reports, 1 approved, 1 blocked");
    }

    @Test
    void theSameReportInAnotherFileIsADuplicateAndCountsOnce() {
        office.approve(csv(on("a.csv"), report("A-1").found(4, "AV_MINE"))).with(DONE);
        office.approve(csv(
                        on("b.csv"),
                        report("A-1").found(4, "AV_MINE"),
                        report("B-2").found(1, "AV_MINE")))
                .finding("DUPLICATE_REPORT")
                .saying("1 approved, 1 blocked");
        theWeekSays(5);
    }

    @Test
    void aCorrectionReplacesTheEarlierReportFromThenOn() {
        office.approve(csv(on("a.csv"), report("A-1").found(4, "AV_MINE"))).with(DONE);
        var between = office.text("select strftime('%Y-%m-%dT%H:%M:%fZ', max(known_from_ms) / 1000.0 + 0.001,"
                + " 'unixepoch') from finds");
        office.approve(csv(on("b.csv"), report("A-1").found(9, "AV_MINE")))
                .finding("CORRECTS_REPORT")
                .saying("1 approved");

        theWeekSays(9);
        theWeekSays(4, "--known-at", between);
        theWeekSays(0, "--known-at", "2020-01-01T00:00:00Z");
        assertThat(office.texts("select status from report order by id")).containsExactly("CORRECTED", "APPROVED");
    }

    @Test
    void aReportWaitsUntilSomebodyApprovesIt() {
        office.takeIn(csv(on("a.csv"), report("A-1").found(4, "AV_MINE")))
                .with(DONE)
                .saying("0 approved", "1 waiting for review");
        theWeekSays(0);

        office.decide("approve", reportId("A-1")).with(DONE);

        theWeekSays(4);
        office.unchangedBy(() -> office.decide("approve", reportId("A-1")).refusing(WRONG_CALL, "is APPROVED"));
    }

    @Test
    void aReportIsReturnedWithAReasonAndDoesNotCount() {
        office.takeIn(csv(on("a.csv"), report("A-1"))).with(DONE);
        office.unchangedBy(() -> office.decide("return", reportId("A-1")).refusing(WRONG_CALL, "--reason"));

        office.decide("return", reportId("A-1"), "--reason", "wrong district").with(DONE);

        assertThat(office.text("select status || ': ' || reason from report")).isEqualTo("RETURNED: wrong district");
        theWeekSays(0);
        office.approve(csv(on("b.csv"), report("A-1").with("district", "Fuzuli")))
                .with(DONE);
        theWeekSays(1);
    }

    @Test
    void aWithdrawnReportStandsInThePastOnly() {
        office.approve(csv(on("a.csv"), report("A-1").found(4, "AV_MINE"))).with(DONE);
        var before = office.text("select strftime('%Y-%m-%dT%H:%M:%fZ', max(known_from_ms) / 1000.0 + 0.001,"
                + " 'unixepoch') from finds");

        office.decide("withdraw", reportId("A-1"), "--reason", "counted by MES too")
                .with(DONE);

        theWeekSays(0);
        theWeekSays(4, "--known-at", before);
        office.verify().with(DONE);
    }

    @Test
    void aReportSentAgainAfterItsWithdrawalCountsAgain() {
        office.approve(csv(on("a.csv"), report("A-1").found(4, "AV_MINE"))).with(DONE);
        office.decide("withdraw", reportId("A-1"), "--reason", "mistake").with(DONE);

        office.approve(csv(
                        on("b.csv"),
                        report("A-1").found(4, "AV_MINE"),
                        report("A-2").found(1, "AV_MINE")))
                .with(DONE)
                .saying("2 approved");
        theWeekSays(5);
    }

    @Test
    void aWithdrawnCorrectionLeavesTheNumberWithoutAnyFigure() {
        office.approve(csv(on("a.csv"), report("A-1").found(4, "AV_MINE"))).with(DONE);
        office.approve(csv(on("b.csv"), report("A-1").found(9, "AV_MINE"))).with(NEEDS_A_PERSON);

        office.decide("withdraw", reportId("A-1"), "--reason", "mistake").with(DONE);

        theWeekSays(0);
    }

    @Test
    void aBlockedReportCannotBeApprovedByHand() {
        office.takeIn(csv(on("a.csv"), report("A-1").with("quantity", "0"))).with(NEEDS_A_PERSON);

        office.unchangedBy(
                () -> office.decide("approve", reportId("A-1")).refusing(WRONG_CALL, "1 blocking", "return it"));
    }

    @Test
    void oneWrongIdDecidesOnNone() {
        office.takeIn(csv(on("a.csv"), report("A-1"))).with(DONE);
        var unknown = new java.util.UUID(1, 2);

        office.unchangedBy(
                () -> Clearground.run("reports", "approve", reportId("A-1"), unknown, "--data", office.directory())
                        .with(WRONG_CALL));
        office.unchangedBy(() -> office.decide("approve", "A-1").refusing(WRONG_CALL, "\"A-1\" is no report's id"));
        office.unchangedBy(() -> office.decide("shred", reportId("A-1")).refusing(WRONG_CALL, "shred"));
    }

    @Test
    void anotherMappingReadsTheSameFileAnewUntilSomethingIsDecided() {
        var file = csv(on("a.csv"), report("A-1").with("category", "shell"));
        office.takeIn(file).finding("UNKNOWN_CATEGORY");
        var mapping = WrittenReport.file(on("m.yaml"), "values: {category: {shell: UXO_PROJECTILE}}");

        office.approve(file, "--mapping", mapping).with(DONE).saying("1 approved");
        assertThat(office.texts("select status from report order by id")).containsExactly("REREAD", "APPROVED");

        var other = WrittenReport.file(on("n.yaml"), "values: {category: {shell: UXO_MORTAR}}");
        office.unchangedBy(() -> office.approve(file, "--mapping", other).refusing(WRONG_CALL, "imported before"));
    }
}
