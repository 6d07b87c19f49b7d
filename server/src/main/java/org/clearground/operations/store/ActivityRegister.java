// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ActivityResult;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Work on the ground, one row for each approved report. It counts on the last day of the report's period. */
public final class ActivityRegister implements ReportRegister {

    private static final String INSERT = "insert into activities (fid, geom, report, valid_from, known_from_ms,"
            + " organisation, district, settlement, period_from, period_to, activity_type, result, purpose, method, team,"
            + " task, depth_cm, declared_area_m2, computed_area_m2, staff, hours, sample)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final FeatureRows rows;
    private final Supplier<Map<String, ActivityResult>> pack;
    private @Nullable Map<String, ActivityResult> results;

    /**
     * Opens the register in a transaction.
     *
     * @param pack what each type of activity does to land, asked once there is an activity
     * @param much whether many rows are to come
     */
    public ActivityRegister(Transaction transaction, Supplier<Map<String, ActivityResult>> pack, boolean much) {
        this.rows = new FeatureRows(transaction, "activities", much);
        this.pack = pack;
    }

    @Override
    public void add(AcceptedReport accepted) {
        if (!accepted.form().equals(ProgressReport.FORM)) {
            return;
        }
        var report = ProgressReport.from(accepted.report());
        var ground = report.workedGround();
        try {
            var insert = rows.prepared(INSERT);
            insert.setLong(1, rows.nextFid());
            insert.setBytes(2, ground == null ? null : rows.encode(ground.polygons()));
            insert.setLong(3, accepted.key());
            insert.setString(4, report.period().to().toString());
            insert.setLong(5, accepted.knownFrom().toEpochMilli());
            insert.setString(6, report.organisation());
            insert.setString(7, report.district());
            insert.setString(8, report.settlement());
            insert.setString(9, report.period().from().toString());
            insert.setString(10, report.period().to().toString());
            insert.setString(11, report.activityType());
            insert.setString(12, result(report.activityType()).name());
            insert.setString(13, report.purpose());
            insert.setString(14, report.method());
            insert.setString(15, report.team());
            insert.setString(16, report.task());
            setLong(
                    insert,
                    17,
                    report.depth() == null ? null : (long) report.depth().value());
            setLong(
                    insert,
                    18,
                    report.declaredArea() == null
                            ? null
                            : report.declaredArea().area().value());
            setLong(
                    insert,
                    19,
                    ground == null || ground.fault().isPresent()
                            ? null
                            : ground.computedArea().area().value());
            setLong(insert, 20, report.staff());
            insert.setString(21, report.hours() == null ? null : report.hours().toPlainString());
            insert.setBoolean(22, accepted.sample());
            rows.insert(insert, ground == null ? null : ground.polygons().getEnvelopeInternal());
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private ActivityResult result(String activityType) {
        if (results == null) {
            results = pack.get();
        }
        return results.getOrDefault(activityType, ActivityResult.NONE);
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
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
