// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;

/** The one place where problems become answers: RFC 9457 under {@code /api}, a page elsewhere, one sentence in both. */
@ControllerAdvice
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Store store;
    private final PageWords words;

    ProblemAnswers(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> nothingHere(NoHandlerFoundException nothing, HttpServletRequest request) {
        return answer(ProblemCode.NOT_FOUND, null, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> onlyRead(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answer(ProblemCode.NOT_FOUND, "nothing can be sent to this address", request);
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    ResponseEntity<byte[]> incomplete(Exception incomplete, HttpServletRequest request) {
        return answer(
                ProblemCode.WRONG_CALL,
                "a field of the form is missing or cannot be read; load its page again and send it from there",
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> problem(ProblemException problem, HttpServletRequest request, HttpServletResponse begun) {
        if (problem.code().remedy() != ProblemCode.Remedy.BY_SENDER) {
            log(problem);
        }
        return begun.isCommitted() ? null : answer(problem.code(), problem.getMessage(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> anythingElse(Exception failed, HttpServletRequest request, HttpServletResponse begun) {
        if (begun.isCommitted()) {
            return null; // the reader went away while the answer was on its way
        }
        log(failed);
        return answer(
                ProblemCode.BUG, "something went wrong inside; what is kept is not touched by reading it", request);
    }

    /** What failed and where, without its message: that may quote a report. */
    private static void log(Exception failed) {
        var trace = failed.getStackTrace();
        LOG.error("{} at {}", failed.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
    }

    private ResponseEntity<byte[]> answer(ProblemCode code, @Nullable String sentence, HttpServletRequest request) {
        boolean api = request.getRequestURI().startsWith("/api/");
        // a programme that sends files must know that sending this one again is of no use
        var status = api && code == ProblemCode.UNREADABLE_SUBMISSION ? HttpStatus.UNPROCESSABLE_CONTENT : status(code);
        if (api) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("type", "about:blank");
            map.put("title", status.getReasonPhrase());
            map.put("status", status.value());
            map.put("detail", sentence == null ? "nothing is kept at this address" : sentence);
            map.put("instance", request.getRequestURI());
            map.put("code", code.name());
            return Replies.problemJson(status, map);
        }
        var spoken = spoken(request.getParameter("lang"));
        var values = new LinkedHashMap<String, Object>();
        values.put("status", status.value());
        values.put("sentence", sentence == null ? "" : sentence);
        if (spoken != null) {
            values.put(
                    "frame",
                    new Frame(
                            spoken,
                            spoken.say("page.problem"),
                            null,
                            new Address("/", Map.of("lang", spoken.language())),
                            null));
            return Replies.problemPage(status, values);
        }
        return Replies.problemText(status, sentence == null ? "nothing is kept at this address" : sentence);
    }

    /** The reader's words, else the country's; null where even those cannot be read. */
    private @Nullable Words spoken(@Nullable String language) {
        try {
            return store.read(transaction -> {
                var own = words.in(transaction, null);
                return language == null || !own.languages().contains(language) ? own : words.in(transaction, language);
            });
        } catch (ProblemException unusable) {
            return null;
        }
    }

    private static HttpStatus status(ProblemCode code) {
        return switch (code) {
            case WRONG_CALL, UNREADABLE_SUBMISSION -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case SIGN_IN_FIRST -> HttpStatus.UNAUTHORIZED;
            case TOO_MANY_TRIES -> HttpStatus.TOO_MANY_REQUESTS;
            case CHANGED_MEANWHILE -> HttpStatus.CONFLICT;
            case SUBMISSION_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case STORE_BUSY, STORAGE_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case STORE_UNUSABLE, PACK_INVALID, LEDGER_BROKEN, BUG -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
