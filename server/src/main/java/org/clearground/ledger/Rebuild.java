// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;

/** Drops every register and makes them again from the ledger, wholly or not at all. */
public final class Rebuild {

    private final Store store;
    private final List<Projection> projections;

    public Rebuild(Store store, List<Projection> projections) {
        this.store = store;
        this.projections = List.copyOf(projections);
    }

    /**
     * Does it.
     *
     * @return how many entries were applied
     */
    public long run() {
        return store.write(this::replay);
    }

    /** Makes the registers again where a newer programme has found that it must; a cut leaves it to the next. */
    public void runIfDue(Consumer<String> told) {
        var due = store.read(transaction -> transaction
                .sql()
                .sql("select why from rebuild_due")
                .query(String.class)
                .list());
        if (!due.isEmpty()) {
            told.accept("This store is of an earlier version; making its registers again from the ledger.");
            run();
            return;
        }
        var empty = store.read(transaction -> transaction
                .sql()
                .sql("select of_table from fill_due order by of_table")
                .query((row, number) -> row.getString(1))
                .list());
        if (!empty.isEmpty()) {
            told.accept("This store is of an earlier version; adding what its registers did not hold yet.");
            store.<Boolean>write(transaction -> {
                empty.forEach(table -> fill(transaction, table));
                return true;
            });
        }
    }

    private void fill(Transaction transaction, String table) {
        projections.stream()
                .filter(projection -> projection.tables().contains(table))
                .forEach(projection -> projection.fill(transaction, table));
        transaction
                .sql()
                .sql("delete from fill_due where of_table = ?")
                .param(table)
                .update();
    }

    private long replay(Transaction transaction) {
        projections.forEach(projection -> projection.drop(transaction));
        var entries = new long[1];
        Ledger.forEach(transaction, entry -> {
            projections.forEach(projection -> projection.apply(transaction, entry));
            entries[0]++;
        });
        transaction.sql().sql("delete from rebuild_due").update();
        transaction.sql().sql("delete from fill_due").update();
        return entries[0];
    }

    /**
     * Compares every register with what the ledger makes of it, and changes nothing.
     *
     * @return the first table whose rows were changed; empty when all hold
     */
    public Optional<String> firstDifference() {
        return store.rehearse(transaction -> {
            var before = sums(transaction);
            replay(transaction);
            var after = sums(transaction);
            return before.keySet().stream()
                    .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                    .findFirst();
        });
    }

    private Map<String, BigInteger> sums(Transaction transaction) {
        var sums = new LinkedHashMap<String, BigInteger>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                sums.put(table, sum(transaction, table));
            }
        }
        return sums;
    }

    /** The sum of the digests of all rows: the same for the same rows, in whatever order they come. */
    private static BigInteger sum(Transaction transaction, String table) {
        var sum = new BigInteger[] {BigInteger.ZERO};
        transaction.sql().sql("select * from " + table).query(row -> {
            var digest = Digest.sha256();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                var value = row.getObject(i);
                var bytes = value instanceof byte[] raw
                        ? raw
                        : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            sum[0] = sum[0].add(new BigInteger(1, digest.digest()));
        });
        return sum[0];
    }
}
