// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the language of a text from its commonest words. The same text always gives the same answer. */
final class LanguageGuess {

    private static final Map<String, Set<ReleaseLanguage>> COMMON = common();

    private LanguageGuess() {}

    private static Map<String, Set<ReleaseLanguage>> common() {
        var common = new HashMap<String, Set<ReleaseLanguage>>();
        for (var language : ReleaseLanguage.values()) {
            var words =
                    switch (language) {
                        case EN -> EnglishWords.COMMON;
                        case AZ -> AzerbaijaniWords.COMMON;
                        case RU -> RussianWords.COMMON;
                        case DE -> GermanWords.COMMON;
                        case FR -> FrenchWords.COMMON;
                        case ES -> SpanishWords.COMMON;
                    };
            for (var word : words.split(" ", -1)) {
                common.computeIfAbsent(word, any -> new HashSet<>()).add(language);
            }
        }
        return common;
    }

    /** How many of a language's commonest words stand in a text, and letters that only it has. */
    static Map<ReleaseLanguage, Integer> hits(List<Token> tokens, String text) {
        var hits = new EnumMap<ReleaseLanguage, Integer>(ReleaseLanguage.class);
        for (var token : tokens) {
            if (token.kind() == Token.Kind.WORD) {
                for (var language : COMMON.getOrDefault(token.folded(), Set.of())) {
                    hits.merge(language, 1, Integer::sum);
                }
                char first = token.folded().charAt(0);
                if (first >= 'а' && first <= 'я') {
                    hits.merge(ReleaseLanguage.RU, 1, Integer::sum);
                }
                if (text.substring(token.start(), token.end()).indexOf('ə') >= 0) {
                    hits.merge(ReleaseLanguage.AZ, 1, Integer::sum);
                }
            }
        }
        return hits;
    }

    /** The language with the most hits; English where nothing speaks for any. */
    static ReleaseLanguage of(List<Token> tokens, String text) {
        var hits = hits(tokens, text);
        var best = ReleaseLanguage.EN;
        for (var language : ReleaseLanguage.values()) {
            if (hits.getOrDefault(language, 0) > hits.getOrDefault(best, 0)) {
                best = language;
            }
        }
        return best;
    }
}
