// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of one sentence or headline, without the stop behind it.
 *
 * @param paragraph the number of its paragraph, from 0: the first is mostly the headline
 */
record Sentence(List<Term> terms, int paragraph) {

    Term term(int at) {
        return terms.get(at);
    }

    int size() {
        return terms.size();
    }

    boolean has(Meaning meaning) {
        return first(meaning) >= 0;
    }

    int first(Meaning meaning) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).is(meaning)) {
                return i;
            }
        }
        return -1;
    }

    boolean is(int at, Meaning meaning) {
        return at >= 0 && at < terms.size() && terms.get(at).is(meaning);
    }

    /** Cuts a text into sentences: at stops that end one, at empty lines, and where a line ends without going on. */
    static List<Sentence> cut(List<Token> tokens, Lexicon lexicon, boolean pointsBehindOrdinals) {
        var sentences = new ArrayList<Sentence>();
        var terms = new ArrayList<Term>();
        int paragraph = 0;
        int at = 0;
        while (at < tokens.size()) {
            var token = tokens.get(at);
            if (at > 0 && token.lines() > 0 && !goesOn(tokens, at, lexicon)) {
                paragraph++;
                end(sentences, terms, paragraph - 1);
            }
            var term = lexicon.term(tokens, at);
            int next = at + 1;
            while (next < tokens.size() && tokens.get(next).start() < term.end()) {
                next++;
            }
            if (term.is(Meaning.STOP)) {
                if (endsSentence(tokens, at, pointsBehindOrdinals, terms)) {
                    end(sentences, terms, paragraph);
                } else if (!token.isMark('.')) {
                    terms.add(term);
                }
            } else {
                terms.add(term);
            }
            at = next;
        }
        end(sentences, terms, paragraph);
        return sentences;
    }

    private static void end(List<Sentence> sentences, List<Term> terms, int paragraph) {
        if (!terms.isEmpty()) {
            sentences.add(new Sentence(List.copyOf(terms), paragraph));
            terms.clear();
        }
    }

    /** Whether a line that breaks off goes on in the next: no empty line between, and the next begins small, with a unit, or behind a number. */
    private static boolean goesOn(List<Token> tokens, int at, Lexicon lexicon) {
        var token = tokens.get(at);
        if (token.lines() > 1) {
            return false;
        }
        var before = tokens.get(at - 1);
        if (before.isMark(',') || before.isMark('(')) {
            return true;
        }
        if (token.kind() == Token.Kind.WORD) {
            return !token.capital()
                    || before.kind() == Token.Kind.NUMBER
                            && isCounted(lexicon.term(tokens, at).meaning());
        }
        return before.kind() == Token.Kind.WORD
                && leads(lexicon.term(tokens, at - 1).meaning());
    }

    private static boolean isCounted(Meaning meaning) {
        return switch (meaning) {
            case HECTARE, MONTH, THOUSAND, MILLION -> true;
            default -> false;
        };
    }

    private static boolean leads(Meaning meaning) {
        return switch (meaning) {
            case AND, OVER, NEARLY, ABOUT, FROM, TO, BETWEEN, IN, OF, MONTH -> true;
            default -> false;
        };
    }

    private static boolean endsSentence(List<Token> tokens, int at, boolean pointsBehindOrdinals, List<Term> terms) {
        var stop = tokens.get(at);
        if (!stop.isMark('.')) {
            return true;
        }
        if (at + 1 == tokens.size()) {
            return true;
        }
        var next = tokens.get(at + 1);
        if (next.lines() > 0) {
            return true;
        }
        var before = at == 0 ? stop : tokens.get(at - 1);
        if (pointsBehindOrdinals
                && before.kind() == Token.Kind.NUMBER
                && before.folded().length() <= 2
                && stop.glued()) {
            return false;
        }
        if (next.kind() == Token.Kind.WORD && !next.capital()) {
            return false;
        }
        if (!terms.isEmpty()) {
            var last = terms.get(terms.size() - 1);
            if (last.is(Meaning.MONTH) && last.word().length() <= 4 && next.kind() == Token.Kind.NUMBER) {
                return false;
            }
        }
        boolean initial = before.kind() == Token.Kind.WORD && before.end() - before.start() == 1 && before.capital();
        return !initial;
    }
}
