// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Runs other programmes and watches what they take. */
final class Commands {

    private static final Path TIME = Path.of("/usr/bin/time");
    private static final Pattern PEAK = Pattern.compile("Maximum resident set size \\(kbytes\\): (\\d+)");

    private Commands() {}

    /**
     * What a programme took.
     *
     * @param peakMebibytes the most memory it held, heap and everything else; empty without GNU time
     */
    record Taken(double seconds, OptionalDouble peakMebibytes, String output) {}

    static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    static Path ownJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * Runs a programme to its end.
     *
     * @throws IllegalStateException if it says that it failed
     */
    static Taken run(Path folder, List<String> command) throws IOException, InterruptedException {
        var log = folder.resolve("output.txt");
        var measured = folder.resolve("measured.txt");
        var whole = new ArrayList<String>();
        boolean peak = Files.isExecutable(TIME);
        if (peak) {
            whole.addAll(List.of(TIME.toString(), "-v", "-o", measured.toString()));
        }
        whole.addAll(command);
        long begin = System.nanoTime();
        var process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        var output = Files.readString(log, StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new IllegalStateException("exit " + exit + " of " + String.join(" ", command) + "\n" + output);
        }
        return new Taken(seconds, peak ? peak(measured) : OptionalDouble.empty(), output);
    }

    private static OptionalDouble peak(Path measured) throws IOException {
        var found = PEAK.matcher(Files.readString(measured, StandardCharsets.UTF_8));
        return found.find() ? OptionalDouble.of(Long.parseLong(found.group(1)) / 1024.0) : OptionalDouble.empty();
    }

    /** The first line that a programme says; "not found" where there is none. */
    static String firstLine(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.lines().findFirst().orElse("") : "not found";
        } catch (IOException absent) {
            return "not found";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "not found";
        }
    }
}
