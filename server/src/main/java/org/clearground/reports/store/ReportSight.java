// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.Finding;
import org.clearground.registers.Register;
import org.clearground.storage.Transaction;

/**
 * Which reports and submissions somebody sees, as SQL.
 *
 * <p>A body sees the reports that name it and the files that it sent. A file that the authority brought in without saying
 * whose it is, is the body's if every report in it is. An account kept to districts sees the reports of its districts, and
 * the files of which every report is of them.
 */
final class ReportSight {

    private static final String ABSENT = "–";

    private final Transaction transaction;
    private final Sight sight;

    ReportSight(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
    }

    /** The values that the conditions name. */
    Map<String, Object> values() {
        return Register.Reach.values(sight);
    }

    /** A condition on {@code report}, joined with its {@code submission}. */
    String ofReports() {
        return Register.Reach.REPORTS.condition(sight);
    }

    /** A condition on {@code submission}. */
    String ofSubmissions() {
        return switch (sight.scope()) {
            case ALL -> "true";
            case OWN_ORGANISATION ->
                "(submission.organisation = :own or submission.organisation is null and " + every("organisation = :own")
                        + ")";
            case NAMED_DISTRICTS -> every("district in (:own)");
        };
    }

    private static String every(String condition) {
        return "exists (select 1 from report inside where inside.submission = submission.sha256)"
                + " and not exists (select 1 from report inside where inside.submission = submission.sha256"
                + " and not coalesce(inside." + condition + ", false))";
    }

    /** Whether a report is seen, by the key of its row. */
    boolean reaches(long row) {
        return sight instanceof Sight.All
                || transaction
                                .sql()
                                .sql(
                                        "select count(*) from report join submission on submission.sha256 = report.submission"
                                                + " where report.id = :row and " + ofReports())
                                .param("row", row)
                                .params(values())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** A finding without what it says of reports that are not seen; that there is something stays told. */
    Finding told(Finding finding) {
        if (sight instanceof Sight.All) {
            return finding;
        }
        var figures = new TreeMap<String, String>(finding.figures());
        switch (finding.code()) {
            case SAME_GROUND, DUPLICATE_REPORT ->
                figures.computeIfPresent("report", (name, id) -> reachesReport(id) ? id : ABSENT);
            case NUMBERS_ALIKE -> figures.put("others", ABSENT);
            case GROUND_NOT_CHANGED, NONCONFORMITY_OPEN -> {
                if (!figures.getOrDefault("organisation", "").equals(sight.organisation())) {
                    figures.computeIfPresent("number", (name, number) -> ABSENT);
                    figures.computeIfPresent("organisation", (name, code) -> ABSENT);
                }
            }
            default -> {
                return finding;
            }
        }
        return new Finding(finding.code(), finding.severity(), finding.place(), finding.value(), figures);
    }

    private boolean reachesReport(String id) {
        return transaction
                        .sql()
                        .sql("select count(*) from report join submission on submission.sha256 = report.submission"
                                + " where report.report_id = :id and " + ofReports())
                        .param("id", id)
                        .params(values())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
