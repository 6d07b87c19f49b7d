// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report as somebody in an office types it into a row: one find, nothing about which Clearground would ask back.
 *
 * @param answers by question, as typed
 */
record WrittenReport(Map<String, String> answers) {

    WrittenReport {
        answers = new LinkedHashMap<>(answers);
    }

    static WrittenReport report(String number) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("report_no", number);
        answers.put("organisation", "ANAMA");
        answers.put("team", "Team of " + number);
        answers.put("activity_type", "eod_spot_task");
        answers.put("district", "Aghdam");
        answers.put("period_from", "2024-05-01");
        answers.put("period_to", "2024-05-01");
        answers.put("category", "AV_MINE");
        answers.put("quantity", "1");
        answers.put("found_on", "2024-05-01");
        return new WrittenReport(answers);
    }

    static List<WrittenReport> reports(String prefix, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> report(prefix + "-" + i))
                .toList();
    }

    WrittenReport with(String question, String answer) {
        var changed = new WrittenReport(answers);
        changed.answers.put(question, answer);
        return changed;
    }

    WrittenReport without(String question) {
        var changed = new WrittenReport(answers);
        changed.answers.remove(question);
        return changed;
    }

    WrittenReport found(int quantity, String category) {
        return with("quantity", String.valueOf(quantity)).with("category", category);
    }

    /** Clearance of this outline, declared as so many hectares. */
    WrittenReport clearing(String hectares, String outline) {
        return with("activity_type", "manual_clearance")
                .with("declared_area_ha", hectares)
                .with("worked_ground", outline);
    }

    // ---- files ------------------------------------------------------------------------------------------------

    static Path csv(Path file, List<WrittenReport> reports) {
        return csv(file, ",", StandardCharsets.UTF_8, reports);
    }

    static Path csv(Path file, WrittenReport... reports) {
        return csv(file, List.of(reports));
    }

    static Path csv(Path file, String separator, Charset charset, List<WrittenReport> reports) {
        return file(file, table(separator, reports), charset);
    }

    static Path file(Path file, String text) {
        return file(file, text, StandardCharsets.UTF_8);
    }

    static Path file(Path file, String text, Charset charset) {
        try {
            return Files.write(file, text.getBytes(charset));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String table(String separator, List<WrittenReport> reports) {
        var columns = columns(reports);
        var text = new StringBuilder(String.join(separator, columns)).append('\n');
        for (var report : reports) {
            text.append(columns.stream()
                            .map(column -> cell(report.answers.getOrDefault(column, ""), separator))
                            .collect(Collectors.joining(separator)))
                    .append('\n');
        }
        return text.toString();
    }

    static List<String> columns(List<WrittenReport> reports) {
        var columns = new LinkedHashSet<String>();
        reports.forEach(report -> columns.addAll(report.answers.keySet()));
        return List.copyOf(columns);
    }

    private static String cell(String text, String separator) {
        return text.contains(separator) || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
