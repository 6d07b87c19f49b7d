// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandBalance;
import org.clearground.land.print.BalanceText;
import org.clearground.land.print.HistoryText;
import org.clearground.land.print.LandJson;
import org.clearground.land.store.LandBalances;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the books say: balances, and what bodies declare beside them. */
final class LandBooksCommands {

    private LandBooksCommands() {}

    @Command(
            name = "balance",
            mixinStandardHelpOptions = true,
            description = "Opening + found + added + reopened − cancelled − reduced − cleared = closing.")
    static final class Balance implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Mixin
        private LandCommand.PeriodOptions period = new LandCommand.PeriodOptions();

        @Option(names = "--by", paramLabel = "DIM", description = "district, organisation, purpose or method.")
        private @Nullable String by;

        @Override
        public Integer call() {
            var asked = period.period();
            var dimension = dimension();
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    var balance = new LandBalances(transaction).balance(asked, knownAt, dimension);
                    var words = reading.words(transaction);
                    switch (reading.format()) {
                        case text -> System.out.print(BalanceText.print(balance, words));
                        case csv -> System.out.print(BalanceText.csv(balance, words));
                        case json -> reading.print(new LandJson(words).balance(balance));
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }

        private LandBalance.Dimension dimension() {
            try {
                return by == null
                        ? LandBalance.Dimension.NONE
                        : LandBalance.Dimension.valueOf(by.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "cannot break down by \"" + by + "\"; by district, organisation, purpose or method",
                        unknown);
            }
        }
    }

    @Command(
            name = "declared",
            mixinStandardHelpOptions = true,
            description = "What operators say they cleared, what their outlines cover, what was counted before.")
    static final class Declared implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Mixin
        private LandCommand.PeriodOptions period = new LandCommand.PeriodOptions();

        @Option(
                names = "--by",
                paramLabel = "DIM",
                description = "organisation: clearance work of each body; act: all reports of ground by what they do.")
        private String by = "organisation";

        @Override
        public Integer call() {
            var asked = period.period();
            if (!by.equals("organisation") && !by.equals("act")) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "cannot break down by \"" + by + "\"; by organisation or act");
            }
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    var balances = new LandBalances(transaction);
                    var lines = by.equals("act")
                            ? balances.declaredByAct(asked, knownAt)
                            : balances.declared(asked, knownAt);
                    var words = reading.words(transaction);
                    boolean sample = balances.declaredBySample(asked, knownAt);
                    switch (reading.format()) {
                        case text -> System.out.print(new HistoryText(words).declared(lines, sample));
                        case csv -> System.out.print(HistoryText.csv(lines));
                        case json -> reading.print(new LandJson(words).declared(asked, lines, sample));
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }
    }
}
