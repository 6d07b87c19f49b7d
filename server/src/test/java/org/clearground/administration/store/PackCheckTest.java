// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.junit.jupiter.api.Test;

/** A pack that cannot serve does not come into force. */
class PackCheckTest {

    private static Pack changed(String path, UnaryOperator<String> change) {
        var model = PackSource.find("aze");
        var files = new TreeMap<String, byte[]>();
        model.paths().forEach(each -> files.put(each, model.file(each)));
        var text = new String(model.file(path), StandardCharsets.UTF_8);
        assertThat(change.apply(text)).isNotEqualTo(text);
        files.put(path, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return new Pack(files);
    }

    private static void refused(Pack pack, String... saying) {
        assertThatThrownBy(() -> PackCheck.require(pack))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.PACK_INVALID))
                .hasMessageContainingAll(saying);
    }

    @Test
    void theBundledPackIsComplete() {
        PackCheck.require(PackSource.find("aze"));
    }

    @Test
    void aSentenceThatIsMissingInOneLanguageIsNamed() {
        refused(
                changed(
                        "sentences.csv",
                        text -> text.replaceFirst("page.reports,Reports,[^,]+,", "page.reports,Reports,,")),
                "lacks 1 sentences",
                "page.reports (az)",
                "sentences.csv");
    }

    @Test
    void aSiteIsNotServedWithAPackOfBefore() {
        var before = changed("sentences.csv", text -> text.replaceFirst("(?m)^page.reports,.*\n", ""));
        assertThatThrownBy(() -> PackCheck.requireForPages(before))
                .hasMessageContainingAll("lacks 3 sentences", "page.reports (az)", "clearground adopt --data DIR");
    }

    @Test
    void aSentenceThatStandsTwiceIsNamed() {
        refused(
                changed("sentences.csv", text -> text + "page.reports,All reports,Hesabatlar,Отчёты\n"),
                "two sentences \"page.reports\"",
                "sentences.csv");
    }

    @Test
    void aLanguageOfItsOwnNeedsEverySentenceAndItsName() {
        refused(
                changed("pack.yaml", text -> text.replaceFirst("(?m)^languages: .*$", "languages: [en, fr]")),
                "access.account (fr)",
                "…");
    }

    @Test
    void aDistrictThatCrossesItselfIsNamed() {
        refused(
                changed(
                        "places/districts.geojson",
                        text -> "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                                + "{\"code\":\"EX-TIE\",\"name_en\":\"Tie\"},\"geometry\":{\"type\":\"Polygon\","
                                + "\"coordinates\":[[[46,39],[47,40],[47,39],[46,40],[46,39]]]}}]}"),
                "1 districts whose outline is not valid",
                "EX-TIE",
                "latitude 39.5",
                "districts.geojson");
    }
}
