// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearground.accounts.store.Accounts;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.print.TextPrinter;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.demo.PublishedWeek;
import org.clearground.demo.SampleReports;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Digest;
import org.clearground.packs.PackSource;
import org.clearground.places.Gazetteer;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportQueries;
import org.clearground.statements.store.StatementImport;
import org.clearground.storage.Store;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Makes a store of a sample country, takes sample reports in, prints a week's bulletin, serves it.")
final class DemoCommand implements Callable<Integer> {

    private static final String PACK = "aze";
    private static final String LAND_EXAMPLES = "examples/land/";
    private static final String STATEMENTS = "examples/statements/";
    private static final String PERSON = "Sample person ";
    private static final int MOST_LAND_REPORTS = 1_000;
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
            takeLandIn(application);
            takeStatementsIn(application);
            publish(application);
            terminal.line("4/4 The bulletin of " + WEEK + ":");
            System.out.println();
            System.out.print(bulletin(application));
            System.out.flush();
            if (!noServe) {
                ServeCommand.serve(application, Serving.onLoopback(port), () -> {});
            }
        }
        return ExitCodes.DONE;
    }

    private Application store() {
        if (Store.exists(directory)) {
            terminal.line("1/4 The store in " + directory + " is there already.");
            var application = Application.open(directory);
            application.adopt(PACK, DataOption.actor());
            return application;
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
    }

    /** One field from survey to handover and back, told by the pack's examples, signed by invented persons. */
    private void takeLandIn(Application application) {
        var country = application.country();
        for (var file : written(directory.resolve("sample-land"), folder -> write(LAND_EXAMPLES, folder))) {
            var form = String.valueOf(file.getFileName())
                    .replaceFirst("^\\d+-", "")
                    .replaceFirst("\\.json$", "");
            var request = new ImportRequest(file, form, null, Mapping.NONE, false, true, DataOption.actor());
            var result = application.reportImport().run(request, country, count -> {});
            if (result.importedBefore() == null) {
                sign(application, form, result.submission());
            }
        }
        terminal.line("    One sample field went from survey to handover and was reopened; its books:"
                + " clearground land balance --data " + directory + " --from 2024-01-01 --to 2024-12-31");
    }

    /** What others published of the country: real, unlike all the rest, and not marked as sample data. */
    private void takeStatementsIn(Application application) {
        int statements = 0;
        int figures = 0;
        for (var file : written(directory.resolve("published-statements"), folder -> write(STATEMENTS, folder))) {
            var result = application
                    .statementImport()
                    .run(new StatementImport.Request(ReceivedFile.inspect(file), false, false, DataOption.actor()));
            statements += result.added();
            figures += result.figures();
        }
        terminal.line("    "
                + (statements > 0
                        ? statements + " published statements with " + figures + " figures"
                        : "The published statements are on record already")
                + "; these are real: clearground statements list --data " + directory);
    }

    /** The week's edition, prepared by one invented person and signed by another; left to its people where it has some. */
    private void publish(Application application) {
        boolean theirs = application
                .store()
                .read(transaction -> Accounts.any(transaction)
                        || new EditionQueries(transaction).list().stream().anyMatch(edition -> edition.period()
                                .equals(WEEK)));
        if (theirs) {
            return;
        }
        var edition = application.editions().prepare(WEEK, Edition.Standing.PROVISIONAL, PERSON + 1);
        application.editions().sign(edition.id(), edition.digest(), PERSON + 2);
        terminal.line("    The bulletin of the week is published as edition " + edition.id()
                + ": /public/ when served, or clearground site --to FOLDER --data " + directory);
    }

    private static void sign(Application application, String form, Digest submission) {
        var pending = application.store().read(transaction -> new ReportQueries(transaction)
                .list(ReportStatus.PENDING, submission, 0, MOST_LAND_REPORTS).stream()
                        .map(ReportQueries.Summary::id)
                        .toList());
        for (var report : pending) {
            var offices = application.officesOf(form, report);
            for (int i = 0; i < offices.size(); i++) {
                var person = PERSON + (i + 1);
                application
                        .decisions()
                        .decide(
                                ReportDecisions.Decision.APPROVE,
                                List.of(report),
                                null,
                                new ReportDecisions.Decider(person, offices.get(i)));
            }
        }
    }

    private List<Path> samples() {
        var folder = directory.resolve("sample-reports");
        terminal.line(
                Files.exists(folder)
                        ? "2/4 The sample reports in " + folder + " are there already: SAMPLE DATA."
                        : "2/4 Writing sample reports of four bodies and four companies: SAMPLE DATA.");
        return written(folder, DemoCommand::writeSamples);
    }

    /** Makes a folder of files. */
    private interface Writing {
        void write(Path folder) throws IOException;
    }

    /** The files of a folder; they are all there or none is. */
    private static List<Path> written(Path folder, Writing writing) {
        try {
            if (!Files.exists(folder)) {
                var draft = folder.resolveSibling(folder.getFileName() + ".new");
                writing.write(draft);
                Files.move(draft, folder);
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

    /** The tables and documents of a folder of the pack. */
    private static void write(String examples, Path folder) throws IOException {
        var pack = PackSource.find(PACK);
        Files.createDirectories(folder);
        for (var path : pack.paths()) {
            if (path.startsWith(examples) && !path.endsWith(".md")) {
                Files.write(folder.resolve(path.substring(examples.length())), pack.file(path));
            }
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
