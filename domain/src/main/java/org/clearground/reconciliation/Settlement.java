// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a conflict. It changes no figure: statements stay as they were published.
 *
 * @param key of the conflict
 * @param holds the reading that holds; null if none of them does, or nothing is wrong
 * @param seen what stood against each other when it was decided, as {@link #seen(Conflict)} writes it
 * @param reason why
 * @param person who decided
 */
public record Settlement(
        String key, @Nullable Reading holds, List<String> seen, String reason, String person, Instant at) {

    public Settlement {
        seen = List.copyOf(seen);
    }

    /** What stands against each other in a conflict: days and values, not who says so. */
    public static List<String> seen(Conflict conflict) {
        return conflict.readings().stream()
                .map(Settlement::written)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it settles a conflict as it stands now: nothing is said that was not said when it was decided. */
    public boolean settles(Conflict conflict) {
        return key.equals(conflict.key()) && Set.copyOf(seen).containsAll(seen(conflict));
    }

    /**
     * The conflicts that nobody settled as they stand now.
     *
     * @param settlements the last decision under each key
     */
    public static List<Conflict> open(Collection<Conflict> conflicts, Map<String, Settlement> settlements) {
        return conflicts.stream()
                .filter(conflict -> {
                    var settlement = settlements.get(conflict.key());
                    return settlement == null || !settlement.settles(conflict);
                })
                .toList();
    }

    private static String written(Reading reading) {
        return reading.from() + "/" + reading.to() + " "
                + reading.amounts().stream()
                        .map(amount -> amount.measured().word() + "="
                                + amount.value().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" "));
    }
}
