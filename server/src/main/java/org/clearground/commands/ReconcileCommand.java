// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.concurrent.Callable;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.print.ConflictJson;
import org.clearground.reconciliation.print.ConflictText;
import org.clearground.statements.store.StatementQueries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Where published figures contradict each other or themselves. Changes nothing.")
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

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
                switch (format) {
                    case text, html -> Printed.text(ConflictText.print(conflicts, statements.size(), words));
                    case json -> Printed.json(ConflictJson.document(conflicts, statements.size(), words));
                }
                return conflicts.isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
            });
        }
    }
}
