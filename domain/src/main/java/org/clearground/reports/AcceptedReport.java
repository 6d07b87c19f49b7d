// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that the authority approved.
 *
 * @param form that it was read by
 * @param key of its row in the store, by which registers point back to it
 * @param corrects the key of the report that it replaces; null if it replaces none
 * @param knownFrom when it was approved
 */
public record AcceptedReport(FieldReport report, String form, long key, @Nullable Long corrects, Instant knownFrom) {

    /** True where the report is invented, to show the system. */
    public boolean sample() {
        return report.sample();
    }
}
