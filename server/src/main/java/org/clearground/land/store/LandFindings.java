// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.GeodesicArea;
import org.clearground.land.Effect;
import org.clearground.land.Evidence;
import org.clearground.land.HazardClass;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandRule;
import org.clearground.land.Timeline;
import org.clearground.storage.Transaction;

/** What a reviewer must know of a report that speaks of ground, before deciding. */
final class LandFindings {

    /** Neighbours that a report meets beyond these are in the register; nobody reads them all in a list. */
    private static final int MOST_NEIGHBOURS = 20;

    private final Transaction transaction;
    private final ActRows acts;
    private final Alerts alerts;
    private final LandRegister.Entry entry;
    private final LandParameters parameters;
    private final SourcePlace place;
    private final List<Finding> findings = new ArrayList<>();

    LandFindings(
            Transaction transaction,
            ActRows acts,
            Alerts alerts,
            LandRegister.Entry entry,
            LandParameters parameters,
            SourcePlace place) {
        this.transaction = transaction;
        this.acts = acts;
        this.alerts = alerts;
        this.entry = entry;
        this.parameters = parameters;
        this.place = place;
    }

    List<Finding> list() throws SQLException {
        for (var number : entry.unknownCompletions()) {
            add(FindingCode.UNKNOWN_COMPLETION, Map.of("number", number));
        }
        var hazard = entry.report().hazard();
        boolean unknownHazard = hazard != null && !makesHazards() && !acts.knowsHazard(hazard);
        if (unknownHazard) {
            add(FindingCode.UNKNOWN_HAZARD, Map.of("hazard", hazard));
        }
        refusals();
        if (entry.act().kind() == LandActKind.CANCELLED) {
            refutations();
        }
        if (entry.act().kind() == LandActKind.CLEARANCE_COMPLETED) {
            depth();
        }
        if (entry.act().kind() == LandActKind.HANDED_OVER) {
            restriction();
        }
        if (entry.act().kind() == LandActKind.QUALITY_ACCEPTED) {
            samplingRisk();
        }
        frozenLot();
        if (entry.act().kind().needsCorrection()) {
            uncorrected();
        }
        beyond(hazard == null || unknownHazard ? "" : hazard);
        slivers();
        return findings;
    }

    private boolean makesHazards() {
        return switch (entry.act().kind()) {
            case SUSPECTED, CONFIRMED, REOPENED, LEAD_REPORTED, LEAD_DISMISSED, RELEASED_EARLIER -> true;
            case WORKED,
                    CANCELLED,
                    REDUCED,
                    TASK_ISSUED,
                    CLEARANCE_COMPLETED,
                    QUALITY_ACCEPTED,
                    QUALITY_WAIVED,
                    QUALITY_FAILED,
                    HANDED_OVER,
                    FLAG_RAISED,
                    FLAG_LIFTED -> false;
        };
    }

    /** Where the act does nothing, largest ground first. */
    private void refusals() throws SQLException {
        var act = entry.act();
        var corrected = entry.accepted().corrects();
        long replaced = corrected == null
                ? 0
                : acts.findLast(corrected).map(one -> one.id()).orElse(0L);
        var own = entry.effect().refusals().stream()
                .filter(refusal -> refusal.act() == act.id() && refusal.squareMetres() > 0)
                .filter(refusal -> replaced == 0 || refusal.against() != replaced)
                .sorted((one, other) -> Long.compare(other.squareMetres(), one.squareMetres()))
                .toList();
        if (corrected == null
                && act.kind() != LandActKind.WORKED
                && !new StandingLeads(transaction).concernedBy(entry.report())
                && !entry.effect().movedBy(act)) {
            var rule = own.isEmpty()
                    ? act.kind().inspects() ? LandRule.INSPECTION_NEEDS_A_COMPLETION : LandRule.OUTLINE_IS_NEEDED
                    : own.get(0).rule();
            add(FindingCode.NO_GROUND_CHANGES, Map.of("rule", rule.name()));
            return;
        }
        for (var refusal : own.stream().limit(MOST_NEIGHBOURS).toList()) {
            var figures = new HashMap<String, String>();
            figures.put("rule", refusal.rule().name());
            figures.put("squareMetres", String.valueOf(refusal.squareMetres()));
            acts.findClaim(refusal.against()).ifPresent(claim -> {
                figures.put("organisation", claim.organisation());
                figures.put("number", claim.number());
            });
            add(FindingCode.GROUND_NOT_CHANGED, figures);
        }
    }

    /** Confirmed ground is cancelled only when all that confirmed it is refuted. */
    private void refutations() throws SQLException {
        var confirmed = new HashSet<String>();
        for (var replaced : entry.effect().replaced()) {
            var before = Timeline.of(
                            replaced.piece().acts().stream()
                                    .map(id -> acts.row(id).act())
                                    .toList(),
                            Set.of())
                    .status();
            if (before.hazardClass() == HazardClass.CONFIRMED && before.hazard() != null) {
                confirmed.add(before.hazard());
            }
        }
        var refuted = entry.report().evidence().stream()
                .map(Evidence::refutes)
                .flatMap(Stream::ofNullable)
                .toList();
        for (var hazard : confirmed) {
            var select = transaction.prepared("select evidence_no from land_evidence join land_acts on land_acts.fid ="
                    + " land_evidence.act where land_evidence.hazard = ? and directness = 'DIRECT'"
                    + " and land_acts.known_to_ms is null");
            select.setString(1, hazard);
            boolean standing = false;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    standing |= !refuted.contains(BookLines.or(row.getString(1)));
                }
            }
            if (standing) {
                add(
                        FindingCode.LAND_RULE_BROKEN,
                        Map.of("rule", LandRule.CANCELLATION_REFUTES_DIRECT_EVIDENCE.name(), "hazard", hazard));
            }
        }
    }

    /** A critical nonconformity may be corrected before the decision; until it is, nobody can decide. */
    private void uncorrected() {
        for (var visit : new QualityVisits(transaction)
                .stopping(entry.act(), entry.effect(), entry.accepted().knownFrom())) {
            var number = visit.number();
            add(
                    FindingCode.NONCONFORMITY_OPEN,
                    Map.of(
                            "number",
                            number == null ? visit.report().toString() : number,
                            "organisation",
                            visit.inspector(),
                            "day",
                            visit.on().toString(),
                            "rule",
                            LandRule.CORRECTIVE_ACTION_COMES_FIRST.name()));
        }
    }

    /** Depth is data: what was reached beside what the task asked for. */
    private void depth() {
        var achieved = entry.report().depth();
        if (achieved == null) {
            return;
        }
        long shallow = covered(piece -> required(piece) > achieved.value());
        if (shallow > 0) {
            add(
                    FindingCode.DEPTH_LESS_THAN_TASKED,
                    Map.of(
                            "squareMetres",
                            String.valueOf(shallow),
                            "required",
                            String.valueOf(deepest()),
                            "achieved",
                            String.valueOf(achieved.value())));
        }
    }

    /** What was searched less deep than tasked is handed over with a restriction, or not. */
    private void restriction() {
        long shallow = covered(piece -> {
            long completion = piece.status().completion();
            var achieved = completion == 0 ? null : acts.row(completion).depthCm();
            return achieved != null && required(piece) > achieved;
        });
        if (shallow > 0 && entry.accepted().report().answers().text("restrictions") == null) {
            add(
                    FindingCode.LAND_RULE_BROKEN,
                    Map.of("rule", LandRule.RESTRICTION_FOLLOWS_DEPTH.name(), "squareMetres", String.valueOf(shallow)));
        }
    }

    /** The depth that the tasks on a piece ask for, in words or by the national rule; 0 where there is none. */
    private int required(Effect.NewPiece piece) {
        return piece.acts().stream()
                .filter(id -> id != entry.act().id())
                .map(acts::row)
                .filter(row -> row.act().kind() == LandActKind.TASK_ISSUED)
                .map(row -> parameters.requiredDepthCm(row.depthCm()))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private int deepest() {
        return entry.effect().replaced().stream()
                .flatMap(replaced -> replaced.by().stream())
                .filter(piece -> piece.acts().contains(entry.act().id()))
                .mapToInt(this::required)
                .max()
                .orElse(0);
    }

    /** While nobody knows why something was missed, nothing searched together with it becomes usable. */
    private void frozenLot() throws SQLException {
        var frozen = alerts.frozen();
        if (frozen.isEmpty()) {
            return;
        }
        switch (entry.act().kind()) {
            case QUALITY_ACCEPTED, QUALITY_WAIVED, HANDED_OVER -> {
                long waiting = covered(piece -> piece.acts().stream()
                        .filter(id -> id != entry.act().id())
                        .anyMatch(id -> frozen.contains(acts.row(id).act().order())));
                if (waiting > 0) {
                    add(
                            FindingCode.LAND_RULE_BROKEN,
                            Map.of("rule", LandRule.FROZEN_LOT_WAITS.name(), "squareMetres", String.valueOf(waiting)));
                }
            }
            case WORKED,
                    LEAD_REPORTED,
                    LEAD_DISMISSED,
                    SUSPECTED,
                    CONFIRMED,
                    CANCELLED,
                    REDUCED,
                    TASK_ISSUED,
                    CLEARANCE_COMPLETED,
                    QUALITY_FAILED,
                    REOPENED,
                    FLAG_RAISED,
                    FLAG_LIFTED,
                    RELEASED_EARLIER -> {}
        }
    }

    /** How likely a lot passes this inspection although items were missed; it stands beside the decision. */
    private void samplingRisk() {
        long lot = covered(piece -> true);
        LotRisk.plan(entry.accepted().report().answers(), lot)
                .ifPresentOrElse(
                        plan -> add(FindingCode.SAMPLING_RISK, LotRisk.figures(plan)),
                        () -> add(FindingCode.SAMPLING_RISK_UNKNOWN, Map.of("lot", String.valueOf(lot))));
    }

    private void beyond(String named) {
        var kind = entry.act().kind();
        if (kind == LandActKind.CLEARANCE_COMPLETED || kind == LandActKind.RELEASED_EARLIER) {
            long outside = covered(piece -> piece.status().hazard() == null
                    && piece.status().cause() == entry.act().id());
            if (outside > 0) {
                add(FindingCode.OUTSIDE_EVERY_HAZARD, Map.of("squareMetres", String.valueOf(outside)));
            }
        }
        if (!named.isEmpty() && !makesHazards() && !kind.inspects()) {
            long elsewhere = covered(piece -> !named.equals(piece.status().hazard()));
            if (elsewhere > 0) {
                add(FindingCode.OUTSIDE_ITS_HAZARD, Map.of("squareMetres", String.valueOf(elsewhere), "hazard", named));
            }
        }
    }

    /** Ground that the act speaks of, of the kind asked for. */
    private long covered(Predicate<Effect.NewPiece> chosen) {
        return Stream.concat(
                        entry.effect().found().stream(),
                        entry.effect().replaced().stream().flatMap(replaced -> replaced.by().stream()))
                .filter(piece -> piece.acts().contains(entry.act().id()))
                .filter(chosen)
                .mapToLong(piece -> piece.area().value())
                .sum();
    }

    private void slivers() {
        var slivers = entry.effect().slivers();
        if (!slivers.isEmpty()) {
            double area =
                    slivers.stream().mapToDouble(GeodesicArea::squareMetres).sum();
            add(
                    FindingCode.SLIVERS_NOT_CUT,
                    Map.of(
                            "count",
                            String.valueOf(slivers.size()),
                            "squareMetres",
                            String.format(java.util.Locale.ROOT, "%.2f", area)));
        }
    }

    private void add(FindingCode code, Map<String, String> figures) {
        findings.add(new Finding(code, code.severity(), place, null, figures));
    }
}
