// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Words;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.WrittenNumber.DecimalMark;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.intake.FileHeadings;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.RememberedMappings;
import org.clearground.reports.store.WaitingUpload;
import org.clearground.reports.store.WaitingUploads;
import org.clearground.reports.web.ImportPages.ColumnsPage;
import org.clearground.reports.web.ImportPages.StartPage;
import org.clearground.storage.Store;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Brings a file of reports in, and says what its columns mean. */
@RestController
final class ImportController {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1251"),
            Charset.forName("windows-1254"),
            Charset.forName("ISO-8859-9"));

    private final Store store;
    private final PageWords words;
    private final WaitingUploads uploads;

    ImportController(Store store, PageWords words, WaitingUploads uploads) {
        this.store = store;
        this.words = words;
        this.uploads = uploads;
    }

    /** One that whoever asks brought; that of another account answers like one that does not exist. */
    static WaitingUpload find(WaitingUploads uploads, String id, HttpServletRequest request) {
        return uploads.find(id, Visitor.of(request).name())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "no file waits here; it was taken in, thrown away, or never sent"));
    }

    /** Another page of this site, to be asked for anew. */
    static ResponseEntity<byte[]> seeOther(String path, HttpServletRequest request) {
        return ResponseEntity.status(303)
                .header(
                        "Location",
                        new Address(path, Map.of())
                                .with("lang", request.getParameter("lang"))
                                .toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GetMapping("/import")
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var waiting = uploads.list(visitor.name());
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(spoken, spoken.say("import.title"), null, query.here(), null);
            return Replies.page(
                    "importstart.jte",
                    Map.of(
                            "page",
                            new StartPage(
                                    FormToken.of(request),
                                    PackForms.ids(spoken.pack()).stream()
                                            .map(id -> PackForms.form(spoken.pack(), id))
                                            .toList(),
                                    visitor.sight().organisation(),
                                    List.copyOf(OrganisationRegister.all(transaction).keySet().stream()
                                            .sorted(java.util.Comparator.comparing(spoken::name))
                                            .toList()),
                                    waiting,
                                    frame)));
        });
    }

    @PostMapping("/import")
    ResponseEntity<byte[]> upload(
            @RequestParam("file") MultipartFile file,
            @RequestParam("form") String form,
            @RequestParam(name = "organisation", defaultValue = "") String stated,
            HttpServletRequest request) {
        var visitor = Visitor.of(request);
        var organisation = sender(visitor, stated);
        var definition = store.read(transaction -> {
            if (organisation != null && !OrganisationRegister.all(transaction).containsKey(organisation)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "there is no organisation \"" + organisation + "\" in the pack");
            }
            return PackForms.form(words.in(transaction, null).pack(), form);
        });
        if (file.isEmpty()) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "choose a file that is not empty; nothing was kept");
        }
        var id = uploads.keep(
                file::transferTo, file.getOriginalFilename(), visitor.name(), organisation, definition.id());
        var upload = find(uploads, id, request);
        try {
            recall(upload, definition);
        } catch (ProblemException unreadable) {
            uploads.drop(upload);
            throw unreadable;
        }
        return seeOther("/import/" + id, request);
    }

    /**
     * The body that a file is of.
     *
     * @return null where whoever sends it is of none and states none
     */
    static @Nullable String sender(Visitor visitor, String stated) {
        var own = visitor.sight().organisation();
        if (own != null && !stated.isBlank() && !stated.strip().equals(own)) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED, "this account sends files of " + own + " only; nothing was kept");
        }
        return own != null ? own : stated.isBlank() ? null : stated.strip();
    }

    /** Takes the mapping by which a file with these headings was read last. */
    private void recall(WaitingUpload upload, FormDefinition form) {
        var file = upload.file();
        FileHeadings.of(file, form, Mapping.NONE);
        var remembered =
                store.read(transaction -> RememberedMappings.of(transaction, upload.organisation(), upload.form()));
        for (var mapping : remembered) {
            if (fits(upload, form, mapping)) {
                uploads.setMapping(upload, mapping);
                return;
            }
        }
    }

    private static boolean fits(WaitingUpload upload, FormDefinition form, Mapping mapping) {
        try {
            return FileHeadings.of(upload.file(), form, mapping).fits(mapping);
        } catch (ProblemException otherwise) {
            return false; // of a sheet or a character set that this file does not have
        }
    }

    @GetMapping("/import/{id}")
    ResponseEntity<byte[]> columns(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var upload = find(uploads, id, request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var form = PackForms.form(spoken.pack(), upload.form());
            return columns(request, upload, form, spoken, query.here());
        });
    }

    private static ResponseEntity<byte[]> columns(
            HttpServletRequest request, WaitingUpload upload, FormDefinition form, Words spoken, Address here) {
        var headings = FileHeadings.of(upload.file(), form, upload.mapping());
        var frame = new Frame(spoken, spoken.say("import.columns") + " " + upload.fileName(), null, here, null);
        return Replies.page(
                "importcolumns.jte",
                Map.of(
                        "page",
                        new ColumnsPage(
                                FormToken.of(request),
                                upload,
                                form,
                                headings,
                                CHARSETS.stream().map(Charset::name).toList(),
                                frame)));
    }

    @PostMapping("/import/{id}/columns")
    ResponseEntity<byte[]> match(@PathVariable("id") String id, HttpServletRequest request) {
        var upload = find(uploads, id, request);
        var form = store.read(
                transaction -> PackForms.form(words.in(transaction, null).pack(), upload.form()));
        boolean again = "again".equals(request.getParameter("step"));
        var mapping = again ? table(upload, request) : matched(upload, form, request);
        var headings = FileHeadings.of(upload.file(), form, mapping); // says what cannot be, before it is kept
        if (!again && headings.columns().stream().allMatch(column -> column.question() == null)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "no column of " + upload.fileName() + " answers a question of form " + form.id()
                            + "; go back and choose one at least, or another heading row");
        }
        if (!mapping.equals(upload.mapping())) {
            uploads.setMapping(upload, mapping);
        }
        return seeOther(again ? "/import/" + id : "/import/" + id + "/preview", request);
    }

    /** Where the table is: with another sheet or heading row, what was chosen of columns holds no more. */
    private static Mapping table(WaitingUpload upload, HttpServletRequest request) {
        var kept = upload.mapping();
        return new Mapping(
                Map.of(),
                kept.values(),
                kept.constants(),
                kept.decimalMark(),
                kept.separator(),
                charset(request),
                text(request, "sheet"),
                headingRow(request));
    }

    private static Mapping matched(WaitingUpload upload, FormDefinition form, HttpServletRequest request) {
        var kept = upload.mapping();
        var meanings = FileHeadings.meanings(form);
        var columns = new LinkedHashMap<String, String>();
        for (var column : FileHeadings.of(upload.file(), form, kept).columns()) {
            var chosen = request.getParameter("c" + column.index());
            if (chosen == null) {
                chosen = column.question() == null ? "" : column.question();
            }
            if (!chosen.isEmpty() && !meanings.contains(chosen)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "form " + form.id() + " has no question \"" + chosen + "\"; choose one of the list");
            }
            if (!chosen.equals(column.guessed() == null ? "" : column.guessed())) {
                columns.put(column.heading(), chosen.isEmpty() ? FileHeadings.NOT_READ : chosen);
            }
        }
        var constants = new LinkedHashMap<String, String>();
        kept.constants().forEach((question, value) -> {
            if (request.getParameter("k." + question) == null) {
                constants.put(question, value);
            }
        });
        for (var question : form.questions()) {
            var value = text(request, "k." + question.name());
            if (value != null) {
                constants.put(question.name(), value);
            }
        }
        return new Mapping(
                columns,
                kept.values(),
                constants,
                mark(request),
                kept.separator(),
                kept.charset(),
                kept.sheet(),
                kept.headingRow());
    }

    private static @Nullable DecimalMark mark(HttpServletRequest request) {
        var stated = request.getParameter("decimal");
        return switch (stated == null ? "" : stated) {
            case "" -> null;
            case "." -> DecimalMark.POINT;
            case "," -> DecimalMark.COMMA;
            default ->
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "the decimal mark is \".\" or \",\", not \"" + stated + "\"");
        };
    }

    private static @Nullable Charset charset(HttpServletRequest request) {
        var stated = text(request, "encoding");
        if (stated == null) {
            return null;
        }
        return CHARSETS.stream()
                .filter(charset -> charset.name().equals(stated))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL, "encoding \"" + stated + "\" is none of the list"));
    }

    private static @Nullable Integer headingRow(HttpServletRequest request) {
        var stated = text(request, "row");
        try {
            if (stated == null) {
                return null;
            }
            int row = Integer.parseInt(stated);
            if (row >= 1 && row <= 1_000_000) {
                return row;
            }
        } catch (NumberFormatException noNumber) {
            // told below with every other number that is no row
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL, "the heading row is a row from 1 on, not \"" + stated + "\"");
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    @PostMapping("/import/{id}/discard")
    ResponseEntity<byte[]> discard(@PathVariable("id") String id, HttpServletRequest request) {
        uploads.drop(find(uploads, id, request));
        return seeOther("/import", request);
    }
}
