// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.clearground.land.GroundAlert;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.store.Alerts;
import org.clearground.land.web.LandPages.AlertsPage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What speaks against ground that was released. */
@RestController
final class AlertController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;

    AlertController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/land/alerts")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var query = new Query(request);
        boolean closed = LandController.yes(query, "closed");
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var alerts = alerts(transaction, closed);
            var notice = LandController.notice(spoken, alerts.stream().anyMatch(GroundAlert::sample));
            var frame = Frame.of(spoken, spoken.say("land.page.alerts"), notice, query.here());
            return Replies.page("landalerts.jte", Map.of("page", new AlertsPage(alerts, closed, frame)));
        });
    }

    @GetMapping("/api/land/alerts")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var query = new Query(request);
        boolean closed = LandController.yes(query, "closed");
        return store.read(transaction -> {
            var printer = new AlertPrinter(words.in(transaction, query.language()));
            return Replies.json(Map.of(
                    "alerts",
                    alerts(transaction, closed).stream().map(printer::json).toList()));
        });
    }

    private List<GroundAlert> alerts(Transaction transaction, boolean closed) {
        return new Alerts(transaction).list(closed ? Alerts.Asked.CLOSED : Alerts.Asked.OPEN, clock.instant());
    }
}
