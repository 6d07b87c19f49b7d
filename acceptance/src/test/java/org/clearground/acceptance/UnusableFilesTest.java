// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.WRONG_CALL;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.file;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files nobody can read: one sentence that says which and what to do, exit code 2, and nothing is changed. */
class UnusableFilesTest {

    private final Path desk;
    private final DistrictOffice office;
    private final Map<String, List<String>> before;

    UnusableFilesTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
        this.before = office.everything();
    }

    @AfterEach
    void nothingIsChanged() {
        office.assertUnchanged(before);
    }

    private Path on(String name) {
        return desk.resolve(name);
    }

    @Test
    void aMissingFileIsNamed() {
        office.approve(on("week-18.csv")).refusing(WRONG_CALL, "there is no file", "week-18.csv", "check its name");
    }

    @Test
    void anEmptyFileIsToBeExportedAgain() {
        office.approve(file(on("empty.csv"), "")).refusing(WRONG_CALL, "empty.csv is empty", "export it again");
    }

    @Test
    void aFileOfBlankLinesHasNoHeading() {
        office.approve(file(on("blank.csv"), "\n\n , \n"))
                .refusing(WRONG_CALL, "blank.csv has no heading row", "export it again");
    }

    @Test
    void aFileWithoutAnyKnownHeadingIsRefused() {
        office.approve(file(on("shopping.csv"), "bread,milk\n1,2\n"))
                .refusing(WRONG_CALL, "shopping.csv", "row 1", "--mapping");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        office.approve(Files.createDirectory(on("reports.csv"))).refusing(WRONG_CALL, "is not a file");
    }

    @Test
    void aPhotographNamedCsvIsNotText() throws IOException {
        var bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);

        office.approve(Files.write(on("photo.csv"), bytes))
                .refusing(WRONG_CALL, "photo.csv is not text", "export it as CSV");
    }

    @Test
    void anUnknownEndingIsRefusedWithThoseThatAreKnown() {
        office.approve(file(on("report.pdf"), "%PDF-1.4"))
                .refusing(WRONG_CALL, "report.pdf", "CSV, XLSX, GeoJSON, JSON and KML");
    }

    @Test
    void aTableOfTwoGigabytesIsTooLarge() throws IOException {
        try (var large = new RandomAccessFile(on("years.csv").toFile(), "rw")) {
            large.writeBytes("report_no,organisation\n");
            large.setLength(2L << 30);
        }

        office.approve(on("years.csv")).refusing(WRONG_CALL, "years.csv has 2048 MiB", "1024 MiB", "split it");
    }

    @Test
    void anArchiveThatUnpacksToMoreThanAGigabyteIsRefused() throws IOException {
        Workbooks.bomb(on("bomb.xlsx"), 1_200);

        assertThat(Files.size(on("bomb.xlsx"))).isLessThan(20 << 20);
        office.approve(on("bomb.xlsx")).refusing(WRONG_CALL, "bomb.xlsx unpacks to more than 1024 MiB");
    }

    @Test
    void anArchiveOfEndlessPartsIsRefused() throws IOException {
        Workbooks.endlessParts(on("parts.xlsx"), 5_000);

        office.approve(on("parts.xlsx")).refusing(WRONG_CALL, "parts.xlsx has more than 2000 parts");
    }

    @Test
    void aWorkbookThatDeclaresAnEntityIsRefused() throws IOException {
        Workbooks.write(on("entity.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("entity.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replaceFirst(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet"));

        office.approve(on("entity.xlsx"))
                .refusing(WRONG_CALL, "entity.xlsx declares a document type in xl/worksheets/sheet1.xml");
    }

    @Test
    void anEntityBehindALongRemarkIsRefusedToo() throws IOException {
        Workbooks.write(on("remark.xlsx"), List.of(report("A-1")));
        Workbooks.change(
                on("remark.xlsx"),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replaceFirst(
                        "<worksheet",
                        "<!--" + " ".repeat(200_000)
                                + "--><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet"));

        office.approve(on("remark.xlsx"))
                .refusing(WRONG_CALL, "remark.xlsx declares a document type in xl/worksheets/sheet1.xml");
    }

    @Test
    void aWorkbookWithMacrosIsRefused() throws IOException {
        Workbooks.write(on("macros.xlsx"), List.of(report("A-1")));
        Workbooks.add(on("macros.xlsx"), "xl/vbaProject.bin", "macro");

        office.approve(on("macros.xlsx")).refusing(WRONG_CALL, "macros.xlsx contains macros");
    }

    @Test
    void aWorkbookCutShortIsDamaged() throws IOException {
        Workbooks.write(on("cut.xlsx"), List.of(report("A-1")));
        var bytes = Files.readAllBytes(on("cut.xlsx"));
        Files.write(on("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        office.approve(on("cut.xlsx")).refusing(WRONG_CALL, "cut.xlsx is damaged", "save it again as XLSX");
    }

    @Test
    void aWorkbookWhoseSheetIsNoXmlIsDamaged() throws IOException {
        Workbooks.write(on("sheet.xlsx"), List.of(report("A-1")));
        Workbooks.change(on("sheet.xlsx"), "xl/worksheets/sheet1.xml", sheet -> sheet.replace("</row>", "<row>"));

        office.approve(on("sheet.xlsx")).refusing(WRONG_CALL, "sheet.xlsx is damaged in sheet");
    }

    @Test
    void aZipOfSomethingElseIsNoWorkbook() throws IOException {
        Workbooks.add(on("other.xlsx"), "readme.txt", "hello");

        office.approve(on("other.xlsx")).refusing(WRONG_CALL, "other.xlsx is no workbook");
    }

    @Test
    void anEncryptedWorkbookIsToBeSavedWithoutAPassword() {
        office.approve(file(on("secret.xlsx"), "\u00D0\u00CF\u0011\u00E0", StandardCharsets.ISO_8859_1))
                .refusing(WRONG_CALL, "secret.xlsx", "without a password");
    }

    @Test
    void aZipNamedCsvIsToBeUnpacked() throws IOException {
        Workbooks.write(on("zip.csv"), List.of(report("A-1")));

        office.approve(on("zip.csv")).refusing(WRONG_CALL, "zip.csv is a zip archive");
    }

    @Test
    void aQuoteThatNeverEndsDoesNotSwallowTheRestOfTheFile() {
        var text = WrittenReport.table(
                ",",
                List.of(
                        report("A-1").with("model", "TM-62M"),
                        report("A-2").with("model", "TM-62M"),
                        report("A-3").with("model", "TM-62M")));

        office.approve(file(on("quote.csv"), text.replaceFirst("TM-62M", "\"TM-62M")))
                .refusing(WRONG_CALL, "quote.csv", "row 2", "quote");
    }

    @Test
    void aQuoteThatEndsRowsLaterDoesNotSwallowTheRowsBetween() {
        var text = WrittenReport.table(
                ",",
                List.of(
                        report("A-1").with("model", "TM-62M"),
                        report("A-2").with("model", "TM-62M"),
                        report("A-3").with("model", "TM, 62M")));

        office.approve(file(on("quote.csv"), text.replaceFirst("TM-62M", "\"TM-62M")))
                .refusing(WRONG_CALL, "quote.csv", "after row 1", "quote");
    }

    @Test
    void jsonThatGoesOnAfterItsEndLosesNothingSilently() {
        office.approve(file(on("two.json"), "[{\"report_no\":\"A-1\"}]\n[{\"report_no\":\"A-2\"}]"))
                .refusing(WRONG_CALL, "two.json goes on after its end");
        office.approve(file(on("open.geojson"), "{\"features\":[{\"properties\":{\"report_no\":\"A-1\"}}]"))
                .refusing(WRONG_CALL, "open.geojson is no GEOJSON after report 1");
    }

    @Test
    void jsonCutShortIsNamedWithTheReportBeforeTheCut() {
        office.approve(file(on("cut.json"), "[{\"report_no\":\"A-1\"},{\"report_no\":"))
                .refusing(WRONG_CALL, "cut.json is no JSON after report 1", "export it again");
    }

    @Test
    void jsonWithSomethingElseBetweenReportsLosesNothingSilently() {
        office.approve(file(on("holes.json"), "[{\"report_no\":\"A-1\"},null,{\"report_no\":\"A-3\"}]"))
                .refusing(WRONG_CALL, "holes.json", "after report 1");
    }

    @Test
    void jsonOfNoReportsIsRefused() {
        office.approve(file(on("none.json"), "[]")).refusing(WRONG_CALL, "none.json holds no reports");
        office.approve(file(on("word.json"), "\"hello\"")).refusing(WRONG_CALL, "word.json is neither");
        office.approve(file(on("word.geojson"), "[1]")).refusing(WRONG_CALL, "word.geojson is no FeatureCollection");
    }

    @Test
    void jsonNestedTenThousandDeepIsRefused() {
        office.approve(file(on("deep.json"), "[{\"worked_ground\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}]"))
                .refusing(WRONG_CALL, "deep.json is no JSON after report 0");
    }

    @Test
    void jsonThatIsNotUtf8IsRefused() {
        office.approve(file(
                        on("cyrillic.json"),
                        "[{\"district\":\"Агдам\"}]",
                        java.nio.charset.Charset.forName("windows-1251")))
                .refusing(WRONG_CALL, "cyrillic.json is not UTF-8");
    }

    @Test
    void anUnknownFormIsRefusedWithThoseThatThereAre() {
        Clearground.run("import", csv(on("a.csv"), report("A-1")), "--data", office.directory(), "--as", "daily")
                .refusing(WRONG_CALL, "there is no form \"daily\"", "progress");
    }

    @Test
    void anUnknownOrganisationIsRefusedWithThoseThatThereAre() {
        office.approve(csv(on("a.csv"), report("A-1")), "--org", "NATO")
                .refusing(WRONG_CALL, "there is no organisation \"NATO\"", "ANAMA");
    }

    @Test
    void aMissingMappingIsNamed() {
        office.approve(csv(on("a.csv"), report("A-1")), "--mapping", on("m.yaml"))
                .refusing(WRONG_CALL, "there is no mapping", "m.yaml");
    }

    @Test
    void aMappingThatIsNoYamlIsNamed() {
        office.approve(csv(on("a.csv"), report("A-1")), "--mapping", file(on("m.yaml"), "columns: [\n - }"))
                .refusing(WRONG_CALL, "m.yaml");
    }

    @Test
    void aMappingThatWantsToRunSomethingIsNamed() {
        office.approve(
                        csv(on("a.csv"), report("A-1")),
                        "--mapping",
                        file(on("m.yaml"), "columns: !!javax.script.ScriptEngineManager []"))
                .refusing(WRONG_CALL, "m.yaml");
    }

    @Test
    void aMappingThatSaysMoreThanMappingsSayIsRefused() {
        office.approve(csv(on("a.csv"), report("A-1")), "--mapping", file(on("m.yaml"), "colums: {Rayon: district}"))
                .refusing(WRONG_CALL, "m.yaml says \"colums\"", "columns");
    }

    @Test
    void aCallWithoutAFormIsRefused() {
        Clearground.run("import", csv(on("a.csv"), report("A-1")), "--data", office.directory())
                .refusing(WRONG_CALL, "--as");
    }

    @Test
    void aStoreThatIsNotThereIsToBeMade() {
        Clearground.run("verify", "--data", on("nowhere"))
                .refusing(WRONG_CALL, "there is no store in", "clearground init");
        assertThat(on("nowhere")).doesNotExist();
    }

    @Test
    void aSecondStoreInTheSamePlaceIsRefused() {
        Clearground.run("init", "--data", office.directory(), "--pack", "aze")
                .refusing(WRONG_CALL, "holds a store already");
    }

    @Test
    void anUnknownPackIsRefusedAndLeavesNothing() {
        Clearground.run("init", "--data", on("new"), "--pack", "atlantis").refusing(WRONG_CALL, "atlantis");
        assertThat(on("new")).doesNotExist();
    }

    @Test
    void aWeekThatDoesNotExistIsRefused() {
        office.call("bulletin", "--week", "2024-W60").refusing(WRONG_CALL, "2024-W60");
        office.call("bulletin", "--from", "2024-05-09", "--to", "2024-05-01").refusing(WRONG_CALL, "2024-05-01");
        office.call("bulletin", "--week", "2024-W18", "--lang", "fr").refusing(WRONG_CALL, "fr");
        office.call("bulletin", "--week", "2024-W18", "--known-at", "yesterday").refusing(WRONG_CALL, "yesterday");
    }

    @Test
    void aKmlFileThatDeclaresADocumentTypeIsRefused() {
        var bomb = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        office.approve(file(on("laughs.kml"), bomb + "]><kml><Placemark><name>&a9;</name></Placemark></kml>"))
                .refusing(WRONG_CALL, "laughs.kml declares a document type", "export it again");
        office.approve(file(
                        on("passwd.kml"),
                        "<!DOCTYPE kml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + "<kml><Placemark><name>&e;</name></Placemark></kml>"))
                .refusing(WRONG_CALL, "passwd.kml declares a document type");
    }

    @Test
    void aKmlFileThatBreaksOffIsToldByItsPlacemark() {
        office.approve(file(on("half.kml"), "<kml>\n<Placemark><name>one</name></Placemark>\n<Placemark><na"))
                .refusing(WRONG_CALL, "half.kml is no XML after placemark 2 (line 3", "export it again");
        office.approve(file(on("page.kml"), "<html><body/></html>")).refusing(WRONG_CALL, "page.kml is no KML");
        office.approve(file(on("none.kml"), "<kml/>")).refusing(WRONG_CALL, "none.kml holds no reports");
    }
}
