// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.statements.print.StatementText;
import org.clearground.statements.store.StatementQueries;
import org.clearground.statements.store.StatementQueries.File;
import org.clearground.statements.store.StatementQueries.Recorded;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Statements one by one, and the files that they came in. Their lists are registers. */
@RestController
final class StatementController {

    private final Store store;
    private final PageWords words;

    StatementController(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    @GetMapping("/statements/{number}")
    ResponseEntity<byte[]> page(@PathVariable("number") String number, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var recorded = find(transaction, number);
            var frame = Frame.of(spoken, spoken.say("statement.page") + " " + number, null, query.here());
            return Replies.page(
                    "statement.jte",
                    Map.of("page", new StatementPage(recorded, file(transaction, recorded.file()), frame)));
        });
    }

    @GetMapping("/api/statements/{number}")
    ResponseEntity<byte[]> json(@PathVariable("number") String number, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction ->
                Replies.json(StatementText.json(words.in(transaction, query.language()), find(transaction, number))));
    }

    /** Everything in such a file is somebody else's: it is saved, never shown as a page of ours. */
    @GetMapping("/statements/files/{digest}")
    ResponseEntity<byte[]> file(@PathVariable("digest") String text) {
        var digest = Query.digest(text);
        return store.read(transaction -> {
            var file = file(transaction, digest);
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "text/csv")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(Contents.read(transaction, digest));
        });
    }

    private static Recorded find(Transaction transaction, String number) {
        return new StatementQueries(transaction)
                .find(number)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "there is no statement \"" + number + "\""));
    }

    private static File file(Transaction transaction, Digest digest) {
        return new StatementQueries(transaction)
                .file(digest)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "there is no file of statements " + digest));
    }
}
