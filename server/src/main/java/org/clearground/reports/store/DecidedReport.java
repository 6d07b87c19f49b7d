// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody decides on, and whether they may.
 *
 * @param id of its row
 * @param reporter who sent it in
 */
record DecidedReport(
        ReportId report,
        long id,
        long reading,
        long ordinal,
        ReportStatus status,
        long blocking,
        String submission,
        String digest,
        String form,
        String reporter) {

    /** A report in its latest reading. */
    static DecidedReport get(Transaction transaction, ReportId id) {
        return transaction
                .sql()
                .sql("select report.reading, report.ordinal, report.status, report.blocking, report.submission,"
                        + " reading.sha256, report.id, report.form, submission.actor from report"
                        + " join reading on reading.id = report.reading"
                        + " join submission on submission.sha256 = report.submission"
                        + " where report.report_id = ? order by report.id desc limit 1")
                .param(id.toString())
                .query((found, number) -> new DecidedReport(
                        id,
                        found.getLong(7),
                        found.getLong(1),
                        found.getLong(2),
                        ReportStatus.valueOf(found.getString(3)),
                        found.getLong(4),
                        found.getString(5),
                        found.getString(6),
                        found.getString(8),
                        found.getString(9)))
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(ReportId id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + id);
    }

    /** That it stands so that it can be decided so. */
    DecidedReport requireStanding(Transaction transaction, Decision decision) {
        if (status != decision.from()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + report + " is " + status + "; only a report that is " + decision.from()
                            + " can be decided so");
        }
        if (decision == Decision.TAKE_BACK && !Signatures.list(transaction, id).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + report
                            + " is signed already; who sent it cannot take it back, a reviewer can return it");
        }
        if (decision == Decision.APPROVE && blocking > 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "report " + report + " has " + blocking
                            + " blocking findings; return it, or import a corrected file");
        }
        return this;
    }

    /** Whether an account may decide so on it, if it is not their own. */
    boolean permits(Transaction transaction, Decision decision, Warrants.Warrant warrant) {
        var offices = Offices.of(transaction, id);
        boolean decides = reaches(transaction, warrant.decides());
        boolean signs = reaches(transaction, warrant.signs()) && offices.contains(warrant.office());
        return switch (decision) {
            case APPROVE -> offices.isEmpty() ? decides : signs;
            case RETURN -> decides || signs;
            case WITHDRAW -> decides;
            case TAKE_BACK -> false; // whoever sent it, and nobody for them
        };
    }

    /**
     * That an account may decide so on it.
     *
     * @throws ProblemException if it may not; as if there were no such report, if it does not see it
     */
    void requirePermitted(Transaction transaction, Decision decision, Warrants.Warrant warrant, String person) {
        if (decision == Decision.TAKE_BACK) {
            if (!reporter.equals(person)) {
                throw notTheirs(decision, List.of(), person);
            }
            return;
        }
        if (warrant.decides() == null && warrant.signs() == null) {
            throw new ProblemException(ProblemCode.NOT_PERMITTED, person + " has no right to decide on reports");
        }
        if (!reaches(transaction, warrant.decides()) && !reaches(transaction, warrant.signs())) {
            throw unknown(report);
        }
        if (!permits(transaction, decision, warrant)) {
            throw notTheirs(decision, Offices.of(transaction, id), person);
        }
        if (reporter.equals(person) && !warrant.ownToo()) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    person + " sent report " + report + " in and does not decide on it; another person must");
        }
    }

    private ProblemException notTheirs(Decision decision, List<String> offices, String person) {
        return switch (decision) {
            case APPROVE, RETURN ->
                offices.isEmpty()
                        ? new ProblemException(
                                ProblemCode.NOT_PERMITTED,
                                "report " + report + " needs no office's signature; a reviewer decides on it, not "
                                        + person)
                        : Signatures.notTheirOffice(offices, person);
            case TAKE_BACK ->
                new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        person + " did not send report " + report + " in; who did can take it back, a reviewer can"
                                + " return it");
            case WITHDRAW ->
                new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "an approval is withdrawn by a reviewer, which " + person + " is not");
        };
    }

    private boolean reaches(Transaction transaction, @Nullable Sight sight) {
        return sight != null && new ReportSight(transaction, sight).reaches(id);
    }
}
