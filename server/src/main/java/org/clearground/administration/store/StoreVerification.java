// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clearground.ledger.Rebuild;
import org.clearground.ledger.Verification;
import org.clearground.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a store and writes down that it was done.
 *
 * <p>The chain and the kept contents are read beside whoever writes. To compare the registers they are made again in a
 * transaction that is taken back: meanwhile nobody else can write.
 */
public final class StoreVerification {

    private final Store store;
    private final Clock clock;
    private final Rebuild rebuild;

    public StoreVerification(Store store, Clock clock, Rebuild rebuild) {
        this.store = store;
        this.clock = clock;
        this.rebuild = rebuild;
    }

    /** Told how many entries and contents of how many hold so far. */
    public interface Progress {
        void at(long done, long of);
    }

    /**
     * What was found.
     *
     * @param changedTable the first register that does not say what the ledger makes of it; null where all do, or were not
     *     compared
     */
    public record Result(Verification verification, @Nullable String changedTable) {

        /** What does not hold, in a sentence without its full stop; empty if all does. */
        public Optional<String> fault() {
            var broken = verification.broken();
            if (broken != null) {
                return Optional.of("the store was changed outside Clearground"
                        + (broken.seq() > 0 ? ", first at entry " + broken.seq() + " of node " + broken.node() : "")
                        + ": " + broken.reason());
            }
            return changedTable == null
                    ? Optional.empty()
                    : Optional.of("the ledger holds, but table " + changedTable
                            + " was changed outside Clearground: it does not say what the ledger makes of it");
        }
    }

    /**
     * Does it.
     *
     * @param registers whether to compare the registers as well
     * @param progress what it throws ends the verification, which is not written down then
     */
    public Result run(boolean registers, String actor, Progress progress) {
        var begun = clock.instant();
        var verification = store.read(transaction -> {
            long size = Verification.size(transaction);
            progress.at(0, size);
            return Verification.of(transaction, done -> progress.at(done, size));
        });
        var changed = registers && verification.broken() == null
                ? rebuild.firstDifference().orElse(null)
                : null;
        var result = new Result(verification, changed);
        var ended = clock.instant();
        store.<Boolean>write(transaction -> {
            new Upkeep(transaction)
                    .add(new Upkeep.Done(
                            Upkeep.Kind.VERIFIED,
                            ended,
                            Duration.between(begun, ended),
                            actor,
                            verification.entries(),
                            verification.contents(),
                            registers && verification.broken() == null,
                            result.fault().orElse(""),
                            Upkeep.Copy.NONE));
            return true;
        });
        return result;
    }
}
