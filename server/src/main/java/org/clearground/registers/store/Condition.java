// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.access.Sight;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Which rows of a register are meant, as SQL with its values: the same for lists, details, files and maps. */
final class Condition {

    /** So many rows in a box are quicker gone through in the order of the list. */
    private static final int MUCH = 5_000;

    private final Transaction transaction;
    private final Register register;
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Selection selection;
    private @Nullable LocalDate until;
    private boolean few;

    /** What holds and is known. */
    Condition(Transaction transaction, Register register, Sight sight, AsOf asOf) {
        this.transaction = transaction;
        this.register = register;
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

    Condition(Transaction transaction, Register register, Sight sight, Selection selection) {
        this(transaction, register, sight, selection.asOf());
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

    /**
     * A text in one of the columns that are searched. Where indexes say that few rows have it, these are put in order;
     * else all rows are gone through in the order of the list until a page is full.
     */
    private void search(@Nullable String text) {
        if (text == null) {
            return;
        }
        parameters.put("text", "%" + text.replaceAll("([!%_])", "!$1") + "%");
        var searched = register.columns().stream().filter(Column::searched).toList();
        if (searched.stream().allMatch(column -> column.lookedUp() != null)) {
            var lookedUp = any(searched.stream().map(Column::lookedUp));
            if (!holds(register.source() + " where " + lookedUp, MUCH)) {
                few = true;
                and(lookedUp);
                return;
            }
        }
        and(any(searched.stream().map(column -> column.asked() + " like :text escape '!'")));
    }

    private static String any(Stream<@Nullable String> conditions) {
        return conditions.collect(Collectors.joining(" or ", "(", ")"));
    }

    private void touch(Selection asked) {
        var shape = register.shape();
        var box = asked.box();
        if (shape != null && box != null) {
            bind("", box);
            var dialect = transaction.dialect();
            var fid = register.key().sql();
            if (register.placedOnce() && holds("(" + named("", dialect.inBox(shape.table())) + ")", MUCH)) {
                and(named("", dialect.touchesBox(shape.table(), fid)));
            } else {
                and(fid + " in (select " + shape.owner() + " from " + shape.table() + " where "
                        + named("", dialect.touchesBox(shape.table())) + known(shape) + ")");
            }
        }
    }

    /** Whether there are so many of something, whatever else is asked. */
    boolean holds(String fromWhere, int many) {
        return transaction
                        .sql()
                        .sql("select count(*) from (select 1 from " + fromWhere + " limit " + many + ")")
                        .params(parameters)
                        .query(Integer.class)
                        .single()
                == many;
    }

    /** The parameters of the dialect by their names, each with something before it. */
    static String named(String before, String touches) {
        var text = touches;
        for (var side : List.of("west", "east", "south", "north")) {
            text = text.replaceFirst("\\?", ":" + before + side);
        }
        return text;
    }

    /** A box for the parameters that {@link #named} names. */
    void bind(String before, Envelope box) {
        parameters.put(before + "west", box.getMinX());
        parameters.put(before + "east", box.getMaxX());
        parameters.put(before + "south", box.getMinY());
        parameters.put(before + "north", box.getMaxY());
    }

    void and(String condition) {
        where.append(" and ").append(condition);
    }

    /** Only what comes behind a row. */
    boolean follow(String key) {
        var asked = Objects.requireNonNull(selection);
        var bound = bound(register, key);
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

    /** What the register is read from, with the condition and, where many of its rows are one, what makes them one. */
    private String fromWhere() {
        if (until != null) {
            parameters.put("until", until.toString());
        }
        return " from " + register.source() + where
                + (register.grouped() ? " group by " + register.key().sql() : "");
    }

    /** The keys of the rows, as SQL. */
    String keys() {
        return "select " + register.key().sql() + fromWhere();
    }

    /** The condition alone, beginning with {@code where}. */
    String where() {
        fromWhere();
        return where.toString();
    }

    String text(String end) {
        var sql = new StringBuilder("select ")
                .append(register.key().sql())
                .append(", ")
                .append(register.sample());
        register.columns().forEach(column -> sql.append(", ").append(column.sql()));
        sql.append(fromWhere());
        var asked = selection;
        if (asked != null) {
            var direction = asked.descending() ? " desc" : "";
            // The sign keeps the store from going through all rows in their order for the sake of few.
            sql.append(" order by ")
                    .append(few ? "+" : "")
                    .append(asked.sort().sql())
                    .append(direction);
            if (!asked.sort().sql().equals(register.key().sql())) {
                sql.append(", ").append(register.key().sql()).append(direction);
            }
        }
        return sql.append(end).toString();
    }

    /** Only rows whose geometry is recorded in a version that was known. */
    static String known(Register.Shape shape) {
        return shape.known()
                ? " and known_from_ms <= :knownAt and (known_to_ms is null or known_to_ms > :knownAt)"
                : "";
    }

    /** Null if it can be no key of the register. */
    static @Nullable Object bound(Register register, String key) {
        try {
            return register.key().whole() ? (Object) Long.valueOf(key) : key;
        } catch (NumberFormatException noKey) {
            return null;
        }
    }
}
