// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clearground.accounts.store.Accounts;
import org.clearground.storage.Store;
import org.springframework.stereotype.Component;

/**
 * The accounts as they stand now, read again as soon as anything whatever was written into the store, in this process or
 * by a command in another: what was taken from an account is gone with its next request.
 */
@Component
final class KnownAccounts {

    private final Store store;
    private final Clock clock;
    private volatile State state;

    /** @param version of the store, asked for before anything of it was read */
    private record State(long version, boolean any, Map<String, Optional<Accounts.Kept>> accounts) {}

    KnownAccounts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.state = read(store);
    }

    private static State read(Store store) {
        long version = store.version();
        return new State(version, store.read(Accounts::any), new ConcurrentHashMap<>());
    }

    private State now() {
        var known = state;
        if (known.version() != store.version()) {
            known = read(store);
            state = known;
        }
        return known;
    }

    /** Whether anybody has one. */
    boolean any() {
        return now().any();
    }

    /** The account of a name. */
    Optional<Accounts.Kept> find(String name) {
        return now().accounts()
                .computeIfAbsent(
                        name, asked -> store.read(transaction -> new Accounts(transaction, clock).find(asked)));
    }
}
