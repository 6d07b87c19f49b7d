// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each figure the days that govern it: those of its own sentence, else those said last, else the main period of the text. */
final class Periods {

    private final List<Sentence> sentences;
    private final List<List<DatedPhrase>> dates;
    private final @Nullable LocalDate published;
    private final ClaimPeriod main;

    private ClaimPeriod current;
    private int paragraph = -1;

    Periods(
            List<Sentence> sentences,
            List<List<DatedPhrase>> dates,
            List<List<Figure>> figures,
            @Nullable LocalDate published) {
        this.sentences = sentences;
        this.dates = dates;
        this.published = published;
        this.main = main(figures);
        this.current = main;
    }

    ClaimPeriod main() {
        return main;
    }

    /** What most of the text speaks of: a printed period before a relative one, one of a sentence with figures before others. */
    private ClaimPeriod main(List<List<Figure>> figures) {
        ClaimPeriod best = null;
        int bestRank = 0;
        for (int i = 0; i < sentences.size(); i++) {
            for (var date : dates.get(i)) {
                int rank = rank(date, i, figures.get(i).isEmpty());
                if (rank > bestRank) {
                    best = date.period();
                    bestRank = rank;
                }
            }
        }
        return best == null ? declared() : best;
    }

    private int rank(DatedPhrase date, int index, boolean withoutFigures) {
        if (date.compared()) {
            return 0;
        }
        return switch (date.period().kind()) {
            case UNSTATED -> 0;
            case CUMULATIVE -> withoutFigures ? 0 : 1;
            case DAY -> isNewsDay(date.period()) ? 0 : withoutFigures ? (isLed(index, date) ? 1 : 0) : 2;
            case WEEK, MONTH, QUARTER, YEAR, OTHER -> date.isRelative() ? 3 : date.toTheDay() ? 5 : 4;
        };
    }

    /** "on June 7": a day that something happened, not the day of a page. */
    private boolean isLed(int index, DatedPhrase date) {
        return sentences.get(index).is(date.from() - 1, Meaning.IN);
    }

    private boolean isNewsDay(ClaimPeriod period) {
        return published != null && published.equals(period.from());
    }

    /** A text that calls itself weekly, and says no days. */
    private ClaimPeriod declared() {
        for (var sentence : sentences) {
            for (var term : sentence.terms()) {
                if (term.is(Meaning.WEEK)) {
                    return ClaimPeriod.UNSTATED.withKind(PeriodKind.WEEK);
                }
                if (term.is(Meaning.MONTH_WORD)) {
                    return ClaimPeriod.UNSTATED.withKind(PeriodKind.MONTH);
                }
            }
        }
        return ClaimPeriod.UNSTATED;
    }

    /** The periods of the figures of a sentence; sentences are asked in their order. */
    List<ClaimPeriod> of(int index, List<Figure> figures) {
        var sentence = sentences.get(index);
        var own = dates.get(index).stream()
                .filter(date -> !(date.period().kind() == PeriodKind.DAY
                        && isNewsDay(date.period())
                        && !main.equals(date.period())))
                .toList();
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            current = main;
        }
        if (own.isEmpty()) {
            var period = sentence.has(Meaning.TO_DATE) ? toDate() : current;
            return figures.stream().map(figure -> period).toList();
        }
        boolean behind =
                !figures.isEmpty() && figures.get(0).term() < own.get(0).from();
        var periods = figures.stream()
                .map(figure -> resolved(nearest(own, figure, behind)))
                .toList();
        if (own.stream().anyMatch(date -> date.period().kind() != PeriodKind.DAY) || !figures.isEmpty()) {
            current = periods.isEmpty() ? resolved(own.get(own.size() - 1)) : periods.get(periods.size() - 1);
        }
        return periods;
    }

    /** "to date" without a beginning: that of the cumulative figures before it. */
    private ClaimPeriod toDate() {
        for (var ofSentence : dates) {
            for (var date : ofSentence) {
                if (date.period().kind() == PeriodKind.CUMULATIVE
                        && date.period().from() != null) {
                    return new ClaimPeriod(
                            date.period().from(),
                            published,
                            PeriodKind.CUMULATIVE,
                            date.period().printed(),
                            true);
                }
            }
        }
        return new ClaimPeriod(null, published, PeriodKind.CUMULATIVE, null, true);
    }

    private static DatedPhrase nearest(List<DatedPhrase> own, Figure figure, boolean behind) {
        DatedPhrase before = null;
        for (var date : own) {
            if (date.from() >= figure.until() && date.from() - figure.until() <= 1) {
                return date;
            }
        }
        for (var date : own) {
            if (date.from() > figure.term()) {
                return behind || before == null ? date : before;
            }
            before = date;
        }
        return before == null ? own.get(0) : before;
    }

    private ClaimPeriod resolved(DatedPhrase date) {
        var period = date.period();
        if (date.compared() && date.period().from() == null || date.compared() && date.isRelative()) {
            return before(main, period);
        }
        if (!date.toTheDay() && main.kind() == PeriodKind.MONTH && isWithin(main, period)) {
            return main;
        }
        if (date.isRelative() && main.kind() == period.kind() && main.from() != null) {
            return main;
        }
        return period;
    }

    private static boolean isWithin(ClaimPeriod days, ClaimPeriod month) {
        var first = days.from();
        var from = month.from();
        var last = days.to();
        var to = month.to();
        return first != null
                && from != null
                && last != null
                && to != null
                && month.kind() == PeriodKind.MONTH
                && !first.isBefore(from)
                && !last.isAfter(to);
    }

    private static ClaimPeriod before(ClaimPeriod main, ClaimPeriod printed) {
        var from = main.from();
        if (from == null) {
            return main;
        }
        var span = printed.printed();
        return switch (main.kind()) {
            case WEEK -> new ClaimPeriod(from.minusDays(7), from.minusDays(1), PeriodKind.WEEK, span, true);
            case MONTH -> {
                var first = from.withDayOfMonth(1).minusMonths(1);
                yield new ClaimPeriod(first, first.plusMonths(1).minusDays(1), PeriodKind.MONTH, span, true);
            }
            case YEAR -> new ClaimPeriod(from.minusYears(1), from.minusDays(1), PeriodKind.YEAR, span, true);
            default -> main;
        };
    }
}
