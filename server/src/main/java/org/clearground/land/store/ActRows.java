// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.Account;
import org.clearground.land.GroundFlag;
import org.clearground.land.HazardClass;
import org.clearground.land.LandAct;
import org.clearground.land.LandActKind;
import org.clearground.land.LandReport;
import org.clearground.land.Release;
import org.clearground.land.Work;
import org.clearground.reports.AcceptedReport;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;

/** The rows of acts. An act is written once; only the end of its being known is added. */
final class ActRows {

    private static final String SELECT =
            "select fid, in_order, kind, valid_from, organisation, purpose, method, hazard,"
                    + " addition, hazard_class, release, lot, handed_over, sample, geom, named, depth_cm, flag from land_acts";

    private final Transaction transaction;
    private final FeatureRows rows;
    private final Map<Long, Row> known = new HashMap<>();
    private long next = -1;

    /**
     * An act as it is kept.
     *
     * @param box of its outline; null for inspections, which have a lot
     * @param depthCm to which ground is to be searched by a task, or was by a completion; null if not stated
     */
    record Row(LandAct act, @Nullable Envelope box, boolean sample, @Nullable Integer depthCm) {}

    ActRows(Transaction transaction) {
        this.transaction = transaction;
        this.rows = new FeatureRows(transaction, "land_acts", false);
    }

    /** The number that the next act inserted must have. */
    long nextId() throws SQLException {
        if (next < 0) {
            next = rows.nextFid();
        }
        return next;
    }

    Row row(long id) {
        return known.computeIfAbsent(id, act -> find(act, this::row));
    }

    /** Work with its outline, standing or not. */
    Work work(long id) {
        return find(id, this::work);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T find(long id, Reader<T> reader) {
        try {
            var select = transaction.prepared(SELECT + " where fid = ?");
            select.setLong(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no act " + id);
                }
                return reader.read(row);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Work that stands whose outlines' boxes meet a box, in the order of its acts. */
    List<Work> workMeeting(Envelope box) {
        try {
            // The plus keeps the index of boxes in use, which is much the narrower.
            var select = transaction.prepared(SELECT + " where +kind = 'WORKED' and +known_to_ms is null and "
                    + transaction.dialect().touchesBox("land_acts"));
            select.setDouble(1, box.getMinX());
            select.setDouble(2, box.getMaxX());
            select.setDouble(3, box.getMinY());
            select.setDouble(4, box.getMaxY());
            var work = new ArrayList<Work>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    work.add(work(row));
                }
            }
            work.sort(Comparator.comparing(Work::act));
            return work;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private Work work(ResultSet row) throws SQLException {
        return new Work(
                row(row).act(), GroundOverlay.polygonsOf(transaction.dialect().decode(row.getBytes(15))));
    }

    private Row row(ResultSet row) throws SQLException {
        var hazardClass = row.getString(10);
        var release = row.getString(11);
        var outline = row.getBytes(15);
        var flag = row.getString(18);
        return new Row(
                new LandAct(
                        row.getLong(1),
                        row.getLong(2),
                        LandActKind.valueOf(row.getString(3)),
                        LocalDate.parse(row.getString(4)),
                        new Account(row.getString(5), row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getBoolean(16),
                        row.getBoolean(9),
                        hazardClass == null ? null : HazardClass.valueOf(hazardClass),
                        release == null ? null : Release.valueOf(release),
                        Ids.read(row.getString(12)),
                        row.getBoolean(13),
                        flag == null ? null : GroundFlag.valueOf(flag)),
                outline == null ? null : transaction.dialect().decode(outline).getEnvelopeInternal(),
                row.getBoolean(14),
                row.getObject(17) == null ? null : (Integer) row.getInt(17));
    }

    /** The act that a report brought, if it stands. */
    Optional<LandAct> findStanding(long report) {
        try {
            var select = transaction.prepared(SELECT + " where report = ? and known_to_ms is null");
            select.setLong(1, report);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row(row).act()) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** The act that a report brought, standing or not. */
    Optional<LandAct> findLast(long report) {
        try {
            var select = transaction.prepared(SELECT + " where report = ? order by fid desc limit 1");
            select.setLong(1, report);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row(row).act()) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Whether an act that stands made such a hazardous area known. */
    boolean knowsHazard(String hazard) {
        try {
            var select = transaction.prepared("select 1 from land_acts where hazard = ? and known_to_ms is null"
                    + " and kind in ('SUSPECTED', 'CONFIRMED', 'REOPENED') limit 1");
            select.setString(1, hazard);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** The completion of this number that stands; of two bodies' completions of one number, the later. */
    Optional<Long> findCompletion(String number) {
        try {
            var select = transaction.prepared("select fid from land_acts where report_no = ? and kind ="
                    + " 'CLEARANCE_COMPLETED' and known_to_ms is null order by fid desc limit 1");
            select.setString(1, number);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** The number and the body of the report that brought an act. */
    Optional<Claim> findClaim(long act) {
        try {
            var select = transaction.prepared("select report_no, organisation from land_acts where fid = ?");
            select.setLong(1, act);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claim(BookLines.or(row.getString(1)), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Whose act it is. */
    record Claim(String number, String organisation) {}

    void insert(
            LandAct act,
            AcceptedReport accepted,
            LandReport report,
            @Nullable MultiPolygon outline,
            @Nullable Long mappedM2)
            throws SQLException {
        var insert = transaction.prepared("insert into land_acts (fid, geom, report, in_order, kind, valid_from,"
                + " known_from_ms, organisation, purpose, method, hazard, addition, hazard_class, release, lot,"
                + " handed_over, report_no, depth_cm, declared_area_m2, mapped_area_m2, sample, named,"
                + " flag, reason, until)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, act.id());
        insert.setBytes(2, outline == null ? null : rows.encode(outline));
        insert.setLong(3, accepted.key());
        insert.setLong(4, act.order());
        insert.setString(5, act.kind().name());
        insert.setString(6, act.on().toString());
        insert.setLong(7, accepted.knownFrom().toEpochMilli());
        insert.setString(8, act.account().organisation());
        insert.setString(9, act.account().purpose());
        insert.setString(10, act.account().method());
        insert.setString(11, act.hazard());
        insert.setBoolean(12, act.addition());
        insert.setString(
                13, act.hazardClass() == null ? null : act.hazardClass().name());
        insert.setString(14, act.release() == null ? null : act.release().name());
        insert.setString(15, Ids.write(act.lot()));
        insert.setBoolean(16, act.handedOver());
        insert.setString(17, accepted.report().answers().text("report_no"));
        setLong(
                insert,
                18,
                report.depth() == null ? null : (long) report.depth().value());
        setLong(insert, 19, report.declared() == null ? null : report.declared().value());
        setLong(insert, 20, mappedM2);
        insert.setBoolean(21, accepted.sample());
        insert.setBoolean(22, act.named());
        var flagging = report.flagging();
        insert.setString(23, flagging == null ? null : flagging.flag().name());
        insert.setString(24, flagging == null ? null : flagging.reason());
        insert.setString(
                25,
                flagging == null || flagging.until() == null
                        ? null
                        : flagging.until().toString());
        next = -1;
        rows.insert(insert, outline == null ? null : outline.getEnvelopeInternal());
        known.put(
                act.id(),
                new Row(
                        act,
                        outline == null ? null : outline.getEnvelopeInternal(),
                        accepted.sample(),
                        report.depth() == null ? null : (Integer) report.depth().value()));
    }

    void end(long act, Instant knownTo) throws SQLException {
        var update = transaction.prepared("update land_acts set known_to_ms = ? where fid = ?");
        update.setLong(1, knownTo.toEpochMilli());
        update.setLong(2, act);
        update.executeUpdate();
    }

    void complete() {
        next = -1;
        rows.complete();
    }

    void drop() {
        next = -1;
        rows.drop();
        known.clear();
    }

    private static void setLong(PreparedStatement insert, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            insert.setNull(index, Types.BIGINT);
        } else {
            insert.setLong(index, value);
        }
    }
}
