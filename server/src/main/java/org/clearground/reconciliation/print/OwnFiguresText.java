// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.print;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.packs.Words;
import org.clearground.reconciliation.OwnFigures;
import org.clearground.reconciliation.PublishedSeries;
import org.jspecify.annotations.Nullable;

/** Published figures beside those of our registers: for people, and as JSON. */
public final class OwnFiguresText {

    private static final String MINUS = "−";

    private OwnFiguresText() {}

    /** For people: each period, each measure, and who reported how much of ours. */
    public static String print(List<OwnFigures> all, Words words) {
        var out = new StringBuilder();
        if (all.isEmpty()) {
            out.append(words.say("compared.none")).append("\n\n");
        }
        if (all.stream().anyMatch(OwnFigures::sample)) {
            out.append(words.say("bulletin.sample")).append("\n\n");
        }
        for (var one : all) {
            out.append(one.period()).append('\n');
            for (var line : one.lines()) {
                out.append("  ").append(sentence(line, words)).append('\n');
                if (!line.byBody().isEmpty()) {
                    out.append("    ").append(bodies(line, words)).append('\n');
                }
            }
            out.append('\n');
        }
        long differ = all.stream()
                .flatMap(one -> one.lines().stream())
                .filter(line -> line.difference() != null && !line.agrees())
                .count();
        return out.append(words.say(
                        "compared.count", Map.of("periods", words.number(all.size()), "differ", words.number(differ))))
                .append('\n')
                .append(words.say("statement.others"))
                .append('\n')
                .toString();
    }

    /** Published 2,046.3, registers hold 2,041.9: difference −4.4. */
    public static String sentence(OwnFigures.Line line, Words words) {
        return words.say(
                "compared.line",
                Map.of(
                        "measured",
                        words.say("statement.measured." + line.measured().word()),
                        "published",
                        published(line, words),
                        "own",
                        own(line, words),
                        "outcome",
                        outcome(line, words)));
    }

    /** Our own figure; a word where no report of ours speaks of it. */
    public static String own(OwnFigures.Line line, Words words) {
        return line.own() == null ? words.say("bulletin.absent") : words.number(line.own());
    }

    /** Whether the two agree, or by how much they differ. */
    public static String outcome(OwnFigures.Line line, Words words) {
        var difference = line.difference();
        if (difference == null) {
            return words.say("compared.open");
        }
        return line.agrees()
                ? words.say("compared.agrees")
                : words.say("compared.differs", Map.of("difference", signed(difference, words)));
    }

    /** The published figure, and how well it is known where anything stands against it. */
    public static String published(OwnFigures.Line line, Words words) {
        var point = line.published();
        return SeriesText.value(point, words)
                + (point.standing() == PublishedSeries.Standing.AGREED
                        ? ""
                        : " (" + SeriesText.standing(point, words) + ")");
    }

    /** Who reported how much of ours, by name. */
    public static String bodies(OwnFigures.Line line, Words words) {
        return line.byBody().stream()
                .map(part -> words.name(part.body()) + " " + words.number(part.value()))
                .collect(Collectors.joining("; "));
    }

    private static String signed(BigDecimal value, Words words) {
        return (value.signum() < 0 ? MINUS : "+") + words.number(value.abs());
    }

    /** The same as JSON: what is absent is null. */
    public static Map<String, @Nullable Object> json(List<OwnFigures> all, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        boolean sample = all.stream().anyMatch(OwnFigures::sample);
        map.put("sample", sample);
        map.put("notice", sample ? words.say("bulletin.sample") : null);
        map.put("periods", all.stream().map(OwnFiguresText::period).toList());
        map.put("caution", words.say("statement.others"));
        return map;
    }

    private static Map<String, @Nullable Object> period(OwnFigures one) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", one.period().from().toString());
        map.put("to", one.period().to().toString());
        map.put("sample", one.sample());
        map.put("lines", one.lines().stream().map(OwnFiguresText::line).toList());
        return map;
    }

    private static Map<String, @Nullable Object> line(OwnFigures.Line line) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("measured", line.measured().word());
        map.put("published", SeriesText.point(line.published()));
        map.put("own", line.own());
        map.put("difference", line.difference());
        map.put("agrees", line.difference() == null ? null : line.agrees());
        map.put("rows", line.figure().rows());
        map.put("rowsAt", "/api" + JsonPrinter.address(line.figure()));
        map.put(
                "byBody",
                line.byBody().stream()
                        .map(part -> {
                            var body = new LinkedHashMap<String, @Nullable Object>();
                            body.put("organisation", part.body());
                            body.put("value", part.value());
                            return body;
                        })
                        .toList());
        return map;
    }
}
