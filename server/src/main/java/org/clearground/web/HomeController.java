// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.clearground.storage.Store;
import org.clearground.web.HomePart.Line;
import org.clearground.web.HomePart.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: what waits for whoever reads, the newest figures, and where else to go. */
@RestController
final class HomeController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final List<HomePart> parts;

    HomeController(Store store, PageWords words, Clock clock, List<HomePart> parts) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.parts = List.copyOf(parts);
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(spoken, spoken.say("page.home"), null, query.here(), null);
            var asking = new HomePart.Asking(
                    transaction,
                    spoken,
                    visitor,
                    clock.instant().atZone(spoken.pack().zone()).toLocalDate());
            var lines =
                    parts.stream().flatMap(part -> part.lines(asking).stream()).toList();
            return Replies.page(
                    "home.jte",
                    Map.of(
                            "page",
                            new HomePage(
                                    at(Place.WAITS, lines),
                                    at(Place.FIGURES, lines),
                                    at(Place.PUBLISHED, lines),
                                    visitor.account() == null
                                            && !visitor.opens().test("/reports"),
                                    frame)));
        });
    }

    private static List<Line> at(Place place, List<Line> lines) {
        return lines.stream().filter(line -> line.place() == place).toList();
    }
}
