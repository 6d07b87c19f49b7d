// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the measurements that its arguments name and prints a Markdown report.
 *
 * <p>Progress goes to the error stream, so that the report can be redirected alone.
 */
public final class Bench {

    static final String USAGE =
            """
            Usage: bench/run [import] [bulletin] [append] [start] [counting] [land] [pages] [public] [reconcile] [all] [--runs=N] [--rows=N] [--jar=FILE] [--dir=DIR] [--store=DIR]
              import    one file of 1,000,000 finds, beside ogr2ogr writing a GeoPackage
              bulletin  the week's bulletin with 10 thousand, 100 thousand and 1 million finds in the store
              append    1,000 files of one report, beside bare SQLite commits
              start     the programme's start to its first answer, with each JDK found
              counting  100,000 polygons with overlaps counted once and by district, beside PostGIS
              land      balances, one more approval and the history of a point among 100,000 outlines
              pages     pages and tiles of a million finds, for one person and for fifty
              public    300 weekly editions published one by one, and the public pages made of them
              reconcile 10,000 and 100,000 published statements laid beside each other
              extract   20,000 texts of releases read
              edition   the edition of a year with a million finds, all documents in three languages
              --runs    how often each is measured, 5 if not said
              --rows    finds in the import's file, 1000000 if not said
              --jar     the programme; the one that was built if not said
              --dir     where files are made, on the disk to be measured; bench/target/work if not said
              --store   the store of pages or public, made there if it is not there and kept; made anew if not said
            """;

    private Bench() {}

    /** What to measure and where. */
    record Settings(int runs, int rows, Path jar, Path directory, Optional<Path> store) {}

    public static void main(String[] arguments) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        int runs = 5;
        int rows = 1_000_000;
        var jar = Path.of("server/target/clearground.jar");
        var directory = Path.of("bench/target/work");
        Optional<Path> store = Optional.empty();
        var chosen = new ArrayList<String>();
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.replaceFirst("=.*", "")) {
                case "--runs" -> runs = Integer.parseInt(value);
                case "--rows" -> rows = Integer.parseInt(value);
                case "--jar" -> jar = Path.of(value);
                case "--store" -> store = Optional.of(Path.of(value).toAbsolutePath());
                case "--dir" -> directory = Path.of(value);
                case "import",
                        "bulletin",
                        "append",
                        "start",
                        "counting",
                        "land",
                        "pages",
                        "public",
                        "reconcile",
                        "extract",
                        "edition" -> chosen.add(argument);
                case "all" ->
                    chosen.addAll(List.of(
                            "import",
                            "bulletin",
                            "append",
                            "start",
                            "counting",
                            "land",
                            "pages",
                            "public",
                            "reconcile",
                            "extract",
                            "edition"));
                default -> {
                    System.err.print(USAGE);
                    System.exit(2);
                }
            }
        }
        if (chosen.isEmpty()) {
            System.err.print(USAGE);
            System.exit(2);
        }
        run(chosen, new Settings(runs, rows, jar.toAbsolutePath(), directory.toAbsolutePath(), store));
    }

    private static void run(List<String> chosen, Settings settings) throws Exception {
        Folders.empty(settings.directory());
        System.out.print(Machine.describe());
        for (var name : chosen) {
            var folder = Folders.empty(settings.directory().resolve(name));
            var table =
                    switch (name) {
                        case "import" -> ImportBench.measure(settings, folder);
                        case "bulletin" -> BulletinBench.measure(settings, folder);
                        case "append" -> AppendBench.measure(settings, folder);
                        case "counting" -> CountingBench.measure(settings);
                        case "land" -> LandBench.measure(settings, folder);
                        case "pages" -> PagesBench.measure(settings, folder);
                        case "public" -> PublicBench.measure(settings, folder);
                        case "reconcile" -> ReconcileBench.measure(settings);
                        case "extract" -> ExtractBench.measure(settings);
                        case "edition" -> EditionBench.measure(settings, folder);
                        default -> StartBench.measure(settings, folder);
                    };
            System.out.print(table.markdown());
            Folders.delete(folder);
        }
    }

    static void progress(String text) {
        System.err.println(text);
    }
}
