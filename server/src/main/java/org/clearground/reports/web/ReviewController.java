// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportDescription;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReviewQueue;
import org.clearground.reports.store.SeenState;
import org.clearground.reports.web.ReviewPages.QueuePage;
import org.clearground.reports.web.ReviewPages.TogetherPage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports that wait for whoever asks, and many of them decided on together. */
@RestController
final class ReviewController {

    private static final int LENGTH = 50;

    /** So many reports are approved together at most; the others of a file follow. */
    private static final int MOST_TOGETHER = 2_000;

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final ReportDecisions decisions;
    private final Desk desk;

    ReviewController(Store store, PageWords words, Clock clock, ReportDecisions decisions, Desk desk) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.decisions = decisions;
        this.desk = desk;
    }

    private static ReviewQueue.Asked asked(Query query) {
        return new ReviewQueue.Asked(
                query.text("organisation"),
                query.text("form"),
                query.text("district"),
                ReviewQueue.Found.of(query.text("findings")),
                submission(query));
    }

    private static @Nullable Digest submission(Query query) {
        var digest = query.text("submission");
        return digest == null ? null : Query.digest(digest);
    }

    private List<ReviewQueue.Waiting> waiting(Transaction transaction, Query query, Visitor visitor, int most) {
        return new ReviewQueue(transaction, query.sight())
                .list(
                        decisions.waitingFor(transaction, visitor.name()),
                        asked(query),
                        query.whole("after", 0, Long.MAX_VALUE, 0),
                        most);
    }

    @GetMapping("/review")
    ResponseEntity<byte[]> queue(HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var waiting = waiting(transaction, query, visitor, LENGTH + 1);
            boolean more = waiting.size() > LENGTH;
            var shown = more ? waiting.subList(0, LENGTH) : waiting;
            var frame = Frame.of(
                    spoken,
                    spoken.say("review.title"),
                    shown.stream().anyMatch(report -> report.summary().sample())
                            ? spoken.say("page.sample.reports")
                            : null,
                    query.here());
            var lines = shown.stream()
                    .map(report -> new QueuePage.Waits(
                            report,
                            desk.choices(transaction, report.summary().id(), visitor.name()),
                            ReviewPages.days(spoken, report.since(), clock.instant())))
                    .toList();
            return Replies.page(
                    transaction,
                    "review.jte",
                    Map.of(
                            "page",
                            new QueuePage(
                                    lines,
                                    ReviewPages.fields(transaction, spoken, query.here()),
                                    submission(query),
                                    map(query.here().with("lang", spoken.language()), visitor),
                                    more
                                            ? frame.with(
                                                    "after",
                                                    String.valueOf(shown.get(LENGTH - 1)
                                                            .key()))
                                            : null,
                                    query.text("after") == null ? null : frame.with("after", null),
                                    frame)));
        });
    }

    private static @Nullable String map(Address here, Visitor visitor) {
        var register = "/registers/" + ReportDescription.NAME;
        return visitor.opens().test(register)
                ? here.at(register + "/map")
                        .with("findings", null)
                        .with("submission", null)
                        .with("after", null)
                        .with("status", ReportStatus.PENDING.name())
                        .toString()
                : null;
    }

    @GetMapping("/api/review")
    ResponseEntity<byte[]> queueAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var waiting = waiting(transaction, query, Visitor.of(request), LENGTH + 1);
            boolean more = waiting.size() > LENGTH;
            var shown = more ? waiting.subList(0, LENGTH) : waiting;
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put(
                    "reports",
                    shown.stream()
                            .map(report -> {
                                var each = ReportJson.summary(report.summary());
                                each.put("waitingSince", Ledger.written(report.since()));
                                each.put("signedBy", report.signed());
                                each.put("missingOffices", report.missing());
                                return each;
                            })
                            .toList());
            map.put(
                    "nextAt",
                    more
                            ? query.here()
                                    .with(
                                            "after",
                                            String.valueOf(shown.get(LENGTH - 1).key()))
                                    .toString()
                            : null);
            return Replies.json(transaction, map);
        });
    }

    /** What is chosen, of it what can be approved together by whoever asks, and how it stands. */
    private record Chosen(List<TogetherPage.Taken> lines, List<ReportId> approvable, String seen, boolean sample) {}

    private Chosen chosen(Transaction transaction, Query query, Visitor visitor) {
        var queries = new ReportQueries(transaction, query.sight());
        var summaries = new ArrayList<ReportQueries.Summary>();
        var submission = submission(query);
        if (submission != null) {
            summaries.addAll(queries.list(null, submission, 0, MOST_TOGETHER).stream()
                    .filter(report -> report.status() != ReportStatus.REREAD)
                    .toList());
        } else {
            for (var id : ids(query)) {
                summaries.add(ReportController.find(queries, id).summary());
            }
        }
        if (summaries.isEmpty()) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "no report is chosen; choose some on the page /review");
        }
        var lines = new ArrayList<TogetherPage.Taken>();
        var approvable = new ArrayList<ReportId>();
        for (var summary : summaries) {
            var choices = desk.choices(transaction, summary.id(), visitor.name());
            boolean can = choices.approves() && !choices.two();
            if (can) {
                approvable.add(summary.id());
            }
            lines.add(new TogetherPage.Taken(summary, choices, can));
        }
        return new Chosen(
                lines,
                approvable,
                SeenState.of(transaction, approvable),
                summaries.stream().anyMatch(ReportQueries.Summary::sample));
    }

    private static List<ReportId> ids(Query query) {
        var text = query.text("report");
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .filter(id -> !id.isBlank())
                        .map(id -> ReportController.id(id.strip()))
                        .distinct()
                        .toList();
    }

    @GetMapping("/review/together")
    ResponseEntity<byte[]> together(HttpServletRequest request) {
        var query = new Query(request, "report");
        var visitor = Visitor.of(request);
        var chosen = store.read(transaction -> chosen(transaction, query, visitor));
        var effect = chosen.approvable().isEmpty()
                ? null
                : desk.effect(Decision.APPROVE, chosen.approvable(), visitor, query.language());
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(
                    spoken,
                    spoken.say("review.together"),
                    chosen.sample() ? spoken.say("page.sample.reports") : null,
                    query.here(),
                    null);
            return Replies.page(
                    "reviewtogether.jte",
                    Map.of(
                            "page",
                            new TogetherPage(
                                    FormToken.of(request),
                                    chosen.lines(),
                                    chosen.approvable().size(),
                                    chosen.seen(),
                                    effect,
                                    query.text("report"),
                                    submission(query),
                                    visitor.name() == null,
                                    frame)));
        });
    }

    @PostMapping("/review/together")
    ResponseEntity<byte[]> approveTogether(HttpServletRequest request) {
        var query = new Query(request, "report");
        var decider = DecisionController.decider(request, query);
        var seen = DecisionController.seen(query);
        var chosen = store.read(transaction -> chosen(transaction, query, Visitor.of(request)));
        if (!chosen.seen().equals(seen)) {
            throw new ProblemException(
                    ProblemCode.CHANGED_MEANWHILE,
                    "the reports that you chose have changed since, and nothing was decided; load the page again and"
                            + " look at what it would do now");
        }
        decisions.approveWherePossibleAsSeen(chosen.approvable(), decider, seen);
        return Replies.seeOther(new Address("/review/together", Map.of())
                .with("report", query.text("report"))
                .with("submission", query.text("submission"))
                .with("lang", query.language())
                .toString());
    }
}
