// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a sentence: each number with what it counts. Numbers of anything else are passed over. */
final class FigureReading {

    private final Sentence sentence;
    private final List<DatedPhrase> dates;
    private final NumberTerms numbers;
    private final List<Extraction.UnknownWord> unknown;
    private final String text;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();

    FigureReading(
            Sentence sentence,
            List<DatedPhrase> dates,
            String text,
            ReleaseLanguage language,
            List<Extraction.UnknownWord> unknown) {
        this.sentence = sentence;
        this.dates = dates;
        this.text = text;
        this.numbers = new NumberTerms(sentence, text, language);
        this.unknown = unknown;
    }

    List<Figure> read() {
        if (sentence.has(Meaning.ELSEWHERE)) {
            return List.of();
        }
        int at = 0;
        while (at < sentence.size()) {
            int until = dateUntil(at);
            if (until == at) {
                until = numbers.until(at);
                if (until > at) {
                    until = figure(at, until);
                }
            }
            at = Math.max(until, at + 1);
        }
        return figures;
    }

    private int dateUntil(int at) {
        for (var date : dates) {
            if (date.holds(at)) {
                return date.until();
            }
        }
        return at;
    }

    private int figure(int at, int until) {
        if (isModel(at) || isClock(at, until)) {
            return until;
        }
        var figure = area(at, until);
        if (figure == null && !isNotCounted(until)) {
            figure = persons(at, until);
            if (figure == null) {
                figure = items(at, until);
            }
        }
        if (figure == null) {
            figure = areaOfNextBody(at);
        }
        if (figure == null) {
            figure = areaWithUnitElsewhere(at, until);
        }
        if (figure == null) {
            note(at, until);
            return until;
        }
        if (isFrame(at, figure)) {
            return Math.max(until, figure.number().until());
        }
        figures.add(figure);
        return Math.max(figure.number().until(), figure.measured().isArea() ? figure.until() : 0);
    }

    /** A number that belongs to a name: TM-62, M-49. */
    private boolean isModel(int at) {
        return at > 1
                && sentence.is(at - 1, Meaning.DASH)
                && sentence.term(at - 1).glued()
                && sentence.term(at).glued()
                && !sentence.is(at - 2, Meaning.NUMBER)
                && (sentence.is(at - 2, Meaning.WORD)
                        || sentence.term(at - 2).word().length() <= 4);
    }

    private boolean isClock(int at, int until) {
        return sentence.is(until, Meaning.COLON)
                        && sentence.term(until).glued()
                        && sentence.is(until + 1, Meaning.NUMBER)
                || sentence.is(at - 1, Meaning.COLON)
                        && sentence.is(at - 2, Meaning.NUMBER)
                        && sentence.term(at).glued();
    }

    /** Calibres, ages, maps, kilometres: what follows the number is nothing that is counted here. */
    private boolean isNotCounted(int until) {
        int next = numbers.endedUntil(until);
        if (next >= sentence.size()) {
            return false;
        }
        var term = sentence.term(next);
        if (term.is(Meaning.DASH) && term.glued() && next + 1 < sentence.size()) {
            return sentence.is(next + 1, Meaning.NOT_COUNTED)
                    || sentence.is(next + 1, Meaning.DAY)
                    || sentence.is(next + 1, Meaning.YEAR)
                    || sentence.is(next + 1, Meaning.NUMBER);
        }
        if (term.glued() && term.is(Meaning.WORD)) {
            return true;
        }
        return switch (term.meaning()) {
            case NOT_COUNTED, DAY, WEEK, MONTH_WORD, YEAR, MONTH, WEEKDAY, COMPANY, DISTRICT -> true;
            case MARK -> "%°$€+|".contains(term.word());
            default -> false;
        };
    }

    private @Nullable Figure area(int at, int until) {
        int next = numbers.endedUntil(until);
        while (sentence.is(next, Meaning.DASH) && sentence.term(next).glued()) {
            next++;
        }
        if (sentence.is(at, Meaning.ARTICLE) || next >= sentence.size()) {
            return null;
        }
        var unit =
                switch (sentence.term(next).meaning()) {
                    case HECTARE, SQUARE_KILOMETRE -> PrintedNumber.Unit.HECTARES;
                    case SQUARE_METRE -> PrintedNumber.Unit.SQUARE_METRES;
                    default -> null;
                };
        if (unit == null) {
            return null;
        }
        var number = numbers.read(at, unit);
        if (number == null) {
            return null;
        }
        BigDecimal crossCheck = null;
        int end = next + 1;
        if (unit == PrintedNumber.Unit.SQUARE_METRES) {
            number = number.times(-4);
            if (sentence.is(end, Meaning.OPEN)) {
                int inner = end + 1;
                while (inner < sentence.size() && numbers.until(inner) == inner && !sentence.is(inner, Meaning.CLOSE)) {
                    inner++;
                }
                if (inner < sentence.size() && numbers.until(inner) > inner) {
                    int behind = numbers.scaledUntil(numbers.until(inner));
                    if (sentence.is(behind, Meaning.HECTARE)) {
                        var checked = numbers.read(inner, PrintedNumber.Unit.HECTARES);
                        crossCheck = checked == null ? null : checked.value();
                        end = behind + 1;
                    }
                }
            }
        } else if (sentence.is(next, Meaning.SQUARE_KILOMETRE)) {
            number = number.times(2);
        }
        return new Figure(verb(at), number, hedge(at, end), at, end, crossCheck);
    }

    /** The unit is said once and left out behind: "ANAMA 41,208.9 hectares, the Ministry of Defence 9,117.4". */
    private @Nullable Figure areaOfNextBody(int at) {
        if (figures.isEmpty() || !sentence.is(at, Meaning.NUMBER)) {
            return null;
        }
        var last = figures.get(figures.size() - 1);
        boolean body = false;
        for (int i = at - 1; i > last.term() && i >= at - 3; i--) {
            body |= switch (sentence.term(i).meaning()) {
                case AGENCY, ARMY, BODY, COMPANY, DISTRICT -> true;
                default -> false;
            };
        }
        if (!body || !last.measured().isArea()) {
            return null;
        }
        var number = numbers.read(at, PrintedNumber.Unit.HECTARES);
        return number == null
                ? null
                : new Figure(last.measured(), number, hedge(at, number.until()), at, number.until(), null);
    }

    /** The unit stands before ("Hectares cleared 1,448.05"), or once behind a list of numbers ("in A 34.9, in B 33.5 hectares"). */
    private @Nullable Figure areaWithUnitElsewhere(int at, int until) {
        if (!sentence.is(at, Meaning.NUMBER)) {
            return null;
        }
        boolean before = false;
        for (int i = at - 1; i >= Math.max(0, at - 4) && !sentence.is(i, Meaning.NUMBER); i--) {
            before |= sentence.is(i, Meaning.HECTARE)
                    && !sentence.is(i - 1, Meaning.NUMBER)
                    && !sentence.is(i - 1, Meaning.THOUSAND);
        }
        boolean behind = false;
        if (sentence.is(until, Meaning.COMMA) || sentence.is(until, Meaning.AND)) {
            for (int i = until + 1;
                    i < sentence.size() && !isItem(sentence.term(i).meaning());
                    i++) {
                behind |= sentence.is(i, Meaning.HECTARE);
            }
            behind &= until + 1 < sentence.size() && !sentence.is(until + 1, Meaning.NUMBER);
        }
        if (!before && !behind) {
            return null;
        }
        var number = numbers.read(at, PrintedNumber.Unit.HECTARES);
        return number == null
                ? null
                : new Figure(verb(at), number, hedge(at, number.until()), at, number.until(), null);
    }

    /** Cleared, unless the nearest verb says that it was only looked at. */
    private Measured verb(int at) {
        int best = Integer.MAX_VALUE;
        var measured = Measured.AREA_CLEARED;
        for (int i = 0; i < sentence.size(); i++) {
            var meaning = sentence.term(i).meaning();
            if (meaning == Meaning.CLEARED || meaning == Meaning.INSPECTED) {
                int distance = Math.abs(i - at) * 2 - (i > at ? 1 : 0);
                if (distance < best) {
                    best = distance;
                    measured = meaning == Meaning.CLEARED ? Measured.AREA_CLEARED : Measured.AREA_INSPECTED;
                }
            }
        }
        return measured;
    }

    private @Nullable Figure persons(int at, int until) {
        int next = numbers.endedUntil(until);
        boolean person = false;
        int words = 0;
        for (int i = next; i < sentence.size() && words < 7; i++, words++) {
            var term = sentence.term(i);
            var measured = harm(term.meaning());
            if (measured != null) {
                return personsFigure(measured, at, i + 1);
            }
            if (term.is(Meaning.PERSON)) {
                person |= i <= next + 2;
            } else if (term.is(Meaning.COMMA)
                    || term.is(Meaning.OPEN)
                    || term.is(Meaning.NUMBER)
                    || term.is(Meaning.COLON)
                    || isItem(term.meaning()) && !person) {
                break;
            }
        }
        int before = at - 1;
        int steps = 0;
        while (before >= 0 && steps < 4) {
            var term = sentence.term(before);
            var measured = harm(term.meaning());
            if (measured != null) {
                boolean direct = person || steps <= 2;
                return direct && !isItemBehind(next) ? personsFigure(measured, at, next) : null;
            }
            if (term.is(Meaning.COMMA)
                    || term.is(Meaning.NUMBER)
                    || isItem(term.meaning()) && !sentence.is(before - 1, Meaning.VICTIM)) {
                break;
            }
            before--;
            steps++;
        }
        return person ? harmed(at, next) : null;
    }

    /** Persons of whom the sentence says later, and only once, what was done to them: "Two residents, aged 34 and 57, were injured". */
    private @Nullable Figure harmed(int at, int next) {
        Measured only = null;
        for (var term : sentence.terms()) {
            var measured = harm(term.meaning());
            if (measured != null && only != null && measured != only) {
                return null;
            }
            only = measured == null ? only : measured;
        }
        return only == null ? null : personsFigure(only, at, next);
    }

    private boolean isItemBehind(int next) {
        return next < sentence.size()
                && (isItem(sentence.term(next).meaning()) || CountedPhrase.read(sentence, next) != null);
    }

    private static boolean isItem(Meaning meaning) {
        return switch (meaning) {
            case ANTI_TANK, ANTI_PERSONNEL, MINE, UNEXPLODED_ORDNANCE, UNEXPLODED, ORDNANCE, OTHER_ITEM -> true;
            default -> false;
        };
    }

    private static @Nullable Measured harm(Meaning meaning) {
        return switch (meaning) {
            case KILLED -> Measured.PERSONS_KILLED;
            case INJURED -> Measured.PERSONS_INJURED;
            case VICTIM -> Measured.PERSONS_AFFECTED;
            default -> null;
        };
    }

    private @Nullable Figure personsFigure(Measured measured, int at, int until) {
        var number = numbers.read(at, PrintedNumber.Unit.COUNT);
        return number == null ? null : new Figure(measured, number, hedge(at, number.until()), at, until, null);
    }

    private @Nullable Figure items(int at, int until) {
        int next = numbers.endedUntil(until);
        var behind = CountedPhrase.read(sentence, next);
        if (sentence.is(at, Meaning.ARTICLE)
                && (behind == null || behind.until() > next + 3 || behind.bare() || !sentence.has(Meaning.FOUND))) {
            return null;
        }
        var before = Counted.before(sentence, at, behind != null);
        Counted counted = behind;
        if (before != null && !taken.contains(before.from())) {
            boolean sharper = behind == null || behind.bare() && !before.bare();
            counted = sharper ? before : behind;
        }
        if (counted == null) {
            return null;
        }
        var number = numbers.read(at, PrintedNumber.Unit.COUNT);
        if (number == null || number.value().stripTrailingZeros().scale() > 0) {
            return null;
        }
        for (int i = counted.from(); i < counted.until(); i++) {
            taken.add(i);
        }
        return new Figure(counted.measured(), number, hedge(at, number.until()), at, counted.until(), null);
    }

    /** The hedge before a number, or behind its unit as in Azerbaijani. */
    private Hedge hedge(int at, int until) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            var hedge = hedge(sentence.term(i).meaning());
            if (hedge != null) {
                return hedge;
            }
            if (!sentence.is(i, Meaning.OF) && !sentence.is(i, Meaning.BE) && !sentence.is(i, Meaning.OPEN)) {
                break;
            }
        }
        for (int i = until; i <= until + 1 && i < sentence.size(); i++) {
            var hedge = hedge(sentence.term(i).meaning());
            if (hedge == Hedge.AT_LEAST || hedge == Hedge.JUST_UNDER) {
                return i + 1 < sentence.size() && isNumber(i + 1) ? Hedge.EXACT : hedge;
            }
            if (!sentence.is(i, Meaning.PIECE)) {
                break;
            }
        }
        return Hedge.EXACT;
    }

    private boolean isNumber(int at) {
        return sentence.is(at, Meaning.NUMBER) || sentence.is(at, Meaning.NUMBER_WORD);
    }

    private static @Nullable Hedge hedge(Meaning meaning) {
        return switch (meaning) {
            case OVER -> Hedge.AT_LEAST;
            case UP_TO -> Hedge.AT_MOST;
            case NEARLY -> Hedge.JUST_UNDER;
            case ABOUT -> Hedge.ABOUT;
            default -> null;
        };
    }

    /** Whether a figure is of what is planned, laid, suspected or drawn on maps: no claim of work done. */
    private boolean isFrame(int at, Figure figure) {
        if (figure.measured().isPersons()) {
            return false;
        }
        if (figure.measured().isArea() && isOnlySuspected()) {
            return true;
        }
        boolean done = false;
        boolean frame = false;
        int from = at;
        while (from > 0 && !sentence.is(from - 1, Meaning.COMMA)) {
            from--;
        }
        int until = figure.until();
        while (until < sentence.size() && !sentence.is(until, Meaning.COMMA)) {
            until++;
        }
        for (int i = from; i < until; i++) {
            var meaning = sentence.term(i).meaning();
            done |= meaning == Meaning.FOUND;
            frame |= meaning == Meaning.LAID;
            if (meaning == Meaning.PLAN) {
                return true;
            }
        }
        return frame && !done;
    }

    /** An area in a sentence of suspicion and estimates in which nothing was done. */
    private boolean isOnlySuspected() {
        boolean worked = sentence.has(Meaning.CLEARED) || sentence.has(Meaning.INSPECTED);
        return !worked && (sentence.has(Meaning.LAID) || sentence.has(Meaning.SQUARE_KILOMETRE));
    }

    private void note(int at, int until) {
        int next = numbers.endedUntil(until);
        if (sentence.is(next, Meaning.WORD)
                && !sentence.is(at, Meaning.ARTICLE)
                && sentence.is(at, Meaning.NUMBER)
                && sentence.has(Meaning.FOUND)
                && !sentence.term(next).glued()) {
            var term = sentence.term(next);
            unknown.add(new Extraction.UnknownWord(
                    text.substring(term.start(), term.end()), new Span(term.start(), term.end())));
        }
    }
}
