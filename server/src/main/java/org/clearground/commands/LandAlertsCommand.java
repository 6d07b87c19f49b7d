// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandActKind.Decider;
import org.clearground.land.LandReport;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.store.Alerts;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Finds and accidents on released ground. Nothing of their lots is accepted or handed over meanwhile.")
final class LandAlertsCommand implements Callable<Integer> {

    @Mixin
    private LandCommand.Reading reading = new LandCommand.Reading();

    @Option(names = "--closed", description = "Those that quality assurance closed.")
    private boolean closed;

    @Override
    public Integer call() {
        try (var application = reading.open()) {
            var knownAt = reading.knownAt(application);
            return application.store().<Integer>read(transaction -> {
                var alerts = new Alerts(transaction).list(closed ? Alerts.Asked.CLOSED : Alerts.Asked.OPEN, knownAt);
                var printer = new AlertPrinter(reading.words(transaction));
                switch (reading.format()) {
                    case text -> System.out.print(printer.text(alerts));
                    case json ->
                        reading.print(Map.of(
                                "alerts", alerts.stream().map(printer::json).toList()));
                    case csv -> throw reading.noTable();
                }
                System.out.flush();
                return closed || alerts.isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
            });
        }
    }

    @Command(
            name = "reopen",
            mixinStandardHelpOptions = true,
            description = "Confirms an alert: what was released together at its place is hazardous again.")
    static final class Reopen implements Callable<Integer> {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "ALERT", description = "Its code, as land alerts lists it.")
        private String code = "";

        @Option(
                names = "--description",
                required = true,
                description = "What happened, for the register; no names of victims.")
        private String description = "";

        @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
        private @Nullable String by;

        @Override
        public Integer call() {
            var person = by == null || by.isBlank() ? DataOption.actor() : by.strip();
            if (description.isBlank()) {
                throw new ProblemException(ProblemCode.WRONG_CALL, "say with --description what happened");
            }
            try (var application = data.open()) {
                var moment = application.clock().instant();
                var alert = application
                        .store()
                        .read(transaction -> new Alerts(transaction).find(code, moment))
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "there is no alert \"" + code + "\"; see: clearground land alerts"));
                reopen(application, alert, person);
            }
            return ExitCodes.DONE;
        }

        /** The register makes the report that operations would have written, and they sign it. */
        private void reopen(Application application, GroundAlert alert, String person) {
            var file = written(alert);
            try {
                var result = application
                        .reportImport()
                        .run(
                                new ImportRequest(
                                        file,
                                        LandReport.REOPENING,
                                        null,
                                        Mapping.NONE,
                                        false,
                                        false,
                                        "alert " + alert.code()),
                                application.country(),
                                count -> {});
                var pending = application.store().read(transaction -> new ReportQueries(transaction)
                        .list(ReportStatus.PENDING, result.submission(), 0, 2).stream()
                                .map(ReportQueries.Summary::id)
                                .toList());
                if (pending.isEmpty()) {
                    throw new ProblemException(
                            ProblemCode.WRONG_CALL,
                            "alert " + alert.code() + " was confirmed in these words before; nothing was changed");
                }
                application
                        .decisions()
                        .decide(
                                ReportDecisions.Decision.APPROVE,
                                pending,
                                null,
                                new ReportDecisions.Decider(person, Decider.OPERATIONS.name()));
                System.out.println("Reopened: report " + pending.get(0) + ". The lot stands still until the alert is"
                        + " closed with: clearground land close " + alert.code());
            } finally {
                file.toFile().delete();
            }
        }

        private Path written(GroundAlert alert) {
            var report = new LinkedHashMap<String, @Nullable Object>();
            report.put("report_no", alert.code());
            report.put("organisation", alert.organisation());
            report.put("happened_on", alert.happenedOn().toString());
            report.put("cause", alert.cause().name().toLowerCase(Locale.ROOT));
            report.put(
                    "place",
                    alert.position().latitude() + " " + alert.position().longitude());
            report.put("hazard_code", alert.hazard());
            report.put("description", description.strip());
            report.put("sample", alert.sample() ? "true" : "false");
            try {
                var file = Files.createTempFile("reopening-" + alert.code() + "-", ".json");
                Files.writeString(file, JSON.writeValueAsString(List.of(report)));
                return file;
            } catch (IOException failed) {
                throw new ProblemException(
                        ProblemCode.STORAGE_UNAVAILABLE,
                        "the report cannot be written to the folder for temporary files (" + failed.getMessage()
                                + "); free space there",
                        failed);
            }
        }
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Ends the investigation of an alert; its lot may go on.")
    static final class Close implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "ALERT", description = "Its code, as land alerts lists it.")
        private String code = "";

        @Option(
                names = "--conclusion",
                required = true,
                description = "Why it happened and what was done; the auditor will read it.")
        private String conclusion = "";

        @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
        private @Nullable String by;

        @Option(names = "--office", required = true, description = "quality-assurance, whose decision it is.")
        private String office = "";

        @Override
        public Integer call() {
            try (var application = data.open()) {
                var alert = application
                        .alertDecisions()
                        .close(
                                code,
                                conclusion,
                                by == null || by.isBlank() ? DataOption.actor() : by.strip(),
                                office.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
                System.out.println("Closed: alert " + alert.code() + ".");
            }
            return ExitCodes.DONE;
        }
    }
}
