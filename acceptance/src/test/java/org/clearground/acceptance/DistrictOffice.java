// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.clearground.acceptance.Clearground.Ended;
import org.jspecify.annotations.Nullable;

/** An office with its data directory, whose operator calls Clearground, and whose file anyone can open with SQLite. */
final class DistrictOffice {

    private static final String FILE = "clearground.gpkg";

    /** What a rebuild drops and makes again. */
    static final List<String> REGISTERS = List.of(
            "finds",
            "activities",
            "districts",
            "settlements",
            "organisation",
            "pack",
            "submission",
            "reading",
            "report",
            "finding",
            "rtree_finds_geom",
            "rtree_activities_geom",
            "rtree_districts_geom",
            "rtree_settlements_geom");

    private static @Nullable Path template;

    private final Path directory;

    private DistrictOffice(Path directory) {
        this.directory = directory;
    }

    /** An office with a new store; the first one of a run is made by {@code init}, the others are its copies. */
    static DistrictOffice in(Path directory) {
        try {
            return copyOf(new DistrictOffice(template()), directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An office whose store is in this directory, or will be. */
    static DistrictOffice opened(Path directory) {
        return new DistrictOffice(directory);
    }

    static DistrictOffice copyOf(DistrictOffice other, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.copy(other.file(), directory.resolve(FILE));
            return new DistrictOffice(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static synchronized Path template() throws IOException {
        var made = template;
        if (made == null) {
            made = Files.createTempDirectory("clearground-acceptance");
            made.toFile().deleteOnExit();
            Clearground.run("init", "--data", made, "--pack", "aze").with(Clearground.DONE);
            made.resolve(FILE).toFile().deleteOnExit();
            template = made;
        }
        return made;
    }

    Path directory() {
        return directory;
    }

    Path file() {
        return directory.resolve(FILE);
    }

    // ---- what the operator calls ------------------------------------------------------------------------------

    Ended takeIn(Path file, Object... more) {
        var arguments = new ArrayList<Object>(List.of("import", file, "--data", directory, "--as", "progress"));
        arguments.addAll(List.of(more));
        return Clearground.run(arguments.toArray());
    }

    Ended approve(Path file, Object... more) {
        var all = new ArrayList<Object>(List.of("--approve"));
        all.addAll(List.of(more));
        return takeIn(file, all.toArray());
    }

    Ended verify() {
        return Clearground.run("verify", "--data", directory);
    }

    Ended call(String command, Object... more) {
        var arguments = new ArrayList<Object>(List.of(command, "--data", directory));
        arguments.addAll(List.of(more));
        return Clearground.run(arguments.toArray());
    }

    Ended decide(String decision, String reportId, Object... more) {
        var arguments = new ArrayList<Object>(List.of("reports", decision, reportId, "--data", directory));
        arguments.addAll(List.of(more));
        return Clearground.run(arguments.toArray());
    }

    // ---- what stands in the file ------------------------------------------------------------------------------

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T open(Work<T> work) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes the file behind the programme's back. */
    void tamper(String... statements) {
        open(connection -> {
            connection.setAutoCommit(false);
            int changed = 0;
            for (var text : statements) {
                try (var statement = connection.createStatement()) {
                    changed += statement.executeUpdate(text);
                }
            }
            connection.commit();
            assertThat(changed).as("rows changed by hand").isPositive();
            return changed;
        });
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    String text(String query) {
        return open(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                assertThat(row.next()).as(query).isTrue();
                return String.valueOf(row.getString(1));
            }
        });
    }

    List<String> texts(String query) {
        return open(connection -> rows(connection, query));
    }

    /** Every row of every table, in the order in which it stands. */
    Map<String, List<String>> everything() {
        return open(connection -> {
            var tables = new TreeMap<String, List<String>>();
            for (var name : rows(
                    connection,
                    "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                            + " and name not like 'rtree%\\_node' escape '\\' and name not like 'rtree%\\_parent' escape '\\'"
                            + " and name not like 'rtree%\\_rowid' escape '\\'")) {
                tables.put(name, rows(connection, "select * from " + name + " order by rowid"));
            }
            return tables;
        });
    }

    Map<String, List<String>> registers() {
        var all = everything();
        assertThat(all.keySet()).containsAll(REGISTERS);
        all.keySet().retainAll(REGISTERS);
        return all;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new String[columns];
                for (int i = 0; i < columns; i++) {
                    var cell = row.getObject(i + 1);
                    cells[i] = cell instanceof byte[] bytes
                            ? bytes.length + " bytes " + UUID.nameUUIDFromBytes(bytes)
                            : String.valueOf(cell);
                }
                rows.add(columns == 1 ? cells[0] : Arrays.toString(cells));
            }
            return rows;
        }
    }

    /** Does something after which every row of every table must be what it was. */
    Ended unchangedBy(java.util.function.Supplier<Ended> call) {
        var before = everything();
        var ended = call.get();
        assertUnchanged(before);
        return ended;
    }

    void assertUnchanged(Map<String, List<String>> before) {
        var after = everything();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) ->
                assertThat(after.get(table)).as("rows of %s", table).isEqualTo(rows));
    }
}
