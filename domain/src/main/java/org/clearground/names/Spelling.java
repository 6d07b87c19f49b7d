// SPDX-License-Identifier: Apache-2.0
package org.clearground.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds a name so that spellings of one name meet: case, accents, look-alike letters (ə U+0259 and ǝ U+01DD), dotless
 * ı, and punctuation do not count. Latin and Cyrillic stay apart; names in both scripts are given as aliases.
 */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    public static String fold(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ə', 'e')
                .replace('ǝ', 'e')
                .replace('ı', 'i')
                .replace('ё', 'е');
        return BETWEEN_WORDS
                .matcher(MARKS.matcher(bare).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /**
     * The number of single-letter edits (insert, delete, replace, swap neighbours) between two folded names: the
     * optimal string alignment distance (Damerau 1964).
     */
    static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            var reuse = beforeLast;
            beforeLast = last;
            last = current;
            current = reuse;
        }
        return last[right.length()];
    }
}
