// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Recomputes the ledger's chain, the digest of everything kept, and every register from them.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var application = data.open()) {
            var terminal = new Terminal();
            var result = application
                    .verification()
                    .run(true, DataOption.actor(), (done, of) -> terminal.bar("Verifying", done, of));
            terminal.clear();
            var fault = result.fault();
            if (fault.isPresent()) {
                System.out.println(fault.get().substring(0, 1).toUpperCase(Locale.ROOT)
                        + fault.get().substring(1) + ". "
                        + (result.changedTable() == null
                                ? "Restore a backup and compare."
                                : "Make it again with: clearground rebuild."));
                return ExitCodes.NEEDS_A_PERSON;
            }
            System.out.println("The ledger holds: " + result.verification().entries() + " entries, "
                    + result.verification().contents() + " kept contents.");
            return ExitCodes.DONE;
        }
    }
}
