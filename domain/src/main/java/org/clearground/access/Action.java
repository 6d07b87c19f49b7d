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

    /** Approve, return, withdraw, confirm, close. */
    DECIDE,

    /** Add, change and end it. */
    MANAGE
}
