// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a table written as text with a few cells written anew. Everything else comes out byte for byte, whatever its
 * quotes, line ends and encoding.
 */
public final class CsvCells {

    private static final int HEADING_BYTES = 1 << 16;

    private final Charset charset;
    private final int headingRow;
    private final Map<Integer, Map<String, String>> newTexts;
    private final InputStream in;
    private final OutputStream out;
    private final Map<Integer, String> headings = new HashMap<>();
    private final Set<String> named = new java.util.HashSet<>();
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private boolean headingRead;
    private boolean blank = true;
    private int row = 1;
    private int column;
    private int written;

    private CsvCells(
            Charset charset,
            int headingRow,
            Map<Integer, Map<String, String>> newTexts,
            InputStream in,
            OutputStream out) {
        this.charset = charset;
        this.headingRow = headingRow;
        this.newTexts = newTexts;
        this.in = in;
        this.out = out;
    }

    /**
     * Copies the table.
     *
     * @param separator as stated; null to take the one that the heading uses most
     * @param headingRow the first row that may hold the headings, from 1
     * @param newTexts by row, as a spreadsheet counts, and heading
     * @return how many cells were written anew
     */
    public static int copy(
            ReceivedFile file,
            Charset charset,
            @Nullable Character separator,
            int headingRow,
            Map<Integer, Map<String, String>> newTexts,
            OutputStream out)
            throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file.path()), HEADING_BYTES);
                var target = new BufferedOutputStream(out)) {
            var cells = new CsvCells(charset, headingRow, new TreeMap<>(newTexts), in, target);
            cells.copy(separator);
            return cells.written;
        }
    }

    private void copy(@Nullable Character stated) throws IOException {
        in.mark(HEADING_BYTES);
        var head = in.readNBytes(HEADING_BYTES / 2);
        in.reset();
        if (head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            out.write(in.readNBytes(3));
            head = java.util.Arrays.copyOfRange(head, 3, head.length);
        }
        var heading = firstLine(new String(head, charset));
        int separator = stated == null ? CsvTable.mostUsed(heading) : stated;
        if (heading.startsWith("sep=") && heading.length() > 4) {
            separator = heading.charAt(4);
            for (int each = in.read(); each >= 0; each = in.read()) {
                out.write(each);
                if (each == '\n') {
                    break;
                }
            }
            row = 2;
        }
        copyCells(separator);
        out.flush();
    }

    private static String firstLine(String text) {
        boolean quoted = false;
        int end = 0;
        while (end < text.length() && (quoted || text.charAt(end) != '\n' && text.charAt(end) != '\r')) {
            quoted ^= text.charAt(end) == '"';
            end++;
        }
        return text.substring(0, end);
    }

    private void copyCells(int separator) throws IOException {
        boolean quoted = false;
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (!quoted && (each == separator || each == '\n' || each == '\r')) {
                endCell();
                out.write(each);
                if (each == separator) {
                    column++;
                } else {
                    if (each == '\r') {
                        copyLineFeed();
                    }
                    endRow();
                }
                continue;
            }
            // A doubled quote inside quotes closes and opens again, which comes to the same.
            quoted ^= each == '"' && (quoted || cell.size() == 0 || endsWithQuote());
            cell.write(each);
        }
        endCell();
    }

    private boolean endsWithQuote() {
        var bytes = cell.toByteArray();
        return bytes.length > 1 && bytes[0] == '"' && bytes[bytes.length - 1] == '"';
    }

    private void copyLineFeed() throws IOException {
        in.mark(1);
        int next = in.read();
        if (next == '\n') {
            out.write(next);
        } else {
            in.reset();
        }
    }

    private void endCell() throws IOException {
        var heading = headings.get(column);
        var texts = newTexts.get(row);
        var text = headingRead && heading != null && texts != null ? texts.get(heading) : null;
        if (text != null) {
            out.write(("\"" + text.replace("\"", "\"\"") + "\"").getBytes(charset));
            written++;
        } else {
            cell.writeTo(out);
        }
        if (!headingRead) {
            var name = cell.toString(charset).strip();
            if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
                name = name.substring(1, name.length() - 1)
                        .replace("\"\"", "\"")
                        .strip();
            }
            blank &= name.isEmpty();
            if (named.add(name)) {
                headings.put(column, name);
            }
        }
        cell.reset();
    }

    private void endRow() {
        if (!headingRead) {
            headingRead = !blank && row >= headingRow;
            if (!headingRead) {
                blank = true;
                headings.clear();
                named.clear();
            }
        }
        column = 0;
        row++;
    }
}
