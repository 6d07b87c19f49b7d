// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.LandAct;
import org.clearground.land.LandState;
import org.clearground.land.Piece;
import org.clearground.land.Timeline;
import org.clearground.registers.Register.Reach;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;

/** The pieces of ground as known at a moment, each with all that became of it: what maps and lists are made of. */
public final class LandGround {

    private final Transaction transaction;
    private final Sight sight;
    private final ActRows acts;

    /** All of it. */
    public LandGround(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** What lies in the districts that somebody sees. */
    public LandGround(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.acts = new ActRows(transaction);
    }

    /**
     * A piece with what became of it.
     *
     * @param sample whether any of its acts is invented
     */
    public record Traced(Piece piece, Timeline timeline, boolean sample) {

        /** Whether an act speaks of it and was not refused. */
        public boolean changedBy(long act) {
            return timeline.steps().stream().anyMatch(step -> step.act().id() == act && step.refusedBy() == null);
        }
    }

    /** Whether more pieces than these were known at a moment; no further is counted. */
    public boolean hasMoreThan(long many, Instant knownAt) {
        var here = GroundReach.inDistrict("district").condition(sight);
        return transaction
                        .sql()
                        .sql("select count(*) from (select 1 from land_pieces where known_to_ms is null"
                                + " and known_from_ms <= :at and " + here + " union all select 1 from land_pieces"
                                + " where known_to_ms > :at and known_from_ms <= :at and " + here + " limit :most)")
                        .param("at", knownAt.toEpochMilli())
                        .param("most", many + 1)
                        .params(Reach.values(sight))
                        .query(Long.class)
                        .single()
                > many;
    }

    /** Whether any ground known at a moment is invented, of what somebody sees: of a body, all in its hazardous areas. */
    public boolean sample(Instant knownAt) {
        var seen = sight instanceof Sight.OfOrganisation
                ? GroundReach.ofHazard("land_acts.hazard")
                : GroundReach.ofAct("land_acts.fid");
        return transaction
                .sql()
                .sql("select exists (select 1 from land_acts where sample and known_from_ms <= :at"
                        + " and (known_to_ms is null or known_to_ms > :at) and "
                        + seen.condition(sight) + ")")
                .param("at", knownAt.toEpochMilli())
                .params(Reach.values(sight))
                .query(Boolean.class)
                .single();
    }

    /** The years of the ground in which anything was entered in the books, latest first. */
    public List<Integer> years(Instant knownAt) {
        return transaction
                .sql()
                .sql("select distinct valid_month from land_sum where dimension = 'NONE' and known_month <= ?"
                        + " order by valid_month desc")
                .param(BookLines.month(knownAt))
                .query(String.class)
                .list()
                .stream()
                .map(month -> Integer.valueOf(month.substring(0, 4)))
                .distinct()
                .toList();
    }

    /**
     * Pieces known at a moment, in the order in which they became known.
     *
     * @param box whose neighbourhood is asked for; null for all
     */
    public List<Traced> pieces(@Nullable Envelope box, Instant knownAt) {
        return pieces(box, List.of(), knownAt);
    }

    /**
     * Pieces of which the last act known at a moment left the ground in one of these states, in the order in which they
     * became known. Where the ground stood on a day before that act, their timelines say.
     */
    List<Traced> standing(Collection<LandState> states, Instant knownAt) {
        return states.isEmpty() ? List.of() : pieces(null, states, knownAt);
    }

    private List<Traced> pieces(@Nullable Envelope box, Collection<LandState> states, Instant knownAt) {
        var setAside = SqlLandBooks.setAside(transaction, knownAt);
        var seen = GroundReach.Placed.of(GroundReach.inDistrict("district"), sight);
        var found = new ArrayList<Traced>();
        try {
            var select = transaction.prepared("select fid, geom, area_m2, district, acts, sample from land_pieces"
                    + (box == null
                            ? " where known_from_ms <= ? and (known_to_ms is null or known_to_ms > ?)"
                            : " where +known_from_ms <= ? and (known_to_ms is null or known_to_ms > ?) and "
                                    + transaction.dialect().touchesBox("land_pieces"))
                    + (states.isEmpty() ? "" : " and fid in (" + lastIn(states) + ")")
                    + " and " + seen.condition() + " order by fid");
            select.setLong(1, knownAt.toEpochMilli());
            select.setLong(2, knownAt.toEpochMilli());
            if (box != null) {
                select.setDouble(3, box.getMinX());
                select.setDouble(4, box.getMaxX());
                select.setDouble(5, box.getMinY());
                select.setDouble(6, box.getMaxY());
            }
            int next = box == null ? 3 : 7;
            if (!states.isEmpty()) {
                select.setLong(next++, knownAt.toEpochMilli());
            }
            seen.bind(select, next);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var piece = new Piece(
                            row.getLong(1),
                            GroundOverlay.polygonsOf(transaction.dialect().decode(row.getBytes(2))),
                            new SquareMetres(row.getLong(3)),
                            row.getString(4),
                            Ids.read(row.getString(5)));
                    var timeline = Timeline.of(
                            piece.acts().stream().map(id -> acts.row(id).act()).toList(), setAside);
                    found.add(new Traced(piece, timeline, row.getBoolean(6)));
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return found;
    }

    /** Each half follows the index of states, which has them by when they ceased to be known. */
    private static String lastIn(Collection<LandState> states) {
        var in = " and state in ('" + states.stream().map(LandState::name).collect(Collectors.joining("', '")) + "')";
        return "select fid from land_pieces where known_to_ms is null" + in
                + " union all select fid from land_pieces where known_to_ms > ?" + in;
    }

    /** Pieces that ever belonged to a hazardous area. */
    public List<Traced> ofHazard(String hazard, Instant knownAt) {
        var box = new Envelope();
        try {
            var select = transaction.prepared("select geom from land_acts where hazard = ? and geom is not null");
            select.setString(1, hazard);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    box.expandToInclude(
                            transaction.dialect().decode(row.getBytes(1)).getEnvelopeInternal());
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return box.isNull()
                ? List.of()
                : pieces(box, knownAt).stream()
                        .filter(traced -> traced.timeline().steps().stream()
                                .anyMatch(step -> hazard.equals(step.after().hazard())))
                        .toList();
    }

    /** Pieces that an act speaks of, whether it changed them or not. */
    public List<Traced> speakingOf(long act, Instant knownAt) {
        var box = box(act);
        return box.isNull()
                ? List.of()
                : pieces(box, knownAt).stream()
                        .filter(traced -> traced.piece().acts().contains(act))
                        .toList();
    }

    /** Ground that counts as searched now, whose box touches another; the first of them where there is very much. */
    public List<MultiPolygon> searched(Envelope box, int most) {
        var found = new ArrayList<MultiPolygon>();
        try {
            var select = transaction.prepared("select geom from worked_ground where known_to_ms is null and "
                    + transaction.dialect().touchesBox("worked_ground") + " order by fid limit ?");
            select.setDouble(1, box.getMinX());
            select.setDouble(2, box.getMaxX());
            select.setDouble(3, box.getMinY());
            select.setDouble(4, box.getMaxY());
            select.setInt(5, most);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(GroundOverlay.polygonsOf(transaction.dialect().decode(row.getBytes(1))));
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return found;
    }

    /** The outline of work, as its report drew it. */
    public MultiPolygon outlineOf(long work) {
        return acts.work(work).outline();
    }

    /** Pieces that an act changed. */
    public List<Traced> changedBy(long act, Instant knownAt) {
        return speakingOf(act, knownAt).stream()
                .filter(traced -> traced.changedBy(act))
                .toList();
    }

    /** Whether any act that was ever entered is of a later day. */
    boolean anyActAfter(LocalDate day) {
        return transaction
                .sql()
                .sql("select exists (select 1 from land_acts where valid_from > ?)")
                .param(day.toString())
                .query(Boolean.class)
                .single();
    }

    /** An act that was entered, standing or not. */
    LandAct act(long id) {
        return acts.row(id).act();
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
}
