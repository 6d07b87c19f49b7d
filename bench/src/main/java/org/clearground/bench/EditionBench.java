// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.clearground.bench.Bench.Settings;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.Series;
import org.clearground.bulletins.print.DistrictMap;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.commands.Application;
import org.clearground.ledger.Digest;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/** The edition of a year with all its documents in three languages, from as many finds as are asked for. */
final class EditionBench {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int LAST_WEEK = 51;

    private EditionBench() {}

    static Table measure(Settings settings, Path folder) throws IOException {
        var table = new Table(
                "Annual edition",
                Samples.written(settings.rows(), 0)
                        + " finds in one year. Preparing reads every figure, draws charts and maps, prints all documents in three"
                        + " languages and keeps them durably; the same edition again and again in one process, the first"
                        + " time told apart.");
        Bench.progress("edition: filling a store with " + settings.rows() + " finds of one year");
        int reports = settings.rows() / FindsFile.FINDS_A_REPORT;
        var file = folder.resolve("finds.csv");
        new FindsFile(settings.rows())
                .write(
                        file,
                        0,
                        reports,
                        FindsFile.FINDS_A_REPORT,
                        true,
                        report -> FIRST_DAY.plusWeeks((long) report * LAST_WEEK / reports));
        try (var intake = new Intake(folder.resolve("store"))) {
            intake.take(file);
            Files.delete(file);
            var year = ReportingPeriod.named("2024");
            var first = new Samples();
            var samples = new Samples();
            long bytes = 0;
            int documents = 0;
            for (int run = 0; run <= settings.runs(); run++) {
                long begun = System.nanoTime();
                var edition = intake.application().editions().prepare(year, Edition.Standing.FINAL, "bench");
                (run == 0 ? first : samples).add((System.nanoTime() - begun) / 1e9);
                documents = edition.documents().size();
                bytes = edition.documents().stream()
                        .mapToLong(each -> each.bytes())
                        .sum();
            }
            var what = "%d documents, %,d kB".formatted(documents, bytes / 1000);
            table.atMost(10, what + ", the first time", first, 2, "s");
            table.atMost(10, what, samples, 2, "s");
            var paper = new Samples();
            var read = new Samples();
            for (int run = 0; run < settings.runs(); run++) {
                long begun = System.nanoTime();
                intake.application().store().read(transaction -> {
                    var printed = documents(transaction, year);
                    read.add((System.nanoTime() - begun) / 1e9);
                    return printed.onPaper(Application.wording(transaction, "en"))
                            .content()
                            .length;
                });
                paper.add((System.nanoTime() - begun) / 1e9);
            }
            table.line("figures, series and districts read", read, 2, "s");
            table.atMost(2, "from nothing to the first PDF: figures read, one language printed", paper, 2, "s");
            var pdf = new Samples();
            for (int run = 0; run < settings.runs(); run++) {
                long begun = System.nanoTime();
                intake.application().store().read(transaction -> {
                    var queries = new EditionQueries(transaction);
                    var edition = queries.find("2024-1").orElseThrow();
                    return queries.content(edition.find("bulletin.en.pdf").orElseThrow()).length;
                });
                pdf.add((System.nanoTime() - begun) / 1e6);
            }
            table.line("a PDF of it handed out", pdf, 2, "ms");
        }
        return table;
    }

    /** All that one language is printed from, from nothing but the store, as somebody waits for whom it is the first. */
    private static EditionDocuments documents(Transaction transaction, ReportingPeriod year) {
        var figures = new SqlFigures(transaction);
        var asOf = new AsOf(year.to(), Instant.now());
        var bulletin = Bulletin.of(year, asOf, EnumSet.copyOf(EditionDocuments.TABLES), figures);
        return new EditionDocuments(
                bulletin,
                Series.leadingTo(year, asOf, figures),
                DistrictMap.of(transaction),
                1,
                Edition.Standing.FINAL,
                new Edition.CutOff(1, Digest.NONE),
                List.of(Application.wording(transaction, "en")),
                List.of());
    }
}
