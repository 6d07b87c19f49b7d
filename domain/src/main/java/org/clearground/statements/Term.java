// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/**
 * One or more tokens with one meaning.
 *
 * @param value of a number word, a month or an ordinal; 0 elsewhere
 * @param firstToken the token with which it begins
 */
record Term(Meaning meaning, int value, String word, int start, int end, int firstToken, boolean glued) {

    boolean is(Meaning other) {
        return meaning == other;
    }

    boolean isMark() {
        return switch (meaning) {
            case STOP, COMMA, COLON, DASH, OPEN, CLOSE, MARK -> true;
            default -> false;
        };
    }
}
