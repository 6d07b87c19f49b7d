// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.statements.Claim;
import org.clearground.statements.Extraction;
import org.clearground.statements.Extractor;
import org.clearground.statements.Hedge;
import org.clearground.statements.Release;
import org.clearground.statements.ReleaseLanguage;
import org.clearground.time.ReportingPeriod;

/**
 * Reads the sentence of a release as any newsroom will, before it is published: what the extractor of statements reads from
 * the printed words must be the very figures and days that they were printed from. A language that it does not read is not
 * checked.
 */
public final class ReadBack {

    private static final int HECTARES_DIGITS = 4;
    private static final int PRINTED_DIGITS = 2;

    private final Extractor extractor;

    public ReadBack(Extractor extractor) {
        this.extractor = extractor;
    }

    /**
     * Refuses a sentence that says something else than the figures.
     *
     * @throws ProblemException naming the language, the figure, what is printed and what is read
     */
    public void require(Bulletin bulletin, Wording wording) {
        if (bulletin.contributors().reports() > 0) {
            requireSays(bulletin.headline(), bulletin.period(), wording, wording.release(bulletin));
        }
    }

    /** The same of a sentence as it stands. */
    void requireSays(List<Figure> figures, ReportingPeriod period, Wording wording, String sentence) {
        var language = language(wording.language());
        if (language.isEmpty()) {
            return;
        }
        var read = extractor.read(
                new Release(wording.language(), sentence, period.to().plusDays(1), language.get()));
        for (var figure : figures) {
            require(figure, read, period, wording, sentence);
        }
    }

    private static void require(
            Figure figure, Extraction read, ReportingPeriod period, Wording wording, String sentence) {
        var measured = figure.definition().measured();
        if (measured.isEmpty()) {
            return;
        }
        var claims = read.claims().stream()
                .filter(claim -> claim.measured() == measured.get())
                .toList();
        if (figure.value().isEmpty() ? !claims.isEmpty() : claims.size() != 1 || !says(claims.get(0), figure, period)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the sentence in \"" + wording.language() + "\" does not say what it was made from: for "
                            + figure.definition().published() + " it prints " + wording.value(figure)
                            + " and is read as "
                            + (claims.isEmpty()
                                    ? "nothing"
                                    : claims.stream().map(ReadBack::told).toList())
                            + "; correct bulletin.sentence in the pack. It was: " + sentence);
        }
    }

    private static boolean says(Claim claim, Figure figure, ReportingPeriod period) {
        return claim.value().compareTo(printed(figure)) == 0
                && claim.hedge() == Hedge.EXACT
                && period.from().equals(claim.period().from())
                && period.to().equals(claim.period().to());
    }

    /** The value as it is printed: hectares with at most two decimals. */
    private static BigDecimal printed(Figure figure) {
        var value = figure.value().orElseThrow();
        return figure.definition().unit() == FigureDefinition.Unit.ITEMS
                ? BigDecimal.valueOf(value)
                : BigDecimal.valueOf(value, HECTARES_DIGITS).setScale(PRINTED_DIGITS, RoundingMode.HALF_UP);
    }

    private static String told(Claim claim) {
        return claim.value().toPlainString() + " (" + claim.hedge().name().toLowerCase(Locale.ROOT) + ", "
                + claim.period().from() + " to " + claim.period().to() + ")";
    }

    private static Optional<ReleaseLanguage> language(String code) {
        return Arrays.stream(ReleaseLanguage.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }
}
