// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.Arrays;
import org.clearground.land.LandActKind;
import org.clearground.land.LandBalance;
import org.clearground.packs.Words;

/** What the lines of a breakdown are called. */
public final class ItemNames {

    private ItemNames() {}

    /** A body, or what reports do. */
    public static String ofDeclared(Words words, String code) {
        return Arrays.stream(LandActKind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .map(kind -> words.say("act." + kind))
                .orElseGet(() -> words.name(code));
    }

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
