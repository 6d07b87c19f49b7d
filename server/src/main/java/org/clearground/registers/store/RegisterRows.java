// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        var sql = new Condition(transaction, register, sight, selection);
        if (after != null && !sql.follow(after)) {
            return Optional.empty();
        }
        sql.parameters.put("most", most);
        return Optional.of(rows(sql, " limit :most"));
    }

    /** Every row of a selection, one after the other. */
    public void each(Selection selection, Consumer<RegisterRow> reader) {
        var sql = new Condition(transaction, register, sight, selection);
        transaction.sql().sql(sql.text("")).params(sql.parameters).query(row -> {
            reader.accept(row(row));
        });
    }

    /** The row of a key; empty if it did not hold then. */
    public Optional<RegisterRow> find(String key, AsOf asOf) {
        var sql = new Condition(transaction, register, sight, asOf);
        var bound = bound(key);
        if (bound == null) {
            return Optional.empty();
        }
        sql.and(register.key().sql() + " = :key");
        sql.parameters.put("key", bound);
        return rows(sql, " limit 1").stream().findFirst();
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
                        + Condition.known(shape))
                .param("key", bound)
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .query((row, number) -> transaction.dialect().decode(row.getBytes(1)))
                .list();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.get(0) : UnaryUnionOp.union(parts));
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

    private @Nullable Object bound(String key) {
        return Condition.bound(register, key);
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

    private List<RegisterRow> rows(Condition sql, String end) {
        return transaction
                .sql()
                .sql(sql.text(end))
                .params(sql.parameters)
                .query((row, number) -> row(row))
                .list();
    }
}
