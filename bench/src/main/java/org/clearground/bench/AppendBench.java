// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearground.bench.Bench.Settings;
import org.sqlite.SQLiteConfig;

/** Reports that come one by one, each on the disk before the next, beside SQLite commits that do nothing else. */
final class AppendBench {

    private static final int REPORTS = 1_000;
    private static final int BLOCK = 100;
    private static final int WARM_UP = 1_000;
    private static final int FINDS = 3;
    private static final LocalDate DAY = LocalDate.of(2024, 4, 29);

    private AppendBench() {}

    static Table measure(Settings settings, Path folder) throws IOException, SQLException {
        var files = files(folder);
        warmUp(folder, files.subList(0, WARM_UP));
        var measured = files.subList(WARM_UP, files.size());
        var ours = new Samples();
        var theirs = new Samples();
        var processor = new Samples();
        for (int run = 0; run < settings.runs(); run++) {
            var own = new Samples();
            var bare = new Samples();
            var work = new Samples();
            once(Folders.empty(folder.resolve("run")), measured, own, bare, work);
            processor.add(work.sum());
            ours.add(own.sum());
            theirs.add(bare.sum());
            Bench.progress("append " + (run + 1) + ": " + Samples.written(own.sum(), 0) + " ms, bare "
                    + Samples.written(bare.sum(), 0) + " ms");
        }
        return new Table(
                        "Single reports",
                        Samples.written(REPORTS, 0) + " CSV files of one report with " + FINDS
                                + " finds, taken in and approved one by one, each a transaction that is on the disk when"
                                + " it returns, in turn (blocks of " + BLOCK
                                + ") with as many bare commits of one row with"
                                + " the file's bytes into another SQLite database on the same disk, with the same journal"
                                + " (WAL, synchronous=FULL).")
                .line(Samples.written(REPORTS, 0) + " reports", ours, 0, "ms")
                .line("processor time of these, all threads", processor, 0, "ms")
                .line(Samples.written(REPORTS, 0) + " bare commits", theirs, 0, "ms")
                .atMost(1.5, "run against run", ours.dividedBy(theirs), 2, "");
    }

    private static List<Path> files(Path folder) throws IOException {
        var writer = new FindsFile(3);
        var files = new ArrayList<Path>();
        for (int i = 0; i < WARM_UP + REPORTS; i++) {
            var file = folder.resolve("report-" + i + ".csv");
            writer.write(file, i, 1, FINDS, true, report -> DAY);
            files.add(file);
        }
        return files;
    }

    private static void warmUp(Path folder, List<Path> files) throws IOException, SQLException {
        once(Folders.empty(folder.resolve("run")), files, new Samples(), new Samples(), new Samples());
    }

    private static void once(Path folder, List<Path> files, Samples own, Samples bare, Samples work)
            throws IOException, SQLException {
        try (var intake = new Intake(folder.resolve("store"));
                var connection = bareDatabase(folder.resolve("bare.db"))) {
            for (int block = 0; block < files.size(); block += BLOCK) {
                var some = files.subList(block, Math.min(files.size(), block + BLOCK));
                long before = processorNanos();
                long begin = System.nanoTime();
                for (var file : some) {
                    intake.take(file);
                }
                own.add((System.nanoTime() - begin) / 1e6);
                work.add((processorNanos() - before) / 1e6);
                commit(connection, some, bare);
            }
        }
    }

    /** Of the whole process, compiling and collecting garbage included. */
    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }

    private static Connection bareDatabase(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("create table bytes (id integer primary key, bytes blob)");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void commit(Connection connection, List<Path> files, Samples bare) throws IOException, SQLException {
        var contents = new ArrayList<byte[]>();
        for (var file : files) {
            contents.add(Files.readAllBytes(file));
        }
        try (var insert = connection.prepareStatement("insert into bytes (bytes) values (?)")) {
            long begin = System.nanoTime();
            for (var bytes : contents) {
                insert.setBytes(1, bytes);
                insert.executeUpdate();
                connection.commit();
            }
            bare.add((System.nanoTime() - begin) / 1e6);
        }
    }
}
