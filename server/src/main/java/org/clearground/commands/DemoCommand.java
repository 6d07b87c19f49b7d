// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.print.TextPrinter;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.demo.PublishedWeek;
import org.clearground.demo.SampleReports;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.PackSource;
import org.clearground.places.Gazetteer;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.storage.Store;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Makes a store of a sample country, takes sample reports in, prints a week's bulletin, serves it.")
final class DemoCommand implements Callable<Integer> {

    private static final String PACK = "aze";
    private static final long SEED = 20_240_429;
    private static final ReportingPeriod WEEK = ReportingPeriod.ofWeek("2024-W18");

    @Option(names = "--data", paramLabel = "DIR", description = "clearground-demo if not said.")
    private Path directory = Path.of("clearground-demo");

    @Option(names = "--port", defaultValue = "8080", description = "8080 if not said.")
    private int port;

    @Option(names = "--no-serve", description = "End after printing.")
    private boolean noServe;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        try (var application = store()) {
            application.store().onWaiting(terminal::line);
            takeReportsIn(application);
            System.out.println();
            System.out.print(bulletin(application));
            System.out.flush();
            if (!noServe) {
                ServeCommand.serve(application, "127.0.0.1", port);
            }
        }
        return ExitCodes.DONE;
    }

    private Application store() {
        if (Store.exists(directory)) {
            terminal.line("1/4 The store in " + directory + " is there already.");
            return Application.open(directory);
        }
        terminal.line("1/4 Making a new store in " + directory + " with the country pack " + PACK + ".");
        return Application.create(directory, PACK, DataOption.actor());
    }

    private void takeReportsIn(Application application) {
        var files = samples();
        terminal.line("3/4 Importing " + files.size() + " files as an operator would, and approving their reports.");
        var country = application.country();
        long reports = 0;
        long approved = 0;
        long before = 0;
        long findings = 0;
        int number = 0;
        for (var file : files) {
            terminal.bar("    files", number++, files.size());
            var request = new ImportRequest(file, "progress", null, Mapping.NONE, false, true, DataOption.actor());
            var result = application.reportImport().run(request, country, count -> {});
            reports += result.reports();
            approved += result.approved();
            before += result.importedBefore() == null ? 0 : 1;
            findings += result.findingCounts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        terminal.clear();
        terminal.line("    " + reports + " reports, " + approved + " approved, " + findings + " findings"
                + (before > 0 ? "; " + before + " files were imported before and added nothing" : "") + ".");
        terminal.line("4/4 The bulletin of " + WEEK + ":");
    }

    /** The sample files; they are all there or none is. */
    private List<Path> samples() {
        var folder = directory.resolve("sample-reports");
        try {
            if (!Files.exists(folder)) {
                terminal.line("2/4 Writing sample reports of four bodies and four companies: SAMPLE DATA.");
                var draft = directory.resolve("sample-reports.new");
                writeSamples(draft);
                Files.move(draft, folder);
            } else {
                terminal.line("2/4 The sample reports in " + folder + " are there already: SAMPLE DATA.");
            }
            try (var files = Files.list(folder)) {
                return files.sorted().toList();
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "the sample reports cannot be written to " + folder + " (" + failed.getMessage() + ")",
                    failed);
        }
    }

    private static void writeSamples(Path folder) {
        var pack = PackSource.find(PACK);
        var settlements = PlaceRegister.settlements(pack);
        var places = new Gazetteer(PlaceRegister.districts(pack), settlements);
        var weeks = PublishedWeek.readAll(pack.file("examples/published-weeks.csv"));
        new SampleReports(places, settlements, SEED).write(weeks, folder);
    }

    private static String bulletin(Application application) {
        return application.store().read(transaction -> {
            var asOf = new AsOf(WEEK.to(), application.clock().instant());
            var bulletin = Bulletin.of(WEEK, asOf, Set.of(), new SqlFigures(transaction));
            return TextPrinter.print(bulletin, Application.wording(transaction, "en"));
        });
    }
}
