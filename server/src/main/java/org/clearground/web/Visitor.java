// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import org.clearground.access.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who asks, as the guard before every page found: which records they see of what they ask for.
 *
 * @param name of their account; null where nobody signed in
 */
public record Visitor(Sight sight, @Nullable String name) {

    private static final String ATTRIBUTE = Visitor.class.getName();

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

    /** The account of whoever asks on this thread; null where nobody signed in. */
    static @Nullable String nameHere() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Visitor visitor
                ? visitor.name()
                : null;
    }
}
