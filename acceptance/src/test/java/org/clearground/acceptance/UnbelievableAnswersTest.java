// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clearground.acceptance.Clearground.Ended;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file in which each row has one answer that cannot be right: each row is told what is wrong with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnbelievableAnswersTest {

    /** An answer, and what is found of it. */
    record Case(String question, String answer, String code) {}

    private static final List<Case> CASES = List.of(
            new Case("quantity", "0", "QUANTITY_NOT_POSITIVE"),
            new Case("quantity", "-3", "QUANTITY_NOT_POSITIVE"),
            new Case("quantity", "", "QUANTITY_ABSENT"),
            new Case("quantity", "NaN", "UNREADABLE_NUMBER"),
            new Case("quantity", "1e9", "UNREADABLE_NUMBER"),
            new Case("quantity", "99999999999999999999", "NUMBER_OUT_OF_RANGE"),
            new Case("quantity", "1.5", "UNREADABLE_NUMBER"),
            new Case("declared_area_ha", "Infinity", "UNREADABLE_NUMBER"),
            new Case("declared_area_ha", "-1", "NUMBER_OUT_OF_RANGE"),
            new Case("declared_area_ha", "2,046", "AMBIGUOUS_NUMBER"),
            new Case("found_on", "31.02.2024", "UNREADABLE_DATE"),
            new Case("found_on", "0000-00-00", "UNREADABLE_DATE"),
            new Case("found_on", "05/13/2024", "UNREADABLE_DATE"),
            new Case("period_to", "2999-01-01", "PERIOD_IN_FUTURE"),
            new Case("period_to", "2024-04-01", "PERIOD_ENDS_BEFORE_START"),
            new Case("category", "gizmo", "UNKNOWN_CATEGORY"),
            new Case("district", "Aghdamm", "UNKNOWN_DISTRICT"),
            new Case("organisation", "NATO", "UNKNOWN_ORGANISATION"),
            new Case("organisation", "", "MISSING_ANSWER"),
            new Case("activity_type", "digging", "UNKNOWN_CODE"),
            new Case("point", "NaN NaN", "UNREADABLE_GEOMETRY"),
            new Case("point", "91 46", "POSITION_OUT_OF_RANGE"),
            new Case("point", "46.9305 39.9805", "SWAPPED_AXES"),
            new Case("point", "0 0", "OUTSIDE_COUNTRY"),
            new Case("worked_ground", "POLYGON ((NaN NaN, 1 1, 2 2, NaN NaN))", "UNREADABLE_GEOMETRY"),
            new Case("worked_ground", "POLYGON ((46.93 39.98, 46.931 39.98", "UNREADABLE_GEOMETRY"),
            new Case("worked_ground", "POLYGON EMPTY", "UNREADABLE_GEOMETRY"),
            new Case("worked_ground", "39.98 46.93; 39.981 46.93", "TOO_FEW_VERTICES"),
            new Case(
                    "worked_ground",
                    "POLYGON ((46.93 39.98, 46.931 39.981, 46.931 39.98, 46.93 39.981, 46.93 39.98))",
                    "SELF_CROSSING"));

    private final Path desk;
    private final DistrictOffice office;
    private @Nullable Ended told;

    UnbelievableAnswersTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    static List<Case> cases() {
        return CASES;
    }

    @BeforeAll
    void importAll() {
        var reports = IntStream.range(0, CASES.size())
                .mapToObj(i -> report("A-" + i)
                        .with(CASES.get(i).question(), CASES.get(i).answer()))
                .toList();
        told = office.approve(csv(desk.resolve("a.csv"), reports), "--format", "json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isToldInItsRowAndBlocksItsReport(Case wrong) {
        int row = CASES.indexOf(wrong) + 2;

        assertThat(office.texts("select code from finding where severity = 'BLOCKING' and at_row = " + row))
                .contains(wrong.code());
        assertThat(office.text(
                        "select at_column from finding where at_row = " + row + " and code = '" + wrong.code() + "'"))
                .startsWith(wrong.code().startsWith("PERIOD") ? "period" : wrong.question());
        assertThat(office.text("select status from report where ordinal = " + (row - 1)))
                .isEqualTo("PENDING");
    }

    @Test
    void noneOfThemCounts() {
        assertThat(Objects.requireNonNull(told).with(NEEDS_A_PERSON).err()).isEmpty();
        assertThat(office.number("select count(*) from finds")).isZero();
        assertThat(office.number("select count(*) from activities")).isZero();
    }
}
