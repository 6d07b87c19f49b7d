// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.names.NameIndex;
import org.clearground.names.Spelling;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.WrittenRecord.Columns;
import org.jspecify.annotations.Nullable;

/**
 * Which column answers which question.
 *
 * <p>A heading is, in this order: what the mapping says; the question's name; a label of the question in any language. A
 * question of a repeat may carry the repeat's name before it ({@code finds/category}, {@code finds-category}).
 *
 * @param main columns of questions asked once
 * @param repeats columns of each repeat that has any here
 * @param unknown headings that mean nothing to the form, with the known heading spelt most alike
 * @param columnsOf the columns of each question, by index
 * @param constantColumns columns behind those of the file, for the mapping's constants
 */
record Headings(
        Columns main,
        Map<String, Columns> repeats,
        List<Unknown> unknown,
        Map<String, List<Integer>> columnsOf,
        Map<String, Integer> constantColumns) {

    /** Columns that programmes add and no form asks for; they are kept in the file and not spoken of. */
    private static final List<String> PASSED_OVER = List.of(
            "key",
            "parent_key",
            "set-of",
            "sample",
            "instanceid",
            "instancename",
            "submissiondate",
            "start",
            "end",
            "deviceid",
            "_index",
            "_parent_index",
            "_id",
            "_uuid",
            "_submission_time",
            "__version__",
            "report",
            SentRows.FINDINGS);

    record Unknown(String heading, @Nullable String nearest) {}

    static Headings match(List<String> headings, FormDefinition form, Mapping mapping) {
        var main = new Columns();
        var repeats = new LinkedHashMap<String, Columns>();
        var unknown = new ArrayList<Unknown>();
        var columnsOf = new HashMap<String, List<Integer>>();
        var constantColumns = new HashMap<String, Integer>();
        var known = new Known(form);
        for (var question : new java.util.TreeSet<>(mapping.constants().keySet())) {
            var target = known.find(question)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.WRONG_CALL,
                            "the mapping's constant \"" + question + "\" is no question of form " + form.id()));
            int column = headings.size() + constantColumns.size();
            constantColumns.put(question, column);
            put(main, repeats, target, column, question);
        }
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            if (heading.isBlank()) {
                continue;
            }
            var stripped = heading.strip();
            var mapped = mapping.columns().get(stripped);
            var target = known.find(mapped == null ? stripped : mapped);
            if (target.isEmpty()) {
                if (mapped != null || !PASSED_OVER.contains(stripped.toLowerCase(java.util.Locale.ROOT))) {
                    unknown.add(new Unknown(stripped, known.nearest(stripped)));
                }
                continue;
            }
            put(main, repeats, target.get(), i, stripped);
            columnsOf
                    .computeIfAbsent(target.get().question(), any -> new ArrayList<>())
                    .add(i);
        }
        return new Headings(main, repeats, unknown, columnsOf, constantColumns);
    }

    /** What headings mean to a form, as a mapping would say it: {@code district}, {@code finds/category}. */
    static Function<String, Optional<String>> understood(FormDefinition form) {
        var known = new Known(form);
        return heading -> known.find(heading).map(Target::written);
    }

    private static void put(Columns main, Map<String, Columns> repeats, Target target, int column, String heading) {
        var repeat = target.repeat();
        (repeat == null ? main : repeats.computeIfAbsent(repeat, any -> new Columns()))
                .put(target.question(), column, heading);
    }

    /** The cells of a row with the mapping's values and constants put in. */
    List<String> translate(List<String> cells, Mapping mapping) {
        if (mapping.values().isEmpty() && constantColumns.isEmpty()) {
            return cells;
        }
        var translated = new ArrayList<>(cells);
        mapping.values().forEach((question, values) -> {
            for (int column : columnsOf.getOrDefault(question, List.of())) {
                var value = column < translated.size()
                        ? values.get(translated.get(column).strip())
                        : null;
                if (value != null) {
                    translated.set(column, value);
                }
            }
        });
        constantColumns.forEach((question, column) -> {
            while (translated.size() <= column) {
                translated.add("");
            }
            translated.set(column, mapping.constants().getOrDefault(question, ""));
        });
        return translated;
    }

    private record Target(@Nullable String repeat, String question) {
        String written() {
            return repeat == null ? question : repeat + "/" + question;
        }
    }

    /** Every heading that a form understands. */
    private static final class Known {
        private final Map<String, Target> byName = new HashMap<>();
        private final Map<String, Target> byLabel = new HashMap<>();
        private final NameIndex<String> names = new NameIndex<>();

        Known(FormDefinition form) {
            form.questions().forEach(question -> add(null, question));
            form.repeats().forEach(repeat -> repeat.questions().forEach(question -> add(repeat.name(), question)));
        }

        private void add(@Nullable String repeat, Question question) {
            var name = question.name();
            add(repeat, name, name);
            names.add(name, name, List.of());
            if (question.type() == QuestionType.POINT) {
                for (var axis : List.of("latitude", "longitude")) {
                    var half = name + "_" + axis;
                    add(repeat, half, half);
                    add(repeat, name + "-" + axis, half);
                    add(repeat, axis, half);
                }
                add(repeat, "lat", name + "_latitude");
                add(repeat, "lon", name + "_longitude");
                add(repeat, "long", name + "_longitude");
            }
            question.labels()
                    .byLanguage()
                    .values()
                    .forEach(label -> byLabel.putIfAbsent(Spelling.fold(label), new Target(repeat, name)));
        }

        private void add(@Nullable String repeat, String written, String question) {
            var target = new Target(repeat, question);
            byName.putIfAbsent(fold(written), target);
            if (repeat != null) {
                for (var between : List.of("/", "-", ".", "_")) {
                    byName.putIfAbsent(fold(repeat + between + written), target);
                }
            }
        }

        private static String fold(String name) {
            return name.toLowerCase(java.util.Locale.ROOT).strip();
        }

        Optional<Target> find(String heading) {
            var target = byName.get(fold(heading));
            return Optional.ofNullable(target != null ? target : byLabel.get(Spelling.fold(heading)));
        }

        @Nullable
        String nearest(String heading) {
            var near = names.nearestNames(heading, 1);
            return near.isEmpty() ? null : near.get(0);
        }
    }
}
