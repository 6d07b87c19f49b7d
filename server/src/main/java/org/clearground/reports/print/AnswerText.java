// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.Question;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a person reads it.
 *
 * @param question its name in the form
 * @param label the question in the reader's language
 * @param text what was answered, codes by their names; a dash where nothing was
 * @param exact the answer as it is kept: the code, the plain number, the day, the well-known text; null without answer
 */
public record AnswerText(String question, String label, String text, @Nullable String exact) {

    /** Every question of a form with its answer, then answers to questions that the form no longer asks. */
    public static List<AnswerText> all(List<Question> questions, Answers answers, Words words) {
        var rest = new LinkedHashMap<String, Answer>(answers.byQuestion());
        var texts = new ArrayList<AnswerText>();
        for (var question : questions) {
            texts.add(of(
                    question.name(),
                    question.labels().in(words.language()),
                    question.list(),
                    rest.remove(question.name()),
                    words));
        }
        rest.forEach((name, answer) -> texts.add(of(name, name, null, answer, words)));
        return texts;
    }

    private static AnswerText of(
            String name, String label, @Nullable String list, @Nullable Answer answer, Words words) {
        if (answer == null) {
            return new AnswerText(name, label, words.say("bulletin.absent"), null);
        }
        if (answer instanceof Answer.Text text) {
            var named = list == null ? text.value() : words.name(list, text.value());
            return new AnswerText(name, label, named, text.value());
        }
        if (answer instanceof Answer.Amount amount) {
            return new AnswerText(
                    name, label, words.number(amount.value()), amount.value().toPlainString());
        }
        if (answer instanceof Answer.Day day) {
            return new AnswerText(
                    name, label, words.day(day.value()), day.value().toString());
        }
        if (answer instanceof Answer.Point point) {
            var text = degrees(point.value().latitude()) + " "
                    + degrees(point.value().longitude());
            return new AnswerText(name, label, text, text);
        }
        if (answer instanceof Answer.Shape shape) {
            var points = words.number(shape.value().vertices());
            return new AnswerText(
                    name,
                    label,
                    words.say("page.outline", Map.of("count", points)),
                    shape.value().toString());
        }
        throw new IllegalStateException("an answer of no known type");
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /** Whether something was answered. */
    public boolean answered() {
        return exact != null;
    }

    /** Whether the exact answer says more than the text: a code behind its name. */
    public boolean coded() {
        return exact != null && !exact.equals(text) && exact.matches("[A-Za-z_][A-Za-z0-9_-]*");
    }
}
