// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/**
 * What a body says it worked, what its outlines cover, and what of that was new ground, in whole square metres.
 *
 * @param organisation its code
 * @param reports of clearance work in the period
 * @param withoutArea reports that declare no area; what they worked is unknown, not zero
 * @param declared by those that do
 * @param withoutOutline reports that have no outline; their ground cannot be counted
 * @param mapped the outlines added up, each as drawn
 * @param counted of these, ground that no report approved earlier had counted
 */
public record DeclaredLine(
        String organisation,
        long reports,
        long withoutArea,
        long declared,
        long withoutOutline,
        long mapped,
        long counted) {

    /** What was drawn and had been counted already, by the same body or another; snapping moves it by less than 1 m². */
    public long countedBefore() {
        return Math.max(0, mapped - counted);
    }
}
