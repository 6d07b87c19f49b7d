// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.Instant;

/**
 * A progress report that the authority approved.
 *
 * @param key of its row in the store, by which registers point back to it
 * @param knownFrom when it was approved
 * @param sample true where the report is invented, to show the system
 */
public record AcceptedReport(ProgressReport report, long key, Instant knownFrom, boolean sample) {}
