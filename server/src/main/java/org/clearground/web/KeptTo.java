// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/** What a sum says beside itself where it is not of everything, but of what somebody may see. */
public final class KeptTo {

    private KeptTo() {}

    /** For people; null where it is of everything. */
    public static @Nullable String sentence(Sight sight, Words words) {
        if (sight instanceof Sight.OfOrganisation own) {
            return words.say("page.kept.organisation", Map.of("organisation", words.name(own.code())));
        }
        if (sight instanceof Sight.OfDistricts own) {
            return words.say(
                    "page.kept.districts",
                    Map.of("districts", own.codes().stream().map(words::name).collect(Collectors.joining(", "))));
        }
        return null;
    }

    /** For JSON; null where it is of everything. */
    public static @Nullable Map<String, @Nullable Object> json(Sight sight) {
        if (sight instanceof Sight.All) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("organisation", sight.organisation());
        map.put("districts", sight instanceof Sight.OfDistricts own ? List.copyOf(own.codes()) : null);
        return map;
    }

    /** For a cell of a table: the codes, with spaces between; empty where it is of everything. */
    public static String text(Sight sight) {
        var own = sight.organisation();
        return sight instanceof Sight.OfDistricts districts
                ? String.join(" ", districts.codes())
                : own == null ? "" : own;
    }
}
