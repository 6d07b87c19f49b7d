// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.intake.OutlineFile;
import org.clearground.reports.intake.TypedReport;
import org.clearground.reports.store.Drafts;
import org.clearground.reports.web.EntryPages.OutlinePage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Positions and outlines of a form before it is sent: taken from a file, or shown where they are. */
@RestController
final class EntryOutlineController {

    private static final long MOST_BYTES = 8L << 20;

    private final Store store;
    private final Clock clock;
    private final PageWords words;

    EntryOutlineController(Store store, Clock clock, PageWords words) {
        this.store = store;
        this.clock = clock;
        this.words = words;
    }

    /** A field of a draft that takes a position or an outline. */
    private record Target(FormDefinition form, Drafts.Draft draft, TypedReport typed, Question question) {
        boolean point() {
            return question.type() == QuestionType.POINT;
        }
    }

    private Target target(
            Transaction transaction, String formId, String id, @Nullable String field, HttpServletRequest request) {
        var draft = new Drafts(transaction, clock, DraftOwner.of(request).name())
                .find(formId, id)
                .orElseThrow(Drafts::gone);
        var form = PackForms.form(words.in(transaction, null).pack(), formId);
        var typed = TypedReport.ofJson(draft.answers());
        for (var question : form.questions()) {
            if (TypedReport.field(question.name()).equals(field)) {
                return new Target(form, draft, typed, drawable(question));
            }
        }
        for (var repeat : form.repeats()) {
            for (int row = 0; row < typed.rows(repeat.name()).size(); row++) {
                for (var question : repeat.questions()) {
                    if (TypedReport.field(repeat.name(), row, question.name()).equals(field)) {
                        return new Target(form, draft, typed, drawable(question));
                    }
                }
            }
        }
        throw noField();
    }

    private static Question drawable(Question question) {
        if (question.type() == QuestionType.POINT || question.type() == QuestionType.SHAPE) {
            return question;
        }
        throw noField();
    }

    private static ProblemException noField() {
        return new ProblemException(
                ProblemCode.WRONG_CALL,
                "this draft has no such field for a position or an outline; go back to the form");
    }

    @GetMapping("/enter/{form}/{draft}/outline")
    ResponseEntity<byte[]> ask(
            @PathVariable("form") String form, @PathVariable("draft") String id, HttpServletRequest request) {
        var query = new Query(request);
        return Replies.page(
                "enteroutline.jte",
                Map.of("page", page(form, id, query.text("field"), query.language(), null, request)));
    }

    private OutlinePage page(
            String form,
            String id,
            @Nullable String field,
            @Nullable String language,
            @Nullable String problem,
            HttpServletRequest request) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, language);
            var target = target(transaction, form, id, field, request);
            var back = new Address("/enter/" + form + "/" + id, Map.of()).with("lang", spoken.language());
            var here = back.at(back.path() + "/outline").with("field", field);
            return new OutlinePage(
                    FormToken.of(request),
                    here.path(),
                    String.valueOf(field),
                    target.question().labels().in(spoken.language()),
                    back + "#" + field,
                    problem,
                    new Frame(spoken, spoken.say("enter.file.title"), null, here, null));
        });
    }

    @PostMapping("/enter/{form}/{draft}/outline")
    ResponseEntity<byte[]> take(
            @PathVariable("form") String form,
            @PathVariable("draft") String id,
            @RequestParam("field") String field,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            HttpServletRequest request) {
        boolean point = store.read(
                transaction -> target(transaction, form, id, field, request).point());
        try {
            var text = text(file, point);
            store.<Boolean>write(transaction -> {
                var target = target(transaction, form, id, field, request);
                var changed = target.typed().withField(target.form(), field, text);
                new Drafts(transaction, clock, DraftOwner.of(request).name())
                        .keep(id, form, target.draft().title(), changed.json());
                return true;
            });
        } catch (ProblemException unfit) {
            if (unfit.code() == ProblemCode.UNREADABLE_SUBMISSION || unfit.code() == ProblemCode.SUBMISSION_TOO_LARGE) {
                return Replies.again(
                        "enteroutline.jte",
                        Map.of("page", page(form, id, field, language, unfit.getMessage(), request)));
            }
            throw unfit;
        }
        return Replies.seeOther(
                new Address("/enter/" + form + "/" + id, Map.of("check", "1")).with("lang", language) + "#" + field);
    }

    /**
     * Where the points of an outline are while it is still being written, for a map beside it: the same reader as that of
     * the report, so that the map never shows another place than will be read. It changes nothing; it is sent because an
     * outline is too long for an address.
     */
    @PostMapping("/api/enter/positions")
    ResponseEntity<byte[]> positions(@RequestParam("text") String text) {
        if (text.length() > EntryForm.LONGEST_OUTLINE) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "an outline has at most " + EntryForm.LONGEST_OUTLINE + " characters; send it as a file");
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        var points = new ArrayList<@Nullable Object>();
        boolean one = true;
        try {
            for (var position : WrittenGeometry.readEach(text)) {
                points.add(position.map(read -> List.of(read.longitude(), read.latitude()))
                        .orElse(null));
            }
        } catch (UnreadableGeometryException notOneOutline) {
            one = false;
        }
        map.put("one", one);
        map.put("points", points);
        return Replies.json(map);
    }

    private String text(MultipartFile sent, boolean point) {
        var name = String.valueOf(sent.getOriginalFilename()).toLowerCase(Locale.ROOT);
        var ending = name.endsWith(".kml") ? ".kml" : name.endsWith(".json") ? ".json" : ".geojson";
        if (!name.matches(".*\\.(kml|geojson|json)")) {
            throw new ProblemException(
                    ProblemCode.UNREADABLE_SUBMISSION, "choose a file whose name ends in .kml, .geojson or .json");
        }
        if (sent.getSize() > MOST_BYTES) {
            throw new ProblemException(
                    ProblemCode.SUBMISSION_TOO_LARGE,
                    "the file has more than " + (MOST_BYTES >> 20) + " MiB; choose one with this outline alone");
        }
        try {
            var folder = Files.createTempDirectory(
                    Files.createDirectories(store.directory().resolve("web")), "outline");
            Path file = folder.resolve("outline" + ending);
            try {
                sent.transferTo(file);
                return OutlineFile.read(file, point);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
