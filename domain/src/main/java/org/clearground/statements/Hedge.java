// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Locale;

/** How far a text commits itself to a figure. */
public enum Hedge {
    EXACT,
    /** "more than", "over". */
    AT_LEAST,
    /** "up to". */
    AT_MOST,
    /** "nearly", "almost". */
    JUST_UNDER,
    /** "about", "some". */
    ABOUT;

    /** As tables and JSON have it: {@code at_least}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
