// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time: one value for each week, month or year, for all together or for each body or district.
 *
 * <p>Every value is a {@link Figure} of its own, with the rows behind it. Steps are whole ones: the first and the last
 * hold the days that were asked for, and may reach beyond them.
 *
 * @param periods the steps, one after the other without a gap
 * @param lines one for all, or one for each key in the order of keys
 */
public record Series(
        FigureDefinition definition, Step step, AsOf asOf, List<ReportingPeriod> periods, List<Line> lines) {

    /** How many steps lead to a period. */
    private static final int LEADING = 12;

    private static final int SHORTEST_MONTH = 28;

    public Series {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
    }

    /** How long each value's period is. */
    public enum Step {
        /** Monday to Sunday, ISO 8601. */
        WEEK,
        MONTH,
        YEAR;

        /** The whole step that holds a day. */
        public ReportingPeriod holding(LocalDate day) {
            return switch (this) {
                case WEEK -> ReportingPeriod.weekOf(day);
                case MONTH -> new ReportingPeriod(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
                case YEAR -> new ReportingPeriod(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
            };
        }

        /** The whole steps that touch a period. */
        public List<ReportingPeriod> touching(ReportingPeriod period) {
            var steps = new ArrayList<ReportingPeriod>();
            for (var step = holding(period.from());
                    !step.from().isAfter(period.to());
                    step = holding(step.to().plusDays(1))) {
                steps.add(step);
            }
            return steps;
        }
    }

    /**
     * The values of all, or of one body or district.
     *
     * @param key its code; null for all together
     * @param figures one for each period
     */
    public record Line(@Nullable String key, List<Figure> figures) {

        public Line {
            figures = List.copyOf(figures);
        }

        /**
         * What had been reported up to the end of each period, from the first on. Empty until something was: absent is not
         * zero. Later, a period of which nothing was reported adds nothing.
         */
        public List<OptionalLong> cumulative() {
            var sums = new ArrayList<OptionalLong>();
            var sum = OptionalLong.empty();
            for (var figure : figures) {
                if (figure.value().isPresent()) {
                    sum = OptionalLong.of(sum.orElse(0) + figure.value().getAsLong());
                }
                sums.add(sum);
            }
            return sums;
        }
    }

    /** The figure for each step that touches a period, of everything together. */
    public static Series of(
            FigureDefinition definition, ReportingPeriod period, Step step, AsOf asOf, Figures figures) {
        var periods = step.touching(period);
        return new Series(
                definition, step, asOf, periods, List.of(line(null, null, definition, periods, asOf, figures)));
    }

    /**
     * Each figure for the {@value #LEADING} steps up to the end of a period: weeks for a period shorter than four of them,
     * else months. A step that ends after the period is left out.
     */
    public static List<Series> leadingTo(ReportingPeriod period, AsOf asOf, Figures figures) {
        var step = period.to().isBefore(period.from().plusDays(SHORTEST_MONTH - 1L)) ? Step.WEEK : Step.MONTH;
        var last = step.holding(period.to());
        if (last.to().isAfter(period.to())) {
            last = step.holding(last.from().minusDays(1));
        }
        var first = last;
        for (int i = 1; i < LEADING; i++) {
            first = step.holding(first.from().minusDays(1));
        }
        var periods = step.touching(new ReportingPeriod(first.from(), last.to()));
        var all = figures.figures(periods, asOf);
        return Arrays.stream(FigureDefinition.values())
                .map(definition -> new Series(
                        definition,
                        step,
                        asOf,
                        periods,
                        List.of(new Line(
                                null,
                                all.stream()
                                        .flatMap(List::stream)
                                        .filter(figure -> figure.definition() == definition)
                                        .toList()))))
                .toList();
    }

    /**
     * The figure for each step that touches a period, for each body or district of which anything was reported then.
     *
     * @throws IllegalArgumentException for another dimension
     */
    public static Series by(
            Dimension dimension,
            FigureDefinition definition,
            ReportingPeriod period,
            Step step,
            AsOf asOf,
            Figures figures) {
        if (dimension != Dimension.BODY && dimension != Dimension.DISTRICT) {
            throw new IllegalArgumentException("a series is split by body or district, not by " + dimension);
        }
        var periods = step.touching(period);
        var whole = new ReportingPeriod(
                periods.get(0).from(), periods.get(periods.size() - 1).to());
        return new Series(
                definition,
                step,
                asOf,
                periods,
                figures.breakdown(dimension, whole, asOf).lines().stream()
                        .map(line -> line(dimension, line.key(), definition, periods, asOf, figures))
                        .filter(line -> line.figures().stream()
                                .anyMatch(figure -> figure.value().isPresent()))
                        .toList());
    }

    private static Line line(
            @Nullable Dimension dimension,
            @Nullable String key,
            FigureDefinition definition,
            List<ReportingPeriod> periods,
            AsOf asOf,
            Figures figures) {
        return new Line(
                key,
                periods.stream()
                        .map(period -> figures.figure(
                                definition,
                                new FigureScope(
                                        period,
                                        dimension == Dimension.BODY ? key : null,
                                        dimension == Dimension.DISTRICT ? key : null,
                                        null,
                                        null),
                                asOf))
                        .toList());
    }
}
