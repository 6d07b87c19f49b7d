// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clearground.accreditation.AccreditationReport;
import org.clearground.accreditation.store.AccreditationRows;
import org.clearground.errors.Finding;
import org.clearground.errors.SourcePlace;
import org.clearground.land.LandReport;
import org.clearground.land.LandRule;
import org.clearground.land.StageOne;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Holds tasks and completions beside the accreditations on record. It keeps nothing: it tells what they lack, and does
 * not permit a task without accreditation where the country asks for one.
 */
public final class StageOneChecks implements ReportRegister {

    private static final Set<String> FORMS = Set.of(LandReport.TASK, LandReport.COMPLETION);

    /** After all that is known. */
    private static final Instant NOW_KNOWN = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Transaction transaction;
    private final Supplier<Set<String>> clearance;
    private final Supplier<Boolean> required;
    private @Nullable StageOne stageOne;

    /**
     * Opens the checks in a transaction.
     *
     * @param clearance types of activity that clear land, asked once there is such work
     * @param required whether the country refuses a task without accreditation, asked likewise
     */
    public StageOneChecks(Transaction transaction, Supplier<Set<String>> clearance, Supplier<Boolean> required) {
        this.transaction = transaction;
        this.clearance = clearance;
        this.required = required;
    }

    /** Reports of one form are taken in together, so accreditations do not change meanwhile. */
    private StageOne stageOne() {
        if (stageOne == null) {
            stageOne = new StageOne(new AccreditationRows(transaction).knownAt(NOW_KNOWN), required.get());
        }
        return stageOne;
    }

    @Override
    public List<Finding> foresee(AcceptedReport candidate, SourcePlace place) {
        return FORMS.contains(candidate.form())
                ? stageOne().findings(candidate.form(), candidate.report().answers(), clearance.get(), place)
                : List.of();
    }

    @Override
    public void requirePermitted(AcceptedReport candidate) {
        if (!candidate.form().equals(LandReport.TASK) || !stageOne().required()) {
            return;
        }
        stageOne()
                .lack(candidate.form(), candidate.report().answers(), clearance.get())
                .ifPresent(lack -> {
                    throw new RefusedReportException(
                            candidate.report().id(),
                            List.of(LandRule.TASK_NEEDS_ACCREDITATION.name()),
                            "rule " + LandRule.TASK_NEEDS_ACCREDITATION + ": " + lack.organisation()
                                    + " has no accreditation for " + lack.activityType() + " that holds on "
                                    + lack.on()
                                    + lack.standing()
                                            .map(standing -> " (on record: " + standing.status() + ")")
                                            .orElse("")
                                    + "; have one approved first, form " + AccreditationReport.FORM);
                });
    }

    @Override
    public void add(AcceptedReport accepted) {
        // What tasks and completions say is kept by the area ledger.
    }

    @Override
    public void end(long reportKey, Instant knownTo) {
        // Nothing is kept that could end.
    }

    @Override
    public void complete() {
        // Nothing is held back.
    }

    @Override
    public void drop() {
        stageOne = null;
    }
}
