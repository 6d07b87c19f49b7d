// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection inside a transaction, with the two ways of saying SQL: {@link JdbcClient}, and prepared statements. */
public final class Transaction {

    private final Connection connection;
    private final Dialect dialect;
    private final JdbcClient sql;
    private final ChangedTables changes = new ChangedTables();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.sql = text -> {
            changes.note(text);
            return client.sql(text);
        };
    }

    public JdbcClient sql() {
        return sql;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A statement that is kept as long as its connection: for what is said thousands of times. Do not close it. */
    public PreparedStatement prepared(String text) {
        changes.note(text);
        return prepared.computeIfAbsent(text, this::prepare);
    }

    private PreparedStatement prepare(String text) {
        try {
            return connection.prepareStatement(text);
        } catch (SQLException refused) {
            throw StorageProblem.of(refused);
        }
    }

    /**
     * The tables that a query reads, as the store plans it: all on which its answer depends, and none that is joined to no
     * use. An index counts as its table; a spatial index changes with the table that is read beside it.
     *
     * @param parameters by their names
     */
    public SortedSet<String> tablesOf(String query, Map<String, ? extends @Nullable Object> parameters) {
        var roots = new TreeSet<Long>();
        sql().sql("explain " + query).params(parameters).query(step -> {
            var what = step.getString("opcode");
            if (what.equals("OpenRead") || what.equals("ReopenIdx")) {
                roots.add(step.getLong("p2"));
            }
        });
        return new TreeSet<>(sql().sql("select tbl_name from sqlite_master where rootpage in (:roots)")
                .param("roots", roots)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /**
     * How tables stand: another text, other rows. The same text comes back for no other rows, in no process and in no copy
     * that is put in the place of this store.
     */
    public String stamps(SortedSet<String> tables) {
        var stamps = new TreeMap<String, String>();
        sql().sql("select name, stamp from table_change where name in (:tables)")
                .param("tables", tables)
                .query(row -> {
                    stamps.put(row.getString(1), row.getString(2));
                });
        return tables + " " + stamps;
    }

    /** Whether this transaction has changed rows of any of these tables, which nobody else sees yet. */
    boolean hasChanged(SortedSet<String> tables) {
        return changes.any(tables);
    }

    ChangedTables changes() {
        return changes;
    }

    Connection connection() {
        return connection;
    }

    void closeStatements() {
        for (var statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException closing) {
                throw StorageProblem.of(closing);
            }
        }
        prepared.clear();
    }
}
