// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.clearground.packs.Words;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;

/** Totals that a decision on reports may move: figures of bulletins, books of land. */
public interface Totals {

    /** Key of the sentence that says what they are totals of. */
    String title();

    /** The days on the ground of which something was learned or taken back at a moment or after it. */
    SortedSet<LocalDate> moved(Transaction transaction, Instant since);

    /** Those of a period as known at a moment, always the same ones in the same order. */
    List<Total> of(Transaction transaction, ReportingPeriod period, Instant knownAt, Words words);

    /**
     * One of them.
     *
     * @param value empty where nobody reported of it
     */
    record Total(String label, OptionalLong value, Unit unit) {}

    /** What it counts. */
    enum Unit {
        ITEMS,
        SQUARE_METRES
    }
}
