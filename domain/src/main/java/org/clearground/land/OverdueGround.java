// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import org.clearground.geo.Position;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * Ground that waits for its next step for longer than the country allows.
 *
 * @param organisation on whose account it stands
 * @param hazard code of its hazardous area; null outside any
 * @param district code; empty outside every district
 * @param since the day from which it waits
 * @param days that it has waited
 * @param allowedDays that it may
 * @param squareMetres of all of it
 * @param place on it
 * @param claim that brought it there
 */
public record OverdueGround(
        LandState state,
        String organisation,
        @Nullable String hazard,
        String district,
        LocalDate since,
        long days,
        int allowedDays,
        SquareMetres squareMetres,
        Position place,
        Claim claim) {}
