// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.print.ConflictJson;
import org.clearground.reconciliation.print.ConflictText;
import org.clearground.reconciliation.store.Settlements;
import org.clearground.statements.store.StatementQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Where published figures contradict each other or themselves. Changes nothing.")
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--all", description = "Those that were settled, too.")
    private boolean all;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private OutputFormat format = OutputFormat.text;

    @Option(names = "--lang", defaultValue = "en", description = "Language of the words.")
    private String language = "en";

    @Override
    public Integer call() {
        try (var application = data.open()) {
            return application.store().<Integer>read(transaction -> {
                var words = Application.words(transaction, language);
                var statements = new StatementQueries(transaction).all();
                var conflicts = Reconciler.conflicts(statements);
                var settlements = Settlements.all(transaction);
                switch (format) {
                    case text, html ->
                        Printed.text(ConflictText.print(conflicts, settlements, all, statements.size(), words));
                    case json ->
                        Printed.json(ConflictJson.document(conflicts, settlements, all, statements.size(), words));
                }
                return Settlement.open(conflicts, settlements).isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
            });
        }
    }

    @Command(
            name = "settle",
            mixinStandardHelpOptions = true,
            description = "Decides what holds where published figures contradict each other; no statement is changed.")
    static final class Settle implements Callable<Integer> {

        @Parameters(paramLabel = "KEY", description = "Its key, as statements reconcile prints it in brackets.")
        private String key = "";

        @Mixin
        private DataOption data = new DataOption();

        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        @Option(names = "--reason", required = true, description = "Why; the auditor will read it.")
        private String reason = "";

        @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
        private @Nullable String by;

        /** What holds. */
        static final class Choice {

            @Option(names = "--reading", paramLabel = "N", description = "The reading that holds, by its number.")
            private @Nullable Integer reading;

            @Option(names = "--value", paramLabel = "V", description = "What holds though nobody says so: 880.3")
            private @Nullable BigDecimal value;

            @Option(names = "--none", description = "None of the readings holds, or nothing is wrong.")
            private boolean none;
        }

        @Override
        public Integer call() {
            try (var application = data.open()) {
                var conflict = application.store().<Conflict>read(transaction -> Settlements.find(transaction, key));
                var holds = holds(conflict);
                application
                        .settlements()
                        .settle(conflict, holds, reason, by == null || by.isBlank() ? DataOption.actor() : by.strip());
                System.out.println("Settled: " + conflict.key() + ". The statements stay as they were published.");
                return ExitCodes.DONE;
            }
        }

        private @Nullable Reading holds(Conflict conflict) {
            if (choice.reading != null) {
                return conflict.reading(choice.reading);
            }
            return choice.none || choice.value == null ? null : conflict.valued(choice.value);
        }
    }
}
