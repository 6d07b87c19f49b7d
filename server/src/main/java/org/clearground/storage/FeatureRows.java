// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What every register of features does alike: numbering rows, keeping the spatial index, ending what was known. */
public final class FeatureRows {

    private final Transaction transaction;
    private final String table;
    private final boolean much;
    private @Nullable BulkIndex bulk;
    private long lastFid;

    /**
     * Opens a table in a transaction.
     *
     * @param table with the columns {@code fid} and {@code geom}; to be ended, also {@code report} and
     *     {@code known_to_ms}
     * @param much whether many rows are to come, so that the index is filled from here
     */
    public FeatureRows(Transaction transaction, String table, boolean much) {
        this.transaction = transaction;
        this.table = table;
        this.much = much;
        this.lastFid = -1;
    }

    public PreparedStatement prepared(String sql) {
        return transaction.prepared(sql);
    }

    public byte[] encode(Geometry geometry) {
        return transaction.dialect().encode(geometry);
    }

    /** The number of the row about to be inserted. Numbers are never used twice. */
    public long nextFid() throws SQLException {
        if (lastFid < 0) {
            try (var row = transaction
                    .prepared("select coalesce(max(fid), 0) from " + table)
                    .executeQuery()) {
                row.next();
                begin(row.getLong(1));
            }
        }
        return ++lastFid;
    }

    /** Says that the row about to be inserted has the number of what it belongs to; these rise. */
    public void number(long fid) {
        if (lastFid < 0) {
            begin(fid);
        }
        lastFid = fid;
    }

    private void begin(long fid) {
        lastFid = fid;
        if (much) {
            bulk = new BulkIndex(transaction, table);
        }
    }

    /**
     * Inserts the row that was last numbered.
     *
     * @param box of its geometry; null if it has none
     */
    public void insert(PreparedStatement insert, @Nullable Envelope box) throws SQLException {
        insert.executeUpdate();
        if (bulk != null && box != null) {
            bulk.add(lastFid, box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
        }
    }

    /** Ends the rows of a report at a moment. */
    public void end(long reportKey, Instant knownTo) {
        try {
            var update = transaction.prepared("update " + table + " set known_to_ms = ? where report = ?");
            update.setLong(1, knownTo.toEpochMilli());
            update.setLong(2, reportKey);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** After the last row: the index keeps itself in step again. */
    public void complete() {
        if (lastFid < 0) {
            return;
        }
        if (bulk != null) {
            bulk.complete();
            bulk = null;
        }
        lastFid = -1;
    }

    /** Empties the table and its index. */
    public void drop() {
        try {
            Rtree.dropTriggers(transaction.connection(), table);
            transaction.prepared("delete from " + table).executeUpdate();
            Rtree.empty(transaction.connection(), table);
            Rtree.createTriggers(transaction.connection(), table);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
