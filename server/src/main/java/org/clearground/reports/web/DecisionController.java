// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.Comments;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.web.ReportPages.WithdrawPage;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide on a report, and what they write beside it. */
@RestController
final class DecisionController {

    private static final int LONGEST_REASON = 2_000;

    private final Store store;
    private final PageWords words;
    private final ReportDecisions decisions;
    private final Comments comments;
    private final Desk desk;

    DecisionController(Store store, PageWords words, ReportDecisions decisions, Comments comments, Desk desk) {
        this.store = store;
        this.words = words;
        this.decisions = decisions;
        this.comments = comments;
        this.desk = desk;
    }

    @PostMapping("/reports/{id}/approve")
    ResponseEntity<byte[]> approve(@PathVariable("id") String id, HttpServletRequest request) {
        return decide(Decision.APPROVE, id, request);
    }

    @PostMapping("/reports/{id}/return")
    ResponseEntity<byte[]> sendBack(@PathVariable("id") String id, HttpServletRequest request) {
        return decide(Decision.RETURN, id, request);
    }

    @PostMapping("/reports/{id}/withdraw")
    ResponseEntity<byte[]> withdraw(@PathVariable("id") String id, HttpServletRequest request) {
        return decide(Decision.WITHDRAW, id, request);
    }

    private ResponseEntity<byte[]> decide(Decision decision, String id, HttpServletRequest request) {
        var query = new Query(request);
        var report = ReportController.id(id);
        var reason = decision == Decision.APPROVE ? null : reason(query);
        requireSeen(report, query);
        try {
            decisions.decideAsSeen(decision, List.of(report), reason, decider(request, query), seen(query));
        } catch (RefusedReportException refused) {
            return back(report, query, "#findings"); // it is kept with the report, and shown there
        }
        return back(report, query, "#decision");
    }

    /** Outside somebody's sight there is no such report, whatever else is wrong with the form. */
    private void requireSeen(ReportId report, Query query) {
        store.read(transaction -> ReportController.find(new ReportQueries(transaction, query.sight()), report));
    }

    private static String reason(Query query) {
        var reason = query.text("reason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "write the reason, at most " + LONGEST_REASON
                            + " characters; the organisation and the auditor will read it");
        }
        return reason;
    }

    /** Who decides: the account in its office, or, where nobody has one, whom and what the form states. */
    static Decider decider(HttpServletRequest request, Query query) {
        var visitor = Visitor.of(request);
        var person = visitor.person(query.text("person"));
        return new Decider(person, visitor.account() == null ? query.text("office") : null);
    }

    static String seen(Query query) {
        var seen = query.text("seen");
        if (seen == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the form does not say what was seen; load its page again and decide there");
        }
        return seen;
    }

    private static ResponseEntity<byte[]> back(ReportId report, Query query, String part) {
        return Replies.seeOther(new Address("/reports/" + report, Map.of()).with("lang", query.language()) + part);
    }

    @PostMapping("/reports/{id}/comments")
    ResponseEntity<byte[]> comment(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var report = ReportController.id(id);
        requireSeen(report, query);
        var said = query.text("said");
        comments.add(
                report,
                visitor.sight(),
                said == null ? "" : said,
                visitor.person(query.text("person")),
                organisation(visitor));
        return back(report, query, "#comments");
    }

    private static @Nullable String organisation(Visitor visitor) {
        var account = visitor.account();
        return account == null ? null : account.organisation();
    }

    /** What taking an approval back would do, and where its reason is written. */
    @GetMapping("/reports/{id}/withdraw")
    ResponseEntity<byte[]> withdrawal(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var report = ReportController.id(id);
        var visitor = Visitor.of(request);
        boolean may =
                store.read(transaction -> ReportController.find(new ReportQueries(transaction, query.sight()), report)
                                        .summary()
                                        .status()
                                == ReportStatus.APPROVED
                        && desk.choices(transaction, report, visitor.name()).withdraws());
        var effect = may ? desk.effect(Decision.WITHDRAW, List.of(report), visitor, query.language()) : null;
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var detail = ReportController.find(new ReportQueries(transaction, query.sight()), report);
            var number = detail.summary().number();
            var frame = new Frame(
                    spoken,
                    spoken.say("review.withdraw") + ": " + (number == null ? id : number),
                    detail.summary().sample() ? spoken.say("page.sample.reports") : null,
                    query.here(),
                    null);
            return Replies.page(
                    "withdraw.jte",
                    Map.of(
                            "page",
                            new WithdrawPage(
                                    detail.summary(), desk.part(transaction, report, effect, request), frame)));
        });
    }
}
