// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.clearground.accreditation.Accreditations.Standing;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.accreditation.store.AccreditationRows;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which bodies are accredited for which work, on any day, as known at any moment. */
@RestController
final class AccreditationController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    AccreditationController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/organisations/accreditations")
    ResponseEntity<byte[]> accreditations(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = asOf(query, spoken);
            var standings = standings(transaction, query, asOf);
            var frame = Frame.of(
                    spoken,
                    spoken.say("accreditation.title"),
                    AccreditationText.sample(standings) ? spoken.say("page.sample.reports") : null,
                    query.here());
            var page = new AccreditationPage(standings, asOf, query.text("org"), frame);
            return Replies.page("accreditations.jte", Map.of("page", page));
        });
    }

    @GetMapping("/api/organisations/accreditations")
    ResponseEntity<byte[]> accreditationsAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var asOf = asOf(query, spoken);
            return Replies.json(AccreditationText.document(spoken, standings(transaction, query, asOf), asOf));
        });
    }

    private static List<Standing> standings(Transaction transaction, Query query, AsOf asOf) {
        var own = query.sight().organisation();
        var asked = query.text("org");
        if (own != null && asked != null && !own.equals(asked)) {
            return List.of();
        }
        return new AccreditationRows(transaction)
                .knownAt(asOf.knownAt())
                .list(asOf.validOn(), own == null ? asked : own);
    }

    private AsOf asOf(Query query, Words spoken) {
        return query.asOf(clock, spoken.pack().zone());
    }
}
