// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.clearground.bench.Bench.Settings;

/** A file of a million finds: read, checked, approved and kept, beside what GDAL takes to make a GeoPackage of it. */
final class ImportBench {

    private static final LocalDate FIRST_WEEK = LocalDate.of(2005, 1, 3);
    private static final int WEEKS = 20 * 52;

    private ImportBench() {}

    static Table measure(Settings settings, Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("finds.csv");
        int reports = settings.rows() / FindsFile.FINDS_A_REPORT;
        new FindsFile(1)
                .write(
                        file,
                        0,
                        reports,
                        FindsFile.FINDS_A_REPORT,
                        false,
                        report -> FIRST_WEEK.plusWeeks((long) report * WEEKS / reports));
        boolean peer = !Commands.firstLine("ogr2ogr", "--version").equals("not found");
        var ours = new Samples();
        var rate = new Samples();
        var peak = new Samples();
        var theirs = new Samples();
        for (int run = 0; run < settings.runs(); run++) {
            var own = clearground(settings, folder, file);
            ours.add(own.seconds());
            rate.add(settings.rows() / own.seconds());
            own.peakMebibytes().ifPresent(peak::add);
            if (peer) {
                theirs.add(ogr2ogr(folder, file));
            }
            Bench.progress("import " + (run + 1) + ": " + Samples.written(own.seconds(), 1) + " s"
                    + (peer ? ", ogr2ogr " + Samples.written(theirs.get(run), 1) + " s" : ""));
        }
        var table = new Table(
                "Import of " + Samples.written(settings.rows(), 0) + " finds",
                "One CSV file of " + (Files.size(file) >> 20) + " MiB, " + FindsFile.FINDS_A_REPORT
                        + " finds a report, into a new store with `java -Xmx512m -jar clearground.jar import"
                        + " --as progress --approve`: every row checked, the file and its reading kept in the ledger, the"
                        + " registers and their spatial index written, all in one transaction. The heap cannot exceed 512 MiB."
                        + " In turn with `ogr2ogr -f GPKG` with a spatial index on the same file, which checks nothing.");
        table.line("seconds", ours, 1, "s").atLeast(15_000, "rows a second", rate, 0, "");
        if (!peak.isEmpty()) {
            table.line("peak resident memory, with everything outside the heap", peak, 0, "MiB");
        }
        if (peer) {
            table.line("ogr2ogr", theirs, 1, "s")
                    .atMost(2, "median against median", ours.median() / theirs.median(), "", 2, "")
                    .atMost(2, "run against run", ours.dividedBy(theirs), 2, "");
        }
        return table;
    }

    private static Commands.Taken clearground(Settings settings, Path folder, Path file)
            throws IOException, InterruptedException {
        var store = Folders.empty(folder.resolve("store")).toString();
        var java = Commands.java(Commands.ownJdk()).toString();
        var jar = settings.jar().toString();
        Commands.run(folder, List.of(java, "-jar", jar, "init", "--data", store, "--pack", "aze"));
        var taken = Commands.run(
                folder,
                List.of(
                        java,
                        "-Xmx512m",
                        "-jar",
                        jar,
                        "import",
                        file.toString(),
                        "--as",
                        "progress",
                        "--approve",
                        "--data",
                        store));
        Folders.delete(folder.resolve("store"));
        return taken;
    }

    private static double ogr2ogr(Path folder, Path file) throws IOException, InterruptedException {
        var written = folder.resolve("peer.gpkg");
        Files.deleteIfExists(written);
        return Commands.run(
                        folder,
                        List.of(
                                "ogr2ogr",
                                "-f",
                                "GPKG",
                                written.toString(),
                                file.toString(),
                                "-oo",
                                "X_POSSIBLE_NAMES=point_longitude",
                                "-oo",
                                "Y_POSSIBLE_NAMES=point_latitude",
                                "-a_srs",
                                "EPSG:4326",
                                "-lco",
                                "SPATIAL_INDEX=YES"))
                .seconds();
    }
}
