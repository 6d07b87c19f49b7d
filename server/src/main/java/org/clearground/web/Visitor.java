// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clearground.access.Account;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who asks, as the guard before every page found.
 *
 * @param sight which records they see of what they ask for
 * @param account null where nobody signed in
 * @param reach how much an address of this site, said without its parameters, would show them; empty if it does not
 *     answer them
 * @param doors which pages and which records' pages answer them
 * @param device whether it is a device that asks, by a key of the account
 */
public record Visitor(
        Sight sight, @Nullable Account account, Function<String, Optional<Sight>> reach, Doors doors, boolean device) {

    private static final String ATTRIBUTE = Visitor.class.getName();
    private static final int LONGEST_NAME = 200;

    /** Somebody before a browser. */
    public Visitor(
            Sight sight, @Nullable Account account, Function<String, Optional<Sight>> reach, List<RecordPages> kinds) {
        this(sight, account, reach, new Doors(reach, kinds), false);
    }

    /** A device, which is led to no pages; empty where it may not even do what it asks for. */
    public static Visitor device(Sight sight, @Nullable Account account) {
        Function<String, Optional<Sight>> nowhere = address -> Optional.empty();
        return new Visitor(sight, account, nowhere, new Doors(nowhere, List.of()), true);
    }

    /** Lets a request in. Only the guard does. */
    public void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Who asks.
     *
     * @throws IllegalStateException if the request has passed no guard: nothing is shown then
     */
    public static Visitor of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("a request came to a page without passing the guard");
    }

    /** Whether an address, said without its parameters, would answer. */
    public Predicate<String> opens() {
        return address -> reach.apply(address).isPresent();
    }

    /** Name of the account; null where nobody signed in. */
    public @Nullable String name() {
        return account == null ? null : account.name();
    }

    /**
     * Who is written into the ledger: the account, or, where nobody has one, the name that is stated.
     *
     * @throws ProblemException if there is neither
     */
    public String person(@Nullable String stated) {
        if (account != null) {
            return account.name();
        }
        if (stated == null || stated.isBlank() || stated.length() > LONGEST_NAME) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "nobody has signed in; write your name, at most " + LONGEST_NAME + " characters, so that the"
                            + " ledger says who did this");
        }
        return stated.strip();
    }

    /** Who asks on this thread; null outside a request. */
    static @Nullable Visitor here() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Visitor visitor
                ? visitor
                : null;
    }
}
