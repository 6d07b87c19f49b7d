// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together the terms of one number: thousands parted by spaces, words, "71.3 thousand". */
final class NumberTerms {

    private final Sentence sentence;
    private final String text;
    private final ReleaseLanguage language;

    NumberTerms(Sentence sentence, String text, ReleaseLanguage language) {
        this.sentence = sentence;
        this.text = text;
        this.language = language;
    }

    /** Where a number that begins here ends; {@code at} itself where none begins. */
    int until(int at) {
        return switch (sentence.term(at).meaning()) {
            case NUMBER -> digitsUntil(at);
            case NUMBER_WORD -> wordsUntil(at);
            case ARTICLE -> at + 1;
            default -> at;
        };
    }

    /** Behind thousand and million that belong to the number. */
    int scaledUntil(int until) {
        return sentence.is(until, Meaning.THOUSAND) || sentence.is(until, Meaning.MILLION) ? until + 1 : until;
    }

    /** Behind an ending that hangs on the number: az {@code 3 300-dən}, {@code 8526,2-si}. */
    int endedUntil(int until) {
        int next = scaledUntil(until);
        boolean ending = language == ReleaseLanguage.AZ
                && sentence.is(next, Meaning.DASH)
                && sentence.term(next).glued()
                && next + 1 < sentence.size()
                && sentence.term(next + 1).glued()
                && !sentence.is(next + 1, Meaning.NUMBER)
                && sentence.term(next + 1).word().length() <= 3
                && (sentence.is(next + 1, Meaning.WORD) || sentence.is(next + 1, Meaning.TO));
        return ending ? next + 2 : next;
    }

    @Nullable
    PrintedNumber read(int at, PrintedNumber.Unit unit) {
        int until = until(at);
        int scaled = scaledUntil(until);
        int power = scaled == until ? 0 : sentence.is(until, Meaning.THOUSAND) ? 3 : 6;
        int start = sentence.term(at).start();
        int end = sentence.term(scaled - 1).end();
        if (!sentence.is(at, Meaning.NUMBER)) {
            int value = words(at, until);
            return new PrintedNumber(BigDecimal.valueOf(value), List.of(), start, end, scaled).times(power);
        }
        var shape = new StringBuilder();
        boolean grouped = false;
        for (int i = at; i < until; i++) {
            if (sentence.is(i, Meaning.COMMA)) {
                shape.append(',');
            } else {
                grouped |= i > at && sentence.is(i - 1, Meaning.NUMBER);
                shape.append(text, sentence.term(i).start(), sentence.term(i).end());
            }
        }
        if (shape.length() > 15) {
            return null;
        }
        return PrintedNumber.read(shape.toString(), grouped, unit, language, power > 0, start, end, scaled)
                .times(power);
    }

    private int digitsUntil(int at) {
        int until = at + 1;
        int first = length(at);
        if (first <= 3 && plain(at)) {
            while (until < sentence.size()
                    && sentence.is(until, Meaning.NUMBER)
                    && parted(until)
                    && startsWithThree(until)) {
                until++;
                if (!plain(until - 1)) {
                    return until;
                }
            }
        }
        return spacedComma(at, until);
    }

    /** "453, 90 hectares" and "80, 141 mines": a space behind the mark inside a number. */
    private int spacedComma(int at, int until) {
        if (!sentence.is(until, Meaning.COMMA)
                || !sentence.term(until).glued()
                || !sentence.is(until + 1, Meaning.NUMBER)
                || !plain(until + 1)
                || !plain(until - 1)) {
            return until;
        }
        int behind = until + 2;
        int digits = length(until + 1);
        boolean area = sentence.is(behind, Meaning.HECTARE) || sentence.is(behind, Meaning.SQUARE_METRE);
        if (area && digits <= 2) {
            return behind;
        }
        boolean alone = until == at + 1 && length(at) <= 3;
        return digits == 3 && alone && (area || !isFigureBefore(at)) && language == ReleaseLanguage.EN ? behind : until;
    }

    private boolean isFigureBefore(int at) {
        return sentence.is(at - 1, Meaning.COMMA) || sentence.is(at - 1, Meaning.NUMBER);
    }

    private boolean plain(int at) {
        var term = sentence.term(at);
        for (int i = term.start(); i < term.end(); i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == ',') {
                return false;
            }
        }
        return true;
    }

    private int length(int at) {
        return sentence.term(at).end() - sentence.term(at).start();
    }

    private boolean parted(int at) {
        return sentence.term(at).start() - sentence.term(at - 1).end() == 1;
    }

    private boolean startsWithThree(int at) {
        var term = sentence.term(at);
        int i = term.start();
        while (i < term.end() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i - term.start() == 3;
    }

    private int wordsUntil(int at) {
        int until = at + 1;
        int last = sentence.term(at).value();
        while (sentence.is(until, Meaning.NUMBER_WORD)
                || sentence.is(until, Meaning.DASH)
                        && sentence.is(until + 1, Meaning.NUMBER_WORD)
                        && sentence.term(until).glued()) {
            int word = sentence.is(until, Meaning.DASH) ? until + 1 : until;
            int value = sentence.term(word).value();
            if (value >= last && !(value == 100 && last < 10)) {
                break;
            }
            last = value;
            until = word + 1;
        }
        return until;
    }

    private int words(int at, int until) {
        int value = 0;
        for (int i = at; i < until; i++) {
            int word = sentence.term(i).value();
            value = word == 100 && value > 0 ? value * 100 : value + word;
        }
        return value;
    }
}
