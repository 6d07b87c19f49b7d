// SPDX-License-Identifier: Apache-2.0
package org.clearground.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {

    private final NameIndex<String> districts = new NameIndex<>();

    NameIndexTest() {
        districts.add("EX-N", "Northmarch", List.of("Şimal Kənd", "Nordmark", "Севермарка"));
        districts.add("EX-S", "Southmarch", List.of("Güney"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX-N", "northmarch", "NORTHMARCH", "Simal kend", "şimal kǝnd", "ŞIMAL KƏND", "севермарка"})
    void findsADistrictHoweverItIsSpelt(String written) {
        var names = new NameIndex<String>();
        names.add("EX-N", "Northmarch", List.of("Northmarch", "Şimal Kənd", "Севермарка"));

        assertThat(names.find(written)).contains("Northmarch");
    }

    @Test
    void proposesTheNameThatIsSpeltMostAlike() {
        assertThat(districts.find("Nordmrak")).isEmpty();
        assertThat(districts.nearestNames("Nordmrak", 3)).first().isEqualTo("Northmarch");
    }

    @Test
    void proposesNothingForANameThatIsLikeNone() {
        assertThat(districts.nearestNames("Atlantis", 3)).isEmpty();
    }

    @Test
    void aNameThatTwoShareFindsNeither() {
        districts.add("EX-W", "Westmarch", List.of("Güney"));

        assertThat(districts.find("Güney")).isEmpty();
        assertThat(districts.knows("Güney")).isTrue();
    }

    @Test
    void findsThingsOfWhichAnyNameBeginsSo() {
        var index = new NameIndex<String>();
        index.add("1", "Ağdamkənd", List.of("Ağdamkənd", "Агдам"));
        index.add("2", "Ağalı", List.of("Ağalı", "Aghali"));
        index.add("3", "Zəngilan", List.of("Zəngilan"));

        assertThat(index.beginningWith("ağ", 5)).containsExactly("Ağalı", "Ağdamkənd");
        assertThat(index.beginningWith("агд", 5)).containsExactly("Ağdamkənd");
        assertThat(index.beginningWith("ağ", 1)).hasSize(1);
        assertThat(index.beginningWith(" ", 5)).isEmpty();
    }
}
