// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.concurrent.Callable;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.accreditation.store.AccreditationRows;
import org.clearground.commands.LandCommand.Reading;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "organisations",
        mixinStandardHelpOptions = true,
        description = "The bodies that survey and clear.",
        subcommands = OrganisationsCommand.Accreditations.class)
final class OrganisationsCommand implements Runnable {

    @picocli.CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what of the organisations");
    }

    @Command(
            name = "accreditations",
            mixinStandardHelpOptions = true,
            description = "Which bodies are accredited for which work on a day.")
    static final class Accreditations implements Callable<Integer> {
        @Mixin
        private Reading reading = new Reading();

        @Option(names = "--on", paramLabel = "D", description = "The day, 2024-04-29; today if not said.")
        private @Nullable String on;

        @Option(names = "--org", paramLabel = "CODE", description = "Of one body only.")
        private @Nullable String organisation;

        @Override
        public Integer call() {
            try (var application = reading.open()) {
                return application.store().<Integer>read(transaction -> {
                    var words = reading.words(transaction);
                    var knownAt = reading.knownAt(application);
                    var day = on == null ? knownAt.atZone(words.pack().zone()).toLocalDate() : Days.day(on);
                    if (organisation != null
                            && !OrganisationRegister.all(transaction).containsKey(organisation)) {
                        throw new ProblemException(
                                ProblemCode.WRONG_CALL,
                                "the pack names no organisation \"" + organisation
                                        + "\"; its codes stand in organisations.csv");
                    }
                    var standings =
                            new AccreditationRows(transaction).knownAt(knownAt).list(day, organisation);
                    var asOf = new AsOf(day, knownAt);
                    switch (reading.format()) {
                        case text -> System.out.print(AccreditationText.print(words, standings, asOf));
                        case csv -> System.out.print(AccreditationText.csv(standings));
                        case json -> reading.print(AccreditationText.document(words, standings, asOf));
                    }
                    return ExitCodes.DONE;
                });
            }
        }
    }
}
