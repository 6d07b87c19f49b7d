// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.List;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of reports.
 *
 * @param number from 1
 * @param more whether another page follows
 */
record ReportList(List<ReportQueries.Summary> reports, long number, boolean more) {

    private static final int LENGTH = 100;
    private static final int LAST = 1_000_000;

    /** The page that a request asks for. */
    static ReportList of(
            ReportQueries queries, @Nullable ReportStatus status, @Nullable Digest submission, Query query) {
        long number = query.whole("page", 1, LAST, 1);
        var reports = queries.list(status, submission, Math.toIntExact((number - 1) * LENGTH), LENGTH + 1);
        boolean more = reports.size() > LENGTH;
        return new ReportList(more ? reports.subList(0, LENGTH) : reports, number, more);
    }

    boolean sample() {
        return reports.stream().anyMatch(ReportQueries.Summary::sample);
    }

    /** The number of the page before; null on the first. */
    @Nullable
    String previous() {
        return number > 1 ? String.valueOf(number - 1) : null;
    }

    /** The number of the page behind; null on the last. */
    @Nullable
    String next() {
        return more ? String.valueOf(number + 1) : null;
    }
}
