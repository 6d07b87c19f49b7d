// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearground.access.Sight;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.GroundAlert;
import org.clearground.registers.Register.Reach;
import org.clearground.reports.ReportId;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** The alerts on released ground: kept, asked for, and what they freeze. */
public final class Alerts {

    private static final String SELECT = "select (select report_id from report where report.id = land_alert.report),"
            + " ordinal, cause, happened_on, longitude, latitude, organisation, released_by, hazard, lot, known_from_ms,"
            + " sample, conclusion, closed_by, closed_at_ms, released_on from land_alert";

    private final Transaction transaction;
    private final Sight sight;
    private @Nullable Set<Long> frozen;

    /** All of them. */
    public Alerts(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** Those that somebody sees. */
    public Alerts(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
    }

    /** Which alerts. */
    public enum Asked {
        OPEN,
        CLOSED
    }

    /** Alerts as known at a moment, the latest event first. */
    public List<GroundAlert> list(Asked asked, Instant knownAt) {
        return list(
                asked == Asked.OPEN ? " and (closed_at_ms is null or closed_at_ms > :at)" : " and closed_at_ms <= :at",
                knownAt);
    }

    private List<GroundAlert> list(String condition, Instant knownAt) {
        return transaction
                .sql()
                .sql(SELECT + " where known_from_ms <= :at and (known_to_ms is null"
                        + " or known_to_ms > :at)" + condition + " and "
                        + GroundReach.ofAlert("land_alert").condition(sight)
                        + " order by happened_on desc, id desc")
                .param("at", knownAt.toEpochMilli())
                .params(Reach.values(sight))
                .query((row, number) -> alert(row, knownAt))
                .list();
    }

    /** Alerts on some ground, open or closed, as known at a moment. */
    public List<GroundAlert> on(List<GroundShape> grounds, Instant knownAt) {
        return list("", knownAt).stream()
                .filter(alert -> grounds.stream().anyMatch(ground -> ground.covers(alert.position())))
                .toList();
    }

    /** The alert of this code that stands. */
    public Optional<GroundAlert> find(String code, Instant knownAt) {
        return list("", knownAt).stream()
                .filter(alert -> alert.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** A closing that is not yet known at the moment asked for does not show. */
    private static GroundAlert alert(ResultSet row, Instant knownAt) throws SQLException {
        long closed = row.getLong(15);
        boolean open = row.wasNull() || closed > knownAt.toEpochMilli();
        return new GroundAlert(
                ReportId.of(row.getString(1)),
                row.getInt(2),
                GroundAlert.Cause.valueOf(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                new Position(row.getDouble(5), row.getDouble(6)),
                row.getString(7),
                row.getString(8),
                LocalDate.parse(row.getString(16)),
                row.getString(9),
                Ids.read(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                row.getBoolean(12),
                open
                        ? null
                        : new GroundAlert.Closing(
                                BookLines.or(row.getString(13)),
                                BookLines.or(row.getString(14)),
                                Instant.ofEpochMilli(closed)));
    }

    /** The acts, by their order, whose ground stands still because of an open alert. */
    Set<Long> frozen() throws SQLException {
        if (frozen == null) {
            var orders = new HashSet<Long>();
            try (var row = transaction
                    .prepared("select lot from land_alert where closed_at_ms is null and known_to_ms is null")
                    .executeQuery()) {
                while (row.next()) {
                    orders.addAll(Ids.read(row.getString(1)));
                }
            }
            frozen = orders;
        }
        return frozen;
    }

    void insert(GroundAlert alert, long report) throws SQLException {
        var insert = transaction.prepared("insert into land_alert (report, ordinal, cause, happened_on, longitude,"
                + " latitude, organisation, released_by, hazard, lot, sample, known_from_ms, released_on)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, report);
        insert.setInt(2, alert.ordinal());
        insert.setString(3, alert.cause().name());
        insert.setString(4, alert.happenedOn().toString());
        insert.setDouble(5, alert.position().longitude());
        insert.setDouble(6, alert.position().latitude());
        insert.setString(7, alert.organisation());
        insert.setString(8, alert.releasedBy());
        insert.setString(9, alert.hazard());
        insert.setString(10, Ids.write(alert.lot()));
        insert.setBoolean(11, alert.sample());
        insert.setLong(12, alert.openedAt().toEpochMilli());
        insert.setString(13, alert.releasedOn().toString());
        insert.executeUpdate();
        frozen = null;
    }

    /** The report that told of alerts is taken back or corrected; a correction opens its own, to be looked into again. */
    void end(long report, Instant knownTo) throws SQLException {
        var update =
                transaction.prepared("update land_alert set known_to_ms = ? where report = ? and known_to_ms is null");
        update.setLong(1, knownTo.toEpochMilli());
        update.setLong(2, report);
        update.executeUpdate();
        frozen = null;
    }

    void close(String reportId, int ordinal, GroundAlert.Closing closing) {
        try {
            var update = transaction.prepared("update land_alert set conclusion = ?, closed_by = ?, closed_at_ms = ?"
                    + " where report in (select id from report where report_id = ?) and ordinal = ?"
                    + " and known_to_ms is null");
            update.setString(1, closing.conclusion());
            update.setString(2, closing.person());
            update.setLong(3, closing.at().toEpochMilli());
            update.setString(4, reportId);
            update.setInt(5, ordinal);
            update.executeUpdate();
            frozen = null;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
