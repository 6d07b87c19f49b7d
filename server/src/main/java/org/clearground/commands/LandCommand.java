// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.reports.forms.CountryWords;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "land",
        mixinStandardHelpOptions = true,
        description = "The area ledger: balances, histories, cases, and what still has to be done.",
        subcommands = {
            LandBooksCommands.Balance.class,
            LandBooksCommands.Declared.class,
            LandHistoryCommands.History.class,
            LandHistoryCommands.Cases.class,
            LandPaperCommands.CertificateCommand.class,
            LandPaperCommands.CompletionCommand.class,
            LandPaperCommands.Verify.class,
            LandHistoryCommands.Decide.class,
            LandAlertsCommand.class,
            LandAlertsCommand.Reopen.class,
            LandAlertsCommand.Close.class,
            LandFollowUpCommands.Leads.class,
            LandFollowUpCommands.Visits.class,
            LandFollowUpCommands.Overdue.class,
            LandParcelsCommand.class,
            LandSampleCommand.class
        })
final class LandCommand implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @picocli.CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what of the land");
    }

    /** A table may also be wanted for a spreadsheet. */
    enum TableFormat {
        text,
        json,
        csv
    }

    /** The store, the reader's language, and the moment of the register. */
    static final class Reading {
        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them: en, az, ru.")
        private String language = "en";

        @Option(names = "--known-at", paramLabel = "T", description = "As known at a moment, 2024-05-06T08:00:00Z.")
        private @Nullable String knownAt;

        @Option(names = "--format", defaultValue = "text", description = "text or json; tables also csv.")
        private TableFormat format = TableFormat.text;

        Application open() {
            return data.open();
        }

        TableFormat format() {
            return format;
        }

        Instant knownAt(Application application) {
            return knownAt == null ? application.clock().instant() : Days.moment(knownAt);
        }

        /** In the country, at the moment of the register. */
        LocalDate today(Instant knownAt, Words words) {
            return knownAt.atZone(words.pack().zone()).toLocalDate();
        }

        Words words(Transaction transaction) {
            return new CountryWords().in(transaction, language);
        }

        void print(Map<String, ? extends @Nullable Object> document) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        }

        ProblemException noTable() {
            return new ProblemException(
                    ProblemCode.WRONG_CALL, "this is no table; choose --format text or --format json");
        }
    }

    /** First and last day. */
    static final class PeriodOptions {
        @Option(names = "--from", required = true, paramLabel = "D", description = "First day, 2024-01-01.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "D", description = "Last day, 2024-12-31.")
        private String to = "";

        ReportingPeriod period() {
            return Days.period(from, to);
        }
    }
}
