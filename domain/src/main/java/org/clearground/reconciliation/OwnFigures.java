// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.Figures;
import org.clearground.statements.Measured;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a period beside what our own registers hold of the same days.
 *
 * @param lines one for each measure that is published and has a figure of ours
 * @param sample whether anything of ours is invented
 */
public record OwnFigures(ReportingPeriod period, List<Line> lines, boolean sample) {

    private static final int SQUARE_METRES_DIGITS = 4;

    public OwnFigures {
        lines = List.copyOf(lines);
    }

    /** Which figure of ours counts what a measure says. Areas are published as operators declare them. */
    public static Map<Measured, FigureDefinition> definitions() {
        var definitions = new EnumMap<Measured, FigureDefinition>(Measured.class);
        for (var definition : FigureDefinition.values()) {
            definition.measured().ifPresent(measured -> definitions.put(measured, definition));
        }
        return definitions;
    }

    /**
     * One measure.
     *
     * @param published what is best known of it, with its sources
     * @param own the same of our registers, items or hectares; null where no approved report speaks of it, which is not zero
     * @param figure where its rows are found
     * @param byBody our figure split by who reported
     */
    public record Line(
            Measured measured,
            PublishedSeries.Point published,
            @Nullable BigDecimal own,
            Figure figure,
            List<Part> byBody) {
        public Line {
            byBody = List.copyOf(byBody);
        }

        /** Ours less the published one; null where either is absent. */
        public @Nullable BigDecimal difference() {
            var value = published.value();
            return own == null || value == null ? null : own.subtract(value);
        }

        /** Whether both can be prints of one value, as exact as the published one is; false where either is absent. */
        public boolean agrees() {
            var difference = difference();
            return difference != null
                    && (difference.signum() == 0 || difference.abs().compareTo(published.slack()) < 0);
        }
    }

    /** Our figure of one body: its code, and items or hectares. */
    public record Part(String body, BigDecimal value) {}

    /**
     * Lays every published period beside our registers in which these hold anything of it, the earliest first.
     *
     * @param series of the whole country; totals since a day are left out, because our registers may begin later
     * @param asOf under which ours are read
     */
    public static List<OwnFigures> beside(List<PublishedSeries> series, AsOf asOf, Figures figures) {
        var periods = new TreeMap<ReportingPeriod, Map<Measured, PublishedSeries.Point>>(
                Comparator.comparing(ReportingPeriod::to).thenComparing(ReportingPeriod::from));
        for (var one : series) {
            if (one.step() == PublishedSeries.Step.CUMULATIVE || !definitions().containsKey(one.measured())) {
                continue;
            }
            for (var point : one.points()) {
                var from = point.from();
                if (from != null
                        && point.standing() != PublishedSeries.Standing.GAP
                        && !point.to().isBefore(from)) {
                    periods.computeIfAbsent(new ReportingPeriod(from, point.to()), any -> new EnumMap<>(Measured.class))
                            .put(one.measured(), point);
                }
            }
        }
        var all = new ArrayList<OwnFigures>();
        periods.forEach((period, points) -> {
            var contributors = figures.contributors(period, asOf);
            if (contributors.reports() > 0) {
                all.add(new OwnFigures(period, lines(period, points, asOf, figures), contributors.sample()));
            }
        });
        return all;
    }

    private static List<Line> lines(
            ReportingPeriod period, Map<Measured, PublishedSeries.Point> points, AsOf asOf, Figures figures) {
        var byBody = figures.breakdown(Dimension.BODY, period, asOf);
        var lines = new ArrayList<Line>();
        points.forEach((measured, point) -> {
            var definition = definitions().get(measured);
            if (definition == null) {
                return;
            }
            var own = figures.figure(definition, FigureScope.of(period), asOf);
            var parts = new ArrayList<Part>();
            for (var line : byBody.lines()) {
                line.figures().stream()
                        .filter(figure -> figure.definition() == definition)
                        .map(figure -> value(definition, figure.value()))
                        .filter(value -> value != null && value.signum() != 0)
                        .forEach(value -> parts.add(new Part(line.key(), value)));
            }
            lines.add(new Line(measured, point, value(definition, own.value()), own, parts));
        });
        return lines;
    }

    private static @Nullable BigDecimal value(FigureDefinition definition, OptionalLong value) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (definition.unit()) {
            case ITEMS -> BigDecimal.valueOf(value.getAsLong());
            case SQUARE_METRES -> BigDecimal.valueOf(value.getAsLong(), SQUARE_METRES_DIGITS);
        };
    }
}
