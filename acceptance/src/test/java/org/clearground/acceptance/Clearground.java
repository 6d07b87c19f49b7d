// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The jar, started as a programme of its own. */
final class Clearground {

    static final int DONE = 0;
    static final int NEEDS_A_PERSON = 1;
    static final int WRONG_CALL = 2;
    static final int SYSTEM = 3;

    static final Path JAR = Path.of(Objects.requireNonNull(
            System.getProperty("clearground.jar"), "run by Maven, which says where clearground.jar is"));
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g");
    private static final long PATIENCE_SECONDS = 240;

    private Clearground() {}

    /** How a call ended and what it said. */
    record Ended(int code, String out, String err) {

        /** Requires this exit code. */
        Ended with(int expected) {
            assertThat(code).as("exit code; it said: %s%n%s", err, out).isEqualTo(expected);
            return this;
        }

        /** Requires a refusal: one sentence on standard error that says these things, and nothing else anywhere. */
        Ended refusing(int expected, String... saying) {
            with(expected);
            assertThat(err.lines().toList())
                    .as("one sentence on standard error")
                    .hasSize(1);
            assertThat(err).startsWith("clearground: ").contains(saying);
            assertThat(err).doesNotContain("Exception", "something went wrong inside", "\tat ");
            assertThat(out).as("standard output").isEmpty();
            return this;
        }

        /** Requires findings of these kinds, each once or more, told on standard output. */
        Ended finding(String... codes) {
            with(NEEDS_A_PERSON);
            for (var code : codes) {
                assertThat(out).contains("(" + code + ")");
            }
            assertThat(err).isEmpty();
            return this;
        }

        /** Requires that it says these things on standard output. */
        Ended saying(String... texts) {
            assertThat(out).contains(texts);
            return this;
        }
    }

    static Ended run(Object... arguments) {
        return runWith(List.of(), arguments);
    }

    /** Runs with options for the Java machine. */
    static Ended runWith(List<String> machine, Object... arguments) {
        try {
            var out = Files.createTempFile("clearground", ".out");
            var err = Files.createTempFile("clearground", ".err");
            try {
                var process = builder(machine, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("no end after " + PATIENCE_SECONDS + " seconds; it said: "
                            + Files.readString(err) + Files.readString(out));
                }
                return new Ended(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A call that has not been started yet. */
    static ProcessBuilder builder(List<String> machine, Object... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(machine);
        command.add("-jar");
        command.add(JAR.toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("CLEARGROUND_TRACE");
        return builder;
    }
}
