// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clearground.access.Account;
import org.clearground.storage.Store;

/**
 * Lets devices in by their keys, and makes whoever guesses wait.
 *
 * <p>A right key never waits: nobody guesses 32 random bytes, so holding it back would only let a stranger who has seen its
 * id shut its device out. What waits are wrong keys, so that they neither fill the log nor keep the server busy: those of
 * one id together, and all that name no key together.
 */
public final class DeviceDoor {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** What becomes of a key. */
    public sealed interface Outcome {}

    /** It is right and holds; what it may do is asked of its account. */
    public record Admitted(Account account, String key) implements Outcome {}

    /** It is right, but holds no more: revoked, at its end, or its account is disabled. */
    public record Ended() implements Outcome {}

    /** It is not right: nobody is told what of it. */
    public record Refused() implements Outcome {}

    /** Wrong keys were tried too often. */
    public record HeldBack(Duration pause) implements Outcome {}

    private final Store store;
    private final Clock clock;
    private final BackOff wrongKeys;

    public DeviceDoor(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.wrongKeys = new BackOff(
                clock, LONGEST_WAIT, id -> log(AccessEvent.Kind.SIGN_IN_HELD_BACK, "", "key of a device " + id));
    }

    /** A right key of an account that is there. */
    private record Right(DeviceKeys.Kept key, Accounts.Kept account) {}

    /** Tries a key as a device sent it. */
    public Outcome attempt(String written) {
        var sent = DeviceKeys.read(written);
        var right = store.read(transaction -> {
            var keys = new DeviceKeys(transaction, clock);
            return sent.filter(keys::isSecretOf)
                    .flatMap(known -> keys.find(known.id()))
                    .map(key -> new Right(key, new Accounts(transaction, clock).get(key.account())));
        });
        if (right.isEmpty()) {
            return refused(sent.flatMap(
                    known -> store.read(transaction -> new DeviceKeys(transaction, clock).find(known.id()))));
        }
        var key = right.get().key();
        var account = right.get().account().account();
        if (!key.holds(clock.instant()) || account.disabled()) {
            if (wrongKeys.begin(key.id()).isZero()) {
                log(AccessEvent.Kind.DEVICE_KEY_REFUSED, key.account(), DeviceKeys.told(key.id(), "ended"));
            }
            return new Ended();
        }
        if (DeviceKeys.isUseToTell(key, clock.instant())) {
            store.<Boolean>write(transaction -> {
                new DeviceKeys(transaction, clock).tellUse(key.id());
                return true;
            });
        }
        return new Admitted(account, key.id());
    }

    /** @param named the key whose id was sent with another secret */
    private Outcome refused(Optional<DeviceKeys.Kept> named) {
        var wait = wrongKeys.begin(named.map(DeviceKeys.Kept::id).orElse(""));
        if (!wait.isZero()) {
            return new HeldBack(wait);
        }
        log(
                AccessEvent.Kind.DEVICE_KEY_REFUSED,
                named.map(DeviceKeys.Kept::account).orElse(""),
                named.map(key -> DeviceKeys.told(key.id(), "not right")).orElse("no such key"));
        return new Refused();
    }

    private void log(AccessEvent.Kind kind, String account, String detail) {
        store.<Boolean>write(transaction -> {
            new Accounts(transaction, clock).log(kind, account, "–", detail);
            return true;
        });
    }
}
