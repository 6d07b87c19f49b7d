// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What was made of tables and of nothing else, for as long as nobody changes one of them, in whatever process. Whoever
 * makes it must read none but these tables, and must not ask the clock; what is kept must not be changed by anybody.
 *
 * <p>Stamps are drawn by lot, so what was made of one store is never taken for that of another.
 */
public final class KeptOfTables<T> {

    private final SortedSet<String> tables;
    private final Kept<T> kept;

    /**
     * @param most how many things are kept; which nobody asked for longest goes first
     * @param tables all that are read, by the names under which they are written
     */
    public KeptOfTables(int most, String... tables) {
        this(most, one -> 1, tables);
    }

    /**
     * @param most what everything together may be
     * @param size what one thing is of it
     * @param tables all that are read, by the names under which they are written
     */
    public KeptOfTables(long most, ToLongFunction<T> size, String... tables) {
        this.tables = new TreeSet<>(List.of(tables));
        this.kept = new Kept<>(most, size);
    }

    /**
     * What was asked for, as the tables stand in this transaction. One that has itself changed them makes it for itself.
     *
     * @param asked all that tells it from another thing made of the same tables
     */
    public T get(Transaction transaction, String asked, Supplier<T> making) {
        return transaction.hasChanged(tables)
                ? making.get()
                : kept.get(asked + " " + transaction.stamps(tables), making);
    }

    /**
     * The same for what the clock ends, too.
     *
     * @param holds whether what is kept still is what would be made
     */
    public T get(Transaction transaction, String asked, Predicate<T> holds, Supplier<T> making) {
        if (transaction.hasChanged(tables)) {
            return making.get();
        }
        var of = asked + " " + transaction.stamps(tables);
        var known = kept.find(of);
        return known != null && !holds.test(known) ? kept.keep(of, making.get()) : kept.get(of, making);
    }
}
