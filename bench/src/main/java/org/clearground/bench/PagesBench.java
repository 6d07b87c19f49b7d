// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.clearground.bench.Reader.Answer;
import org.clearground.packs.PackSource;
import org.clearground.places.District;
import org.clearground.places.store.PlaceRegister;

/** Pages and tiles of a country's store: for one person, and for fifty who click for five minutes. */
final class PagesBench {

    private static final int PERSONS_SECONDS = Integer.getInteger("seconds", 300);
    private static final int THINKING_MILLISECONDS = 4_000;
    private static final int WARM_UP = 150;
    private static final int MEASURED = 400;

    /** Below a thousand requests the compiler still works beside the server on two cores, and its work is what is timed. */
    private static final int WARM_UP_SCREENS = 100;

    private static final int SCREENS = 60;
    private static final int ASKED = 20;
    private static final double LARGE_MILLISECONDS = 100;
    private static final List<String> NAMES =
            List.of("auditor-0", "reviewer-0", "operations-planner-0", "quality-inspector-0", "operator-officer-0");
    private static final List<String> WHOLE_COUNTRY = List.of(
            "/data-quality",
            "/land",
            "/land?by=district",
            "/land/declared",
            "/land/hazards",
            "/land/cases",
            "/land/overdue",
            "/land/history?at=39.6,47.1",
            "/registers/findings",
            "/registers/hazards/map");
    private static final List<String> OF_ONE_BODY =
            List.of("/data-quality", "/land", "/land/declared", "/registers/findings");

    private PagesBench() {}

    static Table measure(Bench.Settings settings, Path folder) throws Exception {
        var store = settings.store().orElse(folder.resolve("country"));
        CountryStore.make(store, folder);
        try (var served = Served.of(settings, store, folder)) {
            var districts = PlaceRegister.districts(PackSource.find("aze")).stream()
                    .map(District::code)
                    .toList();
            var table = new Table(
                    "Pages and tiles",
                    "One store of " + Samples.written(CountryStore.FINDS, 0) + " finds, "
                            + Samples.written(CountryStore.HAZARDS, 0)
                            + " suspected areas of which every second strip is confirmed (about 90,000 pieces of"
                            + " ground, with earlier states 160,000), 110,000 outlines of work, 250,000 reports and"
                            + " fifty accounts; served by `java -Xmx512m -jar clearground.jar serve`, asked"
                            + " over HTTP by a process on the same two cores. Times are to the last byte.");
            large(table, served);
            alone(table, served, districts);
            var readers = new ArrayList<Reader>();
            for (var person : CountryStore.people()) {
                readers.add(served.reader().signIn(person.name(), CountryStore.PASSWORD));
            }
            var before = served.processor();
            long answers = together(table, readers, districts);
            var spent = new Samples();
            spent.add((served.processor() - before) / answers);
            table.line("processor time of the server for each of these answers", spent, 1, "ms");
            table.atMost(
                    1024, "most memory the server held, with everything outside the heap", served.peak(), "", 0, "MiB");
            return table;
        }
    }

    /** Pages that speak of the whole country, and the first page of each role. */
    private static void large(Table table, Served served) throws IOException, InterruptedException {
        for (var name : NAMES) {
            var reader = served.reader().signIn(name, CountryStore.PASSWORD);
            Asked.of(reader, "/", ASKED).line(table, LARGE_MILLISECONDS, ", " + name);
        }
        for (var address : WHOLE_COUNTRY) {
            var reader = served.reader().signIn("auditor-0", CountryStore.PASSWORD);
            Asked.of(reader, address, ASKED).line(table, LARGE_MILLISECONDS, ", auditor-0");
        }
        for (var address : OF_ONE_BODY) {
            var reader = served.reader().signIn("operator-officer-0", CountryStore.PASSWORD);
            Asked.of(reader, address, ASKED).line(table, LARGE_MILLISECONDS, ", operator-officer-0");
        }
    }

    private static void alone(Table table, Served served, List<String> districts)
            throws IOException, InterruptedException {
        var reader = served.reader().signIn("auditor-0", CountryStore.PASSWORD);
        var addresses = new Addresses(3, districts);
        for (int i = 0; i < WARM_UP; i++) {
            fine(reader.get(addresses.list()));
        }
        var lists = new Times();
        var details = new Times();
        for (int i = 0; i < MEASURED; i++) {
            var list = fine(reader.get(addresses.list()));
            lists.add(list);
            var next = Addresses.next(list.body());
            if (!next.isEmpty() && i % 4 == 0) {
                list = fine(reader.get(next));
                lists.add(list);
            }
            var rows = Addresses.rows(list.body());
            if (!rows.isEmpty()) {
                details.add(fine(reader.get(addresses.one(rows))));
            }
        }
        lists.line(table, "list", 100);
        details.line(table, "one row", 50);

        for (int i = 0; i < WARM_UP_SCREENS; i++) {
            for (var tile : addresses.screen()) {
                fine(reader.get(tile));
                fine(reader.get(tile));
            }
        }
        var cold = new Times();
        var warm = new Times();
        var unchanged = new Times();
        for (int i = 0; i < SCREENS; i++) {
            var screen = addresses.screen();
            var tags = new LinkedHashMap<String, String>();
            for (var tile : screen) {
                var answer = fine(reader.get(tile));
                tags.put(tile, answer.tag());
                cold.add(answer);
            }
            for (var tile : screen) {
                warm.add(fine(reader.get(tile)));
            }
            for (var tile : screen) {
                unchanged.add(reader.get(tile, tags.getOrDefault(tile, "")));
            }
        }
        cold.line(table, "tile that nobody asked for before", 50);
        warm.line(table, "the same tile again", 5);
        unchanged.line(table, "the same tile again, which the browser still has", 5);
    }

    private static long together(Table table, List<Reader> readers, List<String> districts) throws Exception {
        var pages = new ConcurrentLinkedQueue<Answer>();
        var tiles = new ConcurrentLinkedQueue<Answer>();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var threads = new ArrayList<Thread>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PERSONS_SECONDS);
        for (int i = 0; i < readers.size(); i++) {
            var reader = readers.get(i);
            var addresses = new Addresses(100 + i, districts);
            var thread = new Thread(() -> {
                try {
                    click(reader, addresses, end, pages, tiles);
                } catch (IOException | InterruptedException | RuntimeException problem) {
                    failed.add(problem);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) {
            thread.join();
        }
        var all = new Times();
        var seen = new Times();
        var painted = new Times();
        pages.forEach(seen::add);
        tiles.forEach(painted::add);
        pages.forEach(all::add);
        tiles.forEach(all::add);
        long wrong = failed.size() + all.wrong();
        failed.forEach(problem -> Bench.progress("pages: " + problem));
        var what = readers.size() + " people, " + PERSONS_SECONDS + " s, each " + THINKING_MILLISECONDS / 2_000
                + " s of thought on average between clicks: ";
        all.line(table, what + "every answer", 300);
        seen.line(table, what + "pages", 300);
        painted.line(table, what + "tiles, twelve to a map at once", 300);
        table.atMost(0, what + "answers that failed", (double) wrong, "of " + all.count(), 0, "");
        return all.count();
    }

    private static void click(
            Reader reader,
            Addresses addresses,
            long end,
            ConcurrentLinkedQueue<Answer> pages,
            ConcurrentLinkedQueue<Answer> tiles)
            throws IOException, InterruptedException {
        var last = "";
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(addresses.below(THINKING_MILLISECONDS));
            var rows = Addresses.rows(last);
            int lot = addresses.below(10);
            if (lot < 1) {
                pages.add(reader.get("/"));
            } else if (lot < 3) {
                pages.add(reader.get(addresses.map()));
                tiles.addAll(reader.together(addresses.screen()));
            } else if (lot < 6 && !rows.isEmpty()) {
                pages.add(reader.get(addresses.one(rows)));
            } else {
                var next = lot == 6 ? Addresses.next(last) : "";
                var list = reader.get(next.isEmpty() ? addresses.list() : next);
                pages.add(list);
                last = list.body();
            }
        }
    }

    private static Answer fine(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " from " + answer.address() + "\n" + answer.body());
        }
        return answer;
    }

    /** How long the answers took, by what was asked, so that what is slow can be named. */
    private static final class Times {

        private final Samples samples = new Samples();
        private final Map<String, Samples> kinds = new LinkedHashMap<>();
        private Answer slowest = new Answer("", 200, 0, "", "");
        private long wrong;

        void add(Answer answer) {
            samples.add(answer.milliseconds());
            kinds.computeIfAbsent(kind(answer.address()), any -> new Samples()).add(answer.milliseconds());
            if (answer.milliseconds() > slowest.milliseconds()) {
                slowest = answer;
            }
            if (answer.status() >= 400) {
                wrong++;
                Bench.progress("pages: " + answer.status() + " from " + answer.address());
            }
        }

        /** The path without what differs from row to row, and the names of what was asked by. */
        private static String kind(String address) {
            return address.replaceAll("=[^&]*", "")
                    .replaceAll("(/registers/[a-z-]+)/(?!map)[^?]+", "$1/…")
                    .replaceAll("/[0-9]+/[0-9]+/[0-9]+[.]mvt", "");
        }

        long wrong() {
            return wrong;
        }

        long count() {
            return samples.count();
        }

        /** The 95th of a hundred, against what it should be. */
        void line(Table table, String what, double target) {
            kinds.forEach((kind, each) -> {
                if (each.quantile(0.95) > target) {
                    Bench.progress("pages: slow: " + kind + ": " + each.count() + ", median "
                            + Samples.written(each.median(), 1) + ", 95 of 100 "
                            + Samples.written(each.quantile(0.95), 1) + ", most " + Samples.written(each.most(), 1)
                            + " ms");
                }
            });
            table.atMost(
                    target,
                    what + ", 95 of 100 within",
                    samples.quantile(0.95),
                    Samples.written(samples.count(), 0) + " asked, median " + Samples.written(samples.median(), 1)
                            + ", 99 of 100 " + Samples.written(samples.quantile(0.99), 1) + ", most "
                            + Samples.written(samples.most(), 1) + " (`" + kind(slowest.address()) + "`)",
                    1,
                    "ms");
        }
    }
}
