// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

import static org.clearground.errors.ProblemCode.Remedy.BY_DEVELOPER;
import static org.clearground.errors.ProblemCode.Remedy.BY_OPERATOR;
import static org.clearground.errors.ProblemCode.Remedy.BY_SENDER;

/** Why a request could not be served. Codes are published: they are added, never renamed or reused. */
public enum ProblemCode {
    WRONG_CALL(BY_SENDER),
    UNREADABLE_SUBMISSION(BY_SENDER),
    SUBMISSION_TOO_LARGE(BY_SENDER),
    NOT_PERMITTED(BY_SENDER),
    NOT_FOUND(BY_SENDER),
    STORE_UNUSABLE(BY_SENDER),
    PACK_INVALID(BY_SENDER),
    STORE_BUSY(BY_OPERATOR),
    STORAGE_UNAVAILABLE(BY_OPERATOR),
    LEDGER_BROKEN(BY_OPERATOR),
    BUG(BY_DEVELOPER),

    /** Nobody signed in, and the public may not do this. */
    SIGN_IN_FIRST(BY_SENDER),

    /** It was tried too often; later it may be tried again. */
    TOO_MANY_TRIES(BY_SENDER),

    /** It is no longer what whoever decides has seen. */
    CHANGED_MEANWHILE(BY_SENDER);

    private final Remedy remedy;

    ProblemCode(Remedy remedy) {
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** Who can put it right: it decides the HTTP status, the exit code and whom the message addresses. */
    public enum Remedy {
        BY_SENDER,
        BY_OPERATOR,
        BY_DEVELOPER
    }
}
