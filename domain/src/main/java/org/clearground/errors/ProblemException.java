// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

/** Stops a request for a published reason, in one sentence for a person. For what is wrong with data, see {@link Finding}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public ProblemException(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ProblemException(ProblemCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
