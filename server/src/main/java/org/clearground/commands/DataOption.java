// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which store, and who acts. */
final class DataOption {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The store's directory.")
    Path directory = Path.of(".");

    Application open() {
        return Application.open(directory);
    }

    /** Until people sign in, the machine's user acts. */
    static String actor() {
        return "cli:" + System.getProperty("user.name", "unknown");
    }
}
