// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.packs.Words;
import org.clearground.reconciliation.OwnFigures;
import org.clearground.reconciliation.PublishedSeries;
import org.clearground.reconciliation.Whose;
import org.clearground.reconciliation.print.OwnFiguresText;
import org.clearground.reconciliation.print.SeriesText;
import org.clearground.reconciliation.store.Published;
import org.clearground.reconciliation.web.PublishedPages.ComparePage;
import org.clearground.reconciliation.web.PublishedPages.SeriesPage;
import org.clearground.statements.Measured;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was published over time, and beside our own registers. */
@RestController
final class PublishedController {

    private static final String SERIES = "/statements/series";
    private static final String COMPARE = "/statements/compare";

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    PublishedController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    private record Asked(Measured measured, Whose whose, List<PublishedSeries> series) {}

    private static Asked asked(Transaction transaction, Query query) {
        var measured = query.one("measure", Measured.AREA_CLEARED);
        var whose = query.one("whose", Whose.COUNTRY);
        return new Asked(
                measured,
                whose,
                Published.within(
                        Published.series(transaction, List.of(measured), whose),
                        day(query, "from", LocalDate.MIN),
                        day(query, "to", LocalDate.MAX)));
    }

    private static LocalDate day(Query query, String name, LocalDate otherwise) {
        var day = query.day(name);
        return day == null ? otherwise : day;
    }

    @GetMapping(SERIES)
    ResponseEntity<byte[]> series(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asked = asked(transaction, query);
            var step = query.text("step") == null
                    ? asked.series().stream()
                            .map(PublishedSeries::step)
                            .findFirst()
                            .orElse(PublishedSeries.Step.WEEK)
                    : query.one("step", PublishedSeries.Step.WEEK);
            var frame = Frame.of(spoken, spoken.say("published.title"), null, query.here());
            return Replies.page(
                    "publishedseries.jte",
                    Map.of("page", new SeriesPage(asked.series(), asked.measured(), asked.whose(), step, frame)));
        });
    }

    @GetMapping("/api" + SERIES)
    ResponseEntity<byte[]> seriesAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> Replies.json(
                SeriesText.json(asked(transaction, query).series(), words.in(transaction, query.language()))));
    }

    @GetMapping("/api" + SERIES + ".csv")
    ResponseEntity<byte[]> seriesAsCsv(HttpServletRequest request) {
        var query = new Query(request);
        var asked = store.<Asked>read(transaction -> asked(transaction, query));
        var rows = SeriesText.rows(asked.series());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"published-"
                                + asked.measured().word().replace('_', '-') + ".csv\"")
                .body(EditionDocuments.csv(rows.get(0), rows.subList(1, rows.size()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param first the first day looked at
     */
    private record Compared(List<OwnFigures> all, LocalDate first, LocalDate last) {}

    /** As asked for; else the year up to the newest day of which anything is reported. */
    private Compared compared(Transaction transaction, Query query, Words spoken) {
        var figures = new SqlFigures(transaction);
        var now = clock.instant();
        var today = now.atZone(spoken.pack().zone()).toLocalDate();
        var last = day(query, "to", figures.newestDay().orElse(today));
        var first = day(query, "from", last.minusYears(1).plusDays(1));
        return new Compared(Published.besideOurs(transaction, first, last, new AsOf(today, now), figures), first, last);
    }

    @GetMapping(COMPARE)
    ResponseEntity<byte[]> compare(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var compared = compared(transaction, query, spoken);
            boolean sample = compared.all().stream().anyMatch(OwnFigures::sample);
            var frame = Frame.of(
                    spoken, spoken.say("compared.title"), sample ? spoken.say("bulletin.sample") : null, query.here());
            return Replies.page(
                    "compared.jte",
                    Map.of("page", new ComparePage(compared.all(), compared.first(), compared.last(), frame)));
        });
    }

    @GetMapping("/api" + COMPARE)
    ResponseEntity<byte[]> compareAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            return Replies.json(
                    OwnFiguresText.json(compared(transaction, query, spoken).all(), spoken));
        });
    }
}
