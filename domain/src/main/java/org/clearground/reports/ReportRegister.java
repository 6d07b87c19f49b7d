// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.Instant;
import java.util.List;
import org.clearground.errors.Finding;
import org.clearground.errors.SourcePlace;

/**
 * A register fed by approved reports. Nothing recorded is altered but the end of its being known.
 *
 * <p>One instance serves one transaction of the store.
 */
public interface ReportRegister {

    /** Records what a report says, known from its approval on. Reports of forms that do not feed it are passed over. */
    void add(AcceptedReport accepted);

    /**
     * What accepting a report would bring to light: ground that others have counted, a rule that refuses it. Nothing is
     * written.
     *
     * @param place where the report stands in its file
     */
    default List<Finding> foresee(AcceptedReport candidate, SourcePlace place) {
        return List.of();
    }

    /**
     * That a report can be accepted as things stand now, which may have changed since it came in.
     *
     * @throws RefusedReportException if a rule refuses it, with the rule's name
     */
    default void requireAcceptable(AcceptedReport candidate) {}

    /**
     * That rules which look at nothing but the report itself and at other registers permit it, as things stand now,
     * whatever it corrects.
     *
     * @throws RefusedReportException if one does not, with the rule's name
     */
    default void requirePermitted(AcceptedReport candidate) {}

    /** From {@code knownTo} on, what this report said is no longer held. */
    void end(long reportKey, Instant knownTo);

    /** Writes out whatever is still held back. Called once, before the transaction commits. */
    void complete();

    /** Empties the register, to be filled again from the ledger. */
    void drop();
}
