// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import org.jspecify.annotations.Nullable;

/**
 * On whose account ground stands: every square metre of the balance stands on exactly one.
 *
 * @param organisation that reported or took it over last
 * @param purpose what the land is for, a code of the pack; null if nobody said
 * @param method by which it was worked, a code of the pack; null if nobody said
 */
public record Account(String organisation, @Nullable String purpose, @Nullable String method) {

    /** This account, with what the other one does not say taken from it. */
    public Account orElse(Account other) {
        return new Account(
                organisation, purpose == null ? other.purpose : purpose, method == null ? other.method : method);
    }
}
