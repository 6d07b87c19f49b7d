// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The sample country's store, served by the real jar on loopback, with the accounts that the operator gives. */
final class ServedSite implements AutoCloseable {

    static final String PASSWORD = "a sentence to sign in by";

    private final Path data;
    private final int port;
    private final Process process;

    private final String host;

    private ServedSite(Path data, String host, int port, Process process) {
        this.data = data;
        this.host = host;
        this.port = port;
        this.process = process;
    }

    /** Makes the demo's store and serves it. */
    static ServedSite ofDemo(Path directory) {
        var data = directory.resolve("demo");
        Clearground.run("demo", "--data", data, "--no-serve").with(Clearground.DONE);
        return of(data, "http://localhost");
    }

    /**
     * Serves a store.
     *
     * @param host by which it is asked, without the port
     */
    static ServedSite of(Path data, String host, Object... options) {
        try {
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var call = new ArrayList<Object>(List.of("serve", "--data", data, "--port", port));
            call.addAll(List.of(options));
            var process = Clearground.builder(List.of(), call.toArray())
                    .redirectErrorStream(true)
                    .start();
            awaitServing(process);
            return new ServedSite(data, host, port, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Until it says that it serves; what it says later is read and dropped. */
    private static void awaitServing(Process process) {
        var serving = new CountDownLatch(1);
        var said = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var reader = new Thread(() -> {
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.startsWith("Serving ")) {
                        serving.countDown();
                    }
                }
            } catch (IOException ended) {
                said.add(String.valueOf(ended.getMessage()));
            }
        });
        reader.setDaemon(true);
        reader.start();
        try {
            assertThat(serving.await(60, TimeUnit.SECONDS))
                    .as("the site is served; it said: %s", said)
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String origin() {
        return host + ":" + port;
    }

    Path data() {
        return data;
    }

    /**
     * Gives an account, as an operator does at the machine.
     *
     * @return the link by which its password is set
     */
    String account(String name, String role, String... more) {
        var call = new ArrayList<Object>(
                List.of("users", "add", name, "--role", role, "--data", data, "--site", origin()));
        call.addAll(List.of(more));
        var ended = Clearground.run(call.toArray()).with(Clearground.DONE);
        return ended.out()
                .lines()
                .filter(line -> line.startsWith(origin()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
