// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as offices send them, and as nobody should. */
final class Workbooks {

    private static final List<String> OF_FINDS = List.of("category", "quantity", "found_on", "point", "model");

    private Workbooks() {}

    /** One sheet, a report a row, everything as text but quantities. */
    static void write(Path file, List<WrittenReport> reports) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "office", "1.0")) {
            var sheet = workbook.newWorksheet("progress");
            var columns = WrittenReport.columns(reports);
            heading(sheet, columns);
            int row = 0;
            for (var report : reports) {
                row++;
                for (int i = 0; i < columns.size(); i++) {
                    value(sheet, row, i, report.answers().getOrDefault(columns.get(i), ""));
                }
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    /** Two sheets as ODK exports a form with a repeat: reports with KEY, finds with PARENT_KEY; real days. */
    static void writeAsOdk(Path file, List<WrittenReport> reports) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "office", "1.0")) {
            var main = workbook.newWorksheet("progress");
            var finds = workbook.newWorksheet("finds");
            var all = WrittenReport.columns(reports);
            var mainColumns =
                    all.stream().filter(name -> !OF_FINDS.contains(name)).toList();
            var findColumns = all.stream().filter(OF_FINDS::contains).toList();
            heading(main, mainColumns);
            main.value(0, mainColumns.size(), "KEY");
            heading(finds, findColumns);
            finds.value(0, findColumns.size(), "PARENT_KEY");
            int row = 0;
            for (var report : reports) {
                row++;
                var key = "uuid:" + row;
                for (int i = 0; i < mainColumns.size(); i++) {
                    value(main, row, i, report.answers().getOrDefault(mainColumns.get(i), ""));
                }
                main.value(row, mainColumns.size(), key);
                for (int i = 0; i < findColumns.size(); i++) {
                    value(finds, row, i, report.answers().getOrDefault(findColumns.get(i), ""));
                }
                finds.value(row, findColumns.size(), key);
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static void heading(Worksheet sheet, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
        }
    }

    private static void value(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (text.matches("\\d+(\\.\\d+)?")) {
            sheet.value(row, column, new java.math.BigDecimal(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    /** Rewrites the text of one part. */
    static void change(Path file, String part, UnaryOperator<String> change) throws IOException {
        var parts = parts(file);
        var old = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        var changed = change.apply(old);
        assertThat(changed).as("part %s", part).isNotEqualTo(old);
        parts.put(part, changed.getBytes(StandardCharsets.UTF_8));
        pack(file, parts);
    }

    /** A sheet with one cell replaced. */
    static String cell(String sheet, String address, String cell) {
        return Pattern.compile("<c r=\"" + address + "\".*?(/>|</c>)")
                .matcher(sheet)
                .replaceFirst(Matcher.quoteReplacement(cell));
    }

    static void add(Path file, String part, String text) throws IOException {
        var parts = Files.exists(file) ? parts(file) : new LinkedHashMap<String, byte[]>();
        parts.put(part, text.getBytes(StandardCharsets.UTF_8));
        pack(file, parts);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var archive = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(archive.entries())) {
                try (var in = archive.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static void pack(Path file, Map<String, byte[]> parts) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
    }

    /** A small archive that unpacks to this many megabytes of nothing. */
    static void bomb(Path file, int megabytes) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                out.write(nothing);
            }
        }
    }

    static void endlessParts(Path file, int many) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < many; i++) {
                out.putNextEntry(new ZipEntry("xl/part" + i + ".xml"));
            }
        }
    }
}
