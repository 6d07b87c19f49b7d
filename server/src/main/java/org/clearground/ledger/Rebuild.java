// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.util.List;
import org.clearground.storage.Store;

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
        return store.write(transaction -> {
            projections.forEach(projection -> projection.drop(transaction));
            var entries = new long[1];
            Ledger.forEach(transaction, entry -> {
                projections.forEach(projection -> projection.apply(transaction, entry));
                entries[0]++;
            });
            return entries[0];
        });
    }
}
