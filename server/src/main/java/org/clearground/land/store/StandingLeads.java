// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.LandActKind;
import org.clearground.land.LandReport;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** The leads that are points as the register holds them now. */
final class StandingLeads {

    private final Transaction transaction;

    StandingLeads(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * What is held of a lead.
     *
     * @param endedBy key of the report of the survey that ended it; null while it is open
     */
    record Row(long fid, String number, Position place, LocalDate on, @Nullable Long endedBy) {}

    /** Whether a report says something of a lead that is a point, so that it need not change any ground. */
    boolean concernedBy(LandReport report) {
        var outline = report.outline();
        return report.pointLead()
                || (report.kind() == LandActKind.LEAD_DISMISSED
                        && (report.leads().stream()
                                        .anyMatch(number -> !numbered(number).isEmpty())
                                || (outline != null && !within(outline).isEmpty())));
    }

    List<Row> numbered(String number) {
        return select("lead_no = ?", List.of(number));
    }

    List<Row> endedBy(long report) {
        return select("ended_by = ?", List.of(report));
    }

    List<Row> within(GroundShape outline) {
        var box = outline.polygons().getEnvelopeInternal();
        return select(
                        transaction.dialect().touchesBox("land_leads"),
                        List.of(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()))
                .stream()
                .filter(lead -> outline.covers(lead.place()))
                .toList();
    }

    private List<Row> select(String condition, List<Object> parameters) {
        try {
            // The plus keeps the index of the condition in use, which is much the narrower.
            var select = transaction.prepared("select fid, lead_no, geom, valid_from, ended_by from land_leads"
                    + " where +known_to_ms is null and " + condition + " order by fid");
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            var leads = new ArrayList<Row>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var at = transaction.dialect().decode(row.getBytes(3)).getCoordinate();
                    long ended = row.getLong(5);
                    boolean open = row.wasNull();
                    leads.add(new Row(
                            row.getLong(1),
                            row.getString(2),
                            new Position(at.x, at.y),
                            LocalDate.parse(row.getString(4)),
                            open ? null : (Long) ended));
                }
            }
            return leads;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
