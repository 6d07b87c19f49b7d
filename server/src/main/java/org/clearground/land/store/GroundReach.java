// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearground.access.Sight;
import org.clearground.registers.Register.Reach;

/**
 * What of ground is seen by an account that is kept to a body or to districts. The one place that says it: registers,
 * pages, JSON and papers put these conditions into their questions. What no body is said to see, bodies do not see.
 */
final class GroundReach {

    private static final String OWN = ":own";

    private GroundReach() {}

    /** Rows that name their district, {@code p.district}. */
    static Reach inDistrict(String district) {
        return new Reach(null, district + " in (:own)");
    }

    /**
     * A hazardous area, by an expression that is its number: of a body where any act in it is the body's; of each district
     * where the books have a line of it, whatever became of it there.
     */
    static Reach ofHazard(String hazard) {
        return new Reach(
                "exists (select 1 from land_acts a where a.hazard = " + hazard + " and a.organisation = :own)",
                "exists (select 1 from land_posting p where p.hazard = " + hazard + " and p.district in (:own))");
    }

    /** An act, by an expression that is its number: of each district that its ground touches, changed or not. */
    static Reach ofAct(String act) {
        return new Reach(
                null, "exists (select 1 from land_act_district d where d.act = " + act + " and d.district in (:own))");
    }

    /** Two acts that meet: of whoever sees one of them. */
    static Reach ofEither(String one, String other) {
        return new Reach(
                null,
                "exists (select 1 from land_act_district d where d.act in (" + one + ", " + other
                        + ") and d.district in (:own))");
    }

    /** An alert: of each district where its place or its lot is. */
    static Reach ofAlert(String alert) {
        return new Reach(
                null,
                "exists (select 1 from land_alert_district d where d.report = " + alert + ".report and d.ordinal = "
                        + alert + ".ordinal and d.district in (:own))");
    }

    /** A visit: of the district that it names; where it names none, of those of the work or the area that it names. */
    static Reach ofVisit(String visit) {
        return new Reach(
                null,
                "(" + visit + ".district in (:own) or " + visit + ".district is null and ("
                        + ofHazard(visit + ".hazard").ofDistricts()
                        + " or exists (select 1 from land_acts a join land_act_district d on d.act = a.fid"
                        + " where a.report_no in (" + visit + ".completion_no, " + visit + ".task_no)"
                        + " and a.organisation = " + visit + ".inspected and d.district in (:own))))");
    }

    /** A condition for a statement whose parameters have places and no names, with what is put there. */
    record Placed(String condition, List<String> values) {

        static Placed of(Reach reach, Sight sight) {
            var named = reach.condition(sight);
            if (!(sight instanceof Sight.OfDistricts own)) {
                return new Placed(sight instanceof Sight.All ? named : "false", List.of());
            }
            var marks = String.join(", ", own.codes().stream().map(code -> "?").toList());
            var values = new ArrayList<String>();
            for (int at = named.indexOf(OWN); at >= 0; at = named.indexOf(OWN, at + 1)) {
                values.addAll(own.codes());
            }
            return new Placed(named.replace(OWN, marks), List.copyOf(values));
        }

        /** @return the place of the parameter that comes after */
        int bind(PreparedStatement statement, int first) throws SQLException {
            int next = first;
            for (var value : values) {
                statement.setString(next++, value);
            }
            return next;
        }
    }
}
