// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import org.clearground.storage.Store;

/**
 * Tries names and passwords, and behind the password the code of accounts that ask for one.
 *
 * <p>Names that nobody has wait in the same way as others and are compared for as long, so that nothing tells which exist.
 * A wrong password makes its name wait a minute at most: never a lock that somebody else could put on a person for good. A
 * wrong code may make it wait an hour, because only who knows the password comes to be asked for one.
 */
public final class SignIn implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT_FOR_CODES = Duration.ofHours(1);

    /** What becomes of a try. */
    public sealed interface Outcome {}

    /** They are who they say. */
    public record Admitted(String name, long epoch) implements Outcome {}

    /** The password is right, and a code is asked for: {@link #attemptCode}. */
    public record CodeAsked(String name, long epoch) implements Outcome {}

    /** Something is wrong, or the account is disabled: nobody is told what. */
    public record Refused() implements Outcome {}

    /** Too many tries under this name. */
    public record HeldBack(Duration pause) implements Outcome {}

    private final Store store;
    private final Clock clock;
    private final DoorBook door;
    private final BackOff passwords;
    private final BackOff codes;

    public SignIn(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.door = new DoorBook(store, clock);
        this.passwords =
                new BackOff(clock, LONGEST_WAIT, name -> door.add(AccessEvent.Kind.SIGN_IN_HELD_BACK, name, ""));
        this.codes = new BackOff(
                clock, LONGEST_WAIT_FOR_CODES, name -> door.add(AccessEvent.Kind.SIGN_IN_HELD_BACK, name, "codes"));
    }

    /** Tries a password once. */
    public Outcome attempt(String name, String password) {
        var outcome = provePassword(name, password);
        if (!(outcome instanceof Admitted right)) {
            return outcome;
        }
        boolean codeAsked = store.read(transaction -> new SecondSteps(transaction, clock).isAskedOf(name));
        if (!codeAsked) {
            door.add(AccessEvent.Kind.SIGNED_IN, name, "");
        }
        return codeAsked ? new CodeAsked(name, right.epoch()) : outcome;
    }

    /** Tries the password of somebody, and nothing behind it: before what an open session alone may not do. */
    public Outcome provePassword(String name, String password) {
        var wait = passwords.begin(name);
        if (!wait.isZero()) {
            return new HeldBack(wait);
        }
        var kept = store.read(transaction -> new Accounts(transaction, clock).password(name));
        if (!Passwords.matches(password, kept)) {
            door.add(AccessEvent.Kind.SIGN_IN_FAILED, name, "");
            return new Refused();
        }
        passwords.succeeded(name);
        return new Admitted(name, store.read(transaction -> new Accounts(transaction, clock)
                .get(name)
                .epoch()));
    }

    /**
     * Tries a code once, behind the right password.
     *
     * @param epoch that came with {@link CodeAsked}; the account may have changed since
     */
    public Outcome attemptCode(String name, long epoch, String code) {
        var outcome = proveCode(name, epoch, code);
        if (outcome instanceof Admitted) {
            door.add(AccessEvent.Kind.SIGNED_IN, name, "with a code");
        }
        return outcome;
    }

    /** Tries a code of somebody who has signed in, before what an open session alone may not do. */
    public Outcome proveCode(String name, long epoch, String code) {
        var wait = codes.begin(name);
        if (!wait.isZero()) {
            return new HeldBack(wait);
        }
        boolean right = store.write(transaction -> {
            var account = new Accounts(transaction, clock).get(name);
            boolean stands = !account.account().disabled() && account.epoch() == epoch;
            return stands && new SecondSteps(transaction, clock).take(name, code);
        });
        if (!right) {
            door.add(AccessEvent.Kind.SIGN_IN_FAILED, name, "code");
            return new Refused();
        }
        codes.succeeded(name);
        return new Admitted(name, epoch);
    }

    /** Where it is written down who came. */
    DoorBook door() {
        return door;
    }

    /** Waits for what is still to be written down of those who came. */
    @Override
    public void close() {
        door.close();
    }
}
