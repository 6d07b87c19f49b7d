// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is best known of one measure over time from what was published: a value where nothing stands against it, where a
 * person decided, or where one thing speaks for one reading; else the readings alone. Days of which nobody told are points
 * of their own: a gap is no zero.
 *
 * @param points the earlier end first
 */
public record PublishedSeries(Measured measured, Whose whose, Step step, List<Point> points) {

    public PublishedSeries {
        points = List.copyOf(points);
    }

    /**
     * The points that touch some days.
     *
     * @throws ProblemException if the last day lies before the first
     */
    public PublishedSeries within(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the last day, " + last + ", lies before the first, " + first);
        }
        return new PublishedSeries(
                measured,
                whose,
                step,
                points.stream()
                        .filter(point -> !point.to().isBefore(first)
                                && !(point.from() == null ? point.to() : point.from()).isAfter(last))
                        .toList());
    }

    /** What is laid in a row. The days decide, not what a text calls them: ten days called a week are a week. */
    public enum Step {
        WEEK(4, 10),
        MONTH(27, 33),
        QUARTER(88, 93),
        YEAR(360, 370),
        /** Days that are none of these. Nothing is a gap between them. */
        OTHER(Integer.MIN_VALUE, Integer.MAX_VALUE),
        /** Totals since a day. Nothing is a gap between them. */
        CUMULATIVE(0, -1);

        private final int shortest;
        private final int longest;

        Step(int shortest, int longest) {
            this.shortest = shortest;
            this.longest = longest;
        }

        /** As tables and JSON have it: {@code week}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The step of a period, which {@link #CUMULATIVE} never is. */
        static Step of(Days days) {
            for (var step : values()) {
                if (days.length() >= step.shortest && days.length() <= step.longest) {
                    return step;
                }
            }
            return OTHER;
        }

        private boolean hasGaps() {
            return this != OTHER && this != CUMULATIVE;
        }
    }

    /** How well a value is known. A published word: added, never renamed. */
    public enum Standing {
        /** Nothing stands against it. */
        AGREED,
        /** A person decided. */
        SETTLED,
        /** Something stands against it, and one thing speaks for it. */
        PROPOSED,
        /** Something stands against it, and nobody decided. */
        OPEN,
        /** Nobody told of these days. */
        GAP;

        /** As tables and JSON have it: {@code agreed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One period.
     *
     * @param from null where a total does not say since when
     * @param value items as whole numbers, areas in hectares; null where none is best known
     * @param slack by how much the value as printed may be off
     * @param readings what is told of these days, the smallest value first
     * @param conflicts keys of what stands against it or was decided
     * @param overlaps whether another point of the series shares a day with it, so that the two must not be added up
     */
    public record Point(
            @Nullable LocalDate from,
            LocalDate to,
            Standing standing,
            @Nullable BigDecimal value,
            BigDecimal slack,
            List<Reading> readings,
            List<String> conflicts,
            boolean overlaps) {
        public Point {
            readings = List.copyOf(readings);
            conflicts = List.copyOf(conflicts);
        }

        /** Numbers of the statements behind it, each once. */
        public List<String> statements() {
            return readings.stream()
                    .flatMap(reading -> reading.sources().stream())
                    .map(Source::statement)
                    .distinct()
                    .toList();
        }
    }

    /**
     * All that is published of a measure, by whose work it is.
     *
     * @param conflicts as {@link Reconciler#conflicts} tells them of the same statements
     * @param settlements the last decision under each key
     * @return a series for each step of which something is published, the shortest first
     */
    public static List<PublishedSeries> of(
            Collection<Statement> statements,
            Collection<Conflict> conflicts,
            Map<String, Settlement> settlements,
            Measured measured,
            Whose whose) {
        var tellings = new Tellings(statements);
        var doubts = new Doubts(conflicts, settlements, measured, whose);
        var points = new HashMap<Step, List<Point>>();
        tellings.of(whose).forEach((days, told) -> {
            var periods = told.stream().filter(Tellings::isPeriod).toList();
            add(points, Step.of(days), days.from(), days.to(), periods, measured, doubts);
        });
        totals(tellings, whose).forEach((since, told) -> told.stream()
                .collect(Collectors.groupingBy(
                        telling -> Objects.requireNonNull(telling.to()), TreeMap::new, Collectors.toList()))
                .forEach((to, telling) -> add(points, Step.CUMULATIVE, since.from(), to, telling, measured, doubts)));
        var series = new ArrayList<PublishedSeries>();
        for (var step : Step.values()) {
            var known = points.getOrDefault(step, List.of());
            if (!known.isEmpty()) {
                series.add(new PublishedSeries(measured, whose, step, step.hasGaps() ? withGaps(known) : known));
            }
        }
        return series;
    }

    /** Only totals of one scope since one day are of one row. */
    private record Since(@Nullable LocalDate from, ClaimScope scope) {}

    private static Map<Since, List<Telling>> totals(Tellings tellings, Whose whose) {
        var totals = new LinkedHashMap<Since, List<Telling>>();
        for (var telling : tellings.all()) {
            if (telling.kind() == PeriodKind.CUMULATIVE && telling.to() != null && telling.whose() == whose) {
                totals.computeIfAbsent(new Since(telling.from(), telling.scope()), any -> new ArrayList<>())
                        .add(telling);
            }
        }
        return totals;
    }

    private static void add(
            Map<Step, List<Point>> points,
            Step step,
            @Nullable LocalDate from,
            LocalDate to,
            List<Telling> told,
            Measured measured,
            Doubts doubts) {
        var readings = Tellings.readings(told, measured);
        if (!readings.isEmpty()) {
            points.computeIfAbsent(step, any -> new ArrayList<>()).add(doubts.point(from, to, readings));
        }
    }

    private static List<Point> withGaps(List<Point> known) {
        var sorted = new ArrayList<>(known);
        sorted.sort(Comparator.comparing((Point point) -> String.valueOf(point.from()))
                .thenComparing(Point::to));
        var points = new ArrayList<Point>();
        LocalDate told = null;
        for (int i = 0; i < sorted.size(); i++) {
            var point = sorted.get(i);
            var from = point.from();
            if (from == null) {
                continue;
            }
            if (told != null && from.isAfter(told.plusDays(1))) {
                points.add(gap(told.plusDays(1), from.minusDays(1)));
            }
            var next = i + 1 < sorted.size() ? sorted.get(i + 1).from() : null;
            boolean overlaps = told != null && !from.isAfter(told) || next != null && !next.isAfter(point.to());
            points.add(new Point(
                    from,
                    point.to(),
                    point.standing(),
                    point.value(),
                    point.slack(),
                    point.readings(),
                    point.conflicts(),
                    overlaps));
            told = told == null || point.to().isAfter(told) ? point.to() : told;
        }
        return points;
    }

    private static Point gap(LocalDate from, LocalDate to) {
        return new Point(from, to, Standing.GAP, null, BigDecimal.ZERO, List.of(), List.of(), false);
    }
}
