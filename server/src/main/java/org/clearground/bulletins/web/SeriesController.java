// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Series;
import org.clearground.bulletins.Series.Step;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.storage.Store;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Figures over time, as a chart with its table, as JSON and as CSV. */
@RestController
final class SeriesController {

    /** Each value is asked for by itself; so many are answered in a second or two. */
    private static final int MOST_VALUES = 800;

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    SeriesController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    private record Found(Series series, @Nullable Dimension by, boolean sample, Wording wording) {}

    @GetMapping("/figures/{name}/series")
    ResponseEntity<byte[]> page(@PathVariable("name") String name, HttpServletRequest request) {
        var query = new Query(request);
        var found = find(name, query);
        var wording = found.wording();
        var frame = Frame.of(
                wording.words(),
                wording.label(found.series().definition()) + ", " + wording.say("series.title"),
                found.sample() ? wording.say("bulletin.sample") : null,
                query.here());
        return Replies.page("series.jte", Map.of("page", new SeriesPage(found.series(), found.by(), wording, frame)));
    }

    @GetMapping("/api/figures/{name}/series")
    ResponseEntity<byte[]> json(@PathVariable("name") String name, HttpServletRequest request) {
        var query = new Query(request);
        var found = find(name, query);
        var series = found.series();
        var wording = found.wording();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("figure", series.definition().published());
        map.put("unit", series.definition().unit().name());
        map.put("step", series.step().name().toLowerCase(Locale.ROOT));
        map.put("validOn", series.asOf().validOn().toString());
        map.put("knownAt", Ledger.written(series.asOf().knownAt()));
        map.put("sample", found.sample());
        map.put("notice", found.sample() ? wording.say("bulletin.sample") : null);
        map.put("caution", wording.say("bulletin.caution"));
        map.put("countsOnly", KeptTo.json(query.sight()));
        map.put("lines", series.lines().stream().map(line -> line(line, found)).toList());
        return Replies.json(map);
    }

    private static Map<String, @Nullable Object> line(Series.Line line, Found found) {
        var sums = line.cumulative();
        var values = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < sums.size(); i++) {
            var figure = line.figures().get(i);
            var value = new LinkedHashMap<String, @Nullable Object>();
            value.put("from", figure.scope().period().from().toString());
            value.put("to", figure.scope().period().to().toString());
            value.put("value", orNull(figure.value()));
            value.put("cumulative", orNull(sums.get(i)));
            value.put("rows", figure.rows());
            value.put("rowsAt", "/api" + JsonPrinter.address(figure));
            values.add(value);
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("key", line.key());
        map.put("label", SeriesPage.label(line, found.by(), found.wording()));
        map.put("values", values);
        return map;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    @GetMapping("/api/figures/{name}/series.csv")
    ResponseEntity<byte[]> csv(@PathVariable("name") String name, HttpServletRequest request) {
        var query = new Query(request);
        var found = find(name, query);
        var series = found.series();
        var text = new StringWriter();
        write(series, found.sample(), KeptTo.text(query.sight()), text);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + series.definition().published() + "-series.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Series series, boolean sample, String countsOnly, StringWriter text) {
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "figure",
                    "unit",
                    "key",
                    "period_from",
                    "period_to",
                    "value",
                    "cumulative",
                    "rows",
                    "sample",
                    "counts_only");
            for (var line : series.lines()) {
                var sums = line.cumulative();
                for (int i = 0; i < sums.size(); i++) {
                    var figure = line.figures().get(i);
                    csv.writeRecord(
                            series.definition().published(),
                            series.definition().unit().name(),
                            line.key() == null ? "" : line.key(),
                            figure.scope().period().from().toString(),
                            figure.scope().period().to().toString(),
                            written(figure.value()),
                            written(sums.get(i)),
                            String.valueOf(figure.rows()),
                            String.valueOf(sample),
                            countsOnly);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String written(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
    }

    private Found find(String name, Query query) {
        var definition = FigureController.definition(name);
        var step = query.one("step", Step.WEEK);
        var by = query.text("by") == null ? null : query.one("by", Dimension.BODY);
        if (by != null && by != Dimension.BODY && by != Dimension.DISTRICT) {
            throw wrong("a series is split by body or by district");
        }
        return store.read(transaction -> {
            var figures = new SqlFigures(transaction, query.sight());
            var period = period(query, figures, step);
            var steps = step.touching(period);
            var whole = new ReportingPeriod(
                    steps.get(0).from(), steps.get(steps.size() - 1).to());
            var asOf = BulletinController.asOf(whole, query, clock);
            long lines =
                    by == null ? 1 : figures.breakdown(by, whole, asOf).lines().size();
            if (steps.size() * lines > MOST_VALUES) {
                throw wrong("that is " + steps.size() * lines + " values, more than " + MOST_VALUES
                        + "; ask for a shorter period or a longer step");
            }
            return new Found(
                    by == null
                            ? Series.of(definition, whole, step, asOf, figures)
                            : Series.by(by, definition, whole, step, asOf, figures),
                    by,
                    figures.contributors(whole, asOf).sample(),
                    new Wording(words.in(transaction, query.language())));
        });
    }

    /** As asked; else a year of weeks, five years of months or twenty of years, up to the newest report. */
    private ReportingPeriod period(Query query, SqlFigures figures, Step step) {
        if (query.text("from") != null || query.text("to") != null) {
            return query.period();
        }
        var last = figures.newestDay().orElseGet(() -> LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
        return new ReportingPeriod(
                switch (step) {
                    case WEEK -> last.minusWeeks(51);
                    case MONTH -> last.minusMonths(59);
                    case YEAR -> last.minusYears(19);
                },
                last);
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
