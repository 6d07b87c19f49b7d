// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.clearground.reports.WrittenNumber.Ambiguous;
import org.clearground.reports.WrittenNumber.DecimalMark;
import org.clearground.reports.WrittenNumber.Read;
import org.clearground.reports.WrittenNumber.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2046.3|2046.3",
                "2 046,3|2046.3",
                "2\u00A0046,3|2046.3",
                "2\u202F046,3|2046.3",
                "2,046.3|2046.3",
                "2.046,3|2046.3",
                "2046,3|2046.3",
                "1.116.762|1116762",
                "1,116,762|1116762",
                "0.0955|0.0955",
                "0,125|0.125",
                "-3|-3",
                "1 204|1204",
                "12,50|12.50"
            })
    void readsADecimalHoweverItsMarksAreWritten(String written, BigDecimal value) {
        assertThat(WrittenNumber.read(written, false, null))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.value()).isEqualByComparingTo(value));
    }

    @Test
    void choosesNothingWhereACommaMayBeEither() {
        assertThat(WrittenNumber.read("2,046", false, null))
                .isEqualTo(new Ambiguous(new BigDecimal("2046"), new BigDecimal("2.046")));
    }

    @Test
    void aCountWithAPointMayBeThousandsOrAMistake() {
        assertThat(WrittenNumber.read("1.204", true, null)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void aCountWithACommaCanOnlyBeThousands() {
        assertThat(WrittenNumber.read("1,204", true, null)).isEqualTo(new Read(new BigDecimal("1204")));
    }

    @Test
    void aStatedMarkEndsTheDoubt() {
        assertThat(WrittenNumber.read("2,046", false, DecimalMark.COMMA)).isEqualTo(new Read(new BigDecimal("2.046")));
        assertThat(WrittenNumber.read("2,046", false, DecimalMark.POINT)).isEqualTo(new Read(new BigDecimal("2046")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "about 20", "1e9", "12ha", "", "--5", "5,264,14"})
    void readsNothingElse(String written) {
        assertThat(WrittenNumber.read(written, false, null)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-03, 2024-05-03",
        "03.05.2024, 2024-05-03",
        "3/5/2024, 2024-05-03",
        "2024-05-03T00:00, 2024-05-03"
    })
    void readsDaysInIsoOrderOrDayFirst(String written, String day) {
        assertThat(WrittenDate.read(written)).hasToString("Optional[" + day + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/31/2024", "31.02.2024", "3.5.24", "yesterday", "2024-13-01"})
    void readsNoOtherDays(String written) {
        assertThat(WrittenDate.read(written)).isEmpty();
    }
}
