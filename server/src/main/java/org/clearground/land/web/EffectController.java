// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.print.LandJson;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.Store;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What approving a report would change, as JSON; people see it on the report's page. */
@RestController
final class EffectController {

    private final Store store;
    private final PageWords words;

    EffectController(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    @GetMapping("/api/land/effects/{id}")
    ResponseEntity<byte[]> effects(@PathVariable("id") String text, HttpServletRequest request) {
        var query = new Query(request);
        var id = id(text);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            return new ReportQueries(transaction, query.sight())
                    .find(id)
                    .flatMap(seen -> ReportLand.preview(transaction, id, spoken.pack()))
                    .map(preview -> Replies.json(new LandJson(spoken).effects(preview)))
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "there is no pending report " + id + " that speaks of ground"));
        });
    }

    private static ReportId id(String text) {
        try {
            return ReportId.of(text);
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no report's id; one looks like 0f8fad5b-d9cb-869f-a165-70867728950e",
                    unreadable);
        }
    }
}
