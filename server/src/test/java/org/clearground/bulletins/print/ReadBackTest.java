// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.Figures;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.statements.Extractor;
import org.clearground.statements.KnownNames;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read again as what it was printed from, in each language of the country. */
class ReadBackTest {

    private static final Pack PACK = PackSource.find("aze");
    private static final ReadBack READ_BACK = new ReadBack(
            new Extractor(KnownNames.of(OrganisationRegister.organisations(PACK), PlaceRegister.districts(PACK))));
    private static final long[] COUNTS = {
        0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 20, 21, 40, 100, 101, 111, 1_000, 12_345, 1_234_567
    };
    private static final long[] SQUARE_METRES = {0, 100, 4_000, 10_000, 99_900, 20_463_000, 123_456_700, 6_920_570_000L
    };

    private static Wording wording(String language) {
        return new Wording(new Words(PACK, language, Map.of()));
    }

    private static Bulletin bulletin(ReportingPeriod period, OptionalLong... values) {
        var asOf = new AsOf(period.to(), Instant.parse("2032-01-01T00:00:00Z"));
        var scope = FigureScope.of(period);
        var figures = new ArrayList<Figure>();
        for (var definition : FigureDefinition.values()) {
            figures.add(new Figure(
                    definition,
                    scope,
                    asOf,
                    values[List.of(FigureDefinition.values()).indexOf(definition)],
                    1));
        }
        return new Bulletin(
                period, asOf, figures, new Figures.Contributors(List.of(), List.of(), 1, 0, false), List.of());
    }

    static Stream<ReportingPeriod> periods() {
        return Stream.of(
                ReportingPeriod.named("2031-W10"),
                ReportingPeriod.named("2031-W01"),
                ReportingPeriod.named("2031-02"),
                ReportingPeriod.named("2031-Q2"),
                ReportingPeriod.named("2031"),
                new ReportingPeriod(LocalDate.of(2030, 12, 29), LocalDate.of(2031, 1, 12)));
    }

    @ParameterizedTest
    @MethodSource("periods")
    void everyNumberInEveryPeriodIsReadAsItWasPrinted(ReportingPeriod period) {
        for (var language : PACK.languages()) {
            var wording = wording(language);
            for (long count : COUNTS) {
                for (long area : SQUARE_METRES) {
                    var items = OptionalLong.of(count);
                    assertThatCode(() -> READ_BACK.require(
                                    bulletin(
                                            period,
                                            items,
                                            items,
                                            items,
                                            items,
                                            OptionalLong.of(area),
                                            OptionalLong.of(area)),
                                    wording))
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void soAreFiveHundredOthersInEachLanguageWithSomeAbsent(long seed) {
        var random = new Random(seed);
        for (var language : PACK.languages()) {
            for (int i = 0; i < 170; i++) {
                var from = LocalDate.of(2021 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28));
                var values = new OptionalLong[FigureDefinition.values().length];
                for (var definition : FigureDefinition.values()) {
                    values[List.of(FigureDefinition.values()).indexOf(definition)] = random.nextInt(5) == 0
                            ? OptionalLong.empty()
                            : OptionalLong.of((long) Math.pow(10, random.nextDouble() * 8));
                }
                var printed = bulletin(new ReportingPeriod(from, from.plusDays(random.nextInt(40))), values);
                assertThatCode(() -> READ_BACK.require(printed, wording(language)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void aSentenceThatSaysSomethingElseIsRefused(String language) {
        var period = ReportingPeriod.named("2031-W10");
        var one = OptionalLong.of(1);
        var printed = bulletin(period, OptionalLong.of(53), OptionalLong.of(26), one, one, one, one);
        var other = bulletin(period, OptionalLong.of(26), OptionalLong.of(53), one, one, one, one);
        var figures = new ArrayList<>(other.headline());
        var words = wording(language);

        assertThat(words.release(printed)).isNotEqualTo(words.release(other));
        assertThatThrownBy(() -> READ_BACK.requireSays(figures, printed.period(), words, words.release(printed)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("anti-tank-mines-found")
                .hasMessageContaining("\"" + language + "\"");
    }
}
