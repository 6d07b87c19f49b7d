// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.clearground.bench.Bench.Settings;

/** From the programme's start to its first answer: a page served, and a bulletin printed. */
final class StartBench {

    private static final long PATIENCE_SECONDS = 120;

    private StartBench() {}

    /** A way to start the programme. */
    private record Way(String name, List<String> java, Samples served, Samples printed) {}

    static Table measure(Settings settings, Path folder) throws IOException, InterruptedException {
        var store = folder.resolve("store");
        var jar = settings.jar().toString();
        var demo = List.of("-jar", jar, "demo", "--no-serve", "--data", store.toString());
        Commands.run(folder, whole(List.of(Commands.java(Commands.ownJdk()).toString()), demo));
        var ways = ways(folder, jar, store);
        var answer = "";
        for (int run = 0; run < settings.runs(); run++) {
            for (var way : ways) {
                var served = serve(folder, way.java(), jar, store);
                answer = served.answer();
                way.served().add(served.milliseconds());
                way.printed().add(Commands.run(folder, whole(way.java(), demo)).seconds() * 1_000);
            }
            Bench.progress("start " + (run + 1));
        }
        var table = new Table(
                "Start",
                "From the start of the process. Served: `serve`, to the first answer to `GET /` (" + answer
                        + "). Printed: the second `demo --no-serve`, which finds its files imported, prints a bulletin and ends.");
        for (var way : ways) {
            table.line(way.name() + ", served", way.served(), 0, "ms");
            table.line(way.name() + ", printed", way.printed(), 0, "ms");
        }
        return table;
    }

    private static List<Way> ways(Path folder, String jar, Path store) throws IOException, InterruptedException {
        var ways = new ArrayList<Way>();
        for (var home : jdks()) {
            var java = Commands.java(home).toString();
            int version = version(home);
            ways.add(new Way("JDK " + version, List.of(java), new Samples(), new Samples()));
            if (version >= 25) {
                ways.add(withCache("JDK " + version + ", AOT cache", java, folder, jar, store));
            }
        }
        return ways;
    }

    /** The cache of classes is learnt from one run that serves, and serves printing too. */
    private static Way withCache(String name, String java, Path folder, String jar, Path store)
            throws IOException, InterruptedException {
        var cache = folder.resolve("clearground.aot");
        Bench.progress("start: learning the AOT cache");
        serve(folder, List.of(java, "-XX:AOTCacheOutput=" + cache), jar, store);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no AOT cache was written");
        }
        Bench.progress("start: the AOT cache has " + (Files.size(cache) >> 20) + " MiB");
        return new Way(name, List.of(java, "-XX:AOTCache=" + cache), new Samples(), new Samples());
    }

    /** The JDK that runs this, and its neighbours of other versions. */
    private static List<Path> jdks() throws IOException {
        var own = Commands.ownJdk().toRealPath();
        var found = new ArrayList<Path>(List.of(own));
        var seen = new TreeSet<Integer>(List.of(version(own)));
        var around = own.getParent();
        if (around != null) {
            try (var neighbours = Files.list(around)) {
                for (var home : neighbours.sorted().toList()) {
                    if (Files.exists(home.resolve("release"))
                            && Files.isExecutable(Commands.java(home))
                            && version(home) >= 17
                            && seen.add(version(home))) {
                        found.add(home);
                    }
                }
            }
        }
        return found;
    }

    private static int version(Path home) throws IOException {
        var release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
            release.load(in);
        }
        return Integer.parseInt(
                release.getProperty("JAVA_VERSION", "0").replace("\"", "").replaceFirst("\\..*", ""));
    }

    private static List<String> whole(List<String> java, List<String> rest) {
        var command = new ArrayList<>(java);
        command.addAll(rest);
        return command;
    }

    private record Served(double milliseconds, String answer) {}

    private static Served serve(Path folder, List<String> java, String jar, Path store)
            throws IOException, InterruptedException {
        int port = freePort();
        var command =
                whole(java, List.of("-jar", jar, "serve", "--data", store.toString(), "--port", String.valueOf(port)));
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            while (true) {
                var answer = ask(port);
                if (!answer.isEmpty()) {
                    return new Served((System.nanoTime() - begin) / 1e6, answer);
                }
                if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("the server did not answer:\n"
                            + Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8));
                }
                Thread.sleep(2);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The status line; empty while nobody answers. */
    private static String ask(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException notYet) {
            return "";
        }
    }
}
