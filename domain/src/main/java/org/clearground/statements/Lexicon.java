// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one language with their meanings, beside the names of a country. Whole words and stems; the longest phrase wins. */
final class Lexicon {

    private record WordPattern(String word, boolean stem) {
        boolean fits(Token token) {
            return stem ? token.folded().startsWith(word) : token.folded().equals(word);
        }
    }

    private record Phrase(Meaning meaning, int value, List<WordPattern> words) {
        boolean fits(List<Token> tokens, int at) {
            if (at + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                var token = tokens.get(at + i);
                if (!words.get(i).fits(token) || i > 0 && token.lines() > 1) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final int SHORTEST_STEM = 2;

    private final Map<String, List<Phrase>> whole = new HashMap<>();
    private final Map<String, List<Phrase>> stems = new HashMap<>();
    private int longestStem;

    Lexicon(String table, KnownNames names) {
        table.lines().filter(line -> !line.isBlank()).forEach(this::addLine);
        names.agency().forEach(name -> addName(Meaning.AGENCY, name));
        names.army().forEach(name -> addName(Meaning.ARMY, name));
        names.otherBodies().forEach(name -> addName(Meaning.BODY, name));
        names.districts().forEach(name -> addName(Meaning.DISTRICT, name));
    }

    private void addLine(String line) {
        int colon = line.indexOf(':');
        var head = line.substring(0, colon).split("=", -1);
        int value = head.length > 1 ? Integer.parseInt(head[1]) : 0;
        for (var phrase : line.substring(colon + 1).split(",", -1)) {
            add(Meaning.valueOf(head[0]), value, phrase.strip());
        }
    }

    /** A name stands in any case of the language: what comes behind the stem of a word does not count. */
    private void addName(Meaning meaning, String name) {
        var stems = new StringBuilder();
        for (var word : name.split(" ", -1)) {
            boolean cyrillic = word.charAt(0) >= 'А' && word.charAt(0) <= 'я';
            boolean declined = cyrillic && word.length() > 5 && Character.isLowerCase(word.charAt(word.length() - 1));
            stems.append(declined ? word.substring(0, word.length() - 2) : word);
            stems.append(word.length() > 3 ? "* " : " ");
        }
        add(meaning, 0, stems.toString().strip());
    }

    private void add(Meaning meaning, int value, String written) {
        var words = new ArrayList<WordPattern>();
        for (var token : Tokens.of(written)) {
            if (token.isMark('*') && !words.isEmpty()) {
                int last = words.size() - 1;
                words.set(last, new WordPattern(words.get(last).word(), true));
            } else {
                words.add(new WordPattern(token.folded(), false));
            }
        }
        var first = words.get(0);
        var table = first.stem() ? stems : whole;
        longestStem = first.stem() ? Math.max(longestStem, first.word().length()) : longestStem;
        table.computeIfAbsent(first.word(), any -> new ArrayList<>())
                .add(new Phrase(meaning, value, List.copyOf(words)));
    }

    /** The term that begins with a token: the longest phrase of the table, else the token by itself. */
    Term term(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.kind() == Token.Kind.NUMBER) {
            return termOf(Meaning.NUMBER, 0, tokens, at, 1);
        }
        var best = best(whole.get(token.folded()), tokens, at, null);
        if (token.kind() == Token.Kind.WORD) {
            var word = token.folded();
            for (int length = Math.min(word.length(), longestStem); length >= SHORTEST_STEM; length--) {
                best = best(stems.get(word.substring(0, length)), tokens, at, best);
            }
        }
        if (best != null) {
            return termOf(best.meaning(), best.value(), tokens, at, best.words().size());
        }
        return termOf(token.kind() == Token.Kind.WORD ? Meaning.WORD : mark(token), 0, tokens, at, 1);
    }

    private static @Nullable Phrase best(
            @Nullable List<Phrase> phrases, List<Token> tokens, int at, @Nullable Phrase known) {
        var best = known;
        if (phrases != null) {
            for (var phrase : phrases) {
                if ((best == null || phrase.words().size() > best.words().size()) && phrase.fits(tokens, at)) {
                    best = phrase;
                }
            }
        }
        return best;
    }

    private static Term termOf(Meaning meaning, int value, List<Token> tokens, int at, int many) {
        var first = tokens.get(at);
        var last = tokens.get(at + many - 1);
        return new Term(meaning, value, first.folded(), first.start(), last.end(), at, first.glued());
    }

    private static Meaning mark(Token token) {
        return switch (token.folded().charAt(0)) {
            case '.', '!', '?', ';', '…' -> Meaning.STOP;
            case ',', '،' -> Meaning.COMMA;
            case ':' -> Meaning.COLON;
            case '-' -> Meaning.DASH;
            case '(' -> Meaning.OPEN;
            case ')' -> Meaning.CLOSE;
            default -> Meaning.MARK;
        };
    }
}
