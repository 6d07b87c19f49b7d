// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.store.SignIn;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.web.Visitor;
import org.springframework.stereotype.Component;

/**
 * Asks whoever signed in for the second step once more, before what outlives their session: other recovery codes, another
 * door, the key of a device, a passkey. An open session alone is not enough for these where the account asks for a code.
 */
@Component
final class CodeProof {

    private final Store store;
    private final Clock clock;
    private final SignIn signIn;

    private final Sessions sessions;

    CodeProof(Store store, Clock clock, SignIn signIn, Sessions sessions) {
        this.store = store;
        this.clock = clock;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /**
     * Whether it is the owner of the account who sits there: they have its password or, where it has none, signed in within
     * the last minutes; and {@link #isGiven the second step}.
     *
     * @throws ProblemException if wrong passwords or codes were typed too often
     */
    boolean isOwner(HttpServletRequest request, String password, String code) {
        var name = Visitor.of(request).person(null);
        boolean hasPassword = store.read(
                transaction -> new Accounts(transaction, clock).get(name).hasPassword());
        if (!hasPassword) {
            return sessions.isFresh() && isGiven(request, code);
        }
        var outcome = signIn.provePassword(name, password);
        if (outcome instanceof SignIn.HeldBack heldBack) {
            throw SignInController.heldBack(heldBack);
        }
        return outcome instanceof SignIn.Admitted && isGiven(request, code);
    }

    /**
     * Whether they have the telephone or a recovery code; always where no code is asked of their account.
     *
     * @throws ProblemException if wrong codes were typed too often
     */
    boolean isGiven(HttpServletRequest request, String code) {
        var name = Visitor.of(request).person(null);
        boolean asked = store.read(transaction -> new SecondSteps(transaction, clock).isAskedOf(name));
        if (!asked) {
            return true;
        }
        long epoch = store.read(
                transaction -> new Accounts(transaction, clock).get(name).epoch());
        var outcome = signIn.proveCode(name, epoch, code);
        if (outcome instanceof SignIn.HeldBack heldBack) {
            throw SignInController.heldBack(heldBack);
        }
        return outcome instanceof SignIn.Admitted;
    }
}
