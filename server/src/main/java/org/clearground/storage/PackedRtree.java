// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.nio.ByteBuffer;
import java.sql.SQLException;

/**
 * Writes a whole R*Tree of SQLite at once, from its leaves up, into the three tables that the extension keeps it in.
 * Inserting a million boxes one by one takes longer than the million rows they belong to.
 *
 * <p>The tables and the bytes of a node are part of SQLite's documented file format (The SQLite R*Tree Module, 5. Shadow
 * tables); {@code rtreecheck} says whether they are as they should be.
 */
final class PackedRtree {

    private static final int MOST_CELLS = 51;
    private static final int CELL_BYTES = 24;
    private static final int NODE_BYTES = 4 + MOST_CELLS * CELL_BYTES;

    /** Room is left in every node, so that the next features do not split all of them. */
    private static final int CELLS = 40;

    private static final long ROOT = 1;

    private final Transaction transaction;
    private final String index;
    private long lastNode = ROOT;

    PackedRtree(Transaction transaction, String index) {
        this.transaction = transaction;
        this.index = index;
    }

    boolean isEmpty() throws SQLException {
        try (var row = transaction
                .prepared("select not exists (select 1 from " + index + "_rowid)")
                .executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A level of the tree: its cells in order, and in which node of this level each came to lie. */
    private static final class Level {
        private final long[] ids;
        private final float[] sides;
        private final long[] nodes;

        Level(int size) {
            ids = new long[size];
            sides = new float[size * 4];
            nodes = new long[size];
        }
    }

    /** Fills an empty index. */
    void write(Boxes boxes) throws SQLException {
        int size = boxes.size();
        var order = boxes.alongCurve();
        var level = new Level(size);
        for (int place = 0; place < size; place++) {
            int box = order[place];
            level.ids[place] = boxes.fid(box);
            level.sides[place * 4] = boxes.minX(box);
            level.sides[place * 4 + 1] = boxes.maxX(box);
            level.sides[place * 4 + 2] = boxes.minY(box);
            level.sides[place * 4 + 3] = boxes.maxY(box);
        }
        int depth = 0;
        var above = writeLevel(level, depth);
        writeRows(level, order, boxes);
        while (level.ids.length > MOST_CELLS) {
            level = above;
            above = writeLevel(level, ++depth);
            writeParents(level);
        }
    }

    /**
     * Writes the nodes that hold a level's cells; a level that fits into one node is the root.
     *
     * @return a cell for each node; of no use above the root
     */
    private Level writeLevel(Level level, int depth) throws SQLException {
        int size = level.ids.length;
        boolean root = size <= MOST_CELLS;
        int count = root ? 1 : (size + CELLS - 1) / CELLS;
        var above = new Level(count);
        for (int node = 0; node < count; node++) {
            int from = (int) ((long) size * node / count);
            int to = (int) ((long) size * (node + 1) / count);
            long number = root ? ROOT : ++lastNode;
            writeNode(number, root ? depth : 0, level, from, to);
            above.ids[node] = number;
            enclose(level, from, to, above.sides, node * 4);
            for (int cell = from; cell < to; cell++) {
                level.nodes[cell] = number;
            }
        }
        return above;
    }

    private void writeNode(long number, int depth, Level level, int from, int to) throws SQLException {
        var node = ByteBuffer.allocate(NODE_BYTES).putShort((short) depth).putShort((short) (to - from));
        for (int cell = from; cell < to; cell++) {
            node.putLong(level.ids[cell]);
            for (int side = 0; side < 4; side++) {
                node.putFloat(level.sides[cell * 4 + side]);
            }
        }
        var insert = transaction.prepared("insert or replace into " + index + "_node (nodeno, data) values (?, ?)");
        insert.setLong(1, number);
        insert.setBytes(2, node.array());
        insert.executeUpdate();
    }

    private static void enclose(Level level, int from, int to, float[] sides, int at) {
        if (from == to) {
            return;
        }
        System.arraycopy(level.sides, from * 4, sides, at, 4);
        for (int cell = from + 1; cell < to; cell++) {
            sides[at] = Math.min(sides[at], level.sides[cell * 4]);
            sides[at + 1] = Math.max(sides[at + 1], level.sides[cell * 4 + 1]);
            sides[at + 2] = Math.min(sides[at + 2], level.sides[cell * 4 + 2]);
            sides[at + 3] = Math.max(sides[at + 3], level.sides[cell * 4 + 3]);
        }
    }

    /** Which leaf each feature lies in, in the order of their numbers. */
    private void writeRows(Level leaves, int[] order, Boxes boxes) throws SQLException {
        var leafOf = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            leafOf[order[place]] = leaves.nodes[place];
        }
        var insert = transaction.prepared("insert into " + index + "_rowid (rowid, nodeno) values (?, ?)");
        for (int box = 0; box < leafOf.length; box++) {
            insert.setLong(1, boxes.fid(box));
            insert.setLong(2, leafOf[box]);
            insert.executeUpdate();
        }
    }

    private void writeParents(Level level) throws SQLException {
        var insert = transaction.prepared("insert into " + index + "_parent (nodeno, parentnode) values (?, ?)");
        for (int cell = 0; cell < level.ids.length; cell++) {
            insert.setLong(1, level.ids[cell]);
            insert.setLong(2, level.nodes[cell]);
            insert.executeUpdate();
        }
    }
}
