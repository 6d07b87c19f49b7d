// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearground.access.Sight;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The rows of a register, as its description says.
 *
 * <p>Pages follow each other by the place of their last row in the order, so the thousandth costs what the first costs,
 * and none is shown twice or left out because another was added meanwhile.
 */
public final class RegisterRows {

    private static final int KEY = 1;
    private static final int SAMPLE = 2;
    private static final int FIRST_VALUE = 3;
    private static final String FID = "fid";

    /** So many rows in a box are quicker gone through in the order of the list. */
    private static final int MUCH = 5_000;

    private final Transaction transaction;
    private final Register register;
    private final Sight sight;

    /** The rows that somebody sees; the others are as if they did not exist. */
    public RegisterRows(Transaction transaction, Register register, Sight sight) {
        this.transaction = transaction;
        this.register = register;
        this.sight = sight;
    }

    /** A report behind a row. */
    public record Behind(String report, @Nullable String number, String submission) {}

    /**
     * The next rows of a selection.
     *
     * @param after key of the row behind which they come; null for the first
     * @return empty if there is no row of that key
     */
    public Optional<List<RegisterRow>> page(Selection selection, @Nullable String after, int most) {
        var sql = new Condition(selection);
        if (after != null && !sql.follow(after)) {
            return Optional.empty();
        }
        sql.parameters.put("most", most);
        return Optional.of(sql.rows(" limit :most"));
    }

    /** Every row of a selection, one after the other. */
    public void each(Selection selection, Consumer<RegisterRow> reader) {
        var sql = new Condition(selection);
        transaction.sql().sql(sql.text("")).params(sql.parameters).query(row -> {
            reader.accept(row(row));
        });
    }

    /** The row of a key; empty if it did not hold then. */
    public Optional<RegisterRow> find(String key, AsOf asOf) {
        var sql = new Condition(asOf);
        var bound = bound(key);
        if (bound == null) {
            return Optional.empty();
        }
        sql.and(register.key().sql() + " = :key");
        sql.parameters.put("key", bound);
        return sql.rows(" limit 1").stream().findFirst();
    }

    /** Where a row is. */
    public Optional<Geometry> geometry(String key, AsOf asOf) {
        var shape = register.shape();
        var bound = bound(key);
        if (shape == null || bound == null) {
            return Optional.empty();
        }
        var parts = transaction
                .sql()
                .sql("select geom from " + shape.table() + " where geom is not null and " + shape.owner() + " = :key"
                        + known(shape))
                .param("key", bound)
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .query((row, number) -> transaction.dialect().decode(row.getBytes(1)))
                .list();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.get(0) : UnaryUnionOp.union(parts));
    }

    private static String known(Register.Shape shape) {
        return shape.known()
                ? " and known_from_ms <= :knownAt and (known_to_ms is null or known_to_ms > :knownAt)"
                : "";
    }

    /** The value by which another page speaks of a row; empty if there is none. */
    public Optional<String> elsewhere(String key) {
        var other = register.elsewhere();
        var bound = bound(key);
        return other == null || bound == null
                ? Optional.empty()
                : transaction
                        .sql()
                        .sql("select " + other.sql() + " from " + register.source() + " where "
                                + register.key().sql() + " = :key limit 1")
                        .param("key", bound)
                        .query(String.class)
                        .optional();
    }

    /** The reports behind a row, as far as they are seen. */
    public List<Behind> reports(String key) {
        var reports = register.reports();
        var bound = bound(key);
        return reports == null || bound == null
                ? List.of()
                : transaction
                        .sql()
                        .sql("select report.report_id, report.report_no, report.submission from report"
                                + " join submission on submission.sha256 = report.submission where report.id in ("
                                + reports + ") and " + Register.Reach.REPORTS.condition(sight)
                                + " order by report.id")
                        .param("key", bound)
                        .params(Register.Reach.values(sight))
                        .query((row, number) -> new Behind(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
    }

    /** Null if it can be no key of this register. */
    private @Nullable Object bound(String key) {
        try {
            return register.key().whole() ? (Object) Long.valueOf(key) : key;
        } catch (NumberFormatException noKey) {
            return null;
        }
    }

    private RegisterRow row(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var column : register.columns()) {
            values.add(value(row, FIRST_VALUE + values.size(), column));
        }
        return new RegisterRow(row.getString(KEY), row.getBoolean(SAMPLE), values);
    }

    private static @Nullable Object value(ResultSet row, int index, Column column) throws SQLException {
        var text = row.getString(index);
        if (text == null) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT, NAMES -> text;
            case CODE -> text.isEmpty() ? null : text;
            case DAY -> LocalDate.parse(text);
            case MOMENT -> Instant.ofEpochMilli(row.getLong(index));
            case WHOLE, SQUARE_METRES -> row.getLong(index);
        };
    }

    /** A condition with its values. */
    private final class Condition {

        private final StringBuilder where = new StringBuilder(" where 1 = 1");
        private final Map<String, Object> parameters = new HashMap<>();
        private @Nullable Selection selection;
        private @Nullable LocalDate until;

        /** What holds and is known. */
        Condition(AsOf asOf) {
            var times = register.times();
            parameters.put("validOn", asOf.validOn().toString());
            parameters.put("knownAt", asOf.knownAt().toEpochMilli());
            if (times.validFrom() != null) {
                until = asOf.validOn();
                and(times.validFrom() + " <= :until");
            }
            until(times.validTo(), ":validOn");
            if (times.knownFrom() != null) {
                and(times.knownFrom() + " <= :knownAt");
            }
            until(times.knownTo(), ":knownAt");
            if (!register.restriction().isEmpty()) {
                and(register.restriction());
            }
            if (!(sight instanceof Sight.All)) {
                and(register.reach().condition(sight));
                parameters.putAll(Register.Reach.values(sight));
            }
        }

        Condition(Selection selection) {
            this(selection.asOf());
            this.selection = selection;
            selection.equal().forEach((name, value) -> {
                and(register.column(name).orElseThrow().asked() + " = :equal_" + name);
                parameters.put("equal_" + name, value);
            });
            var period = register.period();
            if (period != null) {
                var day = register.column(period).orElseThrow().sql();
                day(day + " >= :from", "from", selection.from());
                if (day.equals(register.times().validFrom())) {
                    narrowUntil(selection.to());
                } else {
                    day(day + " <= :to", "to", selection.to());
                }
            }
            search(selection.text());
            touch(selection);
        }

        /** One last day, the earliest of all that are asked for: a store looks only one up in its index. */
        private void narrowUntil(@Nullable LocalDate day) {
            if (until != null && day != null && day.isBefore(until)) {
                until = day;
            }
        }

        private void until(@Nullable String column, String parameter) {
            if (column != null) {
                and("(" + column + " is null or " + column + " > " + parameter + ")");
            }
        }

        private void day(String condition, String name, @Nullable LocalDate day) {
            if (day != null) {
                and(condition);
                parameters.put(name, day.toString());
            }
        }

        private void search(@Nullable String text) {
            if (text != null) {
                and("("
                        + String.join(
                                " or ",
                                register.columns().stream()
                                        .filter(Column::searched)
                                        .map(column -> column.asked() + " like :text escape '!'")
                                        .toList())
                        + ")");
                parameters.put("text", "%" + text.replaceAll("([!%_])", "!$1") + "%");
            }
        }

        private void touch(Selection asked) {
            var shape = register.shape();
            var box = asked.box();
            if (shape != null && box != null) {
                parameters.put("west", box.getMinX());
                parameters.put("east", box.getMaxX());
                parameters.put("south", box.getMinY());
                parameters.put("north", box.getMaxY());
                var touches = named(transaction.dialect().touchesBox(shape.table()));
                if (register.key().sql().equals("t." + FID) && shape.owner().equals(FID) && holdsMuch(shape, touches)) {
                    and(named(transaction
                            .dialect()
                            .touchesBox(shape.table(), register.key().sql())));
                } else {
                    and(register.key().sql() + " in (select " + shape.owner() + " from " + shape.table() + " where "
                            + touches + known(shape) + ")");
                }
            }
        }

        private boolean holdsMuch(Register.Shape shape, String touches) {
            return transaction
                            .sql()
                            .sql("select count(*) from (select 1 from " + shape.table() + " where " + touches
                                    + " limit " + MUCH + ")")
                            .params(parameters)
                            .query(Integer.class)
                            .single()
                    == MUCH;
        }

        /** The parameters of the dialect by their names. */
        private static String named(String touches) {
            var text = touches;
            for (var side : List.of(":west", ":east", ":south", ":north")) {
                text = text.replaceFirst("\\?", side);
            }
            return text;
        }

        void and(String condition) {
            where.append(" and ").append(condition);
        }

        /** Only what comes behind a row. */
        boolean follow(String key) {
            var asked = java.util.Objects.requireNonNull(selection);
            var bound = bound(key);
            var direction = asked.descending() ? " < " : " > ";
            if (bound == null) {
                return false;
            }
            parameters.put("after", bound);
            if (asked.sort().sql().equals(register.key().sql())) {
                and(register.key().sql() + direction + ":after");
                return true;
            }
            var place = transaction
                    .sql()
                    .sql("select " + asked.sort().sql() + " from " + register.source() + " where "
                            + register.key().sql() + " = :after limit 1")
                    .params(parameters)
                    .query((row, number) -> row.getObject(1))
                    .list();
            if (place.isEmpty()) {
                return false;
            }
            parameters.put("place", place.get(0));
            if (asked.descending() && asked.sort().sql().equals(register.times().validFrom())) {
                narrowUntil(LocalDate.parse(place.get(0).toString()));
            }
            and("(" + asked.sort().sql() + ", " + register.key().sql() + ")" + direction + "(:place, :after)");
            return true;
        }

        String text(String end) {
            if (until != null) {
                parameters.put("until", until.toString());
            }
            var sql = new StringBuilder("select ")
                    .append(register.key().sql())
                    .append(", ")
                    .append(register.sample());
            register.columns().forEach(column -> sql.append(", ").append(column.sql()));
            sql.append(" from ").append(register.source()).append(where);
            if (register.grouped()) {
                sql.append(" group by ").append(register.key().sql());
            }
            var asked = selection;
            if (asked != null) {
                var direction = asked.descending() ? " desc" : "";
                sql.append(" order by ").append(asked.sort().sql()).append(direction);
                if (!asked.sort().sql().equals(register.key().sql())) {
                    sql.append(", ").append(register.key().sql()).append(direction);
                }
            }
            return sql.append(end).toString();
        }

        List<RegisterRow> rows(String end) {
            return transaction
                    .sql()
                    .sql(text(end))
                    .params(parameters)
                    .query((row, number) -> row(row))
                    .list();
        }
    }
}
