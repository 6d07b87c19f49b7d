// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "adopt",
        description =
                "Puts another country pack, or a newer one, in force in a store. What was read before stays as read.")
final class AdoptCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--pack",
            required = true,
            paramLabel = "NAME",
            description = "A bundled pack (aze), or a directory with a pack.yaml.")
    private String pack = "";

    @Override
    public Integer call() {
        try (var application = data.open()) {
            System.err.println(
                    application.adopt(pack, DataOption.actor())
                            ? "The pack " + pack + " is in force from now on."
                            : "The pack " + pack + " is in force already; nothing was changed.");
        }
        return ExitCodes.DONE;
    }
}
