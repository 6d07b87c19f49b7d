// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandState;
import org.clearground.land.PointLead;
import org.clearground.reports.ReportId;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Leads of which only a place is known, as reported, and beside them finds of ordnance that is spread over ground
 * (submunitions, unexploded ordnance) where no hazardous and no released ground is recorded. The latter are nowhere kept:
 * they follow from the finds and the ground each time.
 */
public final class PointLeads {

    /** Degrees of latitude to the metre, a little more than there are. */
    private static final double DEGREES_PER_METRE = 1 / 110_000.0;

    private final Transaction transaction;
    private final LandParameters parameters;
    private final Sight sight;

    /** All of them. */
    public PointLeads(Transaction transaction, LandParameters parameters) {
        this(transaction, parameters, new Sight.All());
    }

    /** Those of the districts that somebody sees. */
    public PointLeads(Transaction transaction, LandParameters parameters, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.parameters = parameters;
    }

    /**
     * Leads as valid on a day and known at a moment, in the order of their days.
     *
     * @param ended whether those are asked for too that a survey ended
     */
    public List<PointLead> list(AsOf asOf, boolean ended) {
        return reported(asOf, ended, null);
    }

    /** Leads within whose fade-out a place or ground lies, those that ended among them, and finds like them. */
    public List<PointLead> reaching(Geometry where, AsOf asOf) {
        var near = new ArrayList<PointLead>();
        reported(asOf, true, around(where, mostReported())).stream()
                .filter(lead -> lead.reaches(where))
                .forEach(near::add);
        int most = parameters.fadeOutMetres().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        found(asOf, around(where, most)).stream()
                .filter(lead -> lead.reaches(where))
                .forEach(near::add);
        return near;
    }

    /** Finds of ordnance that is spread over ground, where no hazardous and no released ground is recorded. */
    public List<PointLead> found(AsOf asOf) {
        return found(asOf, null);
    }

    private static Envelope around(Geometry where, int metres) {
        var box = new Envelope(where.getEnvelopeInternal());
        double high = metres * DEGREES_PER_METRE;
        double farthest = Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
        box.expandBy(high / Math.cos(Math.toRadians(farthest)), high);
        return box;
    }

    private int mostReported() {
        return transaction
                .sql()
                .sql("select coalesce(max(fade_out_m), 0) from land_leads")
                .query(Integer.class)
                .single();
    }

    private List<PointLead> reported(AsOf asOf, boolean ended, @Nullable Envelope box) {
        var seen = GroundReach.Placed.of(GroundReach.inDistrict("l.district"), sight);
        try {
            var select = transaction.prepared(
                    "select l.lead_no, l.valid_from, l.organisation, l.category, l.geom, l.fade_out_m,"
                            + " l.district, report.report_id, l.sample, l.valid_to, land_acts.kind, survey.report_id,"
                            + " survey.report_no from land_leads l join report on report.id = l.report"
                            + " left join report survey on survey.id = l.ended_by"
                            + " left join land_acts on land_acts.fid = (select max(fid) from land_acts"
                            + " where land_acts.report = l.ended_by)"
                            + " where +l.known_from_ms <= ? and (l.known_to_ms is null or l.known_to_ms > ?)"
                            + " and l.valid_from <= ?"
                            + (ended ? "" : " and (l.valid_to is null or l.valid_to > ?)")
                            + (box == null
                                    ? ""
                                    : " and "
                                            + transaction
                                                    .dialect()
                                                    .touchesBox("land_leads")
                                                    .replace("fid in", "l.fid in"))
                            + " and " + seen.condition() + " order by l.valid_from, l.fid");
            var day = asOf.validOn().toString();
            int next = asked(select, asOf);
            if (!ended) {
                select.setString(next++, day);
            }
            if (box != null) {
                next = box(select, next, box);
            }
            seen.bind(select, next);
            var leads = new ArrayList<PointLead>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    leads.add(lead(row, asOf));
                }
            }
            return leads;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private PointLead lead(ResultSet row, AsOf asOf) throws SQLException {
        var until = row.getString(10);
        boolean over = until != null && !LocalDate.parse(until).isAfter(asOf.validOn());
        return new PointLead(
                row.getString(1),
                LocalDate.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                position(row.getBytes(5)),
                row.getInt(6),
                row.getString(7),
                ReportId.of(row.getString(8)),
                row.getBoolean(9),
                over
                        ? new PointLead.Ended(
                                LocalDate.parse(until),
                                LandActKind.valueOf(row.getString(11)),
                                ReportId.of(row.getString(12)),
                                row.getString(13))
                        : null);
    }

    private List<PointLead> found(AsOf asOf, @Nullable Envelope box) {
        if (parameters.fadeOutMetres().isEmpty()) {
            return List.of();
        }
        var ground = new RecordedGround(transaction, asOf);
        var categories = parameters.fadeOutMetres().keySet().stream().sorted().toList();
        var seen = GroundReach.Placed.of(GroundReach.inDistrict("finds.district"), sight);
        var marks = categories.stream().map(category -> "?").collect(Collectors.joining(", "));
        try {
            var select = transaction.prepared("select finds.valid_from, finds.organisation, finds.category, finds.geom,"
                    + " finds.district, report.report_id, finds.sample from finds join report on report.id = finds.report"
                    + " where +finds.known_from_ms <= ? and (finds.known_to_ms is null or finds.known_to_ms > ?)"
                    + " and finds.valid_from <= ? and finds.geom is not null and finds.category in (" + marks + ")"
                    + (box == null
                            ? ""
                            : " and "
                                    + transaction.dialect().touchesBox("finds").replace("fid in", "finds.fid in"))
                    + " and " + seen.condition() + " order by finds.valid_from, finds.fid");
            int next = asked(select, asOf);
            for (var category : categories) {
                select.setString(next++, category);
            }
            if (box != null) {
                next = box(select, next, box);
            }
            seen.bind(select, next);
            var leads = new ArrayList<PointLead>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var place = position(row.getBytes(4));
                    if (!ground.covers(place)) {
                        leads.add(new PointLead(
                                null,
                                LocalDate.parse(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                place,
                                parameters.fadeOut(row.getString(3)),
                                row.getString(5),
                                ReportId.of(row.getString(6)),
                                row.getBoolean(7),
                                null));
                    }
                }
            }
            return leads;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Ground that is hazardous or was released; a place on it is no lead. */
    private static final class RecordedGround {
        private final LandGround ground;
        private final AsOf asOf;

        RecordedGround(Transaction transaction, AsOf asOf) {
            this.ground = new LandGround(transaction);
            this.asOf = asOf;
        }

        boolean covers(Position place) {
            var box = new Envelope(place.longitude(), place.longitude(), place.latitude(), place.latitude());
            return ground.pieces(box, asOf.knownAt()).stream().anyMatch(traced -> {
                LandState state = traced.timeline().statusOn(asOf.validOn()).state();
                return (state.hazardous() || state.released() || state == LandState.DISMISSED)
                        && GroundShape.of(traced.piece().ground()).covers(place);
            });
        }
    }

    private static int asked(PreparedStatement select, AsOf asOf) throws SQLException {
        select.setLong(1, asOf.knownAt().toEpochMilli());
        select.setLong(2, asOf.knownAt().toEpochMilli());
        select.setString(3, asOf.validOn().toString());
        return 4;
    }

    private static int box(PreparedStatement select, int first, Envelope box) throws SQLException {
        select.setDouble(first, box.getMinX());
        select.setDouble(first + 1, box.getMaxX());
        select.setDouble(first + 2, box.getMinY());
        select.setDouble(first + 3, box.getMaxY());
        return first + 4;
    }

    private Position position(byte[] geometry) {
        var at = transaction.dialect().decode(geometry).getCoordinate();
        return new Position(at.x, at.y);
    }
}
