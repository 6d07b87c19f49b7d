// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a period prints: some of day, month and year, in any order. 0 where it does not say.
 *
 * @param opens whether its ending says that a range begins here (az 4-dən)
 * @param closes whether its ending says that a range ends here (az 10-dək)
 * @param until the term behind it
 */
record PartialDate(int day, int month, int year, boolean opens, boolean closes, int until) {

    private static final Set<String> OPENING = Set.of("dan", "den");
    private static final Set<String> CLOSING = Set.of("dek", "dak", "na", "ne", "a", "e", "ya", "ye");

    boolean says() {
        return day > 0 || month > 0 || year > 0;
    }

    boolean saysWhen() {
        return month > 0;
    }

    /** Fills in what the other end says. */
    PartialDate with(int otherMonth, int otherYear) {
        return new PartialDate(day, month > 0 ? month : otherMonth, year > 0 ? year : otherYear, opens, closes, until);
    }

    /** The first day that it may mean in a year; null if there is no such day. */
    @Nullable
    LocalDate first(int inYear) {
        return date(inYear, month > 0 ? month : 1, day > 0 ? day : 1);
    }

    /** The last day that it may mean in a year; null if there is no such day. */
    @Nullable
    LocalDate last(int inYear) {
        if (day > 0) {
            return date(inYear, month, day);
        }
        var first = date(inYear, month > 0 ? month : 12, 1);
        return first == null ? null : first.plusMonths(1).minusDays(1);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Reads as much of a date as begins at a term. */
    static PartialDate read(Sentence sentence, int from, String text) {
        int day = 0;
        int month = 0;
        int year = 0;
        boolean opens = false;
        boolean closes = false;
        int at = from;
        int until = from;
        while (at < sentence.size() && !opens && !closes) {
            var term = sentence.term(at);
            if (term.is(Meaning.NUMBER)) {
                var full = dotted(term, text);
                if (full != null) {
                    if (day > 0 || month > 0) {
                        break;
                    }
                    day = full.getDayOfMonth();
                    month = full.getMonthValue();
                    year = full.getYear();
                } else {
                    int number = whole(term, text);
                    if (number >= 1990 && number <= 2100 && year == 0) {
                        year = number;
                    } else if (number >= 1 && number <= 31 && day == 0 && term.end() - term.start() <= 2) {
                        day = number;
                    } else {
                        break;
                    }
                }
                at++;
                if (sentence.is(at, Meaning.ORDINAL_END) && sentence.term(at).glued()) {
                    at++;
                }
                if (isSuffix(sentence, at)) {
                    var ending = sentence.term(at + 1).word();
                    opens = OPENING.contains(ending);
                    closes = CLOSING.contains(ending);
                    at += 2;
                    if (closes
                            && at < sentence.size()
                            && sentence.term(at).word().equals("qeder")) {
                        at++;
                    }
                }
                until = at;
            } else if (term.is(Meaning.MONTH) && month == 0 && (isName(term, text) || day > 0)) {
                month = term.value();
                opens = term.word().endsWith("ndan") || term.word().endsWith("nden");
                closes = term.word().endsWith("dek") || term.word().endsWith("dak");
                at++;
                until = at;
            } else if (term.is(Meaning.YEAR) && year > 0) {
                opens = term.word().equals("ilden");
                closes = term.word().equals("iledek") || term.word().equals("iladek");
                at++;
                until = at;
            } else if (at > from && isFiller(sentence, at, day, month, year)) {
                at++;
            } else {
                break;
            }
        }
        return new PartialDate(day, month, year, opens, closes, until);
    }

    /** "may" and "march" are months only where they are written as names. */
    private static boolean isName(Term term, String text) {
        return !(term.word().equals("may")
                        || term.word().equals("march")
                        || term.word().equals("mar"))
                || Character.isUpperCase(text.charAt(term.start()))
                || term.end() - term.start() > 5;
    }

    private static boolean isFiller(Sentence sentence, int at, int day, int month, int year) {
        var term = sentence.term(at);
        return switch (term.meaning()) {
            case COMMA -> year == 0 && month > 0 && isYear(sentence, at + 1);
            case OF -> day > 0 && month == 0 || month > 0 && year == 0 && isYear(sentence, at + 1);
            case MONTH_WORD -> month > 0 && day == 0;
            case MARK -> false;
            default -> false;
        };
    }

    private static boolean isYear(Sentence sentence, int at) {
        return sentence.is(at, Meaning.NUMBER)
                && sentence.term(at).word().length() == 4
                && sentence.term(at).word().startsWith("20");
    }

    private static boolean isSuffix(Sentence sentence, int at) {
        return sentence.is(at, Meaning.DASH)
                && sentence.term(at).glued()
                && at + 1 < sentence.size()
                && sentence.term(at + 1).glued()
                && !sentence.is(at + 1, Meaning.NUMBER)
                && !sentence.is(at + 1, Meaning.MONTH)
                && sentence.term(at + 1).word().length() <= 4;
    }

    private static int whole(Term term, String text) {
        int value = 0;
        for (int i = term.start(); i < term.end(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || value > 100_000) {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    /** A day written 04.03.2031; null if it is none. */
    static @Nullable LocalDate dotted(Term term, String text) {
        var written = text.substring(term.start(), term.end());
        int first = written.indexOf('.');
        int second = written.indexOf('.', first + 1);
        if (first < 1
                || first > 2
                || second < first + 2
                || second > first + 3
                || written.length() - second != 5
                || written.indexOf(',') >= 0
                || written.indexOf('.', second + 1) >= 0) {
            return null;
        }
        return date(
                Integer.parseInt(written.substring(second + 1)),
                Integer.parseInt(written.substring(first + 1, second)),
                Integer.parseInt(written.substring(0, first)));
    }
}
