// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.List;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Ground that shares one history: every act on record covers all of it or none. Pieces never overlap.
 *
 * @param key of its row
 * @param ground on the grid of {@link org.clearground.geo.GroundOverlay}; not to be changed
 * @param area its share of the area that was found as a whole, to the square metre
 * @param district that it lies in; empty outside every district
 * @param acts ids of the acts that cover it, rising
 */
public record Piece(long key, MultiPolygon ground, SquareMetres area, String district, List<Long> acts) {

    public Piece {
        acts = List.copyOf(acts);
    }
}
