// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.concurrent.Callable;
import org.clearground.ledger.Verification;
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
            var verification = application.store().read(Verification::of);
            var broken = verification.broken();
            if (broken == null) {
                var changed = application.rebuild().firstDifference();
                if (changed.isPresent()) {
                    System.out.println("The ledger holds, but table " + changed.get()
                            + " was changed outside Clearground: it does not say what the ledger makes of it."
                            + " Make it again with: clearground rebuild.");
                    return ExitCodes.NEEDS_A_PERSON;
                }
                System.out.println("The ledger holds: " + verification.entries() + " entries, "
                        + verification.contents() + " kept contents.");
                return ExitCodes.DONE;
            }
            System.out.println("The store was changed outside Clearground"
                    + (broken.seq() > 0 ? ", first at entry " + broken.seq() + " of node " + broken.node() : "") + ": "
                    + broken.reason() + ". Restore a backup and compare.");
            return ExitCodes.NEEDS_A_PERSON;
        }
    }
}
