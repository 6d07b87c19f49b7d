// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandActKind;
import org.clearground.land.print.CertificateJson;
import org.clearground.land.print.CertificatePage;
import org.clearground.land.store.Certificate;
import org.clearground.land.store.Certificates;
import org.clearground.land.web.LandPages.VerifyPage;
import org.clearground.reports.ReportId;
import org.clearground.storage.Store;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Completion reports and handover certificates, and the check of a paper by its code. */
@RestController
final class CertificateController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    CertificateController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/land/certificates/{id}")
    ResponseEntity<byte[]> certificate(@PathVariable("id") String id, HttpServletRequest request) {
        return page(id, LandActKind.HANDED_OVER, new Query(request));
    }

    @GetMapping("/land/completions/{id}")
    ResponseEntity<byte[]> completion(@PathVariable("id") String id, HttpServletRequest request) {
        return page(id, LandActKind.CLEARANCE_COMPLETED, new Query(request));
    }

    @GetMapping("/api/land/certificates/{id}")
    ResponseEntity<byte[]> certificateAsJson(@PathVariable("id") String id, HttpServletRequest request) {
        return json(id, LandActKind.HANDED_OVER, new Query(request));
    }

    @GetMapping("/api/land/completions/{id}")
    ResponseEntity<byte[]> completionAsJson(@PathVariable("id") String id, HttpServletRequest request) {
        return json(id, LandActKind.CLEARANCE_COMPLETED, new Query(request));
    }

    private ResponseEntity<byte[]> page(String id, LandActKind kind, Query query) {
        var report = id(id);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var certificates = new Certificates(transaction, query.sight());
            var certificate = find(certificates, report, kind);
            var since = certificates.since(certificate, new Asked(query, clock, spoken).knownAt());
            var frame = Frame.of(
                    spoken,
                    CertificatePage.title(certificate, spoken),
                    LandController.notice(spoken, certificate.claim().sample()),
                    query.here());
            return Replies.html(CertificatePage.html(transaction, certificate, since, frame));
        });
    }

    private ResponseEntity<byte[]> json(String id, LandActKind kind, Query query) {
        var report = id(id);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var certificates = new Certificates(transaction, query.sight());
            var certificate = find(certificates, report, kind);
            var since = certificates.since(certificate, new Asked(query, clock, spoken).knownAt());
            return Replies.json(transaction, CertificateJson.of(certificate, since, spoken));
        });
    }

    private static Certificate find(Certificates certificates, ReportId report, LandActKind kind) {
        return certificates
                .find(report, kind)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        kind == LandActKind.HANDED_OVER
                                ? "there is no approved handover " + report
                                : "there is no approved completion report " + report));
    }

    private static ReportId id(String text) {
        try {
            return new ReportId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no report's id; one looks like 0f8fad5b-d9cb-869f-a165-70867728950e",
                    unreadable);
        }
    }

    @GetMapping("/land/verify")
    ResponseEntity<byte[]> verify(HttpServletRequest request) {
        var query = new Query(request);
        var typed = query.text("code");
        var digits = typed == null ? null : digits(typed);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var certificates = new Certificates(transaction);
            var found =
                    digits == null ? null : certificates.findByDigits(digits).orElse(null);
            var since = found == null ? null : certificates.since(found, new Asked(query, clock, spoken).knownAt());
            var title = spoken.say("land.page.verify");
            var frame = digits == null
                    ? new Frame(spoken, title, null, query.here(), null)
                    : Frame.of(
                            spoken,
                            title,
                            LandController.notice(
                                    spoken, found != null && found.claim().sample()),
                            query.here());
            var shown = found == null || since == null ? null : new CertificatePage(found, since, null, frame);
            var values = new LinkedHashMap<String, Object>();
            values.put("page", new VerifyPage(typed, shown, frame));
            return Replies.page(transaction, "landverify.jte", values);
        });
    }

    @GetMapping("/api/land/verify")
    ResponseEntity<byte[]> verifyAsJson(HttpServletRequest request) {
        var query = new Query(request);
        var typed = query.text("code");
        if (typed == null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "say which code: code=0123-4567-…");
        }
        var digits = digits(typed);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var certificates = new Certificates(transaction);
            var found = certificates.findByDigits(digits);
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("code", typed);
            map.put("found", found.isPresent());
            found.ifPresent(certificate -> map.putAll(CertificateJson.summary(
                    certificate, certificates.since(certificate, new Asked(query, clock, spoken).knownAt()), spoken)));
            return Replies.json(transaction, map);
        });
    }

    private static String digits(String typed) {
        return Certificates.digits(typed)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "this is no code of a certificate; one has seven groups of four digits, 0 to 9 and a to f"));
    }
}
