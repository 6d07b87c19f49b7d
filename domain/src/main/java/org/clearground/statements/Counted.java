// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import org.jspecify.annotations.Nullable;

/**
 * What a number counts, and where that stands.
 *
 * @param bare whether only the noun "mines" stands there, that a kind named before may sharpen
 */
record Counted(Measured measured, int from, int until, boolean bare) {

    private static final int STEPS_BACK = 5;

    /** Reads the noun phrase before a number: az {@code piyada əleyhinə 87}, and lists such as "anti-tank mines: 41". */
    static @Nullable Counted before(Sentence sentence, int number, boolean tight) {
        int least = Math.max(0, number - (tight ? 1 : STEPS_BACK));
        for (int at = number - 1; at >= least; at--) {
            var measured =
                    switch (sentence.term(at).meaning()) {
                        case ANTI_TANK -> Measured.ANTI_TANK_MINES;
                        case ANTI_PERSONNEL -> Measured.ANTI_PERSONNEL_MINES;
                        case UNEXPLODED_ORDNANCE, ORDNANCE -> Measured.UNEXPLODED_ORDNANCE;
                        case OTHER_ITEM -> Measured.OTHER_ITEMS;
                        case MINE -> mines(sentence, at);
                        default -> null;
                    };
            if (measured != null) {
                return new Counted(measured, at, at + 1, measured == Measured.MINES);
            }
            if (!mayStandBetween(sentence.term(at).meaning())) {
                return null;
            }
        }
        return null;
    }

    private static Measured mines(Sentence sentence, int noun) {
        if (sentence.is(noun - 1, Meaning.ANTI_TANK)) {
            return Measured.ANTI_TANK_MINES;
        }
        return sentence.is(noun - 1, Meaning.ANTI_PERSONNEL) ? Measured.ANTI_PERSONNEL_MINES : Measured.MINES;
    }

    private static boolean mayStandBetween(Meaning meaning) {
        return switch (meaning) {
            case COLON, DASH, OPEN, CLOSE, BE, OVER, NEARLY, ABOUT, FOUND, MARK, PIECE, OF, AGENCY, IN -> true;
            default -> false;
        };
    }
}
