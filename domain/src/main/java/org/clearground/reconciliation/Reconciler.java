// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.clearground.statements.Statement;

/** Finds where published figures contradict each other or themselves. It changes none of them. */
public final class Reconciler {

    private Reconciler() {}

    /**
     * All contradictions, those of the earliest days first; the same in whatever order the statements come. A figure
     * that is not stated contradicts nothing. Takes time by the number of statements and of their periods, and looks at
     * no pair of periods that do not touch.
     */
    public static List<Conflict> conflicts(Collection<Statement> statements) {
        var tellings = new Tellings(statements);
        var repeats = new Repeats(tellings);
        List<ConflictCheck> checks = List.of(
                new SameDays(repeats),
                new WithinStatement(),
                new TotalsAcross(),
                new OtherDays(),
                repeats,
                new Neighbours(repeats),
                new LongerPeriods(),
                new RunningTotals());
        var conflicts = new ArrayList<Conflict>();
        checks.forEach(check -> check.look(tellings, conflicts::add));
        conflicts.sort(Comparator.comparing((Conflict conflict) -> first(conflict))
                .thenComparing(Conflict::kind)
                .thenComparing(Conflict::key));
        return conflicts;
    }

    /** Its days as text; those without a beginning come first. */
    private static String first(Conflict conflict) {
        var reading = conflict.readings().get(0);
        return reading.from() + "/" + reading.to();
    }
}
