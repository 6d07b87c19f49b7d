// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.clearground.geo.WrittenGeometry;
import org.clearground.land.LandReport;
import org.clearground.land.QualityVisit;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Visits of the inspecting body, one row for each approved report. */
public final class VisitRegister implements ReportRegister {

    private final FeatureRows rows;

    public VisitRegister(Transaction transaction) {
        this.rows = new FeatureRows(transaction, "qc_visits", false);
    }

    @Override
    public void add(AcceptedReport accepted) {
        if (!accepted.form().equals(LandReport.VISIT)) {
            return;
        }
        try {
            insert(accepted);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void insert(AcceptedReport accepted) throws SQLException {
        var answers = accepted.report().answers();
        var visitedOn = answers.day("visited_on");
        var severity = answers.code("severity");
        if (visitedOn == null || severity == null) {
            throw new IllegalArgumentException("a visit without its day or what it found");
        }
        var where = where(accepted);
        var insert = rows.prepared("insert into qc_visits (fid, geom, report, valid_from, known_from_ms, report_no,"
                + " organisation, inspected, completion_no, task_no, hazard, district, severity, nonconformity, measures,"
                + " due_on, done_on, sample) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, rows.nextFid());
        insert.setBytes(2, where == null ? null : rows.encode(where));
        insert.setLong(3, accepted.key());
        insert.setString(4, visitedOn.toString());
        insert.setLong(5, accepted.knownFrom().toEpochMilli());
        insert.setString(6, answers.text("report_no"));
        insert.setString(7, answers.code("organisation"));
        insert.setString(8, answers.code("inspected"));
        insert.setString(9, answers.text("completion"));
        insert.setString(10, answers.text("task"));
        insert.setString(11, answers.text("hazard_code"));
        insert.setString(12, answers.code("district"));
        insert.setString(
                13,
                QualityVisit.Severity.valueOf(severity.toUpperCase(Locale.ROOT)).name());
        insert.setString(14, answers.text("nonconformity"));
        insert.setString(15, answers.text("measures"));
        insert.setString(16, day(answers.day("due_on")));
        insert.setString(17, day(answers.day("done_on")));
        insert.setBoolean(18, accepted.sample());
        rows.insert(insert, null);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable Geometry where(AcceptedReport accepted) {
        var answers = accepted.report().answers();
        var ground = answers.shape("ground");
        if (ground != null && ground.fault().isEmpty()) {
            return ground.polygons();
        }
        var place = answers.position("place");
        return place == null
                ? null
                : WrittenGeometry.WGS84.createPoint(new Coordinate(place.longitude(), place.latitude()));
    }

    @Override
    public void end(long reportKey, Instant knownTo) {
        rows.end(reportKey, knownTo);
    }

    @Override
    public void complete() {
        rows.complete();
    }

    @Override
    public void drop() {
        rows.drop();
    }
}
