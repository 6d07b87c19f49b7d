// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearground.access.Sight;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.Symbol;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Where the rows of a selection are, and how each looks on a map: the same rows that its list shows. */
public final class RegisterGround {

    /** So many rows in a box are gone through for those that a filter leaves. */
    private static final int MOST_LOOKED_AT = 10_000;

    private final Transaction transaction;
    private final Register register;
    private final Register.Shape shape;
    private final Symbol symbol;
    private final Sight sight;
    private final boolean asThingsStand;

    /**
     * Of a register that has a symbol.
     *
     * @param asThingsStand whether it is asked for the same day as its moment
     */
    public RegisterGround(Transaction transaction, Register register, Sight sight, boolean asThingsStand) {
        this.transaction = transaction;
        this.register = register;
        this.shape = Objects.requireNonNull(register.shape());
        this.symbol = Objects.requireNonNull(register.symbol());
        this.sight = sight;
        this.asThingsStand = asThingsStand;
    }

    /**
     * A row on the map, or a part of one where the parts look differently.
     *
     * @param geometry to be drawn: the same outline as is recorded, cut into parts where it crosses itself
     * @param look which of the symbol's looks
     * @param label a value of the symbol's label column, as it is stored; null for none
     */
    public record Drawn(String key, Geometry geometry, int look, @Nullable String label) {}

    /**
     * What touches a box by its own box, which the store may round outwards.
     *
     * @return empty if it is more than so many, or if the filter leaves few of so much that finding them takes too long
     */
    public Optional<List<Drawn>> touching(Selection selection, Envelope box, int most) {
        var condition = new Condition(transaction, register, sight, selection);
        condition.bind("tile_", box);
        var here = Condition.named("tile_", transaction.dialect().inBox(shape.table()));
        if ((register.drawnFromSource() || register.placedOnce())
                && condition.holds("(" + here + ")", MOST_LOOKED_AT)) {
            return Optional.empty();
        }
        var found = some(condition, here, most + 1);
        return found.size() > most ? Optional.empty() : Optional.of(found);
    }

    private List<Drawn> some(Condition condition, @Nullable String here, int most) {
        condition.parameters.put("most", most);
        return transaction
                .sql()
                .sql(text(condition, here) + " limit :most")
                .params(condition.parameters)
                .query((row, number) -> drawn(row))
                .list();
    }

    /** The tables that say where the rows of a selection are and how they look: as long as they stay, so does the map. */
    public SortedSet<String> tables(Selection selection) {
        var condition = new Condition(transaction, register, sight, selection);
        var tables = new TreeSet<>(transaction.tablesOf(text(condition, null), condition.parameters));
        tables.addAll(transaction.tablesOf(places(condition), condition.parameters));
        return tables;
    }

    /** Takes the middle of a row in degrees, and which of the symbol's looks it has. */
    public interface Places {
        void add(double longitude, double latitude, int look);
    }

    /** The middle of every row that has a place, one after the other; of a row in parts that of one. */
    public void eachPlace(Selection selection, Places reader) {
        var condition = new Condition(transaction, register, sight, selection);
        var seen = new HashSet<String>();
        int first = register.drawnFromSource() ? 1 : 2;
        transaction.sql().sql(places(condition)).params(condition.parameters).query(row -> {
            if (first == 1 || seen.add(row.getString(1))) {
                var box = transaction.dialect().box(row.getBytes(first));
                reader.add(
                        (box.getMinX() + box.getMaxX()) / 2,
                        (box.getMinY() + box.getMaxY()) / 2,
                        look(row.getString(first + 1)));
            }
        });
    }

    /** A country has millions: no more is read of each than where it is and how it looks. */
    private String places(Condition condition) {
        return register.drawnFromSource()
                ? "select t.geom, " + symbol.chosenBy() + " from " + register.source() + condition.where()
                        + " and t.geom is not null"
                : text(condition, null);
    }

    /** The box around all, if it is no more than so many; empty for more, or for nothing. */
    public Optional<Envelope> around(Selection selection, int most) {
        var condition = new Condition(transaction, register, sight, selection);
        var rows = register.drawnFromSource()
                ? register.source() + condition.where() + " and t.geom is not null"
                : "(" + condition.keys() + ")";
        if (condition.holds(rows, most + 1)) {
            return Optional.empty();
        }
        var some = some(condition, null, Integer.MAX_VALUE);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        var box = new Envelope();
        some.forEach(drawn -> box.expandToInclude(drawn.geometry().getEnvelopeInternal()));
        return Optional.of(box);
    }

    /**
     * The rows with their geometry. Where the box is known, it is looked up first and the rows by what it gives, whatever
     * else they are asked by: a tile holds few of many.
     *
     * @param here a query for the keys of the geometries meant; null for all
     */
    private String text(Condition condition, @Nullable String here) {
        if (!register.drawnFromSource()) {
            return "select s." + shape.owner() + ", s.geom, " + symbol.chosenBy() + ", null from " + shape.table()
                    + " s where s.geom is not null" + (here == null ? "" : " and s.fid in (" + here + ")")
                    + Condition.known(shape) + " and "
                    + (here == null
                            ? "s." + shape.owner() + " in (" + condition.keys() + ")"
                            : "exists (select 1 from " + register.source() + condition.where() + " and "
                                    + register.key().sql() + " = s." + shape.owner() + ")");
        }
        var label = symbol.label();
        return "select " + register.key().sql() + ", t.geom, " + symbol.chosenBy() + ", "
                + (label == null ? "null" : register.column(label).orElseThrow().sql())
                + " from "
                + (here == null
                        ? register.source()
                        : "(select fid as here from (" + here + ")) h cross join " + register.source())
                + condition.where()
                + (here == null ? "" : " and t.fid = h.here")
                + " and t.geom is not null";
    }

    private Drawn drawn(ResultSet row) throws SQLException {
        return new Drawn(
                row.getString(1),
                picture(transaction.dialect().decode(row.getBytes(2))),
                look(row.getString(3)),
                row.getString(4));
    }

    /** What crosses itself has no inside that could be drawn; its parts have, and the same outline. */
    private Geometry picture(Geometry geometry) {
        if (!shape.asWritten() || geometry.getDimension() < 2 || geometry.isValid()) {
            return geometry;
        }
        var parts = GeometryFixer.fix(geometry);
        return parts.isEmpty() ? geometry : parts;
    }

    private int look(@Nullable String value) {
        return symbol.todayOnly() && !asThingsStand ? symbol.looks().size() - 1 : symbol.lookOf(value);
    }
}
