// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/** A table written as text: comma, semicolon or tab between cells, with or without byte order mark. */
public final class CsvTable {

    private static final int HEADING_CHARACTERS = 1 << 16;

    /** 128 Mi characters: an outline of millions of vertices is read, to be told that it has too many. */
    private static final int LONGEST_CELL = 1 << 27;

    /** Put behind the last row. Where it does not come out as a row of its own, a quote was never closed. */
    private static final String END = "\uFFFF\uFFFE\uFFFF";

    private CsvTable() {}

    /**
     * Reads every row, the heading first.
     *
     * @param separator as stated; null to take the one that the heading uses most
     */
    public static void read(
            ReceivedFile file, Charset charset, @Nullable Character separator, Consumer<TableRow> rows) {
        try (var in = Files.newInputStream(file.path())) {
            read(file.name(), in, charset, separator, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All rows of a small table that the programme brings or keeps itself. */
    public static List<TableRow> readAll(String name, byte[] utf8) {
        var rows = new ArrayList<TableRow>();
        try {
            read(name, new ByteArrayInputStream(utf8), StandardCharsets.UTF_8, ',', rows::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static void read(
            String name, InputStream in, Charset charset, @Nullable Character stated, Consumer<TableRow> rows)
            throws IOException {
        var text = new BufferedReader(new InputStreamReader(in, charset), HEADING_CHARACTERS);
        text.mark(HEADING_CHARACTERS);
        var heading = skipMark(text);
        char separator = ',';
        int number = 0;
        if (heading.startsWith("sep=") && heading.length() > 4) {
            separator = heading.charAt(4);
            text.readLine();
            number = 1;
        } else if (stated != null) {
            separator = stated;
        } else {
            separator = mostUsed(heading);
        }
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .allowExtraCharsAfterClosingQuote(false)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFieldSize(LONGEST_CELL).maxRecordSize(2 * LONGEST_CELL)),
                        new EndMarked(text))) {
            for (CsvRecord row : csv) {
                number++;
                if (row.getField(row.getFieldCount() - 1).endsWith(END)) {
                    requireClosedQuotes(name, number, row);
                    break;
                }
                rows.accept(new TableRow(number, row.getFields(), List.of()));
            }
        } catch (CsvParseException unreadable) {
            throw new ProblemException(
                    ProblemCode.UNREADABLE_SUBMISSION,
                    name + " cannot be read as a table after row " + number + reason(unreadable)
                            + "; check the quotes and the lengths of the cells there",
                    unreadable);
        }
    }

    /** What the reader of CSV met, where it says more than in which line. */
    private static String reason(CsvParseException unreadable) {
        return unreadable.getCause() instanceof CsvParseException inner ? " (" + inner.getMessage() + ")" : "";
    }

    /** An open quote swallows every row behind it, and nobody would miss them. */
    private static void requireClosedQuotes(String name, int number, CsvRecord last) {
        if (last.getFieldCount() > 1 || !last.getField(0).equals(END)) {
            throw new ProblemException(
                    ProblemCode.UNREADABLE_SUBMISSION,
                    name + " opens a quote in row " + number + " and never closes it; check the quotes there");
        }
    }

    /** A text with a row of {@link #END} behind it. */
    private static final class EndMarked extends FilterReader {
        private final StringReader mark = new StringReader("\n" + END);

        EndMarked(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            return letter < 0 ? mark.read() : letter;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return read < 0 ? mark.read(buffer, offset, length) : read;
        }
    }

    /** The first line, with the reader set before it but behind a byte order mark. */
    private static String skipMark(Reader text) throws IOException {
        var head = new char[HEADING_CHARACTERS / 2];
        int length = Math.max(0, text.read(head, 0, head.length));
        text.reset();
        int begin = 0;
        if (length > 0 && head[0] == '\uFEFF') {
            begin = text.read() == '\uFEFF' ? 1 : 0;
        }
        int end = begin;
        boolean quoted = false;
        while (end < length && (quoted || head[end] != '\n' && head[end] != '\r')) {
            quoted ^= head[end] == '"';
            end++;
        }
        return new String(head, begin, end - begin);
    }

    static char mostUsed(String heading) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            boolean quoted = false;
            long count = 0;
            for (int i = 0; i < heading.length(); i++) {
                quoted ^= heading.charAt(i) == '"';
                if (!quoted && heading.charAt(i) == candidate) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
