// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Rows of text as CSV. */
final class SampleTable {

    private SampleTable() {}

    static byte[] csv(List<List<String>> rows, char separator, LineDelimiter lines, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(lines)
                .build(bytes, charset)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<String> columns() {
        var columns = new ArrayList<>(SampleAnswers.REPORT_COLUMNS);
        columns.addAll(SampleAnswers.FIND_COLUMNS);
        return columns;
    }
}
