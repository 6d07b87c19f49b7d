// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;
import static org.clearground.acceptance.WrittenReport.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every register is made from the ledger alone: dropped and made again, it is the same row for row. */
class RebuildTest {

    private static final String SQUARE =
            "POLYGON ((46.93 39.98, 46.931 39.98, 46.931 39.981, 46.93 39.981, 46.93 39.98))";

    private final Path desk;
    private final DistrictOffice office;

    RebuildTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    private void rebuildGivesTheSame() {
        var before = office.registers();
        office.call("rebuild").with(DONE).saying("Rebuilt from");
        var after = office.registers();

        for (var register : DistrictOffice.REGISTERS) {
            assertThat(after.get(register)).as("rows of %s", register).isEqualTo(before.get(register));
        }
        office.verify().with(DONE);
    }

    private String reportId(String number) {
        return office.text("select report_id from report where report_no = '" + number + "' order by id desc limit 1");
    }

    @Test
    void afterInit() {
        rebuildGivesTheSame();
    }

    @Test
    void afterImportsWithFindings() throws IOException {
        office.approve(csv(
                        desk.resolve("a.csv"),
                        report("A-1").clearing("0.95", SQUARE).with("point", "39.9805 46.9305"),
                        report("A-2").with("quantity", "0"),
                        report("A-3").with("district", "Aghdamm"),
                        report("A-4").without("found_on").with("declared_area_ha", "12.5"),
                        report("A-5").with("weather", "rain").with("model", "\"quoted\", Ağdam \uD83D\uDE00")))
                .with(NEEDS_A_PERSON);
        Workbooks.writeAsOdk(desk.resolve("b.xlsx"), reports("B", 5));
        office.takeIn(desk.resolve("b.xlsx")).with(DONE);
        rebuildGivesTheSame();
    }

    @Test
    void afterCorrectionsReturnsAndWithdrawals() {
        office.approve(csv(desk.resolve("a.csv"), report("A-1").found(4, "AV_MINE"), report("A-2"), report("A-3")))
                .with(DONE);
        office.approve(csv(desk.resolve("b.csv"), report("A-1").found(9, "AV_MINE")))
                .with(NEEDS_A_PERSON);
        office.takeIn(csv(
                        desk.resolve("c.csv"),
                        report("C-1"),
                        report("C-2"),
                        report("A-2").found(3, "FUZE")))
                .with(NEEDS_A_PERSON);
        office.decide("return", reportId("C-1"), "--reason", "wrong day").with(DONE);
        office.decide("approve", reportId("C-2")).with(DONE);
        office.decide("withdraw", reportId("C-2"), "--reason", "mistake").with(DONE);
        office.decide("withdraw", reportId("A-3"), "--reason", "mistake").with(DONE);
        office.decide("approve", reportId("A-2")).with(DONE);
        rebuildGivesTheSame();
    }

    @Test
    void afterACorrectionWithinOneFileOfPendingReports() {
        office.takeIn(csv(desk.resolve("a.csv"), report("A-1").found(4, "AV_MINE"), report("A-2")))
                .with(DONE);
        office.takeIn(csv(desk.resolve("b.csv"), report("A-1").found(5, "AV_MINE")))
                .with(DONE);
        office.decide("approve", reportId("A-1")).with(DONE);
        rebuildGivesTheSame();
    }

    @Test
    void afterAnotherReadingOfTheSameFile() {
        var file = csv(desk.resolve("a.csv"), report("A-1").with("category", "shell"), report("A-2"));
        office.takeIn(file).finding("UNKNOWN_CATEGORY");
        var mapping = WrittenReport.file(desk.resolve("m.yaml"), "values: {category: {shell: UXO_PROJECTILE}}");
        office.takeIn(file, "--mapping", mapping).with(DONE).saying("2 waiting for review");
        office.decide("approve", reportId("A-1")).with(DONE);
        rebuildGivesTheSame();
    }

    @Test
    void afterAFileOfManyReports() {
        office.approve(csv(
                        desk.resolve("many.csv"),
                        reports("M", 6_000).stream()
                                .map(report -> report.with("model", "TM-62M ".repeat(30))
                                        .with("point", "39.9805 46.9305"))
                                .toList()))
                .with(DONE)
                .saying("6,000 approved");
        rebuildGivesTheSame();
    }

    @Test
    void whenRegistersWereChangedByHand() {
        office.approve(csv(desk.resolve("a.csv"), report("A-1").found(4, "AV_MINE")))
                .with(DONE);
        var right = office.registers();
        office.tamper("update report set status = 'PENDING', district = 'AZ-LAC'", "delete from finding");

        office.call("rebuild").with(DONE);

        assertThat(office.registers()).isEqualTo(right);
    }
}
