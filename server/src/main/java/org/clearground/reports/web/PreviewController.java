// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.print.AnswerDifference;
import org.clearground.reports.store.CorrectedRows;
import org.clearground.reports.store.FilePreview;
import org.clearground.reports.store.FilePreview.Kind;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.WaitingImport;
import org.clearground.reports.store.WaitingUpload;
import org.clearground.reports.store.WaitingUploads;
import org.clearground.reports.web.ImportPages.Choice;
import org.clearground.reports.web.ImportPages.PreviewPage;
import org.clearground.reports.web.ImportPages.Row;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.SmallMap;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a waiting file, and taking it in. */
@RestController
final class PreviewController {

    private static final int LENGTH = 50;
    private static final int LAST = 1_000_000;
    private static final Set<String> KNOWN = Set.of("only", "page", "lang");
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Store store;
    private final PageWords words;
    private final WaitingUploads uploads;
    private final FilePreview preview;
    private final CorrectedRows corrections;
    private final WaitingImport imports;

    PreviewController(
            Store store,
            PageWords words,
            WaitingUploads uploads,
            FilePreview preview,
            CorrectedRows corrections,
            WaitingImport imports) {
        this.store = store;
        this.words = words;
        this.uploads = uploads;
        this.preview = preview;
        this.corrections = corrections;
        this.imports = imports;
    }

    @GetMapping("/import/{id}/preview")
    ResponseEntity<byte[]> preview(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        for (var parameter : query.here().parameters().keySet()) {
            if (!KNOWN.contains(parameter)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "a preview knows no \"" + parameter + "\"; it knows only, page, lang");
            }
        }
        var upload = ImportController.find(uploads, id, request);
        var only = only(query.text("only"));
        long number = query.whole("page", 1, LAST, 1);
        var summary = preview.look(upload, query.sight());
        var lines = new ArrayList<FilePreview.Line>();
        preview.read(upload, (kind, ordinal) -> only == null || kind == only, (number - 1) * LENGTH, line -> {
            lines.add(line);
            return lines.size() <= LENGTH;
        });
        boolean more = lines.size() > LENGTH;
        return store.read(transaction -> page(
                transaction,
                request,
                query,
                upload,
                summary,
                more ? lines.subList(0, LENGTH) : lines,
                only,
                number,
                more));
    }

    private ResponseEntity<byte[]> page(
            Transaction transaction,
            HttpServletRequest request,
            Query query,
            WaitingUpload upload,
            FilePreview.Summary summary,
            List<FilePreview.Line> lines,
            @Nullable Kind only,
            long number,
            boolean more) {
        var spoken = words.in(transaction, query.language());
        var form = PackForms.form(spoken.pack(), upload.form());
        var corrected = corrections.of(upload);
        var queries = new ReportQueries(transaction, query.sight());
        var rows = new ArrayList<Row>();
        var now = new ArrayList<Geometry>();
        var earlier = new ArrayList<Geometry>();
        for (var line : lines) {
            var correction = corrected.get(line.ordinal());
            var read = correction == null ? line.read() : correction.read();
            now.addAll(places(read.report()));
            var stands = line.earlier() == null || line.kind() == Kind.SAME ? null : line.earlier();
            var detail = stands == null ? null : queries.find(stands).orElse(null);
            if (detail != null) {
                earlier.addAll(places(detail.report()));
            }
            rows.add(new Row(
                    line,
                    line.kind(),
                    correction != null,
                    read.findings(),
                    detail == null ? List.of() : differences(detail, read.report(), form, spoken),
                    line.earlier() == null || queries.find(line.earlier()).isEmpty()
                            ? null
                            : line.earlier().toString()));
        }
        var frame = new Frame(spoken, spoken.say("import.preview") + " " + upload.fileName(), null, query.here(), null);
        long resolved = corrected.values().stream()
                .filter(each -> !each.read().blocked())
                .count();
        return Replies.page(
                transaction,
                "importpreview.jte",
                Map.of(
                        "page",
                        new PreviewPage(
                                FormToken.of(request),
                                upload,
                                summary,
                                corrected.size(),
                                summary.count(Kind.ERROR) - resolved,
                                choices(summary, only, frame),
                                rows,
                                map(earlier, now, spoken),
                                Visitor.of(request).name() == null,
                                number > 1 ? frame.turn(String.valueOf(number - 1)) : null,
                                more ? frame.turn(String.valueOf(number + 1)) : null,
                                frame)));
    }

    private static List<AnswerDifference> differences(
            ReportQueries.Detail earlier, FieldReport later, FormDefinition form, Words spoken) {
        return AnswerDifference.between(earlier.report(), later, form, spoken);
    }

    private static @Nullable String map(List<Geometry> earlier, List<Geometry> now, Words spoken) {
        return now.isEmpty() && earlier.isEmpty()
                ? null
                : SmallMap.draw(earlier, now, spoken.say("import.map"), spoken);
    }

    /** Outlines and points of a report, as far as they can be drawn. */
    private static List<Geometry> places(FieldReport report) {
        var places = new ArrayList<Geometry>();
        add(report.answers(), places);
        report.repeats().values().forEach(all -> all.forEach(answers -> add(answers, places)));
        return places;
    }

    private static void add(Answers answers, List<Geometry> places) {
        for (var answer : answers.byQuestion().values()) {
            if (answer instanceof Answers.Answer.Shape shape
                    && !shape.value().polygons().isEmpty()) {
                places.add(shape.value().polygons());
            } else if (answer instanceof Answers.Answer.Point point) {
                places.add(GEOMETRIES.createPoint(
                        new Coordinate(point.value().longitude(), point.value().latitude())));
            }
        }
    }

    private static List<Choice> choices(FilePreview.Summary summary, @Nullable Kind only, Frame frame) {
        var choices = new ArrayList<Choice>();
        var here = java.util.Objects.requireNonNull(frame.here())
                .with("page", null)
                .with("lang", frame.words().language());
        choices.add(new Choice(
                null, summary.reports(), only == null, here.with("only", null).toString()));
        for (var kind : Kind.values()) {
            choices.add(new Choice(
                    kind,
                    summary.count(kind),
                    only == kind,
                    here.with("only", kind.name()).toString()));
        }
        return choices;
    }

    private static @Nullable Kind only(@Nullable String name) {
        try {
            return name == null ? null : Kind.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "no report of a preview is \"" + name + "\"; one is NEW, CHANGED, SAME or ERROR",
                    unknown);
        }
    }

    @PostMapping("/import/{id}/again")
    ResponseEntity<byte[]> again(@PathVariable("id") String id, HttpServletRequest request) {
        preview.lookAnew(
                ImportController.find(uploads, id, request), Visitor.of(request).sight());
        return ImportController.seeOther("/import/" + id + "/preview", request);
    }

    @PostMapping("/import/{id}/take")
    ResponseEntity<byte[]> take(
            @PathVariable("id") String id,
            @RequestParam("which") String which,
            @RequestParam(name = "person", required = false) @Nullable String stated,
            HttpServletRequest request) {
        var upload = ImportController.find(uploads, id, request);
        var person = Visitor.of(request).person(stated);
        var taken = taken(which);
        Sight sight = Visitor.of(request).sight();
        var summary = preview.look(upload, sight);
        var reasons = store.read(transaction -> {
            var spoken = words.in(transaction, request.getParameter("lang"));
            return new WaitingImport.Reasons(
                    spoken.say("import.reason.leftout"), spoken.say("import.reason.corrected"));
        });
        var result = imports.take(upload, summary.headings(), taken, person, reasons);
        return ImportController.seeOther("/submissions/" + result.submission().hex(), request);
    }

    private static WaitingImport.Taken taken(String which) {
        try {
            return WaitingImport.Taken.valueOf(which);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say whether to take ALL reports or the GOOD ones", unknown);
        }
    }
}
