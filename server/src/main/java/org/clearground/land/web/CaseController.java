// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.Claim;
import org.clearground.land.LandActKind;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.GroundMap.Layer;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.land.print.LandJson;
import org.clearground.land.print.LandMaps;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.store.LandEffects;
import org.clearground.land.store.LandGround;
import org.clearground.land.store.LandHistories;
import org.clearground.land.web.LandDeeds.CasePage;
import org.clearground.land.web.LandDeeds.Option;
import org.clearground.land.web.LandPages.CasesPage;
import org.clearground.land.web.LandPages.EffectPart;
import org.clearground.land.web.LandPages.ShownCase;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Claims that meet: listed, looked at with what each decision would change, and decided. */
@RestController
final class CaseController {

    private static final int CASES_ON_A_PAGE = 20;
    private static final int MOST_CASES = 10_000;

    /** How many characters a reason may have. */
    static final int LONGEST_REASON = 2_000;

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final ClaimDecisions decisions;

    CaseController(Store store, PageWords words, Clock clock, ClaimDecisions decisions) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.decisions = decisions;
    }

    @GetMapping("/land/cases")
    ResponseEntity<byte[]> cases(HttpServletRequest request) {
        var query = new Query(request);
        boolean settled = LandController.yes(query, "settled");
        boolean own = LandController.yes(query, "own");
        int number = Math.toIntExact(query.whole("page", 1, MOST_CASES / CASES_ON_A_PAGE, 1));
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var found = new LandHistories(transaction, query.sight())
                    .cases(settled, own, (number - 1) * CASES_ON_A_PAGE, CASES_ON_A_PAGE + 1);
            var here = found.subList(0, Math.min(found.size(), CASES_ON_A_PAGE));
            boolean sample = here.stream()
                    .anyMatch(one -> one.claim().sample() || one.against().sample());
            var frame = Frame.of(
                    spoken, spoken.say("land.page.cases"), LandController.notice(spoken, sample), query.here());
            var shown = new ArrayList<ShownCase>();
            for (var one : here) {
                shown.add(new ShownCase(one, picture(transaction, spoken, one)));
            }
            return Replies.page(
                    transaction,
                    "landcases.jte",
                    Map.of(
                            "page",
                            new CasesPage(
                                    shown,
                                    settled,
                                    frame.turn(number > 1 ? String.valueOf(number - 1) : null),
                                    frame.turn(found.size() > CASES_ON_A_PAGE ? String.valueOf(number + 1) : null),
                                    frame)));
        });
    }

    /** The ground of one claim, of the other, and of both. */
    private LandMaps.@Nullable Picture picture(Transaction transaction, Words spoken, ReconciliationCase one) {
        var claim = new ArrayList<Geometry>();
        var against = new ArrayList<Geometry>();
        var both = new ArrayList<Geometry>();
        if (one.claim().kind() == LandActKind.WORKED) {
            var ground = new LandGround(transaction);
            var first = ground.outlineOf(one.claim().act());
            var other = ground.outlineOf(one.against().act());
            claim.add(GroundOverlay.beyond(first, other));
            against.add(GroundOverlay.beyond(other, first));
            both.add(GroundOverlay.shared(first, other));
        }
        for (var traced : new LandGround(transaction).speakingOf(one.claim().act(), clock.instant())) {
            (traced.piece().acts().contains(one.against().act()) ? both : claim)
                    .add(traced.piece().ground());
        }
        for (var traced : new LandGround(transaction).speakingOf(one.against().act(), clock.instant())) {
            if (!traced.piece().acts().contains(one.claim().act())) {
                against.add(traced.piece().ground());
            }
        }
        var title = spoken.say("land.cases.map", Map.of("area", spoken.inSquareMetres(one.squareMetres())));
        return new LandMaps(transaction, spoken)
                .small(
                        "case-" + one.claim().act() + "-" + one.against().act() + "-" + one.rule(),
                        title,
                        List.of(
                                new Layer(Look.CANCELLED, name(spoken, one.claim()), claim),
                                new Layer(Look.SUSPECTED, name(spoken, one.against()), against),
                                new Layer(Look.CHOSEN, spoken.say("land.cases.both"), both)))
                .orElse(null);
    }

    private static String name(Words spoken, org.clearground.land.Claim claim) {
        var number = claim.number();
        return spoken.name(claim.organisation()) + (number == null ? "" : ", " + number);
    }

    @GetMapping("/api/land/cases")
    ResponseEntity<byte[]> casesAsJson(HttpServletRequest request) {
        var query = new Query(request);
        boolean settled = LandController.yes(query, "settled");
        boolean own = LandController.yes(query, "own");
        return store.read(transaction -> {
            var json = new LandJson(words.in(transaction, query.language()));
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("settled", settled);
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put(
                    "cases",
                    new LandHistories(transaction, query.sight())
                            .cases(settled, own, MOST_CASES).stream()
                                    .map(json::reconciliationCase)
                                    .toList());
            return Replies.json(map);
        });
    }

    /** One case: both claims, what was decided between them, and what each decision would change. */
    @GetMapping("/land/cases/{claim}/{against}")
    ResponseEntity<byte[]> one(
            @PathVariable("claim") String claim, @PathVariable("against") String against, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var meeting = meeting(transaction, query.sight(), claim, against);
            var one = meeting.get(0);
            var title = spoken.name(one.claim().organisation()) + " – "
                    + spoken.name(one.against().organisation());
            boolean sample = one.claim().sample() || one.against().sample();
            var frame = new Frame(spoken, title, LandController.notice(spoken, sample), query.here(), null);
            boolean decides = decides(visitor);
            var first = one.claim();
            var other = one.against();
            var values = new LinkedHashMap<String, Object>();
            values.put(
                    "page",
                    new CasePage(
                            meeting,
                            picture(transaction, spoken, one),
                            decisions.made(transaction, first.act(), other.act()),
                            decides
                                    ? List.of(
                                            option(transaction, frame, visitor, first, other),
                                            option(transaction, frame, visitor, other, first))
                                    : List.of(),
                            decides ? FormToken.of(request) : null,
                            ClaimDecisions.standing(transaction, first.act(), other.act()),
                            visitor.account() != null,
                            frame));
            return Replies.page(transaction, "landcase.jte", values);
        });
    }

    private Option option(Transaction transaction, Frame frame, Visitor visitor, Claim favoured, Claim other) {
        var pack = frame.words().pack();
        var foreseen = new LandEffects(transaction, () -> PackLand.of(pack), () -> ReportLand.borders(transaction))
                .preferring(other.act(), favoured.act());
        return new Option(
                favoured,
                new EffectPart(foreseen.preview(), null, frame),
                foreseen.usable(),
                decisions.choice(
                        transaction,
                        new ClaimDecisions.Preference(other.act(), favoured.act()),
                        visitor.name(),
                        foreseen.usable()));
    }

    private static boolean decides(Visitor visitor) {
        var account = visitor.account();
        return account == null || account.sight(ClaimDecisions.DECIDE).isPresent();
    }

    /** The cases between two claims, by whatever rules; none is as good as no such claims. */
    private static List<ReconciliationCase> meeting(
            Transaction transaction, Sight sight, String claim, String against) {
        var found = new LandHistories(transaction, sight).between(number(claim), number(against));
        if (found.isEmpty()) {
            throw nothing(claim, against);
        }
        return found;
    }

    private static ProblemException nothing(String claim, String against) {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "there is no case between the claims " + claim + " and " + against);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "\"" + text + "\" is no claim; claims have whole numbers", wrong);
        }
    }

    @PostMapping("/land/cases/{claim}/{against}")
    ResponseEntity<byte[]> decide(
            @PathVariable("claim") String claim, @PathVariable("against") String against, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var one = store.read(transaction ->
                meeting(transaction, query.sight(), claim, against).get(0));
        var favoured = query.text("favour");
        long winner = favoured == null ? 0 : number(favoured);
        long first = one.claim().act();
        long other = one.against().act();
        if (winner != first && winner != other) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say whose claim counts: favour=" + first + " or favour=" + other);
        }
        decisions.decide(
                new ClaimDecisions.Preference(winner == first ? other : first, winner),
                reason(query, "reason"),
                visitor.person(query.text("person")),
                seen(query));
        return Replies.seeOther(
                new Address("/land/cases/" + first + "/" + other, Map.of()).with("lang", query.language())
                        + "#decision");
    }

    /** What somebody writes for the ledger. */
    static String reason(Query query, String field) {
        var reason = query.text(field);
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "write in \"" + field + "\" what the ledger keeps, at most " + LONGEST_REASON
                            + " characters; the auditor will read it");
        }
        return reason.replace("\r\n", "\n");
    }

    private static String seen(Query query) {
        var seen = query.text("seen");
        if (seen == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the form does not say what was seen; load its page again and decide there");
        }
        return seen;
    }
}
