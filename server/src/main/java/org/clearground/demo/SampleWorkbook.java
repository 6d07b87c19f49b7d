// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.clearground.geo.GroundShape;
import org.clearground.units.SquareMetres;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of two sheets as ODK exports a form with a repeat; areas in square metres, real days and numbers. */
final class SampleWorkbook {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SampleWorkbook() {}

    static byte[] write(List<SampleReport> reports) throws IOException {
        var reportColumns = SampleAnswers.REPORT_COLUMNS.stream()
                .map(column -> column.equals("declared_area_ha") ? "declared_area_m2" : column)
                .toList();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "sample", "1.0")) {
            var main = workbook.newWorksheet("progress");
            var finds = workbook.newWorksheet("finds");
            writeHeading(main, reportColumns, "KEY");
            writeHeading(finds, SampleAnswers.FIND_COLUMNS, "PARENT_KEY", "KEY");
            int row = 0;
            int findRow = 0;
            for (var report : reports) {
                var key = "uuid:" + UUID.nameUUIDFromBytes(report.number().getBytes(StandardCharsets.UTF_8));
                writeRow(main, ++row, reportColumns, inSquareMetres(report), key);
                int ordinal = 0;
                for (var find : report.finds()) {
                    var findKey = key + "/finds[" + ++ordinal + "]";
                    var answers = SampleAnswers.of(find, report);
                    writeRow(finds, ++findRow, SampleAnswers.FIND_COLUMNS, answers, key, findKey);
                }
            }
        }
        return withoutClock(bytes.toByteArray());
    }

    private static Map<String, Object> inSquareMetres(SampleReport report) {
        var answers = new LinkedHashMap<>(SampleAnswers.of(report, "az"));
        var hectares = report.hectares();
        if (hectares != null) {
            answers.put("declared_area_m2", SquareMetres.ofHectares(hectares).value());
        }
        return answers;
    }

    private static void writeHeading(Worksheet sheet, List<String> columns, String... keys) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
        }
        for (int i = 0; i < keys.length; i++) {
            sheet.value(0, columns.size() + i, keys[i]);
        }
    }

    private static void writeRow(
            Worksheet sheet, int row, List<String> columns, Map<String, Object> answers, String... keys) {
        for (int i = 0; i < columns.size(); i++) {
            writeCell(sheet, row, i, answers.get(columns.get(i)));
        }
        for (int i = 0; i < keys.length; i++) {
            sheet.value(row, columns.size() + i, keys[i]);
        }
    }

    private static void writeCell(Worksheet sheet, int row, int column, @Nullable Object answer) {
        if (answer instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (answer instanceof Number number) {
            sheet.value(row, column, number);
        } else if (answer instanceof GroundShape ground) {
            sheet.value(row, column, WrittenSample.wellKnownText(ground));
        } else if (answer != null) {
            sheet.value(row, column, answer.toString());
        }
    }

    /** The same workbook packed without the moment it was made, so that the same reports give the same bytes. */
    private static byte[] withoutClock(byte[] workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        // Only a reader of files finds the sizes, which stand behind the parts.
        var made = Files.createTempFile("sample", ".xlsx");
        try (var out = new ZipOutputStream(bytes)) {
            Files.write(made, workbook);
            try (var archive = new ZipFile(made.toFile())) {
                for (var part : Collections.list(archive.entries())) {
                    var again = new ZipEntry(part.getName());
                    again.setTimeLocal(NO_TIME);
                    out.putNextEntry(again);
                    out.write(withoutClock(
                            part.getName(), archive.getInputStream(part).readAllBytes()));
                }
            }
        } finally {
            Files.delete(made);
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutClock(String part, byte[] content) {
        return part.equals("docProps/core.xml")
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }
}
