// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.Effect;
import org.clearground.land.GroundFlag;
import org.clearground.land.LandAct;
import org.clearground.land.LandBooks;
import org.clearground.land.Piece;
import org.clearground.land.Timeline;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The area ledger's pieces and acts in the store. */
final class SqlLandBooks implements LandBooks {

    private static final String PIECES = "select fid, geom, area_m2, district, acts from land_pieces";

    private final Transaction transaction;
    private final ActRows acts;
    private final FeatureRows rows;
    private @Nullable Set<Timeline.SetAside> setAside;

    SqlLandBooks(Transaction transaction, ActRows acts) {
        this.transaction = transaction;
        this.acts = acts;
        this.rows = new FeatureRows(transaction, "land_pieces", false);
    }

    @Override
    public List<Piece> piecesMeeting(Envelope box) {
        try {
            // The plus keeps the index of boxes in use, which is much the narrower.
            var select = transaction.prepared(PIECES + " where +known_to_ms is null and "
                    + transaction.dialect().touchesBox("land_pieces"));
            select.setDouble(1, box.getMinX());
            select.setDouble(2, box.getMaxX());
            select.setDouble(3, box.getMinY());
            select.setDouble(4, box.getMaxY());
            try (var found = select.executeQuery()) {
                return pieces(found);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Standing pieces that a condition of ours chooses; its parameters are texts. */
    List<Piece> pieces(String condition, List<String> parameters) {
        try {
            var select = transaction.prepared(PIECES + " where known_to_ms is null and " + condition);
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            try (var found = select.executeQuery()) {
                return pieces(found);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private List<Piece> pieces(ResultSet found) throws SQLException {
        var pieces = new ArrayList<Piece>();
        while (found.next()) {
            pieces.add(new Piece(
                    found.getLong(1),
                    GroundOverlay.polygonsOf(transaction.dialect().decode(found.getBytes(2))),
                    new SquareMetres(found.getLong(3)),
                    found.getString(4),
                    Ids.read(found.getString(5))));
        }
        pieces.sort(java.util.Comparator.comparingLong(Piece::key));
        return pieces;
    }

    @Override
    public List<Piece> piecesOf(long act) {
        var box = box(act);
        return box.isNull()
                ? List.of()
                : piecesMeeting(box).stream()
                        .filter(piece -> piece.acts().contains(act))
                        .toList();
    }

    /** Around the ground that an act speaks of. */
    private Envelope box(long act) {
        var row = acts.row(act);
        if (row.box() != null) {
            return row.box();
        }
        var box = new Envelope();
        row.act().lot().forEach(completion -> box.expandToInclude(box(completion)));
        return box;
    }

    @Override
    public LandAct act(long id) {
        return acts.row(id).act();
    }

    /** Claims that were set aside at a moment. */
    static Set<Timeline.SetAside> setAside(Transaction transaction, Instant knownAt) {
        return new HashSet<>(transaction
                .sql()
                .sql("select act, in_favour_of from land_set_aside where decided_at_ms <= :knownAt"
                        + " and (reversed_at_ms is null or reversed_at_ms > :knownAt)")
                .param("knownAt", knownAt.toEpochMilli())
                .query((row, number) -> new Timeline.SetAside(row.getLong(1), row.getLong(2)))
                .list());
    }

    @Override
    public Set<Timeline.SetAside> setAside() {
        if (setAside == null) {
            var decided = new HashSet<Timeline.SetAside>();
            try (var row = transaction
                    .prepared("select act, in_favour_of from land_set_aside where reversed_at_ms is null")
                    .executeQuery()) {
                while (row.next()) {
                    decided.add(new Timeline.SetAside(row.getLong(1), row.getLong(2)));
                }
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
            setAside = decided;
        }
        return setAside;
    }

    /** It was decided between claims. */
    void decided() {
        setAside = null;
    }

    /** Writes what takes the place of pieces, and what was found. */
    void write(Effect effect, Instant moment) throws SQLException {
        for (var replaced : effect.replaced()) {
            var end = transaction.prepared("update land_pieces set known_to_ms = ? where fid = ?");
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
        var status = piece.status();
        var account = status.account();
        var insert = transaction.prepared("insert into land_pieces (fid, geom, area_m2, district, acts, state,"
                + " hazard_class, hazard, organisation, purpose, method, valid_from, cause, known_from_ms, sample, flags)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, rows.nextFid());
        insert.setBytes(2, rows.encode(piece.ground()));
        insert.setLong(3, piece.area().value());
        insert.setString(4, piece.district());
        insert.setString(5, Ids.write(piece.acts()));
        insert.setString(6, status.state().name());
        insert.setString(
                7, status.hazardClass() == null ? null : status.hazardClass().name());
        insert.setString(8, status.hazard());
        insert.setString(9, account == null ? null : account.organisation());
        insert.setString(10, account == null ? null : account.purpose());
        insert.setString(11, account == null ? null : account.method());
        insert.setString(12, status.cause() == 0 ? null : status.since().toString());
        insert.setLong(13, status.cause());
        insert.setLong(14, moment.toEpochMilli());
        insert.setBoolean(
                15, piece.acts().stream().anyMatch(act -> acts.row(act).sample()));
        insert.setString(
                16, status.flags().standing().stream().map(GroundFlag::name).collect(Collectors.joining(" ")));
        rows.insert(insert, piece.ground().getEnvelopeInternal());
    }

    void complete() {
        rows.complete();
    }

    void drop() {
        rows.drop();
        setAside = null;
    }
}
