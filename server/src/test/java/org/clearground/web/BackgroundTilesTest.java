// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clearground.errors.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTilesTest {

    @Test
    void onlyTheHostIsLetIn() {
        assertThat(BackgroundTiles.of("https://tiles.example.org:8443/a/{z}/{x}/{y}.png", "Example")
                        .host())
                .hasValue("https://tiles.example.org:8443");
        assertThat(BackgroundTiles.NONE.host()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tiles.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org/tile.png",
                "https://{z}.example.org/{x}/{y}/{q}",
                "https://a@tiles.example.org/{z}/{x}/{y}.png",
                "https://*/{z}/{x}/{y}.png",
                "https://a.example; script-src *;/{z}/{x}/{y}.png",
                "https://a.example/{z}/{x}/{y}.png; script-src *",
                "javascript:alert(1)//{z}/{x}/{y}",
                "//tiles.example.org/{z}/{x}/{y}.png",
                ""
            })
    void nothingElseIsAnAddressOfPictures(String address) {
        assertThatThrownBy(() -> BackgroundTiles.of(address, "Example"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--tiles");
    }

    @Test
    void whoseMapItIsIsSaid() {
        assertThatThrownBy(() -> BackgroundTiles.of("https://tiles.example.org/{z}/{x}/{y}.png", " "))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--tiles-credit");
    }
}
