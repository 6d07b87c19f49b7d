// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clearground.access.Sight;
import org.clearground.geo.Position;
import org.clearground.land.Effect;
import org.clearground.land.GroundHistory;
import org.clearground.land.LandAct;
import org.clearground.land.LandActKind;
import org.clearground.land.QualityVisit;
import org.clearground.land.QualityVisit.Severity;
import org.clearground.reports.ReportId;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Visits of the inspecting body, and the ground that each is about: that of the completion or task it names, that at its
 * place or under its outline; where it names none of these, all of its hazardous area.
 */
public final class QualityVisits {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Transaction transaction;
    private final Sight sight;
    private final ActRows acts;

    /** All of them. */
    public QualityVisits(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** Those that somebody sees. */
    public QualityVisits(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.acts = new ActRows(transaction);
    }

    /** A visit with its place or outline, if it gives one. */
    private record Placed(QualityVisit visit, @Nullable Geometry where) {}

    /**
     * Visits in the order of their days.
     *
     * @param from first day; null from the first on
     * @param organisation inspected, or inspecting; null for all
     * @param open whether only those are asked for of which corrective action is still to be done
     */
    public List<QualityVisit> list(AsOf asOf, @Nullable LocalDate from, @Nullable String organisation, boolean open) {
        return placed(asOf).stream()
                .map(Placed::visit)
                .filter(visit -> from == null || !visit.on().isBefore(from))
                .filter(visit -> organisation == null
                        || visit.inspected().equals(organisation)
                        || visit.inspector().equals(organisation))
                .filter(visit -> !open || visit.openOn(asOf.validOn()))
                .toList();
    }

    /** Visits to the work on pieces of ground, or at a place. */
    List<QualityVisit> at(Geometry where, List<GroundHistory.PieceHistory> pieces, AsOf asOf) {
        return placed(asOf).stream()
                .filter(placed -> (placed.where() != null && placed.where().intersects(where))
                        || pieces.stream()
                                .anyMatch(piece -> isAbout(
                                        placed,
                                        piece.piece().ground(),
                                        piece.piece().acts(),
                                        piece.status().hazard())))
                .map(Placed::visit)
                .toList();
    }

    /** Visits to the work on ground as it is known at a moment. */
    List<QualityVisit> about(List<LandGround.Traced> pieces, Instant knownAt) {
        return placed(new AsOf(LAST_DAY, knownAt)).stream()
                .filter(placed -> pieces.stream()
                        .anyMatch(traced -> isAbout(
                                placed,
                                traced.piece().ground(),
                                traced.piece().acts(),
                                traced.timeline().status().hazard())))
                .map(Placed::visit)
                .toList();
    }

    /** Visits with a critical nonconformity that is not corrected, about ground that an act would accept or hand over. */
    List<QualityVisit> stopping(LandAct act, Effect effect, Instant moment) {
        Predicate<QualityVisit> uncorrected = visit -> visit.severity() == Severity.CRITICAL
                && (visit.doneOn() == null || visit.doneOn().isAfter(act.on()));
        var pieces = Stream.concat(
                        effect.found().stream(), effect.replaced().stream().flatMap(replaced -> replaced.by().stream()))
                .filter(piece -> piece.acts().contains(act.id()))
                .toList();
        return placed(new AsOf(LAST_DAY, moment)).stream()
                .filter(placed -> uncorrected.test(placed.visit()))
                .filter(placed -> pieces.stream()
                        .anyMatch(piece -> isAbout(
                                placed,
                                piece.ground(),
                                piece.acts().stream()
                                        .filter(id -> id != act.id())
                                        .toList(),
                                piece.status().hazard())))
                .map(Placed::visit)
                .toList();
    }

    private boolean isAbout(Placed placed, MultiPolygon ground, List<Long> history, @Nullable String hazard) {
        var visit = placed.visit();
        var where = placed.where();
        if (visit.completion() == null && visit.task() == null && where == null) {
            return visit.hazard() != null && visit.hazard().equals(hazard);
        }
        return (where != null && where.intersects(ground))
                || names(visit, visit.completion(), LandActKind.CLEARANCE_COMPLETED, history)
                || names(visit, visit.task(), LandActKind.TASK_ISSUED, history);
    }

    /** Numbers are unlike each other only within one body. */
    private boolean names(QualityVisit visit, @Nullable String number, LandActKind kind, List<Long> history) {
        return number != null
                && history.stream()
                        .anyMatch(id -> acts.row(id).act().kind() == kind
                                && acts.findClaim(id)
                                        .filter(claim -> claim.number().equals(number)
                                                && claim.organisation().equals(visit.inspected()))
                                        .isPresent());
    }

    private List<Placed> placed(AsOf asOf) {
        var seen = GroundReach.Placed.of(GroundReach.ofVisit("v"), sight);
        try {
            var select = transaction.prepared("select v.fid, v.report_no, v.valid_from, v.organisation, v.inspected,"
                    + " v.completion_no, v.task_no, v.hazard, v.geom, v.district, v.severity, v.nonconformity,"
                    + " v.measures, v.due_on, v.done_on, report.report_id, v.sample from qc_visits v"
                    + " join report on report.id = v.report where v.known_from_ms <= ?"
                    + " and (v.known_to_ms is null or v.known_to_ms > ?) and v.valid_from <= ? and "
                    + seen.condition() + " order by v.valid_from, v.fid");
            select.setLong(1, asOf.knownAt().toEpochMilli());
            select.setLong(2, asOf.knownAt().toEpochMilli());
            select.setString(3, asOf.validOn().toString());
            seen.bind(select, 4);
            var visits = new ArrayList<Placed>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    visits.add(placed(row));
                }
            }
            return visits;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private Placed placed(ResultSet row) throws SQLException {
        var stored = row.getBytes(9);
        var where = stored == null ? null : transaction.dialect().decode(stored);
        var at = where == null ? null : where.getInteriorPoint();
        return new Placed(
                new QualityVisit(
                        row.getLong(1),
                        row.getString(2),
                        LocalDate.parse(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        at == null ? null : new Position(at.getX(), at.getY()),
                        row.getString(10),
                        Severity.valueOf(row.getString(11)),
                        row.getString(12),
                        row.getString(13),
                        day(row.getString(14)),
                        day(row.getString(15)),
                        ReportId.of(row.getString(16)),
                        row.getBoolean(17)),
                where);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
