// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published figures that cannot all be right, or that a person should look at. It changes nothing: every figure stays as
 * it was published.
 *
 * @param key by which a decision finds it again: the same in whatever order statements arrive, and after others did
 * @param readings in the order of their values; a conflict about what is not there may have only one
 * @param arithmetic that shows it; null where nothing is calculated
 * @param slip that would make one reading of another; null if none would, or if there are more than two
 * @param scopesMayDiffer whether the figures may count the work of different bodies, so that nothing needs to be wrong
 * @param proposal null where nothing speaks for one reading
 */
public record Conflict(
        ConflictKind kind,
        String key,
        List<Reading> readings,
        @Nullable Arithmetic arithmetic,
        @Nullable Slip slip,
        boolean scopesMayDiffer,
        @Nullable Proposal proposal) {

    public Conflict {
        readings = List.copyOf(readings);
    }
}
