// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
        name = "clearground",
        mixinStandardHelpOptions = true,
        version = "clearground 0.1.0",
        description = "Open national mine action information management.",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            AdoptCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            CheckCommand.class,
            ReportsCommand.class,
            BulletinCommand.class,
            EditionCommand.class,
            TablesCommand.class,
            SiteCommand.class,
            LandCommand.class,
            StatementsCommand.class,
            OrganisationsCommand.class,
            UsersCommand.class,
            BackupCommand.class,
            VerifyCommand.class,
            RebuildCommand.class
        })
public final class CommandLineFace implements Runnable {

    @picocli.CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do");
    }

    /** Every command explains itself with --help. */
    private static CommandLine commandLine() {
        var root = new CommandLine(new CommandLineFace());
        root.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .mixinStandardHelpOptions(true));
        return root;
    }

    /**
     * Runs one command.
     *
     * @return its exit code
     */
    public static int run(String... arguments) {
        System.setOut(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            return commandLine()
                    .setExecutionExceptionHandler((thrown, command, parsed) -> ExitCodes.tell(thrown))
                    .setParameterExceptionHandler((wrong, texts) -> ExitCodes.wrongCall(wrong))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(arguments);
        } catch (Error failed) {
            // Left to itself, Java would end with 1, which says that a person must look at findings.
            return ExitCodes.tell(failed);
        }
    }
}
