// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.BalanceLine;
import org.clearground.land.DeclaredLine;
import org.clearground.land.LandBalance;
import org.clearground.land.LandBalance.Classes;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.Movement;
import org.clearground.registers.Register;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;

/**
 * Balances, added up from whole numbers that stand in the books; no outline is looked at.
 *
 * <p>What was known up to a moment and holds up to a day is the sum of all lines up to both. Months that lie wholly
 * before come from their sums, only what is left is added up line by line: so a year costs the same however many pieces
 * it has.
 */
public final class LandBalances {

    /**
     * By which movement ground counts for an act of each kind, each square metre once: a release may also move ground
     * from one account to another, which is not counted beside it. Leads, failed lots and flags count no
     * ground; an accepted lot has no outline of its own.
     */
    private static final String COUNTING = "(kind = 'WORKED' and movement = 'WORKED')"
            + " or (kind in ('SUSPECTED', 'CONFIRMED') and movement in ('FOUND', 'ADDED', 'TRANSFERRED_IN'))"
            + " or (kind = 'CANCELLED' and movement = 'CANCELLED')"
            + " or (kind = 'REDUCED' and movement = 'REDUCED')"
            + " or (kind = 'TASK_ISSUED' and movement = 'UNDER_WORK')"
            + " or (kind = 'CLEARANCE_COMPLETED' and movement = 'AWAITING_INSPECTION')"
            + " or (kind in ('QUALITY_ACCEPTED', 'QUALITY_WAIVED') and movement in ('CLEARED', 'CLEARED_OUTSIDE'))"
            + " or (kind = 'HANDED_OVER' and movement = 'HANDED_OVER')"
            + " or (kind = 'REOPENED' and movement = 'REOPENED')"
            + " or (kind = 'RELEASED_EARLIER' and movement in"
            + " ('CANCELLED', 'REDUCED', 'CLEARED', 'CLEARED_OUTSIDE', 'RELEASED_OUTSIDE'))";

    /** A line of the books is on the account of a body and in a district. */
    private static final Register.Reach REACH = new Register.Reach("organisation = :own", "district in (:own)");

    /** Of periods of which everything is known that was ever entered. */
    private static final KeptOfTables<Map<String, Classes>> LINES = new KeptOfTables<>(500, "land_posting", "land_sum");

    private static final KeptOfTables<List<Integer>> YEARS = new KeptOfTables<>(100, "land_posting");

    private final Transaction transaction;
    private final Sight sight;

    public LandBalances(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** The books as far as somebody sees them: lines on the account of their body, or in their districts. */
    public LandBalances(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
    }

    /** The books of a period. */
    public LandBalance balance(ReportingPeriod period, Instant knownAt, Dimension dimension) {
        var total = lines(period, knownAt, Dimension.NONE);
        var lines = new ArrayList<LandBalance.Line>();
        if (dimension != Dimension.NONE) {
            lines(period, knownAt, dimension)
                    .forEach((item, classes) -> lines.add(new LandBalance.Line(item, classes)));
        }
        return new LandBalance(
                period, knownAt, total.getOrDefault("", Classes.EMPTY), dimension, lines, anySample(period, knownAt));
    }

    /** Whether invented reports are among those of a period. */
    public boolean declaredBySample(ReportingPeriod period, Instant knownAt) {
        return anySample(period, knownAt)
                || transaction
                        .sql()
                        .sql("select exists (select 1 from activities where sample and valid_from between :from and :to"
                                + " and known_from_ms <= :knownAt and " + REACH.condition(sight) + ")")
                        .params(Register.Reach.values(sight))
                        .param("from", period.from().toString())
                        .param("to", period.to().toString())
                        .param("knownAt", knownAt.toEpochMilli())
                        .query(Boolean.class)
                        .single();
    }

    private boolean anySample(ReportingPeriod period, Instant knownAt) {
        if (!(sight instanceof Sight.All)) {
            // From the acts that are invented, of which most stores have none, to their lines.
            return transaction
                    .sql()
                    .sql("select exists (select 1 from land_acts cross join land_posting p on p.act = land_acts.fid"
                            + " where land_acts.sample and +p.valid_on <= :to and p.known_from_ms <= :knownAt and "
                            + Register.Reach.named("p").condition(sight) + ")")
                    .params(Register.Reach.values(sight))
                    .param("to", period.to().toString())
                    .param("knownAt", knownAt.toEpochMilli())
                    .query(Boolean.class)
                    .single();
        }
        return transaction
                .sql()
                .sql("select exists (select 1 from land_acts where sample and valid_from <= ? and known_from_ms <= ?)")
                .params(period.to().toString(), knownAt.toEpochMilli())
                .query(Boolean.class)
                .single();
    }

    private record Cell(String item, String hazardClass, Movement movement) {}

    private Map<String, Classes> lines(ReportingPeriod period, Instant knownAt, Dimension dimension) {
        return allKnown(knownAt)
                ? LINES.get(
                        transaction,
                        period + " " + dimension + " " + sight,
                        () -> readLines(period, knownAt, dimension))
                : readLines(period, knownAt, dimension);
    }

    /** Whether nothing was entered after a moment. */
    private boolean allKnown(Instant knownAt) {
        return transaction
                .sql()
                .sql("select not exists (select 1 from land_posting where known_from_ms > ?)")
                .param(knownAt.toEpochMilli())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Classes> readLines(ReportingPeriod period, Instant knownAt, Dimension dimension) {
        Map<Cell, Long> before = new HashMap<>();
        Map<Cell, Long> after = new HashMap<>();
        if (sight instanceof Sight.All) {
            before = upTo(period.from().minusDays(1), knownAt, dimension);
            after = upTo(period.to(), knownAt, dimension);
        } else {
            addSeen(before, after, period, knownAt, dimension);
        }
        return lines(before, after);
    }

    private static Map<String, Classes> lines(Map<Cell, Long> before, Map<Cell, Long> after) {
        var items = new TreeMap<String, Map<String, LineBuilder>>();
        before.forEach((cell, m2) -> line(items, cell).opening(cell.movement(), m2));
        after.forEach((cell, m2) -> line(items, cell).closing(cell.movement(), m2, before.getOrDefault(cell, 0L)));
        before.forEach((cell, m2) -> {
            if (!after.containsKey(cell)) {
                line(items, cell).closing(cell.movement(), 0, m2);
            }
        });
        var lines = new TreeMap<String, Classes>();
        items.forEach((item, classes) -> lines.put(
                item, new Classes(build(classes, "SUSPECTED"), build(classes, "CONFIRMED"), build(classes, ""))));
        return Collections.unmodifiableMap(lines);
    }

    private static LineBuilder line(Map<String, Map<String, LineBuilder>> items, Cell cell) {
        return items.computeIfAbsent(cell.item(), any -> new TreeMap<>())
                .computeIfAbsent(cell.hazardClass(), any -> new LineBuilder());
    }

    private static BalanceLine build(Map<String, LineBuilder> classes, String hazardClass) {
        var builder = classes.get(hazardClass);
        return builder == null ? BalanceLine.EMPTY : builder.build();
    }

    private static final class LineBuilder {
        private long opening;
        private final Map<Movement, Long> moved = new EnumMap<>(Movement.class);
        private final Map<Movement, Long> standing = new EnumMap<>(Movement.class);

        void opening(Movement movement, long m2) {
            opening = Math.addExact(opening, movement.sign() * m2);
        }

        void closing(Movement movement, long m2, long before) {
            if (m2 != before) {
                moved.put(movement, m2 - before);
            }
            if (movement.sign() == 0 && m2 != 0) {
                standing.put(movement, m2);
            }
        }

        BalanceLine build() {
            return new BalanceLine(opening, moved, standing);
        }
    }

    /** Every movement up to a day, as known at a moment. */
    private Map<Cell, Long> upTo(LocalDate day, Instant knownAt, Dimension dimension) {
        var cells = new HashMap<Cell, Long>();
        boolean wholeMonth = day.equals(YearMonth.from(day).atEndOfMonth());
        var validBefore = (wholeMonth ? YearMonth.from(day).plusMonths(1) : YearMonth.from(day)).toString();
        boolean allKnown = allKnown(knownAt);
        var knownMonth = BookLines.month(knownAt);
        add(
                cells,
                "select item, hazard_class, movement, sum(m2) from land_sum where dimension = ? and valid_month < ?"
                        + (allKnown ? "" : " and known_month < ?") + " group by item, hazard_class, movement",
                allKnown ? List.of(dimension.name(), validBefore) : List.of(dimension.name(), validBefore, knownMonth));
        var item = column(dimension);
        var perLine = "select " + item + ", hazard_class, movement, sum(m2) from land_posting where ";
        var groups = " group by " + item + ", hazard_class, movement";
        if (!wholeMonth) {
            add(
                    cells,
                    perLine + "valid_on >= ? and valid_on <= ? and known_from_ms <= ?" + groups,
                    List.of(YearMonth.from(day).atDay(1).toString(), day.toString(), knownAt.toEpochMilli()));
        }
        if (!allKnown) {
            var firstOfMonth = YearMonth.parse(knownMonth)
                    .atDay(1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            add(
                    cells,
                    perLine + "known_from_ms >= ? and known_from_ms <= ? and valid_on < ?" + groups,
                    List.of(firstOfMonth, knownAt.toEpochMilli(), validBefore + "-01"));
        }
        return cells;
    }

    private void add(Map<Cell, Long> cells, String sql, List<Object> parameters) {
        transaction.sql().sql(sql).params(parameters).query(row -> {
            add(cells, row);
        });
    }

    /** Line by line, once for both: the sums by month are of all bodies and districts together. */
    private void addSeen(
            Map<Cell, Long> before,
            Map<Cell, Long> after,
            ReportingPeriod period,
            Instant knownAt,
            Dimension dimension) {
        var item = column(dimension);
        transaction
                .sql()
                .sql("select " + item + ", hazard_class, movement, sum(m2), sum(case when valid_on < :from then m2 end)"
                        + " from land_posting where valid_on <= :to and known_from_ms <= :knownAt and "
                        + REACH.condition(sight) + " group by " + item + ", hazard_class, movement")
                .params(Register.Reach.values(sight))
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("knownAt", knownAt.toEpochMilli())
                .query(row -> {
                    add(after, row);
                    long until = row.getLong(5);
                    if (!row.wasNull()) {
                        before.put(cell(row), until);
                    }
                });
    }

    private static void add(Map<Cell, Long> cells, ResultSet row) throws SQLException {
        cells.merge(cell(row), row.getLong(4), Long::sum);
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getString(1), row.getString(2), Movement.valueOf(row.getString(3)));
    }

    /** The years of the ground in which anything was entered in the books that somebody sees, latest first. */
    public List<Integer> years(Instant knownAt) {
        if (sight instanceof Sight.All) {
            return new LandGround(transaction).years(knownAt);
        }
        return allKnown(knownAt)
                ? YEARS.get(transaction, sight.toString(), () -> readYears(knownAt))
                : readYears(knownAt);
    }

    private List<Integer> readYears(Instant knownAt) {
        return transaction
                .sql()
                .sql("select distinct cast(substr(valid_on, 1, 4) as integer) from land_posting"
                        + " where known_from_ms <= :knownAt and " + REACH.condition(sight) + " order by 1 desc")
                .params(Register.Reach.values(sight))
                .param("knownAt", knownAt.toEpochMilli())
                .query((row, number) -> (Integer) row.getInt(1))
                .list();
    }

    /** A column of ours, never text from outside. */
    private static String column(Dimension dimension) {
        return switch (dimension) {
            case NONE -> "''";
            case DISTRICT -> "district";
            case ORGANISATION -> "organisation";
            case PURPOSE -> "purpose";
            case METHOD -> "method";
        };
    }

    /** What bodies declare beside what they drew and what of it counts, for clearance work of a period. */
    public List<DeclaredLine> declared(ReportingPeriod period, Instant knownAt) {
        return transaction
                .sql()
                .sql(
                        "select activities.organisation, count(*), sum(case when activities.declared_area_m2 is null then 1"
                                + " else 0 end), coalesce(sum(activities.declared_area_m2), 0), sum(case when land_acts.fid is"
                                + " null then 1 else 0 end), coalesce(sum(land_acts.mapped_area_m2), 0),"
                                + " coalesce(sum((select sum(m2) from land_posting where act = land_acts.fid and movement ="
                                + " 'WORKED' and known_from_ms <= :knownAt)), 0)"
                                + " from activities left join land_acts on land_acts.report = activities.report"
                                + " and land_acts.kind = 'WORKED' and land_acts.known_from_ms <= :knownAt"
                                + " and (land_acts.known_to_ms is null or land_acts.known_to_ms > :knownAt)"
                                + " where activities.result = 'CLEARED' and activities.valid_from between :from and :to"
                                + " and activities.known_from_ms <= :knownAt"
                                + " and (activities.known_to_ms is null or activities.known_to_ms > :knownAt)"
                                + " and " + Register.Reach.named("activities").condition(sight)
                                + " group by activities.organisation order by activities.organisation")
                .params(Register.Reach.values(sight))
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("knownAt", knownAt.toEpochMilli())
                .query((row, number) -> declaredLine(row))
                .list();
    }

    /**
     * What approved reports of each kind declare of ground, draw, and change, in a period.
     *
     * @throws ProblemException for whoever is kept to districts: an outline may reach beyond one, and what its report
     *     declares is not divided among them
     */
    public List<DeclaredLine> declaredByAct(ReportingPeriod period, Instant knownAt) {
        if (sight instanceof Sight.OfDistricts) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "what acts declare is not divided among districts, so it is told only to who sees the whole"
                            + " country or one body; ask without by=act");
        }
        return transaction
                .sql()
                .sql("select kind, count(*), sum(case when declared_area_m2 is null then 1 else 0 end),"
                        + " coalesce(sum(declared_area_m2), 0), sum(case when mapped_area_m2 is null then 1 else 0 end),"
                        + " coalesce(sum(mapped_area_m2), 0), coalesce(sum((select sum(m2) from land_posting where act ="
                        + " land_acts.fid and known_from_ms <= :knownAt and (" + COUNTING + "))), 0)"
                        + " from land_acts where valid_from between :from and :to and known_from_ms <= :knownAt"
                        + " and (known_to_ms is null or known_to_ms > :knownAt) and kind not in ('LEAD_REPORTED',"
                        + " 'LEAD_DISMISSED', 'QUALITY_FAILED', 'FLAG_RAISED', 'FLAG_LIFTED')"
                        + " and " + new Register.Reach("organisation = :own", null).condition(sight)
                        + " group by kind order by kind")
                .params(Register.Reach.values(sight))
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("knownAt", knownAt.toEpochMilli())
                .query((row, number) -> declaredLine(row))
                .list();
    }

    private static DeclaredLine declaredLine(ResultSet row) throws SQLException {
        return new DeclaredLine(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }
}
