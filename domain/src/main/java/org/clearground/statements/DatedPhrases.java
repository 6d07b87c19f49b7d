// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.List;

/** Puts together phrases of time of one sentence that say one period in two pieces. */
final class DatedPhrases {

    private static final int NEAR = 4;

    private DatedPhrases() {}

    /** "in January (5-31 January)" is 5 to 31; "this year's May 3 to 9" is May; "since November, up to May 1" has two ends. */
    static List<DatedPhrase> joined(Sentence sentence, List<DatedPhrase> phrases) {
        var joined = new ArrayList<DatedPhrase>();
        for (var phrase : phrases) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null) {
                joined.add(phrase);
            } else if (isWholeYear(last, phrase) || isSharper(last, phrase)) {
                joined.set(joined.size() - 1, phrase);
            } else if (!isWholeYear(phrase, last) && !isSharper(phrase, last)) {
                if (isEndOf(sentence, last, phrase)) {
                    joined.set(joined.size() - 1, between(last, phrase, last.from(), phrase.until()));
                } else if (isEndOf(sentence, phrase, last) && phrase.from() - last.until() <= NEAR) {
                    joined.set(joined.size() - 1, between(phrase, last, last.from(), phrase.until()));
                } else {
                    joined.add(phrase);
                }
            }
        }
        return joined;
    }

    /** "this year" beside a date only says its year. */
    private static boolean isWholeYear(DatedPhrase year, DatedPhrase other) {
        return year.isRelative()
                && year.period().kind() == PeriodKind.YEAR
                && !other.isRelative()
                && apart(year, other) < NEAR;
    }

    private static boolean isSharper(DatedPhrase month, DatedPhrase days) {
        var from = month.period().from();
        var first = days.period().from();
        if (month.toTheDay() || !days.toTheDay() || from == null || first == null || apart(month, days) >= NEAR) {
            return month.isRelative() && days.toTheDay() && apart(month, days) < NEAR && !month.compared();
        }
        var to = month.period().to();
        return !first.isBefore(from) && to != null && !first.isAfter(to);
    }

    private static int apart(DatedPhrase one, DatedPhrase other) {
        return one.from() < other.from() ? other.from() - one.until() : one.from() - other.until();
    }

    /** Whether a period with an open end is closed by another phrase: "up to May 1", "by October 15". */
    private static boolean isEndOf(Sentence sentence, DatedPhrase open, DatedPhrase end) {
        if (open.period().from() == null
                || open.period().to() != null && !open.period().inferred()) {
            return false;
        }
        boolean openEnd =
                open.period().kind() == PeriodKind.CUMULATIVE || open.period().kind() == PeriodKind.OTHER;
        boolean day = end.period().kind() == PeriodKind.DAY && isLed(sentence, end)
                || end.period().kind() == PeriodKind.CUMULATIVE && end.period().from() == null;
        return openEnd && day;
    }

    private static boolean isLed(Sentence sentence, DatedPhrase day) {
        int before = day.from() - 1;
        return sentence.is(before, Meaning.UP_TO)
                || sentence.is(before, Meaning.TO)
                || sentence.is(before, Meaning.AS_OF)
                || before >= 0 && sentence.term(before).word().equals("by");
    }

    private static DatedPhrase between(DatedPhrase open, DatedPhrase end, int from, int until) {
        return new DatedPhrase(
                new ClaimPeriod(
                        open.period().from(),
                        end.period().to(),
                        open.period().kind(),
                        open.period().printed(),
                        open.period().inferred() || end.period().inferred()),
                from,
                until,
                DatedPhrase.Precision.DAYS,
                false);
    }
}
