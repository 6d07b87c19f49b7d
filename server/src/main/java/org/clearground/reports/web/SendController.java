// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.FileArrival;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.Intake;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.Store;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes a file in from a programme: a device in the field, by its key. The same as {@code clearground import}, without
 * approving anything.
 *
 * <p>What it answers is what is on record, read after the file was written to the disk. So the same file sent again, because
 * the first answer never arrived, is answered in the same way and adds nothing.
 */
@RestController
final class SendController {

    /** Beside files that wait on pages: what a power cut leaves here was never acknowledged. */
    private static final String FOLDER = "uploads";

    private final Store store;
    private final PageWords words;
    private final Intake intake;

    SendController(Store store, PageWords words, Intake intake) {
        this.store = store;
        this.words = words;
        this.intake = intake;
    }

    @PostMapping("/api/reports")
    ResponseEntity<byte[]> send(
            @RequestParam("file") MultipartFile file,
            @RequestParam("form") String form,
            @RequestParam(name = "organisation", defaultValue = "") String stated,
            @RequestParam(name = "person", required = false) @Nullable String person,
            HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        store.read(transaction -> words.in(transaction, query.language())); // refuses what it cannot answer in
        var result = take(
                file,
                path -> new ImportRequest(
                        path,
                        form,
                        ImportController.sender(visitor, stated),
                        Mapping.NONE,
                        false,
                        false,
                        visitor.person(person)));
        var digest = result.submission();
        Optional<Map<String, @Nullable Object>> onRecord =
                store.read(transaction -> new ReportQueries(transaction, query.sight())
                        .findSubmission(digest)
                        .filter(submission -> !visitor.device() || SubmissionController.isOf(visitor, submission))
                        .map(submission -> SubmissionController.json(
                                transaction, submission, query, words.in(transaction, query.language()))));
        var map = onRecord.orElseThrow(() -> new ProblemException(
                ProblemCode.CHANGED_MEANWHILE,
                "a file of the same bytes is on record already, but not as one of yours; nothing was added, and sending"
                        + " it again changes nothing: ask the authority"));
        return result.importedBefore() == null
                ? Replies.created("/api/submissions/" + digest.hex(), map)
                : Replies.json(map);
    }

    /** What is asked of a file once it is known where it lies. */
    private interface Asking {
        ImportRequest of(Path path);
    }

    private ImportResult take(MultipartFile file, Asking asking) {
        return FileArrival.passing(
                file::transferTo,
                file.getOriginalFilename(),
                store.directory().resolve(FOLDER),
                received -> intake.imports()
                        .run(
                                received,
                                asking.of(received.path()),
                                intake.country().get(),
                                reports -> {}));
    }
}
