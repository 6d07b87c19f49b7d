// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import org.clearground.land.LandBalance;
import org.clearground.packs.Words;

/** What the lines of a breakdown are called. */
public final class ItemNames {

    private ItemNames() {}

    public static String of(Words words, LandBalance.Dimension dimension, String code) {
        if (code.isEmpty()) {
            return words.say(dimension == LandBalance.Dimension.DISTRICT ? "land.outsidedistricts" : "land.notstated");
        }
        return switch (dimension) {
            case NONE -> "";
            case DISTRICT, ORGANISATION -> words.name(code);
            case PURPOSE -> words.name("purposes", code);
            case METHOD -> words.name("methods", code);
        };
    }
}
