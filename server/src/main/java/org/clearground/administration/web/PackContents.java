// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.administration.web.AdministrationPages.CodeList;
import org.clearground.administration.web.AdministrationPages.Field;
import org.clearground.administration.web.AdministrationPages.FormLine;
import org.clearground.administration.web.AdministrationPages.Texts;
import org.clearground.packs.Pack;

/** What a pack holds, as it is written there: also of a pack that this version would no longer take. */
final class PackContents {

    private static final String FORMS = "forms/";
    private static final String SURVEY = "/survey.csv";

    private PackContents() {}

    /** All sentences, or those in which a text stands in their key or in a language, whatever its case. */
    static List<Texts> sentences(Pack pack, String asked, boolean onlyMissing) {
        var sought = asked.toLowerCase(Locale.ROOT);
        return pack.sentences().keys().stream()
                .sorted()
                .filter(key -> !onlyMissing || isIncomplete(pack, key))
                .map(key -> new Texts(key, texts(pack, key)))
                .filter(row -> row.key().toLowerCase(Locale.ROOT).contains(sought)
                        || row.texts().values().stream()
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought)))
                .toList();
    }

    private static Map<String, String> texts(Pack pack, String key) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : pack.languages()) {
            if (pack.sentences().has(language, key)) {
                texts.put(language, pack.sentences().written(language, key));
            }
        }
        return texts;
    }

    /** How many sentences lack a language. */
    static int incomplete(Pack pack) {
        return (int) pack.sentences().keys().stream()
                .filter(key -> isIncomplete(pack, key))
                .count();
    }

    private static boolean isIncomplete(Pack pack, String key) {
        return !pack.languages().stream().allMatch(language -> pack.sentences().has(language, key));
    }

    /** Code lists of the whole pack, then those of its forms. */
    static List<CodeList> codeLists(Pack pack) {
        var lists = new ArrayList<CodeList>();
        for (var path : pack.paths()) {
            if (path.startsWith("codes/") && path.endsWith(".csv")) {
                var name = path.substring("codes/".length(), path.length() - ".csv".length());
                lists.add(new CodeList(
                        name,
                        null,
                        pack.table(path).stream().map(row -> code(pack, row)).toList()));
            }
        }
        for (var path : pack.paths()) {
            if (path.startsWith(FORMS) && path.endsWith("/choices.csv")) {
                var form = path.substring(FORMS.length(), path.length() - "/choices.csv".length());
                var byList = new LinkedHashMap<String, List<Texts>>();
                for (var row : pack.table(path)) {
                    byList.computeIfAbsent(row.getOrDefault("list_name", ""), any -> new ArrayList<>())
                            .add(code(pack, row));
                }
                byList.forEach((name, rows) -> lists.add(new CodeList(name, form, List.copyOf(rows))));
            }
        }
        return lists;
    }

    private static Texts code(Pack pack, Map<String, String> row) {
        return new Texts(row.getOrDefault("name", ""), labels(pack, row, "label::"));
    }

    /** The columns of a beginning by language, without those that are blank. */
    static Map<String, String> labels(Pack pack, Map<String, String> row, String beginning) {
        var labels = new LinkedHashMap<String, String>();
        for (var language : pack.languages()) {
            var text = row.getOrDefault(beginning + language, "");
            if (!text.isBlank()) {
                labels.put(language, text);
            }
        }
        return labels;
    }

    static List<FormLine> forms(Pack pack) {
        return pack.paths().stream()
                .filter(path -> path.startsWith(FORMS) && path.endsWith(SURVEY))
                .map(path -> path.substring(FORMS.length(), path.length() - SURVEY.length()))
                .map(id -> {
                    var settings = pack.table(FORMS + id + "/settings.csv").stream()
                            .findFirst()
                            .orElse(Map.of());
                    return new FormLine(
                            id,
                            labels(pack, settings, "form_title::"),
                            settings.getOrDefault("version", ""),
                            fields(pack, id).size());
                })
                .toList();
    }

    /** The fields of a form in its order, without notes. */
    static List<Field> fields(Pack pack, String form) {
        var fields = new ArrayList<Field>();
        boolean inRepeat = false;
        for (var row : pack.table(FORMS + form + SURVEY)) {
            var type = row.getOrDefault("type", "");
            if (type.equals("begin_repeat")) {
                inRepeat = true;
            } else if (type.equals("end_repeat")) {
                inRepeat = false;
            } else if (!type.equals("note")) {
                fields.add(new Field(
                        row.getOrDefault("name", ""),
                        type,
                        labels(pack, row, "label::"),
                        labels(pack, row, "hint::"),
                        row.getOrDefault("required", "")
                                .toLowerCase(Locale.ROOT)
                                .matches("yes|true|true\\(\\)"),
                        row.getOrDefault("constraint", ""),
                        inRepeat));
            }
        }
        return fields;
    }
}
