// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an earlier version has, once it is opened, what it would have had from the beginning. */
class OlderStoreTest {

    private static final String HEADING =
            "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha,worked_ground\n";

    @TempDir
    private Path directory = Path.of(".");

    private static String row(int number) {
        return "O-" + number + ",MES,T" + number + ",manual_clearance,2024-04-29,2024-05-02,AZ-AGM,10,"
                + (number % 3 == 0
                        ? ""
                        : String.format(
                                java.util.Locale.ROOT,
                                "39.9 %1$.3f; 39.9 %2$.3f; 39.904 %2$.3f; 39.904 %1$.3f",
                                46 + number * 0.01,
                                46.005 + number * 0.01))
                + "\n";
    }

    /** Those that the spatial index has. */
    private static List<String> places(Application application) {
        return application.store().read(transaction -> transaction
                .sql()
                .sql("select p.fid || ' ' || hex(p.geom) from report_places p"
                        + " join rtree_report_places_geom r on r.id = p.fid order by p.fid")
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** As the migration finds a store that is older than the table: nothing in it, and all of it due. */
    private static void makeOlder(Application application) {
        application.store().<Boolean>write(transaction -> {
            for (var each : List.of(
                    "delete from report_places",
                    "delete from rtree_report_places_geom",
                    "insert into fill_due (of_table) values ('report_places')")) {
                transaction.sql().sql(each).update();
            }
            return true;
        });
    }

    @Test
    void placesOfReportsAreFilledFromWhatIsKept() {
        List<String> before;
        try (var site = new ExampleSite(directory)) {
            site.send("first.csv", HEADING + row(1) + row(2) + row(3), true);
            site.send("second.csv", HEADING + row(4) + row(5), false);
            site.send("correction.csv", HEADING + row(1).replace("39.9 ", "39.901 "), true);
            before = places(site.application());
            makeOlder(site.application());
        }

        assertThat(before).hasSize(5);
        try (var application = Application.open(directory.resolve("store"))) {
            assertThat(places(application)).isEqualTo(before);
            assertThat(application.rebuild().firstDifference()).isEmpty();
            assertThat(application.store().<Integer>read(transaction -> transaction
                            .sql()
                            .sql("select count(*) from fill_due")
                            .query(Integer.class)
                            .single()))
                    .isZero();
        }
    }
}
