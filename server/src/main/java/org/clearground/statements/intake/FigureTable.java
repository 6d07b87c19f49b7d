// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/** Writes a statement as the table with a row for each figure, as {@link StatementTable} reads it. */
public final class FigureTable {

    private FigureTable() {}

    /** What says of the statement as a whole stands in its first row; without a figure there is that row alone. */
    public static String write(Statement statement) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(StatementTable.BY_FIGURE);
            var document = document(statement);
            if (statement.figures().isEmpty()) {
                row(csv, document);
            }
            for (var figure : statement.figures()) {
                document.putAll(cells(figure));
                row(csv, document);
                document.clear();
                document.put("number", statement.number());
                document.put("publisher", statement.publisher());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void row(CsvWriter csv, Map<String, String> cells) {
        csv.writeRecord(StatementTable.BY_FIGURE.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toList());
    }

    private static Map<String, String> document(Statement statement) {
        var cells = new HashMap<String, String>();
        cells.put("number", statement.number());
        cells.put("publisher", statement.publisher());
        put(cells, "published", statement.published());
        put(cells, "language", statement.language());
        put(cells, "address", statement.address());
        cells.put("bodies", String.join(";", statement.bodies()));
        cells.put("districts", String.join(";", statement.districts()));
        put(cells, "remark", statement.remark());
        put(cells, "text", statement.text());
        return cells;
    }

    private static Map<String, String> cells(StatedFigure figure) {
        var cells = new HashMap<String, String>();
        cells.put("measured", figure.measured().word());
        cells.put("value", figure.value().toPlainString());
        cells.put("hedge", figure.hedge().word());
        put(cells, "from", figure.from());
        put(cells, "to", figure.to());
        cells.put("kind", figure.kind().word());
        cells.put("scope", figure.scope().word());
        put(cells, "part", figure.part());
        var span = figure.span();
        if (span != null) {
            cells.put("start", String.valueOf(span.start()));
            cells.put("end", String.valueOf(span.end()));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String column, @Nullable LocalDate day) {
        put(cells, column, day == null ? null : day.toString());
    }

    private static void put(Map<String, String> cells, String column, @Nullable String text) {
        if (text != null) {
            cells.put(column, text);
        }
    }
}
