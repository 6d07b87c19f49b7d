// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.bulletins.Breakdown;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureRow;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.Figures;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.registers.Register;
import org.clearground.reports.ReportId;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The figures as queries over the registers of finds and activities.
 *
 * <p>A find counts on the day it was found, an activity on the last day of its report's period. Every query sees what
 * was known at the as-of's moment and valid on its day.
 */
public final class SqlFigures implements Figures {

    static final String SEEN = " where valid_from between :from and :to and valid_from <= :validOn"
            + " and (valid_to is null or valid_to > :validOn)"
            + " and known_from_ms <= :knownAt and (known_to_ms is null or known_to_ms > :knownAt)";

    /** A find and an activity are of the body and in the district that their report names. */
    private static final Register.Reach REACH = new Register.Reach("organisation = :own", "district in (:own)");

    private final Transaction transaction;
    private final Sight sight;
    private final String seen;
    private @Nullable Days days;
    private @Nullable AllFound allFound;

    /** Reads one state of the store. */
    public SqlFigures(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** Reads of it what somebody sees: every sum is of their rows alone. */
    public SqlFigures(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.seen = sight instanceof Sight.All ? SEEN : SEEN + " and " + REACH.condition(sight);
    }

    /** What a figure adds up, and over which rows. */
    private record Source(String table, String value, String restriction) {

        static Source of(FigureDefinition definition) {
            return switch (definition) {
                case ANTI_TANK_MINES_FOUND,
                        ANTI_PERSONNEL_MINES_FOUND,
                        UNEXPLODED_ORDNANCE_FOUND,
                        OTHER_EXPLOSIVE_FOUND ->
                    new Source(
                            "finds",
                            "quantity",
                            " and +category in ("
                                    + categories(definition.group().orElseThrow()) + ")");
                case AREA_CLEARED_DECLARED ->
                    new Source(
                            "activities",
                            "declared_area_m2",
                            " and result = 'CLEARED' and declared_area_m2 is not null");
                case AREA_CLEARED_COMPUTED -> new Source("counted_ground", "counted_area_m2", "");
            };
        }

        boolean finds() {
            return table.equals("finds");
        }

        /** The rows as people read them. */
        String rows() {
            return switch (table) {
                case "finds" ->
                    "(select fid, report, organisation, district, valid_from, valid_to, known_from_ms,"
                            + " known_to_ms, category, category as what, model as detail, sample, quantity from finds)";
                case "activities" ->
                    "(select fid, report, organisation, district, valid_from, valid_to, known_from_ms,"
                            + " known_to_ms, activity_type as what, settlement as detail, sample, result, declared_area_m2"
                            + " from activities)";
                default ->
                    "(select counted_ground.fid, activities.report, counted_ground.organisation,"
                            + " counted_ground.district, counted_ground.valid_from, counted_ground.valid_to,"
                            + " counted_ground.known_from_ms, counted_ground.known_to_ms, activity_type as what,"
                            + " settlement as detail, activities.sample, counted_area_m2 from counted_ground"
                            + " join land_acts on land_acts.fid = counted_ground.act"
                            + " join activities on activities.report = land_acts.report)";
            };
        }

        /** Constants of ours, never text from outside. */
        private static String categories(BulletinGroup group) {
            return String.join(
                    ", ",
                    Arrays.stream(OrdnanceCategory.values())
                            .filter(category -> category.bulletinGroup() == group)
                            .map(category -> "'" + category.name() + "'")
                            .toList());
        }
    }

    @Override
    public Figure figure(FigureDefinition definition, FigureScope scope, AsOf asOf) {
        var source = Source.of(definition);
        var sum = bind(
                        "select coalesce(sum(" + source.value() + "), 0), count(*) from " + source.table() + seen
                                + source.restriction()
                                + narrowed(scope, source.finds()),
                        scope,
                        asOf)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        var value = sum[1] > 0 || isZero(source, scope, asOf) ? OptionalLong.of(sum[0]) : OptionalLong.empty();
        return new Figure(definition, scope, asOf, value, sum[1]);
    }

    /**
     * With no row to add up, a figure is zero where somebody reported and had nothing of the kind, and absent where
     * nobody reported, or clearance was reported without its area.
     */
    private boolean isZero(Source source, FigureScope scope, AsOf asOf) {
        var cleared = source.finds() ? "0" : "sum(result = 'CLEARED')";
        return bind(
                        "select count(*), coalesce(" + cleared + ", 0) from activities" + seen + narrowed(scope, false),
                        scope,
                        asOf)
                .query((row, number) -> row.getLong(1) > 0 && row.getLong(2) == 0)
                .single();
    }

    /**
     * What adds up to a figure, of some rows.
     *
     * @param silent of areas, acts of clearance that do not say how much; of finds always none
     */
    private record Part(long value, long rows, long reports, long silent) {
        static final Part NONE = new Part(0, 0, 0, 0);

        Part plus(Part other) {
            return new Part(value + other.value, rows + other.rows, reports + other.reports, silent + other.silent);
        }

        /** As {@link #figure} has it: zero where somebody reported and had nothing of the kind. */
        OptionalLong told() {
            return rows > 0 || reports > 0 && silent == 0 ? OptionalLong.of(value) : OptionalLong.empty();
        }
    }

    @Override
    public List<List<Figure>> figures(List<ReportingPeriod> periods, AsOf asOf) {
        var first = periods.stream().map(ReportingPeriod::from).min(Comparator.naturalOrder());
        var last = periods.stream().map(ReportingPeriod::to).max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        var days = days(new ReportingPeriod(first.get(), last.get()), asOf);
        return periods.stream()
                .map(period -> Arrays.stream(FigureDefinition.values())
                        .map(definition -> {
                            var part = days
                                    .subMap(
                                            period.from().toString(),
                                            true,
                                            period.to().toString(),
                                            true)
                                    .values()
                                    .stream()
                                    .map(day -> day.getOrDefault(definition, Part.NONE))
                                    .reduce(Part.NONE, Part::plus);
                            return new Figure(definition, FigureScope.of(period), asOf, part.told(), part.rows());
                        })
                        .toList())
                .toList();
    }

    /** What was read last: the figures of a year and of its months are of the same days. */
    private record Days(ReportingPeriod whole, AsOf asOf, NavigableMap<String, Map<FigureDefinition, Part>> parts) {}

    private NavigableMap<String, Map<FigureDefinition, Part>> days(ReportingPeriod whole, AsOf asOf) {
        var known = days;
        if (known == null || !known.whole().equals(whole) || !known.asOf().equals(asOf)) {
            known = new Days(whole, asOf, read(FigureScope.of(whole), asOf));
            days = known;
        }
        return known.parts();
    }

    /** What adds up to each figure on each day of which anything is known, in one pass over each table. */
    private NavigableMap<String, Map<FigureDefinition, Part>> read(FigureScope scope, AsOf asOf) {
        var days = new TreeMap<String, Map<FigureDefinition, Part>>();
        bind(
                        "select valid_from, category, sum(quantity), count(*) from finds" + seen
                                + " group by valid_from, category",
                        scope,
                        asOf)
                .query(row -> {
                    var group = OrdnanceCategory.valueOf(row.getString(2)).bulletinGroup();
                    for (var definition : FigureDefinition.values()) {
                        if (definition.group().filter(group::equals).isPresent()) {
                            add(days, row.getString(1), definition, new Part(row.getLong(3), row.getLong(4), 0, 0));
                        }
                    }
                });
        bind(
                        "select valid_from, coalesce(sum(case when result = 'CLEARED' then declared_area_m2 end), 0),"
                                + " count(case when result = 'CLEARED' then declared_area_m2 end),"
                                + " sum(result = 'CLEARED'), count(*) from activities" + seen
                                + " group by valid_from",
                        scope,
                        asOf)
                .query(row -> {
                    for (var definition : FigureDefinition.values()) {
                        boolean declared = definition == FigureDefinition.AREA_CLEARED_DECLARED;
                        add(
                                days,
                                row.getString(1),
                                definition,
                                new Part(
                                        declared ? row.getLong(2) : 0,
                                        declared ? row.getLong(3) : 0,
                                        row.getLong(5),
                                        definition.group().isPresent() ? 0 : row.getLong(4)));
                    }
                });
        bind(
                        "select valid_from, sum(counted_area_m2), count(*) from counted_ground" + seen
                                + " group by valid_from",
                        scope,
                        asOf)
                .query(row -> {
                    add(
                            days,
                            row.getString(1),
                            FigureDefinition.AREA_CLEARED_COMPUTED,
                            new Part(row.getLong(2), row.getLong(3), 0, 0));
                });
        return days;
    }

    private static void add(
            Map<String, Map<FigureDefinition, Part>> days, String day, FigureDefinition definition, Part part) {
        days.computeIfAbsent(day, any -> new EnumMap<>(FigureDefinition.class)).merge(definition, part, Part::plus);
    }

    @Override
    public Breakdown breakdown(Dimension dimension, ReportingPeriod period, AsOf asOf) {
        var columns = Arrays.stream(FigureDefinition.values())
                .filter(definition ->
                        dimension != Dimension.CATEGORY || definition.group().isPresent())
                .toList();
        var scope = FigureScope.of(period);
        Map<String, Map<FigureDefinition, long[]>> cells = new TreeMap<>();
        var key =
                switch (dimension) {
                    case BODY -> "organisation";
                    case DISTRICT -> "district";
                    case CATEGORY -> "category";
                    case DAY -> "valid_from";
                };
        switch (dimension) {
            case DAY ->
                days(period, asOf)
                        .forEach((day, parts) -> parts.forEach((definition, part) -> {
                            if (definition.group().isPresent()) {
                                add(cells, day, definition, part.value(), part.rows());
                            }
                        }));
            case BODY, DISTRICT, CATEGORY -> {
                for (var found : found(scope, asOf)) {
                    var group = found.category().bulletinGroup();
                    for (var definition : columns) {
                        if (definition.group().filter(group::equals).isPresent()) {
                            add(cells, found.key(dimension), definition, found.quantity(), found.rows());
                        }
                    }
                }
            }
        }
        if (dimension != Dimension.CATEGORY) {
            addAreas(cells, key, columns, scope, asOf);
        }
        return new Breakdown(dimension, columns, lines(dimension, columns, cells, period, asOf));
    }

    /** What was found of a category by a body in a district. */
    private record Found(String organisation, String district, OrdnanceCategory category, long quantity, long rows) {

        String key(Dimension dimension) {
            return switch (dimension) {
                case BODY -> organisation;
                case DISTRICT -> district;
                case CATEGORY -> category.name();
                case DAY -> throw new IllegalArgumentException("of no day");
            };
        }
    }

    /** What was read last: one pass serves the tables by body, by district and by category. */
    private record AllFound(FigureScope scope, AsOf asOf, List<Found> found) {}

    private List<Found> found(FigureScope scope, AsOf asOf) {
        var known = allFound;
        if (known == null || !known.scope().equals(scope) || !known.asOf().equals(asOf)) {
            var read = bind(
                            "select organisation, district, category, sum(quantity), count(*) from finds" + seen
                                    + " group by organisation, district, category",
                            scope,
                            asOf)
                    .query((row, number) -> new Found(
                            row.getString(1),
                            row.getString(2),
                            OrdnanceCategory.valueOf(row.getString(3)),
                            row.getLong(4),
                            row.getLong(5)))
                    .list();
            known = new AllFound(scope, asOf, read);
            allFound = known;
        }
        return known.found();
    }

    /** Areas by body, district or day; a line for everybody who reported, with or without areas. */
    private void addAreas(
            Map<String, Map<FigureDefinition, long[]>> cells,
            String key,
            List<FigureDefinition> columns,
            FigureScope scope,
            AsOf asOf) {
        var cleared = new HashSet<String>();
        bind(
                        "select " + key + ", sum(case when result = 'CLEARED' then declared_area_m2 end),"
                                + " count(case when result = 'CLEARED' then declared_area_m2 end),"
                                + " sum(result = 'CLEARED') from activities" + seen + " group by " + key,
                        scope,
                        asOf)
                .query(row -> {
                    for (var definition : columns) {
                        add(cells, row.getString(1), definition, 0, 0);
                    }
                    add(
                            cells,
                            row.getString(1),
                            FigureDefinition.AREA_CLEARED_DECLARED,
                            row.getLong(2),
                            row.getLong(3));
                    if (row.getLong(4) > 0) {
                        cleared.add(row.getString(1));
                    }
                });
        bind(
                        "select " + key + ", sum(counted_area_m2), count(*) from counted_ground" + seen + " group by "
                                + key,
                        scope,
                        asOf)
                .query(row -> {
                    add(
                            cells,
                            row.getString(1),
                            FigureDefinition.AREA_CLEARED_COMPUTED,
                            row.getLong(2),
                            row.getLong(3));
                });
        cleared.forEach(item -> absentUnlessCounted(cells, item));
    }

    private static void add(
            Map<String, Map<FigureDefinition, long[]>> cells,
            String key,
            FigureDefinition definition,
            long value,
            long rows) {
        var cell = cells.computeIfAbsent(key, any -> new EnumMap<>(FigureDefinition.class))
                .computeIfAbsent(definition, any -> new long[2]);
        cell[0] += value;
        cell[1] += rows;
    }

    /** Clearance that was reported without its area leaves the area unknown, not zero. */
    private static void absentUnlessCounted(Map<String, Map<FigureDefinition, long[]>> cells, String key) {
        var line = cells.getOrDefault(key, Map.of());
        for (var definition : List.of(FigureDefinition.AREA_CLEARED_DECLARED, FigureDefinition.AREA_CLEARED_COMPUTED)) {
            var cell = line.get(definition);
            if (cell != null && cell[1] == 0) {
                line.remove(definition);
            }
        }
    }

    private static List<Breakdown.Line> lines(
            Dimension dimension,
            List<FigureDefinition> columns,
            Map<String, Map<FigureDefinition, long[]>> cells,
            ReportingPeriod period,
            AsOf asOf) {
        var lines = new ArrayList<Breakdown.Line>();
        cells.forEach((key, values) -> {
            var scope = scope(dimension, key, period);
            lines.add(new Breakdown.Line(
                    key,
                    columns.stream()
                            .map(definition -> {
                                var cell = values.get(definition);
                                return new Figure(
                                        definition,
                                        scope,
                                        asOf,
                                        cell == null ? OptionalLong.empty() : OptionalLong.of(cell[0]),
                                        cell == null ? 0 : cell[1]);
                            })
                            .toList()));
        });
        return lines;
    }

    private static FigureScope scope(Dimension dimension, String key, ReportingPeriod period) {
        return switch (dimension) {
            case BODY -> new FigureScope(period, key, null, null, null);
            case DISTRICT -> new FigureScope(period, null, key, null, null);
            case CATEGORY -> new FigureScope(period, null, null, OrdnanceCategory.valueOf(key), null);
            case DAY -> new FigureScope(period, null, null, null, LocalDate.parse(key));
        };
    }

    @Override
    public List<FigureRow> rows(FigureDefinition definition, FigureScope scope, AsOf asOf, long afterFid, int most) {
        var source = Source.of(definition);
        return bind(
                        "select rows.fid, report.report_id, report.report_no, rows.organisation, rows.district,"
                                + " rows.valid_from, rows.what, rows.detail, rows.value, rows.known_from_ms, rows.sample"
                                + " from (select fid, report, organisation, district, valid_from, what, detail, "
                                + source.value() + " as value, known_from_ms, sample from " + source.rows() + seen
                                + source.restriction() + narrowed(scope, source.finds())
                                + " and fid > :afterFid order by fid limit :most) as rows"
                                + " join report on report.id = rows.report order by rows.fid",
                        scope,
                        asOf)
                .param("afterFid", afterFid)
                .param("most", most)
                .query((row, number) -> new FigureRow(
                        row.getLong(1),
                        ReportId.of(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        LocalDate.parse(row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getLong(9),
                        Instant.ofEpochMilli(row.getLong(10)),
                        row.getBoolean(11)))
                .list();
    }

    @Override
    public Contributors contributors(ReportingPeriod period, AsOf asOf) {
        var organisations = new LinkedHashSet<String>();
        var districts = new LinkedHashSet<String>();
        var counts = new long[3];
        bind(
                        "select organisation, district, count(*), sum(period_from < :from), max(sample) from activities"
                                + seen + " group by organisation, district order by organisation, district",
                        FigureScope.of(period),
                        asOf)
                .query(row -> {
                    organisations.add(row.getString(1));
                    districts.add(row.getString(2));
                    counts[0] += row.getLong(3);
                    counts[1] += row.getLong(4);
                    counts[2] |= row.getLong(5);
                });
        return new Contributors(
                List.copyOf(organisations), districts.stream().sorted().toList(), counts[0], counts[1], counts[2] != 0);
    }

    /** The newest day on which anything is reported; empty in a store without approved reports. */
    public java.util.Optional<LocalDate> newestDay() {
        return transaction
                .sql()
                .sql("select max(valid_from) from activities where known_to_ms is null and " + REACH.condition(sight))
                .params(Register.Reach.values(sight))
                .query((row, number) ->
                        java.util.Optional.ofNullable(row.getString(1)).map(LocalDate::parse))
                .single();
    }

    private static String narrowed(FigureScope scope, boolean finds) {
        return (scope.organisation() == null ? "" : " and organisation = :organisation")
                + (scope.district() == null ? "" : " and district = :district")
                + (scope.category() == null || !finds ? "" : " and category = :category")
                + (scope.day() == null ? "" : " and valid_from = :day");
    }

    private StatementSpec bind(String sql, FigureScope scope, AsOf asOf) {
        return transaction
                .sql()
                .sql(sql)
                .params(Register.Reach.values(sight))
                .param("from", scope.period().from().toString())
                .param("to", scope.period().to().toString())
                .param("validOn", asOf.validOn().toString())
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .param("organisation", scope.organisation())
                .param("district", scope.district())
                .param("category", name(scope.category()))
                .param("day", scope.day() == null ? null : scope.day().toString());
    }

    private static @Nullable String name(@Nullable OrdnanceCategory category) {
        return category == null ? null : category.name();
    }
}
