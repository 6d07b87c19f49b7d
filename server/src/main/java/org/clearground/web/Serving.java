// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where and as what the site is reached.
 *
 * @param address of this machine on which it listens
 * @param port 0 for any that is free
 * @param names under which it answers besides localhost and the loopback addresses, in small letters
 * @param tls null where it speaks plain HTTP
 * @param behindProxy whether a proxy in front of it speaks HTTPS for it
 * @param tiles of another host, behind its maps
 */
public record Serving(
        String address, int port, Set<String> names, @Nullable Tls tls, boolean behindProxy, BackgroundTiles tiles) {

    /** A certificate with its chain and its private key, both as PEM files. */
    public record Tls(Path certificate, Path key) {}

    public Serving {
        names = java.util.Collections.unmodifiableSet(new TreeSet<>(names.stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet())));
    }

    /** On this machine only, in plain HTTP. */
    public static Serving onLoopback(int port) {
        return new Serving("127.0.0.1", port, Set.of(), null, false, BackgroundTiles.NONE);
    }

    /** Whether whoever reads speaks HTTPS, to this programme or to the proxy. */
    public boolean encrypted() {
        return tls != null || behindProxy;
    }

    /**
     * Where those find it for whom it is meant: under its first name, else at this machine.
     *
     * @return with no slash at its end
     */
    public String origin(int listensOn) {
        if (names.isEmpty()) {
            return (tls == null ? "http" : "https") + "://localhost:" + listensOn;
        }
        var name = names.iterator().next();
        return behindProxy ? "https://" + name : (tls == null ? "http" : "https") + "://" + name + ":" + listensOn;
    }

    /** Where a reader at this machine finds it. */
    String home(int listensOn) {
        return (tls == null ? "http" : "https") + "://"
                + (names.isEmpty() || behindProxy
                        ? "localhost"
                        : names.iterator().next()) + ":" + listensOn + "/";
    }
}
