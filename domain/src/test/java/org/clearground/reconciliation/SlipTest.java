// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    @ParameterizedTest
    @CsvSource({
        "8803, 880.3, MARK_MOVED",
        "3544, 354.4, MARK_MOVED",
        "5264, 5246, DIGITS_SWAPPED",
        "1131, 1161, ONE_DIGIT",
        "18648, 18649, ONE_DIGIT",
        "139.5186, 135.5, ONE_DIGIT",
        "111.6762, 11.6, DIGIT_LOST",
        "1043.2, 722,",
        "5, 1,",
        "0, 10,"
    })
    void aSlipIsNamedTheSameFromBothSides(BigDecimal one, BigDecimal other, Slip slip) {
        assertThat(Slip.between(one, other)).isEqualTo(Optional.ofNullable(slip));
        assertThat(Slip.between(other, one)).isEqualTo(Optional.ofNullable(slip));
    }

    @Test
    void aNumberIsNoSlipOfItself() {
        assertThat(Slip.between(new BigDecimal("1429.10"), new BigDecimal("1429.1")))
                .isEmpty();
    }
}
