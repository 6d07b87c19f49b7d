// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.text.Normalizer;

/**
 * Makes spellings of a word meet: case, accents, compatibility forms (NFKC), ə and ı, and letters of the other alphabet
 * that only look alike. Offsets are kept by folding word by word.
 */
final class Folding {

    private static final String CYRILLIC_ALIKE = "аеорсухіјѕкмтнв";
    private static final String LATIN_ALIKE = "aeopcyxijskmthb";
    private static final char[] TABLE = table();

    private Folding() {}

    private static char[] table() {
        var table = new char[0x600];
        for (char letter = 0; letter < table.length; letter++) {
            var bare = bare(String.valueOf(letter));
            table[letter] = bare.length() == 1 ? bare.charAt(0) : 0;
        }
        return table;
    }

    static String fold(String text, int start, int end) {
        var folded = new char[end - start];
        int latin = 0;
        int cyrillic = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            char bare = letter < TABLE.length ? TABLE[letter] : 0;
            if (bare == 0) {
                return oneAlphabet(bare(text.substring(start, end)));
            }
            folded[i - start] = bare;
            latin += bare >= 'a' && bare <= 'z' ? 1 : 0;
            cyrillic += bare >= 'а' && bare <= 'џ' ? 1 : 0;
        }
        var word = new String(folded);
        return latin > 0 && cyrillic > 0 ? oneAlphabet(word) : word;
    }

    private static String bare(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        var bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char letter = Character.toLowerCase(decomposed.charAt(i));
            switch (letter) {
                case 'ə', 'ǝ' -> bare.append('e');
                case 'ı' -> bare.append('i');
                case 'ß' -> bare.append("ss");
                case '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF' -> {
                    // soft hyphens and letters without width are damage of pages
                }
                default -> {
                    if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                        bare.append(letter);
                    }
                }
            }
        }
        return bare.toString();
    }

    private static String oneAlphabet(String word) {
        long latin =
                word.chars().filter(letter -> letter >= 'a' && letter <= 'z').count();
        long cyrillic =
                word.chars().filter(letter -> letter >= 'а' && letter <= 'џ').count();
        if (latin == 0 || cyrillic == 0) {
            return word;
        }
        var inLatin = replaced(word, CYRILLIC_ALIKE, LATIN_ALIKE);
        boolean wholly = inLatin.chars().noneMatch(letter -> letter >= 'а' && letter <= 'џ');
        return wholly ? inLatin : replaced(word, LATIN_ALIKE, CYRILLIC_ALIKE);
    }

    private static String replaced(String word, String from, String to) {
        var replaced = new StringBuilder(word);
        for (int i = 0; i < replaced.length(); i++) {
            int alike = from.indexOf(replaced.charAt(i));
            if (alike >= 0) {
                replaced.setCharAt(i, to.charAt(alike));
            }
        }
        return replaced.toString();
    }
}
