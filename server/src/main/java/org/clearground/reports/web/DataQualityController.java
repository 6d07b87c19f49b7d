// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.store.FindingTally;
import org.clearground.reports.store.FindingTally.Line;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.web.QualityPages.FindingPage;
import org.clearground.reports.web.QualityPages.Repair;
import org.clearground.reports.web.QualityPages.TallyPage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.SmallMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The findings of all reports: counted, and each with its place and, where there is one, a proposed repair. */
@RestController
final class DataQualityController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final Desk desk;

    DataQualityController(Store store, PageWords words, Clock clock, Desk desk) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.desk = desk;
    }

    @GetMapping("/data-quality")
    ResponseEntity<byte[]> tally(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var tally = FindingTally.of(transaction, query.sight(), clock.instant());
            var frame = Frame.of(
                    spoken,
                    spoken.say("quality.title"),
                    tally.sample() ? spoken.say("page.sample.reports") : null,
                    query.here());
            return Replies.page("dataquality.jte", Map.of("page", new TallyPage(tally, frame)));
        });
    }

    @GetMapping("/api/data-quality")
    ResponseEntity<byte[]> tallyAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var tally = FindingTally.of(transaction, query.sight(), clock.instant());
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("sample", tally.sample());
            map.put("total", json(tally.total(), null));
            FindingTally.things().forEach((name, thing) -> {
                var lines = new ArrayList<Map<String, @Nullable Object>>();
                tally.by(thing).forEach(line -> lines.add(json(line, name)));
                map.put(name, lines);
            });
            return Replies.json(map);
        });
    }

    private static Map<String, @Nullable Object> json(Line line, @Nullable String name) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (name != null) {
            map.put(name, line.key().isEmpty() ? null : line.key());
        }
        map.put("waitingBlocking", line.blocking());
        map.put("waitingWarnings", line.warnings());
        map.put("approved", line.approved());
        return map;
    }

    @GetMapping("/data-quality/{finding}")
    ResponseEntity<byte[]> finding(@PathVariable("finding") String number, HttpServletRequest request) {
        var query = new Query(request);
        long key = number(number);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var queries = new ReportQueries(transaction, query.sight());
            var found = queries.findFinding(key).orElseThrow(() -> nothing(number));
            var detail = queries.find(found.report()).orElseThrow(() -> nothing(number));
            var form = PackForms.form(spoken.pack(), detail.summary().form());
            var repairs = ReportRepair.isRepairable(found.finding().code())
                    ? ReportRepair.of(detail.report(), FindingPictureController.district(transaction, detail.report()))
                    : List.<ReportRepair>of();
            var frame = new Frame(
                    spoken,
                    spoken.say("quality.finding") + " " + found.finding().code().name(),
                    detail.summary().sample() ? spoken.say("page.sample.reports") : null,
                    query.here(),
                    null);
            var shown = new ArrayList<Repair>();
            for (var repair : repairs) {
                shown.add(new Repair(repair, form, map(detail, repair, spoken)));
            }
            var values = new LinkedHashMap<String, Object>();
            values.put(
                    "page",
                    new FindingPage(
                            found.finding(),
                            detail,
                            where(transaction, detail, found.finding(), spoken),
                            shown,
                            desk.part(transaction, found.report(), null, request),
                            frame));
            return Replies.page("dataqualityfinding.jte", values);
        });
    }

    /** The outline as written, with what is wrong about it; null where nothing can be drawn. */
    private static @Nullable String where(
            Transaction transaction, ReportQueries.Detail detail, Finding finding, Words spoken) {
        var limits = PackParameters.national(spoken.pack()).limits();
        var picture = ReportPicture.of(
                detail.report(),
                List.of(finding),
                limits.outline(),
                FindingPictureController.district(transaction, detail.report()));
        var outlines = new ArrayList<Geometry>();
        detail.report().answers().byQuestion().values().forEach(answer -> {
            if (answer instanceof Answer.Shape shape) {
                outlines.add(shape.value().polygons());
            }
        });
        var marks = picture.things().stream()
                .filter(thing -> thing.code() == finding.code())
                .map(thing -> thing.drawn().geometry())
                .toList();
        return outlines.isEmpty() && marks.isEmpty()
                ? null
                : SmallMap.draw(outlines, marks, spoken.say("quality.where"), spoken);
    }

    /** Both outlines: dashed as written, whole as repaired; null for a point. */
    private static @Nullable String map(ReportQueries.Detail detail, ReportRepair repair, Words spoken) {
        var answers = repair.repeat() == null
                ? detail.report().answers()
                : detail.report().repeat(repair.repeat()).get(repair.row());
        var written = answers.shape(repair.question());
        return written != null && repair.repaired() instanceof Answer.Shape repaired
                ? SmallMap.draw(
                        List.of(written.polygons()),
                        List.of(repaired.value().polygons()),
                        spoken.say("quality.repair.map"),
                        spoken)
                : null;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "\"" + text + "\" is no finding; findings have whole numbers", wrong);
        }
    }

    private static ProblemException nothing(String number) {
        return new ProblemException(
                ProblemCode.NOT_FOUND,
                "there is no finding " + number + "; its report may have been read again or corrected since");
    }
}
