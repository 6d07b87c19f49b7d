// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.errors.SourcePlace;
import org.clearground.land.Evidence;
import org.clearground.land.HazardClass;
import org.clearground.land.LandActKind;
import org.clearground.land.LandRule;
import org.clearground.land.LandState;
import org.clearground.land.Movement;
import org.clearground.land.Release;
import org.clearground.ledger.EntryKind;
import org.clearground.reports.ReportStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of the bundled pack: whatever may have to be said can be said in every language. */
class PackSentencesTest {

    private static final Pack PACK = PackSource.find("aze");

    static List<String> keys() {
        return Stream.of(
                        of("finding", FindingCode.values()),
                        of("finding", FindingCode.values()).map(key -> key + ".remedy"),
                        of("rule", LandRule.values()),
                        of("state", LandState.values()),
                        of("act", LandActKind.values()),
                        of("movement", Movement.values()),
                        of("hazardclass", HazardClass.values()),
                        of("release", Release.values()),
                        of("office", LandActKind.Decider.values()),
                        of("directness", Evidence.Directness.values()),
                        of("page.entry", EntryKind.values()),
                        of("page.status", ReportStatus.values()),
                        of("page.severity", Severity.values()),
                        of(
                                "role",
                                Arrays.stream(Role.values())
                                        .filter(role -> role != Role.PUBLIC)
                                        .toArray(Role[]::new)),
                        of("access.event", AccessEvent.Kind.values()),
                        said())
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /** Keys that code and pages name as they are. */
    private static Stream<String> said() {
        var literal = Pattern.compile("say\\(\\s*\"([a-z]+(?:\\.\\w+)+)\"\\s*[,)]");
        try (var files = Files.walk(Path.of("src", "main"))) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .flatMap(file -> literal.matcher(text(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> of(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + "." + value.name());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everythingThatMayHaveToBeSaidHasItsTextInEveryLanguage(String key) {
        assertThat(PACK.languages()).isNotEmpty().allSatisfy(language -> assertThat(
                        PACK.sentences().say(language, key))
                .as("%s in %s", key, language)
                .isNotBlank());
    }

    @Test
    void aFindingThatNamesARuleSaysTheRuleInWords() {
        var words = new Words(PACK, "en", Map.of());
        var broken = finding(FindingCode.LAND_RULE_BROKEN, Map.of("rule", LandRule.CLEARANCE_NEEDS_A_DEPTH.name()));

        assertThat(words.sentence(broken))
                .isEqualTo("The report does not keep the rule CLEARANCE_NEEDS_A_DEPTH."
                        + " Cleared land states the depth to which it was searched.");
    }

    @Test
    void groundThatIsNotChangedNamesTheReportThatStandsAgainstItOnlyWhereThereIsOne() {
        var words = new Words(PACK, "en", Map.of());
        var rule = Map.of("squareMetres", "400", "rule", LandRule.GROUND_IS_COUNTED_ONCE.name());
        var against = Map.of(
                "squareMetres",
                "400",
                "rule",
                LandRule.GROUND_IS_COUNTED_ONCE.name(),
                "number",
                "EX-7",
                "organisation",
                "EX-A");

        assertThat(words.sentence(finding(FindingCode.GROUND_NOT_CHANGED, rule)))
                .startsWith("400 m² of the outline are not changed. Worked ground is counted once");
        assertThat(words.sentence(finding(FindingCode.GROUND_NOT_CHANGED, against)))
                .startsWith("400 m² of the outline are not changed; report EX-7 of EX-A stands against it. Worked");
    }

    private static Finding finding(FindingCode code, Map<String, String> figures) {
        return new Finding(code, code.severity(), SourcePlace.wholeFile("report.csv"), null, figures);
    }
}
