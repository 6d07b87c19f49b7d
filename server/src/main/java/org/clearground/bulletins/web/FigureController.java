// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureRow;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.storage.Store;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A figure, what it counts, and the rows behind it. */
@RestController
final class FigureController {

    private static final int PAGE = 100;

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    FigureController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    private record Found(Figure figure, List<FigureRow> rows, boolean more, boolean sample, Wording wording) {

        @Nullable
        Long after() {
            return more ? (Long) rows.get(rows.size() - 1).fid() : null;
        }
    }

    @GetMapping("/figures/{name}")
    ResponseEntity<byte[]> page(@PathVariable("name") String name, HttpServletRequest request) {
        var query = new Query(request);
        var found = find(name, query);
        var wording = found.wording();
        var frame = Frame.of(
                wording.words(),
                wording.label(found.figure().definition()),
                found.sample() ? wording.say("bulletin.sample") : null,
                query.here());
        var shown = new FigurePage(found.figure(), found.rows(), found.after(), wording, frame);
        return store.read(transaction -> Replies.page(transaction, "figure.jte", Map.of("page", shown)));
    }

    @GetMapping("/api/figures/{name}")
    ResponseEntity<byte[]> json(@PathVariable("name") String name, HttpServletRequest request) {
        var query = new Query(request);
        var found = find(name, query);
        var figure = found.figure();
        var wording = found.wording();
        var map = JsonPrinter.figure(figure, wording, true);
        map.put("scope", scope(figure.scope()));
        map.put("validOn", figure.asOf().validOn().toString());
        map.put("knownAt", Ledger.written(figure.asOf().knownAt()));
        map.put("sample", found.sample());
        map.put("notice", found.sample() ? wording.say("bulletin.sample") : null);
        map.put("caution", wording.say("bulletin.caution"));
        map.put("countsOnly", KeptTo.json(query.sight()));
        map.put(
                "page",
                found.rows().stream().map(row -> JsonPrinter.row(row, wording)).toList());
        var after = found.after();
        map.put("nextAt", after == null ? null : "/api" + JsonPrinter.address(figure) + "&after=" + after);
        return store.read(transaction -> Replies.json(transaction, map));
    }

    private static Map<String, @Nullable Object> scope(FigureScope scope) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", scope.period().from().toString());
        map.put("to", scope.period().to().toString());
        map.put("organisation", scope.organisation());
        map.put("district", scope.district());
        map.put("category", scope.category() == null ? null : scope.category().name());
        map.put("day", scope.day() == null ? null : scope.day().toString());
        return map;
    }

    static FigureDefinition definition(String name) {
        return FigureDefinition.find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "there is no figure \"" + name + "\"; there are: "
                                + Arrays.stream(FigureDefinition.values())
                                        .map(FigureDefinition::published)
                                        .collect(Collectors.joining(", "))));
    }

    private Found find(String name, Query query) {
        var definition = definition(name);
        var period = query.period();
        var scope = new FigureScope(
                period,
                query.text("organisation"),
                query.text("district"),
                category(query.text("category")),
                query.day("day"));
        var asOf = BulletinController.asOf(period, query, clock);
        long after = query.whole("after", 0, Long.MAX_VALUE, 0);
        return store.read(transaction -> {
            var figures = new SqlFigures(transaction, query.sight());
            var figure = figures.figure(definition, scope, asOf);
            var rows = figures.rows(definition, scope, asOf, after, PAGE + 1);
            boolean more = rows.size() > PAGE;
            return new Found(
                    figure,
                    more ? rows.subList(0, PAGE) : rows,
                    more,
                    figures.contributors(period, asOf).sample(),
                    new Wording(words.in(transaction, query.language())));
        });
    }

    private static @Nullable OrdnanceCategory category(@Nullable String name) {
        try {
            return name == null ? null : OrdnanceCategory.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "there is no category \"" + name + "\"; there are: "
                            + Arrays.stream(OrdnanceCategory.values())
                                    .map(OrdnanceCategory::name)
                                    .collect(Collectors.joining(", ")),
                    unknown);
        }
    }
}
