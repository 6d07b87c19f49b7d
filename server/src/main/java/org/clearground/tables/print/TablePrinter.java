// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.tables.Sheet;
import org.clearground.tables.Sheet.Cell;
import org.clearground.tables.Sheet.Column;
import org.clearground.tables.Sheet.Kind;
import org.clearground.tables.Tables;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables for others: numbers as numbers in whole square metres and items, an empty cell where nobody reported. */
public final class TablePrinter {

    private static final String COUNT = "#,##0";
    private static final String LIGHT = "E4EEEF";
    private static final int WORDS_WIDTH = 34;
    private static final int NUMBER_WIDTH = 18;

    private final Tables tables;
    private final Words words;

    public TablePrinter(Tables tables, Words words) {
        this.tables = tables;
        this.words = words;
    }

    /** What the tables are called. */
    public String title() {
        return words.say("table.kind." + tables.kind().word());
    }

    public String title(Sheet sheet) {
        return words.say("table.sheet." + sheet.name());
    }

    public String title(Column column) {
        return words.say("table.column." + column.name());
    }

    /** Of which day and moment they speak. */
    public String asOf() {
        return words.say(
                "bulletin.asof",
                Map.of(
                        "validOn", words.day(tables.asOf().validOn()),
                        "knownAt", Ledger.written(tables.asOf().knownAt())));
    }

    /** What stands above the tables: whether anything is invented, and the as-of. */
    private List<String> about() {
        return tables.sample() ? List.of(words.say("bulletin.sample"), asOf()) : List.of(asOf());
    }

    /** A number as people read it; a dash where nobody reported. */
    public String shown(Cell cell) {
        var number = cell.number();
        if (number != null) {
            return words.number(number);
        }
        return cell.text() == null ? words.say("bulletin.absent") : cell.text();
    }

    /** For people. */
    public String text() {
        var out = new StringBuilder(title() + ", " + tables.period() + "\n");
        about().forEach(line -> out.append(line).append('\n'));
        for (var sheet : tables.sheets()) {
            out.append('\n').append(title(sheet)).append('\n');
            var rows = new ArrayList<List<String>>();
            rows.add(sheet.columns().stream().map(this::title).toList());
            sheet.lines()
                    .forEach(line ->
                            rows.add(line.cells().stream().map(this::shown).toList()));
            if (sheet.hasTotals()) {
                rows.add(totals(sheet));
            }
            out.append(Columns.print(rows));
            sheet.notes().forEach(note -> out.append(words.say(note)).append('\n'));
        }
        out.append('\n').append(words.say("bulletin.caution")).append('\n');
        return out.toString();
    }

    /** The sums as a line for people, which begins with the word for it. */
    public List<String> totals(Sheet sheet) {
        var totals = new ArrayList<String>();
        for (var cell : sheet.totals()) {
            totals.add(totals.isEmpty() ? words.say("table.total") : cell.number() == null ? "" : shown(cell));
        }
        return totals;
    }

    /**
     * A sheet for programmes (RFC 4180), without the sums: what adds up is for the reader to add.
     *
     * @param tagged with the tags of HXL below the heading
     */
    public String csv(Sheet sheet, boolean tagged) {
        var heading = new ArrayList<>(sheet.columns().stream().map(Column::name).toList());
        heading.addAll(List.of("period_from", "period_to", "known_at", "sample", "rows_at"));
        var lines = new ArrayList<List<String>>();
        if (tagged) {
            var tags = new ArrayList<>(sheet.columns().stream().map(Column::tag).toList());
            tags.addAll(List.of("#date+start", "#date+end", "#date+known", "#meta+sample", "#meta+url"));
            lines.add(tags);
        }
        for (var line : sheet.lines()) {
            var cells = new ArrayList<>(
                    line.cells().stream().map(TablePrinter::written).toList());
            cells.addAll(List.of(
                    tables.period().from().toString(),
                    tables.period().to().toString(),
                    Ledger.written(tables.asOf().knownAt()),
                    String.valueOf(tables.sample()),
                    line.rowsAt()));
            lines.add(cells);
        }
        return EditionDocuments.csv(heading, lines);
    }

    private static String written(Cell cell) {
        if (cell.number() != null) {
            return String.valueOf(cell.number());
        }
        return cell.text() == null ? "" : cell.text();
    }

    /** All sheets as JSON: what nobody reported is null. */
    public Map<String, @Nullable Object> json() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("tables", tables.kind().word());
        map.put("title", title());
        map.put("from", tables.period().from().toString());
        map.put("to", tables.period().to().toString());
        map.put("validOn", tables.asOf().validOn().toString());
        map.put("knownAt", Ledger.written(tables.asOf().knownAt()));
        map.put("sample", tables.sample());
        map.put("notice", tables.sample() ? words.say("bulletin.sample") : null);
        map.put("caution", words.say("bulletin.caution"));
        map.put("sheets", tables.sheets().stream().map(this::json).toList());
        return map;
    }

    private Map<String, @Nullable Object> json(Sheet sheet) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", sheet.name());
        map.put("title", title(sheet));
        map.put("notes", sheet.notes().stream().map(words::say).toList());
        map.put(
                "lines",
                sheet.lines().stream()
                        .map(line -> {
                            var one = named(sheet, line.cells());
                            one.put("rowsAt", line.rowsAt().isEmpty() ? null : line.rowsAt());
                            return one;
                        })
                        .toList());
        map.put("totals", sheet.hasTotals() ? named(sheet, sheet.totals()) : null);
        return map;
    }

    private static Map<String, @Nullable Object> named(Sheet sheet, List<Cell> cells) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < cells.size(); at++) {
            var cell = cells.get(at);
            map.put(sheet.columns().get(at).name(), cell.number() != null ? cell.number() : cell.text());
        }
        return map;
    }

    /** A workbook with a sheet for each table. Words are only ever text: no cell is calculated from what was sent. */
    public byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Clearground", "1.0")) {
            workbook.properties()
                    .setTitle(title() + ", " + tables.period())
                    .setDescription(tables.sample() ? words.say("bulletin.sample") : "");
            for (var sheet : tables.sheets()) {
                print(workbook.newWorksheet(sheet.name()), sheet);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void print(Worksheet to, Sheet sheet) throws IOException {
        int row = 0;
        to.value(row, 0, title() + ", " + title(sheet) + ", " + tables.period());
        to.style(row++, 0).bold().fontSize(14).set();
        for (var line : about()) {
            to.value(row++, 0, line);
        }
        int heading = row++;
        int columns = sheet.columns().size();
        for (int at = 0; at < columns; at++) {
            head(to, heading, at, title(sheet.columns().get(at)));
            to.width(at, sheet.columns().get(at).kind() == Kind.TEXT ? WORDS_WIDTH : NUMBER_WIDTH);
        }
        head(to, heading, columns, words.say("table.rowsat"));
        for (var line : sheet.lines()) {
            for (int at = 0; at < columns; at++) {
                cell(to, row, at, line.cells().get(at));
            }
            to.value(row++, columns, line.rowsAt());
        }
        if (sheet.hasTotals()) {
            to.value(row, 0, words.say("table.total"));
            to.style(row, 0).bold().set();
            var totals = sheet.totals();
            for (int at = 1; at < columns; at++) {
                cell(to, row, at, totals.get(at));
            }
            row++;
        }
        row++;
        for (var note : sheet.notes()) {
            to.value(row++, 0, words.say(note));
        }
        to.value(row, 0, words.say("bulletin.caution"));
        to.freezePane(0, heading + 1);
        to.finish();
    }

    private static void head(Worksheet to, int row, int column, String said) {
        to.value(row, column, said);
        to.style(row, column).bold().fillColor(LIGHT).wrapText(true).set();
    }

    private static void cell(Worksheet to, int row, int column, Cell cell) {
        var number = cell.number();
        if (number != null) {
            to.value(row, column, number);
            to.style(row, column).format(COUNT).set();
        } else if (cell.text() != null) {
            to.value(row, column, cell.text());
        }
    }

    public Tables tables() {
        return tables;
    }

    /** What a file of them is called. */
    public String fileName(String ending) {
        return tables.kind().word() + "-" + tables.period().name() + "." + ending;
    }
}
