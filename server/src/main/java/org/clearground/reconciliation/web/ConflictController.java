// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.ConflictKind;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.print.ConflictJson;
import org.clearground.reconciliation.store.Settlements;
import org.clearground.reconciliation.web.ConflictPages.ListPage;
import org.clearground.reconciliation.web.ConflictPages.OnePage;
import org.clearground.statements.store.StatementQueries;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Published figures that contradict each other, and what people decide about them. */
@RestController
final class ConflictController {

    private static final String LIST = "/statements/conflicts";
    private static final String ONE = "/statements/conflict";

    private final Store store;
    private final PageWords words;
    private final Settlements settlements;

    ConflictController(Store store, PageWords words, Settlements settlements) {
        this.store = store;
        this.words = words;
        this.settlements = settlements;
    }

    /**
     * Those that are asked for.
     *
     * @param statements how many were laid beside each other
     * @param all whatever was asked for
     * @param shown of the kind that is asked for, settled ones where these are asked for
     */
    private record Told(
            int statements, List<Conflict> all, List<Conflict> shown, Map<String, Settlement> settlements) {}

    private static Told told(Transaction transaction, Query query) {
        var statements = new StatementQueries(transaction).all();
        var all = Reconciler.conflicts(statements);
        var settlements = Settlements.all(transaction);
        var kind = kind(query.text("kind"));
        var asked = settledToo(query) ? all : Settlement.open(all, settlements);
        return new Told(
                statements.size(),
                all,
                kind == null
                        ? asked
                        : asked.stream()
                                .filter(conflict -> conflict.kind() == kind)
                                .toList(),
                settlements);
    }

    private static boolean settledToo(Query query) {
        return "true".equals(query.text("settled"));
    }

    private static @Nullable ConflictKind kind(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(ConflictKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("there is no kind of conflict \"" + word + "\"; choose one on the page"));
    }

    @GetMapping(LIST)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var told = told(transaction, query);
            var frame = Frame.of(spoken, spoken.say("conflict.title"), null, query.here());
            return Replies.page(
                    "conflicts.jte",
                    Map.of(
                            "page",
                            new ListPage(
                                    told.statements(),
                                    told.all(),
                                    told.shown(),
                                    told.settlements(),
                                    query.text("kind"),
                                    settledToo(query),
                                    frame)));
        });
    }

    @GetMapping("/api" + LIST)
    ResponseEntity<byte[]> listAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var told = told(transaction, query);
            return Replies.json(ConflictJson.document(
                    told.shown(),
                    told.settlements(),
                    settledToo(query),
                    told.statements(),
                    words.in(transaction, query.language())));
        });
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var account = visitor.account();
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var conflict = Settlements.find(transaction, key(query));
            return Replies.page(
                    "conflict.jte",
                    Map.of(
                            "page",
                            new OnePage(
                                    FormToken.of(request),
                                    conflict,
                                    Settlements.all(transaction).get(conflict.key()),
                                    account == null
                                            ? visitor.opens().test(LIST)
                                            : account.sight(Settlements.DECIDE).isPresent(),
                                    account != null,
                                    Frame.of(spoken, spoken.say("conflict.page"), null, query.here()))));
        });
    }

    @GetMapping("/api" + ONE)
    ResponseEntity<byte[]> oneAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var conflict = Settlements.find(transaction, key(query));
            return Replies.json(ConflictJson.conflict(
                    conflict,
                    Settlements.all(transaction).get(conflict.key()),
                    words.in(transaction, query.language())));
        });
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> settle(HttpServletRequest request) {
        var query = new Query(request);
        var conflict = store.<Conflict>read(transaction -> Settlements.find(transaction, key(query)));
        if (!ConflictPages.seen(conflict).equals(query.text("seen"))) {
            throw new ProblemException(
                    ProblemCode.CHANGED_MEANWHILE,
                    "something else was published of this meanwhile; look at it again and decide what you see");
        }
        var reason = query.text("reason");
        settlements.settle(
                conflict,
                holds(conflict, query),
                reason == null ? "" : reason,
                Visitor.of(request).person(query.text("person")));
        return Replies.seeOther(new Address(ONE, Map.of())
                .with("key", conflict.key())
                .with("lang", query.language())
                .toString());
    }

    /** What the form says that holds: the number of a reading, a value that nobody states, or nothing of it. */
    private static @Nullable Reading holds(Conflict conflict, Query query) {
        var choice = query.text("holds");
        if (choice == null) {
            throw wrong("choose what holds: one of the readings, another value, or none; nothing was decided");
        }
        var value = query.text("value");
        return switch (choice) {
            case "none" -> null;
            case "value" -> conflict.valued(number(value == null ? "" : value));
            default -> conflict.reading(number(choice).intValue());
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            var problem = wrong("\"" + text + "\" is no number; write digits, with a point before decimals: 880.3");
            problem.initCause(noNumber);
            throw problem;
        }
    }

    private static String key(Query query) {
        var key = query.text("key");
        if (key == null) {
            throw wrong("say with key which; the list of conflicts has the link of each");
        }
        return key;
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
