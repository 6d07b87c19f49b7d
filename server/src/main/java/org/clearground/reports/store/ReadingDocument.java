// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.ledger.CanonicalText;
import org.clearground.ledger.Digest;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a reading is kept: a line of canonical JSON for each report, with the findings it was approved or returned with.
 * Registers are rebuilt from it, so they do not depend on later changes of readers or rules.
 *
 * <p>Answers carry their type as a first letter: {@code t:} text or code, {@code n:} number, {@code d:} day, {@code p:}
 * position (latitude longitude), {@code s:} shape (well-known text).
 */
final class ReadingDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a line has its ordinal: behind the list of findings. */
    private static final String ORDINAL = "],\"ordinal\":";

    private ReadingDocument() {}

    /** A report's line, and what tells its content from another's: the same for the same ground, whatever the number. */
    record Line(String json, String fingerprint) {
        byte[] bytes() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    static Line line(ReadReport read) {
        var report = read.report();
        var out = new StringBuilder(2_048);
        out.append("{\"answers\":");
        CanonicalText.append(out, texts(report.answers()));
        out.append(",\"findings\":");
        findings(out, read.findings());
        out.append(",\"ordinal\":").append(report.ordinal());
        out.append(",\"repeats\":");
        repeats(out, report);
        out.append(",\"rows\":[")
                .append(report.firstRow())
                .append(',')
                .append(report.lastRow())
                .append("]}\n");
        return new Line(out.toString(), fingerprint(report));
    }

    /** The last line of a document: what was found of the file as a whole. */
    static byte[] aboutTheFile(List<Finding> findings) {
        var out = new StringBuilder("{\"aboutTheFile\":");
        findings(out, findings);
        return out.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String fingerprint(FieldReport report) {
        var content = new StringBuilder(1_024);
        var answers = texts(report.answers());
        if (isUnmistakable(report)) {
            answers.remove("report_no");
        }
        CanonicalText.append(content, answers);
        repeats(content, report);
        return Digest.of(content.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 32);
    }

    /** Two teams may well report the same few words of one day; nobody draws the same outline or finds at the same point twice. */
    private static boolean isUnmistakable(FieldReport report) {
        return report.answers().byQuestion().values().stream().anyMatch(ReadingDocument::isPlace)
                || report.repeats().values().stream()
                        .flatMap(List::stream)
                        .flatMap(row -> row.byQuestion().values().stream())
                        .anyMatch(ReadingDocument::isPlace);
    }

    private static boolean isPlace(Answer answer) {
        return answer instanceof Answer.Point || answer instanceof Answer.Shape;
    }

    private static void repeats(StringBuilder out, FieldReport report) {
        out.append('{');
        boolean first = true;
        for (var repeat : report.repeats().entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            CanonicalText.append(out, repeat.getKey());
            out.append(":[");
            for (int i = 0; i < repeat.getValue().size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                CanonicalText.append(out, texts(repeat.getValue().get(i)));
            }
            out.append(']');
        }
        out.append('}');
    }

    private static SortedMap<String, String> texts(Answers answers) {
        var texts = new TreeMap<String, String>();
        answers.byQuestion().forEach((question, answer) -> texts.put(question, text(answer)));
        return texts;
    }

    private static String text(Answer answer) {
        if (answer instanceof Answer.Text text) {
            return "t:" + text.value();
        }
        if (answer instanceof Answer.Amount amount) {
            return "n:" + amount.value().toPlainString();
        }
        if (answer instanceof Answer.Day day) {
            return "d:" + day.value();
        }
        if (answer instanceof Answer.Point point) {
            return "p:" + point.value().latitude() + " " + point.value().longitude();
        }
        if (answer instanceof Answer.Shape shape) {
            return "s:" + shape.value();
        }
        throw new IllegalStateException("an answer of no known type");
    }

    private static void findings(StringBuilder out, List<Finding> findings) {
        out.append('[');
        for (int i = 0; i < findings.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            var finding = findings.get(i);
            var place = finding.place();
            out.append("{\"code\":");
            CanonicalText.append(out, finding.code().name());
            append(out, "column", place.column());
            append(out, "file", place.file());
            out.append(",\"figures\":");
            CanonicalText.append(out, new TreeMap<>(finding.figures()));
            if (place.row() != null) {
                out.append(",\"row\":").append(place.row());
            }
            append(out, "severity", finding.severity().name());
            append(out, "sheet", place.sheet());
            append(out, "value", finding.value());
            out.append('}');
        }
        out.append(']');
    }

    private static void append(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(",\"").append(name).append("\":");
            CanonicalText.append(out, value);
        }
    }

    /** Reads every report of a document, then what was found of the file. */
    static void read(
            InputStream document,
            Digest submission,
            String form,
            Consumer<ReadReport> reports,
            Consumer<List<Finding>> aboutTheFile) {
        try (var lines = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8), 1 << 16)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var node = JSON.readTree(line);
                if (node.has("aboutTheFile")) {
                    aboutTheFile.accept(findings(node.path("aboutTheFile")));
                } else {
                    reports.accept(report(node, submission, form));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads some reports of a part of a document. A line says in plain sight which report it is of: no text can hold the
     * same, because quotation marks in texts have a backslash before them. So the others are not taken apart.
     */
    static void read(byte[] part, Digest submission, String form, LongPredicate chosen, Consumer<ReadReport> reports) {
        new String(part, StandardCharsets.UTF_8).lines().forEach(line -> {
            int at = line.indexOf(ORDINAL);
            if (at >= 0) {
                int begin = at + ORDINAL.length();
                if (chosen.test(Long.parseLong(line, begin, line.indexOf(',', begin), 10))) {
                    reports.accept(report(JSON.readTree(line), submission, form));
                }
            }
        });
    }

    private static ReadReport report(JsonNode node, Digest submission, String form) {
        int ordinal = node.path("ordinal").asInt();
        var repeats = new HashMap<String, List<Answers>>();
        node.path("repeats").properties().forEach(repeat -> {
            var rows = new ArrayList<Answers>();
            repeat.getValue().forEach(row -> rows.add(answers(row)));
            repeats.put(repeat.getKey(), rows);
        });
        var report = new FieldReport(
                ReportId.of(submission, form, ordinal),
                ordinal,
                node.path("rows").path(0).asInt(),
                node.path("rows").path(1).asInt(),
                answers(node.path("answers")),
                repeats);
        return new ReadReport(report, findings(node.path("findings")));
    }

    private static Answers answers(JsonNode node) {
        var answers = new HashMap<String, Answer>();
        node.properties()
                .forEach(member ->
                        answers.put(member.getKey(), answer(member.getValue().asString())));
        return new Answers(answers);
    }

    private static Answer answer(String text) {
        var value = text.substring(2);
        try {
            return switch (text.charAt(0)) {
                case 't' -> new Answer.Text(value);
                case 'n' -> new Answer.Amount(new BigDecimal(value));
                case 'd' -> new Answer.Day(LocalDate.parse(value));
                case 'p' -> new Answer.Point(WrittenGeometry.readPosition(value));
                case 's' -> new Answer.Shape(WrittenGeometry.readShape(value));
                default -> throw new IllegalStateException("an answer of no known type: " + text.charAt(0));
            };
        } catch (UnreadableGeometryException damaged) {
            throw new IllegalStateException("a kept geometry cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static List<Finding> findings(JsonNode list) {
        var findings = new ArrayList<Finding>();
        for (var node : list) {
            var figures = new TreeMap<String, String>();
            node.path("figures")
                    .properties()
                    .forEach(figure ->
                            figures.put(figure.getKey(), figure.getValue().asString()));
            findings.add(new Finding(
                    FindingCode.valueOf(node.path("code").asString()),
                    Severity.valueOf(node.path("severity").asString()),
                    new SourcePlace(
                            node.path("file").asString(),
                            optional(node, "sheet"),
                            node.has("row") ? (Integer) node.path("row").asInt() : null,
                            optional(node, "column")),
                    optional(node, "value"),
                    Map.copyOf(figures)));
        }
        return findings;
    }

    private static @Nullable String optional(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }
}
