// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.TableRow;

/**
 * The pack's sentences in each language. {@code {name}} stands for a value; a part in brackets {@code [...]} is left out
 * when a value inside it is empty.
 */
public final class Sentences {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Map<String, String>> byKey = new HashMap<>();

    /** From a table with the columns {@code key} and one for each language. */
    Sentences(List<TableRow> table) {
        var heading = table.get(0).cells();
        for (var row : table.subList(1, table.size())) {
            if (row.isBlank()) {
                continue;
            }
            var texts = new HashMap<String, String>();
            for (int i = 1; i < heading.size() && i < row.cells().size(); i++) {
                texts.put(
                        String.valueOf(heading.get(i)),
                        String.valueOf(row.cells().get(i)));
            }
            var key = String.valueOf(row.cells().get(0));
            if (byKey.put(key, texts) != null) {
                throw new ProblemException(
                        ProblemCode.PACK_INVALID,
                        "the pack has two sentences \"" + key + "\"; leave one of them in sentences.csv");
            }
        }
    }

    /**
     * A sentence with its values.
     *
     * @throws ProblemException if the pack lacks it: a pack is complete or unusable
     */
    public String say(String language, String key, Map<String, String> values) {
        var texts = byKey.get(key);
        var text = texts == null ? null : texts.get(language);
        if (text == null) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID, "the pack has no sentence \"" + key + "\" in language " + language);
        }
        var withParts = OPTIONAL.matcher(text).replaceAll(part -> {
            boolean empty = PLACEHOLDER.matcher(part.group(1)).results().anyMatch(name -> values.getOrDefault(
                            name.group(1), "")
                    .isEmpty());
            return java.util.regex.Matcher.quoteReplacement(empty ? "" : part.group(1));
        });
        return PLACEHOLDER
                .matcher(withParts)
                .replaceAll(name ->
                        java.util.regex.Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    public String say(String language, String key) {
        return say(language, key, Map.of());
    }

    /** Every key that has a row, in whatever languages. */
    public Set<String> keys() {
        return Set.copyOf(byKey.keySet());
    }

    /** Whether there is a text, not blank, in a language. */
    public boolean has(String language, String key) {
        var texts = byKey.get(key);
        return texts != null && !texts.getOrDefault(language, "").isBlank();
    }

    /** A sentence as it is written, with its brackets and braces; empty where there is none. */
    public String written(String language, String key) {
        var texts = byKey.get(key);
        return texts == null ? "" : texts.getOrDefault(language, "");
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }
}
