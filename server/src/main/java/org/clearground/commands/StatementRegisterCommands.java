// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.packs.Words;
import org.clearground.statements.print.IntakeText;
import org.clearground.statements.print.StatementText;
import org.clearground.statements.store.StatementImport;
import org.clearground.statements.store.StatementQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register of statements by command. */
final class StatementRegisterCommands {

    private StatementRegisterCommands() {}

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes a table of statements in: CSV, a row for each statement or for each figure.")
    static final class Import implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "The table.")
        private Path file = Path.of("");

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--dry-run", description = "Show everything that would happen; keep nothing.")
        private boolean dryRun;

        @Option(
                names = "--corrections",
                description = "Where a number is on record with other content, the file's replaces it in the register.")
        private boolean corrections;

        @Option(names = "--format", defaultValue = "text", description = "text or json.")
        private OutputFormat format = OutputFormat.text;

        @Option(names = "--lang", defaultValue = "en", description = "Language of the findings.")
        private String language = "en";

        @Override
        public Integer call() {
            try (var application = data.open()) {
                application.store().onWaiting(new Terminal()::line);
                var words = new Words(application.country().pack(), language, Map.of());
                var result = application
                        .statementImport()
                        .run(new StatementImport.Request(
                                ReceivedFile.inspect(file), corrections, dryRun, DataOption.actor()));
                switch (format) {
                    case text, html -> {
                        System.out.println(IntakeText.sentence(result, words));
                        FindingLines.tell(result.findings(), words);
                    }
                    case json -> Printed.json(IntakeText.json(result, words));
                }
                return result.findings().isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
            }
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All statements, each in its last version.")
    static final class ListAll implements Callable<Integer> {

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
                    switch (format) {
                        case text, html -> Printed.text(StatementText.list(words, statements));
                        case json -> {
                            var map = new LinkedHashMap<String, @Nullable Object>();
                            map.put(
                                    "statements",
                                    statements.stream().map(StatementText::json).toList());
                            map.put("caution", words.say("statement.others"));
                            Printed.json(map);
                        }
                    }
                    return ExitCodes.DONE;
                });
            }
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One statement with its figures and, where it is kept, its text.")
    static final class Show implements Callable<Integer> {

        @Parameters(paramLabel = "NUMBER", description = "Its number, as statements list prints it.")
        private String number = "";

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
                    var recorded = new StatementQueries(transaction)
                            .find(number)
                            .orElseThrow(() -> new ProblemException(
                                    ProblemCode.NOT_FOUND,
                                    "there is no statement \"" + number + "\"; see: clearground statements list"));
                    switch (format) {
                        case text, html -> Printed.text(StatementText.print(words, recorded));
                        case json -> Printed.json(StatementText.json(words, recorded));
                    }
                    return ExitCodes.DONE;
                });
            }
        }
    }
}
