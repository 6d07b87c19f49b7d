// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that the web server cannot read, in one sentence. It would refuse them by itself, in words of its own,
 * wherever the first parameter is asked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SentFormFilter extends OncePerRequestFilter {

    /** The web server's own limit for the fields of a form. */
    static final int MOST_BYTES = 2 << 20;

    /** More fields than a form of {@value #MOST_BYTES} bytes can sensibly have. */
    static final int MOST_FIELDS = 100_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean fields = type != null && type.startsWith("application/x-www-form-urlencoded");
        if (fields && request.getContentLengthLong() > MOST_BYTES) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            if (response.isCommitted()) {
                throw unreadable;
            }
            refuse(response, unreadable.getErrorCode());
        }
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var sentence = status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                ? "What was sent is larger than this page takes; nothing was changed. Go back, shorten it, or send it as a"
                        + " file of reports.\n"
                : "What was sent cannot be read as a form of this site; nothing was changed. Go back, load the page again"
                        + " and send it from there.\n";
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }
}
