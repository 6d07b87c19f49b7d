// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.reconciliation.PublishedSeries;
import org.clearground.reconciliation.PublishedSeries.Point;
import org.clearground.reconciliation.Reading;
import org.jspecify.annotations.Nullable;

/** What is best known of published figures over time: for people, as rows of a table, and as JSON. */
public final class SeriesText {

    private SeriesText() {}

    /** For people: a table for each series. */
    public static String print(List<PublishedSeries> all, Words words) {
        var out = new StringBuilder();
        if (all.isEmpty()) {
            out.append(words.say("published.none")).append("\n\n");
        }
        for (var series : all) {
            out.append(title(series, words)).append('\n');
            var rows = new ArrayList<List<String>>();
            rows.add(List.of(
                    words.say("statement.period"),
                    words.say("statement.value"),
                    words.say("published.standing"),
                    words.say("published.sources")));
            series.points()
                    .forEach(point -> rows.add(List.of(
                            days(point),
                            value(point, words),
                            standing(point, words),
                            String.join(" ", point.statements()))));
            out.append(Columns.print(rows)).append('\n');
        }
        return out.append(words.say("statement.others")).append('\n').toString();
    }

    /** What a series is of: its measure, whose work it is, its step. */
    public static String title(PublishedSeries series, Words words) {
        return words.say("statement.measured." + series.measured().word()) + ", "
                + words.say("published.whose." + series.whose().word()) + ", "
                + words.say("published.step." + series.step().word());
    }

    public static String days(Point point) {
        return (point.from() == null ? "?" : point.from().toString()) + "/" + point.to();
    }

    /** The best-known value; without one, all that is told of these days; a dash where nobody told. */
    public static String value(Point point, Words words) {
        var value = point.value();
        if (value != null) {
            return words.number(value);
        }
        return point.standing() == PublishedSeries.Standing.GAP
                ? words.say("bulletin.absent")
                : point.readings().stream()
                        .flatMap(reading -> reading.amounts().stream())
                        .map(amount -> words.number(amount.value()))
                        .collect(Collectors.joining(" | "));
    }

    public static String standing(Point point, Words words) {
        return words.say("published.standing." + point.standing().word())
                + (point.overlaps() ? ", " + words.say("published.overlaps") : "");
    }

    /** Rows of a table for programmes, the heading first; an empty value where none is best known. */
    public static List<List<String>> rows(List<PublishedSeries> all) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "measured",
                "whose",
                "step",
                "from",
                "to",
                "value",
                "standing",
                "overlaps",
                "readings",
                "statements",
                "conflicts"));
        for (var series : all) {
            for (var point : series.points()) {
                rows.add(List.of(
                        series.measured().word(),
                        series.whose().word(),
                        series.step().word(),
                        point.from() == null ? "" : point.from().toString(),
                        point.to().toString(),
                        plain(point.value()),
                        point.standing().word(),
                        String.valueOf(point.overlaps()),
                        point.readings().stream()
                                .flatMap(reading -> reading.amounts().stream())
                                .map(amount -> plain(amount.value()))
                                .collect(Collectors.joining(" ")),
                        String.join(" ", point.statements()),
                        String.join("; ", point.conflicts())));
            }
        }
        return rows;
    }

    /** The same as JSON: a gap has a null and no reading. */
    public static Map<String, @Nullable Object> json(List<PublishedSeries> all, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("series", all.stream().map(SeriesText::series).toList());
        map.put("caution", words.say("statement.others"));
        return map;
    }

    private static Map<String, @Nullable Object> series(PublishedSeries series) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("measured", series.measured().word());
        map.put("whose", series.whose().word());
        map.put("step", series.step().word());
        map.put("points", series.points().stream().map(SeriesText::point).toList());
        return map;
    }

    static Map<String, @Nullable Object> point(Point point) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", point.from() == null ? null : point.from().toString());
        map.put("to", point.to().toString());
        map.put("value", point.value());
        map.put("standing", point.standing().word());
        map.put("overlaps", point.overlaps());
        map.put("readings", point.readings().stream().map(SeriesText::reading).toList());
        map.put("conflicts", point.conflicts());
        return map;
    }

    private static Map<String, @Nullable Object> reading(Reading reading) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("scope", reading.scope().word());
        map.put("value", reading.amounts().get(0).value());
        map.put(
                "statements",
                reading.sources().stream()
                        .map(source -> source.statement())
                        .distinct()
                        .toList());
        return map;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
