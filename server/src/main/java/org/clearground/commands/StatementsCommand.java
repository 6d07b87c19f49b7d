// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.PackSource;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.statements.Extractor;
import org.clearground.statements.KnownNames;
import org.clearground.statements.Release;
import org.clearground.statements.ReleaseLanguage;
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

        @Option(names = "--format", defaultValue = "text", description = "text or json.")
        private OutputFormat format = OutputFormat.text;

        @Override
        public Integer call() throws IOException {
            if (format == OutputFormat.html) {
                throw new ProblemException(ProblemCode.WRONG_CALL, "extract prints text or json; say --format text");
            }
            var country = PackSource.find(pack);
            var words = new Words(country, wordsIn, Map.of());
            var release = new Release(
                    name(),
                    text(),
                    published == null ? null : Days.day(published),
                    language == null ? null : stated(language));
            var extraction = new Extractor(KnownNames.of(
                            OrganisationRegister.organisations(country), PlaceRegister.districts(country)))
                    .read(release);
            System.out.print(
                    format == OutputFormat.json
                            ? ExtractionJson.print(release, extraction, words)
                            : ExtractionText.print(release, extraction, words));
            System.out.flush();
            boolean toLookAt = !extraction.findings().isEmpty()
                    || extraction.claims().stream()
                            .anyMatch(claim -> !claim.findings().isEmpty());
            return toLookAt ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
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

        private static ReleaseLanguage stated(String code) {
            for (var each : ReleaseLanguage.values()) {
                if (each.code().equals(code.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "releases are not read in \"" + code + "\"; --lang may be en, az, ru, de, fr or es");
        }
    }
}
