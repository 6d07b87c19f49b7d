// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.Series;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Choice;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** A figure over time, as its page shows it. For the template only. */
public record SeriesPage(Series series, @Nullable Dimension by, Wording wording, Frame frame) {

    private static final double SQUARE_METRES_IN_A_HECTARE = 10_000;

    /** A value of the table with the address of its rows. */
    public record Cell(String value, String cumulative, String rows) {}

    static String label(Series.Line line, @Nullable Dimension by, Wording wording) {
        var key = line.key();
        return key == null || by == null ? wording.say("series.all") : wording.key(by, key);
    }

    public String label(Series.Line line) {
        return label(line, by, wording);
    }

    /** By what the table of a line is known on the page. */
    public String id(Series.Line line) {
        return line.key() == null ? "table" : "table-" + line.key();
    }

    /** A step as people call it. */
    public String step(ReportingPeriod period) {
        return switch (series.step()) {
            case WEEK -> period.isoWeek();
            case MONTH -> period.from().toString().substring(0, 7);
            case YEAR -> String.valueOf(period.from().getYear());
        };
    }

    public List<Cell> cells(Series.Line line) {
        var sums = line.cumulative();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < sums.size(); i++) {
            var figure = line.figures().get(i);
            cells.add(new Cell(written(figure.value()), written(sums.get(i)), frame.link(JsonPrinter.address(figure))));
        }
        return cells;
    }

    private String written(OptionalLong value) {
        if (value.isEmpty()) {
            return wording.say("bulletin.absent");
        }
        return isArea() ? wording.hectares(value.getAsLong()) : wording.number(value.getAsLong());
    }

    private boolean isArea() {
        return series.definition().unit() == FigureDefinition.Unit.SQUARE_METRES;
    }

    public String unit() {
        return wording.say(isArea() ? "series.unit.hectares" : "series.unit.items");
    }

    public List<Choice> steps() {
        return Arrays.stream(Series.Step.values())
                .map(step -> new Choice(
                        wording.say("series.step." + step),
                        frame.with("step", step.name().toLowerCase(Locale.ROOT)),
                        step == series.step()))
                .toList();
    }

    public List<Choice> splits() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(wording.say("series.all"), frame.with("by", null), by == null));
        for (var dimension : List.of(Dimension.BODY, Dimension.DISTRICT)) {
            choices.add(new Choice(
                    wording.caption(dimension),
                    frame.with("by", dimension.name().toLowerCase(Locale.ROOT)),
                    by == dimension));
        }
        return choices;
    }

    public List<Choice> figures() {
        return Arrays.stream(FigureDefinition.values())
                .map(definition -> new Choice(
                        wording.label(definition),
                        at("/figures/" + definition.published() + "/series"),
                        definition == series.definition()))
                .toList();
    }

    public String csv() {
        return at("/api/figures/" + series.definition().published() + "/series.csv");
    }

    private String at(String path) {
        var here = frame.here();
        return here == null
                ? ""
                : here.at(path).with("lang", wording.language()).toString();
    }

    /**
     * What the chart is drawn from, as JSON: days since 1970 on which the periods begin, then each line's values in the unit
     * of the table, absent ones null.
     */
    public String data(boolean cumulative) {
        var columns = new ArrayList<String>();
        columns.add(series.periods().stream()
                .map(period -> String.valueOf(period.from().toEpochDay()))
                .collect(Collectors.joining(",", "[", "]")));
        for (var line : series.lines()) {
            var values = cumulative
                    ? line.cumulative()
                    : line.figures().stream().map(Figure::value).toList();
            columns.add(values.stream().map(this::drawn).collect(Collectors.joining(",", "[", "]")));
        }
        return columns.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private String drawn(OptionalLong value) {
        if (value.isEmpty()) {
            return "null";
        }
        return isArea()
                ? String.valueOf(value.getAsLong() / SQUARE_METRES_IN_A_HECTARE)
                : String.valueOf(value.getAsLong());
    }

    /** What the lines are called, one to a line. */
    public String names() {
        return series.lines().stream().map(this::label).collect(Collectors.joining("\n"));
    }

    public String about() {
        var periods = series.periods();
        return wording.say(
                "series.about",
                Map.of(
                        "from", wording.day(periods.get(0).from()),
                        "to", wording.day(periods.get(periods.size() - 1).to()),
                        "day", wording.day(series.asOf().validOn())));
    }
}
