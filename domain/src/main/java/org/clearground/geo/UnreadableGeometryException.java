// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

/** A written position or shape that is none. */
public final class UnreadableGeometryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Reason {
        NOT_A_GEOMETRY,
        OUT_OF_RANGE,
        TOO_FEW_VERTICES,
        TOO_MANY_VERTICES,
        NOT_CLOSED,

        /** It may mean two places. */
        AMBIGUOUS
    }

    private final Reason reason;

    public UnreadableGeometryException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
