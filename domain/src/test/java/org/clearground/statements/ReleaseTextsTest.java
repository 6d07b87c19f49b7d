// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How much of what invented releases say the extractor reads, and how much it reads that they do not say. */
class ReleaseTextsTest {

    private static final Path TEXTS = Path.of("src", "test", "resources", "org", "clearground", "statements");

    private static final boolean TELL = Boolean.getBoolean("statements.tell");

    /** A figure of the truth with the claim that agrees with it in place, measure and value. */
    private record Met(TruthFile.Truth truth, Claim claim) {}

    private static final class Score {
        private int stated;
        private int read;
        private final List<Met> met = new ArrayList<>();

        double recall() {
            return stated == 0 ? 1 : met.size() / (double) stated;
        }

        double precision() {
            return read == 0 ? 1 : met.size() / (double) read;
        }

        double share(Predicate<Met> agrees) {
            return met.isEmpty() ? 1 : met.stream().filter(agrees).count() / (double) met.size();
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    name,
                    stated,
                    precision(),
                    recall(),
                    share(ReleaseTextsTest::sameHedge),
                    share(ReleaseTextsTest::samePeriod),
                    share(ReleaseTextsTest::sameKind),
                    share(ReleaseTextsTest::sameScope));
        }
    }

    private static boolean sameHedge(Met met) {
        return met.truth().hedge() == met.claim().hedge();
    }

    private static boolean samePeriod(Met met) {
        return met.truth().period().equals(met.claim().period().iso());
    }

    private static boolean sameKind(Met met) {
        return met.truth().kind() == met.claim().period().kind();
    }

    private static boolean sameScope(Met met) {
        return met.truth().scope() == met.claim().scope();
    }

    @Test
    void figuresOfTunedTextsAreReadAsWellAsBefore() {
        var all = score("tuned");

        assertThat(all.stated).isGreaterThan(700);
        assertThat(all.precision()).as("precision").isGreaterThan(0.95);
        assertThat(all.recall()).as("recall").isGreaterThan(0.95);
        assertThat(all.share(ReleaseTextsTest::sameHedge)).as("hedge").isGreaterThan(0.99);
        assertThat(all.share(ReleaseTextsTest::samePeriod)).as("period").isGreaterThan(0.96);
        assertThat(all.share(ReleaseTextsTest::sameKind)).as("kind").isGreaterThan(0.96);
        assertThat(all.share(ReleaseTextsTest::sameScope)).as("scope").isGreaterThan(0.89);
    }

    private static Score score(String half) {
        var extractor = new Extractor(ExampleNames.NAMES_OF_PACK);
        var all = new Score();
        var languages = new EnumMap<ReleaseLanguage, Score>(ReleaseLanguage.class);
        var measures = new EnumMap<Measured, Score>(Measured.class);
        for (var text : TruthFile.under(TEXTS.resolve(half))) {
            var claims = extractor
                    .read(new Release(text.id(), text.text(), text.published(), null))
                    .claims();
            add(all, text, claims, null);
            add(languages.computeIfAbsent(text.language(), any -> new Score()), text, claims, null);
            for (var measured : Measured.values()) {
                add(measures.computeIfAbsent(measured, any -> new Score()), text, claims, measured);
            }
            if (TELL) {
                tell(text, claims);
            }
        }
        print(half, all, languages, measures);
        return all;
    }

    private static void add(
            Score score, TruthFile.Text text, List<Claim> claims, @org.jspecify.annotations.Nullable Measured only) {
        for (var truth : text.truths()) {
            if (only == null || truth.measured() == only) {
                score.stated++;
                claims.stream()
                        .filter(claim -> agrees(truth, claim))
                        .findFirst()
                        .ifPresent(claim -> score.met.add(new Met(truth, claim)));
            }
        }
        score.read += (int) claims.stream()
                .filter(claim -> only == null || claim.measured() == only)
                .count();
    }

    private static boolean agrees(TruthFile.Truth truth, Claim claim) {
        return truth.measured() == claim.measured()
                && truth.value().compareTo(claim.value()) == 0
                && truth.span().start() == claim.span().start();
    }

    private static void print(
            String half, Score all, Map<ReleaseLanguage, Score> languages, Map<Measured, Score> measures) {
        System.out.println("| " + half + " | figures | precision | recall | hedge | period | kind | scope |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        languages.forEach((language, score) -> System.out.println(score.line(language.code())));
        measures.forEach((measured, score) -> System.out.println(score.line(measured.word())));
        System.out.println(all.line("all"));
    }

    private static void tell(TruthFile.Text text, List<Claim> claims) {
        for (var truth : text.truths()) {
            var claim = claims.stream().filter(each -> agrees(truth, each)).findFirst();
            var at = truth.span().start();
            var place = text.id() + " «" + truth.span().of(text.text()) + "» "
                    + text.text()
                            .substring(
                                    Math.max(0, at - 40), Math.min(text.text().length(), at + 50))
                            .replace('\n', '/');
            if (claim.isEmpty()) {
                System.out.println("MISSED " + truth.measured() + " " + truth.value() + " " + place);
                continue;
            }
            var met = new Met(truth, claim.get());
            if (!sameHedge(met)) {
                System.out.println(
                        "HEDGE " + truth.hedge() + " not " + claim.get().hedge() + " " + place);
            }
            if (!samePeriod(met) || !sameKind(met)) {
                System.out.println("PERIOD " + truth.period() + " " + truth.kind() + " not "
                        + claim.get().period().iso() + " "
                        + claim.get().period().kind() + " " + place);
            }
            if (!sameScope(met)) {
                System.out.println(
                        "SCOPE " + truth.scope() + " not " + claim.get().scope() + " " + place);
            }
        }
        for (var claim : claims) {
            if (text.truths().stream().noneMatch(truth -> agrees(truth, claim))) {
                int at = claim.span().start();
                System.out.println("FALSE " + claim.measured() + " " + claim.value() + " " + text.id() + " "
                        + text.text()
                                .substring(
                                        Math.max(0, at - 40),
                                        Math.min(text.text().length(), at + 50))
                                .replace('\n', '/'));
            }
        }
    }
}
