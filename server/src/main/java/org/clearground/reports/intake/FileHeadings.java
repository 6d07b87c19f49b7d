// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clearground.imports.CsvTable;
import org.clearground.imports.ReceivedFile;
import org.clearground.imports.TableRow;
import org.clearground.imports.XlsxWorkbook;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file are called and what a form understands of them: the heading row of a table, the properties
 * of the first objects elsewhere. Only the first rows are read.
 *
 * @param table whether the file is one; objects have no sheets and no heading row
 * @param sheets of a workbook; none elsewhere
 * @param sheet that holds the reports; null where there are no sheets
 * @param children sheets whose rows belong to reports of the main one, by the repeat that they hold
 * @param headingRow as a spreadsheet counts; 0 where there is none
 * @param firstRows the first rows that are not blank, headings among them
 * @param columns those with a heading, in the order of the file
 */
public record FileHeadings(
        boolean table,
        List<String> sheets,
        @Nullable String sheet,
        Map<String, String> children,
        int headingRow,
        List<TableRow> firstRows,
        List<Column> columns) {

    /** What a mapping says of a column that shall not be read. */
    public static final String NOT_READ = "none";

    private static final int ROWS = 40;
    private static final int OBJECTS = 200;
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 60;

    /**
     * A column.
     *
     * @param index in the table, from 0
     * @param guessed the question that the form understands without a mapping ({@code district},
     *     {@code finds/category}); null if none
     * @param question that it answers with the mapping; null if none
     * @param examples the first texts that stand in it
     */
    public record Column(
            String heading, int index, @Nullable String guessed, @Nullable String question, List<String> examples) {}

    /** Ends reading when enough was seen. It never leaves this class. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /**
     * Looks at a file.
     *
     * @throws org.clearground.errors.ProblemException if its beginning cannot be read
     */
    public static FileHeadings of(ReceivedFile file, FormDefinition form, Mapping mapping) {
        return switch (file.kind()) {
            case CSV -> {
                var charset = mapping.charset() == null ? file.charset() : mapping.charset();
                var rows = firstRows(sink -> CsvTable.read(file, charset, mapping.separator(), sink));
                yield table(List.of(), null, Map.of(), rows, form, mapping);
            }
            case XLSX -> {
                try (var workbook = XlsxWorkbook.open(file)) {
                    var main = TableReports.mainSheet(file, workbook, form, mapping);
                    var rows = firstRows(sink -> workbook.read(main, sink));
                    yield table(
                            workbook.sheetNames(),
                            main,
                            TableReports.childSheets(workbook, form, main),
                            rows,
                            form,
                            mapping);
                }
            }
            case GEOJSON, JSON, KML -> objects(file, form, mapping);
        };
    }

    private static List<TableRow> firstRows(Consumer<Consumer<TableRow>> reader) {
        var rows = new ArrayList<TableRow>();
        try {
            reader.accept(row -> {
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() == ROWS) {
                    throw new Enough();
                }
            });
        } catch (Enough seen) {
            return rows;
        }
        return rows;
    }

    private static FileHeadings table(
            List<String> sheets,
            @Nullable String sheet,
            Map<String, String> children,
            List<TableRow> rows,
            FormDefinition form,
            Mapping mapping) {
        var heading = rows.stream()
                .filter(row -> row.number() >= mapping.firstHeadingRow())
                .findFirst();
        var columns = new ArrayList<Column>();
        var understood = Headings.understood(form);
        if (heading.isPresent()) {
            var names = heading.get().cells();
            var behind = rows.stream()
                    .filter(row -> row.number() > heading.get().number())
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                int index = i;
                add(
                        columns,
                        names.get(i),
                        i,
                        behind.stream()
                                .filter(row -> index < row.cells().size())
                                .map(row -> row.cells().get(index))
                                .toList(),
                        understood,
                        mapping);
            }
        }
        return new FileHeadings(
                true, sheets, sheet, children, heading.map(TableRow::number).orElse(0), rows, columns);
    }

    private static FileHeadings objects(ReceivedFile file, FormDefinition form, Mapping mapping) {
        var properties = new LinkedHashMap<String, List<String>>();
        var seen = new int[1];
        var reader = new ObjectReports(file, form, mapping);
        reader.onProperties(object -> {
            object.forEach((name, text) ->
                    properties.computeIfAbsent(name, any -> new ArrayList<>()).add(text));
            if (++seen[0] == OBJECTS) {
                throw new Enough();
            }
        });
        try {
            reader.read(report -> {}, finding -> {});
        } catch (Enough enough) {
            // the first of them show what there is
        }
        var columns = new ArrayList<Column>();
        var understood = Headings.understood(form);
        properties.forEach((name, texts) -> add(columns, name, columns.size(), texts, understood, mapping));
        return new FileHeadings(false, List.of(), null, Map.of(), 0, List.of(), columns);
    }

    private static void add(
            List<Column> columns,
            String heading,
            int index,
            List<String> texts,
            Function<String, Optional<String>> understood,
            Mapping mapping) {
        var stripped = heading.strip();
        if (stripped.isEmpty() || stripped.equalsIgnoreCase(SentRows.FINDINGS)) {
            return;
        }
        var mapped = mapping.columns().get(stripped);
        columns.add(new Column(
                stripped,
                index,
                understood.apply(stripped).orElse(null),
                understood.apply(mapped == null ? stripped : mapped).orElse(null),
                texts.stream()
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .limit(EXAMPLES)
                        .map(text -> text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "…" : text)
                        .toList()));
    }

    /** Every question as mappings name it, in the order of the form: {@code district}, {@code finds/point_latitude}. */
    public static List<String> meanings(FormDefinition form) {
        var meanings = new ArrayList<String>();
        form.questions().forEach(question -> meanings.addAll(Questions.columns(question)));
        form.repeats().forEach(repeat -> repeat.questions().forEach(question -> Questions.columns(question)
                .forEach(name -> meanings.add(repeat.name() + "/" + name))));
        return meanings;
    }

    /** Whether every heading that a mapping speaks of is here, and the sheet that it names. */
    public boolean fits(Mapping mapping) {
        var here = new HashSet<String>();
        columns.forEach(column -> here.add(column.heading()));
        return here.containsAll(mapping.columns().keySet())
                && (mapping.sheet() == null || mapping.sheet().equalsIgnoreCase(sheet));
    }

    /** Questions of the form that no column answers, as mappings name them; points as a whole. */
    public List<String> unanswered(FormDefinition form) {
        var answered = new HashSet<String>();
        columns.forEach(column -> {
            var question = column.question();
            if (question != null) {
                answered.add(question.replaceFirst("_(latitude|longitude)$", ""));
            }
        });
        return form.questions().stream()
                .map(Question::name)
                .filter(name -> !answered.contains(name))
                .toList();
    }
}
