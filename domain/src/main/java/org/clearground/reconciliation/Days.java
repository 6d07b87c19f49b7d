// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** A run of days, both ends counted. Its end may lie before its beginning: it is what was printed. */
record Days(LocalDate from, LocalDate to) implements Comparable<Days> {

    private static final Comparator<Days> ORDER = Comparator.comparing(Days::to).thenComparing(Days::from);

    /** Below one where the end lies before the beginning. */
    int length() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    boolean holds(Days other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    boolean touches(Days other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** The earlier end first. */
    @Override
    public int compareTo(Days other) {
        return ORDER.compare(this, other);
    }
}
