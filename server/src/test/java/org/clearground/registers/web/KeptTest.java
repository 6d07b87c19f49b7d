// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTest {

    @Test
    void whatNobodyAskedForLongestGoesFirst() {
        var kept = new Kept<String>(10, String::length);
        kept.get("a", () -> "1234");
        kept.get("b", () -> "5678");
        kept.get("a", () -> "made again");

        kept.get("c", () -> "90ab");

        assertThat(kept.find("a")).isEqualTo("1234");
        assertThat(kept.find("b")).isNull();
        assertThat(kept.find("c")).isEqualTo("90ab");
    }

    @Test
    void whatIsLargerThanAllStaysUntilTheNext() {
        var kept = new Kept<String>(3, String::length);
        kept.get("a", () -> "1");
        kept.get("b", () -> "23456");

        assertThat(kept.find("a")).isNull();
        assertThat(kept.find("b")).isEqualTo("23456");
        kept.get("c", () -> "7");
        assertThat(kept.find("b")).isNull();
        assertThat(kept.find("c")).isEqualTo("7");
    }
}
