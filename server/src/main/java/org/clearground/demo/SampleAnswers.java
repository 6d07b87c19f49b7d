// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invented report as answers to the questions of the form {@code progress}; what is not answered is absent. */
final class SampleAnswers {

    /** The column or property that marks every record as invented. */
    static final String SAMPLE = "sample";

    /** The charset of the tables that one body writes in Russian. */
    static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    static final List<String> REPORT_COLUMNS = List.of(
            "report_no",
            "organisation",
            "team",
            "task",
            "activity_type",
            "period_from",
            "period_to",
            "district",
            "settlement",
            "purpose",
            "method",
            "depth_cm",
            "declared_area_ha",
            "worked_ground",
            "staff",
            "machines",
            "dogs",
            "hours",
            SAMPLE);

    static final List<String> FIND_COLUMNS =
            List.of("category", "model", "quantity", "found_on", "point", "find_depth_cm", "condition", "disposal");

    private SampleAnswers() {}

    /** Whether a name can be written in a body's files. */
    static boolean canWrite(String body, String name) {
        return !body.equals("MES") || WINDOWS_1251.newEncoder().canEncode(name);
    }

    /**
     * The answers of a report without its finds: texts, numbers, days and a shape of ground.
     *
     * @param language of the district's name
     */
    static Map<String, Object> of(SampleReport report, String language) {
        var place = report.place();
        var settlement = place.settlement();
        var answers = new Collected();
        answers.add("report_no", report.number());
        answers.add("organisation", report.organisation());
        answers.add("team", report.team());
        answers.add("task", report.task());
        answers.add("activity_type", report.work().activityType);
        answers.add("period_from", report.day());
        answers.add("period_to", report.day());
        answers.add("district", place.district().names().in(language));
        answers.add("settlement", settlement == null ? null : SamplePlace.nameOf(settlement));
        answers.add("purpose", report.purpose());
        answers.add("method", report.work().method);
        answers.add("depth_cm", report.work().depthCm);
        answers.add("declared_area_ha", report.hectares());
        answers.add("worked_ground", place.ground());
        answers.add("staff", report.staff());
        answers.add("machines", report.machines());
        answers.add("dogs", report.dogs());
        answers.add("hours", report.hours());
        answers.add(SAMPLE, true);
        return answers.byQuestion;
    }

    static Map<String, Object> of(SampleFind find, SampleReport report) {
        var answers = new Collected();
        answers.add("category", find.category().name());
        answers.add("model", find.model());
        answers.add("quantity", find.quantity());
        answers.add("found_on", report.day());
        answers.add("point", WrittenSample.point(find.point()));
        answers.add("find_depth_cm", find.depthCm());
        answers.add("condition", find.condition());
        answers.add("disposal", find.disposal());
        return answers.byQuestion;
    }

    /** Report and find side by side, as a flat table repeats them: one row for each find, or one row without any. */
    static List<Map<String, Object>> rows(SampleReport report, String language) {
        var main = of(report, language);
        if (report.finds().isEmpty()) {
            return List.of(main);
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var find : report.finds()) {
            var row = new LinkedHashMap<>(main);
            row.putAll(of(find, report));
            rows.add(row);
        }
        return rows;
    }

    private static final class Collected {
        private final Map<String, Object> byQuestion = new LinkedHashMap<>();

        void add(String question, @Nullable Object answer) {
            if (answer != null) {
                byQuestion.put(question, Objects.requireNonNull(answer));
            }
        }
    }
}
