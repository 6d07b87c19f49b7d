// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.reconciliation.OwnFigures;
import org.clearground.reconciliation.PublishedSeries;
import org.clearground.reconciliation.PublishedSeries.Point;
import org.clearground.reconciliation.PublishedSeries.Step;
import org.clearground.reconciliation.Whose;
import org.clearground.reconciliation.print.OwnFiguresText;
import org.clearground.reconciliation.print.SeriesText;
import org.clearground.statements.Measured;
import org.clearground.web.Choice;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** Published figures over time and beside ours, as their pages show them. For the templates only. */
public final class PublishedPages {

    private PublishedPages() {}

    /** A link with its words. */
    public record Link(String words, String address) {}

    /** A point of the table. */
    public record Row(
            String days, String value, String standing, boolean gap, List<Link> statements, List<Link> conflicts) {}

    /**
     * One measure over time.
     *
     * @param all its series, one for each step of which something is published
     * @param step that is shown
     */
    public record SeriesPage(List<PublishedSeries> all, Measured measured, Whose whose, Step step, Frame frame) {

        public List<Point> points() {
            return all.stream()
                    .filter(series -> series.step() == step)
                    .flatMap(series -> series.points().stream())
                    .toList();
        }

        public String shown() {
            return frame.say("statement.measured." + measured.word()) + ", " + unit() + ", "
                    + frame.say("published.step." + step.word());
        }

        private String unit() {
            return frame.say(
                    measured == Measured.AREA_CLEARED || measured == Measured.AREA_INSPECTED
                            ? "series.unit.hectares"
                            : "series.unit.items");
        }

        public List<Choice> measures() {
            return choices(Measured.values(), "measure", "statement.measured.", measured);
        }

        public List<Choice> steps() {
            return choices(
                    all.stream().map(PublishedSeries::step).toArray(Step[]::new), "step", "published.step.", step);
        }

        public List<Choice> bodies() {
            return choices(Whose.values(), "whose", "published.whose.", whose);
        }

        private <E extends Enum<E>> List<Choice> choices(E[] values, String name, String words, E now) {
            return Arrays.stream(values)
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .map(word -> new Choice(
                            frame.say(words + word),
                            frame.with(name, word),
                            word.equals(now.name().toLowerCase(Locale.ROOT))))
                    .toList();
        }

        public List<Row> rows() {
            return points().stream()
                    .map(point -> new Row(
                            SeriesText.days(point),
                            SeriesText.value(point, frame.words()),
                            SeriesText.standing(point, frame.words()),
                            point.standing() == PublishedSeries.Standing.GAP,
                            point.statements().stream()
                                    .map(number -> new Link(number, frame.link("/statements/" + number)))
                                    .toList(),
                            point.conflicts().stream()
                                    .map(key -> new Link(
                                            frame.say("conflict.page"), frame.link(ConflictPages.address(key))))
                                    .toList()))
                    .toList();
        }

        public String csv() {
            var here = frame.here();
            return here == null ? "" : here.at("/api/statements/series.csv").toString();
        }

        /** Totals since another day, or of other bodies, are of another line. */
        private Map<String, Map<LocalDate, BigDecimal>> lines() {
            var lines = new LinkedHashMap<String, Map<LocalDate, BigDecimal>>();
            for (var point : points()) {
                var value = point.value();
                if (value != null) {
                    lines.computeIfAbsent(line(point), any -> new LinkedHashMap<>())
                            .put(point.to(), value);
                }
            }
            return lines;
        }

        private String line(Point point) {
            if (step != Step.CUMULATIVE) {
                return frame.say("published.best");
            }
            var from = point.from();
            return (from == null ? "?" : from) + ", "
                    + point.readings().stream()
                            .map(reading -> frame.say(
                                    "statement.scope." + reading.scope().word()))
                            .distinct()
                            .collect(Collectors.joining(", "));
        }

        /**
         * What the chart is drawn from, as JSON: the last days of the periods in days since 1970, then for each line the
         * best-known values, null where none is.
         */
        public String data() {
            var days = points().stream()
                    .map(Point::to)
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
            var columns = new ArrayList<String>();
            columns.add(days.stream()
                    .map(day -> String.valueOf(day.toEpochDay()))
                    .collect(Collectors.joining(",", "[", "]")));
            lines().values()
                    .forEach(line -> columns.add(
                            days.stream().map(day -> drawn(line.get(day))).collect(Collectors.joining(",", "[", "]"))));
            return columns.stream().collect(Collectors.joining(",", "[", "]"));
        }

        private static String drawn(@Nullable BigDecimal value) {
            return value == null ? "null" : value.toPlainString();
        }

        /** What the lines are called, one to a line. */
        public String names() {
            return String.join("\n", lines().keySet());
        }

        public boolean drawn() {
            return !lines().isEmpty();
        }
    }

    /** One measure of a period. */
    public record Beside(
            String measured,
            String published,
            String own,
            String rows,
            String outcome,
            boolean differs,
            String bodies) {}

    /** One published period. */
    public record Period(String id, String days, List<Beside> lines) {}

    /** The published periods that touch some days, beside our registers. */
    public record ComparePage(List<OwnFigures> all, LocalDate first, LocalDate last, Frame frame) {

        public String about() {
            return frame.words()
                    .say(
                            "compared.about",
                            Map.of(
                                    "from", frame.words().day(first),
                                    "to", frame.words().day(last)));
        }

        public List<Period> periods() {
            return all.stream()
                    .map(one -> new Period(
                            "p" + one.period().name(),
                            one.period().toString(),
                            one.lines().stream().map(this::line).toList()))
                    .toList();
        }

        private Beside line(OwnFigures.Line line) {
            var words = frame.words();
            return new Beside(
                    frame.say("statement.measured." + line.measured().word()),
                    OwnFiguresText.published(line, words),
                    OwnFiguresText.own(line, words),
                    frame.link(JsonPrinter.address(line.figure())),
                    OwnFiguresText.outcome(line, words),
                    line.difference() != null && !line.agrees(),
                    OwnFiguresText.bodies(line, words));
        }
    }
}
