// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clearground.errors.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideIssuerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://office.example",
                "ftp://localhost",
                "https://",
                "office.example",
                "https://office.example/?a=b",
                "https://office.example/#a",
                "https://somebody@office.example",
                "http://localhost.office.example",
                "http://127.0.0.1.office.example",
                "https://office example",
                ""
            })
    void whatIsNotReachedEncryptedIsNoIssuer(String address) {
        assertThatThrownBy(() -> new OutsideIssuer(address, "us", "secret", "Office"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is no address of an issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://office.example", "https://office.example/realms/a", "http://127.0.0.1:9000"})
    void whatIsIsOne(String address) {
        assertThat(new OutsideIssuer(address, "us", "secret", "Office").toString())
                .isEqualTo("Office (" + address + ")")
                .doesNotContain("secret");
    }

    @Test
    void aNameIsOneLineForPeople() {
        assertThatThrownBy(() -> new OutsideIssuer("https://office.example", "us", "secret", "a\nb"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new OutsideIssuer("https://office.example", "us", " ", "Office"))
                .isInstanceOf(ProblemException.class);
    }
}
