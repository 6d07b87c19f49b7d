// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    /** "12345678901234567890", the secret of RFC 6238, appendix B. */
    private static final String OF_THE_RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String eightDigits) {
        assertThat(OneTimeCodes.at(OF_THE_RFC, Instant.ofEpochSecond(second))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void aCodeHoldsForItsStretchAndTheOneToEitherSide() {
        var moment = Instant.ofEpochSecond(1_700_000_010);
        var code = OneTimeCodes.at(OF_THE_RFC, moment);

        for (int late : new int[] {-30, 0, 30}) {
            assertThat(OneTimeCodes.stretch(OF_THE_RFC, code, moment.plusSeconds(late), 0))
                    .as("%s s", late)
                    .hasValue(moment.getEpochSecond() / 30);
        }
        for (int late : new int[] {-60, 60}) {
            assertThat(OneTimeCodes.stretch(OF_THE_RFC, code, moment.plusSeconds(late), 0))
                    .as("%s s", late)
                    .isEmpty();
        }
    }

    @Test
    void aStretchThatWasTakenIsNotTakenAgainNorAnyBeforeIt() {
        var moment = Instant.ofEpochSecond(1_700_000_010);
        long stretch = moment.getEpochSecond() / 30;

        assertThat(OneTimeCodes.stretch(OF_THE_RFC, OneTimeCodes.at(OF_THE_RFC, moment), moment, stretch))
                .isEmpty();
        assertThat(OneTimeCodes.stretch(
                        OF_THE_RFC, OneTimeCodes.at(OF_THE_RFC, moment.minusSeconds(30)), moment, stretch))
                .isEmpty();
        assertThat(OneTimeCodes.stretch(
                        OF_THE_RFC, OneTimeCodes.at(OF_THE_RFC, moment.plusSeconds(30)), moment, stretch))
                .hasValue(stretch + 1);
    }

    @Test
    void aSecretIsAsLongAsTheHashAndNeverTheSame() {
        var secret = OneTimeCodes.newSecret();

        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCodes.newSecret());
        assertThat(OneTimeCodes.at(secret, Instant.EPOCH)).matches("\\d{6}");
        assertThat(OneTimeCodes.address(secret, "Mine action", "leyla"))
                .isEqualTo("otpauth://totp/Mine%20action:leyla?secret=" + secret
                        + "&issuer=Mine%20action&algorithm=SHA1&digits=6&period=30");
        assertThatThrownBy(() -> OneTimeCodes.at("0189", Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }
}
