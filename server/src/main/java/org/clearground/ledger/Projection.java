// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.util.List;
import org.clearground.storage.Transaction;

/**
 * Tables made from the ledger and nothing else. Dropping them and applying every entry again gives the same rows.
 */
public interface Projection {

    /** The tables it fills. */
    List<String> tables();

    /** Empties the tables. */
    void drop(Transaction transaction);

    /** Takes one entry in. Entries of other kinds are passed over. */
    void apply(Transaction transaction, LedgerEntry entry);

    /**
     * Fills one of its tables that stands empty because the store is older than it, from what is kept: with the rows that
     * making all registers again would give.
     */
    default void fill(Transaction transaction, String table) {
        throw new IllegalArgumentException(table + " is filled by making all registers again");
    }
}
