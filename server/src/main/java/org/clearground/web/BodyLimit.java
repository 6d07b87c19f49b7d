// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses in one sentence what is longer than the server takes, or cannot be read as a form. The server reads a form when
 * the first filter asks for a field of it, which is before any page sees it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimit extends OncePerRequestFilter {

    private static final int TOO_LARGE = 413;
    private static final int MIB = 20;

    private final ObjectProvider<MultipartConfigElement> limits;

    BodyLimit(ObjectProvider<MultipartConfigElement> limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.getIfAvailable();
        if (limit != null && request.getContentLengthLong() > limit.getMaxRequestSize()) {
            // what is still on its way is not read
            response.setHeader("Connection", "close");
            refuse(response, TOO_LARGE, limit);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            if (!response.isCommitted()) {
                refuse(response, unreadable.getErrorCode(), limit);
            }
        }
    }

    private static void refuse(HttpServletResponse response, int status, @Nullable MultipartConfigElement limit)
            throws IOException {
        var sentence = status == TOO_LARGE && limit != null
                ? "This is more than is taken on a page: a file has at most " + (limit.getMaxFileSize() >> MIB)
                        + " MiB, a form without a file 2 MiB. Nothing was kept; take larger files in with: clearground"
                        + " import."
                : "This cannot be read as a form. Nothing was kept; load its page again and send it from there.";
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
