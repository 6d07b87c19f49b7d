// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import org.jspecify.annotations.Nullable;

/** Reads the noun phrase behind a number, term by term, until it knows what is counted or the phrase is over. */
final class CountedPhrase {

    private static final int MOST_UNKNOWN = 3;

    private final Sentence sentence;
    private final int from;

    private int at;
    private int unknown;
    private int item = -1;
    private boolean unexploded;
    private boolean explosive;
    private boolean calibre;
    private boolean over;
    private @Nullable Counted counted;

    private CountedPhrase(Sentence sentence, int from) {
        this.sentence = sentence;
        this.from = from;
        this.at = from;
    }

    /** What is counted behind a number; null if it is nothing of ours. */
    static @Nullable Counted read(Sentence sentence, int from) {
        var phrase = new CountedPhrase(sentence, from);
        while (phrase.at < sentence.size() && !phrase.over) {
            phrase.step(sentence.term(phrase.at));
            phrase.at++;
        }
        if (phrase.counted == null && phrase.item >= 0) {
            return new Counted(Measured.ALL_ITEMS, from, phrase.item + 1, false);
        }
        return phrase.counted;
    }

    private void step(Term term) {
        switch (term.meaning()) {
            case ANTI_TANK -> kind(Measured.ANTI_TANK_MINES);
            case ANTI_PERSONNEL -> kind(Measured.ANTI_PERSONNEL_MINES);
            case MINE -> joined(Measured.MINES);
            case UNEXPLODED_ORDNANCE -> joined(Measured.UNEXPLODED_ORDNANCE);
            case OTHER_ITEM -> is(unexploded ? Measured.UNEXPLODED_ORDNANCE : Measured.OTHER_ITEMS, at + 1);
            case UNEXPLODED -> unexploded = true;
            case ORDNANCE -> ordnance();
            case EXPLOSIVE -> explosive = true;
            case ITEM -> item();
            case PIECE, OF, BE, MARK -> {
                // says nothing of what is counted
            }
            case OVER, NEARLY -> over = at > from + 1;
            case OPEN -> at = close(at);
            case DASH -> over = !term.glued();
            case NUMBER -> number(term);
            case AND -> over = !sentence.is(at + 1, Meaning.WORD) || !sentence.is(at + 2, Meaning.DASH);
            case NOT_COUNTED -> over = at == from;
            case WORD, PART, FOUND, PLACE, TOGETHER, COMPANY, LAST, IN -> {
                unknown++;
                over = unknown > MOST_UNKNOWN || term.is(Meaning.FOUND) && item >= 0;
            }
            default -> over = true;
        }
    }

    private void is(Measured measured, int until) {
        counted = new Counted(measured, from, until, false);
        over = true;
    }

    private void item() {
        if (unexploded) {
            joined(Measured.UNEXPLODED_ORDNANCE);
        } else {
            item = at;
        }
    }

    private void ordnance() {
        if (!unexploded && (calibre || sentence.is(at + 1, Meaning.OTHER_ITEM))) {
            is(Measured.OTHER_ITEMS, at + 1);
        } else if (explosive && !unexploded) {
            is(Measured.ALL_ITEMS, at + 1);
        } else {
            joined(Measured.UNEXPLODED_ORDNANCE);
        }
    }

    /** A calibre inside the phrase: "1 piece of 60-mm M-49 shell", "5 14,7-mm cartridges", "19 TM-62 mines". */
    private void number(Term term) {
        boolean dashed = sentence.is(at + 1, Meaning.DASH) && sentence.is(at + 2, Meaning.NOT_COUNTED);
        boolean measure = sentence.is(at + 1, Meaning.NOT_COUNTED);
        boolean model = sentence.is(at - 1, Meaning.DASH) && term.glued();
        calibre |= dashed || measure;
        over = !(dashed || measure || model);
        at += dashed ? 2 : measure ? 1 : 0;
    }

    /** A kind of mine; "anti-tank fuzes" are no mines, and "anti-tank and anti-personnel mines" behind one number are both. */
    private void kind(Measured measured) {
        int next = at + 1;
        while (sentence.is(next, Meaning.MINE)
                || sentence.is(next, Meaning.DASH) && sentence.term(next).glued()) {
            next++;
        }
        if (sentence.is(next, Meaning.OTHER_ITEM)) {
            is(Measured.OTHER_ITEMS, next + 1);
        } else if (sentence.is(next, Meaning.AND)
                && (sentence.is(next + 1, Meaning.ANTI_TANK) || sentence.is(next + 1, Meaning.ANTI_PERSONNEL))) {
            int until = next + 2;
            while (sentence.is(until, Meaning.MINE)) {
                until++;
            }
            is(Measured.MINES, until);
        } else {
            is(measured, next);
        }
    }

    /** "mines and UXO" behind one number is everything found. */
    private void joined(Measured measured) {
        int next = at + 1;
        while (sentence.is(next, Meaning.MINE)
                || sentence.is(next, Meaning.ORDNANCE)
                || sentence.is(next, Meaning.OPEN)) {
            next = sentence.is(next, Meaning.OPEN) ? close(next) + 1 : next + 1;
        }
        if (sentence.is(next, Meaning.OTHER_ITEM) && measured == Measured.MINES) {
            is(Measured.OTHER_ITEMS, next + 1);
            return;
        }
        int then = next + 1;
        if (sentence.is(next, Meaning.AND)) {
            while (sentence.is(then, Meaning.OF)
                    || sentence.is(then, Meaning.EXPLOSIVE)
                    || sentence.is(then, Meaning.UNEXPLODED)
                    || sentence.is(then, Meaning.WORD) && then == next + 1) {
                then++;
            }
        }
        boolean together = sentence.is(next, Meaning.AND) || sentence.is(next, Meaning.COMMA);
        boolean all = together && (measured == Measured.MINES ? isOrdnance(then) : sentence.is(then, Meaning.MINE));
        if (all) {
            is(Measured.ALL_ITEMS, then + 1);
        } else {
            counted = new Counted(measured, from, next, measured == Measured.MINES);
            over = true;
        }
    }

    private boolean isOrdnance(int term) {
        return sentence.is(term, Meaning.UNEXPLODED_ORDNANCE)
                || sentence.is(term, Meaning.UNEXPLODED)
                || sentence.is(term, Meaning.ORDNANCE)
                || sentence.is(term, Meaning.OTHER_ITEM)
                || sentence.is(term, Meaning.ITEM);
    }

    private int close(int open) {
        int end = open;
        while (end < sentence.size() - 1 && !sentence.is(end, Meaning.CLOSE)) {
            end++;
        }
        return end;
    }
}
