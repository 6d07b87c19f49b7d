// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.packs.Words;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.ImportRecord;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.WaitingImport;
import org.clearground.reports.web.ReportPages.SubmissionPage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submissions: what arrived, byte for byte, and what became of it. */
@RestController
final class SubmissionController {

    private static final int LONGEST_REASON = 2_000;

    private final Store store;
    private final PageWords words;
    private final WaitingImport imports;

    SubmissionController(Store store, PageWords words, WaitingImport imports) {
        this.store = store;
        this.words = words;
        this.imports = imports;
    }

    @GetMapping("/submissions/{digest}")
    ResponseEntity<byte[]> page(@PathVariable("digest") String text, HttpServletRequest request) {
        var query = new Query(request);
        var digest = Query.digest(text);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var queries = new ReportQueries(transaction, query.sight());
            var submission = find(queries, digest);
            var list = ReportList.of(queries, null, digest, query);
            var frame = Frame.of(
                    spoken,
                    spoken.say("page.submission") + " " + submission.fileName(),
                    submission.sample() ? spoken.say("page.sample.reports") : null,
                    query.here());
            return Replies.page(
                    transaction,
                    "submission.jte",
                    Map.of(
                            "page",
                            new SubmissionPage(
                                    submission,
                                    ImportRecord.of(transaction, digest),
                                    mayTakeBack(Visitor.of(request), submission) ? FormToken.of(request) : null,
                                    Visitor.of(request).name() == null,
                                    list.reports(),
                                    queries.findingsAboutFile(digest),
                                    queries.links(digest),
                                    frame.turn(list.previous()),
                                    frame.turn(list.next()),
                                    frame)));
        });
    }

    /**
     * Whether whoever asks sent it: the account, or one of the body that it was sent for. Where nobody has an account,
     * everybody at this machine did.
     */
    private static boolean mayTakeBack(Visitor visitor, ReportQueries.Submission submission) {
        var account = visitor.account();
        return visitor.opens().test("/import")
                && (account == null
                        || account.name().equals(submission.actor())
                        || account.organisation() != null
                                && account.organisation().equals(submission.organisation()));
    }

    @PostMapping("/submissions/{digest}/undo")
    ResponseEntity<byte[]> undo(
            @PathVariable("digest") String text,
            @RequestParam("reason") String reason,
            @RequestParam(name = "person", required = false) @Nullable String stated,
            HttpServletRequest request) {
        var digest = Query.digest(text);
        var visitor = Visitor.of(request);
        var submission = store.read(transaction -> find(new ReportQueries(transaction, visitor.sight()), digest));
        if (!mayTakeBack(visitor, submission)) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "only who sent a file can take it back; ask them, or return its reports");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the reason has more than " + LONGEST_REASON + " characters; shorten it");
        }
        imports.undo(digest, reason, visitor.person(stated));
        return ImportController.seeOther("/submissions/" + digest.hex(), request);
    }

    @GetMapping("/api/submissions/{digest}")
    ResponseEntity<byte[]> json(@PathVariable("digest") String text, HttpServletRequest request) {
        var query = new Query(request);
        var digest = Query.digest(text);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var queries = new ReportQueries(transaction, query.sight());
            var submission = find(queries, digest);
            if (visitor.device() && !isOf(visitor, submission)) {
                throw nothing(digest); // of the country's records, a device sees what it or its body sent
            }
            return Replies.json(
                    transaction, json(transaction, submission, query, words.in(transaction, query.language())));
        });
    }

    /** Whether a file came from the account of whoever asks, or from its body. */
    static boolean isOf(Visitor visitor, ReportQueries.Submission submission) {
        var account = visitor.account();
        return account != null
                && (account.name().equals(submission.actor()) || visitor.sight().organisation() != null);
    }

    /** What is on record of a file, with the first of its reports. */
    static Map<String, @Nullable Object> json(
            Transaction transaction, ReportQueries.Submission submission, Query query, Words spoken) {
        var digest = submission.digest();
        var queries = new ReportQueries(transaction, query.sight());
        var list = ReportList.of(queries, null, digest, query);
        var here = new Address("/api/submissions/" + digest.hex(), Map.of()).with("lang", query.language());
        var map = ReportJson.submission(
                submission, queries.findingsAboutFile(digest), queries.links(digest), list.reports(), spoken);
        map.put("import", ReportJson.importRecord(ImportRecord.of(transaction, digest)));
        map.put("nextAt", list.more() ? here.with("page", list.next()).toString() : null);
        return map;
    }

    /** Everything in a submission is somebody else's: it is saved, never shown as a page of ours. */
    @GetMapping("/submissions/{digest}/content")
    void content(@PathVariable("digest") String text, HttpServletRequest request, HttpServletResponse response) {
        var digest = Query.digest(text);
        var query = new Query(request);
        store.read(transaction -> {
            var queries = new ReportQueries(transaction, query.sight());
            var submission = find(queries, digest);
            response.setContentType(mediaType(submission.mediaType()));
            response.setContentLengthLong(submission.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(submission.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!request.getMethod().equals("HEAD")) {
                try {
                    queries.copyContent(digest, response.getOutputStream());
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
            return digest;
        });
    }

    private static String mediaType(String kept) {
        try {
            return MediaType.parseMediaType(kept).toString();
        } catch (InvalidMediaTypeException unreadable) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }

    private static ReportQueries.Submission find(ReportQueries queries, Digest digest) {
        return queries.findSubmission(digest).orElseThrow(() -> nothing(digest));
    }

    private static ProblemException nothing(Digest digest) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no submission " + digest);
    }
}
