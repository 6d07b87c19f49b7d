// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Whether anybody committed anything, in whatever process: a number that SQLite changes then, as a connection sees it that
 * never writes itself.
 */
final class Commits implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement ask;

    Commits(Connection connection) throws SQLException {
        this.connection = connection;
        this.ask = connection.prepareStatement("pragma data_version");
    }

    synchronized long version() throws SQLException {
        try (var row = ask.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        ask.close();
        connection.close();
    }
}
