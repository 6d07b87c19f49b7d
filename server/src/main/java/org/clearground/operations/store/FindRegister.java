// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.clearground.geo.WrittenGeometry;
import org.clearground.ordnance.Find;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportRegister;
import org.clearground.reports.ReportedFinds;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Explosive ordnance found, one row for each find of an approved report. It counts on the day it was found. */
public final class FindRegister implements ReportRegister {

    private static final String INSERT =
            "insert into finds (fid, geom, report, valid_from, known_from_ms, organisation,"
                    + " district, category, model, quantity, depth_cm, condition, disposal, sample)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final FeatureRows rows;

    /**
     * Opens the register in a transaction.
     *
     * @param much whether many rows are to come
     */
    public FindRegister(Transaction transaction, boolean much) {
        this.rows = new FeatureRows(transaction, "finds", much);
    }

    @Override
    public void add(AcceptedReport accepted) {
        try {
            for (var find : ReportedFinds.of(accepted.report())) {
                add(accepted, find);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void add(AcceptedReport accepted, Find find) throws SQLException {
        var position = find.position();
        var answers = accepted.report().answers();
        var insert = rows.prepared(INSERT);
        insert.setLong(1, rows.nextFid());
        if (position == null) {
            insert.setNull(2, Types.BLOB);
        } else {
            var at = new Coordinate(position.longitude(), position.latitude());
            insert.setBytes(2, rows.encode(WrittenGeometry.WGS84.createPoint(at)));
        }
        insert.setLong(3, accepted.key());
        insert.setString(4, find.foundOn().toString());
        insert.setLong(5, accepted.knownFrom().toEpochMilli());
        insert.setString(6, answers.code("organisation"));
        insert.setString(7, answers.code("district"));
        insert.setString(8, find.category().name());
        insert.setString(9, find.model());
        insert.setLong(10, find.quantity().value());
        setDepth(insert, find);
        insert.setString(12, find.condition());
        insert.setString(13, find.disposal());
        insert.setBoolean(14, accepted.sample());
        rows.insert(
                insert,
                position == null
                        ? null
                        : new Envelope(
                                position.longitude(), position.longitude(), position.latitude(), position.latitude()));
    }

    private static void setDepth(PreparedStatement insert, Find find) throws SQLException {
        var depth = find.depth();
        if (depth == null) {
            insert.setNull(11, Types.INTEGER);
        } else {
            insert.setInt(11, depth.value());
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
