// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearground.packs.Words;
import org.clearground.printing.CsvText;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.store.RegisterRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180) in UTF-8.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it; numbers and days are as they are.
 */
public final class CsvExport {

    private CsvExport() {}

    public static void write(
            Register register, Selection selection, RegisterRows rows, Words words, boolean mark, OutputStream out)
            throws IOException {
        var table = new ExportTable(register, words);
        if (mark) {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        }
        var writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        writer.writeRecord(table.heading());
        rows.each(
                selection,
                row -> writer.writeRecord(
                        table.cells(row).stream().map(CsvExport::cell).toList()));
        try {
            writer.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? CsvText.harmless(text) : value.toString();
    }

    /** The columns in their order. */
    public static List<String> heading(Register register, Words words) {
        return new ExportTable(register, words).heading();
    }
}
