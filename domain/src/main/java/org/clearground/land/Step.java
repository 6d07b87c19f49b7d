// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one act did to a piece of ground.
 *
 * @param after where the ground stands then
 * @param postings what it wrote into the books
 * @param refusedBy the rule by which it did nothing; null if it did something
 * @param against the act that stands against it, when it was refused; 0 if there is none
 */
public record Step(
        LandAct act, GroundStatus after, List<Posting> postings, @Nullable LandRule refusedBy, long against) {

    public Step {
        postings = List.copyOf(postings);
    }
}
