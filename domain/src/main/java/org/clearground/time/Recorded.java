// SPDX-License-Identifier: Apache-2.0
package org.clearground.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fact with its two times.
 *
 * @param valid when it was so on the ground, as the source says
 * @param knownFrom when this register learned it, by the server's clock
 * @param knownTo when a correction or withdrawal replaced it; null while it stands
 */
public record Recorded<T>(T fact, ValidPeriod valid, Instant knownFrom, @Nullable Instant knownTo) {

    public boolean visible(AsOf asOf) {
        return valid.contains(asOf.validOn())
                && !knownFrom.isAfter(asOf.knownAt())
                && (knownTo == null || knownTo.isAfter(asOf.knownAt()));
    }
}
