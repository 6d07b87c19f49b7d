// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearground.access.Resource;
import org.clearground.access.Scope;
import org.clearground.access.Sight;
import org.jspecify.annotations.Nullable;

/**
 * A register as people look at it: said once, by the feature whose register it is. Its list, its details, its JSON and
 * its exports follow from this, and need nothing else.
 *
 * <p>All texts of SQL are constants of the programme; whatever a reader asks is bound.
 *
 * @param resource whose right is asked of whoever looks at it
 * @param reach which of its rows belong to a body, and to districts
 * @param name in addresses: {@code finds}; the sentence {@code register.NAME} says what it is called, and
 *     {@code register.NAME.about} what is in it
 * @param source what stands behind {@code from}: the table under the name {@code t}, with what is joined to it
 * @param restriction a condition on its rows; empty for all
 * @param grouped whether many rows of the source are one of the register, told apart by the key alone
 * @param times since when and until when a row holds
 * @param sample an expression: whether a row is invented; {@code false} where that cannot be
 * @param shape where it is; null without geometry
 * @param period the column of days by which a period is asked for; null if it has none
 * @param order name of a sorted column, with a minus before it where the last comes first
 * @param reports SQL for {@code report.id} of the reports behind the row {@code :key}; null where none are
 * @param elsewhere a page that says more of a row; null if there is none
 * @param symbol how its rows look on a map; null if it has none
 */
public record Register(
        String name,
        Resource resource,
        Reach reach,
        String source,
        String restriction,
        boolean grouped,
        Key key,
        Times times,
        String sample,
        @Nullable Shape shape,
        @Nullable String period,
        String order,
        List<Column> columns,
        @Nullable String reports,
        @Nullable Elsewhere elsewhere,
        @Nullable Symbol symbol) {

    /** Without a map. */
    public Register(
            String name,
            Resource resource,
            Reach reach,
            String source,
            String restriction,
            boolean grouped,
            Key key,
            Times times,
            String sample,
            @Nullable Shape shape,
            @Nullable String period,
            String order,
            List<Column> columns,
            @Nullable String reports,
            @Nullable Elsewhere elsewhere) {
        this(
                name,
                resource,
                reach,
                source,
                restriction,
                grouped,
                key,
                times,
                sample,
                shape,
                period,
                order,
                columns,
                reports,
                elsewhere,
                null);
    }

    /** The same on a map. */
    public Register drawn(Symbol looks) {
        return new Register(
                name,
                resource,
                reach,
                source,
                restriction,
                grouped,
                key,
                times,
                sample,
                shape,
                period,
                order,
                columns,
                reports,
                elsewhere,
                looks);
    }

    /**
     * By what a row is found; it never changes and is never used for another.
     *
     * @param whole whether it is a number
     */
    public record Key(String sql, boolean whole) {}

    /**
     * Columns of the source.
     *
     * @param validFrom null where the register speaks only of today: another day is then refused
     * @param validTo null where a row holds for ever
     * @param knownFrom null where what was known before is not kept in this form: another moment is then refused
     * @param knownTo null where a row is never taken back
     */
    public record Times(
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String knownFrom,
            @Nullable String knownTo) {}

    /**
     * Where the geometries are: in the table itself or in another.
     *
     * @param table of features
     * @param owner its column with the key of the register's row
     * @param known whether its rows end in {@code known_to_ms}
     * @param asWritten whether outlines are as somebody wrote them, with whatever faults they have
     */
    public record Shape(String table, String owner, boolean known, boolean asWritten) {

        /** Of outlines without faults. */
        public Shape(String table, String owner, boolean known) {
            this(table, owner, known, false);
        }
    }

    /**
     * Which rows are seen by an account that is kept to a body or to districts: conditions on the source, in which
     * {@code :own} are their codes.
     *
     * @param ofOrganisation null where rows belong to no body; who is kept to one then sees nothing
     * @param ofDistricts null where rows lie in no district; who is kept to some then sees nothing
     */
    public record Reach(@Nullable String ofOrganisation, @Nullable String ofDistricts) {

        /** Rows that are everybody's, as the country pack has them. */
        public static final Reach EVERYBODY = new Reach("true", "true");

        /** Reports, joined with their submissions. */
        public static final Reach REPORTS = new Reach(
                "(report.organisation = :own or submission.organisation = :own)", "report.district in (:own)");

        /** Rows that name their body and their district themselves. */
        public static Reach named(String source) {
            return new Reach(source + ".organisation = :own", source + ".district in (:own)");
        }

        /** The scopes narrower than all that can be kept to. */
        public Set<Scope> scopes() {
            var scopes = EnumSet.noneOf(Scope.class);
            if (ofOrganisation != null) {
                scopes.add(Scope.OWN_ORGANISATION);
            }
            if (ofDistricts != null) {
                scopes.add(Scope.NAMED_DISTRICTS);
            }
            return scopes;
        }

        /** The condition under which somebody sees a row. */
        public String condition(Sight sight) {
            var condition =
                    switch (sight.scope()) {
                        case ALL -> "true";
                        case OWN_ORGANISATION -> ofOrganisation;
                        case NAMED_DISTRICTS -> ofDistricts;
                    };
            return condition == null ? "false" : condition;
        }

        /** What {@code :own} is; empty for who is kept to nothing. */
        public static Map<String, Object> values(Sight sight) {
            if (sight instanceof Sight.OfOrganisation own) {
                return Map.of("own", own.code());
            }
            return sight instanceof Sight.OfDistricts own ? Map.of("own", own.codes()) : Map.of();
        }
    }

    /** A page by the value of an expression, which is put behind the beginning of an address. */
    public record Elsewhere(String beginning, String sql, String words) {}

    public Register {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException(name + ": two columns of one name");
        }
        if (column(columns, order.startsWith("-") ? order.substring(1) : order)
                .filter(Column::sorted)
                .isEmpty()) {
            throw new IllegalArgumentException(name + ": no sorted column " + order);
        }
        if (symbol != null && shape == null) {
            throw new IllegalArgumentException(name + ": a symbol, and no geometry");
        }
        if (symbol != null
                && symbol.label() != null
                && column(columns, symbol.label()).isEmpty()) {
            throw new IllegalArgumentException(name + ": no column " + symbol.label());
        }
        if (period != null && column(columns, period).isEmpty()) {
            throw new IllegalArgumentException(name + ": no column " + period);
        }
    }

    private static Optional<Column> column(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Optional<Column> column(String columnName) {
        return column(columns, columnName);
    }

    /** Whether a row has one geometry at most, under its own number. */
    public boolean placedOnce() {
        return shape != null && shape.owner().equals("fid");
    }

    /**
     * Whether its rows are what is known since some moment, and so what is on record of the ground. What is not is only
     * what somebody wrote, and where it stands.
     */
    public boolean onRecord() {
        return times.knownFrom() != null;
    }

    /** Whether each row has its geometry beside it; else the geometries are in a table of their own. */
    public boolean drawnFromSource() {
        return shape != null && (source + " ").startsWith(shape.table() + " t ");
    }

    /** Whether a search for a text finds anything here. */
    public boolean searched() {
        return columns.stream().anyMatch(Column::searched);
    }
}
