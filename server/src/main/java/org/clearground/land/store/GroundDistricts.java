// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.clearground.land.Borders;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandAct;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * In which districts the ground lies that acts and alerts speak of, whether they changed it or not. Ground outside of all
 * districts is in {@link Borders#OUTSIDE}, which is nobody's.
 */
final class GroundDistricts {

    private final Transaction transaction;
    private final Supplier<Borders> borders;

    /** @param borders asked once there is ground */
    GroundDistricts(Transaction transaction, Supplier<Borders> borders) {
        this.transaction = transaction;
        this.borders = borders;
    }

    /**
     * Notes where an act's ground is: under its outline; of one that inspects, where the work is that it names.
     *
     * @param outline on the grid; null where it draws and names none
     */
    void note(LandAct act, @Nullable MultiPolygon outline) throws SQLException {
        var districts = new TreeSet<String>(act.lot().isEmpty() ? List.of() : ofActs(transaction, act.lot()));
        if (outline != null) {
            districts.addAll(borders.get().areas(outline));
        }
        var insert = transaction.prepared("insert into land_act_district (act, district) values (?, ?)"
                + " on conflict (act, district) do nothing");
        for (var district : districts) {
            insert.setLong(1, act.id());
            insert.setString(2, district);
            insert.executeUpdate();
        }
    }

    /** Notes where an alert's ground is: at its place, and wherever its lot is. */
    void note(GroundAlert alert, long report) throws SQLException {
        var districts = new TreeSet<String>();
        districts.add(borders.get().area(alert.position()));
        var select = transaction.prepared("select distinct d.district from land_acts a"
                + " join land_act_district d on d.act = a.fid where a.in_order = ?");
        for (long act : alert.lot()) {
            select.setLong(1, act);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    districts.add(row.getString(1));
                }
            }
        }
        var insert = transaction.prepared("insert into land_alert_district (report, ordinal, district) values (?, ?, ?)"
                + " on conflict (report, ordinal, district) do nothing");
        for (var district : districts) {
            insert.setLong(1, report);
            insert.setInt(2, alert.ordinal());
            insert.setString(3, district);
            insert.executeUpdate();
        }
    }

    /** Of any of some acts. */
    static SortedSet<String> ofActs(Transaction transaction, List<Long> acts) {
        return new TreeSet<>(transaction
                .sql()
                .sql("select distinct district from land_act_district where act in (:acts)")
                .param("acts", acts)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Of an alert. */
    static SortedSet<String> ofAlert(Transaction transaction, GroundAlert alert) {
        return new TreeSet<>(transaction
                .sql()
                .sql("select district from land_alert_district where ordinal = ?"
                        + " and report in (select id from report where report_id = ?)")
                .params(alert.ordinal(), alert.report().toString())
                .query((row, number) -> row.getString(1))
                .list());
    }

    void drop() {
        transaction.sql().sql("delete from land_act_district").update();
        transaction.sql().sql("delete from land_alert_district").update();
    }
}
