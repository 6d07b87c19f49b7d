// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A register fed by approved reports. Nothing recorded is altered but the end of its being known.
 *
 * <p>One instance serves one transaction of the store.
 */
public interface ReportRegister {

    /** Records what a report says, known from its approval on. Reports of forms that do not feed it are passed over. */
    void add(AcceptedReport accepted);

    /** From {@code knownTo} on, what this report said is no longer held; null takes an earlier end back. */
    void end(long reportKey, @Nullable Instant knownTo);

    /** Writes out whatever is still held back. Called once, before the transaction commits. */
    void complete();

    /** Empties the register, to be filled again from the ledger. */
    void drop();
}
