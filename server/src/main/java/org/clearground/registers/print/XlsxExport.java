// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.clearground.packs.Words;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.store.RegisterRow;
import org.clearground.registers.store.RegisterRows;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a workbook with real numbers and days. What does not fit on a sheet goes on to the next; the last sheet says
 * what is in it, as of when, and what it does not say.
 */
public final class XlsxExport {

    private static final int MOST_ROWS = 1_048_575;
    private static final int WRITTEN_AT_ONCE = 1_000;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final ExportTable table;
    private final String title;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    private XlsxExport(Workbook workbook, Register register, Words words) {
        this.workbook = workbook;
        this.table = new ExportTable(register, words);
        this.title = register.name();
        this.sheet = begin(title);
    }

    /**
     * Writes it.
     *
     * @param about sentences for the last sheet
     */
    public static void write(
            Register register,
            Selection selection,
            RegisterRows rows,
            Words words,
            List<String> about,
            OutputStream out)
            throws IOException {
        try (var workbook = new Workbook(out, "Clearground", "1.0")) {
            var export = new XlsxExport(workbook, register, words);
            rows.each(selection, export::add);
            export.sheet.finish();
            var last = workbook.newWorksheet("about");
            for (int i = 0; i < about.size(); i++) {
                last.value(i, 0, about.get(i));
            }
            last.finish();
        }
    }

    private Worksheet begin(String name) {
        row = 0;
        var begun = workbook.newWorksheet(name);
        var heading = table.heading();
        for (int i = 0; i < heading.size(); i++) {
            begun.value(0, i, heading.get(i));
        }
        begun.freezePane(0, 1);
        return begun;
    }

    private void add(RegisterRow added) {
        try {
            if (row == MOST_ROWS) {
                sheet.finish();
                sheet = begin(title + " " + ++sheets);
            }
            row++;
            var cells = table.cells(added);
            for (int i = 0; i < cells.size(); i++) {
                var value = cells.get(i);
                if (value instanceof LocalDate day) {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("yyyy-mm-dd").set();
                } else if (value instanceof Number number) {
                    sheet.value(row, i, number);
                } else if (value != null) {
                    var text = value.toString();
                    sheet.value(row, i, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                }
            }
            if (row % WRITTEN_AT_ONCE == 0) {
                sheet.flush();
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
