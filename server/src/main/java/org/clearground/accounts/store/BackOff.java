// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes whoever guesses wait. After {@value #FREE_TRIES} tries that fail, a name must wait before it can be tried again,
 * twice as long each time, up to a longest wait. Held in memory; a restart forgets it.
 */
final class BackOff {

    private static final int FREE_TRIES = 5;
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_DOUBLINGS = 20;

    /** @param told whether it is written down that this name is held back: once is enough */
    private record Tries(int failed, Instant next, boolean told) {}

    private final Clock clock;
    private final long longestWaitSeconds;
    private final Consumer<String> heldBack;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /**
     * With nobody waiting.
     *
     * @param heldBack told the name when it must wait for the first time since it was last tried
     */
    BackOff(Clock clock, Duration longestWait, Consumer<String> heldBack) {
        this.clock = clock;
        this.longestWaitSeconds = longestWait.toSeconds();
        this.heldBack = heldBack;
    }

    /**
     * Counts the try as failed before it is made, so that many at once are not all free.
     *
     * @return how long to wait before it may be made; zero for not at all
     */
    Duration begin(String name) {
        Duration wait;
        synchronized (tries) {
            var now = clock.instant();
            var before = tries.remove(name);
            int failed = before == null ? 0 : before.failed();
            if (before == null || failed < FREE_TRIES || !now.isBefore(before.next())) {
                long seconds = Math.min(
                        longestWaitSeconds, 1L << Math.max(0, Math.min(MOST_DOUBLINGS, failed + 1 - FREE_TRIES)));
                tries.put(name, new Tries(failed + 1, now.plusSeconds(seconds), false));
                return Duration.ZERO;
            }
            tries.put(name, new Tries(failed, before.next(), true));
            wait = Duration.between(now, before.next());
            if (before.told()) {
                return wait;
            }
        }
        heldBack.accept(name);
        return wait;
    }

    /** The try was right: nothing is held against the name any more. */
    void succeeded(String name) {
        synchronized (tries) {
            tries.remove(name);
        }
    }
}
