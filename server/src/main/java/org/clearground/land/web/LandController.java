// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.Position;
import org.clearground.land.DeclaredLine;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandBalance;
import org.clearground.land.LandBalance.Classes;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.AskedPlace;
import org.clearground.land.print.DistrictMap;
import org.clearground.land.print.GroundMap.Mark;
import org.clearground.land.print.LandJson;
import org.clearground.land.print.LandMaps;
import org.clearground.land.print.LandMaps.Part;
import org.clearground.land.store.LandBalances;
import org.clearground.land.store.LandGround;
import org.clearground.land.store.LandHistories;
import org.clearground.land.store.PointLeads;
import org.clearground.land.web.LandPages.BalancePage;
import org.clearground.land.web.LandPages.DeclaredPage;
import org.clearground.land.web.LandPages.HistoryPage;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The balance of hazardous land, what bodies declare, where they disagree, and the history of any place. */
@RestController
final class LandController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    LandController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/land")
    ResponseEntity<byte[]> balance(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asked = new Asked(query, clock, spoken);
            var period = asked.period();
            var part = asked.part();
            var knownAt = asked.knownAt();
            var balances = new LandBalances(transaction, query.sight());
            var balance = balances.balance(period, knownAt, part.dimension());
            boolean pictured = query.sight() instanceof Sight.All
                    && !new LandGround(transaction).hasMoreThan(LandMaps.MOST_PIECES, knownAt);
            var frame = new Frame(
                            spoken,
                            spoken.say(
                                    "land.title",
                                    Map.of("from", spoken.day(period.from()), "to", spoken.day(period.to()))),
                            notice(spoken, balance.sample()),
                            query.here(),
                            null)
                    .withJsonAt("/api/land/balance");
            return Replies.page(
                    "landbalance.jte",
                    Map.of(
                            "page",
                            new BalancePage(
                                    balance,
                                    shown(balance, part),
                                    part,
                                    balances.years(knownAt),
                                    pictured ? ofPieces(transaction, spoken, period, part, knownAt) : null,
                                    pictured ? null : ofDistricts(transaction, spoken, balances, period, knownAt),
                                    frame)));
        });
    }

    /** Every piece before, between and after. */
    private static LandMaps.@Nullable Picture ofPieces(
            Transaction transaction, Words spoken, ReportingPeriod period, Part part, Instant knownAt) {
        var leads = new PointLeads(transaction, PackLand.of(spoken.pack()));
        return new LandMaps(transaction, spoken)
                .balance(
                        new LandGround(transaction).pieces(null, knownAt),
                        period,
                        part,
                        leads.list(new AsOf(period.from().minusDays(1), knownAt), false),
                        leads.list(new AsOf(period.to(), knownAt), false))
                .orElse(null);
    }

    /** The sum of each district, where there are more pieces than can be drawn, or not all may be seen. */
    private static @Nullable DistrictMap ofDistricts(
            Transaction transaction, Words spoken, LandBalances balances, ReportingPeriod period, Instant knownAt) {
        var closing = new TreeMap<String, Long>();
        balances.balance(period, knownAt, Dimension.DISTRICT)
                .lines()
                .forEach(line -> closing.put(line.key(), line.classes().total().closing()));
        return DistrictMap.of(transaction, closing, spoken).orElse(null);
    }

    static @Nullable String notice(Words spoken, boolean sample) {
        return sample ? spoken.say("page.sample.reports") : null;
    }

    /** The line that is asked for; nothing stands on one that the books do not have. */
    private static Classes shown(LandBalance balance, Part part) {
        return part.item() == null
                ? balance.total()
                : balance.lines().stream()
                        .filter(line -> line.key().equals(part.item()))
                        .map(LandBalance.Line::classes)
                        .findFirst()
                        .orElse(Classes.EMPTY);
    }

    @GetMapping("/api/land/balance")
    ResponseEntity<byte[]> balanceAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asked = new Asked(query, clock, spoken);
            var part = asked.part();
            var balance = new LandBalances(transaction, query.sight())
                    .balance(asked.period(), asked.knownAt(), part.dimension());
            var narrowed = part.item() == null
                    ? balance
                    : new LandBalance(
                            balance.period(),
                            balance.knownAt(),
                            shown(balance, part),
                            balance.dimension(),
                            balance.lines().stream()
                                    .filter(line -> line.key().equals(part.item()))
                                    .toList(),
                            balance.sample());
            var map = new LandJson(spoken).balance(narrowed);
            map.put("item", part.item());
            map.put("countsOnly", KeptTo.json(query.sight()));
            return Replies.json(map);
        });
    }

    @GetMapping("/land/declared")
    ResponseEntity<byte[]> declared(HttpServletRequest request) {
        var query = new Query(request);
        boolean byAct = byAct(query);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asked = new Asked(query, clock, spoken);
            var period = asked.period();
            var frame = Frame.of(
                    spoken,
                    spoken.say("land.page.declared"),
                    notice(
                            spoken,
                            new LandBalances(transaction, query.sight()).declaredBySample(period, asked.knownAt())),
                    query.here());
            return Replies.page(
                    "landdeclared.jte",
                    Map.of(
                            "page",
                            new DeclaredPage(
                                    period,
                                    byAct,
                                    !(query.sight() instanceof Sight.OfDistricts),
                                    declared(transaction, query.sight(), period, asked.knownAt(), byAct),
                                    frame)));
        });
    }

    @GetMapping("/api/land/declared")
    ResponseEntity<byte[]> declaredAsJson(HttpServletRequest request) {
        var query = new Query(request);
        boolean byAct = byAct(query);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asked = new Asked(query, clock, spoken);
            var period = asked.period();
            var map = new LandJson(spoken)
                    .declared(
                            period,
                            declared(transaction, query.sight(), period, asked.knownAt(), byAct),
                            new LandBalances(transaction, query.sight()).declaredBySample(period, asked.knownAt()));
            map.put("countsOnly", KeptTo.json(query.sight()));
            return Replies.json(map);
        });
    }

    /** Whether lines are asked for by what reports do, and not by body. */
    private static boolean byAct(Query query) {
        var by = query.text("by");
        if (by != null && !by.equals("act") && !by.equals("organisation")) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "cannot break down by \"" + by + "\"; by organisation or act");
        }
        return "act".equals(by);
    }

    private static List<DeclaredLine> declared(
            Transaction transaction, Sight sight, ReportingPeriod period, Instant knownAt, boolean byAct) {
        var balances = new LandBalances(transaction, sight);
        return byAct ? balances.declaredByAct(period, knownAt) : balances.declared(period, knownAt);
    }

    static boolean yes(Query query, String name) {
        var said = query.text(name);
        if (said != null && !said.equals("yes") && !said.equals("no")) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "\"" + name + "\" is \"" + said + "\"; it may be yes or no");
        }
        return "yes".equals(said);
    }

    /** The place that a request names: a position or a polygon; null if neither. */
    private static @Nullable String place(Query query) {
        var at = query.text("at");
        var polygon = query.text("polygon");
        if (at != null && polygon != null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "say a place with \"at\" or with \"polygon\", not both");
        }
        return at == null ? polygon : at;
    }

    /**
     * That a place lies wholly in the districts that somebody sees. What is on record there is not asked, so the answer
     * tells nothing of it.
     */
    private static void requireSeen(Transaction transaction, Sight sight, Geometry where) {
        if (sight instanceof Sight.OfDistricts own
                && !own.codes()
                        .containsAll(ReportLand.borders(transaction, where.getEnvelopeInternal())
                                .areasOf(where))) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "this place does not lie wholly in the districts of your account");
        }
    }

    @GetMapping("/land/history")
    ResponseEntity<byte[]> history(HttpServletRequest request) {
        var query = new Query(request);
        var place = place(query);
        var where = place == null ? null : AskedPlace.read(place);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            if (where != null) {
                AskedPlace.requireInCountry(where, transaction);
                requireSeen(transaction, query.sight(), where);
            }
            var history = where == null
                    ? null
                    : new LandHistories(transaction).history(where, asOf, PackLand.of(spoken.pack()));
            boolean sample = history != null
                    && (history.pieces().stream()
                                    .flatMap(piece -> piece.events().stream())
                                    .anyMatch(event -> event.claim().sample())
                            || history.leads().stream().anyMatch(PointLead::sample)
                            || history.visits().stream().anyMatch(QualityVisit::sample));
            var framed = Frame.of(spoken, spoken.say("land.page.history"), notice(spoken, sample), query.here());
            var frame = where == null ? new Frame(spoken, framed.title(), null, query.here(), null) : framed;
            LandMaps.Picture picture = null;
            if (where != null && history != null) {
                var grounds = new ArrayList<LandMaps.Standing>();
                var marks = new ArrayList<Mark>();
                for (var piece : history.pieces()) {
                    grounds.add(new LandMaps.Standing(piece.piece().ground(), piece.status()));
                    if (history.pieces().size() > 1) {
                        var inside = piece.piece().ground().getInteriorPoint();
                        marks.add(new Mark(
                                String.valueOf(marks.size() + 1), new Position(inside.getX(), inside.getY()), false));
                    }
                }
                history.alerts().stream()
                        .filter(GroundAlert::open)
                        .forEach(alert -> marks.add(new Mark(alert.code(), alert.position(), true)));
                if (where.getDimension() == 0) {
                    var at = where.getCoordinate();
                    marks.add(new Mark(spoken.say("land.history.place"), new Position(at.x, at.y), true));
                }
                picture = new LandMaps(transaction, spoken)
                        .states("history", spoken.say("land.history.map"), grounds, marks, history.leads())
                        .orElse(null);
            }
            var values = new LinkedHashMap<String, Object>();
            values.put("page", new HistoryPage(place, history, picture, asOf, frame));
            return Replies.page(transaction, "landhistory.jte", values);
        });
    }

    @GetMapping("/api/land/history")
    ResponseEntity<byte[]> historyAsJson(HttpServletRequest request) {
        var query = new Query(request);
        var place = place(query);
        if (place == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say which place: at=39.2,47.1 or polygon=POLYGON ((47.1 39.2, …))");
        }
        var where = AskedPlace.read(place);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            AskedPlace.requireInCountry(where, transaction);
            requireSeen(transaction, query.sight(), where);
            return Replies.json(new LandJson(spoken)
                    .history(new LandHistories(transaction).history(where, asOf, PackLand.of(spoken.pack())), asOf));
        });
    }
}
