// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;

/**
 * A figure read in a sentence, before period and scope are known.
 *
 * @param term where its number stands among the terms of the sentence
 * @param until the term behind what it counts
 * @param crossCheck the same area in hectares beside square metres; null where there is none
 */
record Figure(
        Measured measured,
        PrintedNumber number,
        Hedge hedge,
        int term,
        int until,
        @org.jspecify.annotations.Nullable BigDecimal crossCheck) {}
