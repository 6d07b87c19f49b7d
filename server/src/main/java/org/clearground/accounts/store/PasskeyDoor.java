// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;

/**
 * Lets people in by their passkeys. A passkey with which its owner was verified is two things at once, what they have and
 * what they know or are, so no code is asked for behind it.
 *
 * <p>Tries that fail make the account of the passkey wait as passwords do, apart from those; all that are of no passkey of
 * this site wait together. Nobody is told why one was not taken.
 */
public final class PasskeyDoor {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final DoorBook door;
    private final BackOff tries;

    /** @param signIn whose log of the door it writes */
    public PasskeyDoor(Store store, Clock clock, SignIn signIn) {
        this.store = store;
        this.clock = clock;
        this.door = signIn.door();
        this.tries = new BackOff(
                clock, LONGEST_WAIT, name -> door.add(AccessEvent.Kind.SIGN_IN_HELD_BACK, name, "passkeys"));
    }

    private record Found(Passkeys.Kept key, Accounts.Kept account) {}

    /** Tries what a passkey signed. */
    public SignIn.Outcome attempt(PasskeyCheck.Asked asked, PasskeyCheck.Signed signed) {
        var found = store.read(transaction -> new Passkeys(transaction, clock)
                .findByCredential(signed.id())
                .map(key -> new Found(key, new Accounts(transaction, clock).get(key.account()))));
        var name = found.map(known -> known.key().account()).orElse("");
        var wait = tries.begin(name);
        if (!wait.isZero()) {
            return new SignIn.HeldBack(wait);
        }
        var wrong = found.map(known -> wrong(known, asked, signed)).orElse(Optional.of("of nobody"));
        var told = found.map(
                        known -> Passkeys.told(known.key().id(), known.key().name()))
                .orElse("");
        if (wrong.isPresent()) {
            door.add(
                    AccessEvent.Kind.SIGN_IN_FAILED,
                    name,
                    "passkey " + told + (told.isEmpty() ? "" : ": ") + wrong.get());
            return new SignIn.Refused();
        }
        tries.succeeded(name);
        door.add(AccessEvent.Kind.SIGNED_IN, name, "with the passkey " + told);
        return new SignIn.Admitted(name, found.orElseThrow().account().epoch());
    }

    /** Why a passkey is not taken, for the log; empty if it is, and then its use is written down. */
    private Optional<String> wrong(Found found, PasskeyCheck.Asked asked, PasskeyCheck.Signed signed) {
        var key = found.key();
        var signature = PasskeyCheck.signed(asked, signed, key);
        if (signature.verdict() == PasskeyCheck.Verdict.WRONG
                || !key.handle().equals(signed.user())
                || !key.host().equals(asked.host())) {
            return Optional.of("not right");
        }
        if (!key.holds() || found.account().account().disabled()) {
            return Optional.of("ended");
        }
        return signature.verdict() == PasskeyCheck.Verdict.RIGHT && isUseWritten(key, signature.counter())
                ? Optional.empty()
                : Optional.of("its counter went back; somebody may have copied it, or it was used twice at once");
    }

    /** What counts is on the disk before it is answered; where nothing counts, nobody waits for a writer. */
    private boolean isUseWritten(Passkeys.Kept key, long counter) {
        if (counter > 0) {
            return store.write(transaction -> new Passkeys(transaction, clock).tellUse(key.id(), counter));
        }
        try {
            return store.writeSoon(transaction -> new Passkeys(transaction, clock).tellUse(key.id(), counter));
        } catch (ProblemException problem) {
            if (problem.code() != ProblemCode.STORE_BUSY) {
                throw problem;
            }
            return true;
        }
    }
}
