// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

/**
 * From where on an outline is worth a second look.
 *
 * @param longestEdgeMetres between neighbouring vertices
 * @param partsOverlap the largest share of a part that another part may cover, such as 0.009
 */
public record OutlineLimits(double longestEdgeMetres, double partsOverlap) {

    /** What the GICHD's checks of IMSMA data take: 5,000 m and 0.9 %. */
    public static final OutlineLimits USUAL = new OutlineLimits(5_000, 0.009);
}
