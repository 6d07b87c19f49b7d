// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.AreaLedger;
import org.clearground.land.Borders;
import org.clearground.land.Effect;
import org.clearground.land.Evidence;
import org.clearground.land.GroundAlert;
import org.clearground.land.GroundStatus;
import org.clearground.land.LandAct;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandReport;
import org.clearground.land.LandRule;
import org.clearground.land.LandState;
import org.clearground.land.Piece;
import org.clearground.land.Timeline;
import org.clearground.land.WorkLedger;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** The area ledger, fed by every approved report that speaks of ground. */
public final class LandRegister implements ReportRegister {

    private final Transaction transaction;
    private final Supplier<LandParameters> parameters;
    private final Supplier<Borders> borders;
    private final ActRows acts;
    private final SqlLandBooks books;
    private final SqlWorkBooks work;
    private final BookLines lines;
    private final ReleasedGround released;
    private final Alerts alerts;
    private final GroundDistricts districts;
    private @Nullable AreaLedger ledger;
    private @Nullable LandParameters known;
    private @Nullable Entry foreseen;

    /**
     * Opens the register in a transaction.
     *
     * @param parameters of the country, asked once there is a report
     * @param borders of the districts, asked once there is ground
     */
    public LandRegister(Transaction transaction, Supplier<LandParameters> parameters, Supplier<Borders> borders) {
        this.transaction = transaction;
        this.parameters = parameters;
        this.borders = borders;
        this.acts = new ActRows(transaction);
        this.books = new SqlLandBooks(transaction, acts);
        this.work = new SqlWorkBooks(transaction, acts, books);
        this.lines = new BookLines(transaction);
        this.released = new ReleasedGround(transaction, books, acts, this::ledger);
        this.alerts = new Alerts(transaction);
        this.districts = new GroundDistricts(transaction, borders);
    }

    /** What a report does, worked out and not yet written. */
    record Entry(
            AcceptedReport accepted,
            LandReport report,
            LandAct act,
            @Nullable MultiPolygon outline,
            Effect effect,
            List<String> unknownCompletions) {}

    private AreaLedger ledger() {
        if (ledger == null) {
            ledger = new AreaLedger(books, borders.get());
        }
        return ledger;
    }

    private WorkLedger workLedger() {
        return new WorkLedger(work, borders.get());
    }

    private LandParameters parameters() {
        if (known == null) {
            known = parameters.get();
        }
        return known;
    }

    @Override
    public List<Finding> foresee(AcceptedReport candidate, SourcePlace place) {
        var findings = new ArrayList<Finding>();
        try {
            foundOnReleasedGround(candidate, place, findings);
            findings.addAll(foreseeGround(candidate, place));
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        return findings;
    }

    /** Ordnance on ground that was released is an alert: operations confirm by reopening it. */
    private void foundOnReleasedGround(AcceptedReport candidate, SourcePlace place, List<Finding> findings)
            throws SQLException {
        for (var alert : released.findsOn(candidate)) {
            findings.add(new Finding(
                    FindingCode.FOUND_ON_RELEASED_GROUND,
                    FindingCode.FOUND_ON_RELEASED_GROUND.severity(),
                    place,
                    alert.position().latitude() + " " + alert.position().longitude(),
                    Map.of(
                            "hazard",
                            BookLines.or(alert.hazard()),
                            "since",
                            alert.releasedOn().toString())));
        }
    }

    private List<Finding> foreseeGround(AcceptedReport candidate, SourcePlace place) throws SQLException {
        var report =
                LandReport.of(candidate.form(), candidate.report(), parameters().clearance());
        if (report.isEmpty()) {
            return List.of();
        }
        foreseen = entry(candidate, report.get());
        return findings(foreseen, place);
    }

    /** What stands against an act as things are now, and where its report says so. */
    private List<Finding> findings(Entry entry, SourcePlace place) throws SQLException {
        return new LandFindings(transaction, acts, alerts, entry, parameters(), place).list();
    }

    @Override
    public void add(AcceptedReport accepted) {
        var report =
                LandReport.of(accepted.form(), accepted.report(), parameters().clearance());
        try {
            for (var alert : released.findsOn(accepted)) {
                insert(alert, accepted.key());
            }
            if (report.isEmpty()) {
                return;
            }
            if (report.get().kind() == LandActKind.REOPENED) {
                var known = alerts.list(Alerts.Asked.OPEN, accepted.knownFrom());
                var event = released.eventOf(accepted, report.get(), known);
                if (event.isPresent()) {
                    insert(event.get(), accepted.key());
                }
            }
            var entry =
                    foreseen != null && foreseen.accepted().equals(accepted) ? foreseen : entry(accepted, report.get());
            foreseen = null;
            write(entry);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void insert(GroundAlert alert, long report) throws SQLException {
        alerts.insert(alert, report);
        districts.note(alert, report);
    }

    @Override
    public void requireAcceptable(AcceptedReport candidate) {
        var report =
                LandReport.of(candidate.form(), candidate.report(), parameters().clearance());
        if (report.isEmpty() || report.get().kind() == LandActKind.WORKED) {
            return;
        }
        try {
            var entry = entry(candidate, report.get());
            foreseen = entry;
            requireCorrected(entry);
            if (!entry.effect().movedBy(entry.act()) && !new StandingLeads(transaction).concernedBy(entry.report())) {
                var why = entry.effect().refusals().stream()
                        .map(refusal -> refusal.rule().name())
                        .distinct()
                        .toList();
                throw new RefusedReportException(
                        candidate.report().id(),
                        why,
                        "report " + candidate.report().id() + " changes no ground"
                                + (why.isEmpty() ? "" : " (" + String.join(", ", why) + ")")
                                + "; return it, or correct what it names");
            }
            var broken = findings(entry, SourcePlace.wholeFile("")).stream()
                    .filter(finding -> finding.code() == FindingCode.LAND_RULE_BROKEN)
                    .map(finding -> finding.figures().get("rule"))
                    .distinct()
                    .toList();
            if (!broken.isEmpty()) {
                throw new RefusedReportException(
                        candidate.report().id(),
                        broken,
                        "report " + candidate.report().id() + " is refused as things stand now by "
                                + String.join(", ", broken) + "; return it, or decide it when the cause is gone");
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Corrective action comes before acceptance and handover (IMAS 08.30). */
    private void requireCorrected(Entry entry) {
        if (entry.act().kind().needsCorrection()) {
            new QualityVisits(transaction)
                    .stopping(entry.act(), entry.effect(), entry.accepted().knownFrom()).stream()
                            .findFirst()
                            .ifPresent(visit -> {
                                throw new RefusedReportException(
                                        entry.accepted().report().id(),
                                        List.of(LandRule.CORRECTIVE_ACTION_COMES_FIRST.name()),
                                        "report " + entry.accepted().report().id()
                                                + " is stopped by the critical nonconformity of visit "
                                                + (visit.number() == null
                                                        ? visit.report().toString()
                                                        : visit.number())
                                                + " of " + visit.on() + ", which is not corrected ("
                                                + LandRule.CORRECTIVE_ACTION_COMES_FIRST
                                                + "); when it is, send the visit's report again with done_on");
                            });
        }
    }

    /** What a report would do as things stand. It only reads; empty if the report says nothing of ground. */
    Optional<Entry> preview(AcceptedReport candidate) {
        var report =
                LandReport.of(candidate.form(), candidate.report(), parameters().clearance());
        if (report.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry(candidate, report.get()));
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private Entry entry(AcceptedReport accepted, LandReport report) throws SQLException {
        var corrected = accepted.corrects() == null
                ? null
                : acts.findLast(accepted.corrects()).orElse(null);
        long id = acts.nextId();
        var hazard = hazard(report, accepted);
        var unknown = new ArrayList<String>();
        var act = new LandAct(
                id,
                corrected == null ? id : corrected.order(),
                report.kind(),
                report.on(),
                report.account(),
                hazard,
                report.hazard() != null,
                hazard != null && (corrected == null ? acts.knowsHazard(hazard) : corrected.addition()),
                report.hazardClass(),
                report.release(),
                lot(report, unknown),
                report.handedOver(),
                report.flagging() == null ? null : report.flagging().flag());
        if (act.kind().inspects()) {
            return new Entry(accepted, report, act, null, ledger().inspect(act), unknown);
        }
        var outline = outline(report, act);
        if (outline.isEmpty()) {
            return new Entry(accepted, report, act, null, Effect.NOTHING, unknown);
        }
        var effect = act.kind() == LandActKind.WORKED ? workLedger().enter(act, outline) : ledger().enter(act, outline);
        return new Entry(accepted, report, act, outline, effect, unknown);
    }

    /** The hazardous area that a report names, or the number that a new one gets. */
    private static @Nullable String hazard(LandReport report, AcceptedReport accepted) {
        if (report.hazard() != null) {
            return report.hazard();
        }
        return switch (report.kind()) {
            case SUSPECTED, CONFIRMED, REOPENED ->
                "H-" + accepted.report().id().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            default -> null;
        };
    }

    private List<Long> lot(LandReport report, List<String> unknown) {
        if (!report.kind().inspects()) {
            return List.of();
        }
        var lot = new ArrayList<Long>();
        for (var number : report.completions()) {
            acts.findCompletion(number).ifPresentOrElse(lot::add, () -> unknown.add(number));
        }
        return lot;
    }

    /** The ground that a report speaks of, drawn or named. Empty if there is none. */
    private MultiPolygon outline(LandReport report, LandAct act) {
        if (report.outline() != null) {
            return GroundOverlay.onGrid(report.outline().polygons());
        }
        var place = report.place();
        List<Piece> named =
                switch (report.kind()) {
                    case TASK_ISSUED -> inHazard(act.hazard(), "state in ('SUSPECTED', 'CONFIRMED')");
                    case HANDED_OVER ->
                        report.completions().isEmpty()
                                ? inHazard(act.hazard(), "state in ('CANCELLED', 'REDUCED', 'CLEARED')")
                                : report.completions().stream()
                                        .flatMap(number -> acts.findCompletion(number).stream())
                                        .flatMap(completion -> books.piecesOf(completion).stream())
                                        .filter(piece -> state(piece) == LandState.CLEARED)
                                        .toList();
                    case REOPENED -> place == null ? List.of() : released.at(place, LandState::released);
                    case FLAG_RAISED, FLAG_LIFTED ->
                        place == null
                                ? inHazard(act.hazard(), "state <> 'UNRECORDED'")
                                : released.at(place, state -> state != LandState.UNRECORDED);
                    default -> List.of();
                };
        return named.isEmpty()
                ? GroundOverlay.of(List.of())
                : GroundOverlay.together(named.stream().map(Piece::ground).toList());
    }

    private List<Piece> inHazard(@Nullable String hazard, String states) {
        return hazard == null ? List.of() : books.pieces("hazard = ? and " + states, List.of(hazard));
    }

    private LandState state(Piece piece) {
        return ledger().timeline(piece.acts()).status().state();
    }

    private void write(Entry entry) throws SQLException {
        var accepted = entry.accepted();
        var outline = entry.outline();
        acts.insert(
                entry.act(),
                accepted,
                entry.report(),
                outline,
                outline == null ? null : (Long) Math.round(GeodesicArea.squareMetres(outline)));
        districts.note(entry.act(), outline);
        for (var evidence : entry.report().evidence()) {
            insertEvidence(entry.act(), evidence);
        }
        released.changed();
        write(entry.effect(), entry.act(), accepted.knownFrom());
    }

    private void write(Effect effect, LandAct cause, Instant moment) throws SQLException {
        if (cause.kind() == LandActKind.WORKED) {
            work.write(effect, moment);
        } else {
            books.write(effect, moment);
        }
        lines.write(effect, cause.id(), moment);
    }

    private void insertEvidence(LandAct act, Evidence evidence) throws SQLException {
        var insert = transaction.prepared("insert into land_evidence (id, act, hazard, evidence_no, kind, directness,"
                + " confidence, longitude, latitude, observed_on, description, refutes) values"
                + " ((select coalesce(max(id), 0) + 1 from land_evidence), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, act.id());
        insert.setString(2, BookLines.or(act.hazard()));
        insert.setString(3, evidence.number());
        insert.setString(4, evidence.kind());
        insert.setString(5, evidence.directness().name());
        insert.setString(6, evidence.confidence());
        if (evidence.position() == null) {
            insert.setNull(7, Types.DOUBLE);
            insert.setNull(8, Types.DOUBLE);
        } else {
            insert.setDouble(7, evidence.position().longitude());
            insert.setDouble(8, evidence.position().latitude());
        }
        insert.setString(
                9, evidence.observedOn() == null ? null : evidence.observedOn().toString());
        insert.setString(10, evidence.description());
        insert.setString(11, evidence.refutes());
        insert.executeUpdate();
    }

    @Override
    public void end(long reportKey, Instant knownTo) {
        foreseen = null;
        try {
            alerts.end(reportKey, knownTo);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        acts.findStanding(reportKey).ifPresent(act -> {
            try {
                var effect = act.kind() == LandActKind.WORKED
                        ? workLedger().withdraw(act.id())
                        : ledger().withdraw(act.id());
                acts.end(act.id(), knownTo);
                released.changed();
                write(effect, act, knownTo);
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
        });
    }

    /** What deciding between two claims to the same ground would do. */
    Effect foresee(Timeline.SetAside decision) throws SQLException {
        return acts.row(decision.inFavourOf()).act().kind() == LandActKind.WORKED
                ? workLedger().prefer(decision)
                : ledger().prefer(decision);
    }

    /** What an act is, and what became of a piece as things stand. */
    LandAct act(long act) throws SQLException {
        return acts.row(act).act();
    }

    GroundStatus status(Piece piece) {
        return ledger().timeline(piece.acts()).status();
    }

    /** Decides between two claims to the same ground. */
    void prefer(Timeline.SetAside decision, String reason, String actor, Instant moment) throws SQLException {
        var winner = acts.row(decision.inFavourOf()).act();
        var effect = foresee(decision);
        var reverse = transaction.prepared("update land_set_aside set reversed_at_ms = ? where act = ?"
                + " and in_favour_of = ? and reversed_at_ms is null");
        reverse.setLong(1, moment.toEpochMilli());
        reverse.setLong(2, decision.inFavourOf());
        reverse.setLong(3, decision.act());
        reverse.executeUpdate();
        var insert = transaction.prepared("insert into land_set_aside (act, in_favour_of, reason, decided_by,"
                + " decided_at_ms) values (?, ?, ?, ?, ?)"
                + " on conflict (act, in_favour_of, decided_at_ms) do update set reversed_at_ms = null");
        insert.setLong(1, decision.act());
        insert.setLong(2, decision.inFavourOf());
        insert.setString(3, reason);
        insert.setString(4, actor);
        insert.setLong(5, moment.toEpochMilli());
        insert.executeUpdate();
        books.decided();
        write(effect, winner, moment);
    }

    @Override
    public void complete() {
        acts.complete();
        books.complete();
        work.complete();
        lines.complete();
    }

    @Override
    public void drop() {
        for (var table : List.of(
                "land_posting",
                "land_sum",
                "land_conflict",
                "land_set_aside",
                "land_sliver",
                "land_evidence",
                "land_alert")) {
            transaction.sql().sql("delete from " + table).update();
        }
        districts.drop();
        acts.drop();
        books.drop();
        work.drop();
    }
}
