// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.forms;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandParameters;
import org.clearground.packs.Pack;
import org.clearground.reports.ActivityResult;
import org.clearground.reports.forms.PackParameters;
import org.clearground.units.Centimetres;
import org.jspecify.annotations.Nullable;

/** Reads what a country sets for land release from its pack. */
public final class PackLand {

    private static final int USUAL_FADE_OUT_METRES = 100;

    /** Days and metres beyond this are a slip of the keyboard. */
    private static final int MOST = 100_000;

    private PackLand() {}

    /**
     * All of it.
     *
     * @throws ProblemException if the pack says something that is no such figure
     */
    public static LandParameters of(Pack pack) {
        var clearance = PackParameters.activityResults(pack).entrySet().stream()
                .filter(type -> type.getValue() == ActivityResult.CLEARED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        var depth = whole(pack, "clearance_depth_cm");
        var fadeOut = whole(pack, "lead_fade_out_m");
        return new LandParameters(
                clearance,
                depth == null ? null : new Centimetres(depth),
                whole(pack, "verify_within_days"),
                whole(pack, "handover_within_days"),
                whole(pack, "reopened_survey_within_days"),
                fadeOuts(pack),
                fadeOut == null ? USUAL_FADE_OUT_METRES : fadeOut);
    }

    private static Map<String, Integer> fadeOuts(Pack pack) {
        var metres = new TreeMap<String, Integer>();
        for (var row : pack.table("codes/ordnance-categories.csv")) {
            var stated = row.getOrDefault("fade_out_m", "");
            if (!stated.isEmpty()) {
                try {
                    metres.put(row.getOrDefault("name", ""), among("fade_out_m", Integer.parseInt(stated)));
                } catch (NumberFormatException unreadable) {
                    throw new ProblemException(
                            ProblemCode.PACK_INVALID,
                            "the pack's codes/ordnance-categories.csv says fade_out_m \"" + stated
                                    + "\"; write whole metres, or nothing",
                            unreadable);
                }
            }
        }
        return metres;
    }

    private static @Nullable Integer whole(Pack pack, String name) {
        double stated = pack.parameter(name, Double.NaN);
        if (Double.isNaN(stated)) {
            return null;
        }
        if (stated != Math.rint(stated)) {
            throw wrong(name, String.valueOf(stated));
        }
        return among(name, stated > MOST ? MOST + 1 : (int) stated);
    }

    private static int among(String name, int stated) {
        if (stated < 1 || stated > MOST) {
            throw wrong(name, String.valueOf(stated));
        }
        return stated;
    }

    private static ProblemException wrong(String name, String stated) {
        return new ProblemException(
                ProblemCode.PACK_INVALID,
                "the pack says " + name + " " + stated + "; it may be a whole number from 1 to " + MOST);
    }
}
