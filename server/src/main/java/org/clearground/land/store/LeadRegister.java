// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.GroundShape;
import org.clearground.geo.WrittenGeometry;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandReport;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Leads of which only a place is known. A survey that covers the place or names the lead ends it; which one that is
 * follows from the surveys that stand, so that taking one back, correcting it or approving them in another order gives
 * the same. Comes after {@link LandRegister}, whose acts it reads.
 */
public final class LeadRegister implements ReportRegister {

    private static final Set<LandActKind> SURVEYS =
            Set.of(LandActKind.SUSPECTED, LandActKind.CONFIRMED, LandActKind.LEAD_DISMISSED);

    private final Transaction transaction;
    private final Supplier<LandParameters> parameters;
    private final StandingLeads standing;
    private final FeatureRows rows;
    private @Nullable LandParameters known;

    /**
     * Opens the register in a transaction.
     *
     * @param parameters of the country, asked once there is a report
     */
    public LeadRegister(Transaction transaction, Supplier<LandParameters> parameters) {
        this.transaction = transaction;
        this.parameters = parameters;
        this.standing = new StandingLeads(transaction);
        this.rows = new FeatureRows(transaction, "land_leads", false);
    }

    private Optional<LandReport> read(AcceptedReport accepted) {
        if (!accepted.form().equals(LandReport.HAZARD)) {
            return Optional.empty();
        }
        if (known == null) {
            known = parameters.get();
        }
        return LandReport.of(accepted.form(), accepted.report(), known.clearance());
    }

    @Override
    public List<Finding> foresee(AcceptedReport candidate, SourcePlace place) {
        var findings = new ArrayList<Finding>();
        read(candidate).ifPresent(report -> report.leads().stream()
                .filter(number -> standing.numbered(number).isEmpty())
                .forEach(number -> findings.add(new Finding(
                        FindingCode.UNKNOWN_LEAD,
                        FindingCode.UNKNOWN_LEAD.severity(),
                        place,
                        number,
                        Map.of("number", number)))));
        return findings;
    }

    @Override
    public void add(AcceptedReport accepted) {
        var report = read(accepted);
        if (report.isEmpty()) {
            return;
        }
        try {
            if (report.get().pointLead()) {
                insert(accepted, report.get());
            } else if (SURVEYS.contains(report.get().kind())) {
                end(accepted, report.get());
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void insert(AcceptedReport accepted, LandReport report) throws SQLException {
        var category = accepted.report().answers().code("eo_category");
        var place = Objects.requireNonNull(report.place());
        var number = number(accepted);
        var insert = rows.prepared("insert into land_leads (fid, geom, report, lead_no, valid_from, known_from_ms,"
                + " organisation, district, category, fade_out_m, sample) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, rows.nextFid());
        insert.setBytes(
                2, rows.encode(WrittenGeometry.WGS84.createPoint(new Coordinate(place.longitude(), place.latitude()))));
        insert.setLong(3, accepted.key());
        insert.setString(4, number);
        insert.setString(5, report.on().toString());
        insert.setLong(6, accepted.knownFrom().toEpochMilli());
        insert.setString(7, report.account().organisation());
        insert.setString(8, accepted.report().answers().code("district"));
        insert.setString(9, category);
        insert.setInt(10, Objects.requireNonNull(known).fadeOut(category));
        insert.setBoolean(11, accepted.sample());
        rows.insert(insert, null);
        settle(standing.numbered(number), accepted.knownFrom());
    }

    /** A correction keeps the number by which others may have named it. */
    private String number(AcceptedReport accepted) throws SQLException {
        if (accepted.corrects() != null) {
            var select =
                    transaction.prepared("select lead_no from land_leads where report = ? order by fid desc limit 1");
            select.setLong(1, accepted.corrects());
            try (var row = select.executeQuery()) {
                if (row.next()) {
                    return row.getString(1);
                }
            }
        }
        return "L-" + accepted.report().id().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private void end(AcceptedReport accepted, LandReport report) throws SQLException {
        var met = new ArrayList<StandingLeads.Row>();
        for (var number : new TreeSet<>(report.leads())) {
            var insert = transaction.prepared("insert into land_lead_named (report, lead_no) values (?, ?)"
                    + " on conflict (report, lead_no) do nothing");
            insert.setLong(1, accepted.key());
            insert.setString(2, number);
            insert.executeUpdate();
            met.addAll(standing.numbered(number));
        }
        if (report.outline() != null) {
            met.addAll(standing.within(report.outline()));
        }
        settle(met.stream().distinct().toList(), accepted.knownFrom());
    }

    /** Brings what is held of leads into line with the surveys that stand. */
    private void settle(List<StandingLeads.Row> leads, Instant moment) throws SQLException {
        for (var lead : leads) {
            var survey = firstSurvey(lead);
            if (Objects.equals(lead.endedBy(), survey == null ? null : (Long) survey.report())) {
                continue;
            }
            var end = transaction.prepared("update land_leads set known_to_ms = ? where fid = ?");
            end.setLong(1, moment.toEpochMilli());
            end.setLong(2, lead.fid());
            end.executeUpdate();
            var insert = rows.prepared("insert into land_leads (fid, geom, report, lead_no, valid_from, valid_to,"
                    + " known_from_ms, organisation, district, category, fade_out_m, ended_by, sample)"
                    + " select ?, geom, report, lead_no, valid_from, ?, ?, organisation, district, category,"
                    + " fade_out_m, ?, sample from land_leads where fid = ?");
            insert.setLong(1, rows.nextFid());
            insert.setString(2, survey == null ? null : survey.on());
            insert.setLong(3, moment.toEpochMilli());
            if (survey == null) {
                insert.setNull(4, Types.BIGINT);
            } else {
                insert.setLong(4, survey.report());
            }
            insert.setLong(5, lead.fid());
            rows.insert(insert, null);
        }
    }

    /** A survey that ends a lead, and the day on which it did. */
    private record Survey(long report, String on) {}

    /** The earliest survey, not before the lead, that stands and covers its place or names it. */
    private @Nullable Survey firstSurvey(StandingLeads.Row lead) throws SQLException {
        var select = transaction.prepared("select report, valid_from, geom, exists (select 1 from land_lead_named"
                + " where land_lead_named.report = land_acts.report and lead_no = ?) as named from land_acts"
                + " where known_to_ms is null and kind in ('SUSPECTED', 'CONFIRMED', 'LEAD_DISMISSED')"
                + " and valid_from >= ? and (report in (select report from land_lead_named where lead_no = ?) or "
                + transaction.dialect().touchesBox("land_acts") + ") order by valid_from, fid");
        select.setString(1, lead.number());
        select.setString(2, lead.on().toString());
        select.setString(3, lead.number());
        select.setDouble(4, lead.place().longitude());
        select.setDouble(5, lead.place().longitude());
        select.setDouble(6, lead.place().latitude());
        select.setDouble(7, lead.place().latitude());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var outline = row.getBytes(3);
                if (row.getBoolean(4)
                        || (outline != null
                                && GroundShape.of(transaction.dialect().decode(outline))
                                        .covers(lead.place()))) {
                    return new Survey(row.getLong(1), row.getString(2));
                }
            }
        }
        return null;
    }

    @Override
    public void end(long reportKey, Instant knownTo) {
        try {
            var end = transaction.prepared(
                    "update land_leads set known_to_ms = ? where report = ? and known_to_ms is null");
            end.setLong(1, knownTo.toEpochMilli());
            end.setLong(2, reportKey);
            end.executeUpdate();
            settle(standing.endedBy(reportKey), knownTo);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    @Override
    public void complete() {
        rows.complete();
    }

    @Override
    public void drop() {
        transaction.sql().sql("delete from land_lead_named").update();
        rows.drop();
    }
}
