// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Instant;

/**
 * Something that happened at the door.
 *
 * @param account whom it concerns; as typed, cut and without control characters, where nobody has that name
 * @param actor who did it
 */
public record AccessEvent(Instant at, Kind kind, String account, String actor, String detail) {

    /** What can happen. */
    public enum Kind {
        SIGNED_IN,
        SIGNED_OUT,
        SIGN_IN_FAILED,
        SIGN_IN_HELD_BACK,
        ACCOUNT_ADDED,
        ACCOUNT_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        LINK_GIVEN,
        PASSWORD_SET,
        SESSIONS_ENDED,
        SECOND_STEP_ON,
        SECOND_STEP_OFF,
        RECOVERY_CODES_GIVEN,
        RECOVERY_CODE_USED,
        DEVICE_KEY_MADE,
        DEVICE_KEY_REVOKED,
        DEVICE_KEY_REFUSED,
        SIGN_IN_LINKED,
        SIGN_IN_UNLINKED,
        PASSKEY_ADDED,
        PASSKEY_REVOKED
    }
}
