// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.List;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.WrittenRecord;

/** In which columns a question may be answered: a point in one, or in two. */
final class Questions {

    private Questions() {}

    static List<String> columns(Question question) {
        return question.type() == QuestionType.POINT
                ? List.of(question.name(), question.name() + "_latitude", question.name() + "_longitude")
                : List.of(question.name());
    }

    /** Whether a row answers anything of a repeat. */
    static boolean anyAnswered(WrittenRecord record, FormDefinition.Repeat repeat) {
        for (var question : repeat.questions()) {
            for (var column : columns(question)) {
                if (record.text(column) != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
