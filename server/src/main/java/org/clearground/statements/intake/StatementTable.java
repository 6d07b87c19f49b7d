// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.CsvTable;
import org.clearground.imports.FileKind;
import org.clearground.imports.ReceivedFile;
import org.clearground.imports.TableRow;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A table of statements: one row for each, with a column for each usual measure, or one row for each figure. Which it is
 * says the heading.
 */
public final class StatementTable {

    /** More than a national archive of releases needs; what is larger is no table of statements. */
    static final long MOST_BYTES = 16L << 20;

    static final List<String> BY_STATEMENT = List.of(
            "id",
            "source_url",
            "publisher",
            "published_on",
            "kind",
            "period_from",
            "period_to",
            "at_mines",
            "ap_mines",
            "uxo",
            "other_items",
            "hectares",
            "operators",
            "districts",
            "language",
            "notes");

    /** In the order in which {@link FigureTable} writes them. */
    static final List<String> BY_FIGURE = List.of(
            "number",
            "publisher",
            "published",
            "language",
            "address",
            "measured",
            "value",
            "hedge",
            "from",
            "to",
            "kind",
            "scope",
            "part",
            "bodies",
            "districts",
            "remark",
            "text",
            "start",
            "end");

    private final ReceivedFile file;
    private final Noted noted;
    private final StatementRow rows;
    private final Map<String, Gathered> statements = new LinkedHashMap<>();
    private List<String> heading = List.of();
    private boolean byFigure;

    private StatementTable(ReceivedFile file, Bodies bodies) {
        this.file = file;
        this.noted = new Noted(file.name());
        this.rows = new StatementRow(bodies, noted);
    }

    /**
     * A statement that was read.
     *
     * @param row at which it begins
     */
    public record Numbered(int row, Statement statement) {}

    /**
     * What a table says.
     *
     * @param statements those that can be taken in, in the order of the file
     * @param leftOut how many cannot, because a finding blocks them
     */
    public record Read(List<Numbered> statements, int leftOut, List<Finding> findings) {

        public Read {
            statements = List.copyOf(statements);
            findings = List.copyOf(findings);
        }
    }

    /** A statement as far as its rows were read. */
    private static final class Gathered {
        private final Cells first;
        private final Statement document;
        private final List<StatedFigure> figures;
        private boolean blocked;

        Gathered(Cells first, Statement document) {
            this.first = first;
            this.document = document;
            this.figures = new ArrayList<>(document.figures());
        }

        Numbered whole() {
            return new Numbered(
                    first.row(),
                    new Statement(
                            document.number(),
                            document.publisher(),
                            document.published(),
                            document.language(),
                            document.address(),
                            document.bodies(),
                            document.districts(),
                            document.text(),
                            document.remark(),
                            figures));
        }
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it is no table of statements at all
     */
    public static Read read(ReceivedFile file, Bodies bodies) {
        if (file.bytes() > MOST_BYTES) {
            throw new ProblemException(
                    ProblemCode.SUBMISSION_TOO_LARGE,
                    file.name() + " has " + (file.bytes() >> 20) + " MiB, more than the " + (MOST_BYTES >> 20)
                            + " MiB that a table of statements may have; split it by year");
        }
        if (file.kind() != FileKind.CSV) {
            throw unusable(file, "is no CSV");
        }
        var table = new StatementTable(file, bodies);
        CsvTable.read(file, file.charset(), null, table::take);
        return table.read();
    }

    private static ProblemException unusable(ReceivedFile file, String why) {
        return new ProblemException(
                ProblemCode.UNREADABLE_SUBMISSION,
                file.name() + " " + why + "; statements are taken from CSV with the headings id, publisher, kind, …"
                        + " (a row for each statement) or number, publisher, measured, value, … (a row for each figure)");
    }

    private void take(TableRow row) {
        if (row.isBlank()) {
            return;
        }
        if (heading.isEmpty()) {
            readHeading(row);
            return;
        }
        long before = noted.blocking();
        // Also where nothing stands in the last cell: "1,304" without quotes moves all cells behind it.
        if (row.cells().size() > heading.size()) {
            var beyond = row.cells().get(heading.size()).strip();
            note(
                    FindingCode.ROW_LONGER_THAN_HEADING,
                    row.number(),
                    null,
                    beyond,
                    Map.of(
                            "cells", String.valueOf(row.cells().size()),
                            "headings", String.valueOf(heading.size()),
                            "value", beyond));
        }
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(heading.size(), row.cells().size()); i++) {
            var cell = row.cells().get(i).strip();
            if (!cell.isEmpty()) {
                texts.put(heading.get(i), cell);
            }
        }
        var number = texts.getOrDefault(byFigure ? "number" : "id", "row " + row.number());
        var gathered = gather(number, new Cells(texts, row.number(), noted));
        gathered.blocked |= noted.blocking() > before;
    }

    private void readHeading(TableRow row) {
        heading = row.cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        byFigure = heading.containsAll(List.of("number", "publisher", "measured", "value"));
        if (!byFigure && !heading.containsAll(List.of("id", "publisher", "kind"))) {
            throw unusable(file, "has no heading of statements in row " + row.number());
        }
        for (var name : heading) {
            if (!name.isEmpty() && heading.indexOf(name) != heading.lastIndexOf(name)) {
                throw unusable(file, "has the heading \"" + name + "\" twice");
            }
            if (!name.isEmpty() && !(byFigure ? BY_FIGURE : BY_STATEMENT).contains(name)) {
                note(FindingCode.UNKNOWN_COLUMN, row.number(), name, null, Map.of("column", name));
            }
        }
    }

    /** The statement that a row belongs to, with what the row adds to it. */
    private Gathered gather(String number, Cells cells) {
        var known = statements.get(number);
        var whole = byFigure && known != null ? cells.completedFrom(known.first, StatementRow.OF_STATEMENT) : cells;
        var read = byFigure ? rows.document(whole) : rows.byStatement(whole);
        if (known == null) {
            known = new Gathered(cells, read);
            statements.put(number, known);
        } else if (!byFigure || !known.document.equals(read)) {
            note(
                    FindingCode.STATEMENT_ROWS_DISAGREE,
                    cells.row(),
                    null,
                    number,
                    Map.of(
                            "statement", number,
                            "row", String.valueOf(cells.row()),
                            "other", String.valueOf(known.first.row())));
        }
        if (byFigure) {
            rows.figure(whole, read).ifPresent(known.figures::add);
        }
        return known;
    }

    private void note(
            FindingCode code, int row, @Nullable String column, @Nullable String value, Map<String, String> figures) {
        noted.note(code, code.severity(), row, column, value, figures);
    }

    private Read read() {
        if (statements.isEmpty()) {
            throw unusable(file, "has no statement under its heading");
        }
        return new Read(
                statements.values().stream()
                        .filter(gathered -> !gathered.blocked)
                        .map(Gathered::whole)
                        .toList(),
                (int) statements.values().stream()
                        .filter(gathered -> gathered.blocked)
                        .count(),
                noted.all());
    }
}
