// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clearground.access.Account;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.access.Sight;
import org.clearground.accounts.store.Accounts;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every endpoint and asks what {@link Endpoints} says. The account is read from the store with every
 * request, so that a right that is taken away is gone at once.
 *
 * <p>Where nobody has an account, everybody on this machine may look at everything, as {@code serve} tells.
 */
@Component
final class AccessGuard implements HandlerInterceptor {

    /** However busy somebody is, after this they sign in again. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Store store;
    private final Clock clock;

    AccessGuard(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Who asks: an account if somebody signed in. */
    private record Asking(boolean accounts, @Nullable Account account) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var need = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? Endpoints.ALL.get(pattern)
                : null;
        if (need == null) {
            throw new IllegalStateException("an endpoint asks for no right: " + handler);
        }
        var asking = asking();
        var account = asking.account();
        var sight = sight(need, asking);
        if (sight.isPresent()) {
            new Visitor(sight.get(), account == null ? null : account.name()).enter(request);
            return true;
        }
        if (account != null) {
            new Visitor(new Sight.All(), account.name()).enter(request); // for the frame around the refusal
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "the role " + account.role().code() + " of the account " + account.name()
                            + " does not include this; who gives accounts can change it");
        }
        askToSignIn(request, response);
        return false;
    }

    private static Optional<Sight> sight(Endpoints.Need need, Asking asking) {
        var account = asking.account();
        if (need instanceof Endpoints.Nothing) {
            return Optional.of(new Sight.All());
        }
        if (need instanceof Endpoints.AnAccount) {
            return account == null ? Optional.empty() : Optional.of(new Sight.All());
        }
        var asked = (Endpoints.ARight) need;
        if (!asking.accounts()) {
            return Optional.of(new Sight.All());
        }
        return account == null
                ? Rights.scope(Role.PUBLIC, asked.right()).<Sight>map(everything -> new Sight.All())
                : sight(account, asked);
    }

    /** What an account sees of an endpoint; empty where the endpoint does not answer it. */
    static Optional<Sight> sight(Account account, Endpoints.ARight asked) {
        return account.sight(asked.right())
                .filter(seen -> seen instanceof Sight.All || asked.keepsTo().contains(seen.scope()));
    }

    private Asking asking() {
        var signedIn = SignedIn.in(SecurityContextHolder.getContext().getAuthentication());
        return store.read(transaction -> {
            boolean any = Accounts.any(transaction);
            if (signedIn == null || clock.instant().isAfter(signedIn.since().plus(LONGEST_SESSION))) {
                return new Asking(any, null);
            }
            var account = new Accounts(transaction, clock)
                    .find(signedIn.name())
                    .filter(kept ->
                            kept.epoch() == signedIn.epoch() && !kept.account().disabled())
                    .map(Accounts.Kept::account)
                    .orElse(null);
            return new Asking(any, account);
        });
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            throw new ProblemException(
                    ProblemCode.SIGN_IN_FIRST, "nobody has signed in; sign in at /sign-in and ask again");
        }
        var asked = request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
        var language = request.getParameter("lang");
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                new Address("/sign-in", java.util.Map.of("next", asked))
                        .with("lang", language)
                        .toString());
    }
}
