// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.PackSource;
import org.clearground.packs.Words;
import org.clearground.statements.Release;
import org.clearground.statements.ReleaseLanguage;
import org.clearground.statements.intake.FigureTable;
import org.clearground.statements.intake.PackExtractor;
import org.clearground.statements.intake.ReleaseFile;
import org.clearground.statements.print.ExtractionJson;
import org.clearground.statements.print.ExtractionText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        description = "What others published, and the figures in it: statements, not findings of ours.",
        subcommands = {
            StatementsCommand.Extract.class,
            StatementRegisterCommands.Import.class,
            StatementRegisterCommands.ListAll.class,
            StatementRegisterCommands.Show.class,
            ReconcileCommand.class,
            ReconcileCommand.Settle.class,
            PublishedCommands.Series.class,
            PublishedCommands.Compare.class
        })
final class StatementsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what of the statements: extract, import, list, show, reconcile, settle, series or compare");
    }

    @Command(
            name = "extract",
            mixinStandardHelpOptions = true,
            description = "Reads the figures that the text of a release states. Needs no store and keeps nothing.")
    static final class Extract implements Callable<Integer> {

        private static final String STANDARD_INPUT = "-";

        @Parameters(paramLabel = "FILE", description = "The text of the release in UTF-8; - for standard input.")
        private String file = STANDARD_INPUT;

        @Option(names = "--published", paramLabel = "D", description = "The day it was published, 2024-04-29.")
        private @Nullable String published;

        @Option(names = "--lang", paramLabel = "L", description = "Its language: en, az, ru, de, fr or es.")
        private @Nullable String language;

        @Option(names = "--words", defaultValue = "en", description = "Language of what is printed: en, az or ru.")
        private String wordsIn = "en";

        @Option(names = "--pack", defaultValue = "aze", description = "The country pack whose names are known.")
        private String pack = "aze";

        @Option(names = "--format", defaultValue = "text", description = "text, json, or csv: a table to import.")
        private Format format = Format.text;

        @Option(names = "--number", paramLabel = "N", description = "csv: by which it shall be known, such as B301.")
        private @Nullable String number;

        @Option(names = "--publisher", paramLabel = "P", description = "csv: who published it.")
        private @Nullable String publisher;

        @Option(names = "--address", paramLabel = "A", description = "csv: of the page.")
        private @Nullable String address;

        /** What it prints. */
        enum Format {
            text,
            json,
            csv
        }

        @Override
        public Integer call() throws IOException {
            var country = PackSource.find(pack);
            var words = new Words(country, wordsIn, Map.of());
            var release = new Release(
                    name(),
                    format == Format.csv ? text().strip() : text(), // as cells of a table are read
                    published == null ? null : Days.day(published),
                    language == null ? null : ReleaseLanguage.of(language));
            var extraction = PackExtractor.of(country).read(release);
            System.out.print(
                    switch (format) {
                        case text -> ExtractionText.print(release, extraction, words);
                        case json -> ExtractionJson.print(release, extraction, words);
                        case csv ->
                            FigureTable.write(extraction.statement(
                                    release, said(number, "--number"), said(publisher, "--publisher"), address));
                    });
            System.out.flush();
            boolean toLookAt = !extraction.findings().isEmpty()
                    || extraction.claims().stream()
                            .anyMatch(claim -> !claim.findings().isEmpty());
            return toLookAt ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
        }

        private static String said(@Nullable String text, String option) {
            if (text == null || text.isBlank()) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "a table of figures names its statement; say " + option + " too");
            }
            return text;
        }

        private String name() {
            return file.equals(STANDARD_INPUT)
                    ? "standard input"
                    : String.valueOf(Path.of(file).getFileName());
        }

        private String text() throws IOException {
            if (file.equals(STANDARD_INPUT)) {
                return ReleaseFile.read(name(), System.in);
            }
            var path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "there is no file " + file + "; name the text of a release, or -");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return ReleaseFile.read(name(), in);
            }
        }
    }
}
