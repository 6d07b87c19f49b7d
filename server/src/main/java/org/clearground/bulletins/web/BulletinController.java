// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.print.BulletinPage;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Address;
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

/** Bulletins of weeks and of other periods. */
@RestController
final class BulletinController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    BulletinController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /** A period; where none is said, the newest week that anybody reported of. */
    @GetMapping("/bulletins")
    ResponseEntity<byte[]> period(HttpServletRequest request) {
        var query = new Query(request);
        return query.text("from") == null && query.text("to") == null ? newest(query) : page(query.period(), query);
    }

    private ResponseEntity<byte[]> newest(Query query) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            return new SqlFigures(transaction, query.sight())
                    .newestDay()
                    .map(day -> Replies.elsewhere(new Address(
                            "/bulletins/" + ReportingPeriod.weekOf(day).isoWeek(), Map.of("lang", spoken.language()))))
                    .orElseGet(() -> Replies.page(
                            "nothing.jte",
                            Map.of("frame", new Frame(spoken, spoken.say("page.bulletin"), null, query.here(), null))));
        });
    }

    @GetMapping("/bulletins/{week}")
    ResponseEntity<byte[]> week(@PathVariable("week") String week, HttpServletRequest request) {
        return page(Query.named(week), new Query(request));
    }

    @GetMapping("/api/bulletins/{week}")
    ResponseEntity<byte[]> weekAsJson(@PathVariable("week") String week, HttpServletRequest request) {
        return json(Query.named(week), new Query(request));
    }

    @GetMapping("/api/bulletins")
    ResponseEntity<byte[]> periodAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return json(query.period(), query);
    }

    private ResponseEntity<byte[]> page(ReportingPeriod period, Query query) {
        return of(period, query, (bulletin, wording) -> {
            var frame = Frame.of(
                    wording.words(),
                    wording.title(period) + ", " + wording.period(period),
                    bulletin.sample() ? wording.say("bulletin.sample") : null,
                    query.here());
            return Replies.page("bulletin.jte", Map.of("page", new BulletinPage(bulletin, wording, frame)));
        });
    }

    private ResponseEntity<byte[]> json(ReportingPeriod period, Query query) {
        return of(period, query, (bulletin, wording) -> {
            var map = JsonPrinter.asMap(bulletin, wording);
            map.put("countsOnly", KeptTo.json(query.sight()));
            return Replies.json(map);
        });
    }

    private ResponseEntity<byte[]> of(
            ReportingPeriod period, Query query, BiFunction<Bulletin, Wording, ResponseEntity<byte[]>> reply) {
        var asOf = asOf(period, query, clock);
        var dimensions = dimensions(query.text("by"));
        return store.read(transaction -> {
            var wording = new Wording(words.in(transaction, query.language()));
            return reply.apply(
                    Bulletin.of(period, asOf, dimensions, new SqlFigures(transaction, query.sight())), wording);
        });
    }

    /** As the request says; else as valid on the period's last day and known now. */
    static AsOf asOf(ReportingPeriod period, Query query, Clock clock) {
        var validOn = Optional.ofNullable(query.day("valid_on")).orElse(period.to());
        var knownAt = Optional.ofNullable(query.moment("known_at")).orElseGet(clock::instant);
        return new AsOf(validOn, knownAt);
    }

    private static Set<Dimension> dimensions(@Nullable String by) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        if (by != null) {
            for (var name : by.split(",")) {
                dimensions.add(Arrays.stream(Dimension.values())
                        .filter(dimension -> dimension.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.WRONG_CALL,
                                "nothing can be broken down by \"" + name + "\"; by "
                                        + Arrays.stream(Dimension.values())
                                                .map(dimension ->
                                                        dimension.name().toLowerCase(java.util.Locale.ROOT))
                                                .collect(Collectors.joining(", ")))));
            }
        }
        return dimensions;
    }
}
