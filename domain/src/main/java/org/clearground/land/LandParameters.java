// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clearground.units.Centimetres;
import org.jspecify.annotations.Nullable;

/**
 * What each country sets for land release; it comes from its pack. What a country does not set has no default: no limit
 * is told where none was set.
 *
 * @param clearance types of activity that clear land
 * @param clearanceDepth that a task means which states none; null if the country sets none
 * @param verifyWithinDays of a completion, its inspection; null if not set
 * @param handoverWithinDays of release, handover; null if not set
 * @param surveyReopenedWithinDays of being reopened, survey; null if not set
 * @param fadeOutMetres around a lead that is a point, by code of the category of ordnance
 * @param otherFadeOutMetres around a lead of any other category, or of none
 */
public record LandParameters(
        Set<String> clearance,
        @Nullable Centimetres clearanceDepth,
        @Nullable Integer verifyWithinDays,
        @Nullable Integer handoverWithinDays,
        @Nullable Integer surveyReopenedWithinDays,
        Map<String, Integer> fadeOutMetres,
        int otherFadeOutMetres) {

    public LandParameters {
        clearance = Set.copyOf(clearance);
        fadeOutMetres = Map.copyOf(fadeOutMetres);
    }

    /** As far as a lead that is a point reaches. */
    public int fadeOut(@Nullable String category) {
        return category == null ? otherFadeOutMetres : fadeOutMetres.getOrDefault(category, otherFadeOutMetres);
    }

    /** For how many days ground may stand in a state before somebody must ask why; empty where it may for ever. */
    public OptionalInt mostDays(LandState state) {
        var days =
                switch (state) {
                    case CLEARED_PENDING_QC -> verifyWithinDays;
                    case CANCELLED, REDUCED, CLEARED -> handoverWithinDays;
                    case REOPENED -> surveyReopenedWithinDays;
                    case UNRECORDED, LEAD, DISMISSED, SUSPECTED, CONFIRMED, UNDER_WORK, RELEASED -> null;
                };
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** The depth that a task asks for: its own, else the country's. */
    public Optional<Integer> requiredDepthCm(@Nullable Integer statedCm) {
        return statedCm != null
                ? Optional.of(statedCm)
                : Optional.ofNullable(clearanceDepth).map(Centimetres::value);
    }
}
