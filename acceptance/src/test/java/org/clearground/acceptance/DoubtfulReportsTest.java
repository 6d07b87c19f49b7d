// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.file;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read and cannot be right: taken in, told with row, column and remedy, and kept out of every figure. */
class DoubtfulReportsTest {

    private static final String SQUARE =
            "POLYGON ((46.93 39.98, 46.931 39.98, 46.931 39.981, 46.93 39.981, 46.93 39.98))";
    private final Path desk;
    private final DistrictOffice office;

    DoubtfulReportsTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    private Path on(String name) {
        return desk.resolve(name);
    }

    private void nothingCounts() {
        assertThat(office.number("select count(*) from finds")).isZero();
        assertThat(office.number("select count(*) from activities")).isZero();
        assertThat(office.texts("select distinct status from report")).isSubsetOf("PENDING");
    }

    @Test
    void anUnknownDistrictIsAnsweredWithTheNearest() {
        office.approve(csv(on("a.csv"), report("A-1").with("district", "Aghdamm")))
                .finding("UNKNOWN_DISTRICT")
                .saying("row 2, column district", "“Aghdamm”", "Did you mean AZ-AGM (Aghdam)");
        nothingCounts();
    }

    @Test
    void anOutlineOfAMillionVerticesIsToldInWhateverFile() {
        var ring = IntStream.rangeClosed(0, 1_000_000)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i % 1_000_000) / 1_000_000;
                    return (46.93 + 0.01 * Math.cos(angle)) + " " + (39.98 + 0.01 * Math.sin(angle));
                })
                .collect(Collectors.joining(",", "POLYGON((", "))"));

        office.approve(csv(on("circle.csv"), report("A-1").clearing("1", ring))).finding("TOO_MANY_VERTICES");
        var geoJson = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[["
                + ring.substring("POLYGON((".length(), ring.length() - 2)
                        .replace(",", "],[")
                        .replace(' ', ',')
                + "]]]},\"properties\":{\"report_no\":\"A-2\"}}]}";
        office.approve(file(on("circle.geojson"), geoJson)).finding("TOO_MANY_VERTICES");
        nothingCounts();
    }

    @Test
    void anAnswerOfAMegabyteIsKeptAndDoesNoHarm() {
        office.approve(csv(on("long.csv"), report("A-1").with("quantity", "9".repeat(1 << 20))))
                .finding("UNREADABLE_NUMBER");
        nothingCounts();
    }

    @Test
    void aNumberOfABillionDigitsInJsonIsNotWrittenOut() {
        office.approve(file(on("digits.json"), "[{\"report_no\":\"A-1\",\"declared_area_ha\":1e999999999}]"))
                .finding("UNREADABLE_NUMBER");
        nothingCounts();
    }

    @Test
    void aNumberOfABillionDigitsInAWorkbookIsNotWrittenOut() throws IOException {
        Workbooks.write(on("digits.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("digits.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> Workbooks.cell(sheet, "I2", "<c r=\"I2\"><v>1E999999999</v></c>"));

        office.approve(on("digits.xlsx")).finding("UNREADABLE_NUMBER").saying("row 2", "quantity");
        nothingCounts();
    }

    @Test
    void aDayOfTheYearMillionsInAWorkbookIsNoDay() throws IOException {
        Workbooks.write(on("days.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("days.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replaceFirst("(<c r=\"J2\"[^>]*>)<v>[^<]*</v>", "$1<v>999999999999</v>"));

        office.approve(on("days.xlsx")).finding("UNREADABLE_DATE").saying("row 2", "found_on");
        nothingCounts();
    }

    @Test
    void aFormulaIsToldWithTheValueThatWasRead() throws IOException {
        Workbooks.write(on("formula.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("formula.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> Workbooks.cell(sheet, "I2", "<c r=\"I2\"><f>1+2</f><v>3</v></c>"));

        office.approve(on("formula.xlsx")).finding("FORMULA_CELL").saying("row 2", "=1+2", "1 approved");
        assertThat(office.number("select sum(quantity) from finds")).isEqualTo(3);
    }

    @Test
    void aFormulaWithoutARememberedValueIsAnAbsentQuantity() throws IOException {
        Workbooks.write(on("formula.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("formula.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> Workbooks.cell(sheet, "I2", "<c r=\"I2\"><f>1+2</f></c>"));

        office.approve(on("formula.xlsx")).finding("FORMULA_CELL", "QUANTITY_ABSENT");
        nothingCounts();
    }

    @Test
    void anErrorInAWorkbookCellIsNoNumber() throws IOException {
        Workbooks.write(on("error.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("error.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> Workbooks.cell(sheet, "I2", "<c r=\"I2\" t=\"e\"><v>#REF!</v></c>"));

        office.approve(on("error.xlsx")).finding("UNREADABLE_NUMBER").saying("#REF!");
        nothingCounts();
    }

    @Test
    void aRowLongerThanItsHeadingIsBlocked() {
        var text = WrittenReport.table(",", List.of(report("A-1"))).stripTrailing() + ",stray\n";

        office.approve(file(on("long.csv"), text))
                .finding("ROW_LONGER_THAN_HEADING")
                .saying("stray");
        nothingCounts();
    }

    @Test
    void aColumnThatNoFormAsksForIsTold() {
        office.approve(csv(on("a.csv"), report("A-1").with("weather", "rain")))
                .finding("UNKNOWN_COLUMN")
                .saying("“weather”", "1 approved");
    }

    @Test
    void aReportOfAnotherOrganisationThanTheSenderIsBlocked() {
        office.approve(csv(on("a.csv"), report("A-1")), "--org", "MES")
                .finding("OTHER_ORGANISATION")
                .saying("the file was sent by MES");
        nothingCounts();
    }

    @Test
    void oneBlockedReportDoesNotHoldUpTheOthers() {
        office.approve(csv(
                        on("a.csv"),
                        report("A-1").found(2, "AV_MINE"),
                        report("A-2").with("quantity", "0"),
                        report("A-3").found(5, "UXO_MORTAR")))
                .finding("QUANTITY_NOT_POSITIVE")
                .saying("3 reports, 2 approved, 1 blocked", "row 3");
        assertThat(office.number("select sum(quantity) from finds")).isEqualTo(7);
    }

    @Test
    void wordsThatLookLikeSqlOrMarkupAreKeptAsWords() {
        var words = "Robert'); drop table finds;-- <script>alert(1)</script> {{7*7}}";
        office.approve(csv(on("a.csv"), report(words).with("team", words).with("model", words)))
                .with(DONE);
        assertThat(office.text("select report_no from report")).isEqualTo(words);
        assertThat(office.text("select model from finds")).isEqualTo(words);
        assertThat(office.call("bulletin", "--week", "2024-W18", "--format", "html")
                        .with(DONE)
                        .out())
                .doesNotContain("<script>alert");
    }

    @Test
    void groundWithinToleranceHasNoFindings() {
        office.approve(csv(on("a.csv"), report("A-1").clearing("0.95", SQUARE))).with(DONE);
        assertThat(office.number("select computed_area_m2 from activities")).isBetween(9_000L, 10_000L);
    }
}
