// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.clearground.access.Account;
import org.clearground.accounts.store.DeviceDoor;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.springframework.stereotype.Component;

/**
 * A request that brings the key of a device, {@code Authorization: Bearer cgk_…}. It has no session and needs no form token:
 * whatever session comes with it is not looked at, and only what {@link Endpoints} names for keys answers it. Both the guard
 * and the filter of form tokens ask {@link #isOne}, so that no request is free of tokens and yet taken for a session's.
 */
@Component
final class DeviceCall {

    private static final String SCHEME = "Bearer ";
    private static final int MOST_LETTERS = 200;

    private final DeviceDoor door;

    DeviceCall(DeviceDoor door) {
        this.door = door;
    }

    static boolean isOne(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The account that a key is of.
     *
     * @return empty if the key is right and this endpoint is not for keys
     * @throws ProblemException if the key opens nothing
     */
    Optional<Account> account(HttpServletRequest request, boolean forKeys) {
        var header = request.getHeader("Authorization");
        var written = header.length() > MOST_LETTERS
                ? ""
                : header.substring(SCHEME.length()).strip();
        var outcome = door.attempt(written);
        if (outcome instanceof DeviceDoor.Admitted admitted) {
            return forKeys ? Optional.of(admitted.account()) : Optional.empty();
        }
        if (outcome instanceof DeviceDoor.HeldBack heldBack) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_TRIES,
                    "wrong keys were sent too often; send the right one, or wait "
                            + (heldBack.pause().toSeconds() + 1) + " seconds");
        }
        throw new ProblemException(
                ProblemCode.SIGN_IN_FIRST,
                outcome instanceof DeviceDoor.Ended
                        ? "this key holds no more; its owner makes another at /account/keys"
                        : "this is no key of a device of this site; its owner makes one at /account/keys");
    }
}
