// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clearground.errors.Finding;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.clearground.reports.store.StandingReports.Standing;

/**
 * Stands in for the rows of the file where a kept reading is checked again: rules ask it where a thing stands, and whether
 * anything was written there. What could not be read was written all the same; what was found then tells so.
 *
 * <p>What only the texts of the file have is not in it: the accuracy that a receiver adds to a position.
 */
final class StoredAsWritten {

    /** Rules ask whether an outline was written, not for its text. */
    private static final String OUTLINE = "outline";

    private StoredAsWritten() {}

    static WrittenReport of(FormDefinition form, Standing standing) {
        var report = standing.read().report();
        var unread = unread(standing.read().findings());
        var main = record(form.questions(), report.answers(), unread, standing);
        var repeats = new HashMap<String, List<WrittenRecord>>();
        report.repeats().forEach((name, rows) -> {
            var questions =
                    form.findRepeat(name).map(FormDefinition.Repeat::questions).orElse(List.of());
            var records = new ArrayList<WrittenRecord>(rows.size());
            rows.forEach(row -> records.add(record(questions, row, unread, standing)));
            repeats.put(name, records);
        });
        return new WrittenReport(main, repeats, report.lastRow(), List.of());
    }

    private static Set<String> unread(List<Finding> findings) {
        var questions = new HashSet<String>();
        for (var finding : findings) {
            var question = finding.figures().get("question");
            if (question != null && finding.value() != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    private static WrittenRecord record(
            List<Question> questions, Answers answers, Set<String> unread, Standing standing) {
        var columns = new WrittenRecord.Columns();
        var cells = new ArrayList<String>(questions.size());
        for (var question : questions) {
            columns.put(question.name(), cells.size(), question.name());
            var answer = answers.byQuestion().get(question.name());
            cells.add(answer != null ? text(answer) : unread.contains(question.name()) ? "?" : "");
        }
        return new WrittenRecord(
                standing.fileName(), null, standing.read().report().firstRow(), columns, cells);
    }

    private static String text(Answer answer) {
        if (answer instanceof Answer.Text text) {
            return text.value();
        }
        if (answer instanceof Answer.Amount amount) {
            return amount.value().toPlainString();
        }
        if (answer instanceof Answer.Day day) {
            return day.value().toString();
        }
        if (answer instanceof Answer.Point point) {
            return point.value().latitude() + " " + point.value().longitude();
        }
        return OUTLINE;
    }
}
