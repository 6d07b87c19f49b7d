// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Which reports of a submission a decision is about, as runs of ordinals: short for one report and for a million. */
public final class Ordinals {

    private final List<long[]> runs = new ArrayList<>();
    private long count;

    /** Adds an ordinal; they come in rising order. */
    public void add(long ordinal) {
        count++;
        if (!runs.isEmpty() && runs.get(runs.size() - 1)[1] == ordinal - 1) {
            runs.get(runs.size() - 1)[1] = ordinal;
        } else {
            runs.add(new long[] {ordinal, ordinal});
        }
    }

    public long count() {
        return count;
    }

    public boolean contains(long ordinal) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var run = runs.get(middle);
            if (ordinal < run[0]) {
                high = middle - 1;
            } else if (ordinal > run[1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The first that is not before an ordinal. */
    OptionalLong from(long ordinal) {
        for (var run : runs) {
            if (run[1] >= ordinal) {
                return OptionalLong.of(Math.max(run[0], ordinal));
            }
        }
        return OptionalLong.empty();
    }

    /** All but some. */
    Ordinals without(Set<Long> some) {
        if (some.isEmpty()) {
            return this;
        }
        var others = new Ordinals();
        for (var run : runs) {
            for (long ordinal = run[0]; ordinal <= run[1]; ordinal++) {
                if (!some.contains(ordinal)) {
                    others.add(ordinal);
                }
            }
        }
        return others;
    }

    /** As an entry of the ledger has it: pairs of first and last. */
    public List<List<Long>> asList() {
        return runs.stream().map(run -> List.of(run[0], run[1])).toList();
    }

    static Ordinals from(Object listed) {
        var ordinals = new Ordinals();
        if (listed instanceof Collection<?> runs) {
            for (var run : runs) {
                if (run instanceof List<?> pair
                        && pair.get(0) instanceof Number first
                        && pair.get(1) instanceof Number last) {
                    ordinals.runs.add(new long[] {first.longValue(), last.longValue()});
                    ordinals.count += last.longValue() - first.longValue() + 1;
                }
            }
        }
        return ordinals;
    }
}
