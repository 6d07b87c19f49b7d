// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.Effect;
import org.clearground.land.LandAct;
import org.clearground.land.Piece;
import org.clearground.land.Timeline;
import org.clearground.land.Work;
import org.clearground.land.WorkBooks;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.Envelope;

/** Worked ground in the store. */
final class SqlWorkBooks implements WorkBooks {

    private final Transaction transaction;
    private final ActRows acts;
    private final SqlLandBooks land;
    private final FeatureRows rows;

    /** @param land which knows what was decided between claims */
    SqlWorkBooks(Transaction transaction, ActRows acts, SqlLandBooks land) {
        this.transaction = transaction;
        this.acts = acts;
        this.land = land;
        this.rows = new FeatureRows(transaction, "worked_ground", false);
    }

    @Override
    public List<Piece> piecesMeeting(Envelope box) {
        try {
            // The plus keeps the index of boxes in use, which is much the narrower.
            var select = transaction.prepared("select fid, geom, area_m2, district, act from worked_ground"
                    + " where +known_to_ms is null and " + transaction.dialect().touchesBox("worked_ground")
                    + " order by fid");
            select.setDouble(1, box.getMinX());
            select.setDouble(2, box.getMaxX());
            select.setDouble(3, box.getMinY());
            select.setDouble(4, box.getMaxY());
            var pieces = new ArrayList<Piece>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    pieces.add(new Piece(
                            row.getLong(1),
                            GroundOverlay.polygonsOf(transaction.dialect().decode(row.getBytes(2))),
                            new SquareMetres(row.getLong(3)),
                            row.getString(4),
                            List.of(row.getLong(5))));
                }
            }
            return pieces;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    @Override
    public List<Work> workMeeting(Envelope box) {
        return acts.workMeeting(box);
    }

    @Override
    public LandAct act(long id) {
        return acts.row(id).act();
    }

    @Override
    public Work work(long act) {
        return acts.work(act);
    }

    @Override
    public Set<Timeline.SetAside> setAside() {
        return land.setAside();
    }

    /** Writes what takes the place of pieces, and what was found. */
    void write(Effect effect, Instant moment) throws SQLException {
        for (var replaced : effect.replaced()) {
            var end = transaction.prepared("update worked_ground set known_to_ms = ? where fid = ?");
            end.setLong(1, moment.toEpochMilli());
            end.setLong(2, replaced.piece().key());
            end.executeUpdate();
            for (var piece : replaced.by()) {
                insert(piece, moment);
            }
        }
        for (var piece : effect.found()) {
            insert(piece, moment);
        }
    }

    private void insert(Effect.NewPiece piece, Instant moment) throws SQLException {
        var row = acts.row(piece.acts().get(0));
        var account = row.act().account();
        var insert = transaction.prepared("insert into worked_ground (fid, geom, area_m2, district, act, organisation,"
                + " purpose, method, valid_from, known_from_ms, sample) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, rows.nextFid());
        insert.setBytes(2, rows.encode(piece.ground()));
        insert.setLong(3, piece.area().value());
        insert.setString(4, piece.district());
        insert.setLong(5, row.act().id());
        insert.setString(6, account.organisation());
        insert.setString(7, account.purpose());
        insert.setString(8, account.method());
        insert.setString(9, row.act().on().toString());
        insert.setLong(10, moment.toEpochMilli());
        insert.setBoolean(11, row.sample());
        rows.insert(insert, piece.ground().getEnvelopeInternal());
    }

    void complete() {
        rows.complete();
    }

    void drop() {
        rows.drop();
    }
}
