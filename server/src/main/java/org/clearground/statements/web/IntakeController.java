// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.FileArrival;
import org.clearground.packs.Words;
import org.clearground.statements.Extraction;
import org.clearground.statements.Extractor;
import org.clearground.statements.Release;
import org.clearground.statements.ReleaseLanguage;
import org.clearground.statements.intake.FigureTable;
import org.clearground.statements.intake.PackExtractor;
import org.clearground.statements.intake.ReleaseFile;
import org.clearground.statements.store.StatementImport;
import org.clearground.statements.web.IntakePages.TablePage;
import org.clearground.statements.web.IntakePages.TextPage;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes statements in: tables of them, and the text of one, which is read before a person's eyes first. */
@RestController
final class IntakeController {

    private static final String TABLE = "/statements/import";
    private static final String TEXT = "/statements/extract";
    private static final String TAKE = "/statements/take";

    private static final String FOLDER = "uploads";

    /** How findings speak of a text that has no file. */
    private static final String NAME = "text";

    private final Store store;
    private final PageWords words;
    private final StatementImport intake;

    IntakeController(Store store, PageWords words, StatementImport intake) {
        this.store = store;
        this.words = words;
        this.intake = intake;
    }

    @GetMapping(TABLE)
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        return table(request, null);
    }

    @PostMapping(TABLE)
    ResponseEntity<byte[]> takeTable(@RequestParam("file") MultipartFile file, HttpServletRequest request) {
        return table(request, take(file, request));
    }

    private StatementImport.Result take(MultipartFile file, HttpServletRequest request) {
        var query = new Query(request);
        boolean dryRun =
                switch (String.valueOf(query.text("step"))) {
                    case "look" -> true;
                    case "take" -> false;
                    default ->
                        throw new ProblemException(
                                ProblemCode.WRONG_CALL,
                                "say with step whether to look or to take; nothing was taken in");
                };
        var person = dryRun ? "nobody" : Visitor.of(request).person(query.text("person"));
        return take(file::transferTo, file.getOriginalFilename(), corrections(query), dryRun, person);
    }

    private StatementImport.Result take(
            FileArrival arrival, @Nullable String name, boolean corrections, boolean dryRun, String person) {
        return FileArrival.passing(
                arrival,
                name,
                store.directory().resolve(FOLDER),
                received -> intake.run(new StatementImport.Request(received, corrections, dryRun, person)));
    }

    private static boolean corrections(Query query) {
        return "true".equals(query.text("corrections"));
    }

    private ResponseEntity<byte[]> table(HttpServletRequest request, StatementImport.@Nullable Result result) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, new Query(request).language());
            return Replies.page(
                    "statementimport.jte",
                    Map.of(
                            "page",
                            new TablePage(
                                    FormToken.of(request),
                                    Visitor.of(request).name() != null,
                                    result,
                                    frame(request, spoken, TABLE, "statement.import.title"))));
        });
    }

    /** Of the page alone: what was written into a form is in no link. */
    private static Frame frame(HttpServletRequest request, Words spoken, String address, String title) {
        var here = new Address(address, Map.of()).with("lang", request.getParameter("lang"));
        return new Frame(spoken, spoken.say(title), null, here, null);
    }

    @GetMapping(TEXT)
    ResponseEntity<byte[]> text(HttpServletRequest request) {
        return text(request, null, null, List.of());
    }

    @PostMapping(TEXT)
    ResponseEntity<byte[]> read(HttpServletRequest request) {
        var release = release(new Query(request));
        return text(request, release, extraction(release), List.of());
    }

    /** Takes in what was read, the text with it, as a table with a row for each figure. */
    @PostMapping(TAKE)
    ResponseEntity<byte[]> takeText(HttpServletRequest request) {
        var query = new Query(request);
        var release = release(query);
        var extraction = extraction(release);
        var number = required(query, "number", "write the number by which the statement shall be known, such as B301");
        var publisher = required(query, "publisher", "write who published it");
        var table = FigureTable.write(extraction.statement(release, number, publisher, query.text("address")));
        var result = take(
                path -> Files.writeString(path, table),
                "statement.csv",
                corrections(query),
                false,
                Visitor.of(request).person(query.text("person")));
        return result.leftOut() > 0
                ? text(request, release, extraction, result.findings())
                : Replies.seeOther(new Address("/statements/" + number, Map.of())
                        .with("lang", query.language())
                        .toString());
    }

    private static String required(Query query, String name, String otherwise) {
        var text = query.text(name);
        if (text == null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, otherwise + "; nothing was taken in");
        }
        return text;
    }

    private static Release release(Query query) {
        var text = required(query, "text", "give the text of the release");
        var code = query.text("language");
        try (var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return new Release(
                    NAME,
                    ReleaseFile.read("the text", bytes),
                    query.day("published"),
                    code == null ? null : ReleaseLanguage.of(code));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Extraction extraction(Release release) {
        return store.<Extractor>read(transaction ->
                        PackExtractor.of(words.in(transaction, null).pack()))
                .read(release);
    }

    private ResponseEntity<byte[]> text(
            HttpServletRequest request,
            @Nullable Release release,
            @Nullable Extraction extraction,
            List<Finding> left) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, request.getParameter("lang"));
            var values = new HashMap<String, Object>();
            values.put(
                    "page",
                    new TextPage(
                            FormToken.of(request),
                            Visitor.of(request).name() != null,
                            Visitor.of(request).opens().test(TABLE),
                            release,
                            extraction,
                            left,
                            frame(request, spoken, TEXT, "statement.extract.title")));
            return Replies.page("statementextract.jte", values);
        });
    }
}
