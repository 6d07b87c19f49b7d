// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/** A store in a directory of its own, and operators who send files: stories for tests. Every figure is invented. */
final class Exampleland implements AutoCloseable {

    static final ReportingPeriod WEEK = ReportingPeriod.ofWeek("2024-W18");

    private static final String HEADING = "report_no,organisation,team,activity_type,period_from,period_to,district,"
            + "declared_area_ha,category,model,quantity,found_on,latitude,longitude\n";

    private final Path directory;
    private final Application application;

    Exampleland(Path directory) {
        this.directory = directory;
        this.application = Application.create(directory.resolve("store"), "aze", "test");
    }

    Application application() {
        return application;
    }

    /** One row of a file: a find of a report. */
    record Row(
            String number,
            String organisation,
            LocalDate day,
            String district,
            String hectares,
            String category,
            int quantity) {

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%s,%s,T1,manual_clearance,%s,%s,%s,%s,%s,,%d,%s,,\n",
                    number,
                    organisation,
                    day,
                    day,
                    district,
                    hectares,
                    category,
                    quantity,
                    day);
        }
    }

    /** A file with a find a row; rows of one number are one report. */
    Path file(String name, List<Row> rows) {
        var text = new StringBuilder(HEADING);
        rows.forEach(row -> text.append(row.csv()));
        return file(name, text.toString());
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ImportResult importFile(Path file, boolean approve) {
        return importFile(file, "progress", approve);
    }

    ImportResult importFile(Path file, String form, boolean approve) {
        return application
                .reportImport()
                .run(
                        new ImportRequest(file, form, null, Mapping.NONE, false, approve, "test"),
                        application.country(),
                        count -> {});
    }

    Bulletin bulletin(Instant knownAt) {
        return application
                .store()
                .read(transaction -> Bulletin.of(
                        WEEK, new AsOf(WEEK.to(), knownAt), Set.of(Dimension.values()), new SqlFigures(transaction)));
    }

    Bulletin bulletin() {
        return bulletin(application.clock().instant());
    }

    /** Reports of a week that never repeat: five bodies of numbers, a few finds each. */
    static List<Row> randomRows(Random random, String prefix, int reports) {
        var rows = new ArrayList<Row>();
        var districts = List.of("AZ-AGM", "AZ-FUZ", "AZ-CAB", "AZ-LAC");
        var bodies = List.of("ANAMA", "MOD", "MES", "SBS");
        var categories = List.of(
                "AV_MINE", "AP_BLAST", "AP_FRAGMENTATION", "UXO_MORTAR", "SUBMUNITION", "SMALL_ARMS_AMMUNITION", "IED");
        for (int report = 0; report < reports; report++) {
            var number = prefix + "-" + report;
            var body = bodies.get(random.nextInt(bodies.size()));
            var day = WEEK.from().plusDays(random.nextInt(9) - 1L);
            var district = districts.get(random.nextInt(districts.size()));
            var hectares = random.nextInt(900) + 100 + "." + (random.nextInt(9) + 1);
            int finds = 1 + random.nextInt(4);
            for (int find = 0; find < finds; find++) {
                rows.add(new Row(
                        number,
                        body,
                        day,
                        district,
                        hectares,
                        categories.get(random.nextInt(categories.size())),
                        1 + random.nextInt(20)));
            }
        }
        return rows;
    }

    /** Every row of every register, as text, in the order of the rows' numbers. */
    List<String> registers() {
        return application.store().read(transaction -> {
            var all = new ArrayList<String>();
            for (var table : List.of(
                    "finds",
                    "activities",
                    "districts",
                    "settlements",
                    "organisation",
                    "pack",
                    "submission",
                    "reading",
                    "report",
                    "finding",
                    "report_mark",
                    "report_size",
                    "report_places")) {
                transaction
                        .sql()
                        .sql("select * from " + table + " order by 1")
                        .query((row, number) -> {
                            var text = new StringBuilder(table);
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                var value = row.getObject(i);
                                text.append('|')
                                        .append(
                                                value instanceof byte[] bytes
                                                        ? java.util.HexFormat.of()
                                                                .formatHex(bytes)
                                                        : value);
                            }
                            return text.toString();
                        })
                        .list()
                        .forEach(all::add);
            }
            return all;
        });
    }

    /** What finds and activities say, whatever their numbers and whenever they became known. */
    List<String> facts() {
        return application.store().read(transaction -> {
            var facts = new ArrayList<String>();
            facts.addAll(transaction
                    .sql()
                    .sql(
                            "select report_no || '|' || finds.organisation || '|' || valid_from || '|' || finds.district ||"
                                    + " '|' || category || '|' || quantity from finds join report on report.id = finds.report")
                    .query(String.class)
                    .list());
            facts.addAll(transaction
                    .sql()
                    .sql("select report_no || '|' || activities.organisation || '|' || valid_from || '|' ||"
                            + " activities.district || '|' || declared_area_m2 from activities"
                            + " join report on report.id = activities.report")
                    .query(String.class)
                    .list());
            facts.sort(null);
            return facts;
        });
    }

    @Override
    public void close() {
        application.close();
    }
}
