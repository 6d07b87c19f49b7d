// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

/** How far a right reaches. */
public enum Scope {
    /** What the account's own body reported. */
    OWN_ORGANISATION,

    /** What lies in the districts that the account names. */
    NAMED_DISTRICTS,

    /** All of it. */
    ALL
}
