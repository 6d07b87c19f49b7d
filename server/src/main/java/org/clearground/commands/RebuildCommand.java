// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "rebuild", description = "Drops every register and makes it again from the ledger.")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var application = data.open()) {
            System.err.println("Rebuilding the registers from the ledger.");
            long entries = application.rebuild().run();
            System.out.println("Rebuilt from " + entries + " entries.");
            return ExitCodes.DONE;
        }
    }
}
