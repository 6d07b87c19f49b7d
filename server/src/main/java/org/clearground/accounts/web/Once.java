// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets on their way from the form that made them to the page that shows them: held in the session of whoever sent the
 * form, and gone when that page was shown.
 */
final class Once {

    private static final String PREFIX = Once.class.getName() + " ";

    private Once() {}

    /** Holds texts until a page takes them. */
    static void hold(HttpServletRequest request, String what, List<String> texts) {
        request.getSession().setAttribute(PREFIX + what, List.copyOf(texts));
    }

    /** What was held, the first time it is asked for; empty after that. */
    static List<String> take(HttpServletRequest request, String what) {
        var held = look(request, what);
        drop(request, what);
        return held;
    }

    /** What is held, without taking it. */
    static List<String> look(HttpServletRequest request, String what) {
        var session = request.getSession(false);
        @Nullable Object held = session == null ? null : session.getAttribute(PREFIX + what);
        return held instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    static void drop(HttpServletRequest request, String what) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PREFIX + what);
        }
    }
}
