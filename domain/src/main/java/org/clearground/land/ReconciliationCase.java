// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.Instant;

/**
 * Two claims to the same ground. Until the authority decides, the ground counts once, for the claim approved first.
 *
 * @param claim that does not count there
 * @param against the claim that counts
 * @param rule by which it does not
 * @param squareMetres of ground that both speak of; 0 once it is settled
 */
public record ReconciliationCase(
        Claim claim, Claim against, LandRule rule, long squareMetres, Instant openedAt, Instant changedAt) {

    /** Whether two bodies must agree: it is no case while a body only disagrees with itself. */
    public boolean betweenBodies() {
        return !claim.organisation().equals(against.organisation());
    }
}
