// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of rows, where several rows may belong to one report because each carries one find.
 *
 * <p>Rows of one report stand together: they have the same organisation and report number or, without a number, the
 * same answers or none. Where rows of one number disagree, or stand apart, a finding says so; nothing is merged.
 */
final class ReportGrouping {

    private final List<String> mainQuestions;
    private final Consumer<WrittenReport> reports;
    private final Map<String, Integer> seen = new HashMap<>();
    private @Nullable Building current;

    ReportGrouping(FormDefinition form, Consumer<WrittenReport> reports) {
        this.mainQuestions = form.questions().stream()
                .flatMap(question -> Questions.columns(question).stream())
                .toList();
        this.reports = reports;
    }

    /** A report whose rows are still coming. */
    private static final class Building {
        final WrittenRecord main;
        final @Nullable String key;
        final Map<String, List<WrittenRecord>> repeats = new HashMap<>();
        final List<Finding> findings = new ArrayList<>();
        final Set<String> disagreeing = new HashSet<>();
        int lastRow;

        Building(WrittenRecord main, @Nullable String key) {
            this.main = main;
            this.key = key;
            this.lastRow = main.row();
        }
    }

    /**
     * Takes a row.
     *
     * @param repeats what it says of things repeated
     * @param faults what taking it out of the file showed
     * @param mayContinue whether rows of this file may belong to the report of the row before
     */
    void add(WrittenRecord main, Map<String, List<WrittenRecord>> repeats, List<Finding> faults, boolean mayContinue) {
        var building = current;
        var key = key(main);
        if (building == null || !mayContinue || !belongs(building, main, key)) {
            finish();
            building = new Building(main, key);
            current = building;
            var firstRow = key == null ? null : seen.putIfAbsent(key, main.row());
            if (firstRow != null) {
                building.findings.add(finding(
                        FindingCode.REPORT_ROWS_APART,
                        main,
                        "report_no",
                        Map.of("report", String.valueOf(main.text("report_no")), "firstRow", firstRow.toString())));
            }
        } else {
            compare(building, main);
        }
        building.lastRow = main.row();
        building.findings.addAll(faults);
        for (var repeat : repeats.entrySet()) {
            building.repeats
                    .computeIfAbsent(repeat.getKey(), any -> new ArrayList<>())
                    .addAll(repeat.getValue());
        }
    }

    private static @Nullable String key(WrittenRecord main) {
        var number = main.text("report_no");
        return number == null ? null : main.text("organisation") + "\n" + number.strip();
    }

    private boolean belongs(Building building, WrittenRecord main, @Nullable String key) {
        if (key != null) {
            return main.text("organisation") == null ? sameNumber(building, main) : key.equals(building.key);
        }
        for (var question : mainQuestions) {
            var text = main.text(question);
            if (text != null && !text.equals(building.main.text(question))) {
                return false;
            }
        }
        return true;
    }

    /** A row may leave the organisation blank and go on with the report above it. */
    private static boolean sameNumber(Building building, WrittenRecord main) {
        var number = main.text("report_no");
        var first = building.main.text("report_no");
        return number != null && first != null && number.strip().equals(first.strip());
    }

    private void compare(Building building, WrittenRecord main) {
        for (var question : mainQuestions) {
            var text = main.text(question);
            if (text == null) {
                continue;
            }
            var first = building.main.text(question);
            if (!text.equals(first) && building.disagreeing.add(question)) {
                building.findings.add(finding(
                        FindingCode.REPORT_ROWS_DISAGREE,
                        main,
                        question,
                        Map.of(
                                "question",
                                question,
                                "first",
                                Objects.requireNonNullElse(first, ""),
                                "other",
                                text,
                                "report",
                                String.valueOf(building.main.text("report_no")))));
            }
        }
    }

    /** Hands over the report whose rows have ended. */
    void finish() {
        var building = current;
        if (building != null) {
            current = null;
            reports.accept(new WrittenReport(building.main, building.repeats, building.lastRow, building.findings));
        }
    }

    private static Finding finding(
            FindingCode code, WrittenRecord record, String question, Map<String, String> figures) {
        return new Finding(code, code.severity(), record.at(question), record.text(question), figures);
    }
}
