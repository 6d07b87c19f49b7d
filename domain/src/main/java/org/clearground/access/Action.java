// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

/** What can be done with a {@link Resource}. */
public enum Action {
    /** See it on a page or as JSON. */
    VIEW,

    /** Take away a file as it was received, with all it holds. */
    DOWNLOAD,

    /** Ask whether a paper in hand is genuine, by the code printed on it. */
    CHECK,

    /** Send it in. */
    SUBMIT,

    /** Return, withdraw, confirm, close; and approve what needs no office. */
    DECIDE,

    /** Sign in one's own office what that office must sign. */
    SIGN,

    /** Write beside it what others who see it read. */
    COMMENT,

    /** Add, change and end it. */
    MANAGE
}
