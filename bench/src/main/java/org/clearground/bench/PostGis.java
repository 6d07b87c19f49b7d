// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of its own with PostGIS: a cluster in a temporary folder, reached by a socket in it, gone at the end. */
final class PostGis {

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=",
            "shared_buffers=512MB",
            "work_mem=256MB",
            "maintenance_work_mem=256MB",
            "effective_cache_size=2GB",
            "jit=off");

    private final Path folder;
    private final Path programmes;
    private final List<String> user;
    private boolean running = true;

    private PostGis(Path folder, Path programmes, List<String> user) {
        this.folder = folder;
        this.programmes = programmes;
        this.user = user;
    }

    /** A timed answer: its rows, columns between bars, and what psql says that it took. */
    record Answer(List<String> rows, double milliseconds) {}

    /** Started and empty; nothing where PostgreSQL or PostGIS is not installed. */
    static Optional<PostGis> start() throws IOException, InterruptedException {
        var programmes = findProgrammes();
        if (programmes.isEmpty()) {
            return Optional.empty();
        }
        var folder = Files.createTempDirectory("clearground-postgis");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            Commands.run(folder, List.of("chown", "postgres", folder.toString()));
        }
        var server = new PostGis(
                folder, programmes.get(), root ? List.of("runuser", "-u", "postgres", "--") : List.<String>of());
        server.command("initdb", "-D", server.cluster(), "-A", "trust", "-U", "bench", "-E", "UTF8");
        var options = new StringBuilder("-k " + folder);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        server.command(
                "pg_ctl",
                "-D",
                server.cluster(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                options.toString(),
                "start");
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopAtTheEnd));
        try {
            server.ask("create extension postgis");
        } catch (IllegalStateException noPostGis) {
            server.stop();
            return Optional.empty();
        }
        return Optional.of(server);
    }

    /** So that a measurement that is broken off leaves nothing running. */
    private void stopAtTheEnd() {
        try {
            stop();
        } catch (IOException | InterruptedException notStopped) {
            Bench.progress("PostgreSQL in " + folder + " was not stopped: " + notStopped.getMessage());
        }
    }

    private static Optional<Path> findProgrammes() throws IOException {
        var places = new ArrayList<Path>();
        for (var place : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(place));
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder()).forEach(version -> places.add(version.resolve("bin")));
            }
        }
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("psql")))
                .findFirst();
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private void command(String programme, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(user);
        command.add(programmes.resolve(programme).toString());
        command.addAll(List.of(arguments));
        Commands.run(folder, command);
    }

    /** Runs statements, and times the last of them as psql does. */
    Answer ask(String sql) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("ask.sql"), "\\timing on\n" + sql + ";\n");
        var output = Commands.run(
                        folder,
                        List.of(
                                programmes.resolve("psql").toString(),
                                "-X",
                                "-q",
                                "-A",
                                "-t",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-h",
                                folder.toString(),
                                "-U",
                                "bench",
                                "-d",
                                "postgres",
                                "-f",
                                file.toString()))
                .output();
        var rows = new ArrayList<String>();
        double milliseconds = 0;
        for (var line : output.lines().toList()) {
            if (line.startsWith("Time: ")) {
                milliseconds = Double.parseDouble(line.split(" ")[1]);
            } else if (!line.isBlank()) {
                rows.add(line);
            }
        }
        return new Answer(rows, milliseconds);
    }

    /** Fills a new table of geometries from hexadecimal WKB, with the index that anyone would make. */
    void fill(String table, List<String> geometries) throws IOException, InterruptedException {
        var sql = new StringBuilder("drop table if exists " + table + ";\ncreate table " + table
                + " (id integer primary key, ground geometry(Polygon, 4326) not null);\ncopy " + table
                + " from stdin;\n");
        for (int i = 0; i < geometries.size(); i++) {
            sql.append(i).append('\t').append(geometries.get(i)).append('\n');
        }
        sql.append("\\.\ncreate index on ")
                .append(table)
                .append(" using gist (ground);\nvacuum analyze ")
                .append(table);
        ask(sql.toString());
    }

    synchronized void stop() throws IOException, InterruptedException {
        if (!running) {
            return;
        }
        running = false;
        command("pg_ctl", "-D", cluster(), "-m", "fast", "-w", "stop");
        Folders.delete(folder);
    }
}
