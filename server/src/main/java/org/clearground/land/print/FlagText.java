// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.land.Flagging;
import org.clearground.land.GroundFlag;
import org.clearground.land.GroundStatus;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/** The flags of ground in the reader's words: on pages, on the terminal, in JSON alike. */
public final class FlagText {

    private FlagText() {}

    /** A flag by its name. */
    public static String name(Words words, GroundFlag flag) {
        return words.say("flag." + flag);
    }

    /** A state with the flags that stand beside it. */
    public static String standing(Words words, GroundStatus status) {
        var state = words.say("state." + status.state());
        var flags = status.flags().standing();
        return flags.isEmpty()
                ? state
                : state + " · " + flags.stream().map(flag -> name(words, flag)).collect(Collectors.joining(" · "));
    }

    /** What a report says of a flag: which, why, and up to which day it was announced. */
    public static String said(Words words, Flagging flagging) {
        return name(words, flagging.flag()) + ": " + why(words, flagging);
    }

    /** Why a flag was raised or lifted, and up to which day it was announced. */
    public static String why(Words words, Flagging flagging) {
        var until = flagging.until();
        return flagging.reason()
                + (until == null ? "" : " (" + words.say("flag.until", Map.of("day", words.day(until))) + ")");
    }

    /** The flags that stand, for JSON. */
    static List<Map<String, Object>> json(Words words, GroundStatus status) {
        return status.flags().standing().stream()
                .flatMap(flag -> status.flags().standing(flag).stream())
                .map(span -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("flag", span.flag().name());
                    one.put("flagName", name(words, span.flag()));
                    one.put("since", span.on().toString());
                    one.put("claim", span.act());
                    return one;
                })
                .toList();
    }

    /** Puts what a report says of a flag into a JSON object. */
    static void json(Words words, @Nullable Flagging flagging, Map<String, @Nullable Object> map) {
        if (flagging != null) {
            map.put("flag", flagging.flag().name());
            map.put("flagName", name(words, flagging.flag()));
            map.put("reason", flagging.reason());
            map.put("until", flagging.until() == null ? null : flagging.until().toString());
        }
    }
}
