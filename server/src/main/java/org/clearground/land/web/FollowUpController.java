// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.AskedBody;
import org.clearground.land.print.FollowUpJson;
import org.clearground.land.print.FollowUpWords;
import org.clearground.land.print.LandJson;
import org.clearground.land.store.OverdueLand;
import org.clearground.land.store.PointLeads;
import org.clearground.land.store.QualityVisits;
import org.clearground.land.web.LandPages.OverduePage;
import org.clearground.land.web.LandPages.VisitsPage;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What still has to be done: leads that nobody surveyed, nonconformities, and ground that waits too long. */
@RestController
final class FollowUpController {

    private static final int ON_A_PAGE = 100;
    private static final int MOST_PAGES = 10_000;

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    FollowUpController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/api/land/leads")
    ResponseEntity<byte[]> leads(HttpServletRequest request) {
        var query = new Query(request);
        boolean ended = LandController.yes(query, "ended");
        boolean finds = LandController.yes(query, "finds");
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = new Asked(query, clock, spoken).asOf();
            var register = new PointLeads(transaction, PackLand.of(spoken.pack()), query.sight());
            List<PointLead> leads = new ArrayList<>(register.list(asOf, ended));
            if (finds) {
                leads.addAll(register.found(asOf));
            }
            var map = new LandJson(spoken).asOf(asOf);
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put("leads", leads.stream().map(new FollowUpJson(spoken)::lead).toList());
            map.put("caution", spoken.say("bulletin.caution"));
            return Replies.json(map);
        });
    }

    /** The last day asked for is the day by which it is said whether corrective action was done. */
    private AsOf visitsAsOf(Query query, Words spoken) {
        var asOf = new Asked(query, clock, spoken).asOf();
        var to = query.day("to");
        var from = query.day("from");
        if (to != null && from != null && to.isBefore(from)) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "a period ends on or after its first day");
        }
        return to == null ? asOf : new AsOf(to, asOf.knownAt());
    }

    private static List<QualityVisit> visits(Transaction transaction, Query query, AsOf asOf, boolean open) {
        return new QualityVisits(transaction, query.sight())
                .list(asOf, query.day("from"), AskedBody.read(query.text("org"), transaction), open);
    }

    @GetMapping("/land/visits")
    ResponseEntity<byte[]> visits(HttpServletRequest request) {
        var query = new Query(request);
        boolean open = LandController.yes(query, "open");
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = visitsAsOf(query, spoken);
            // The latest first: nobody reads to the end of a page to see yesterday's.
            var visits = visits(transaction, query, asOf, open).stream()
                    .sorted(Comparator.comparing(QualityVisit::on).reversed())
                    .toList();
            var frame = Frame.of(
                    spoken,
                    spoken.say("land.page.visits"),
                    LandController.notice(spoken, visits.stream().anyMatch(QualityVisit::sample)),
                    query.here());
            return Replies.page(
                    transaction,
                    "landvisits.jte",
                    Map.of("page", new VisitsPage(visits, open, asOf, new FollowUpWords(spoken), frame)));
        });
    }

    @GetMapping("/api/land/visits")
    ResponseEntity<byte[]> visitsAsJson(HttpServletRequest request) {
        var query = new Query(request);
        boolean open = LandController.yes(query, "open");
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = visitsAsOf(query, spoken);
            var json = new FollowUpJson(spoken);
            var map = new LandJson(spoken).asOf(asOf);
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put(
                    "visits",
                    visits(transaction, query, asOf, open).stream()
                            .map(visit -> json.visit(visit, asOf.validOn()))
                            .toList());
            return Replies.json(map);
        });
    }

    /** The day asked for, by the name that the command has for it too. */
    private AsOf overdueAsOf(Query query, Words spoken) {
        var asOf = new Asked(query, clock, spoken).asOf();
        var on = query.day("on");
        return on == null ? asOf : new AsOf(on, asOf.knownAt());
    }

    private static List<OverdueGround> overdue(Transaction transaction, Sight sight, Words spoken, AsOf asOf) {
        return new OverdueLand(transaction, PackLand.of(spoken.pack()), sight).list(asOf.validOn(), asOf.knownAt());
    }

    @GetMapping("/land/overdue")
    ResponseEntity<byte[]> overdue(HttpServletRequest request) {
        var query = new Query(request);
        int number = Math.toIntExact(query.whole("page", 1, MOST_PAGES, 1));
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = overdueAsOf(query, spoken);
            var all = overdue(transaction, query.sight(), spoken, asOf);
            if (number > 1 && all.size() <= (number - 1) * ON_A_PAGE) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "this list has no page " + number + "; leave \"page\" out for the first");
            }
            var overdue = all.subList(
                    Math.min(all.size(), (number - 1) * ON_A_PAGE), Math.min(all.size(), number * ON_A_PAGE));
            var said = new FollowUpWords(spoken);
            var frame = Frame.of(
                    spoken,
                    spoken.say("land.page.overdue"),
                    LandController.notice(
                            spoken, all.stream().anyMatch(one -> one.claim().sample())),
                    query.here());
            return Replies.page(
                    transaction,
                    "landoverdue.jte",
                    Map.of(
                            "page",
                            new OverduePage(
                                    overdue,
                                    frame.turn(number > 1 ? String.valueOf(number - 1) : null),
                                    frame.turn(all.size() > number * ON_A_PAGE ? String.valueOf(number + 1) : null),
                                    said.unset(PackLand.of(spoken.pack())),
                                    asOf,
                                    said,
                                    frame)));
        });
    }

    @GetMapping("/api/land/overdue")
    ResponseEntity<byte[]> overdueAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = overdueAsOf(query, spoken);
            var unset = new FollowUpWords(spoken).unset(PackLand.of(spoken.pack()));
            var map = new LandJson(spoken).asOf(asOf);
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put(
                    "overdue",
                    overdue(transaction, query.sight(), spoken, asOf).stream()
                            .map(new FollowUpJson(spoken)::overdue)
                            .toList());
            map.put("unset", unset.isEmpty() ? null : unset);
            return Replies.json(map);
        });
    }
}
