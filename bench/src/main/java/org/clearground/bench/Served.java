// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.clearground.bench.Bench.Settings;

/** The programme as it serves a store, in a process of its own until this is closed. */
record Served(HttpClient client, int port, Process process, Path output) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    /**
     * Starts it, and returns when it answers.
     *
     * @throws IllegalStateException if it does not
     */
    static Served of(Settings settings, Path store, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder(
                        Commands.java(Commands.ownJdk()).toString(),
                        "-Xmx512m",
                        "-jar",
                        settings.jar().toString(),
                        "serve",
                        "--data",
                        store.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var served = new Served(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port, process, output);
        try {
            served.await();
            return served;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            served.close();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        var reader = reader();
        long begin = System.nanoTime();
        while (true) {
            try {
                reader.get("/sign-in");
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException(
                            "the server did not answer:\n" + Files.readString(output, StandardCharsets.UTF_8), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Somebody who has not signed in. */
    Reader reader() {
        return new Reader(client, port);
    }

    /** Milliseconds of processor time that it has taken. */
    double processor() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not say what a process took"))
                .toMillis();
    }

    /** The most memory that it held, in MiB, as Linux counts it. */
    double peak() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
