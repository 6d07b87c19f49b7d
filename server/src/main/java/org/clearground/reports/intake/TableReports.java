// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.errors.SourcePlace;
import org.clearground.imports.CsvTable;
import org.clearground.imports.ReceivedFile;
import org.clearground.imports.TableRow;
import org.clearground.imports.XlsxWorkbook;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a CSV file or a workbook.
 *
 * <p>A workbook may have the things repeated on a sheet of their own, named like the repeat, whose rows name their
 * report in a column {@code PARENT_KEY} (as ODK exports them) or {@code _parent_index} (as KoboToolbox does).
 */
final class TableReports implements WrittenReports {

    private static final List<String> KEYS = List.of("key", "_index", "_uuid", "report_no");
    private static final List<String> PARENT_KEYS =
            List.of("parent_key", "_parent_index", "_submission__uuid", "report_no");

    private final ReceivedFile file;
    private final FormDefinition form;
    private final Mapping mapping;

    TableReports(ReceivedFile file, FormDefinition form, Mapping mapping) {
        this.file = file;
        this.form = form;
        this.mapping = mapping;
    }

    @Override
    public void read(Consumer<WrittenReport> reports, Consumer<Finding> aboutTheFile) {
        switch (file.kind()) {
            case CSV -> {
                var sheet = new Sheet(null, reports, aboutTheFile, Map.of());
                var charset = mapping.charset() == null ? file.charset() : mapping.charset();
                CsvTable.read(file, charset, mapping.separator(), sheet::row);
                sheet.end();
            }
            case XLSX -> readWorkbook(reports, aboutTheFile);
            case GEOJSON, JSON, KML -> throw new IllegalStateException("no table: " + file.kind());
        }
    }

    private void readWorkbook(Consumer<WrittenReport> reports, Consumer<Finding> aboutTheFile) {
        try (var workbook = XlsxWorkbook.open(file)) {
            var main = mainSheet(file, workbook, form, mapping);
            var children = new LinkedHashMap<String, Children>();
            childSheets(workbook, form, main).forEach((repeat, name) -> {
                var rows = new Children(name, form.findRepeat(repeat).orElseThrow(), aboutTheFile);
                workbook.read(name, rows::row);
                children.put(repeat, rows);
            });
            var sheet = new Sheet(main, reports, aboutTheFile, children);
            workbook.read(main, sheet::row);
            sheet.end();
            children.values().forEach(Children::reportOrphans);
        }
    }

    /** The sheet that holds the reports. */
    static String mainSheet(ReceivedFile file, XlsxWorkbook workbook, FormDefinition form, Mapping mapping) {
        var stated = mapping.sheet();
        if (stated == null) {
            return workbook.findSheet(form.id())
                    .orElseGet(() -> workbook.sheetNames().get(0));
        }
        return workbook.findSheet(stated)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        file.name() + " has no sheet \"" + stated + "\"; it has " + workbook.sheetNames()));
    }

    /** The sheets that hold things repeated, by their repeat. */
    static Map<String, String> childSheets(XlsxWorkbook workbook, FormDefinition form, String main) {
        var sheets = new TreeMap<String, String>();
        for (var repeat : form.repeats()) {
            workbook.findSheet(repeat.name())
                    .or(() -> workbook.findSheet(form.id() + "-" + repeat.name()))
                    .filter(name -> !name.equals(main))
                    .ifPresent(name -> sheets.put(repeat.name(), name));
        }
        return sheets;
    }

    private void tellUnknown(@Nullable String sheet, TableRow heading, Headings headings, Consumer<Finding> about) {
        for (var unknown : headings.unknown()) {
            about.accept(new Finding(
                    FindingCode.UNKNOWN_COLUMN,
                    FindingCode.UNKNOWN_COLUMN.severity(),
                    new SourcePlace(file.name(), sheet, heading.number(), unknown.heading()),
                    unknown.heading(),
                    Map.of(
                            "column",
                            unknown.heading(),
                            "nearest",
                            unknown.nearest() == null ? "" : unknown.nearest())));
        }
    }

    private static int column(TableRow heading, List<String> names) {
        for (var name : names) {
            for (int i = 0; i < heading.cells().size(); i++) {
                var cell = heading.cells().get(i);
                if (cell.strip().toLowerCase(Locale.ROOT).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static @Nullable String cell(TableRow row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : null;
    }

    private List<Finding> faults(TableRow row, @Nullable String sheet, int width) {
        if (row.cells().size() <= width && row.formulas().isEmpty()) {
            return List.of();
        }
        var faults = new ArrayList<Finding>();
        var place = new SourcePlace(file.name(), sheet, row.number(), null);
        for (int i = width; i < row.cells().size(); i++) {
            var extra = row.cells().get(i);
            if (!extra.isBlank()) {
                faults.add(new Finding(
                        FindingCode.ROW_LONGER_THAN_HEADING,
                        FindingCode.ROW_LONGER_THAN_HEADING.severity(),
                        place,
                        extra,
                        Map.of("cells", String.valueOf(row.cells().size()), "headings", String.valueOf(width))));
                break;
            }
        }
        for (var formula : row.formulas()) {
            faults.add(new Finding(
                    FindingCode.FORMULA_CELL,
                    FindingCode.FORMULA_CELL.severity(),
                    place,
                    cell(row, formula.column()),
                    Map.of("formula", "=" + formula.text())));
        }
        return faults;
    }

    /** The sheet of reports, which may carry the things repeated on the same rows. */
    private final class Sheet {
        private final @Nullable String name;
        private final Consumer<Finding> aboutTheFile;
        private final Map<String, Children> children;
        private final ReportGrouping grouping;
        private @Nullable Headings headings;
        private int width;
        private int keyColumn = -1;
        private boolean annotated;

        Sheet(
                @Nullable String name,
                Consumer<WrittenReport> reports,
                Consumer<Finding> aboutTheFile,
                Map<String, Children> children) {
            this.name = name;
            this.aboutTheFile = aboutTheFile;
            this.children = children;
            this.grouping = new ReportGrouping(form, reports);
        }

        void row(TableRow row) {
            if (row.isBlank()) {
                return;
            }
            var known = headings;
            if (known == null) {
                if (row.number() >= mapping.firstHeadingRow()) {
                    heading(row);
                }
                return;
            }
            var cells = known.translate(annotated ? SentRows.unmarked(row.cells()) : row.cells(), mapping);
            var main = new WrittenRecord(file.name(), name, row.number(), known.main(), cells);
            var repeats = new HashMap<String, List<WrittenRecord>>();
            for (var repeat : form.repeats()) {
                var columns = known.repeats().get(repeat.name());
                if (columns != null) {
                    var record = new WrittenRecord(file.name(), name, row.number(), columns, cells);
                    if (Questions.anyAnswered(record, repeat)) {
                        repeats.put(repeat.name(), List.of(record));
                    }
                }
                var sheet = children.get(repeat.name());
                if (sheet != null) {
                    repeats.put(repeat.name(), sheet.of(cell(row, keyColumn)));
                }
            }
            boolean mayContinue = children.isEmpty() && !known.repeats().isEmpty();
            grouping.add(main, repeats, faults(row, name, width), mayContinue);
        }

        private void heading(TableRow row) {
            var matched = Headings.match(row.cells(), form, mapping);
            if (form.questions().stream().noneMatch(question -> matched.main().has(question.name()))) {
                throw new ProblemException(
                        ProblemCode.UNREADABLE_SUBMISSION,
                        file.name() + ": no column of row " + row.number() + " is a question of form " + form.id()
                                + "; put the headings in the first row, or say with --mapping what they mean");
            }
            headings = matched;
            width = row.cells().size();
            annotated = column(row, List.of(SentRows.FINDINGS)) >= 0;
            keyColumn = column(row, KEYS);
            tellUnknown(name, row, matched, aboutTheFile);
        }

        void end() {
            if (headings == null) {
                throw new ProblemException(
                        ProblemCode.UNREADABLE_SUBMISSION, file.name() + " has no heading row; export it again");
            }
            grouping.finish();
        }
    }

    /** A sheet of things repeated, by the key of their report. */
    private final class Children {
        private final String name;
        private final FormDefinition.Repeat repeat;
        private final Consumer<Finding> aboutTheFile;
        private final Map<String, List<WrittenRecord>> byParent = new LinkedHashMap<>();
        private @Nullable Headings headings;
        private int parentColumn = -1;
        private int width;

        Children(String name, FormDefinition.Repeat repeat, Consumer<Finding> aboutTheFile) {
            this.name = name;
            this.repeat = repeat;
            this.aboutTheFile = aboutTheFile;
        }

        void row(TableRow row) {
            if (row.isBlank()) {
                return;
            }
            var known = headings;
            if (known == null) {
                headings = Headings.match(row.cells(), form, mapping);
                parentColumn = column(row, PARENT_KEYS);
                width = row.cells().size();
                if (parentColumn < 0) {
                    throw new ProblemException(
                            ProblemCode.UNREADABLE_SUBMISSION,
                            file.name() + ": sheet " + name
                                    + " has no column PARENT_KEY that names the report of each row");
                }
                tellUnknown(name, row, headings, aboutTheFile);
                return;
            }
            faults(row, name, width).forEach(aboutTheFile);
            var columns = known.repeats().get(repeat.name());
            var parent = cell(row, parentColumn);
            if (columns != null) {
                byParent.computeIfAbsent(parent == null ? "" : parent.strip(), any -> new ArrayList<>())
                        .add(new WrittenRecord(
                                file.name(), name, row.number(), columns, known.translate(row.cells(), mapping)));
            }
        }

        List<WrittenRecord> of(@Nullable String key) {
            var rows = key == null ? null : byParent.remove(key.strip());
            return rows == null ? List.of() : rows;
        }

        void reportOrphans() {
            byParent.forEach((parent, rows) -> rows.forEach(row -> aboutTheFile.accept(new Finding(
                    FindingCode.ORPHAN_FIND,
                    FindingCode.ORPHAN_FIND.severity(),
                    row.wholeRow(),
                    parent,
                    Map.of("parent", parent)))));
        }
    }
}
