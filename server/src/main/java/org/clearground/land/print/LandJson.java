// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.land.BalanceLine;
import org.clearground.land.Claim;
import org.clearground.land.DeclaredLine;
import org.clearground.land.GroundHistory;
import org.clearground.land.GroundStatus;
import org.clearground.land.LandBalance;
import org.clearground.land.Movement;
import org.clearground.land.Piece;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.store.HazardLines.HazardLine;
import org.clearground.land.store.LandEffects;
import org.clearground.land.store.LandGround;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** The area ledger as JSON: square metres as whole numbers, codes with their names in the reader's language. */
public final class LandJson {

    /** The risk of accepting a lot is given up to so many missed items. */
    private static final int MOST_MISSED = 10;

    private final Words words;

    public LandJson(Words words) {
        this.words = words;
    }

    public Map<String, @Nullable Object> balance(LandBalance balance) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", balance.period().from().toString());
        map.put("to", balance.period().to().toString());
        map.put("knownAt", Ledger.written(balance.knownAt()));
        map.put("sample", balance.sample());
        map.put("total", classes(balance.total()));
        if (balance.dimension() != LandBalance.Dimension.NONE) {
            map.put("by", balance.dimension().name().toLowerCase(Locale.ROOT));
            map.put(
                    "lines",
                    balance.lines().stream()
                            .map(line -> {
                                var one = new LinkedHashMap<String, @Nullable Object>();
                                one.put("code", line.key());
                                one.put("name", ItemNames.of(words, balance.dimension(), line.key()));
                                one.putAll(classes(line.classes()));
                                return one;
                            })
                            .toList());
        }
        map.put("caution", words.say("bulletin.caution"));
        return map;
    }

    private static Map<String, @Nullable Object> classes(LandBalance.Classes classes) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("suspected", line(classes.suspected()));
        map.put("confirmed", line(classes.confirmed()));
        map.put("total", line(classes.total()));
        return map;
    }

    private static Map<String, @Nullable Object> line(BalanceLine line) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("openingM2", line.opening());
        movements(map, line, "closingM2");
        map.put("handedOverM2", line.standing(Movement.HANDED_OVER));
        map.put("clearedOutsideM2", line.moved(Movement.CLEARED_OUTSIDE));
        map.put("releasedOutsideM2", line.moved(Movement.RELEASED_OUTSIDE));
        map.put("workedM2", line.moved(Movement.WORKED));
        return map;
    }

    /** What hazardous ground came and went, what is left of it, and what of that is in work. */
    private static void movements(Map<String, @Nullable Object> map, BalanceLine line, String closing) {
        map.put("foundM2", line.moved(Movement.FOUND));
        map.put("addedM2", line.moved(Movement.ADDED));
        map.put("reopenedM2", line.moved(Movement.REOPENED));
        map.put("transferredM2", line.transferred());
        map.put("cancelledM2", line.moved(Movement.CANCELLED));
        map.put("reducedM2", line.moved(Movement.REDUCED));
        map.put("clearedM2", line.moved(Movement.CLEARED));
        map.put(closing, line.closing());
        map.put("underWorkM2", line.standing(Movement.UNDER_WORK));
        map.put("awaitingInspectionM2", line.standing(Movement.AWAITING_INSPECTION));
        map.put("suspendedM2", line.standing(Movement.SUSPENDED));
        map.put("inaccessibleM2", line.standing(Movement.INACCESSIBLE));
    }

    /** As of what everything with it stands. */
    public Map<String, @Nullable Object> asOf(AsOf asOf) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("validOn", asOf.validOn().toString());
        map.put("knownAt", Ledger.written(asOf.knownAt()));
        return map;
    }

    public Map<String, @Nullable Object> hazard(HazardLine hazard) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("hazard", hazard.code());
        map.put("hazardClass", name(hazard.hazardClass()));
        movements(map, hazard.line(), "remainingM2");
        return map;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** What approving a report would change. */
    public Map<String, @Nullable Object> effects(LandEffects.Preview preview) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("act", preview.kind().name());
        map.put("corrects", preview.corrects());
        map.put("changedM2", preview.squareMetres());
        map.put("states", new TreeMap<>(preview.states()));
        map.put("suspected", moved(preview.moved().suspected()));
        map.put("confirmed", moved(preview.moved().confirmed()));
        map.put("total", moved(preview.moved().total()));
        map.put(
                "refused",
                preview.refused().stream()
                        .map(refused -> {
                            var against = refused.against();
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("rule", refused.rule().name());
                            one.put("ruleText", words.say("rule." + refused.rule()));
                            one.put("squareMetres", refused.squareMetres());
                            one.put("against", against == null ? null : claim(against));
                            return one;
                        })
                        .toList());
        var plan = preview.plan();
        map.put("riskOfAccepting", plan == null ? null : plan.riskCurve(MOST_MISSED));
        map.put("offices", preview.offices().stream().map(Enum::name).toList());
        return map;
    }

    private static Map<String, Long> moved(BalanceLine line) {
        var map = new LinkedHashMap<String, Long>();
        for (var movement : Movement.values()) {
            if (line.moved(movement) != 0) {
                map.put(movement.name(), line.moved(movement));
            }
        }
        return map;
    }

    /** A piece as a feature of GeoJSON (RFC 7946). */
    public Map<String, @Nullable Object> feature(LandGround.Traced traced, AsOf asOf) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("type", "Feature");
        map.put("id", traced.piece().key());
        map.put("properties", properties(traced, asOf));
        map.put("geometry", geometry(traced.piece().ground()));
        return map;
    }

    /** What a piece is, whose act made it so, and since when. */
    public Map<String, @Nullable Object> properties(LandGround.Traced traced, AsOf asOf) {
        var status = traced.timeline().statusOn(asOf.validOn());
        var account = status.account();
        var properties = standing(traced.piece(), status);
        properties.put("organisation", account == null ? null : account.organisation());
        properties.put("since", status.cause() == 0 ? null : status.since().toString());
        properties.put("flags", FlagText.json(words, status));
        properties.put("sample", traced.sample());
        return properties;
    }

    /**
     * What a piece is, without the acts that made it so.
     *
     * @param named whether the hazardous area that it belongs to is named
     */
    public Map<String, @Nullable Object> standing(LandGround.Traced traced, AsOf asOf, boolean named) {
        var status = traced.timeline().statusOn(asOf.validOn());
        var properties = standing(traced.piece(), status);
        if (!named) {
            properties.put("hazard", null);
        }
        properties.put(
                "flags",
                status.flags().standing().stream()
                        .map(flag -> Map.of("flag", flag.name(), "flagName", FlagText.name(words, flag)))
                        .toList());
        properties.put("sample", traced.sample());
        return properties;
    }

    /** Outer rings run against the clock, holes with it. */
    private static Map<String, Object> geometry(MultiPolygon ground) {
        var polygons = new ArrayList<List<List<List<Double>>>>();
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            var polygon = (Polygon) ground.getGeometryN(i);
            var rings = new ArrayList<List<List<Double>>>();
            rings.add(ring(polygon.getExteriorRing(), true));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole), false));
            }
            polygons.add(rings);
        }
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static List<List<Double>> ring(LinearRing ring, boolean againstTheClock) {
        var vertices = new ArrayList<List<Double>>();
        for (var vertex : ring.getCoordinates()) {
            vertices.add(List.of(vertex.x, vertex.y));
        }
        if (Orientation.isCCW(ring.getCoordinates()) != againstTheClock) {
            Collections.reverse(vertices);
        }
        return vertices;
    }

    public Map<String, @Nullable Object> declared(ReportingPeriod period, List<DeclaredLine> lines, boolean sample) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", period.from().toString());
        map.put("to", period.to().toString());
        map.put("sample", sample);
        map.put(
                "lines",
                lines.stream()
                        .map(line -> {
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("code", line.key());
                            one.put("name", ItemNames.ofDeclared(words, line.key()));
                            one.put("reports", line.reports());
                            one.put("withoutDeclaredArea", line.withoutArea());
                            one.put("declaredM2", line.withoutArea() == line.reports() ? null : line.declared());
                            one.put("withoutOutline", line.withoutOutline());
                            one.put("mappedM2", line.withoutOutline() == line.reports() ? null : line.mapped());
                            one.put("countedM2", line.withoutOutline() == line.reports() ? null : line.counted());
                            one.put("countedBeforeM2", line.countedBefore());
                            return one;
                        })
                        .toList());
        return map;
    }

    public Map<String, @Nullable Object> claim(Claim claim) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("claim", claim.act());
        map.put("act", claim.kind().name());
        map.put("actName", words.say("act." + claim.kind()));
        map.put("on", claim.on().toString());
        map.put("organisation", claim.organisation());
        map.put("organisationName", words.name(claim.organisation()));
        map.put("number", claim.number());
        map.put("hazard", claim.hazard());
        map.put("report", claim.report().toString());
        map.put("approvedAt", Ledger.written(claim.approvedAt()));
        map.put("approvedBy", claim.approvedBy());
        map.put("takenBackAt", claim.knownTo() == null ? null : Ledger.written(claim.knownTo()));
        map.put("sample", claim.sample());
        FlagText.json(words, claim.flagging(), map);
        return map;
    }

    public Map<String, @Nullable Object> reconciliationCase(ReconciliationCase one) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("claim", claim(one.claim()));
        map.put("against", claim(one.against()));
        map.put("rule", one.rule().name());
        map.put("ruleText", words.say("rule." + one.rule()));
        map.put("squareMetres", one.squareMetres());
        map.put("openedAt", Ledger.written(one.openedAt()));
        map.put("changedAt", Ledger.written(one.changedAt()));
        return map;
    }

    public Map<String, @Nullable Object> history(GroundHistory history, AsOf asOf) {
        var map = asOf(asOf);
        map.put("pieces", history.pieces().stream().map(this::piece).toList());
        map.put(
                "work",
                history.work().stream()
                        .map(work -> {
                            var one = claim(work.claim());
                            one.put("counts", work.counts());
                            return one;
                        })
                        .toList());
        map.put("takenBack", history.takenBack().stream().map(this::claim).toList());
        map.put("finds", history.finds().stream().map(this::find).toList());
        map.put(
                "alerts",
                history.alerts().stream().map(new AlertPrinter(words)::json).toList());
        var followUp = new FollowUpJson(words);
        map.put("leads", history.leads().stream().map(followUp::lead).toList());
        map.put(
                "visits",
                history.visits().stream()
                        .map(visit -> followUp.visit(visit, asOf.validOn()))
                        .toList());
        map.put("caution", words.say("bulletin.caution"));
        return map;
    }

    /** Ordnance found on some ground. */
    public Map<String, @Nullable Object> find(GroundHistory.FindThere find) {
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("on", find.on().toString());
        one.put("organisation", find.organisation());
        one.put("category", find.category());
        one.put("categoryName", words.name(find.category()));
        one.put("model", find.model());
        one.put("quantity", find.quantity());
        one.put("latitude", find.position().latitude());
        one.put("longitude", find.position().longitude());
        return one;
    }

    private Map<String, @Nullable Object> piece(GroundHistory.PieceHistory piece) {
        var map = standing(piece.piece(), piece.status());
        map.put("flags", FlagText.json(words, piece.status()));
        map.put("events", piece.events().stream().map(this::event).toList());
        return map;
    }

    /** A piece of ground and where it stands. */
    private Map<String, @Nullable Object> standing(Piece piece, GroundStatus status) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("piece", piece.key());
        map.put("squareMetres", piece.area().value());
        map.put("district", piece.district());
        map.put("districtName", ItemNames.of(words, LandBalance.Dimension.DISTRICT, piece.district()));
        map.put("state", status.state().name());
        map.put("stateName", words.say("state." + status.state()));
        map.put("hazardClass", name(status.hazardClass()));
        map.put("hazard", status.hazard());
        return map;
    }

    private Map<String, @Nullable Object> event(GroundHistory.Event event) {
        var map = claim(event.claim());
        map.put("stateAfter", event.after().name());
        var stageOne = event.stageOne();
        if (stageOne != null) {
            map.put("stageOne", AccreditationText.json(words, stageOne.activityType(), stageOne.stood()));
        }
        map.put("refusedBy", name(event.refusedBy()));
        map.put(
                "evidence",
                event.evidence().stream()
                        .map(evidence -> {
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("number", evidence.number());
                            one.put("kind", evidence.kind());
                            one.put("kindName", words.name("evidence-kinds", evidence.kind()));
                            one.put("directness", evidence.directness().name());
                            one.put("description", evidence.description());
                            one.put("refutes", evidence.refutes());
                            return one;
                        })
                        .toList());
        map.put(
                "signatures",
                event.signatures().stream()
                        .map(signature -> Map.of("person", signature.person(), "office", signature.office()))
                        .toList());
        return map;
    }
}
