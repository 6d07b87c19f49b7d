// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of reports as they were sent, as one table under the headings of their file, to be corrected and sent again.
 *
 * <p>A table keeps its columns, also those that no form asks for. What a workbook has on sheets of their own, and the
 * objects of other files, come under the names of the questions ({@code finds/category}); a report of several finds has
 * a row for each.
 */
public final class SentRows {

    /** Heading of the column that tells what was found; an import passes over it. */
    public static final String FINDINGS = "_findings";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|";

    /** @param index in the file's table; -1 for a column that stands for a question */
    private record Column(String heading, int index, @Nullable String repeat, String question) {}

    private final boolean table;
    private final List<Column> columns;

    /** @param headings of the file of whose rows the table shall be made */
    public SentRows(FormDefinition form, FileHeadings headings) {
        this.table = headings.table();
        var all = new ArrayList<Column>();
        if (table) {
            headings.columns().forEach(each -> all.add(new Column(each.heading(), each.index(), null, "")));
        } else {
            form.questions().forEach(question -> Questions.columns(question)
                    .forEach(name -> all.add(new Column(name, -1, null, name))));
        }
        for (var repeat : form.repeats()) {
            if (!table || headings.children().containsKey(repeat.name())) {
                repeat.questions().forEach(question -> Questions.columns(question)
                        .forEach(name -> all.add(new Column(repeat.name() + "/" + name, -1, repeat.name(), name))));
            }
        }
        this.columns = List.copyOf(all);
    }

    public List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** The rows of a report, each with a text for every heading. */
    public List<List<String>> of(WrittenReport report) {
        var main = report.main();
        var lines = new TreeMap<Integer, String[]>();
        lines.put(main.row(), line());
        place(main, lines);
        var order = new HashMap<String, Integer>();
        report.repeats().forEach((repeat, records) -> {
            for (var record : records) {
                if (table && record.row() != main.row() && Objects.equals(record.sheet(), main.sheet())) {
                    place(record, lines);
                }
                name(repeat, record, main.row(), lines, order);
            }
        });
        var first = lines.firstEntry().getValue();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.index() < 0 && column.repeat() == null) {
                var text = main.text(column.question());
                first[i] = text == null ? "" : text;
            }
        }
        return lines.values().stream().map(Arrays::asList).map(List::copyOf).toList();
    }

    private String[] line() {
        var line = new String[columns.size()];
        Arrays.fill(line, "");
        return line;
    }

    /** Cells of the file's own table, in the row where they stand. */
    private void place(WrittenRecord record, Map<Integer, String[]> lines) {
        var line = lines.computeIfAbsent(record.row(), any -> line());
        for (int i = 0; i < columns.size(); i++) {
            int index = columns.get(i).index();
            if (index >= 0 && index < record.cells().size()) {
                line[i] = record.cells().get(index);
            }
        }
    }

    /** Answers under the names of questions: the first of each repeat in the report's row, the others below it. */
    private void name(
            String repeat, WrittenRecord record, int row, Map<Integer, String[]> lines, Map<String, Integer> order) {
        int below = order.merge(repeat, 1, Integer::sum) - 1;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.index() < 0 && repeat.equals(column.repeat())) {
                var text = record.text(column.question());
                lines.computeIfAbsent(row + below, any -> line())[i] = text == null ? "" : text;
            }
        }
    }

    /**
     * A text that no spreadsheet takes for a formula: with an apostrophe before it where it would. Numbers stay as they
     * are.
     */
    public static String marked(String text) {
        return isMarkable(text) && !text.matches("-?\\d+([.,]\\d+)?") ? "'" + text : text;
    }

    /** The same cells without the apostrophes that {@link #marked} put before them. */
    static List<String> unmarked(List<String> cells) {
        return cells.stream()
                .map(text -> text.startsWith("'") && isMarkable(text.substring(1)) ? text.substring(1) : text)
                .toList();
    }

    private static boolean isMarkable(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\'') {
            begin++;
        }
        return begin < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(begin)) >= 0;
    }
}
