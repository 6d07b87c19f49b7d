// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table.
 *
 * @param name of it in files and addresses: {@code release}; what it is called is {@code table.sheet.<name>}
 * @param notes keys of sentences that belong below it
 */
public record Sheet(String name, List<Column> columns, List<Line> lines, List<String> notes) {

    public Sheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** What a column holds. */
    public enum Kind {
        TEXT,
        /** Items, reports, areas: whole numbers. */
        COUNT,
        SQUARE_METRES
    }

    /**
     * One column.
     *
     * @param name in files; what it is called is {@code table.column.<name>}
     * @param tag of the Humanitarian Exchange Language (HXL 1.1)
     * @param adds whether its numbers may be added up: what may count twice must not
     */
    public record Column(String name, String tag, Kind kind, boolean adds) {

        public static Column text(String name, String tag) {
            return new Column(name, tag, Kind.TEXT, false);
        }

        public static Column count(String name, String tag) {
            return new Column(name, tag, Kind.COUNT, true);
        }

        public static Column squareMetres(String name, String tag) {
            return new Column(name, tag, Kind.SQUARE_METRES, true);
        }

        /** Of numbers that cannot be added up. */
        public Column apart() {
            return new Column(name, tag, kind, false);
        }
    }

    /** A text, a whole number, or nothing, which is not zero. */
    public record Cell(@Nullable String text, @Nullable Long number) {

        public static final Cell ABSENT = new Cell(null, null);

        public static Cell of(String text) {
            return new Cell(text, null);
        }

        public static Cell of(long number) {
            return new Cell(null, number);
        }
    }

    /**
     * One line.
     *
     * @param cells one for each column
     * @param rowsAt address of what its numbers were added up from; empty where it has no numbers
     */
    public record Line(List<Cell> cells, String rowsAt) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** The sum of each column that adds up; nothing where no line has a number, or the column does not. */
    public List<Cell> totals() {
        var totals = new ArrayList<Cell>();
        for (int at = 0; at < columns.size(); at++) {
            Long sum = null;
            for (var line : lines) {
                var number = line.cells().get(at).number();
                if (columns.get(at).adds() && number != null) {
                    sum = Math.addExact(sum == null ? 0 : sum, number);
                }
            }
            totals.add(new Cell(null, sum));
        }
        return totals;
    }

    /** Whether anything in it adds up. */
    public boolean hasTotals() {
        return columns.stream().anyMatch(Column::adds);
    }
}
