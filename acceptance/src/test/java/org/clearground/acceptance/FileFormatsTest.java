// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.file;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same report in every shape in which offices send it says the same. */
class FileFormatsTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private final Path desk;
    private final DistrictOffice office;

    FileFormatsTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    private Path on(String name) {
        return desk.resolve(name);
    }

    private String find() {
        return office.text("select organisation || ' ' || district || ' ' || category || ' ' || quantity || ' '"
                + " || date(valid_from) from finds");
    }

    private static WrittenReport inRussian() {
        return report("Ф-1")
                .with("organisation", "Министерство обороны Азербайджанской Республики")
                .with("district", "Агдам")
                .found(4, "AV_MINE");
    }

    @Test
    void utf8WithoutMark() {
        office.approve(csv(on("a.csv"), report("Ağ-1").with("district", "Ağdam").found(4, "AV_MINE")))
                .with(DONE);
        assertThat(find()).startsWith("ANAMA AZ-AGM AV_MINE 4");
    }

    @Test
    void utf8WithByteOrderMark() {
        var text = "\uFEFF" + WrittenReport.table(";", List.of(report("Ağ-1").with("district", "Ağdam")));
        office.approve(file(on("a.csv"), text)).with(DONE);
        assertThat(office.text("select report_no from report")).isEqualTo("Ağ-1");
    }

    @Test
    void windows1251() {
        office.approve(csv(on("a.csv"), ";", WINDOWS_1251, List.of(inRussian())))
                .with(DONE);
        assertThat(find()).startsWith("MOD AZ-AGM AV_MINE 4");
        assertThat(office.text("select report_no from report")).isEqualTo("Ф-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"comma|,", "semicolon|;", "tab|TAB"})
    void whateverStandsBetweenTheCells(String name, String separator) {
        office.approve(csv(
                        on(name + ".csv"),
                        separator.replace("TAB", "\t"),
                        StandardCharsets.UTF_8,
                        List.of(report("A-1")
                                .with("model", "TM-62M, old; \"rusty\"")
                                .found(4, "AV_MINE"))))
                .with(DONE);
        assertThat(find()).startsWith("ANAMA AZ-AGM AV_MINE 4");
        assertThat(office.text("select model from finds")).isEqualTo("TM-62M, old; \"rusty\"");
    }

    @Test
    void theSeparatorThatExcelWritesIntoTheFirstLine() {
        office.approve(file(on("a.csv"), "sep=;\r\n" + WrittenReport.table(";", List.of(report("A-1")))))
                .with(DONE);
    }

    @Test
    void areasHoweverTheyAreWritten() {
        var written = List.of("2046.3", "2 046,3", "2,046.3", "2.046,3", "2046,3", "2\u00A0046,3", "2'046.3");
        office.approve(csv(
                        on("a.csv"),
                        written.stream()
                                .map(area -> report("A " + area)
                                        .with("activity_type", "manual_clearance")
                                        .with("declared_area_ha", area))
                                .toList()))
                .finding("AREA_WITHOUT_GROUND")
                .saying("7 approved");
        assertThat(office.texts("select declared_area_m2 from activities"))
                .hasSize(7)
                .containsOnly("20463000");
    }

    @Test
    void daysHoweverTheyAreWritten() {
        var written = List.of("2024-05-03", "03.05.2024", "3.5.2024", "03/05/2024", "2024-05-03T00:00:00");
        office.approve(csv(
                        on("a.csv"),
                        written.stream()
                                .map(day -> report("A " + day)
                                        .with("period_to", day)
                                        .with("found_on", day))
                                .toList()))
                .with(DONE);
        assertThat(office.texts("select valid_from from finds")).hasSize(5).containsOnly("2024-05-03");
        assertThat(office.texts("select period_to from activities")).hasSize(5).containsOnly("2024-05-03");
    }

    @Test
    void aWorkbookOfOneSheet() throws IOException {
        Workbooks.write(on("a.xlsx"), List.of(report("A-1").found(4, "AV_MINE"), report("A-2")));
        office.approve(on("a.xlsx")).with(DONE).saying("2 reports, 2 approved");
        assertThat(office.number("select sum(quantity) from finds")).isEqualTo(5);
    }

    @Test
    void aWorkbookOfTwoSheetsAsOdkExportsIt() throws IOException {
        Workbooks.writeAsOdk(on("a.xlsx"), List.of(report("A-1").found(4, "AV_MINE"), report("A-2")));
        office.approve(on("a.xlsx")).with(DONE).saying("2 reports, 2 approved");
        assertThat(office.texts("select report || ' ' || quantity || ' ' || date(valid_from) from finds order by 1"))
                .containsExactly("1 4 2024-05-01", "2 1 2024-05-01");
    }

    @Test
    void aFindWhoseReportIsNotInTheWorkbookIsAnOrphan() throws IOException {
        Workbooks.writeAsOdk(on("a.xlsx"), List.of(report("A-1")));
        Workbooks.change(on("a.xlsx"), "xl/sharedStrings.xml", strings -> strings + " ");
        Workbooks.change(
                on("a.xlsx"),
                "xl/worksheets/sheet2.xml",
                sheet -> sheet.replaceFirst(
                        "(<c r=\"D2\"[^>]*?)(?: t=\"s\")([^>]*)><v>[^<]*</v></c>",
                        "$1 t=\"inlineStr\"$2><is><t>uuid:99</t></is></c>"));
        office.approve(on("a.xlsx")).finding("ORPHAN_FIND").saying("uuid:99");
        assertThat(office.number("select count(*) from finds")).isZero();
    }

    @Test
    void aWorkbookSavedByLibreOffice() throws IOException {
        LibreOffice.require();
        csv(on("office.csv"), report("A-1").found(4, "AV_MINE"), report("A-2").with("period_to", "2024-05-02"));
        LibreOffice.convert(on("office.csv"), "xlsx", desk);

        office.approve(on("office.xlsx")).with(DONE).saying("2 reports, 2 approved");
        assertThat(office.number("select sum(quantity) from finds")).isEqualTo(5);
        assertThat(office.texts("select distinct date(valid_from) from finds")).containsExactly("2024-05-01");
    }

    @Test
    void json() {
        office.approve(
                        file(
                                on("a.json"),
                                """
                        [{"report_no": "A-1", "organisation": "ANAMA", "activity_type": "eod_spot_task",
                          "district": "Ağdam", "period_from": "2024-05-01", "period_to": "2024-05-01",
                          "finds": [
                            {"category": "AV_MINE", "quantity": 4, "found_on": "2024-05-01",
                             "point": {"type": "Point", "coordinates": [46.93, 39.98]}},
                            {"category": "UXO_MORTAR", "quantity": "7", "found_on": "2024-05-01"}]}]
                        """))
                .with(DONE)
                .saying("1 reports, 1 approved");
        assertThat(office.number("select sum(quantity) from finds")).isEqualTo(11);
        assertThat(office.number("select count(*) from finds where geom is not null"))
                .isEqualTo(1);
    }

    @Test
    void geoJson() {
        office.approve(
                        file(
                                on("a.geojson"),
                                """
                        {"type": "FeatureCollection", "features": [
                         {"type": "Feature",
                          "geometry": {"type": "Polygon", "coordinates":
                            [[[46.93, 39.98], [46.931, 39.98], [46.931, 39.981], [46.93, 39.981], [46.93, 39.98]]]},
                          "properties": {"report_no": "A-1", "organisation": "ANAMA",
                            "activity_type": "manual_clearance", "district": "Aghdam", "period_from": "2024-05-01",
                            "period_to": "2024-05-01", "declared_area_ha": 0.95,
                            "finds": [{"category": "AV_MINE", "quantity": 4, "found_on": "2024-05-01"}]}}]}
                        """))
                .with(DONE)
                .saying("1 reports, 1 approved");
        assertThat(office.number("select declared_area_m2 from activities")).isEqualTo(9_500);
        assertThat(find()).startsWith("ANAMA AZ-AGM AV_MINE 4");
    }

    @Test
    void kml() {
        office.approve(
                        file(
                                on("a.kml"),
                                """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
                          <name>A-1</name>
                          <ExtendedData>
                            <Data name="organisation"><value>ANAMA</value></Data>
                            <Data name="activity_type"><value>manual_clearance</value></Data>
                            <Data name="district"><value>Aghdam</value></Data>
                            <Data name="period_from"><value>2024-05-01</value></Data>
                            <Data name="period_to"><value>2024-05-01</value></Data>
                            <Data name="declared_area_ha"><value>0.95</value></Data>
                            <Data name="category"><value>AV_MINE</value></Data>
                            <Data name="quantity"><value>4</value></Data>
                            <Data name="found_on"><value>2024-05-01</value></Data>
                          </ExtendedData>
                          <Polygon><outerBoundaryIs><LinearRing><coordinates>
                            46.93,39.98,0 46.931,39.98,0 46.931,39.981,0 46.93,39.981,0 46.93,39.98,0
                          </coordinates></LinearRing></outerBoundaryIs></Polygon>
                        </Placemark></Document></kml>
                        """),
                        "--mapping",
                        file(on("names.yaml"), "columns: {name: report_no}\n"))
                .with(DONE)
                .saying("1 reports, 1 approved");
        assertThat(office.number("select declared_area_m2 from activities")).isEqualTo(9_500);
        assertThat(find()).startsWith("ANAMA AZ-AGM AV_MINE 4");
    }

    @Test
    void geoJsonWithByteOrderMark() {
        office.approve(file(
                        on("a.geojson"),
                        "\uFEFF{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,"
                                + "\"properties\":{\"report_no\":\"A-1\",\"organisation\":\"ANAMA\","
                                + "\"activity_type\":\"eod_spot_task\",\"district\":\"Aghdam\","
                                + "\"period_from\":\"2024-05-01\",\"period_to\":\"2024-05-01\"}}]}"))
                .with(DONE);
    }

    @Test
    void foreignHeadingsAndValuesAreReadByAMapping() {
        var mapping = file(
                on("donor.yaml"),
                """
                form: progress
                columns: {Ref: report_no, Where: district, From: period_from, Until: period_to, What: category,
                          How many: quantity, When: found_on, Area: declared_area_ha}
                values:
                  category: {tank mine: AV_MINE, shell: UXO_PROJECTILE}
                constants: {organisation: COMPANY-1, activity_type: manual_clearance}
                decimal_mark: ","
                separator: tab
                encoding: windows-1251
                """);
        var report = file(
                on("donor.txt"),
                "Ref\tWhere\tFrom\tUntil\tWhat\tHow many\tWhen\tArea\n"
                        + "Д-7\tАгдам\t01.05.2024\t01.05.2024\ttank mine\t4\t01.05.2024\t2,046\n",
                WINDOWS_1251);

        office.approve(report, "--mapping", mapping)
                .finding("AREA_WITHOUT_GROUND")
                .saying("1 reports, 1 approved");
        assertThat(find()).startsWith("COMPANY-1 AZ-AGM AV_MINE 4");
        assertThat(office.number("select declared_area_m2 from activities")).isEqualTo(20_460);
    }

    @Test
    void importingAsJsonPrintsOneDocumentAndNothingElse() throws IOException {
        var ended = office.approve(csv(on("a.csv"), report("A-1").with("quantity", "0")), "--format", "json")
                .with(Clearground.NEEDS_A_PERSON);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().strip()).startsWith("{").endsWith("}");
        assertThat(ended.out()).contains("\"QUANTITY_NOT_POSITIVE\"", "\"row\" : 2", "\"column\" : \"quantity\"");
        Files.writeString(on("answer.json"), ended.out());
        Programmes.require("Python", "python3", "--version");
        Programmes.run("python3", "-m", "json.tool", on("answer.json").toString())
                .with(0);
    }
}
