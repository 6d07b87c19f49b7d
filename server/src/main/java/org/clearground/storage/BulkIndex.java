// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.SQLException;

/**
 * Fills the spatial index of a feature table from the application while much is loaded, because triggers that call back
 * into Java for every row take longer than the rows. The triggers are gone only inside the transaction.
 *
 * <p>The boxes are kept until the end and put in together: an index that was empty is written whole.
 */
public final class BulkIndex {

    /** More than these are put in before the end: 48 MiB of boxes and their order. */
    private static final int MOST_WAITING = 1_500_000;

    private final Transaction transaction;
    private final String table;
    private Boxes waiting = new Boxes();

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

    /** Tells of a feature; their numbers rise. */
    public void add(long fid, double minX, double maxX, double minY, double maxY) throws SQLException {
        waiting.add(fid, minX, maxX, minY, maxY);
        if (waiting.size() == MOST_WAITING) {
            putIn();
        }
    }

    public void complete() {
        try {
            putIn();
            Rtree.createTriggers(transaction.connection(), table);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void putIn() throws SQLException {
        var packed = new PackedRtree(transaction, "rtree_" + table + "_geom");
        if (packed.isEmpty()) {
            packed.write(waiting);
        } else {
            insert(waiting);
        }
        waiting = new Boxes();
    }

    /** Neighbours after one another, so that they find their place in pages already read. */
    private void insert(Boxes boxes) throws SQLException {
        var insert = transaction.prepared("insert into rtree_" + table + "_geom values (?, ?, ?, ?, ?)");
        for (int box : boxes.alongCurve()) {
            insert.setLong(1, boxes.fid(box));
            insert.setDouble(2, boxes.minX(box));
            insert.setDouble(3, boxes.maxX(box));
            insert.setDouble(4, boxes.minY(box));
            insert.setDouble(5, boxes.maxY(box));
            insert.executeUpdate();
        }
    }
}
