// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.tables.TableKind;
import org.clearground.tables.print.TablePrinter;
import org.clearground.tables.store.TableQueries;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tables for others on pages, as workbooks, CSV and JSON. */
@RestController
final class TableController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    TableController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    private TablePrinter printer(Transaction transaction, Words spoken, String kind, Query query) {
        var asked = TableKind.of(kind);
        var period = period(transaction, query, spoken);
        var knownAt = query.moment("known_at");
        return new TablePrinter(
                new TableQueries(
                                transaction,
                                spoken,
                                period,
                                new AsOf(period.to(), knownAt == null ? clock.instant() : knownAt))
                        .draw(asked),
                spoken);
    }

    /** As asked; else the year of the newest report. */
    private ReportingPeriod period(Transaction transaction, Query query, Words spoken) {
        var named = query.text("period");
        if (named != null) {
            return Query.named(named);
        }
        if (query.text("from") != null || query.text("to") != null) {
            return query.period();
        }
        LocalDate newest = new SqlFigures(transaction)
                .newestDay()
                .orElseGet(() -> clock.instant().atZone(spoken.pack().zone()).toLocalDate());
        return ReportingPeriod.named(String.valueOf(newest.getYear()));
    }

    @GetMapping("/tables")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("table.title"), null, query.here());
            return Replies.page("tables.jte", Map.of("page", new TablePages.Overview(frame)));
        });
    }

    @GetMapping("/api/tables")
    ResponseEntity<byte[]> allAsJson() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("tables", Arrays.stream(TableKind.values()).map(TableKind::word).toList());
        return Replies.json(map);
    }

    @GetMapping("/tables/{kind}")
    ResponseEntity<byte[]> page(@PathVariable("kind") String kind, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var printer = printer(transaction, spoken, kind, query);
            var tables = printer.tables();
            var frame = Frame.of(
                    spoken,
                    printer.title() + ", " + tables.period(),
                    tables.sample() ? spoken.say("bulletin.sample") : null,
                    query.here());
            return Replies.page("table.jte", Map.of("page", new TablePages.KindPage(printer, frame)));
        });
    }

    @GetMapping("/api/tables/{kind}")
    ResponseEntity<byte[]> json(@PathVariable("kind") String kind, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(
                transaction -> Replies.json(printer(transaction, words.in(transaction, query.language()), kind, query)
                        .json()));
    }

    @GetMapping("/api/tables/{kind}.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable("kind") String kind, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var printer = printer(transaction, words.in(transaction, query.language()), kind, query);
            return file(printer.fileName("xlsx"), XLSX, printer.workbook());
        });
    }

    @GetMapping("/api/tables/{kind}/{sheet}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable("kind") String kind, @PathVariable("sheet") String sheet, HttpServletRequest request) {
        var query = new Query(request);
        boolean tagged = "true".equals(query.text("hxl"));
        return store.read(transaction -> {
            var printer = printer(transaction, words.in(transaction, query.language()), kind, query);
            return file(
                    printer.fileName(sheet + (tagged ? ".hxl.csv" : ".csv")),
                    "text/csv;charset=UTF-8",
                    printer.csv(printer.tables().sheet(sheet), tagged).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    static List<String> kinds() {
        return Arrays.stream(TableKind.values()).map(TableKind::word).toList();
    }
}
