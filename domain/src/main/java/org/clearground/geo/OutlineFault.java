// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

/**
 * One kind of thing that is wrong with an outline as written, and where it shows first.
 *
 * @param amount the worst of them: metres of an edge, of a spike's length or a sliver's width; the share that overlaps; 0
 *     where there is nothing to measure
 * @param count how often
 */
public record OutlineFault(Kind kind, Position at, double amount, int count) {

    /** The kinds, by the names of their finding codes. */
    public enum Kind {
        /** Not valid by OGC Simple Features, for whatever reason. */
        SELF_CROSSING,
        /** The closing point stands twice, or the outline goes on to its second point again. */
        CLOSING_POINT_TWICE,
        /** Neighbouring vertices less than a millionth of a degree apart. */
        REPEATED_VERTEX,
        /** The outline runs out and back over the same ground. */
        SPIKE,
        /** A part or hole narrower than a centimetre. */
        SLIVER,
        LONG_EDGE,
        PARTS_OVERLAP,
        REPEATED_RING,
        HOLE_OUTSIDE,
        /** An edge spans more than 180 degrees of longitude. */
        ACROSS_ANTIMERIDIAN
    }
}
