// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures that a release states, by a grammar and lists of words: the same text always gives the same claims.
 *
 * <p>It fills no gap: a category that the text does not name is absent. Where a print may mean two values, both are kept.
 * It may be used by several threads at once.
 */
public final class Extractor {

    private final Map<ReleaseLanguage, Lexicon> lexicons = new EnumMap<>(ReleaseLanguage.class);

    /** For one country. */
    public Extractor(KnownNames names) {
        for (var language : ReleaseLanguage.values()) {
            lexicons.put(language, new Lexicon(words(language), names));
        }
    }

    private static String words(ReleaseLanguage language) {
        return switch (language) {
            case EN -> EnglishWords.TABLE;
            case AZ -> AzerbaijaniWords.TABLE;
            case RU -> RussianWords.TABLE;
            case DE -> GermanWords.table();
            case FR -> FrenchWords.TABLE;
            case ES -> SpanishWords.TABLE;
        };
    }

    /** What a release states. */
    public Extraction read(Release release) {
        var page = release.text();
        var text = page.substring(0, PageFurniture.begins(page));
        var tokens = Tokens.of(text);
        var guessed = LanguageGuess.of(tokens, text);
        var language = release.language() == null ? guessed : release.language();
        var sentences = Sentence.cut(tokens, lexicon(language), language == ReleaseLanguage.DE);
        var unknown = new ArrayList<Extraction.UnknownWord>();
        var reading = new DateReading(text, release.published());
        var dates = new ArrayList<List<DatedPhrase>>();
        var figures = new ArrayList<List<Figure>>();
        if (isOfElsewhere(sentences)) {
            return new Extraction(language, List.of(), List.of(), List.of());
        }
        for (var sentence : sentences) {
            var dated = reading.read(sentence);
            dates.add(dated);
            figures.add(new FigureReading(sentence, dated, text, language, unknown).read());
        }
        var periods = new Periods(sentences, dates, figures, release.published());
        var doers = new Doers(sentences);
        var claims = new ArrayList<Claim>();
        var crossChecks = new ArrayList<@Nullable BigDecimal>();
        for (int i = 0; i < sentences.size(); i++) {
            var ofSentence = figures.get(i);
            var governing = periods.of(i, ofSentence);
            for (int j = 0; j < ofSentence.size(); j++) {
                var figure = ofSentence.get(j);
                var period = governing.get(j);
                claims.add(new Claim(
                        figure.measured(),
                        figure.number().value(),
                        figure.hedge(),
                        period,
                        doers.of(sentences.get(i), figure, ofSentence, period.kind() == PeriodKind.CUMULATIVE),
                        new Span(figure.number().start(), figure.number().end()),
                        figure.number().others(),
                        List.of()));
                crossChecks.add(figure.crossCheck());
            }
        }
        Totals.settle(claims);
        return new Extraction(
                language,
                checked(release, claims, crossChecks),
                ofText(release, language, guessed, unknown, claims.isEmpty()),
                unknown);
    }

    private static List<Claim> checked(Release release, List<Claim> claims, List<@Nullable BigDecimal> crossChecks) {
        var checks = new Checks(release, claims);
        var checked = new ArrayList<Claim>();
        for (int i = 0; i < claims.size(); i++) {
            checked.add(claims.get(i).with(checks.of(claims.get(i), crossChecks.get(i))));
        }
        return checked;
    }

    private static List<Finding> ofText(
            Release release,
            ReleaseLanguage language,
            ReleaseLanguage guessed,
            List<Extraction.UnknownWord> unknown,
            boolean nothing) {
        var findings = new ArrayList<Finding>();
        if (language != guessed) {
            findings.add(Checks.finding(
                    release,
                    FindingCode.STATEMENT_LANGUAGE_DIFFERS,
                    new Span(0, 0),
                    Map.of("language", language.code(), "guessed", guessed.code())));
        }
        if (nothing) {
            findings.add(Checks.finding(
                    release, FindingCode.STATEMENT_NOTHING_READ, new Span(0, 0), Map.of("language", language.code())));
        }
        for (var word : unknown) {
            findings.add(Checks.finding(release, FindingCode.STATEMENT_WORD_UNKNOWN, word.span(), Map.of()));
        }
        return findings;
    }

    /** Gold mines, games, other countries: the first sentences say so, and no body of this country is named. */
    private static boolean isOfElsewhere(List<Sentence> sentences) {
        return sentences.stream().limit(2).anyMatch(sentence -> sentence.has(Meaning.ELSEWHERE))
                && sentences.stream().noneMatch(sentence -> sentence.has(Meaning.AGENCY));
    }

    private Lexicon lexicon(ReleaseLanguage language) {
        @Nullable Lexicon lexicon = lexicons.get(language);
        if (lexicon == null) {
            throw new IllegalStateException("no words for " + language);
        }
        return lexicon;
    }
}
