// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection inside a transaction, with the two ways of saying SQL: {@link JdbcClient}, and prepared statements. */
public final class Transaction {

    private final Connection connection;
    private final Dialect dialect;
    private final JdbcClient sql;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    public JdbcClient sql() {
        return sql;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A statement that is kept as long as its connection: for what is said thousands of times. Do not close it. */
    public PreparedStatement prepared(String text) {
        return prepared.computeIfAbsent(text, this::prepare);
    }

    private PreparedStatement prepare(String text) {
        try {
            return connection.prepareStatement(text);
        } catch (SQLException refused) {
            throw StorageProblem.of(refused);
        }
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
