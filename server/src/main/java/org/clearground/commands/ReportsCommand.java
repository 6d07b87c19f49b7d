// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reports", description = "Lists reports and decides on them: approve, return, withdraw.")
final class ReportsCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "WHAT", description = "list, approve, return or withdraw.")
    private String what = "list";

    @Parameters(index = "1..*", paramLabel = "REPORT", description = "Ids of reports.")
    private List<String> ids = List.of();

    @Option(names = "--reason", description = "Why a report is returned or withdrawn.")
    private @Nullable String reason;

    @Option(names = "--status", description = "List only these: PENDING, APPROVED, RETURNED, WITHDRAWN, CORRECTED.")
    private @Nullable ReportStatus status;

    @Override
    public Integer call() {
        try (var application = data.open()) {
            if (what.equals("list")) {
                application
                        .store()
                        .read(transaction -> new ReportQueries(transaction).list(status, null, 0, 10_000))
                        .forEach(report -> System.out.println(report.id() + "  " + report.status() + "  "
                                + report.organisation() + "  " + report.number() + "  " + report.periodFrom() + "  "
                                + report.district() + "  " + report.blocking() + " blocking, " + report.warnings()
                                + " warnings  " + report.fileName()));
                return ExitCodes.DONE;
            }
            application.decisions().decide(decision(), reportIds(), reason, DataOption.actor());
            System.out.println("Decided on " + ids.size() + " reports: " + what + ".");
            return ExitCodes.DONE;
        }
    }

    private Decision decision() {
        try {
            return Decision.valueOf(what.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + what + "\" is nothing to do; say list, approve, return or withdraw",
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
