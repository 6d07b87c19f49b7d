// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.clearground.ledger.Digest;
import org.clearground.reports.store.Drafts;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Whose drafts a request may touch: the account's; where nobody signs in, those of the browser, which a secret of its own
 * tells. Of the secret the store keeps no more than its digest.
 *
 * @param name under which they are kept; null for a browser that has none yet
 * @param cookie to be set, for a browser that is given a secret; null for the others
 */
record DraftOwner(@Nullable String name, @Nullable String cookie) {

    private static final String COOKIE = "clearground-drafts";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DraftOwner of(HttpServletRequest request) {
        var account = Visitor.of(request).name();
        if (account != null) {
            return new DraftOwner("account:" + account, null);
        }
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)
                        && SECRET.matcher(cookie.getValue()).matches()) {
                    return new DraftOwner(ofSecret(cookie.getValue()), null);
                }
            }
        }
        return new DraftOwner(null, null);
    }

    /** One who can have drafts. */
    DraftOwner known() {
        if (name != null) {
            return this;
        }
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var set = ResponseCookie.from(COOKIE, secret)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/enter")
                .maxAge(Drafts.KEPT)
                .build();
        return new DraftOwner(ofSecret(secret), set.toString());
    }

    private static String ofSecret(String secret) {
        return "browser:" + Digest.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
