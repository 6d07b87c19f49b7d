// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of the ground from elsewhere, behind maps, if whoever runs the server says so. Readers' browsers then ask that
 * host, and tell it where they look.
 *
 * @param address with {@code {z}}, {@code {x}} and {@code {y}}; null for none
 * @param credit what its maker wants to be said
 */
public record BackgroundTiles(@Nullable String address, @Nullable String credit) {

    public static final BackgroundTiles NONE = new BackgroundTiles(null, null);

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");
    private static final int LONGEST = 500;

    /**
     * As it is said to {@code serve}.
     *
     * @throws ProblemException if it is no address that maps can be asked of
     */
    public static BackgroundTiles of(String address, @Nullable String credit) {
        if (credit == null || credit.isBlank() || credit.length() > LONGEST) {
            throw wrong("say with --tiles-credit, in at most " + LONGEST + " characters, whose map it is");
        }
        if (address.length() > LONGEST || !host(address).isPresent()) {
            throw wrong("--tiles is \"" + address + "\"; write an https address with {z}, {x} and {y}, such as"
                    + " https://tiles.example.org/{z}/{x}/{y}.png");
        }
        return new BackgroundTiles(address, credit.strip());
    }

    /** Whom browsers ask; empty where they ask nobody. */
    public Optional<String> host() {
        return address == null ? Optional.empty() : host(address);
    }

    private static Optional<String> host(String address) {
        if (address.indexOf('{') < address.indexOf('/', "https://".length())
                || !address.contains("{z}")
                || !address.contains("{x}")
                || !address.contains("{y}")) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0"));
            var name = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return "https".equals(uri.getScheme())
                            && uri.getUserInfo() == null
                            && uri.getFragment() == null
                            && HOST.matcher(name).matches()
                    ? Optional.of("https://" + name + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
