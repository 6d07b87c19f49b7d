// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlinePrint;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.CommonRules;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ProgressReport;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What a report is found by when others are laid beside it: numbers that two reports share when they are alike, and the
 * size of its ground. Kept in {@code report_mark}, so that one look-up is enough however many reports there are.
 *
 * @param size of the ground that it speaks of; null where it states none
 */
record ReportMarks(List<Mark> marks, @Nullable Size size) {

    static final String NUMBER = "report_no";
    static final String HAZARD = "hazard_code";
    static final String TASK = "task";

    /**
     * What two reports that are alike share.
     *
     * @param mark the same for both: of an outline, of a number without blanks and capitals
     * @param question that was answered
     * @param written what tells the two apart: the number as written; for an outline, whose and which report
     */
    record Mark(long mark, String question, String written) {}

    /** @param kind reports of one kind are compared in size */
    record Size(String kind, String question, double squareMetres) {}

    ReportMarks {
        marks = List.copyOf(marks);
    }

    static ReportMarks of(String form, FieldReport report) {
        var answers = report.answers();
        var organisation = String.valueOf(answers.code("organisation"));
        var number = answers.text(NUMBER);
        var marks = new ArrayList<Mark>(2);
        if (number != null) {
            marks.add(new Mark(hash(NUMBER, form, organisation, CommonRules.folded(number)), NUMBER, number));
        }
        var hazard = answers.text(HAZARD);
        if (hazard != null) {
            marks.add(new Mark(hash(HAZARD, CommonRules.folded(hazard)), HAZARD, hazard));
        }
        var task = answers.text(TASK);
        if (task != null && form.equals(ProgressReport.FORM)) {
            marks.add(new Mark(ofTask(task), TASK, task));
        }
        // A correction has the number of what it corrects; a report without a number corrects nothing.
        var itself = number == null ? report.id().toString() : organisation + "\n" + number;
        double largest = 0;
        var largestOf = "";
        for (var entry : answers.byQuestion().entrySet()) {
            if (entry.getValue() instanceof Answer.Shape shape) {
                marks.add(new Mark(
                        OutlinePrint.of(shape.value()) ^ hash("outline", form, entry.getKey()),
                        entry.getKey(),
                        itself));
                double area = area(shape.value());
                if (area > largest) {
                    largest = area;
                    largestOf = entry.getKey();
                }
            }
        }
        var declared = largest > 0 ? null : ProgressReport.declaredArea(answers);
        if (declared != null) {
            largest = declared.area().value();
            largestOf = answers.whole("declared_area_m2") != null ? "declared_area_m2" : "declared_area_ha";
        }
        var type = answers.code("activity_type");
        return new ReportMarks(
                marks, largest > 0 ? new Size(type == null ? form : form + ", " + type, largestOf, largest) : null);
    }

    /** The number that progress reports of one task share. */
    static long ofTask(String task) {
        return hash(TASK, CommonRules.folded(task));
    }

    void insert(Transaction transaction, long report) throws SQLException {
        for (var mark : marks) {
            var insert = transaction.prepared(
                    "insert into report_mark (mark, question, written, report) values (?, ?, ?, ?)");
            insert.setLong(1, mark.mark());
            insert.setString(2, mark.question());
            insert.setString(3, mark.written());
            insert.setLong(4, report);
            insert.executeUpdate();
        }
    }

    private static double area(GroundShape shape) {
        return shape.fault().isPresent() ? 0 : GeodesicArea.squareMetres(shape.polygons());
    }

    private static long hash(String... texts) {
        long hash = 1_125_899_906_842_597L;
        for (var text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = 31 * hash + text.charAt(i);
            }
            hash = (hash ^ (hash >>> 29)) * 0xBF58_476D_1CE4_E5B9L + 7;
        }
        return hash ^ (hash >>> 32);
    }
}
