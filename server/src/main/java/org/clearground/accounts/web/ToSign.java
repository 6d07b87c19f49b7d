// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearground.accounts.store.PasskeyCheck;

/**
 * What a passkey is asked to sign, held in the session that asked. It is taken once, whatever comes of it, and within five
 * minutes.
 *
 * @param challenge base64url
 * @param account to which a passkey is added; empty where somebody signs in
 * @param epoch of that account
 * @param name that the new passkey is to have
 * @param handle by which devices know the account
 * @param taken whether it was
 */
record ToSign(
        String challenge, String account, long epoch, String name, String handle, Instant since, AtomicBoolean taken)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration HOLDS = Duration.ofMinutes(5);

    /** What is being done with a passkey; each waits apart. */
    enum Doing {
        SIGN_IN,
        ADD
    }

    /** A new challenge to sign in by. */
    static ToSign toSignIn(Instant now) {
        return toAdd("", 0, "", "", now);
    }

    /** A new challenge by which a passkey is added to an account. */
    static ToSign toAdd(String account, long epoch, String name, String handle, Instant now) {
        return new ToSign(PasskeyCheck.newChallenge(), account, epoch, name, handle, now, new AtomicBoolean());
    }

    private static String key(Doing doing) {
        return ToSign.class.getName() + " " + doing;
    }

    /** Holds it in the session; one before it is forgotten. */
    ToSign hold(Doing doing, HttpServletRequest request) {
        request.getSession().setAttribute(key(doing), this);
        return this;
    }

    /** What is held, without taking it. */
    static Optional<ToSign> look(Doing doing, HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(key(doing)) instanceof ToSign held
                        && !held.taken().get()
                        && now.isBefore(held.since().plus(HOLDS))
                ? Optional.of(held)
                : Optional.empty();
    }

    /** What is held, to whoever asks first. */
    static Optional<ToSign> take(Doing doing, HttpServletRequest request, Instant now) {
        var held = look(doing, request, now).filter(each -> each.taken().compareAndSet(false, true));
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(key(doing));
        }
        return held;
    }

    PasskeyCheck.Asked at(CalledBy name) {
        return new PasskeyCheck.Asked(challenge, name.host(), name.origin());
    }
}
