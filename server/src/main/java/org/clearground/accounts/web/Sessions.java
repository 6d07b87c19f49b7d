// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions of those who signed in, and of those who are half way there. A session that somebody else may have planted gets
 * another id at each step, and its forms other tokens.
 */
@Component
final class Sessions {

    /** How long a right password waits for its code. */
    private static final Duration HALF_WAY = Duration.ofMinutes(5);

    /** How long after signing in nobody is asked again who they are. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String HALF = Sessions.class.getName() + " half";

    private final CsrfTokenRepository formTokens;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(CsrfTokenRepository formTokens, Clock clock) {
        this.formTokens = formTokens;
        this.clock = clock;
    }

    /**
     * A right password whose code has not come yet. It opens nothing.
     *
     * @param next where they wanted to
     */
    record HalfWay(String name, long epoch, Instant since, String next) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** Somebody signed in. */
    void begin(String name, long epoch, HttpServletRequest request, HttpServletResponse response) {
        begin(new SignedIn(name, epoch, clock.instant()), request, response);
    }

    /** Whoever signed in goes on under another epoch; when they signed in stays as it was. */
    void goOn(String name, long epoch, HttpServletRequest request, HttpServletResponse response) {
        begin(new SignedIn(name, epoch, since().orElse(clock.instant())), request, response);
    }

    /** Whether whoever asks signed in within the last minutes, and not only has a session open. */
    boolean isFresh() {
        return since().filter(since -> clock.instant().isBefore(since.plus(FRESH)))
                .isPresent();
    }

    private static Optional<Instant> since() {
        return Optional.ofNullable(
                        SignedIn.in(SecurityContextHolder.getContext().getAuthentication()))
                .map(SignedIn::since);
    }

    private void begin(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        renew(signedIn, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        contexts.saveContext(context, request, response);
    }

    /** Somebody's password was right. */
    void wait(String name, long epoch, String next, HttpServletRequest request, HttpServletResponse response) {
        renew(new SignedIn(name, epoch, clock.instant()), request, response);
        // Whoever was signed in here before is not any more.
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        request.getSession().setAttribute(HALF, new HalfWay(name, epoch, clock.instant(), next));
    }

    /** Nobody is signed in here any more; the session itself goes on. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    }

    private void renew(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(who, request, response);
        new CsrfAuthenticationStrategy(formTokens).onAuthentication(who, request, response);
    }

    /** Who waits to type a code; empty where nobody does, or waited too long. */
    Optional<HalfWay> findHalfWay(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALF) instanceof HalfWay half
                        && clock.instant().isBefore(half.since().plus(HALF_WAY))
                ? Optional.of(half)
                : Optional.empty();
    }

    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(HALF);
        }
    }
}
