// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;

/**
 * An answer that two reports of one number give differently.
 *
 * @param label of the question in the reader's language, with the number of the row where it is asked more than once
 * @param earlier as the report of the store says it; a dash where it does not
 * @param later as the other says it
 */
public record AnswerDifference(String label, String earlier, String later) {

    /** All of them, in the order of the form. */
    public static List<AnswerDifference> between(
            FieldReport earlier, FieldReport later, FormDefinition form, Words words) {
        var all = new ArrayList<AnswerDifference>();
        compare("", form.questions(), earlier.answers(), later.answers(), words, all);
        for (var repeat : form.repeats()) {
            var before = earlier.repeat(repeat.name());
            var after = later.repeat(repeat.name());
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(
                        words.say("page." + repeat.name()) + " " + (i + 1) + ": ",
                        repeat.questions(),
                        i < before.size() ? before.get(i) : new Answers(java.util.Map.of()),
                        i < after.size() ? after.get(i) : new Answers(java.util.Map.of()),
                        words,
                        all);
            }
        }
        return all;
    }

    private static void compare(
            String before,
            List<Question> questions,
            Answers earlier,
            Answers later,
            Words words,
            List<AnswerDifference> all) {
        var first = AnswerText.all(questions, earlier, words);
        var second = AnswerText.all(questions, later, words);
        for (int i = 0; i < questions.size(); i++) {
            var one = first.get(i);
            var other = second.get(i);
            if (!Objects.equals(one.exact(), other.exact())) {
                all.add(new AnswerDifference(
                        before + one.label(),
                        one.text(),
                        // two outlines of as many points read alike
                        one.text().equals(other.text())
                                ? other.text() + ", " + words.say("import.other")
                                : other.text()));
            }
        }
    }
}
