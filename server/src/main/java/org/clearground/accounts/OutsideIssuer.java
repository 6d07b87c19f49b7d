// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of identities outside (OpenID Connect) at which people may sign in, and as what it knows this site.
 *
 * @param issuer as it calls itself, an address with https; http only on this machine
 * @param client by which it knows this site
 * @param secret that it shares with this site
 * @param name what people call it
 */
public record OutsideIssuer(String issuer, String client, String secret, String name) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_NAME = 60;

    /** Throws a {@link ProblemException} of a wrong call with a sentence for whoever serves the site. */
    public OutsideIssuer {
        var address = address(issuer);
        if (address == null || !isFit(address) || address.getQuery() != null || address.getFragment() != null) {
            throw wrong("\"" + issuer + "\" is no address of an issuer; it begins with https:// and has no ? and no #");
        }
        if (client.isBlank() || secret.isBlank()) {
            throw wrong("an issuer knows this site by a client and a secret, and both must be said");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches(".*\\p{C}.*")) {
            throw wrong("the issuer's name is what people call it, in at most " + LONGEST_NAME + " letters");
        }
    }

    /** Whether an address may be asked: what goes over a network goes encrypted. */
    public static boolean isFit(URI address) {
        var host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && LOOPBACK.contains(host));
    }

    /** An address as text says it; null if it says none. */
    public static @Nullable URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + issuer + ")";
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
