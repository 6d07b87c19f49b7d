// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reports", description = "Lists reports and decides on them: approve, return, withdraw.")
final class ReportsCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;
    private static final int MOST_TOLD = 20;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "WHAT", description = "list, approve, return, take-back or withdraw.")
    private String what = "list";

    @Parameters(index = "1..*", paramLabel = "REPORT", description = "Ids of reports.")
    private List<String> ids = List.of();

    @Option(names = "--reason", description = "Why a report is returned, taken back or withdrawn.")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
    private @Nullable String by;

    @Option(
            names = "--office",
            description = "In what office: information, operations, quality_assurance, authority, recipient."
                    + " What makes land usable needs two persons in the offices that the rule names.")
    private @Nullable String office;

    @Option(
            names = "--status",
            description = "List only these: PENDING, APPROVED, RETURNED, TAKEN_BACK, WITHDRAWN, CORRECTED.")
    private @Nullable ReportStatus status;

    @Option(
            names = "--submission",
            paramLabel = "SHA256",
            description = "Only reports of this file; decides on all of them that stand right and nothing blocks.")
    private @Nullable String submission;

    @Override
    public Integer call() {
        try (var application = data.open()) {
            if (what.equals("list")) {
                application
                        .store()
                        .read(transaction -> new ReportQueries(transaction).list(status, digest(), 0, MOST))
                        .forEach(report -> System.out.println(report.id() + "  " + report.status() + "  "
                                + or(report.organisation()) + "  " + or(report.number()) + "  "
                                + or(report.periodFrom()) + "  " + or(report.district()) + "  " + report.blocking()
                                + " blocking, " + report.warnings()
                                + " warnings" + (report.refused() ? ", " + FindingCode.APPROVAL_REFUSED : "") + "  "
                                + report.fileName()));
                return ExitCodes.DONE;
            }
            var decision = decision();
            var chosen = submission == null ? reportIds() : application.store().read(this::undecided);
            var decider = new ReportDecisions.Decider(
                    by == null || by.isBlank() ? DataOption.actor() : by.strip(),
                    office == null
                            ? null
                            : office.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
            ReportDecisions.Outcome outcome;
            try {
                outcome = submission == null
                        ? application.decisions().decide(decision, chosen, reason, decider)
                        : application.decisions().decideWherePossible(decision, chosen, reason, decider);
            } catch (RefusedReportException why) {
                System.out.println("Refused: " + why.getMessage() + ". Nothing was decided; that it was refused is kept"
                        + " with the report.");
                return ExitCodes.NEEDS_A_PERSON;
            }
            System.out.println("Decided on " + outcome.decided() + " reports: " + what + ".");
            if (outcome.signed() > 0) {
                System.out.println(
                        "Signed " + outcome.signed() + " reports that wait for the signature of a second person.");
            }
            outcome.refused().values().stream().limit(MOST_TOLD).forEach(why -> System.out.println("Refused: " + why));
            if (outcome.refused().size() > MOST_TOLD) {
                System.out.println(
                        "… " + (outcome.refused().size() - MOST_TOLD) + " more are refused; they stand as before.");
            }
            return outcome.refused().isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private @Nullable Digest digest() {
        try {
            return submission == null ? null : new Digest(submission);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + submission + "\" is no submission; it is named by the 64 digits of its SHA-256",
                    wrong);
        }
    }

    /** Reports of the file that the decision can be taken on. */
    private List<ReportId> undecided(Transaction transaction) {
        var decision = decision();
        var chosen = new ReportQueries(transaction)
                .list(decision.from(), digest(), 0, MOST).stream()
                        .filter(report -> decision != Decision.APPROVE || report.blocking() == 0)
                        .map(ReportQueries.Summary::id)
                        .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "no report of submission " + submission + " waits for this; see: clearground reports list");
        }
        return chosen;
    }

    private Decision decision() {
        try {
            return Decision.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + what + "\" is nothing to do; say list, approve, return, take-back or withdraw",
                    unknown);
        }
    }

    private List<ReportId> reportIds() {
        if (ids.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "name the reports by their ids; see: clearground reports list");
        }
        return ids.stream()
                .map(id -> {
                    try {
                        return ReportId.of(id);
                    } catch (IllegalArgumentException wrong) {
                        throw new ProblemException(ProblemCode.WRONG_CALL, "\"" + id + "\" is no report's id", wrong);
                    }
                })
                .toList();
    }
}
