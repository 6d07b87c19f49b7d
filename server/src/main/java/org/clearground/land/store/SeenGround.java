// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.HashSet;
import java.util.Set;
import org.clearground.access.Sight;
import org.clearground.land.LandActKind;
import org.clearground.registers.Register.Reach;
import org.clearground.storage.Transaction;

/** Which of some records of ground somebody sees: of many in one question, where others name them. */
public final class SeenGround {

    private SeenGround() {}

    /** Of the numbers of hazardous areas, those whose books somebody sees. */
    public static Set<String> hazards(Transaction transaction, Sight sight, Set<String> numbers) {
        return found(
                transaction,
                sight,
                numbers,
                "select distinct hazard from land_posting where hazard in (:keys) and hazard_class <> '' and "
                        + GroundReach.ofHazard("land_posting.hazard").condition(sight));
    }

    /** Of the ids of reports, those that gave a paper of this kind that somebody sees. */
    public static Set<String> papers(Transaction transaction, Sight sight, LandActKind kind, Set<String> reports) {
        return found(
                transaction,
                sight,
                reports,
                "select report.report_id from land_acts join report on report.id = land_acts.report"
                        + " where report.report_id in (:keys) and land_acts.kind = '" + kind.name() + "' and "
                        + GroundReach.ofAct("land_acts.fid").condition(sight));
    }

    private static Set<String> found(Transaction transaction, Sight sight, Set<String> keys, String sql) {
        return new HashSet<>(transaction
                .sql()
                .sql(sql)
                .param("keys", keys)
                .params(Reach.values(sight))
                .query((row, number) -> row.getString(1))
                .list());
    }
}
