// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clearground.access.Sight;
import org.clearground.accreditation.Accreditations;
import org.clearground.accreditation.store.AccreditationRows;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.Claim;
import org.clearground.land.Evidence;
import org.clearground.land.Flagging;
import org.clearground.land.GroundFlag;
import org.clearground.land.GroundHistory;
import org.clearground.land.LandAct;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandRule;
import org.clearground.land.Piece;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.Timeline;
import org.clearground.registers.Register.Reach;
import org.clearground.reports.ReportId;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** What is on record about ground, as of any day and any moment. */
public final class LandHistories {

    private static final String CLAIM = "select land_acts.fid, land_acts.kind, land_acts.valid_from,"
            + " land_acts.organisation, land_acts.report_no, land_acts.hazard, report.report_id,"
            + " land_acts.known_from_ms, report.decided_by, land_acts.known_to_ms, land_acts.sample, land_acts.geom,"
            + " land_acts.report, land_acts.flag, land_acts.reason, land_acts.until from land_acts join report on report.id = land_acts.report";

    /** Rules by which flags wait or stand against acts. */
    static final String NO_CLAIMS = "'SUSPENDED_GROUND_WAITS', 'FLAG_IS_RAISED_ONCE'";

    /** More than stand on a page are not kept. */
    private static final int MOST_KEPT = 100;

    private static final KeptOfTables<List<ReconciliationCase>> CASES =
            new KeptOfTables<>(100, "land_conflict", "land_acts", "land_act_district", "report");

    private final Transaction transaction;
    private final Sight sight;
    private final ActRows acts;
    private final Map<Long, Claim> claims = new HashMap<>();
    private final Map<Instant, Accreditations> accreditations = new HashMap<>();

    /** All of it. */
    public LandHistories(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** Of claims that meet, those that somebody sees. A place, once asked about, has its whole history. */
    public LandHistories(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.acts = new ActRows(transaction);
    }

    /** Standing pieces as known at a moment whose ground meets a shape, or all where there is no shape. */
    public List<GroundHistory.PieceHistory> pieces(@Nullable Geometry where, AsOf asOf) {
        var setAside = SqlLandBooks.setAside(transaction, asOf.knownAt());
        var found = new ArrayList<GroundHistory.PieceHistory>();
        try {
            var condition = " where known_from_ms <= ? and (known_to_ms is null or known_to_ms > ?)";
            var select = transaction.prepared("select fid, geom, area_m2, district, acts from land_pieces"
                    + (where == null
                            ? condition
                            : condition.replace("known_from_ms <=", "+known_from_ms <=") + " and "
                                    + transaction.dialect().touchesBox("land_pieces"))
                    + " order by fid");
            select.setLong(1, asOf.knownAt().toEpochMilli());
            select.setLong(2, asOf.knownAt().toEpochMilli());
            if (where != null) {
                box(select, 3, where.getEnvelopeInternal());
            }
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var ground = transaction.dialect().decode(row.getBytes(2));
                    if (where == null || ground.intersects(where)) {
                        var piece = new Piece(
                                row.getLong(1),
                                GroundOverlay.polygonsOf(ground),
                                new SquareMetres(row.getLong(3)),
                                row.getString(4),
                                Ids.read(row.getString(5)));
                        var timeline = Timeline.of(
                                piece.acts().stream()
                                        .map(id -> acts.row(id).act())
                                        .toList(),
                                setAside);
                        found.add(new GroundHistory.PieceHistory(
                                piece, timeline.statusOn(asOf.validOn()), events(timeline, asOf)));
                    }
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return found;
    }

    private static void box(java.sql.PreparedStatement select, int first, Envelope box) throws SQLException {
        select.setDouble(first, box.getMinX());
        select.setDouble(first + 1, box.getMaxX());
        select.setDouble(first + 2, box.getMinY());
        select.setDouble(first + 3, box.getMaxY());
    }

    private List<GroundHistory.Event> events(Timeline timeline, AsOf asOf) {
        var events = new ArrayList<GroundHistory.Event>();
        for (var step : timeline.steps()) {
            if (!step.act().on().isAfter(asOf.validOn())) {
                var claim = claim(step.act().id());
                events.add(new GroundHistory.Event(
                        claim,
                        step.after().state(),
                        step.refusedBy(),
                        evidence(step.act().id()),
                        signatures(step.act().id()),
                        stageOne(step.act(), asOf.knownAt()).orElse(null)));
            }
        }
        return events;
    }

    /** How the body of a task or a completion stood in accreditation while it worked, as known at a moment. */
    Optional<GroundHistory.Accredited> stageOne(LandAct act, Instant knownAt) {
        if (act.kind() != LandActKind.TASK_ISSUED && act.kind() != LandActKind.CLEARANCE_COMPLETED) {
            return Optional.empty();
        }
        var known = accreditations.computeIfAbsent(knownAt, new AccreditationRows(transaction)::knownAt);
        return transaction
                .sql()
                .sql("select activity_type, period_from from report"
                        + " where id = (select report from land_acts where fid = ?) and activity_type is not null")
                .param(act.id())
                .query((row, number) -> {
                    var from = row.getString(2);
                    var period = new ReportingPeriod(from == null ? act.on() : LocalDate.parse(from), act.on());
                    return new GroundHistory.Accredited(
                            row.getString(1), known.throughout(act.account().organisation(), row.getString(1), period));
                })
                .optional();
    }

    /** Everything on record about a place. */
    public GroundHistory history(Geometry where, AsOf asOf, LandParameters parameters) {
        var pieces = pieces(where, asOf);
        var standing = new HashSet<Long>();
        pieces.forEach(piece -> standing.addAll(piece.piece().acts()));
        var counted = worked(where, asOf.knownAt());
        var work = new ArrayList<GroundHistory.WorkThere>();
        var takenBack = new ArrayList<Claim>();
        try {
            var select = transaction.prepared(CLAIM + " where land_acts.known_from_ms <= ? and "
                    + transaction.dialect().touchesBox("land_acts").replace("fid in", "land_acts.fid in")
                    + " order by land_acts.valid_from, land_acts.fid");
            select.setLong(1, asOf.knownAt().toEpochMilli());
            box(select, 2, where.getEnvelopeInternal());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (standing.contains(row.getLong(1))
                            || row.getBytes(12) == null
                            || !transaction.dialect().decode(row.getBytes(12)).intersects(where)) {
                        continue;
                    }
                    var claim = claim(row);
                    boolean stands = claim.knownTo() == null || claim.knownTo().isAfter(asOf.knownAt());
                    if (claim.kind() != LandActKind.WORKED || !stands) {
                        takenBack.add(claim);
                    } else if (!claim.on().isAfter(asOf.validOn())) {
                        work.add(new GroundHistory.WorkThere(claim, counted.containsKey(claim.act())));
                    }
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        var ground = ground(where, pieces, counted.values());
        return new GroundHistory(
                pieces,
                work,
                takenBack,
                finds(ground, asOf),
                new Alerts(transaction).on(ground, asOf.knownAt()),
                new PointLeads(transaction, parameters).reaching(where, asOf),
                new QualityVisits(transaction).at(where, pieces, asOf));
    }

    /** Finds on ground. */
    List<GroundHistory.FindThere> finds(MultiPolygon ground, AsOf asOf) {
        return finds(List.of(GroundShape.of(ground)), asOf);
    }

    /** Ground there that counts as worked, by the act for which it does. */
    private Map<Long, MultiPolygon> worked(Geometry where, Instant knownAt) {
        var counted = new HashMap<Long, MultiPolygon>();
        try {
            var select = transaction.prepared("select act, geom from worked_ground where +known_from_ms <= ?"
                    + " and (known_to_ms is null or known_to_ms > ?) and "
                    + transaction.dialect().touchesBox("worked_ground"));
            select.setLong(1, knownAt.toEpochMilli());
            select.setLong(2, knownAt.toEpochMilli());
            box(select, 3, where.getEnvelopeInternal());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var ground = transaction.dialect().decode(row.getBytes(2));
                    if (ground.intersects(where)) {
                        counted.put(row.getLong(1), GroundOverlay.polygonsOf(ground));
                    }
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return counted;
    }

    /** The ground asked for; for a place, the pieces there. */
    private static List<GroundShape> ground(
            Geometry where, List<GroundHistory.PieceHistory> pieces, Collection<MultiPolygon> worked) {
        return where.getDimension() == 2
                ? List.of(GroundShape.of(where))
                : Stream.concat(pieces.stream().map(piece -> piece.piece().ground()), worked.stream())
                        .map(GroundShape::of)
                        .toList();
    }

    private List<GroundHistory.FindThere> finds(List<GroundShape> ground, AsOf asOf) {
        var finds = new TreeMap<Long, GroundHistory.FindThere>();
        try {
            for (var shape : ground) {
                var select =
                        transaction.prepared("select fid, valid_from, organisation, category, model, quantity, geom"
                                + " from finds where +known_from_ms <= ? and (known_to_ms is null or known_to_ms > ?)"
                                + " and valid_from <= ? and "
                                + transaction.dialect().touchesBox("finds"));
                select.setLong(1, asOf.knownAt().toEpochMilli());
                select.setLong(2, asOf.knownAt().toEpochMilli());
                select.setString(3, asOf.validOn().toString());
                box(select, 4, shape.polygons().getEnvelopeInternal());
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var at = transaction.dialect().decode(row.getBytes(7)).getCoordinate();
                        var position = new Position(at.x, at.y);
                        if (shape.covers(position)) {
                            finds.put(
                                    row.getLong(1),
                                    new GroundHistory.FindThere(
                                            LocalDate.parse(row.getString(2)),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getLong(6),
                                            position));
                        }
                    }
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return List.copyOf(finds.values());
    }

    private List<Evidence> evidence(long act) {
        return transaction
                .sql()
                .sql("select evidence_no, kind, directness, longitude, latitude, observed_on, confidence, description,"
                        + " refutes from land_evidence where act = ? order by id")
                .param(act)
                .query((row, number) -> {
                    double longitude = row.getDouble(4);
                    boolean placed = !row.wasNull();
                    var day = row.getString(6);
                    return new Evidence(
                            row.getString(1),
                            row.getString(2),
                            Evidence.Directness.valueOf(row.getString(3)),
                            placed ? new Position(longitude, row.getDouble(5)) : null,
                            day == null ? null : LocalDate.parse(day),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9));
                })
                .list();
    }

    private List<GroundHistory.Signed> signatures(long act) {
        return transaction
                .sql()
                .sql("select person, office from signature join land_acts on land_acts.report = signature.report"
                        + " where land_acts.fid = ? order by signed_at_ms, person")
                .param(act)
                .query((row, number) -> new GroundHistory.Signed(row.getString(1), row.getString(2)))
                .list();
    }

    /** Where an act comes from. */
    public Claim claim(long act) {
        return claims.computeIfAbsent(act, id -> findClaim(id).orElseThrow());
    }

    /** Where an act comes from; empty if there is none of this id. */
    public Optional<Claim> findClaim(long act) {
        try {
            var select = transaction.prepared(CLAIM + " where land_acts.fid = ?");
            select.setLong(1, act);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(claim(row)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        long ended = row.getLong(10);
        var knownTo = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new Claim(
                row.getLong(1),
                LandActKind.valueOf(row.getString(2)),
                LocalDate.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                ReportId.of(row.getString(7)),
                Instant.ofEpochMilli(row.getLong(8)),
                row.getString(9),
                knownTo,
                row.getBoolean(11),
                flagging(row));
    }

    private static @Nullable Flagging flagging(ResultSet row) throws SQLException {
        var flag = row.getString(14);
        var until = row.getString(16);
        return flag == null
                ? null
                : new Flagging(
                        GroundFlag.valueOf(flag), row.getString(15), until == null ? null : LocalDate.parse(until));
    }

    /** The first so many claims that meet. */
    public List<ReconciliationCase> cases(boolean settled, boolean own, int most) {
        return cases(settled, own, 0, most);
    }

    /**
     * Claims that meet, largest ground first. Ground that waits for a suspension to be lifted is no claim against it: a
     * report lifts it, not a decision between the two.
     *
     * @param settled whether those are asked for in which nothing is open any more
     * @param own whether a body's claims that meet its own are asked for too
     * @param after how many are left out at the beginning
     * @param most how many
     */
    public List<ReconciliationCase> cases(boolean settled, boolean own, int after, int most) {
        return most > MOST_KEPT
                ? readCases(settled, own, after, most)
                : List.copyOf(CASES.get(
                        transaction,
                        String.join(
                                " ",
                                String.valueOf(settled),
                                String.valueOf(own),
                                String.valueOf(after),
                                String.valueOf(most),
                                sight.toString()),
                        () -> readCases(settled, own, after, most)));
    }

    private List<ReconciliationCase> readCases(boolean settled, boolean own, int after, int most) {
        return transaction
                .sql()
                .sql("select act, against, rule, m2, opened_at_ms, changed_at_ms from land_conflict"
                        + " where against <> 0 and rule not in (" + NO_CLAIMS + ") and "
                        + (settled ? "m2 = 0" : "m2 > 0")
                        + (own
                                ? ""
                                : " and (select organisation from land_acts where fid = act) <>"
                                        + " (select organisation from land_acts where fid = against)")
                        + " and "
                        + GroundReach.ofEither("land_conflict.act", "land_conflict.against")
                                .condition(sight)
                        + " order by m2 desc, act, against limit :most offset :after")
                .param("most", most)
                .param("after", after)
                .params(Reach.values(sight))
                .query((row, number) -> reconciliationCase(row))
                .list();
    }

    /** The cases between two claims, largest ground first, whichever of them counts and whether settled or not. */
    public List<ReconciliationCase> between(long one, long other) {
        return transaction
                .sql()
                .sql("select act, against, rule, m2, opened_at_ms, changed_at_ms from land_conflict"
                        + " where (act = :one and against = :other or act = :other and against = :one)"
                        + " and against <> 0 and rule not in (" + NO_CLAIMS + ") and "
                        + GroundReach.ofEither("land_conflict.act", "land_conflict.against")
                                .condition(sight) + " order by m2 desc, act, against, rule")
                .param("one", one)
                .param("other", other)
                .params(Reach.values(sight))
                .query((row, number) -> reconciliationCase(row))
                .list();
    }

    private ReconciliationCase reconciliationCase(ResultSet row) throws SQLException {
        return new ReconciliationCase(
                claim(row.getLong(1)),
                claim(row.getLong(2)),
                LandRule.valueOf(row.getString(3)),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
