// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.web.Serving;

/**
 * The name by which a browser called this site; the filter of hosts has let no other than its own pass. Passkeys are made
 * for a name and sign for no other; for a number, such as 127.0.0.1, browsers make none.
 *
 * @param host in small letters, without the port
 * @param origin of the pages that the browser has, such as {@code https://NAME:8443}
 */
record CalledBy(String host, String origin) {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*|\\[.*]");

    /** Empty where it was called by a number. */
    static Optional<CalledBy> of(HttpServletRequest request, Serving serving) {
        var header = Optional.ofNullable(request.getHeader("Host")).orElse("").toLowerCase(Locale.ROOT);
        var host = PORT.matcher(header).replaceFirst("");
        return host.isEmpty() || NUMBER.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(new CalledBy(host, (serving.encrypted() ? "https" : "http") + "://" + header));
    }
}
