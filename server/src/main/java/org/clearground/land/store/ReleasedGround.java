// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.AreaLedger;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandReport;
import org.clearground.land.LandState;
import org.clearground.land.Piece;
import org.clearground.land.Timeline;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.Answers;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Ground that was released, and what reports tell of it that speaks against its release. */
final class ReleasedGround {

    private final Transaction transaction;
    private final SqlLandBooks books;
    private final ActRows acts;
    private final Supplier<AreaLedger> ledger;
    private @Nullable Boolean any;

    ReleasedGround(Transaction transaction, SqlLandBooks books, ActRows acts, Supplier<AreaLedger> ledger) {
        this.transaction = transaction;
        this.books = books;
        this.acts = acts;
        this.ledger = ledger;
    }

    /** Acts were written or ended. */
    void changed() {
        any = null;
    }

    /** What came into its state together with the ground at a place. */
    List<Piece> at(Position position, Predicate<LandState> chosen) {
        return piecesAt(position).stream()
                .filter(piece -> chosen.test(timeline(piece).status().state()))
                .map(piece -> timeline(piece).status().cause())
                .distinct()
                .flatMap(cause -> books.piecesOf(cause).stream()
                        .filter(piece -> timeline(piece).status().cause() == cause))
                .toList();
    }

    /** Finds of a report where ground had been released by their day. */
    List<GroundAlert> findsOn(AcceptedReport report) throws SQLException {
        var finds = report.report().repeat("finds");
        if (finds.isEmpty() || !any()) {
            return List.of();
        }
        var alerts = new ArrayList<GroundAlert>();
        for (int i = 0; i < finds.size(); i++) {
            var position = finds.get(i).position("point");
            var day = day(finds.get(i), report);
            if (position != null && day != null) {
                alert(report, i + 1, GroundAlert.Cause.FIND, day, position).ifPresent(alerts::add);
            }
        }
        return alerts;
    }

    private static @Nullable LocalDate day(Answers find, AcceptedReport report) {
        var found = find.day("found_on");
        return found == null ? report.report().answers().day("period_to") : found;
    }

    /**
     * The event for which a report reopens ground. A record that turned up is none, and an event that an alert tells of
     * already is not told twice.
     */
    Optional<GroundAlert> eventOf(AcceptedReport accepted, LandReport report, List<GroundAlert> known)
            throws SQLException {
        var code = accepted.report().answers().code("cause");
        var cause = "accident".equals(code)
                ? GroundAlert.Cause.ACCIDENT
                : "find".equals(code) ? GroundAlert.Cause.FIND : null;
        var position = position(report);
        if (cause == null || position == null || !any()) {
            return Optional.empty();
        }
        return alert(accepted, 0, cause, report.on(), position).filter(alert -> known.stream()
                .noneMatch(other -> other.happenedOn().equals(alert.happenedOn())
                        && other.lot().equals(alert.lot())));
    }

    private static @Nullable Position position(LandReport report) {
        if (report.place() != null || report.outline() == null) {
            return report.place();
        }
        var inside = report.outline().polygons().getInteriorPoint();
        return new Position(inside.getX(), inside.getY());
    }

    private Optional<GroundAlert> alert(
            AcceptedReport report, int ordinal, GroundAlert.Cause cause, LocalDate day, Position position) {
        var organisation = report.report().answers().code("organisation");
        return piecesAt(position).stream()
                .map(this::timeline)
                .filter(timeline -> timeline.wasReleasedBy(day))
                .findFirst()
                .map(timeline -> {
                    var before = timeline.statusOn(day).state().released()
                            ? timeline.statusOn(day)
                            : timeline.statusOn(day.minusDays(1));
                    return new GroundAlert(
                            report.report().id(),
                            ordinal,
                            cause,
                            day,
                            position,
                            Objects.requireNonNull(organisation, "an approved report names its body"),
                            before.account() == null ? null : before.account().organisation(),
                            before.since(),
                            before.hazard(),
                            timeline.lot().stream()
                                    .map(id -> acts.row(id).act().order())
                                    .toList(),
                            report.knownFrom(),
                            report.sample(),
                            null);
                });
    }

    private Timeline timeline(Piece piece) {
        return ledger.get().timeline(piece.acts());
    }

    private List<Piece> piecesAt(Position position) {
        var box = new Envelope(position.longitude(), position.longitude(), position.latitude(), position.latitude());
        return books.piecesMeeting(box).stream()
                .filter(piece -> GroundShape.of(piece.ground()).covers(position))
                .toList();
    }

    private boolean any() throws SQLException {
        if (any == null) {
            try (var row = transaction
                    .prepared("select exists (select 1 from land_acts where known_to_ms is null and kind in"
                            + " ('CANCELLED', 'REDUCED', 'QUALITY_ACCEPTED', 'QUALITY_WAIVED', 'RELEASED_EARLIER'))")
                    .executeQuery()) {
                row.next();
                any = row.getBoolean(1);
            }
        }
        return any;
    }
}
