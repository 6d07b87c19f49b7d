// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.geo.GeodesicArea;
import org.clearground.land.Effect;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes the lines of the books, and their sums by month, from which balances are read. */
final class BookLines {

    private final Transaction transaction;
    private final Map<Sum, Long> sums = new LinkedHashMap<>();
    private long lastId = -1;

    private record Sum(
            String dimension, String item, String hazardClass, String movement, String validMonth, String knownMonth) {}

    BookLines(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Writes what a decision moves.
     *
     * @param cause the act that is entered or taken back
     */
    void write(Effect effect, long cause, Instant moment) throws SQLException {
        for (var line : effect.lines()) {
            write(line, cause, moment);
        }
        for (var refusal : effect.refusals()) {
            var upsert = transaction.prepared("insert into land_conflict (act, against, rule, m2, opened_at_ms,"
                    + " changed_at_ms) values (?, ?, ?, ?, ?, ?) on conflict (act, against, rule)"
                    + " do update set m2 = land_conflict.m2 + excluded.m2, changed_at_ms = excluded.changed_at_ms");
            upsert.setLong(1, refusal.act());
            upsert.setLong(2, refusal.against());
            upsert.setString(3, refusal.rule().name());
            upsert.setLong(4, refusal.squareMetres());
            upsert.setLong(5, moment.toEpochMilli());
            upsert.setLong(6, moment.toEpochMilli());
            upsert.executeUpdate();
        }
        for (var sliver : effect.slivers()) {
            var insert =
                    transaction.prepared("insert into land_sliver (id, act, longitude, latitude, m2, known_from_ms)"
                            + " values ((select coalesce(max(id), 0) + 1 from land_sliver), ?, ?, ?, ?, ?)");
            insert.setLong(1, cause);
            insert.setDouble(2, sliver.getCoordinate().x);
            insert.setDouble(3, sliver.getCoordinate().y);
            insert.setDouble(4, GeodesicArea.squareMetres(sliver));
            insert.setLong(5, moment.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private void write(Effect.Line line, long cause, Instant moment) throws SQLException {
        var posting = line.posting();
        var account = posting.account();
        var hazardClass =
                posting.hazardClass() == null ? "" : posting.hazardClass().name();
        var insert = transaction.prepared("insert into land_posting (id, movement, act, cause, hazard_class, hazard,"
                + " organisation, purpose, method, district, m2, valid_on, known_from_ms)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, nextId());
        insert.setString(2, posting.movement().name());
        insert.setLong(3, posting.act());
        insert.setLong(4, cause);
        insert.setString(5, hazardClass);
        insert.setString(6, or(posting.hazard()));
        insert.setString(7, account.organisation());
        insert.setString(8, or(account.purpose()));
        insert.setString(9, or(account.method()));
        insert.setString(10, line.district());
        insert.setLong(11, line.squareMetres());
        insert.setString(12, posting.on().toString());
        insert.setLong(13, moment.toEpochMilli());
        insert.executeUpdate();
        var validMonth = posting.on().toString().substring(0, 7);
        var knownMonth = month(moment);
        var items = Map.of(
                "NONE", "",
                "DISTRICT", line.district(),
                "ORGANISATION", account.organisation(),
                "PURPOSE", or(account.purpose()),
                "METHOD", or(account.method()));
        items.forEach((dimension, item) -> sums.merge(
                new Sum(dimension, item, hazardClass, posting.movement().name(), validMonth, knownMonth),
                line.squareMetres(),
                Long::sum));
    }

    private long nextId() throws SQLException {
        if (lastId < 0) {
            try (var row = transaction
                    .prepared("select coalesce(max(id), 0) from land_posting")
                    .executeQuery()) {
                row.next();
                lastId = row.getLong(1);
            }
        }
        return ++lastId;
    }

    static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The month of the register, in UTC. */
    static String month(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toString().substring(0, 7);
    }

    /** After the last line: the sums are brought to the state of the lines. */
    void complete() {
        try {
            for (var entry : sums.entrySet()) {
                var sum = entry.getKey();
                PreparedStatement upsert = transaction.prepared("insert into land_sum (dimension, item, hazard_class,"
                        + " movement, valid_month, known_month, m2) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (dimension, valid_month, known_month, item, hazard_class, movement)"
                        + " do update set m2 = land_sum.m2 + excluded.m2");
                upsert.setString(1, sum.dimension());
                upsert.setString(2, sum.item());
                upsert.setString(3, sum.hazardClass());
                upsert.setString(4, sum.movement());
                upsert.setString(5, sum.validMonth());
                upsert.setString(6, sum.knownMonth());
                upsert.setLong(7, entry.getValue());
                upsert.executeUpdate();
            }
            sums.clear();
            lastId = -1;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
