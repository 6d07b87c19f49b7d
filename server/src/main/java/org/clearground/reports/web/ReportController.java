// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.web.ReportPages.ListPage;
import org.clearground.reports.web.ReportPages.ReportPage;
import org.clearground.storage.Store;
import org.clearground.web.Frame;
import org.clearground.web.PageAddition;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports: the list, and each with all it says. */
@RestController
final class ReportController {

    private final Store store;
    private final PageWords words;
    private final List<PageAddition> additions;
    private final Desk desk;

    ReportController(Store store, PageWords words, List<PageAddition> additions, Desk desk) {
        this.store = store;
        this.words = words;
        this.additions = additions;
        this.desk = desk;
    }

    @GetMapping("/reports")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(request);
        var status = status(query.text("status"));
        var submission = submission(query);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var list = ReportList.of(new ReportQueries(transaction, query.sight()), status, submission, query);
            var frame = Frame.of(
                    spoken,
                    spoken.say("page.reports"),
                    list.sample() ? spoken.say("page.sample.reports") : null,
                    query.here());
            return Replies.page(
                    transaction,
                    "reports.jte",
                    Map.of(
                            "page",
                            new ListPage(
                                    list.reports(),
                                    status,
                                    submission,
                                    frame.turn(list.previous()),
                                    frame.turn(list.next()),
                                    frame)));
        });
    }

    @GetMapping("/api/reports")
    ResponseEntity<byte[]> listAsJson(HttpServletRequest request) {
        var query = new Query(request);
        var status = status(query.text("status"));
        var submission = submission(query);
        return store.read(transaction -> {
            var list = ReportList.of(new ReportQueries(transaction, query.sight()), status, submission, query);
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("page", list.number());
            map.put("sample", list.sample());
            map.put("reports", list.reports().stream().map(ReportJson::summary).toList());
            map.put(
                    "nextAt",
                    list.more() ? query.here().with("page", list.next()).toString() : null);
            return Replies.json(transaction, map);
        });
    }

    private static @Nullable Digest submission(Query query) {
        var digest = query.text("submission");
        return digest == null ? null : Query.digest(digest);
    }

    private static @Nullable ReportStatus status(@Nullable String name) {
        try {
            return name == null ? null : ReportStatus.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "no report stands as \"" + name + "\"; one may be "
                            + Arrays.stream(ReportStatus.values())
                                    .map(ReportStatus::name)
                                    .collect(Collectors.joining(", ")),
                    unknown);
        }
    }

    @GetMapping("/reports/{id}")
    ResponseEntity<byte[]> report(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var report = id(id);
        var effect = desk.effectOfApproving(report, request, query.language());
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var queries = new ReportQueries(transaction, query.sight());
            var detail = find(queries, report);
            var number = detail.summary().number();
            var frame = Frame.of(
                    spoken,
                    spoken.say("page.report") + " " + (number == null ? id : number),
                    detail.summary().sample() ? spoken.say("page.sample.reports") : null,
                    query.here());
            var form = PackForms.form(spoken.pack(), detail.summary().form());
            // What other features add speaks of ground and reports of all bodies.
            var added = additions.stream()
                    .filter(addition -> query.sight() instanceof Sight.All)
                    .filter(addition -> addition.to().equals("report.jte"))
                    .flatMap(addition -> addition.html(transaction, report.toString(), frame).stream())
                    .toList();
            var earlier = queries.findEarlier(detail.summary()).orElse(null);
            return Replies.page(
                    transaction,
                    "report.jte",
                    Map.of(
                            "page",
                            new ReportPage(
                                    detail,
                                    form,
                                    added,
                                    earlier,
                                    desk.part(transaction, report, effect, request),
                                    frame)));
        });
    }

    @GetMapping("/api/reports/{id}")
    ResponseEntity<byte[]> reportAsJson(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var report = id(id);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var detail = find(new ReportQueries(transaction, query.sight()), report);
            var form = PackForms.form(spoken.pack(), detail.summary().form());
            var json = ReportJson.detail(detail, form, spoken);
            json.put(
                    "comments",
                    new ReportQueries(transaction, query.sight())
                            .comments(report).stream().map(ReportJson::comment).toList());
            return Replies.json(transaction, json);
        });
    }

    static ReportQueries.Detail find(ReportQueries queries, ReportId id) {
        return queries.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + id));
    }

    static ReportId id(String text) {
        try {
            return new ReportId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no report's id; one looks like 0f8fad5b-d9cb-869f-a165-70867728950e",
                    unreadable);
        }
    }
}
