// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.Projection;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Puts packs in force: for commands and for pages, by one check and one entry of the ledger. */
public final class PackAdoption {

    private final Store store;
    private final Ledger ledger;
    private final Packs packs;
    private final Supplier<List<Projection>> projections;

    /** @param projections all that follow the ledger */
    public PackAdoption(Store store, Ledger ledger, Packs packs, Supplier<List<Projection>> projections) {
        this.store = store;
        this.ledger = ledger;
        this.packs = packs;
        this.projections = projections;
    }

    /** The pack in force as a short text, which is another after each that comes into force. */
    public static String standing(Transaction transaction) {
        return Digest.of(Packs.filesInForce(transaction).getBytes(StandardCharsets.UTF_8))
                .abbreviated();
    }

    /**
     * Puts a pack in force from now on, unless it is already.
     *
     * @param seen the {@link #standing} beside which somebody looked at it; null where that is not asked
     * @return whether it was not
     * @throws ProblemException if it cannot serve, or another came into force since; nothing is changed then
     */
    public boolean adopt(Pack pack, @Nullable String seen, String person) {
        return store.<Boolean>write(transaction -> {
            if (seen != null && !seen.equals(standing(transaction))) {
                throw new ProblemException(
                        ProblemCode.CHANGED_MEANWHILE,
                        "another pack came into force since you looked; nothing was changed: load the page again and"
                                + " look at what would change now");
            }
            if (Packs.isInForce(transaction, pack)) {
                return false;
            }
            PackCheck.require(pack);
            var entry = packs.adopt(transaction, pack, ledger.moment(transaction), person);
            projections.get().forEach(projection -> projection.apply(transaction, entry));
            return true;
        });
    }
}
