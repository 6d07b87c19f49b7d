// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;

/**
 * In what a report differs from an earlier one of its number, field by field, as a person reads it.
 *
 * @param answers those that are not the same
 * @param tables of what is asked any number of times, those with rows that are not in both
 */
public record ReportDifference(List<Changed> answers, List<Table> tables) {

    public ReportDifference {
        answers = List.copyOf(answers);
        tables = List.copyOf(tables);
    }

    /** An answer before and now. */
    public record Changed(String label, String before, String now) {}

    /**
     * Rows of a table.
     *
     * @param gone rows that only the earlier report has
     * @param come rows that only this one has
     */
    public record Table(String name, List<String> headings, List<List<String>> gone, List<List<String>> come) {}

    /** Whether both say the same. */
    public boolean none() {
        return answers.isEmpty() && tables.isEmpty();
    }

    /** What is not the same. */
    public static ReportDifference between(FieldReport earlier, FieldReport later, FormDefinition form, Words words) {
        var before = new LinkedHashMap<String, AnswerText>();
        AnswerText.all(form.questions(), earlier.answers(), words)
                .forEach(answer -> before.put(answer.question(), answer));
        var changed = new ArrayList<Changed>();
        for (var now : AnswerText.all(form.questions(), later.answers(), words)) {
            var old = before.remove(now.question());
            if (old == null || !Objects.equals(old.exact(), now.exact())) {
                changed.add(
                        new Changed(now.label(), old == null ? words.say("bulletin.absent") : old.text(), now.text()));
            }
        }
        before.values().forEach(old -> changed.add(new Changed(old.label(), old.text(), words.say("bulletin.absent"))));
        var tables = new ArrayList<Table>();
        for (var repeat : form.repeats()) {
            var gone = rows(repeat, earlier.repeat(repeat.name()), words);
            var come = rows(repeat, later.repeat(repeat.name()), words);
            var onlyBefore = new ArrayList<>(gone);
            var onlyNow = new ArrayList<>(come);
            gone.forEach(onlyNow::remove);
            come.forEach(onlyBefore::remove);
            if (!onlyBefore.isEmpty() || !onlyNow.isEmpty()) {
                tables.add(new Table(
                        repeat.name(),
                        repeat.questions().stream()
                                .map(question -> question.labels().in(words.language()))
                                .toList(),
                        onlyBefore,
                        onlyNow));
            }
        }
        return new ReportDifference(changed, tables);
    }

    private static List<List<String>> rows(FormDefinition.Repeat repeat, List<Answers> rows, Words words) {
        return rows.stream()
                .map(row -> AnswerText.all(repeat.questions(), row, words).stream()
                        .map(AnswerText::text)
                        .toList())
                .toList();
    }
}
