// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearground.administration.web.AdministrationPages.Texts;
import org.clearground.packs.Pack;
import org.jspecify.annotations.Nullable;

/**
 * What another pack would change: texts and labels of codes by language, and every file that is another.
 *
 * @param texts of sentences
 * @param codes their labels
 */
public record PackDifference(List<TextChange> texts, List<TextChange> codes, List<FileChange> files) {

    public PackDifference {
        texts = List.copyOf(texts);
        codes = List.copyOf(codes);
        files = List.copyOf(files);
    }

    /**
     * A text that is another in one language.
     *
     * @param where key of the sentence, or list and code
     * @param before null where there was none
     * @param after null where there would be none any more
     */
    public record TextChange(String where, String language, @Nullable String before, @Nullable String after) {}

    /** What would become of a file. */
    public enum Fate {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A file that would be another. */
    public record FileChange(String path, Fate fate) {}

    static PackDifference of(Pack before, Pack after) {
        return new PackDifference(
                changes(PackContents.sentences(before, "", false), PackContents.sentences(after, "", false), ""),
                codes(before, after),
                files(before, after));
    }

    private static List<TextChange> codes(Pack before, Pack after) {
        var changes = new ArrayList<TextChange>();
        var lists = new TreeSet<String>();
        var one = new TreeMap<String, List<Texts>>();
        var other = new TreeMap<String, List<Texts>>();
        PackContents.codeLists(before).forEach(list -> one.put(list.key(), list.rows()));
        PackContents.codeLists(after).forEach(list -> other.put(list.key(), list.rows()));
        lists.addAll(one.keySet());
        lists.addAll(other.keySet());
        for (var list : lists) {
            changes.addAll(
                    changes(one.getOrDefault(list, List.of()), other.getOrDefault(list, List.of()), list + " · "));
        }
        return changes;
    }

    private static List<TextChange> changes(List<Texts> before, List<Texts> after, String beginning) {
        var one = new TreeMap<String, Map<String, String>>();
        var other = new TreeMap<String, Map<String, String>>();
        before.forEach(row -> one.put(row.key(), row.texts()));
        after.forEach(row -> other.put(row.key(), row.texts()));
        var keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        var changes = new ArrayList<TextChange>();
        for (var key : keys) {
            var was = one.getOrDefault(key, Map.of());
            var is = other.getOrDefault(key, Map.of());
            var languages = new TreeSet<>(was.keySet());
            languages.addAll(is.keySet());
            for (var language : languages) {
                if (!Objects.equals(was.get(language), is.get(language))) {
                    changes.add(new TextChange(beginning + key, language, was.get(language), is.get(language)));
                }
            }
        }
        return changes;
    }

    private static List<FileChange> files(Pack before, Pack after) {
        var paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        var changes = new ArrayList<FileChange>();
        for (var path : paths) {
            if (!before.paths().contains(path)) {
                changes.add(new FileChange(path, Fate.ADDED));
            } else if (!after.paths().contains(path)) {
                changes.add(new FileChange(path, Fate.REMOVED));
            } else if (!Arrays.equals(before.file(path), after.file(path))) {
                changes.add(new FileChange(path, Fate.CHANGED));
            }
        }
        return changes;
    }
}
