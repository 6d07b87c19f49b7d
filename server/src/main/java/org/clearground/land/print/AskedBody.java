// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** The body that somebody asks about. */
public final class AskedBody {

    private AskedBody() {}

    /**
     * Its code; null where nobody asks for one. Of a body that there is not, nothing would be listed, which must not be
     * taken for an answer.
     *
     * @throws ProblemException if there is no such body
     */
    public static @Nullable String read(@Nullable String code, Transaction transaction) {
        if (code == null) {
            return null;
        }
        var body = code.strip();
        if (!OrganisationRegister.all(transaction).containsKey(body)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the pack has no organisation \"" + body + "\"; write its code, as in organisations.csv");
        }
        return body;
    }
}
