// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clearground.bench.Bench.Settings;
import org.clearground.bench.FindsFile.Days;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.print.TextPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.commands.Application;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/** The bulletin of one week while the store behind it grows. */
final class BulletinBench {

    private static final ReportingPeriod WEEK = ReportingPeriod.ofWeek("2024-W18");
    private static final LocalDate FIRST_WEEK = LocalDate.of(2005, 1, 3);
    private static final int WEEKS = 20 * 52;
    private static final int REPORTS_OF_THE_WEEK = 100;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 200;
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    private BulletinBench() {}

    static Table measure(Settings settings, Path folder) throws IOException {
        var table = new Table(
                "Weekly bulletin",
                "Figures drawn up and printed as text, " + MEASURED + " times after " + WARM_UP
                        + " to warm up, in one process that has read the words of the language; each run takes the stores in turn. First, the week has "
                        + Samples.written(REPORTS_OF_THE_WEEK * FindsFile.FINDS_A_REPORT, 0)
                        + " finds and the years around it grow; then the finds are spread evenly over "
                        + WEEKS + " weeks, so that the week grows with the store.");
        lines(table, "same week", settings, Files.createDirectories(folder.resolve("same")), true);
        lines(table, "spread evenly", settings, Files.createDirectories(folder.resolve("even")), false);
        return table;
    }

    private static void lines(Table table, String name, Settings settings, Path folder, boolean sameWeek)
            throws IOException {
        var stores = new java.util.ArrayList<Intake>();
        try {
            for (int size : SIZES) {
                Bench.progress("bulletin: filling a store with " + size + " finds, " + name);
                stores.add(filled(Files.createDirectories(folder.resolve(String.valueOf(size))), size, sameWeek));
            }
            var medians = List.of(new Samples(), new Samples(), new Samples());
            var slow = List.of(new Samples(), new Samples(), new Samples());
            for (int run = 0; run < settings.runs(); run++) {
                for (int store = 0; store < SIZES.size(); store++) {
                    var times = times(stores.get(store).application());
                    medians.get(store).add(times.median());
                    slow.get(store).add(times.quantile(0.95));
                }
            }
            for (int store = 0; store < SIZES.size(); store++) {
                var of = name + ", " + Samples.written(SIZES.get(store), 0) + " finds";
                table.atMost(30, of, medians.get(store), 2, "ms");
                table.line(of + ", 95 of 100 within", slow.get(store), 2, "ms");
            }
            table.atMost(
                    1.5,
                    name + ", a million against ten thousand",
                    medians.get(2).dividedBy(medians.get(0)),
                    2,
                    "");
        } finally {
            stores.forEach(Intake::close);
        }
    }

    private static Intake filled(Path folder, int finds, boolean sameWeek) throws IOException {
        int reports = finds / FindsFile.FINDS_A_REPORT;
        int inWeek = sameWeek ? REPORTS_OF_THE_WEEK : 0;
        var file = folder.resolve("finds.csv");
        Days days = report -> report < inWeek ? WEEK.from() : spread(report - inWeek, reports - inWeek, sameWeek);
        new FindsFile(finds).write(file, 0, reports, FindsFile.FINDS_A_REPORT, true, days);
        var intake = new Intake(folder.resolve("store"));
        intake.take(file);
        Files.delete(file);
        return intake;
    }

    /** Evenly over all weeks; where the week of the bulletin has its own, over the others. */
    private static LocalDate spread(int report, int reports, boolean sameWeek) {
        var week = FIRST_WEEK.plusWeeks((long) report * WEEKS / reports);
        return sameWeek && week.equals(WEEK.from()) ? week.minusWeeks(1) : week;
    }

    private static Samples times(Application application) {
        var words = application.store().read(transaction -> Application.wording(transaction, "en"));
        for (int i = 0; i < WARM_UP; i++) {
            draw(application, words);
        }
        var times = new Samples();
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            draw(application, words);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return times;
    }

    private static void draw(Application application, Wording words) {
        var asOf = new AsOf(WEEK.to(), application.clock().instant());
        var text = application.store().read(transaction -> {
            var bulletin = Bulletin.of(WEEK, asOf, Set.of(), new SqlFigures(transaction));
            return TextPrinter.print(bulletin, words);
        });
        if (text.isEmpty()) {
            throw new IllegalStateException("an empty bulletin");
        }
    }
}
