// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.land.HazardClass;
import org.clearground.land.LandState;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.registers.Symbol;

/** How registers of land look on a map: as on the pictures of the area ledger. */
public final class LandSymbols {

    private LandSymbols() {}

    /**
     * Hazardous areas piece by piece, because what went out of the books must not look as if it were hazardous still. A
     * piece keeps only the state it has now; of another day there are outlines alone.
     */
    public static Symbol hazards() {
        var hazardous = Arrays.stream(LandState.values())
                .filter(LandState::hazardous)
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", "));
        return Symbol.chosen(
                        "case when s.state = '" + LandState.REOPENED.name() + "' then s.state when s.state in ("
                                + hazardous + ") then s.hazard_class end",
                        List.of(
                                Look.CONFIRMED.on("hazardclass.CONFIRMED", HazardClass.CONFIRMED.name()),
                                Look.SUSPECTED.on("hazardclass.SUSPECTED", HazardClass.SUSPECTED.name()),
                                Look.REOPENED.on("state.REOPENED", LandState.REOPENED.name()),
                                Look.CONTEXT.on("map.hazards.outline")))
                .warning();
    }

    public static Symbol releasedPieces() {
        return Symbol.chosen(
                "t.state",
                List.of(
                        Look.CANCELLED.on("state.CANCELLED", LandState.CANCELLED.name()),
                        Look.REDUCED.on("state.REDUCED", LandState.REDUCED.name()),
                        Look.CLEARED.on("state.CLEARED", LandState.CLEARED.name()),
                        Look.RELEASED.on("state.RELEASED", LandState.RELEASED.name())));
    }

    public static Symbol workedGround() {
        return Symbol.of(new Symbol.Look(
                "register.worked-ground", Set.of(), Symbol.Form.GROUND, "#365f73", "M1 2H3M5 6H7", "2 2"));
    }
}
