// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * What becomes of somebody who comes back from the issuer. Spring Security has seen by then that the answer belongs to this
 * session (state), that the code is its own (PKCE), and that the token is the issuer's, for this site, of this asking
 * (signature, issuer, audience, time, nonce). Nobody gets an account by it: they are let in to the one that they are linked
 * with, or link the one that they set out from.
 */
@Component
final class Arrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Duration LONGEST_WAY = Duration.ofMinutes(10);
    private static final String INTENT = Arrival.class.getName() + " intent";

    private final Store store;
    private final Clock clock;
    private final Sessions sessions;
    private final Issuer issuer;

    Arrival(Store store, Clock clock, Sessions sessions, Issuer issuer) {
        this.store = store;
        this.clock = clock;
        this.sessions = sessions;
        this.issuer = issuer;
    }

    /**
     * What somebody set out for.
     *
     * @param next the page that they wanted; empty for none
     * @param account to be linked; null where they want to sign in
     * @param epoch of that account
     */
    record Intent(String next, @Nullable String language, @Nullable String account, long epoch, Instant since)
            implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** Remembers in the session what somebody sets out for; an earlier one is forgotten. */
    static void setOut(HttpServletRequest request, Intent intent) {
        request.getSession().setAttribute(INTENT, intent);
    }

    /** What the session set out for and has not come back from, if that is not too long ago. */
    Optional<Intent> underWay(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(INTENT) instanceof Intent intent
                        && clock.instant().isBefore(intent.since().plus(LONGEST_WAY))
                ? Optional.of(intent)
                : Optional.empty();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var intent = underWay(request);
        forget(request);
        sessions.end(request, response); // what the filter has put there is no sign-in of this site
        var subject = authentication.getPrincipal() instanceof OidcUser user ? user.getSubject() : null;
        if (subject == null || intent.isEmpty()) {
            go(response, "/sign-in", "failed", intent);
            return;
        }
        var place = issuer.named().orElseThrow();
        try {
            if (intent.get().account() == null) {
                signIn(place, subject, intent.get(), request, response);
            } else {
                link(place, subject, intent.get(), request, response);
            }
        } catch (ProblemException unavailable) {
            go(response, "/sign-in", "failed", intent);
        }
    }

    private void signIn(
            OutsideIssuer place,
            String subject,
            Intent intent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var admitted = store.write(
                transaction -> new Elsewhere(transaction, clock).admit(place.issuer(), subject, place.name()));
        if (admitted.isEmpty()) {
            go(response, "/sign-in", "unlinked", Optional.of(intent));
            return;
        }
        sessions.begin(admitted.get().account().name(), admitted.get().epoch(), request, response);
        if (SignInController.isHere(intent.next())) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", intent.next());
        } else {
            go(response, "/account", null, Optional.of(intent));
        }
    }

    private void link(
            OutsideIssuer place,
            String subject,
            Intent intent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = String.valueOf(intent.account());
        boolean stands = store.read(transaction -> new Accounts(transaction, clock)
                .find(name)
                .filter(kept ->
                        kept.epoch() == intent.epoch() && !kept.account().disabled())
                .isPresent());
        if (!stands) {
            go(response, "/sign-in", "failed", Optional.of(intent));
            return;
        }
        sessions.begin(name, intent.epoch(), request, response);
        String said = null;
        try {
            store.<Boolean>write(transaction -> {
                new Elsewhere(transaction, clock).link(name, place.issuer(), subject, name);
                return true;
            });
        } catch (ProblemException linkedAlready) {
            said = "taken";
        }
        go(response, "/account/elsewhere", said, Optional.of(intent));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
        var intent = underWay(request);
        forget(request);
        go(response, "/sign-in", "failed", intent);
    }

    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(INTENT);
        }
    }

    private static void go(HttpServletResponse response, String path, @Nullable String said, Optional<Intent> intent) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Location",
                new Address(path, Map.of())
                        .with("said", said)
                        .with("lang", intent.map(Intent::language).orElse(null))
                        .toString());
    }
}
