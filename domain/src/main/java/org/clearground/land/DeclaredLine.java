// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/**
 * What reports declare, what their outlines cover, and what of that changed the books, in whole square metres.
 *
 * @param key code of the organisation, or the kind of act
 * @param reports of the period
 * @param withoutArea reports that declare no area; what they mean is unknown, not zero
 * @param declared by those that do
 * @param withoutOutline reports that have no outline; their ground cannot be counted
 * @param mapped the outlines added up, each as drawn
 * @param counted of these, ground that no report approved earlier had counted; the area of the union
 */
public record DeclaredLine(
        String key, long reports, long withoutArea, long declared, long withoutOutline, long mapped, long counted) {

    /** What was drawn and had been counted already, by the same body or another; snapping moves it by less than 1 m². */
    public long countedBefore() {
        return Math.max(0, mapped - counted);
    }
}
