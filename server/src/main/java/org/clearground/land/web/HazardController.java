// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.Position;
import org.clearground.land.GroundStatus;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.PointLead;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.FlagText;
import org.clearground.land.print.FollowUpJson;
import org.clearground.land.print.GroundMap.Mark;
import org.clearground.land.print.ItemNames;
import org.clearground.land.print.LandJson;
import org.clearground.land.print.LandMaps;
import org.clearground.land.store.HazardLines;
import org.clearground.land.store.HazardLines.HazardLine;
import org.clearground.land.store.LandGround;
import org.clearground.land.store.LandHistories;
import org.clearground.land.store.PointLeads;
import org.clearground.land.store.SeenGround;
import org.clearground.land.web.LandPages.HazardPage;
import org.clearground.land.web.LandPages.HazardPiece;
import org.clearground.land.web.LandPages.HazardsPage;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hazardous areas: what was found, added and released of each, what remains, and its pieces. */
@RestController
final class HazardController {

    private static final int ON_A_PAGE = 100;
    private static final int MOST_FEATURES = 50_000;

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    HazardController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Some of the hazardous areas.
     *
     * @param next the number after which the others follow; null if there are none
     */
    private record Some(List<HazardLine> hazards, @Nullable String next) {}

    private static Some some(Transaction transaction, Sight sight, AsOf asOf, @Nullable String after) {
        var found = new HazardLines(transaction, sight).list(asOf, after == null ? "" : after, ON_A_PAGE + 1);
        return found.size() <= ON_A_PAGE
                ? new Some(found, null)
                : new Some(found.subList(0, ON_A_PAGE), found.get(ON_A_PAGE - 1).code());
    }

    private static List<PointLead> leads(Transaction transaction, Sight sight, Words spoken, AsOf asOf) {
        return new PointLeads(transaction, PackLand.of(spoken.pack()), sight).list(asOf, false);
    }

    @GetMapping("/land/hazards")
    ResponseEntity<byte[]> hazards(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var after = query.text("after");
            var some = some(transaction, query.sight(), asOf, after);
            var leads = after == null ? leads(transaction, query.sight(), spoken, asOf) : List.<PointLead>of();
            var frame = Frame.of(
                    spoken,
                    spoken.say("land.page.hazards"),
                    LandController.notice(spoken, new LandGround(transaction, query.sight()).sample(asOf.knownAt())),
                    query.here());
            return Replies.page(
                    transaction,
                    "landhazards.jte",
                    Map.of(
                            "page",
                            new HazardsPage(
                                    some.hazards(),
                                    leads,
                                    asOf,
                                    some.next() == null ? null : frame.with("after", some.next()),
                                    after == null ? null : frame.with("after", null),
                                    listed(query.sight(), spoken),
                                    frame)));
        });
    }

    @GetMapping("/api/land/hazards")
    ResponseEntity<byte[]> hazardsAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var some = some(transaction, query.sight(), asOf, query.text("after"));
            var json = new LandJson(spoken);
            var map = json.asOf(asOf);
            map.put("listsOnly", KeptTo.json(query.sight()));
            map.put("hazards", some.hazards().stream().map(json::hazard).toList());
            map.put(
                    "leads",
                    Visitor.of(request).opens().test("/api/land/leads")
                            ? leads(transaction, query.sight(), spoken, asOf).stream()
                                    .map(new FollowUpJson(spoken)::lead)
                                    .toList()
                            : null);
            map.put(
                    "nextAt",
                    some.next() == null
                            ? null
                            : query.here().with("after", some.next()).toString());
            return Replies.json(map);
        });
    }

    /** Of whom or where alone hazardous areas are listed, in a sentence; each has its whole books. Null where all are. */
    private static @Nullable String listed(Sight sight, Words words) {
        if (sight instanceof Sight.OfOrganisation own) {
            return words.say("land.hazards.kept.organisation", Map.of("organisation", words.name(own.code())));
        }
        return sight instanceof Sight.OfDistricts own
                ? words.say(
                        "land.hazards.kept.districts",
                        Map.of(
                                "districts",
                                own.codes().stream().map(words::name).collect(Collectors.joining(", "))))
                : null;
    }

    private static HazardLine find(HazardLines lines, String code, AsOf asOf) {
        return lines.find(code, asOf)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "the books have no hazardous area \"" + code + "\" on " + asOf.validOn()));
    }

    @GetMapping("/land/hazards/{code}")
    ResponseEntity<byte[]> hazard(@PathVariable("code") String code, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var line = find(new HazardLines(transaction, query.sight()), code, asOf);
            var traced = new LandGround(transaction).ofHazard(code, asOf.knownAt());
            var frame = Frame.of(
                    spoken,
                    spoken.say("land.hazard") + " " + code,
                    LandController.notice(spoken, traced.stream().anyMatch(LandGround.Traced::sample)),
                    query.here());
            var pieces = new ArrayList<HazardPiece>();
            var grounds = new ArrayList<LandMaps.Standing>();
            var marks = new ArrayList<Mark>();
            var acts = new TreeSet<Long>();
            var known = new KnownHazards(transaction, query.sight(), traced);
            for (var one : traced) {
                var piece = one.piece();
                var status = one.timeline().statusOn(asOf.validOn());
                var inside = piece.ground().getInteriorPoint();
                var number = String.valueOf(pieces.size() + 1);
                pieces.add(new HazardPiece(
                        number,
                        state(spoken, code, status, known),
                        ItemNames.of(spoken, Dimension.DISTRICT, piece.district()),
                        piece.area().value(),
                        LandPages.historyOf(new Position(inside.getX(), inside.getY()))));
                grounds.add(new LandMaps.Standing(piece.ground(), status));
                marks.add(new Mark(number, new Position(inside.getX(), inside.getY()), false));
                one.timeline().steps().stream()
                        .filter(step -> !step.act().on().isAfter(asOf.validOn()))
                        .forEach(step -> acts.add(step.act().id()));
            }
            var histories = new LandHistories(transaction);
            var picture = new LandMaps(transaction, spoken).states("hazard", frame.title(), grounds, marks, List.of());
            return Replies.page(
                    transaction,
                    "landhazard.jte",
                    Map.of(
                            "page",
                            new HazardPage(
                                    line,
                                    pieces,
                                    acts.stream()
                                            .map(histories::claim)
                                            .filter(claim -> told(query.sight(), claim.organisation()))
                                            .toList(),
                                    query.sight().organisation() != null,
                                    picture.orElse(null),
                                    asOf,
                                    frame)));
        });
    }

    /** Whether whoever asks is told what a body did: a body what it did itself. */
    private static boolean told(Sight sight, @Nullable String organisation) {
        return sight.organisation() == null || sight.organisation().equals(organisation);
    }

    /** The hazardous areas to which ground belongs now, as far as a body knows them. */
    private record KnownHazards(Sight sight, Set<String> numbers) {

        KnownHazards(Transaction transaction, Sight sight, List<LandGround.Traced> pieces) {
            this(sight, sight.organisation() == null ? Set.of() : among(transaction, sight, pieces));
        }

        private static Set<String> among(Transaction transaction, Sight sight, List<LandGround.Traced> pieces) {
            var named = new HashSet<String>();
            pieces.forEach(traced -> traced.timeline().steps().forEach(step -> {
                var hazard = step.after().hazard();
                if (hazard != null) {
                    named.add(hazard);
                }
            }));
            return named.isEmpty() ? named : SeenGround.hazards(transaction, sight, named);
        }

        boolean has(String number) {
            return sight.organisation() == null || numbers.contains(number);
        }
    }

    /** The state, and the other area that the ground belongs to now where it left this one. */
    private static String state(Words spoken, String code, GroundStatus status, KnownHazards known) {
        var said = FlagText.standing(spoken, status);
        var hazard = status.hazard();
        if (hazard == null || hazard.equals(code)) {
            return said;
        }
        return said + " · " + (known.has(hazard) ? hazard : spoken.say("land.hazard.another"));
    }

    @GetMapping("/api/land/hazards/{code}")
    ResponseEntity<byte[]> hazardAsJson(@PathVariable("code") String code, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var json = new LandJson(spoken);
            var map = json.asOf(asOf);
            map.putAll(json.hazard(find(new HazardLines(transaction, query.sight()), code, asOf)));
            var traced = new LandGround(transaction).ofHazard(code, asOf.knownAt());
            var known = new KnownHazards(transaction, query.sight(), traced);
            map.put(
                    "pieces",
                    traced.stream()
                            .map(one -> {
                                var hazard =
                                        one.timeline().statusOn(asOf.validOn()).hazard();
                                return query.sight().organisation() == null
                                        ? json.properties(one, asOf)
                                        : json.standing(one, asOf, hazard == null || known.has(hazard));
                            })
                            .toList());
            map.put("caution", spoken.say("bulletin.caution"));
            return Replies.json(map);
        });
    }

    @GetMapping("/api/land/pieces.geojson")
    ResponseEntity<byte[]> pieces(HttpServletRequest request) {
        var query = new Query(request);
        var box = query.box();
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var ground = new LandGround(transaction, query.sight());
            if (box == null && ground.hasMoreThan(MOST_FEATURES, asOf.knownAt())) {
                throw tooMany();
            }
            var json = new LandJson(spoken);
            var features = ground.pieces(box, asOf.knownAt()).stream()
                    .filter(traced -> box == null
                            || box.intersects(traced.piece().ground().getEnvelopeInternal()))
                    .limit(MOST_FEATURES + 1L)
                    .map(traced -> json.feature(traced, asOf))
                    .toList();
            if (features.size() > MOST_FEATURES) {
                throw tooMany();
            }
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("type", "FeatureCollection");
            map.putAll(json.asOf(asOf));
            map.put("caution", spoken.say("bulletin.caution"));
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put("features", features);
            return Replies.geoJson(map);
        });
    }

    /** Never fewer than there are without a word. */
    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.WRONG_CALL,
                "there are more than " + MOST_FEATURES
                        + " pieces; ask for fewer of them with bbox=west,south,east,north");
    }
}
