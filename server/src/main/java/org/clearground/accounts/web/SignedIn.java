// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** What a session remembers of whoever signed in: no rights, they are asked for with every request. */
final class SignedIn extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final long epoch;
    private final Instant since;

    SignedIn(String name, long epoch, Instant since) {
        super(List.of());
        this.name = name;
        this.epoch = epoch;
        this.since = since;
        setAuthenticated(true);
    }

    /** Null where nobody signed in. */
    static @Nullable SignedIn in(@Nullable Authentication authentication) {
        return authentication instanceof SignedIn signedIn ? signedIn : null;
    }

    String name() {
        return name;
    }

    long epoch() {
        return epoch;
    }

    Instant since() {
        return since;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
