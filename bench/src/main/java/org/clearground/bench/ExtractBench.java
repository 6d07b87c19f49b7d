// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clearground.bench.Bench.Settings;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.PackSource;
import org.clearground.places.store.PlaceRegister;
import org.clearground.statements.Extractor;
import org.clearground.statements.KnownNames;
import org.clearground.statements.Release;

/** Texts of releases read by the extractor, on one thread. */
final class ExtractBench {

    private static final Path TEXTS = Path.of("domain/src/test/resources/org/clearground/statements/tuned");
    private static final Pattern HEADING = Pattern.compile("== (\\S+)(?: \\| published (\\S+))?.*");
    private static final int MANY = 20_000;
    private static final int WARM_UP = 2;

    private ExtractBench() {}

    static Table measure(Settings settings) {
        var table = new Table(
                "Releases read",
                "The invented texts with which the extractor is tested, over and over with other digits, %,d in all, each in its language and"
                                .formatted(MANY)
                        + " without being told which. In memory, on one thread; the first run is told apart, and "
                        + WARM_UP
                        + " runs are not counted.");
        var pack = PackSource.find("aze");
        var extractor =
                new Extractor(KnownNames.of(OrganisationRegister.organisations(pack), PlaceRegister.districts(pack)));
        var byLanguage = texts();
        var all = new ArrayList<Release>();
        byLanguage.values().forEach(all::addAll);
        measure(table, "all languages", repeated(all), extractor, settings, true);
        byLanguage.forEach((language, texts) -> measure(table, language, repeated(texts), extractor, settings, false));
        return table;
    }

    private static void measure(
            Table table, String what, List<Release> releases, Extractor extractor, Settings settings, boolean cold) {
        var first = new Samples();
        var samples = new Samples();
        long claims = 0;
        for (int run = 0; run < WARM_UP + settings.runs(); run++) {
            long begun = System.nanoTime();
            claims = 0;
            for (var release : releases) {
                claims += extractor.read(release).claims().size();
            }
            double aSecond = releases.size() / ((System.nanoTime() - begun) / 1e9);
            if (run == 0) {
                first.add(aSecond);
            } else if (run >= WARM_UP) {
                samples.add(aSecond);
            }
        }
        long letters =
                releases.stream().mapToLong(release -> release.text().length()).sum() / releases.size();
        var line =
                "%s, %,d letters and %.1f figures a text".formatted(what, letters, (double) claims / releases.size());
        if (cold) {
            table.atLeast(2_000, line + ", the first run", first, 0, "texts/s");
        }
        table.atLeast(2_000, line, samples, 0, "texts/s");
    }

    private static List<Release> repeated(List<Release> releases) {
        var random = new Random(7);
        var many = new ArrayList<Release>();
        for (int i = 0; i < MANY; i++) {
            var release = releases.get(i % releases.size());
            many.add(new Release(release.name(), otherDigits(release.text(), random), release.published(), null));
        }
        return many;
    }

    /** Other numbers of the same length; days and years stay days and years. */
    private static String otherDigits(String text, Random random) {
        return Pattern.compile("(?<![\\d.,])[3-9]\\d{2}(?![\\d.,])")
                .matcher(text)
                .replaceAll(number -> String.valueOf(300 + random.nextInt(600)));
    }

    private static Map<String, List<Release>> texts() {
        var texts = new TreeMap<String, List<Release>>();
        try (var files = Files.list(TEXTS)) {
            for (var file : files.sorted().toList()) {
                var language = String.valueOf(file.getFileName()).substring(0, 2);
                texts.computeIfAbsent(language, any -> new ArrayList<>()).addAll(read(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("run it where the sources are", unreadable);
        }
        return texts;
    }

    private static List<Release> read(Path file) throws IOException {
        var releases = new ArrayList<Release>();
        for (var part : Files.readString(file).split("(?m)^(?=== )")) {
            var lines = part.split("\n", 2);
            var heading = HEADING.matcher(lines[0]);
            if (heading.matches() && lines.length == 2) {
                var published = heading.group(2);
                releases.add(new Release(
                        heading.group(1),
                        lines[1].split("(?m)^-- claims", 2)[0]
                                .replace("⟦", "")
                                .replace("⟧", "")
                                .strip(),
                        published == null || published.equals("-") ? null : LocalDate.parse(published),
                        null));
            }
        }
        return releases;
    }
}
