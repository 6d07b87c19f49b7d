// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/**
 * A word, a number or a mark of a text.
 *
 * @param folded the word as words are compared; the mark itself
 * @param glued whether nothing stands between it and the token before
 * @param lines how many line ends stand between it and the token before
 */
record Token(Kind kind, String folded, int start, int end, boolean glued, int lines, boolean capital) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean isMark(char mark) {
        return kind == Kind.MARK && folded.charAt(0) == mark;
    }
}
