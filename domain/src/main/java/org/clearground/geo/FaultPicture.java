// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What is wrong with an outline, drawn: the crossing and the edges that cross, the spike, the vertices that repeat. Made
 * from the shape whenever somebody wants to see it, never kept.
 */
public record FaultPicture(List<Drawn> drawn) {

    public FaultPicture {
        drawn = List.copyOf(drawn);
    }

    /** One thing in the picture; longitude as x, latitude as y. */
    public record Drawn(Role role, Geometry geometry) {}

    /** What a thing in a picture is. */
    public enum Role {
        CROSSING,
        EDGE,
        VERTEX,
        SPIKE,
        SLIVER,
        OVERLAP,
        RING,
        OUTSIDE,
        /** The outline that the rest is about. */
        OUTLINE,
        /** A single position that a finding names. */
        POSITION
    }
}
