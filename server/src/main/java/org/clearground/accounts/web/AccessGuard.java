// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Right;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.access.Sight;
import org.clearground.accounts.store.Accounts;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.registers.Register;
import org.clearground.web.Address;
import org.clearground.web.RecordPages;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Stands before every endpoint and asks what {@link Endpoints} says. The account is asked for with every request,
 * so that a right that is taken away is gone at once.
 *
 * <p>Where nobody has an account, everybody on this machine may look at everything, as {@code serve} tells.
 */
@Component
final class AccessGuard implements HandlerInterceptor {

    /** However busy somebody is, after this they sign in again. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    /** What can be looked at, the most particular address first. */
    private static final SortedMap<PathPattern, Endpoints.Need> PATTERNS = patterns();

    private final KnownAccounts accounts;
    private final Clock clock;
    private final List<Register> registers;
    private final List<RecordPages> records;
    private final DeviceCall devices;

    AccessGuard(
            KnownAccounts accounts,
            Clock clock,
            List<Register> registers,
            List<RecordPages> records,
            DeviceCall devices) {
        this.accounts = accounts;
        this.clock = clock;
        this.registers = List.copyOf(registers);
        this.records = List.copyOf(records);
        this.devices = devices;
    }

    /**
     * Who asks.
     *
     * @param accounts whether anybody has one
     * @param account null if nobody signed in
     */
    private record Asking(boolean accounts, @Nullable Account account) {

        /** How much of what an endpoint shows; empty if it does not answer. */
        Optional<Sight> sight(Endpoints.ARight asked) {
            if (!accounts) {
                return Optional.of(new Sight.All());
            }
            return account == null
                    ? Rights.scope(Role.PUBLIC, asked.right()).<Sight>map(everything -> new Sight.All())
                    : account.sight(asked.right())
                            .filter(seen ->
                                    seen instanceof Sight.All || asked.keepsTo().contains(seen.scope()));
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean sending = request.getMethod().equals("POST");
        var needs = sending ? Endpoints.SENDING : Endpoints.READING;
        var pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String best ? best : "";
        var need = needs.get(pattern);
        if (need == null) {
            throw new IllegalStateException("an endpoint asks for no right: " + handler);
        }
        if (DeviceCall.isOne(request)) {
            admitDevice(
                    request, need, (sending ? Endpoints.SENDING_BY_KEY : Endpoints.READING_BY_KEY).contains(pattern));
            return true;
        }
        var asking = asking();
        var account = asking.account();
        Function<String, Optional<Sight>> reach = address -> reach(asking, address);
        var sight = sight(need, asking, variable(request, "name"));
        if (sight.isPresent()) {
            new Visitor(sight.get(), account, reach, records).enter(request);
            return true;
        }
        if (account != null) {
            new Visitor(new Sight.All(), account, reach, records).enter(request); // for the frame around the refusal
            throw new ProblemException(ProblemCode.NOT_PERMITTED, refusal(account, need));
        }
        askToSignIn(request, response);
        return false;
    }

    /** Why an account is not let in: its role does not include it, or it is kept to what this cannot be kept to. */
    private static String refusal(Account account, Endpoints.Need need) {
        if (!(need instanceof Endpoints.ARight asked)
                || !(account.sight(asked.right()).orElse(null) instanceof Sight.OfDistricts own)) {
            return "the role " + account.role().code() + " of the account " + account.name()
                    + " does not include this; who gives accounts can change it";
        }
        return "the account " + account.name() + " is kept to districts (" + String.join(", ", own.codes()) + "), and "
                + (asked.right().action() == Action.SUBMIT
                        ? "some reports name neither a district nor a place, so that nobody could tell whether what is sent"
                                + " lies in them; let somebody send it in whose account is kept to none"
                        : "this cannot be kept to them; an account that is kept to none may do it");
    }

    /** What comes with a key is its account's as far as it goes, and opens nothing else, not even what is open to all. */
    private void admitDevice(HttpServletRequest request, Endpoints.Need need, boolean forKeys) {
        Visitor.device(new Sight.All(), null).enter(request); // for the frame around a refusal
        var account = devices.account(request, forKeys)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "the key of a device sends files in and asks what became of them, and opens nothing else"));
        var sight = sight(need, new Asking(true, account), null)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "the role " + account.role().code() + " of the account " + account.name()
                                + " does not include this, so no key of it does"));
        Visitor.device(sight, account).enter(request);
    }

    private Optional<Sight> sight(Endpoints.Need need, Asking asking, @Nullable String name) {
        if (need instanceof Endpoints.ARight asked) {
            return asking.sight(asked);
        }
        if (need instanceof Endpoints.AnAccount) {
            return asking.account() == null ? Optional.empty() : Optional.of(new Sight.All());
        }
        if (need instanceof Endpoints.OfRegister) {
            return registers.stream()
                    .filter(register -> name == null || register.name().equals(name))
                    .map(AccessGuard::asked)
                    .flatMap(asked -> asking.sight(asked).stream())
                    .findFirst()
                    .or(() -> name == null
                                    || registers.stream().anyMatch(register -> register.name()
                                            .equals(name))
                            ? Optional.empty()
                            // there is no such register, and whoever may look at one may be told so
                            : sight(need, asking, null));
        }
        return Optional.of(new Sight.All());
    }

    private static Endpoints.ARight asked(Register register) {
        return new Endpoints.ARight(
                new Right(register.resource(), Action.VIEW), register.reach().scopes());
    }

    /** How much an address shows, whichever record it is of. */
    private Optional<Sight> reach(Asking asking, String address) {
        var need = Endpoints.READING.get(address);
        if (need != null) {
            return sight(need, asking, null);
        }
        var path = PathContainer.parsePath(address);
        return PATTERNS.entrySet().stream()
                .filter(pattern -> pattern.getKey().matches(path))
                .findFirst()
                .flatMap(pattern -> {
                    var matched = pattern.getKey().matchAndExtract(path);
                    return sight(
                            pattern.getValue(),
                            asking,
                            matched == null ? null : matched.getUriVariables().get("name"));
                });
    }

    private static SortedMap<PathPattern, Endpoints.Need> patterns() {
        var patterns = new TreeMap<PathPattern, Endpoints.Need>();
        Endpoints.READING.forEach(
                (pattern, need) -> patterns.put(PathPatternParser.defaultInstance.parse(pattern), need));
        return Collections.unmodifiableSortedMap(patterns);
    }

    private static @Nullable String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }

    private Asking asking() {
        var signedIn = SignedIn.in(SecurityContextHolder.getContext().getAuthentication());
        if (signedIn == null || clock.instant().isAfter(signedIn.since().plus(LONGEST_SESSION))) {
            return new Asking(accounts.any(), null);
        }
        var account = accounts.find(signedIn.name())
                .filter(kept ->
                        kept.epoch() == signedIn.epoch() && !kept.account().disabled())
                .map(Accounts.Kept::account)
                .orElse(null);
        return new Asking(accounts.any(), account);
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
