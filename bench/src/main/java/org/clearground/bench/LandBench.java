// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.clearground.commands.Application;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.forms.PackLand;
import org.clearground.land.store.LandBalances;
import org.clearground.land.store.LandHistories;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.Country;
import org.clearground.reports.store.ImportRequest;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The area ledger with a hundred thousand suspected areas, and as many outlines of work on the same ground: balances, one
 * more approval, the history of a point.
 */
final class LandBench {

    private static final int OUTLINES = Integer.getInteger("outlines", 100_000);
    private static final int ONE_BY_ONE = 300;
    private static final int WARM_UP = 100;
    private static final int TIMES = 10;
    private static final ReportingPeriod YEAR =
            new ReportingPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    private static final ReportingPeriod WEEK = ReportingPeriod.ofWeek("2024-W18");

    private LandBench() {}

    static Table measure(Bench.Settings settings, Path folder) throws IOException {
        try (var application = Application.create(folder.resolve("store"), "aze", "bench")) {
            var country = application.country();
            var places = application.store().read(PlaceRegister::gazetteer);
            var placed = GroundFile.placed(places, OUTLINES + ONE_BY_ONE);
            var random = new Random(5);
            var hazards = folder.resolve("hazards.json");
            try (var out = Files.newBufferedWriter(hazards)) {
                for (int i = 0; i < OUTLINES; i++) {
                    out.write((i == 0 ? "[" : ",\n") + GroundFile.hazard(i, placed.get(i), random));
                }
                out.write("]");
            }
            var surveyed = takenIn(application, country, hazards, "hazard");
            var all = folder.resolve("all.csv");
            try (var out = Files.newBufferedWriter(all)) {
                out.write(GroundFile.HEADING);
                for (int i = 0; i < OUTLINES; i++) {
                    out.write(work(i, placed.get(i), random));
                }
            }
            var worked = takenIn(application, country, all, "progress");
            var suspected = approvals(
                    application,
                    country,
                    folder,
                    "hazard",
                    "json",
                    i -> "[" + GroundFile.hazard(i, placed.get(i), random) + "]");
            var approved = approvals(
                    application,
                    country,
                    folder,
                    "progress",
                    "csv",
                    i -> GroundFile.HEADING + work(i, placed.get(i), random));
            var history = histories(application, placed, random);
            var year = balances(application, YEAR, settings.runs());
            var week = balances(application, WEEK, settings.runs());
            multiply(application);
            var yearOfMore = balances(application, YEAR, settings.runs());
            var weekOfMore = balances(application, WEEK, settings.runs());
            return new Table(
                            "Area ledger",
                            Samples.written(OUTLINES, 0)
                                    + " suspected areas (8 to 31 vertices, 0.2 to 4 ha, 20 in 100 overlap another) and as"
                                    + " many outlines of work on the same ground, of four bodies over two years, approved"
                                    + " into one store. Then"
                                    + " the lines of the books ten times over, written by SQL: balances read lines and sums"
                                    + " of lines, never outlines.")
                    .line("taking in and approving the file of suspected areas", surveyed, 1, "s")
                    .line("taking in and approving the file of work", worked, 1, "s")
                    .atMost(50, "one more suspected area, taken in and approved, median", suspected, 1, "ms")
                    .atMost(50, "one more outline of work, taken in and approved, median", approved, 1, "ms")
                    .atMost(20, "history of a point, median", history, 2, "ms")
                    .atMost(300, "balance of a year by district", year, 2, "ms")
                    .line("balance of a week by district", week, 2, "ms")
                    .line("balance of a year by district, ten times the lines", yearOfMore, 2, "ms")
                    .line("balance of a week by district, ten times the lines", weekOfMore, 2, "ms")
                    .atMost(2, "a year, ten times the lines against one", yearOfMore.dividedBy(year), 2, "");
        }
    }

    private static String work(int number, GroundFile.Placed placed, Random random) {
        return GroundFile.work(number, placed.ground(), placed.district(), random);
    }

    private static Samples takenIn(Application application, Country country, Path file, String form) {
        var imported = new Samples();
        long begin = System.nanoTime();
        take(application, country, file, form);
        imported.add((System.nanoTime() - begin) / 1e9);
        Bench.progress("land: " + OUTLINES + " reports of form " + form + " taken in");
        return imported;
    }

    private static void take(Application application, Country country, Path file, String form) {
        var request = new ImportRequest(file, form, null, Mapping.NONE, false, true, "bench");
        var result = application.reportImport().run(request, country, reports -> {});
        // An area that lies wholly inside another one changes no ground and is not approved.
        if (result.blocked() * 100 > result.reports() || result.approved() + result.blocked() != result.reports()) {
            throw new IllegalStateException(file + " was not taken in as it should: " + result.findingCounts());
        }
    }

    private static Samples approvals(
            Application application,
            Country country,
            Path folder,
            String form,
            String ending,
            IntFunction<String> content)
            throws IOException {
        var took = new Samples();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            var file = folder.resolve("one-" + i + "." + ending);
            Files.writeString(file, content.apply(OUTLINES + i));
            long begin = System.nanoTime();
            take(application, country, file, form);
            if (i >= WARM_UP) {
                took.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return median(took);
    }

    private static Samples histories(Application application, List<GroundFile.Placed> placed, Random random) {
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        var parameters = PackLand.of(application.country().pack());
        var took = new Samples();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            var inside = placed.get(random.nextInt(OUTLINES))
                    .ground()
                    .getInteriorPoint()
                    .getCoordinate();
            var point = factory.createPoint(new Coordinate(inside));
            var asOf = new AsOf(LocalDate.of(2025, 1, 1), application.clock().instant());
            long begin = System.nanoTime();
            int pieces = application.store().<Integer>read(transaction -> new LandHistories(transaction)
                    .history(point, asOf, parameters)
                    .pieces()
                    .size());
            if (i >= WARM_UP) {
                took.add((System.nanoTime() - begin) / 1e6);
            }
            if (pieces == 0) {
                throw new IllegalStateException("nothing is on record at " + point);
            }
        }
        return median(took);
    }

    /** Each figure is the median of twenty, after a warm-up. */
    private static Samples balances(Application application, ReportingPeriod period, int runs) {
        var medians = new Samples();
        for (int run = 0; run < runs; run++) {
            var took = new Samples();
            for (int i = 0; i < 40; i++) {
                long begin = System.nanoTime();
                int lines = application.store().<Integer>read(transaction -> new LandBalances(transaction)
                        .balance(period, application.clock().instant(), Dimension.DISTRICT)
                        .lines()
                        .size());
                if (i >= 20) {
                    took.add((System.nanoTime() - begin) / 1e6);
                }
                if (lines == 0) {
                    throw new IllegalStateException("the balance is empty");
                }
            }
            medians.add(took.median());
        }
        return medians;
    }

    private static Samples median(Samples took) {
        var median = new Samples();
        median.add(took.median());
        Bench.progress("land: median " + Samples.written(took.median(), 2) + " ms, 95 in 100 below "
                + Samples.written(took.quantile(0.95), 2) + " ms");
        return median;
    }

    private static void multiply(Application application) {
        application.store().<Integer>write(transaction -> {
            long lines = transaction
                    .sql()
                    .sql("select max(id) from land_posting")
                    .query(Long.class)
                    .single();
            for (int time = 1; time < TIMES; time++) {
                transaction
                        .sql()
                        .sql("insert into land_posting select id + " + time * lines + ", movement, act, cause,"
                                + " hazard_class, hazard, organisation, purpose, method, district, m2, valid_on,"
                                + " known_from_ms from land_posting where id <= " + lines)
                        .update();
            }
            return transaction
                    .sql()
                    .sql("update land_sum set m2 = m2 * " + TIMES)
                    .update();
        });
    }
}
