// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.clearground.bench.Bench.Settings;
import org.clearground.bulletins.Edition;
import org.clearground.commands.Application;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.time.ReportingPeriod;

/** The public pages of a country that has published an edition each week for years, and publishing one more. */
final class PublicBench {

    private static final int EDITIONS = Integer.getInteger("editions", 300);
    private static final int REPORTS_A_WEEK = 12;
    private static final int ASKED = 20;
    private static final double TARGET_MILLISECONDS = 100;
    private static final LocalDate FIRST_WEEK = LocalDate.of(2019, 1, 7);

    private PublicBench() {}

    static Table measure(Settings settings, Path folder) throws IOException, InterruptedException {
        var store = settings.store().orElse(folder.resolve("public"));
        var published = new Samples();
        if (!Files.exists(store)) {
            publish(store, folder, published);
        }
        var table = new Table(
                "Public pages",
                Samples.written(EDITIONS, 0) + " weekly editions, each of " + REPORTS_A_WEEK + " reports with "
                        + FindsFile.FINDS_A_REPORT
                        + " finds, published one by one; then served by `java -Xmx512m -jar clearground.jar serve` and asked"
                        + " by a process on the same cores: the first answer, and the middle of " + ASKED
                        + " that follow.");
        if (!published.isEmpty()) {
            table.line("an edition prepared and signed, the first ten", some(published, 0), 0, "ms");
            table.line("an edition prepared and signed, the last ten", some(published, EDITIONS - 10), 0, "ms");
        }
        try (var served = Served.of(settings, store, folder)) {
            var reader = served.reader();
            var week = week(EDITIONS / 2).isoWeek();
            for (var address : new String[] {
                "/public/",
                "/public/editions.html",
                "/public/figures.html",
                "/public/downloads.html",
                "/public/map.html",
                "/public/feed.xml",
                "/public/figures.csv",
                "/public/style.css",
                "/public/editions/" + week + "-1/index.html",
                "/public/editions/" + week + "-1/map.html",
                "/editions"
            }) {
                Asked.of(reader, address, ASKED).line(table, TARGET_MILLISECONDS, "");
            }
        }
        return table;
    }

    private static ReportingPeriod week(int number) {
        return ReportingPeriod.weekOf(FIRST_WEEK.plusWeeks(number));
    }

    private static Samples some(Samples of, int first) {
        var ten = new Samples();
        for (int i = first; i < Math.min(first + 10, of.count()); i++) {
            ten.add(of.get(i));
        }
        return ten;
    }

    private static void publish(Path store, Path folder, Samples published) throws IOException {
        var finds = folder.resolve("finds.csv");
        new FindsFile(11)
                .write(
                        finds,
                        1,
                        EDITIONS * REPORTS_A_WEEK,
                        FindsFile.FINDS_A_REPORT,
                        false,
                        report -> FIRST_WEEK.plusWeeks(report % EDITIONS));
        try (var application = Application.create(store, "aze", "bench")) {
            application
                    .reportImport()
                    .run(
                            new ImportRequest(finds, "progress", null, Mapping.NONE, false, true, "bench"),
                            application.country(),
                            reports -> {});
            for (int number = 0; number < EDITIONS; number++) {
                long begin = System.nanoTime();
                var edition = application.editions().prepare(week(number), Edition.Standing.FINAL, "editor");
                application.editions().sign(edition.id(), edition.digest(), "director");
                published.add((System.nanoTime() - begin) / 1e6);
                if (number % 50 == 49) {
                    Bench.progress("public: " + (number + 1) + " editions");
                }
            }
        }
    }
}
