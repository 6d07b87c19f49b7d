// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearground.administration.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description = "Copies the store while others work, verifies the copy, and writes its SHA-256 beside it.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The copy; a file that is not there yet.")
    private Path file = Path.of(".");

    @Override
    public Integer call() {
        try (var application = data.open()) {
            var made = application.backups().make(file, DataOption.actor());
            System.out.println("Backed up to " + made.file() + ": " + made.bytes() + " bytes, "
                    + made.verification().entries() + " entries and "
                    + made.verification().contents() + " kept contents verified in the copy.");
            System.out.println("SHA-256 " + made.digest().hex() + ", written to "
                    + Backups.digestFile(made.file()).getFileName() + ".");
            System.out.println("The chain of node " + made.last().node() + " ends with entry "
                    + made.last().seq() + ", hash " + made.last().hash().hex()
                    + "; write this line down and keep it elsewhere.");
        }
        return ExitCodes.DONE;
    }
}
