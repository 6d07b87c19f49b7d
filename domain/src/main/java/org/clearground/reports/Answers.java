// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.jspecify.annotations.Nullable;

/**
 * Answers by question name, in alphabetical order. What was not answered, or could not be read, is not in it: absent is
 * not zero.
 */
public record Answers(Map<String, Answer> byQuestion) {

    public Answers {
        byQuestion = Collections.unmodifiableMap(new TreeMap<>(byQuestion));
    }

    public @Nullable String code(String question) {
        return byQuestion.get(question) instanceof Answer.Text answer ? answer.value() : null;
    }

    public @Nullable String text(String question) {
        return code(question);
    }

    public @Nullable Long whole(String question) {
        return byQuestion.get(question) instanceof Answer.Amount answer
                ? (Long) answer.value().longValueExact()
                : null;
    }

    public @Nullable BigDecimal decimal(String question) {
        return byQuestion.get(question) instanceof Answer.Amount answer ? answer.value() : null;
    }

    public @Nullable LocalDate day(String question) {
        return byQuestion.get(question) instanceof Answer.Day answer ? answer.value() : null;
    }

    public @Nullable Position position(String question) {
        return byQuestion.get(question) instanceof Answer.Point answer ? answer.value() : null;
    }

    public @Nullable GroundShape shape(String question) {
        return byQuestion.get(question) instanceof Answer.Shape answer ? answer.value() : null;
    }

    /** One answer, of the type that its question takes. */
    public sealed interface Answer {

        /** Free text, or a code of a list. */
        record Text(String value) implements Answer {}

        record Amount(BigDecimal value) implements Answer {}

        record Day(LocalDate value) implements Answer {}

        record Point(Position value) implements Answer {}

        record Shape(GroundShape value) implements Answer {}
    }
}
