// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Locale;

/** Whose work a figure counts, as far as this text says. Figures of different scopes are never added up. */
public enum ClaimScope {
    /** The mine action agency alone. */
    AGENCY,
    /** Several bodies that are named. */
    ALL,
    ARMY,
    OTHER_BODY,
    /** One district or village. */
    DISTRICT,
    /** A share by purpose or kind: a road, cluster munitions, a city. */
    PART,
    UNSTATED;

    /** As tables and JSON have it: {@code other_body}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
