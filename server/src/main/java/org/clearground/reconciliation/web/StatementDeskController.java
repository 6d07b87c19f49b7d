// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.store.Settlements;
import org.clearground.statements.store.StatementQueries;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page from which whoever works with published statements sets out. */
@RestController
final class StatementDeskController {

    private final Store store;
    private final PageWords words;

    StatementDeskController(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    /** What is on record, and what nobody decided yet. */
    private record Counts(int statements, int figures, int open, int settled) {}

    private static Counts counts(Transaction transaction) {
        var statements = new StatementQueries(transaction).all();
        var conflicts = Reconciler.conflicts(statements);
        int open = Settlement.open(conflicts, Settlements.all(transaction)).size();
        return new Counts(
                statements.size(),
                statements.stream().mapToInt(one -> one.figures().size()).sum(),
                open,
                conflicts.size() - open);
    }

    @GetMapping("/statements")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("register.statements"), null, query.here());
            var counts = counts(transaction);
            var places = new ArrayList<StatementDesk.Place>();
            places.add(new StatementDesk.Place(
                    spoken.say("conflict.title"),
                    spoken.say("conflict.about"),
                    spoken.number(counts.open()),
                    frame.link("/statements/conflicts")));
            places.add(new StatementDesk.Place(
                    spoken.say("published.title"),
                    spoken.say("published.about"),
                    "",
                    frame.link("/statements/series")));
            places.add(new StatementDesk.Place(
                    spoken.say("compared.title"), spoken.say("compared.short"), "", frame.link("/statements/compare")));
            if (Visitor.of(request).opens().test("/statements/import")) {
                places.add(new StatementDesk.Place(
                        spoken.say("statement.import.title"),
                        spoken.say("statement.import.about"),
                        "",
                        frame.link("/statements/import")));
            }
            places.add(new StatementDesk.Place(
                    spoken.say("statement.extract.title"),
                    spoken.say("statement.extract.about"),
                    "",
                    frame.link("/statements/extract")));
            places.add(new StatementDesk.Place(
                    spoken.say("register.statements"),
                    spoken.say("register.statements.about"),
                    spoken.number(counts.statements()),
                    frame.link("/registers/statements")));
            places.add(new StatementDesk.Place(
                    spoken.say("register.stated-figures"),
                    spoken.say("register.stated-figures.about"),
                    spoken.number(counts.figures()),
                    frame.link("/registers/stated-figures")));
            return Replies.page("statements.jte", Map.of("page", new StatementDesk(places, frame)));
        });
    }

    @GetMapping("/api/statements")
    ResponseEntity<byte[]> json() {
        return store.read(transaction -> {
            var counts = counts(transaction);
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("statements", counts.statements());
            map.put("figures", counts.figures());
            map.put("conflictsOpen", counts.open());
            map.put("conflictsSettled", counts.settled());
            return Replies.json(map);
        });
    }
}
