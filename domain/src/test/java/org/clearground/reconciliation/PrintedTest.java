// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTest {

    @ParameterizedTest
    @CsvSource({
        "AREA_CLEARED, EXACT, 1429, EXACT, 1429.1, true",
        "AREA_CLEARED, EXACT, 1616, EXACT, 1616.5, true",
        "AREA_CLEARED, EXACT, 2900, EXACT, 2945.1, true",
        "AREA_CLEARED, EXACT, 5523, EXACT, 5523.74, true",
        "AREA_CLEARED, EXACT, 135.5, EXACT, 139.5186, false",
        "AREA_CLEARED, EXACT, 5264, EXACT, 5246, false",
        "AREA_CLEARED, AT_LEAST, 722, EXACT, 1043.2, false",
        "AREA_CLEARED, JUST_UNDER, 1800, EXACT, 1798.7, true",
        "AREA_CLEARED, JUST_UNDER, 1800, EXACT, 1850.7, false",
        "MINES, AT_LEAST, 71, EXACT, 73, true",
        "MINES, AT_LEAST, 73, EXACT, 71, false",
        "MINES, ABOUT, 1500, EXACT, 1496, true",
        "UNEXPLODED_ORDNANCE, EXACT, 1131, EXACT, 1130, false",
        "ALL_ITEMS, EXACT, 18648, EXACT, 18649, false"
    })
    void roundedAndHedgedNumbersAgreeWithWhatTheyStandFor(
            Measured measured, Hedge hedge, BigDecimal value, Hedge otherHedge, BigDecimal otherValue, boolean agree) {
        var one = figure(measured, hedge, value);
        var other = figure(measured, otherHedge, otherValue);

        assertThat(Printed.agree(one, other)).isEqualTo(agree);
        assertThat(Printed.agree(other, one)).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"1429.1, 0.1", "1429, 1", "1430, 1", "2900, 100", "2000, 1000", "0.0955, 0.0001", "0, 1"})
    void theLastDigitThatMeansSomethingTellsHowExactAPrintIs(BigDecimal value, BigDecimal unit) {
        assertThat(Printed.unit(value)).isEqualByComparingTo(unit);
    }

    private static StatedFigure figure(Measured measured, Hedge hedge, BigDecimal value) {
        return new StatedFigure(measured, value, hedge, null, null, PeriodKind.WEEK, ClaimScope.AGENCY, null, null);
    }
}
