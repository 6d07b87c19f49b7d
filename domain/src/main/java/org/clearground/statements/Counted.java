// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind or before a number: the category, and where it ends.
 *
 * @param bare whether only the noun "mines" stands there, that a kind named before may sharpen
 */
record Counted(Measured measured, int from, int until, boolean bare) {

    private static final int MOST_UNKNOWN = 3;

    /** Reads the noun phrase behind a number. */
    static @Nullable Counted behind(Sentence sentence, int from) {
        int unknown = 0;
        int piece = -1;
        boolean unexploded = false;
        boolean explosive = false;
        for (int at = from; at < sentence.size(); at++) {
            var term = sentence.term(at);
            switch (term.meaning()) {
                case ANTI_TANK:
                    return kind(sentence, Measured.ANTI_TANK_MINES, at);
                case ANTI_PERSONNEL:
                    return kind(sentence, Measured.ANTI_PERSONNEL_MINES, at);
                case MINE:
                    return joined(sentence, Measured.MINES, at, from);
                case UNEXPLODED_ORDNANCE:
                    return joined(sentence, Measured.UNEXPLODED_ORDNANCE, at, from);
                case OTHER_ITEM:
                    return new Counted(
                            unexploded ? Measured.UNEXPLODED_ORDNANCE : Measured.OTHER_ITEMS, from, at + 1, false);
                case UNEXPLODED:
                    unexploded = true;
                    break;
                case ORDNANCE:
                    return explosive && !unexploded
                            ? new Counted(Measured.ALL_ITEMS, from, at + 1, false)
                            : joined(sentence, Measured.UNEXPLODED_ORDNANCE, at, from);
                case EXPLOSIVE:
                    explosive = true;
                    break;
                case ITEM:
                    if (unexploded) {
                        return joined(sentence, Measured.UNEXPLODED_ORDNANCE, at, from);
                    }
                    piece = at;
                    break;
                case PIECE, OF, BE:
                    break;
                case OPEN:
                    at = close(sentence, at);
                    break;
                case DASH:
                    if (!term.glued()) {
                        return null;
                    }
                    break;
                case NUMBER:
                    // a calibre inside the phrase: "1 piece of 60-mm M-49 shell", "5 14,7-mm cartridges"
                    if (isCalibre(sentence, at)) {
                        at += 2;
                        break;
                    }
                    return items(explosive, piece, from);
                case MARK:
                    break;
                case WORD, PART, FOUND, PLACE, TOGETHER, COMPANY, LAST, IN:
                    if (++unknown > MOST_UNKNOWN || term.is(Meaning.FOUND) && piece >= 0) {
                        return items(explosive, piece, from);
                    }
                    break;
                default:
                    return items(explosive, piece, from);
            }
        }
        return items(explosive, piece, from);
    }

    private static boolean isCalibre(Sentence sentence, int at) {
        return sentence.is(at + 1, Meaning.DASH) && sentence.is(at + 2, Meaning.NOT_COUNTED)
                || sentence.is(at + 1, Meaning.NOT_COUNTED);
    }

    private static @Nullable Counted items(boolean explosive, int piece, int from) {
        return piece >= 0 || explosive && piece >= 0 ? new Counted(Measured.ALL_ITEMS, from, piece + 1, false) : null;
    }

    private static int close(Sentence sentence, int open) {
        int at = open;
        while (at < sentence.size() - 1 && !sentence.is(at, Meaning.CLOSE)) {
            at++;
        }
        return at;
    }

    /** A kind of mine; "anti-tank fuzes" are no mines, and "anti-tank and anti-personnel mines" behind one number are both. */
    private static Counted kind(Sentence sentence, Measured measured, int at) {
        int next = at + 1;
        while (sentence.is(next, Meaning.MINE)
                || sentence.is(next, Meaning.DASH) && sentence.term(next).glued()) {
            next++;
        }
        if (sentence.is(next, Meaning.OTHER_ITEM)) {
            return new Counted(Measured.OTHER_ITEMS, at, next + 1, false);
        }
        if (sentence.is(next, Meaning.AND)) {
            var other = sentence.is(next + 1, Meaning.ANTI_TANK) || sentence.is(next + 1, Meaning.ANTI_PERSONNEL);
            if (other) {
                int until = next + 2;
                while (sentence.is(until, Meaning.MINE)) {
                    until++;
                }
                return new Counted(Measured.MINES, at, until, false);
            }
        }
        return new Counted(measured, at, next, false);
    }

    /** "mines and UXO" behind one number is everything found. */
    private static Counted joined(Sentence sentence, Measured measured, int at, int from) {
        int next = at + 1;
        while (sentence.is(next, Meaning.MINE)
                || sentence.is(next, Meaning.ORDNANCE)
                || sentence.is(next, Meaning.OPEN)) {
            next = sentence.is(next, Meaning.OPEN) ? close(sentence, next) + 1 : next + 1;
        }
        if (sentence.is(next, Meaning.AND) || sentence.is(next, Meaning.COMMA) && measured == Measured.MINES) {
            int then = next + 1;
            while (sentence.is(then, Meaning.OF)
                    || sentence.is(then, Meaning.UNEXPLODED)
                    || sentence.is(then, Meaning.EXPLOSIVE)
                    || sentence.is(then, Meaning.WORD) && then == next + 1 && sentence.is(next, Meaning.AND)) {
                then++;
            }
            boolean ordnance = sentence.is(then, Meaning.UNEXPLODED_ORDNANCE)
                    || sentence.is(then, Meaning.ORDNANCE)
                    || sentence.is(then, Meaning.OTHER_ITEM)
                    || sentence.is(then, Meaning.ITEM);
            if (measured == Measured.MINES && ordnance && sentence.is(next, Meaning.AND)
                    || measured == Measured.UNEXPLODED_ORDNANCE && sentence.is(then, Meaning.MINE)) {
                return new Counted(Measured.ALL_ITEMS, from, then + 1, false);
            }
        }
        return new Counted(measured, from, next, measured == Measured.MINES);
    }

    /** Reads the noun phrase before a number: az {@code piyada əleyhinə 87}, and lists such as "anti-tank mines: 41". */
    static @Nullable Counted before(Sentence sentence, int number, boolean tight) {
        int at = number - 1;
        int steps = 0;
        while (at >= 0 && steps < (tight ? 1 : 4)) {
            var term = sentence.term(at);
            switch (term.meaning()) {
                case ANTI_TANK:
                    return new Counted(Measured.ANTI_TANK_MINES, at, at + 1, false);
                case ANTI_PERSONNEL:
                    return new Counted(Measured.ANTI_PERSONNEL_MINES, at, at + 1, false);
                case UNEXPLODED_ORDNANCE:
                    return new Counted(Measured.UNEXPLODED_ORDNANCE, at, at + 1, false);
                case ORDNANCE:
                    return new Counted(Measured.UNEXPLODED_ORDNANCE, at, at + 1, false);
                case OTHER_ITEM:
                    return new Counted(Measured.OTHER_ITEMS, at, at + 1, false);
                case MINE:
                    if (sentence.is(at - 1, Meaning.ANTI_TANK) || sentence.is(at - 1, Meaning.ANTI_PERSONNEL)) {
                        at--;
                        continue;
                    }
                    return new Counted(Measured.MINES, at, at + 1, true);
                case COLON, DASH, OPEN, CLOSE, BE, OVER, NEARLY, ABOUT, FOUND, MARK, PIECE, OF:
                    at--;
                    steps++;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }
}
