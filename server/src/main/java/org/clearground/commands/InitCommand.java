// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Makes a store with a country pack.")
final class InitCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The store's directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--pack",
            required = true,
            paramLabel = "NAME",
            description = "A bundled pack (aze), or a directory with a pack.yaml.")
    private String pack = "";

    @Override
    public Integer call() {
        try (var application = Application.create(directory, pack, DataOption.actor())) {
            System.err.println("Made a store in " + application.store().directory() + " with pack " + pack + ".");
        }
        return ExitCodes.DONE;
    }
}
