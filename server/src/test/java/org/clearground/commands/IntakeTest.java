// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.store.ImportResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How files become reports, and which findings a person gets to see. */
class IntakeTest {

    private static final String HEADING = "report_no,organisation,activity_type,period_from,period_to,district,"
            + "declared_area_ha,declared_area_m2,worked_ground,method,staff,hours,category,quantity,found_on,point";

    /** A square of about 12.3 ha in Aghdam, corners given as longitude and latitude. */
    private static final String GROUND =
            "\"POLYGON((46.9000 39.9900, 46.9041 39.9900, 46.9041 39.9932, 46.9000 39.9932, 46.9000 39.9900))\"";

    @TempDir
    private Path directory = Path.of(".");

    private @Nullable Exampleland opened;

    private Exampleland land() {
        if (opened == null) {
            opened = new Exampleland(directory);
        }
        return opened;
    }

    @AfterEach
    void close() {
        land().close();
    }

    private ImportResult take(String... rows) {
        return land().importFile(land().file("file.csv", HEADING + "\n" + String.join("\n", rows) + "\n"), true);
    }

    private static List<FindingCode> codes(ImportResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aReportWithoutFaultIsApproved() {
        var result = take("R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,12.44,," + GROUND
                + ",manual,120,40,AV_MINE,1,2024-05-01,39.991 46.902");

        assertThat(codes(result)).isEmpty();
        assertThat(result.approved()).isEqualTo(1);
    }

    static Stream<Arguments> faults() {
        var good = "ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,";
        return Stream.of(
                Arguments.of(
                        "R1,ANAMMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,,,,",
                        FindingCode.UNKNOWN_ORGANISATION,
                        "organisation"),
                Arguments.of(
                        "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,Aghdamm,,,,,,,,,,",
                        FindingCode.UNKNOWN_DISTRICT,
                        "district"),
                Arguments.of(
                        "R1,ANAMA,manual_clearance,,2024-05-01,AZ-AGM,,,,,,,,,,",
                        FindingCode.MISSING_ANSWER,
                        "period_from"),
                Arguments.of(
                        "R1,ANAMA,manual_clearance,2024-05-02,2024-05-01,AZ-AGM,,,,,,,,,,",
                        FindingCode.PERIOD_ENDS_BEFORE_START,
                        "period_to"),
                Arguments.of(
                        "R1,ANAMA,manual_clearance,2024-05-01,2124-05-01,AZ-AGM,,,,,,,,,,",
                        FindingCode.PERIOD_IN_FUTURE,
                        "period_to"),
                Arguments.of(
                        "R1," + good + ",,,,,,MINE OF SOME KIND,1,2024-05-01,",
                        FindingCode.UNKNOWN_CATEGORY,
                        "category"),
                Arguments.of("R1," + good + ",,,,,,AV_MINE,,2024-05-01,", FindingCode.QUANTITY_ABSENT, "quantity"),
                Arguments.of(
                        "R1," + good + ",,,,,,AV_MINE,-1,2024-05-01,", FindingCode.QUANTITY_NOT_POSITIVE, "quantity"),
                Arguments.of("R1," + good + ",,,,,,AV_MINE,NaN,2024-05-01,", FindingCode.UNREADABLE_NUMBER, "quantity"),
                Arguments.of(
                        "R1," + good + ",,,,,,AV_MINE,1,2024-05-09,", FindingCode.FOUND_OUTSIDE_PERIOD, "found_on"),
                Arguments.of(
                        "R1," + good + ",,,,,,AV_MINE,1,2024-05-01,46.902 39.991", FindingCode.SWAPPED_AXES, "point"),
                Arguments.of("R1," + good + ",,,,,,AV_MINE,1,2024-05-01,10 10", FindingCode.OUTSIDE_COUNTRY, "point"),
                Arguments.of(
                        "R1," + good + ",,,,,,AV_MINE,1,2024-05-01,39.6 47.1", FindingCode.OUTSIDE_DISTRICT, "point"),
                Arguments.of("R1," + good + "40,," + GROUND + ",,,,,,,", FindingCode.AREAS_DISAGREE, "worked_ground"),
                Arguments.of(
                        "R1," + good + "12.44,," + GROUND + ",manual,4,8,,,,", FindingCode.RATE_OUT_OF_RANGE, "hours"),
                Arguments.of(
                        "R1," + good + "12.44,99," + GROUND + ",,,,,,,",
                        FindingCode.AREA_GIVEN_TWICE,
                        "declared_area_m2"),
                Arguments.of(
                        "R1," + good + ",,39.99 46.90; 40.00 46.91,,,,,,,",
                        FindingCode.TOO_FEW_VERTICES,
                        "worked_ground"),
                Arguments.of(
                        "R1," + good + ",,39.99 46.90; 40.00 46.91; 39.99 46.91; 40.00 46.90,,,,,,,",
                        FindingCode.SELF_CROSSING,
                        "worked_ground"),
                Arguments.of("R1," + good + "\"2,046\",,,,,,,,,", FindingCode.AMBIGUOUS_NUMBER, "declared_area_ha"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void eachFaultIsFoundAtItsRowAndColumn(String row, FindingCode code, String column) {
        var result = take(row);

        assertThat(result.findings())
                .filteredOn(finding -> finding.code() == code)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().row()).isEqualTo(2);
                    assertThat(finding.place().column()).isEqualTo(column);
                    assertThat(finding.place().file()).isEqualTo("file.csv");
                });
    }

    @Test
    void proposesTheDistrictThatIsSpeltMostAlike() {
        var result = take("R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,Aghdamm,,,,,,,,,,");

        assertThat(result.findings().get(0).figures().get("nearest")).startsWith("AZ-AGM");
    }

    @Test
    void rowsOfOneNumberAreOneReportEvenWhereTheOrganisationIsLeftBlank() {
        var result = take(
                "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,AV_MINE,1,,",
                "R1,,,,,,,,,,,,AV_MINE,2,,",
                ",,,,,,,,,,,,AV_MINE,4,,");

        assertThat(result.reports()).isEqualTo(1);
        assertThat(result.finds().values()).containsExactly(7L);
    }

    @Test
    void rowsOfOneReportThatDisagreeAreNotMerged() {
        var result = take(
                "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,AV_MINE,1,,",
                "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-FUZ,,,,,,,AV_MINE,2,,");

        assertThat(codes(result)).containsExactly(FindingCode.REPORT_ROWS_DISAGREE);
        assertThat(result.approved()).isZero();
    }

    @Test
    void rowsOfOneReportThatStandApartAreNotMerged() {
        var result = take(
                "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,AV_MINE,1,,",
                "R2,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,AV_MINE,2,,",
                "R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,,,,,,,AV_MINE,3,,");

        assertThat(codes(result)).contains(FindingCode.REPORT_ROWS_APART);
        assertThat(result.blocked()).isEqualTo(1);
    }

    @Test
    void twoTeamsMayReportTheSameFewWordsOfOneDay() {
        var result = take(
                "R1,ANAMA,non_technical_survey,2024-05-01,2024-05-01,AZ-AGM,,,,,,,,,,",
                "R2,ANAMA,non_technical_survey,2024-05-01,2024-05-01,AZ-AGM,,,,,,,,,,");

        assertThat(result.approved()).isEqualTo(2);
    }

    @Test
    void theSameOutlineUnderAnotherNumberIsTheSameReport() {
        var row = ",ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,12.44,," + GROUND + ",manual,120,40,,,,";
        var result = take("R1" + row, "R2" + row);

        assertThat(codes(result)).containsExactly(FindingCode.DUPLICATE_REPORT);
    }

    @Test
    void aDecimalCommaWithoutQuotesShiftsNothingSilently() {
        var result = take("R1,ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,12,5,,,,,,,,,,");

        assertThat(result.approved())
                .as("a row of 18 cells under 16 headings, all extra ones blank")
                .isZero();
    }

    @Test
    void columnsThatNobodyAskedForAreNamed() {
        var result = land().importFile(
                        land().file(
                                        "odd.csv",
                                        "organisation,activity_type,period_from,period_to,distric,weather\n"
                                                + "ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,rain\n"),
                        true);

        assertThat(codes(result)).contains(FindingCode.UNKNOWN_COLUMN, FindingCode.MISSING_ANSWER);
        assertThat(result.findings().stream()
                        .filter(finding -> finding.code() == FindingCode.UNKNOWN_COLUMN)
                        .map(finding -> finding.figures().get("nearest")))
                .contains("district");
    }
}
