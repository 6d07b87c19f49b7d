// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.storage.Store;

/**
 * Tries names and passwords. After {@value #FREE_TRIES} that fail, a name must wait before it can be tried again, twice as
 * long each time, a minute at most: never a lock that somebody else could put on a person for good.
 *
 * <p>Names that nobody has wait in the same way and are compared for as long, so that nothing tells which exist. What was
 * tried is held in memory; a restart forgets it.
 */
public final class SignIn {

    private static final int FREE_TRIES = 5;
    private static final long LONGEST_WAIT_SECONDS = Duration.ofMinutes(1).toSeconds();
    private static final int MOST_NAMES = 10_000;

    /** What becomes of a try. */
    public sealed interface Outcome {}

    /** They are who they say. */
    public record Admitted(String name, long epoch) implements Outcome {}

    /** Name or password is wrong, or the account is disabled: nobody is told which. */
    public record Refused() implements Outcome {}

    /** Too many tries under this name. */
    public record HeldBack(Duration pause) implements Outcome {}

    /** @param told whether it is written down that this name is held back: once is enough */
    private record Tries(int failed, Instant next, boolean told) {}

    private final Store store;
    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_NAMES;
        }
    };

    public SignIn(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Tries once. */
    public Outcome attempt(String name, String password) {
        var wait = begin(name);
        if (!wait.isZero()) {
            return new HeldBack(wait);
        }
        var kept = store.read(transaction -> new Accounts(transaction, clock).password(name));
        if (!Passwords.matches(password, kept)) {
            log(AccessEvent.Kind.SIGN_IN_FAILED, name);
            return new Refused();
        }
        synchronized (tries) {
            tries.remove(name);
        }
        log(AccessEvent.Kind.SIGNED_IN, name);
        long epoch = store.read(
                transaction -> new Accounts(transaction, clock).get(name).epoch());
        return new Admitted(name, epoch);
    }

    /** Counts the try as failed before it is made, so that many at once are not all free. */
    private Duration begin(String name) {
        synchronized (tries) {
            var now = clock.instant();
            var before = tries.remove(name);
            int failed = before == null ? 0 : before.failed();
            if (before != null && failed >= FREE_TRIES && now.isBefore(before.next())) {
                tries.put(name, new Tries(failed, before.next(), true));
                if (!before.told()) {
                    log(AccessEvent.Kind.SIGN_IN_HELD_BACK, name);
                }
                return Duration.between(now, before.next());
            }
            long wait = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.max(0, Math.min(10, failed + 1 - FREE_TRIES)));
            tries.put(name, new Tries(failed + 1, now.plusSeconds(wait), false));
            return Duration.ZERO;
        }
    }

    private void log(AccessEvent.Kind kind, String name) {
        store.write(transaction -> {
            new Accounts(transaction, clock).log(kind, name, name.isEmpty() ? "–" : name, "");
            return name;
        });
    }
}
