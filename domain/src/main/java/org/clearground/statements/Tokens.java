// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens in one pass. A number keeps the points and commas inside it, and never a space. */
final class Tokens {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        var tokens = new Tokens(text);
        tokens.cut();
        return tokens.tokens;
    }

    private void cut() {
        int at = 0;
        int before = -1;
        int lines = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\uFEFF' || sign == '\u200B') {
                lines += sign == '\n' ? 1 : 0;
                at++;
                continue;
            }
            int end = end(at, sign);
            var kind = isDigit(sign) ? Token.Kind.NUMBER : Character.isLetter(sign) ? Token.Kind.WORD : Token.Kind.MARK;
            var folded =
                    switch (kind) {
                        case WORD -> Folding.fold(text, at, end);
                        case NUMBER -> text.substring(at, end);
                        case MARK -> mark(sign);
                    };
            tokens.add(new Token(kind, folded, at, end, at == before, lines, Character.isUpperCase(sign)));
            lines = 0;
            at = end;
            before = end;
        }
    }

    private int end(int start, char first) {
        int at = start + 1;
        if (isDigit(first)) {
            while (at < text.length()
                    && (isDigit(text.charAt(at))
                            || (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigitAt(at + 1))) {
                at++;
            }
            return at;
        }
        if (!Character.isLetter(first)) {
            return at;
        }
        while (at < text.length() && continuesWord(at)) {
            at++;
        }
        return at;
    }

    /** Letters go on a word; so do digits behind letters (TM62, m2), and a capital behind a small letter begins another (theMinistry). */
    private boolean continuesWord(int at) {
        char sign = text.charAt(at);
        if (Character.isUpperCase(sign) && Character.isLowerCase(text.charAt(at - 1))) {
            return false;
        }
        return Character.isLetterOrDigit(sign)
                || sign == '²'
                || sign == '\u00AD'
                || sign == '\u200B'
                || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private boolean isDigitAt(int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static String mark(char sign) {
        return switch (sign) {
            case '–', '—', '‒', '−', '‐', '‑' -> "-";
            case '“', '”', '«', '»', '„', '"', '‘', '’', '\'', '`' -> "\"";
            case '[' -> "(";
            case ']' -> ")";
            default -> String.valueOf(sign);
        };
    }
}
