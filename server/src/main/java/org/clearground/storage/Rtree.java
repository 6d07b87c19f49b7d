// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.Function;

/**
 * The GeoPackage R-tree extension (OGC 12-128r17, annex F.3): functions and triggers that keep each index in step.
 *
 * <p>The triggers are those of the version that the file declares. Under them {@code on conflict do update} fails on a
 * feature table; registers only ever insert.
 */
final class Rtree {

    static final List<String> FEATURE_TABLES = List.of(
            "finds",
            "activities",
            "districts",
            "settlements",
            "land_acts",
            "land_pieces",
            "worked_ground",
            "land_leads",
            "qc_visits",
            "report_places");

    private Rtree() {}

    /** Teaches a connection the functions that the triggers call. */
    static void register(Connection connection, Dialect dialect) throws SQLException {
        Function.create(connection, "ST_IsEmpty", new OfGeometry(dialect) {
            @Override
            void answer(Geometry geometry) throws SQLException {
                result(geometry.isEmpty() ? 1 : 0);
            }
        });
        box(connection, dialect, "ST_MinX", Envelope::getMinX);
        box(connection, dialect, "ST_MaxX", Envelope::getMaxX);
        box(connection, dialect, "ST_MinY", Envelope::getMinY);
        box(connection, dialect, "ST_MaxY", Envelope::getMaxY);
    }

    private static void box(
            Connection connection, Dialect dialect, String name, java.util.function.ToDoubleFunction<Envelope> side)
            throws SQLException {
        Function.create(connection, name, new OfGeometry(dialect) {
            @Override
            void answer(Geometry geometry) throws SQLException {
                result(side.applyAsDouble(geometry.getEnvelopeInternal()));
            }
        });
    }

    private abstract static class OfGeometry extends Function {
        private final Dialect dialect;

        OfGeometry(Dialect dialect) {
            this.dialect = dialect;
        }

        abstract void answer(Geometry geometry) throws SQLException;

        @Override
        protected void xFunc() throws SQLException {
            var stored = value_blob(0);
            if (stored == null) {
                result();
            } else {
                answer(dialect.decode(stored));
            }
        }
    }

    static void createTriggers(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var trigger : triggers(table)) {
                statement.executeUpdate(trigger);
            }
        }
    }

    /** For stores made before a table was there. */
    static void createMissingTriggers(Connection connection) throws SQLException {
        for (var table : FEATURE_TABLES) {
            boolean missing;
            try (var select =
                    connection.prepareStatement("select 1 from sqlite_master where type = 'trigger' and name = ?")) {
                select.setString(1, "rtree_" + table + "_geom_insert");
                try (var row = select.executeQuery()) {
                    missing = !row.next();
                }
            }
            if (missing) {
                createTriggers(connection, table);
            }
        }
    }

    /** For loading much at once: the loader fills the index itself and creates the triggers again. */
    static void dropTriggers(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var name : List.of("insert", "update1", "update2", "update3", "update4", "delete")) {
                statement.executeUpdate("drop trigger rtree_" + table + "_geom_" + name);
            }
        }
    }

    /** Taking the index out and in again is quick however large it was. */
    static void empty(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("drop table rtree_" + table + "_geom");
            statement.executeUpdate(
                    "create virtual table rtree_" + table + "_geom using rtree(id, minx, maxx, miny, maxy)");
        }
    }

    private static List<String> triggers(String table) {
        var index = "rtree_" + table + "_geom";
        var put = "insert or replace into " + index + " values (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom),"
                + " ST_MinY(new.geom), ST_MaxY(new.geom));";
        var drop = "delete from " + index + " where id = old.fid;";
        var filled = "(new.geom notnull and not ST_IsEmpty(new.geom))";
        var empty = "(new.geom isnull or ST_IsEmpty(new.geom))";
        return List.of(
                trigger(index + "_insert", "after insert on " + table, filled, put),
                trigger(index + "_update1", "after update of geom on " + table, "old.fid = new.fid and " + filled, put),
                trigger(index + "_update2", "after update of geom on " + table, "old.fid = new.fid and " + empty, drop),
                trigger(
                        index + "_update3",
                        "after update on " + table,
                        "old.fid != new.fid and " + filled,
                        drop + " " + put),
                trigger(
                        index + "_update4",
                        "after update on " + table,
                        "old.fid != new.fid and " + empty,
                        "delete from " + index + " where id in (old.fid, new.fid);"),
                trigger(index + "_delete", "after delete on " + table, "old.geom notnull", drop));
    }

    private static String trigger(String name, String event, String when, String then) {
        return "create trigger " + name + " " + event + " for each row when " + when + " begin " + then + " end";
    }
}
