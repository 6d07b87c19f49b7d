// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.FigureDefinition;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Prints an edition as a workbook: one sheet a table, numbers as numbers, areas in hectares with the exact square metres
 * beside them, an empty cell where nobody reported. Words are only ever text: no cell is calculated from what was sent.
 */
final class EditionWorkbook {

    private static final String COUNT = "#,##0";
    private static final String HECTARES = "#,##0.00##";
    private static final String LIGHT = "E4EEEF";
    private static final int WORDS_WIDTH = 46;
    private static final int NUMBER_WIDTH = 18;

    private final Bulletin bulletin;
    private final EditionFigures figures;
    private final Wording wording;

    EditionWorkbook(Bulletin bulletin, EditionFigures figures, Wording wording) {
        this.bulletin = bulletin;
        this.figures = figures;
        this.wording = wording;
    }

    byte[] print(String id, String line, List<CorrectionText> corrections) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Clearground", "1.0")) {
            workbook.properties()
                    .setTitle(id + ", " + wording.title(bulletin.period()))
                    .setDescription(bulletin.sample() ? wording.say("bulletin.sample") : "");
            headline(workbook, id, line);
            for (var table : figures.tables()) {
                table(workbook, table);
            }
            overTime(workbook);
            if (!corrections.isEmpty()) {
                corrections(workbook, corrections);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void headline(Workbook workbook, String id, String line) throws IOException {
        var sheet = workbook.newWorksheet(id);
        int row = 0;
        if (bulletin.sample()) {
            sheet.value(row, 0, wording.say("bulletin.sample"));
            sheet.style(row, 0).bold().fontColor("7A2A0B").set();
            row++;
        }
        sheet.value(row, 0, wording.title(bulletin.period()) + ", " + wording.period(bulletin.period()));
        sheet.style(row++, 0).bold().fontSize(14).set();
        sheet.value(row++, 0, wording.release(bulletin));
        row++;
        row = heading(
                sheet,
                row,
                List.of(
                        wording.say("edition.figure"),
                        wording.say("edition.value"),
                        wording.say("edition.unit"),
                        wording.say("edition.squaremetres"),
                        wording.say("page.rows"),
                        wording.say("page.definition")));
        for (var value : figures.figures()) {
            sheet.value(row, 0, wording.label(value.definition()));
            number(sheet, row, 1, value.definition(), value.value());
            sheet.value(
                    row,
                    2,
                    wording.say(
                            switch (value.definition().unit()) {
                                case ITEMS -> "edition.unit.items";
                                case SQUARE_METRES -> "edition.unit.hectares";
                            }));
            if (value.definition().unit() == FigureDefinition.Unit.SQUARE_METRES
                    && value.value().isPresent()) {
                count(sheet, row, 3, value.value().getAsLong());
            }
            count(sheet, row, 4, value.rows());
            sheet.value(row++, 5, wording.definition(value.definition()));
        }
        row++;
        for (var said : List.of(wording.asOf(bulletin), line, wording.say("bulletin.caution"), wording.credit())) {
            sheet.value(row++, 0, said);
        }
        widths(sheet, 5);
        sheet.finish();
    }

    private void table(Workbook workbook, EditionFigures.Table table) throws IOException {
        var sheet = begin(workbook, wording.caption(table.by()));
        var heading = columns(wording.say("edition.code"), wording.say("edition.name"));
        int row = heading(sheet, 2, heading);
        for (var each : table.lines()) {
            sheet.value(row, 0, each.key());
            sheet.value(row, 1, each.names().getOrDefault(wording.language(), each.key()));
            values(sheet, row++, 2, each.values());
        }
        widths(sheet, heading.size());
        sheet.freezePane(2, 3);
        sheet.finish();
    }

    private void overTime(Workbook workbook) throws IOException {
        var sheet = begin(workbook, wording.say("edition.overtime"));
        var heading = columns(wording.say("edition.first"), wording.say("edition.last"));
        int row = heading(sheet, 2, heading);
        for (var step : figures.overTime()) {
            for (int end = 0; end < 2; end++) {
                sheet.value(
                        row,
                        end,
                        end == 0 ? step.period().from() : step.period().to());
                sheet.style(row, end).format("yyyy-mm-dd").set();
            }
            values(sheet, row++, 2, step.values());
        }
        widths(sheet, heading.size());
        sheet.freezePane(2, 3);
        sheet.finish();
    }

    private void corrections(Workbook workbook, List<CorrectionText> corrections) throws IOException {
        var sheet = begin(workbook, wording.say("correction.title"));
        int row = heading(
                sheet,
                2,
                List.of(
                        wording.say("edition.title"),
                        wording.say("edition.figure"),
                        wording.say("edition.unit"),
                        wording.say("correction.earlier"),
                        wording.say("correction.present"),
                        wording.say("correction.difference"),
                        wording.say("edition.why")));
        for (var text : corrections) {
            var correction = text.correction();
            if (correction.changes().isEmpty()) {
                sheet.value(row, 0, correction.edition());
                sheet.value(row++, 6, wording.say("correction.same") + " " + text.reason());
            }
            for (var change : correction.changes()) {
                sheet.value(row, 0, correction.edition());
                sheet.value(row, 1, wording.label(change.definition()));
                sheet.value(row, 2, unit(change.definition()));
                number(sheet, row, 3, change.definition(), change.earlier());
                number(sheet, row, 4, change.definition(), change.present());
                number(sheet, row, 5, change.definition(), change.difference());
                sheet.value(row++, 6, text.reason());
            }
        }
        widths(sheet, 6);
        sheet.finish();
    }

    private Worksheet begin(Workbook workbook, String name) {
        var sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        sheet.value(
                0,
                0,
                bulletin.sample()
                        ? wording.say("bulletin.sample")
                        : wording.title(bulletin.period()) + ", " + wording.period(bulletin.period()));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, wording.asOf(bulletin));
        return sheet;
    }

    private List<String> columns(String first, String second) {
        var columns = new java.util.ArrayList<>(List.of(first, second));
        for (var value : figures.figures()) {
            columns.add(wording.label(value.definition()) + ", " + unit(value.definition()));
        }
        return columns;
    }

    private String unit(FigureDefinition definition) {
        return wording.say(
                switch (definition.unit()) {
                    case ITEMS -> "edition.unit.items";
                    case SQUARE_METRES -> "edition.unit.hectares";
                });
    }

    private int heading(Worksheet sheet, int row, List<String> heading) {
        for (int i = 0; i < heading.size(); i++) {
            sheet.value(row, i, heading.get(i));
            sheet.style(row, i).bold().fillColor(LIGHT).wrapText(true).set();
        }
        return row + 1;
    }

    private void values(Worksheet sheet, int row, int from, List<EditionFigures.Value> values) {
        int column = from;
        for (var figure : figures.figures()) {
            number(
                    sheet,
                    row,
                    column++,
                    figure.definition(),
                    EditionFigures.value(values, figure.definition()).value());
        }
    }

    /** Nothing where nobody reported: absent is not zero. */
    private static void number(Worksheet sheet, int row, int column, FigureDefinition definition, OptionalLong value) {
        if (value.isEmpty()) {
            return;
        }
        switch (definition.unit()) {
            case ITEMS -> count(sheet, row, column, value.getAsLong());
            case SQUARE_METRES -> {
                sheet.value(row, column, BigDecimal.valueOf(value.getAsLong(), 4));
                sheet.style(row, column).format(HECTARES).set();
            }
        }
    }

    private static void count(Worksheet sheet, int row, int column, long value) {
        sheet.value(row, column, value);
        sheet.style(row, column).format(COUNT).set();
    }

    private static void widths(Worksheet sheet, int columns) {
        sheet.width(0, WORDS_WIDTH);
        for (int i = 1; i < columns; i++) {
            sheet.width(i, NUMBER_WIDTH);
        }
    }
}
