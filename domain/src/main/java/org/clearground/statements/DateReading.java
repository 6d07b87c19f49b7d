// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the phrases of time of a sentence: ranges, days, months, years, "last week", "since". */
final class DateReading {

    /** Any leap year does where only the length of a period matters. */
    private static final int SOME_YEAR = 2032;

    private final String text;
    private final @Nullable LocalDate published;

    DateReading(String text, @Nullable LocalDate published) {
        this.text = text;
        this.published = published;
    }

    List<DatedPhrase> read(Sentence sentence) {
        var phrases = new ArrayList<DatedPhrase>();
        int at = 0;
        while (at < sentence.size()) {
            var phrase = phrase(sentence, at);
            if (phrase == null) {
                at++;
            } else {
                phrases.add(phrase);
                at = phrase.until();
            }
        }
        return DatedPhrases.joined(sentence, phrases);
    }

    private @Nullable DatedPhrase phrase(Sentence sentence, int at) {
        return switch (sentence.term(at).meaning()) {
            case NUMBER, MONTH -> printed(sentence, at);
            case ORDINAL -> partOfYear(sentence, at);
            case LAST, THIS, PREVIOUS, WEEK, MONTH_WORD, YEAR, QUARTER -> relative(sentence, at);
            case AS_OF -> asOf(sentence, at);
            case SINCE, FROM, IN -> sinceBeginning(sentence, at);
            default -> null;
        };
    }

    private @Nullable DatedPhrase printed(Sentence sentence, int at) {
        var first = PartialDate.read(sentence, at, text);
        if (!first.says()) {
            return null;
        }
        int before = lead(sentence, at);
        boolean since = sentence.is(before, Meaning.SINCE) || sentence.is(first.until(), Meaning.SINCE);
        int next = first.until();
        if (sentence.is(next, Meaning.TO_DATE)
                || sentence.is(next + 1, Meaning.TO_DATE) && sentence.is(next, Meaning.TO)) {
            int until = sentence.is(next, Meaning.TO_DATE) ? next + 1 : next + 2;
            return first.saysWhen() || first.year() > 0 ? cumulative(sentence, first, null, true, at, until) : null;
        }
        if (sentence.is(next, Meaning.COMMA) && sentence.is(next + 1, Meaning.TO_DATE) && since) {
            return cumulative(sentence, first, null, true, at, next + 2);
        }
        var second = second(sentence, first, next, before, since);
        if (second != null) {
            return since && second.closes() && first.year() > 0
                    ? cumulative(sentence, first, second, false, at, second.until())
                    : range(sentence, first, second, at);
        }
        if (!first.saysWhen() && !(first.year() > 0 && first.day() == 0 && speaksOfYear(sentence, at, first.until()))) {
            return null;
        }
        boolean open = since || first.opens() || first.day() > 0 && sentence.is(before, Meaning.FROM);
        if (open) {
            boolean today = sentence.has(Meaning.TO_DATE);
            return cumulative(sentence, first, null, today, at, next);
        }
        if (sentence.is(before, Meaning.AS_OF) || first.closes() || sentence.is(next, Meaning.AS_OF)) {
            return cumulative(sentence, null, first, false, at, next);
        }
        return range(sentence, first, first, at);
    }

    /** The term that leads a date: the one before it, articles apart. */
    private static int lead(Sentence sentence, int at) {
        int before = at - 1;
        while (sentence.is(before, Meaning.OF)
                || sentence.is(before, Meaning.WEEKDAY)
                || sentence.is(before, Meaning.OPEN)) {
            before--;
        }
        return before;
    }

    private static boolean speaksOfYear(Sentence sentence, int at, int until) {
        int before = lead(sentence, at);
        return sentence.is(before, Meaning.IN)
                || sentence.is(before, Meaning.SINCE)
                || sentence.is(before, Meaning.FROM)
                || sentence.is(before, Meaning.YEAR)
                || until > at + 1
                || sentence.is(until, Meaning.YEAR)
                || sentence.is(until, Meaning.TO)
                || sentence.is(before, Meaning.TO);
    }

    private @Nullable PartialDate second(Sentence sentence, PartialDate first, int at, int before, boolean since) {
        int next = at;
        boolean joined = first.opens();
        if (sentence.is(next, Meaning.TO) || sentence.is(next, Meaning.DASH)) {
            joined = true;
            next++;
        } else if (sentence.is(next, Meaning.AND)
                && (sentence.is(before, Meaning.BETWEEN)
                        || sentence.is(before, Meaning.IN)
                        || sentence.is(before, Meaning.FROM))) {
            joined = true;
            next++;
        } else if (joined && sentence.is(next, Meaning.COMMA)) {
            next++;
        }
        if (!joined) {
            return null;
        }
        while (sentence.is(next, Meaning.OF)
                || sentence.is(next, Meaning.FROM)
                || sentence.is(next, Meaning.TO)
                || sentence.is(next, Meaning.WEEKDAY)
                || sentence.is(next, Meaning.IN)) {
            next++;
        }
        var second = PartialDate.read(sentence, next, text);
        if (!second.says()) {
            return null;
        }
        boolean dated = first.saysWhen() || second.saysWhen();
        boolean years = first.year() > 0 && second.year() > 0 && since;
        return dated || years ? second : null;
    }

    private DatedPhrase cumulative(
            Sentence sentence,
            @Nullable PartialDate first,
            @Nullable PartialDate last,
            boolean toDate,
            int at,
            int until) {
        LocalDate from = null;
        LocalDate to = null;
        boolean inferred = false;
        if (first != null) {
            int year = first.year() > 0 ? first.year() : yearOf(first, first);
            inferred = first.year() == 0;
            from = year > 0 ? first.first(year) : null;
        }
        if (last != null) {
            int year = last.year() > 0 ? last.year() : yearOf(last, last);
            inferred |= last.year() == 0;
            to = year > 0 ? last.last(year) : null;
        } else if (toDate) {
            to = published;
        }
        var kind = from != null && first != null && isThisYear(first, from) && last == null
                ? PeriodKind.OTHER
                : PeriodKind.CUMULATIVE;
        return new DatedPhrase(
                new ClaimPeriod(from, to, kind, span(sentence, at, until), inferred),
                at,
                until,
                DatedPhrase.Precision.MONTHS,
                false);
    }

    private static boolean isThisYear(PartialDate first, LocalDate from) {
        return first.day() == 0 && first.month() == 0 && from.getDayOfYear() == 1;
    }

    private DatedPhrase range(Sentence sentence, PartialDate printedFirst, PartialDate printedLast, int at) {
        var first = printedFirst.with(
                printedLast.month(), printedFirst.equals(printedLast) ? 0 : yearBefore(printedFirst, printedLast));
        var last = printedLast.with(first.month(), yearAfter(printedFirst, printedLast));
        boolean inferred = last.year() == 0;
        int until = printedLast.until();
        int year = inferred ? yearOf(first, last) : last.year();
        int known = year == 0 ? SOME_YEAR : year;
        var to = last.last(known);
        var from = first.first(first.year() > 0 ? first.year() : first.month() > last.month() ? known - 1 : known);
        if (from != null && to != null && to.isBefore(from)) {
            to = null;
        }
        var kind = from == null || to == null ? PeriodKind.OTHER : kind(from, to, sentence);
        return new DatedPhrase(
                new ClaimPeriod(
                        year == 0 ? null : from, year == 0 ? null : to, kind, span(sentence, at, until), inferred),
                at,
                until,
                first.day() > 0 ? DatedPhrase.Precision.DAYS : DatedPhrase.Precision.MONTHS,
                sentence.has(Meaning.PREVIOUS) && sentence.first(Meaning.PREVIOUS) < at);
    }

    private static int yearBefore(PartialDate first, PartialDate last) {
        if (last.year() == 0) {
            return 0;
        }
        return first.month() > 0 && last.month() > 0 && first.month() > last.month() ? last.year() - 1 : last.year();
    }

    private static int yearAfter(PartialDate first, PartialDate last) {
        if (first.year() == 0) {
            return 0;
        }
        return first.month() > 0 && last.month() > 0 && first.month() > last.month() ? first.year() + 1 : first.year();
    }

    /** The latest year in which the period ends on or before the day of publication; 0 where that day is unknown. */
    private int yearOf(PartialDate first, PartialDate last) {
        if (published == null) {
            return 0;
        }
        for (int year = published.getYear(); year > published.getYear() - 8; year--) {
            var to = last.last(year);
            if (to != null && first.first(year) != null && !to.isAfter(published)) {
                return year;
            }
        }
        return published.getYear();
    }

    private static PeriodKind kind(LocalDate from, LocalDate to, Sentence sentence) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        boolean firstOfMonth = from.getDayOfMonth() == 1;
        boolean lastOfMonth = to.plusDays(1).getDayOfMonth() == 1;
        if (days == 1) {
            return PeriodKind.DAY;
        }
        if (days <= 45 && sentence.has(Meaning.WEEK) && !sentence.has(Meaning.MONTH_WORD)) {
            return PeriodKind.WEEK;
        }
        boolean oneMonth = from.getMonth() == to.getMonth() && (firstOfMonth || lastOfMonth);
        if (days >= 20 && days <= 45 && (sentence.has(Meaning.MONTH_WORD) || oneMonth)) {
            return PeriodKind.MONTH;
        }
        if (days > 366 || days > 100 && !firstOfMonth) {
            return PeriodKind.CUMULATIVE;
        }
        if (days >= 4 && days <= 8) {
            return PeriodKind.WEEK;
        }
        if (firstOfMonth && lastOfMonth && days >= 89 && days <= 92) {
            return PeriodKind.QUARTER;
        }
        return days >= 365 && days <= 366 && firstOfMonth ? PeriodKind.YEAR : PeriodKind.OTHER;
    }

    /** "the first quarter of 2031", "the first half of the year", "the first nine months". */
    private @Nullable DatedPhrase partOfYear(Sentence sentence, int at) {
        int ordinal = sentence.term(at).value();
        int next = at + 1;
        int months = 0;
        while (sentence.is(next, Meaning.OF)) {
            next++;
        }
        if (sentence.is(next, Meaning.QUARTER)) {
            months = 3;
            next++;
        } else if (sentence.is(next, Meaning.HALF)) {
            months = 6;
            next++;
        } else if (ordinal == 1
                && (sentence.is(next, Meaning.NUMBER_WORD) || sentence.is(next, Meaning.NUMBER))
                && sentence.is(next + 1, Meaning.MONTH_WORD)) {
            var many = sentence.term(next);
            months = many.value() > 0
                    ? many.value()
                    : PartialDate.read(sentence, next, text).day();
            next += 2;
        }
        if (months == 0 || months * ordinal > 12) {
            return null;
        }
        int ofMonth = next;
        while (sentence.is(ofMonth, Meaning.OF)) {
            ofMonth++;
        }
        if (sentence.is(ofMonth, Meaning.MONTH)) {
            return null;
        }
        while (sentence.is(next, Meaning.OF) || sentence.is(next, Meaning.THIS) || sentence.is(next, Meaning.IN)) {
            next++;
        }
        int year = PartialDate.read(sentence, next, text).year();
        if (year > 0) {
            next++;
        } else if (at > 1 && PartialDate.read(sentence, at - 1, text).year() > 0) {
            year = PartialDate.read(sentence, at - 1, text).year();
        } else if (at > 3) {
            year = PartialDate.read(sentence, at - 4, text).year();
        }
        if (sentence.is(next, Meaning.YEAR)) {
            next++;
        }
        boolean inferred = year == 0;
        if (inferred && published != null) {
            year = published.getYear();
            if (!LocalDate.of(year, 1, 1)
                    .plusMonths((long) months * ordinal)
                    .minusDays(1)
                    .isAfter(published)) {
                inferred = true;
            } else {
                year--;
            }
        }
        var kind = months == 3 ? PeriodKind.QUARTER : PeriodKind.OTHER;
        if (year == 0) {
            return new DatedPhrase(
                    new ClaimPeriod(null, null, kind, span(sentence, at, next), true),
                    at,
                    next,
                    DatedPhrase.Precision.MONTHS,
                    false);
        }
        var from = LocalDate.of(year, 1, 1).plusMonths((long) months * (ordinal - 1));
        return new DatedPhrase(
                new ClaimPeriod(from, from.plusMonths(months).minusDays(1), kind, span(sentence, at, next), inferred),
                at,
                next,
                DatedPhrase.Precision.MONTHS,
                false);
    }

    /** "last week", "semaine dernière", "за неделю", "this year". */
    private @Nullable DatedPhrase relative(Sentence sentence, int at) {
        var term = sentence.term(at);
        boolean unitFirst = isUnit(term.meaning());
        int next = at + 1;
        while (sentence.is(next, Meaning.OF)
                || sentence.is(next, Meaning.NUMBER_WORD) && sentence.term(next).value() == 1) {
            next++;
        }
        if (next >= sentence.size() && !unitFirst) {
            return term.is(Meaning.PREVIOUS) ? before(sentence, at) : null;
        }
        if (unitFirst) {
            if (sentence.is(next, Meaning.LAST) && next == at + 1) {
                return relative(sentence, Meaning.LAST, term.meaning(), at, next + 1);
            }
            if (sentence.is(next, Meaning.PREVIOUS) && next == at + 1) {
                return relative(sentence, Meaning.PREVIOUS, term.meaning(), at, next + 1);
            }
            boolean past = at > 0
                    && (sentence.is(at - 1, Meaning.IN) && isRussianIn(sentence.term(at - 1))
                            || sentence.term(at - 1).is(Meaning.NUMBER_WORD)
                                    && sentence.term(at - 1).value() == 1
                                    && term.is(Meaning.WEEK));
            return past ? relative(sentence, Meaning.LAST, term.meaning(), at, at + 1) : null;
        }
        var unit = sentence.term(next).meaning();
        if (isUnit(unit)) {
            return relative(sentence, term.meaning(), unit, at, next + 1);
        }
        return term.is(Meaning.PREVIOUS) ? before(sentence, at) : null;
    }

    private static boolean isRussianIn(Term term) {
        return term.word().equals("за");
    }

    private static boolean isUnit(Meaning meaning) {
        return switch (meaning) {
            case WEEK, MONTH_WORD, YEAR, QUARTER -> true;
            default -> false;
        };
    }

    private static DatedPhrase before(Sentence sentence, int at) {
        return new DatedPhrase(
                new ClaimPeriod(null, null, PeriodKind.UNSTATED, span(sentence, at, at + 1), true),
                at,
                at + 1,
                DatedPhrase.Precision.RELATIVE,
                true);
    }

    private @Nullable DatedPhrase relative(Sentence sentence, Meaning which, Meaning unit, int at, int until) {
        var kind =
                switch (unit) {
                    case WEEK -> PeriodKind.WEEK;
                    case MONTH_WORD -> PeriodKind.MONTH;
                    case QUARTER -> PeriodKind.QUARTER;
                    default -> PeriodKind.YEAR;
                };
        if (which == Meaning.THIS && unit != Meaning.YEAR) {
            return null;
        }
        LocalDate from = null;
        LocalDate to = null;
        if (published != null) {
            switch (kind) {
                case WEEK -> {
                    from = published
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(1);
                    to = from.plusDays(6);
                }
                case MONTH -> {
                    from = published.withDayOfMonth(1).minusMonths(1);
                    to = from.plusMonths(1).minusDays(1);
                }
                case QUARTER -> {
                    from = LocalDate.of(published.getYear(), (published.getMonthValue() - 1) / 3 * 3 + 1, 1)
                            .minusMonths(3);
                    to = from.plusMonths(3).minusDays(1);
                }
                default -> {
                    int year = which == Meaning.THIS ? published.getYear() : published.getYear() - 1;
                    from = LocalDate.of(year, 1, 1);
                    to = LocalDate.of(year, 12, 31);
                }
            }
        }
        return new DatedPhrase(
                new ClaimPeriod(from, to, kind, span(sentence, at, until), true),
                at,
                until,
                DatedPhrase.Precision.RELATIVE,
                which == Meaning.PREVIOUS);
    }

    private @Nullable DatedPhrase asOf(Sentence sentence, int at) {
        int next = at + 1;
        while (sentence.is(next, Meaning.OF) || sentence.is(next, Meaning.IN)) {
            next++;
        }
        var day = PartialDate.read(sentence, next, text);
        return day.saysWhen() ? cumulative(sentence, null, day, false, at, day.until()) : null;
    }

    /** "since the beginning of the year", "with 2034". */
    private @Nullable DatedPhrase sinceBeginning(Sentence sentence, int at) {
        int next = at + 1;
        boolean beginning = false;
        while (next < sentence.size() && next < at + 5 && !sentence.is(next, Meaning.NUMBER)) {
            var word = sentence.term(next).word();
            beginning |= word.startsWith("beginning")
                    || word.startsWith("start")
                    || word.startsWith("начала")
                    || word.startsWith("debut")
                    || word.startsWith("beginn")
                    || word.startsWith("anfang")
                    || word.startsWith("principio")
                    || word.startsWith("comienzo")
                    || word.startsWith("inicio");
            if (sentence.is(next, Meaning.YEAR)) {
                break;
            }
            next++;
        }
        if (!beginning || next >= sentence.size()) {
            return null;
        }
        int year = PartialDate.read(sentence, next, text).year();
        boolean stated = year > 0;
        if (!stated && published != null && sentence.is(next, Meaning.YEAR)) {
            year = published.getYear();
        }
        if (year == 0) {
            return null;
        }
        return new DatedPhrase(
                new ClaimPeriod(
                        LocalDate.of(year, 1, 1),
                        stated ? null : published,
                        PeriodKind.OTHER,
                        span(sentence, at, next + 1),
                        !stated),
                at,
                next + 1,
                DatedPhrase.Precision.MONTHS,
                false);
    }

    private static Span span(Sentence sentence, int at, int until) {
        return new Span(sentence.term(at).start(), sentence.term(until - 1).end());
    }
}
