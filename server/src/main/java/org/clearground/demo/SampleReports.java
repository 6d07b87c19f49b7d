// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.clearground.places.Gazetteer;
import org.clearground.places.Settlement;

/**
 * Invents the daily reports of operators from which published weeks add up.
 *
 * <p>Districts and settlements are real, and so are the sums of each week. The split by body, district, category and
 * day, and every outline and point, are invented, and each report says so. The same weeks, places and seed always give
 * the same files.
 */
public final class SampleReports {

    private final Gazetteer places;
    private final List<Settlement> settlements;
    private final long seed;

    public SampleReports(Gazetteer places, List<Settlement> settlements, long seed) {
        this.places = places;
        this.settlements = List.copyOf(settlements);
        this.seed = seed;
    }

    /**
     * Writes one file for each week and body, every body in the format it is imagined to use.
     *
     * @param weeks all that are to be shown together: outlines keep apart within one call only
     * @return the files in the order of weeks and bodies
     */
    public List<Path> write(List<PublishedWeek> weeks, Path directory) {
        var files = new ArrayList<Path>();
        try {
            Files.createDirectories(directory);
            var reportsByWeek = reportsByWeek(weeks);
            for (int i = 0; i < weeks.size(); i++) {
                for (var body : reportsByWeek.get(i).entrySet()) {
                    var name = "sample-" + weeks.get(i).period().from() + "-" + body.getKey();
                    var file = directory.resolve(name + "." + ending(body.getKey()));
                    files.add(Files.write(file, bytes(body.getKey(), body.getValue())));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the sample reports cannot be written to " + directory, unwritable);
        }
        return files;
    }

    /** The reports before they are written: for each week in order, those of each body by its code. */
    List<SortedMap<String, List<SampleReport>>> reportsByWeek(List<PublishedWeek> weeks) {
        var ground = new SampleGround(places, settlements, seed);
        var reports = new ArrayList<SortedMap<String, List<SampleReport>>>();
        for (var week : weeks) {
            reports.add(new SampleWeek(week, ground, seed).reports());
        }
        return reports;
    }

    private static String ending(String body) {
        return switch (body) {
            case "ANAMA", "MES" -> "csv";
            case "MOD" -> "xlsx";
            case "SBS" -> "geojson";
            default -> "json";
        };
    }

    private static byte[] bytes(String body, List<SampleReport> reports) throws IOException {
        return switch (body) {
            case "ANAMA" -> EnglishCsv.write(reports);
            case "MES" -> RussianCsv.write(reports);
            case "MOD" -> SampleWorkbook.write(reports);
            case "SBS" -> SampleGeoJson.write(reports);
            default -> SampleJson.write(reports);
        };
    }
}
