// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.land.LandActKind.Decider;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.store.Alerts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            try (var application = data.open()) {
                var report = application
                        .alertReopening()
                        .reopen(
                                code,
                                description,
                                by == null || by.isBlank() ? DataOption.actor() : by.strip(),
                                Decider.OPERATIONS.name());
                System.out.println("Reopened: report " + report + ". The lot stands still until the alert is closed"
                        + " with: clearground land close " + code);
            }
            return ExitCodes.DONE;
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
