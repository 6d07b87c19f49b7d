// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clearground.acceptance.Clearground.Ended;

/** Other people's programmes that open our files. */
final class Programmes {

    private static final int NOT_THERE = 127;

    private Programmes() {}

    /** Runs a programme; one that is not installed ends with 127, as in a shell. */
    static Ended run(String... command) {
        return runWith(Map.of(), command);
    }

    static Ended runWith(Map<String, String> environment, String... command) {
        try {
            var out = Files.createTempFile("programme", ".out");
            var err = Files.createTempFile("programme", ".err");
            try {
                var builder = new ProcessBuilder(List.of(command))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(command[0] + " does not end");
                }
                return new Ended(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException notThere) {
            return new Ended(NOT_THERE, "", String.valueOf(notThere.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Skips the test where a call fails that only asks whether something is installed. */
    static void require(String what, String... probe) {
        if (run(probe).code() != 0) {
            abort("needs " + what + ", which is not installed");
        }
    }
}
