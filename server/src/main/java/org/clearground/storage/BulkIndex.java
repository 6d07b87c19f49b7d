// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.SQLException;

/**
 * Fills the spatial index of a feature table from the application while much is loaded, because triggers that call back
 * into Java for every row take longer than the rows. The triggers are gone only inside the transaction.
 */
public final class BulkIndex {

    private final Transaction transaction;
    private final String table;

    /** Begins: from here until {@link #complete}, every inserted feature must be told. */
    public BulkIndex(Transaction transaction, String table) {
        this.transaction = transaction;
        this.table = table;
        try {
            Rtree.dropTriggers(transaction.connection(), table);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    public void add(long fid, double minX, double maxX, double minY, double maxY) throws SQLException {
        var insert = transaction.prepared("insert into rtree_" + table + "_geom values (?, ?, ?, ?, ?)");
        insert.setLong(1, fid);
        insert.setDouble(2, minX);
        insert.setDouble(3, maxX);
        insert.setDouble(4, minY);
        insert.setDouble(5, maxY);
        insert.executeUpdate();
    }

    public void complete() {
        try {
            Rtree.createTriggers(transaction.connection(), table);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
