// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only who calls the site by a name of its own, and says with every answer what browsers may do with it.
 *
 * <p>A page of another site can have its name point at this machine (DNS rebinding) and so read what only this machine
 * may; the name it was called by gives it away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HostFilter extends OncePerRequestFilter {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private static final int MISDIRECTED = 421;

    private final Serving serving;
    private final String policy;

    HostFilter(Serving serving) {
        this.serving = serving;
        this.policy =
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:"
                        + " blob:"
                        + serving.tiles().host().map(host -> " " + host).orElse("")
                        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (serving.encrypted()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isOwn(request.getHeader("Host"))) {
            refuse(response, MISDIRECTED, "This server does not answer under this name.");
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This server knows GET, HEAD and POST.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOwn(@Nullable String host) {
        if (host == null) {
            return false;
        }
        var name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return LOOPBACK.matcher(name).matches() || serving.names().contains(name);
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
