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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses in one sentence what is longer than the site takes, or cannot be read as a form. The server reads a form when the
 * first filter asks for a field of it, before any page sees it, and would refuse it in words of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SentFormFilter extends OncePerRequestFilter {

    /** The web server's own limit for the fields of a form. */
    static final int MOST_BYTES = 2 << 20;

    /** More fields than a form of {@value #MOST_BYTES} bytes can sensibly have. */
    static final int MOST_FIELDS = 100_000;

    private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    private static final int MIB = 20;

    private static final String TOO_LARGE_A_FORM =
            "What was sent is larger than this page takes; nothing was changed. Go"
                    + " back, shorten it, or send it as a file of reports.";

    private final ObjectProvider<MultipartConfigElement> files;

    SentFormFilter(ObjectProvider<MultipartConfigElement> files) {
        this.files = files;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean fields = type != null && type.startsWith("application/x-www-form-urlencoded");
        var limit = files.getIfAvailable();
        if (fields && request.getContentLengthLong() > MOST_BYTES) {
            refuse(response, TOO_LARGE, TOO_LARGE_A_FORM);
        } else if (limit != null && request.getContentLengthLong() > limit.getMaxRequestSize()) {
            response.setHeader("Connection", "close"); // what is still on its way is not read
            refuse(response, TOO_LARGE, tooLarge(limit));
        } else {
            try {
                chain.doFilter(request, response);
            } catch (InvalidParameterException unreadable) {
                if (response.isCommitted()) {
                    throw unreadable;
                }
                refuse(
                        response,
                        unreadable.getErrorCode(),
                        unreadable.getErrorCode() == TOO_LARGE && limit != null
                                ? tooLarge(limit)
                                : "What was sent cannot be read as a form of this site; nothing was changed. Go back, load"
                                        + " the page again and send it from there.");
            } catch (IllegalStateException failed) {
                if (response.isCommitted() || !fieldsBesideAFileAreRefused(request)) {
                    throw failed;
                }
                refuse(response, TOO_LARGE, TOO_LARGE_A_FORM);
            }
        }
    }

    /** Whether it is the web server that refuses the parts of a form with a file; once it did, it does so again. */
    private static boolean fieldsBesideAFileAreRefused(HttpServletRequest request)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    private static String tooLarge(MultipartConfigElement limit) {
        return "This is more than is taken on a page: a file has at most " + (limit.getMaxFileSize() >> MIB)
                + " MiB. Nothing was kept; take larger files in with: clearground import.";
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
