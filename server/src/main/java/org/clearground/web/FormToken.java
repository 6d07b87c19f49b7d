// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a form must send along to show that it came from this site.
 *
 * @param field by which it is sent
 */
public record FormToken(String field, String value) {

    /** That of the session, which begins with it. */
    public static FormToken of(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new FormToken(token.getParameterName(), token.getToken());
        }
        throw new IllegalStateException("a form is shown without the filter that its answer will meet");
    }
}
