// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.access.Right;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.Editions;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.bulletins.web.EditionPages.Difference;
import org.clearground.bulletins.web.EditionPages.EditionPage;
import org.clearground.bulletins.web.EditionPages.ListPage;
import org.clearground.bulletins.web.EditionPages.Row;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editions for those who prepare and sign them. */
@RestController
final class EditionController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final Editions editions;

    EditionController(Store store, PageWords words, Clock clock, Editions editions) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.editions = editions;
    }

    /** Whether somebody who passed the guard may do something: all of them, where nobody has an account. */
    static boolean may(Visitor visitor, Right right) {
        var account = visitor.account();
        return account == null
                ? visitor.opens().test("/editions")
                : account.sight(right).isPresent();
    }

    @GetMapping("/editions")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("edition.title"), null, query.here());
            var rows = new EditionQueries(transaction)
                    .list().stream().map(edition -> row(edition, spoken)).toList();
            return Replies.page(
                    "editions.jte",
                    Map.of(
                            "page",
                            new ListPage(
                                    FormToken.of(request),
                                    rows,
                                    may(visitor, Editions.PREPARE),
                                    visitor.account() != null,
                                    frame)));
        });
    }

    private static Row row(Edition edition, Words spoken) {
        var signed = edition.signed();
        return new Row(
                edition,
                new Wording(spoken).period(edition.period()),
                said(edition.prepared(), spoken),
                signed == null ? null : said(signed, spoken));
    }

    private static String said(Edition.Signature signature, Words spoken) {
        return signature.person() + ", " + spoken.moment(signature.at());
    }

    @PostMapping("/editions")
    ResponseEntity<byte[]> prepare(HttpServletRequest request) {
        var query = new Query(request);
        var week = query.text("week");
        if (week != null && (query.text("from") != null || query.text("to") != null)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say a week or the days of another period, not both; nothing was prepared");
        }
        var period = week == null ? query.period() : Query.named(week);
        var edition = editions.prepare(
                period,
                query.text("final") == null ? Edition.Standing.PROVISIONAL : Edition.Standing.FINAL,
                Visitor.of(request).person(query.text("person")));
        return seeOther(edition.id(), query);
    }

    @GetMapping("/editions/{id}")
    ResponseEntity<byte[]> edition(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var edition = Editions.find(transaction, id);
            var differences = differences(transaction, edition, spoken);
            var frame = Frame.of(spoken, spoken.say("public.edition") + " " + edition.id(), null, query.here());
            var name = visitor.name();
            return Replies.page(
                    "edition.jte",
                    Map.of(
                            "page",
                            new EditionPage(
                                    FormToken.of(request),
                                    row(edition, spoken),
                                    article(transaction, edition, spoken.language()),
                                    differences,
                                    differences.stream().anyMatch(Difference::differs),
                                    may(visitor, Editions.SIGN),
                                    name != null
                                            && new Edition.Signature(name, clock.instant())
                                                    .isBySamePersonAs(edition.prepared()),
                                    visitor.account() != null,
                                    frame)));
        });
    }

    private static String article(Transaction transaction, Edition edition, String language) {
        return edition.find(EditionDocuments.pageName(language))
                .map(page -> EditionDocuments.article(new EditionQueries(transaction).content(page)))
                .orElse("");
    }

    /** What the edition says beside what is known now of the same period. */
    private List<Difference> differences(Transaction transaction, Edition edition, Words spoken) {
        var then = new EditionQueries(transaction).figures(edition);
        var figures = new SqlFigures(transaction);
        var wording = new Wording(spoken);
        var now = new AsOf(edition.asOf().validOn(), clock.instant());
        return Arrays.stream(FigureDefinition.values())
                .map(definition -> {
                    var scope = FigureScope.of(edition.period());
                    var current = figures.figure(definition, scope, now);
                    var frozen = then.value(definition).value();
                    return new Difference(
                            wording.label(definition),
                            wording.value(definition, frozen),
                            wording.value(current),
                            !frozen.equals(current.value()),
                            JsonPrinter.address(figures.figure(definition, scope, edition.asOf())));
                })
                .toList();
    }

    /** A document as it was made. */
    @GetMapping("/editions/{id}/{document}")
    ResponseEntity<byte[]> document(@PathVariable("id") String id, @PathVariable("document") String name) {
        return store.read(transaction -> {
            var document = Editions.find(transaction, id)
                    .find(name)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "edition " + id + " has no document \"" + name + "\""));
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, document.mediaType())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                    .body(new EditionQueries(transaction).content(document));
        });
    }

    @PostMapping("/editions/{id}/sign")
    ResponseEntity<byte[]> sign(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var seen = query.text("seen");
        if (seen == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the form does not say what was seen; load its page again and sign there");
        }
        editions.sign(id, Query.digest(seen), Visitor.of(request).person(query.text("person")));
        return seeOther(id, query);
    }

    private static ResponseEntity<byte[]> seeOther(String id, Query query) {
        return Replies.seeOther(new Address("/editions/" + id, Map.of())
                .with("lang", query.language())
                .toString());
    }

    @GetMapping("/api/editions")
    ResponseEntity<byte[]> listAsJson() {
        return store.read(transaction -> Replies.json(Map.of(
                "editions",
                new EditionQueries(transaction)
                        .list().stream().map(EditionController::json).toList())));
    }

    @GetMapping("/api/editions/{id}")
    ResponseEntity<byte[]> editionAsJson(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var edition = Editions.find(transaction, id);
            var map = json(edition);
            map.put(
                    "documents",
                    edition.documents().stream()
                            .map(document -> {
                                var one = new LinkedHashMap<String, Object>();
                                one.put("name", document.name());
                                one.put("mediaType", document.mediaType());
                                one.put("bytes", document.bytes());
                                one.put("sha256", document.digest().hex());
                                one.put("at", "/editions/" + id + "/" + document.name());
                                return one;
                            })
                            .toList());
            map.put(
                    "differs",
                    differences(transaction, edition, words.in(transaction, query.language())).stream()
                            .anyMatch(Difference::differs));
            return Replies.json(map);
        });
    }

    private static Map<String, @Nullable Object> json(Edition edition) {
        var signed = edition.signed();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("edition", edition.id());
        map.put("from", edition.period().from().toString());
        map.put("to", edition.period().to().toString());
        map.put("number", edition.number());
        map.put("standing", edition.standing().word());
        map.put("validOn", edition.asOf().validOn().toString());
        map.put("knownAt", Ledger.written(edition.asOf().knownAt()));
        map.put("ledgerEntry", edition.cutOff().entry());
        map.put("ledgerHash", edition.cutOff().hash().hex());
        map.put("sample", edition.sample());
        map.put("sha256", edition.digest().hex());
        map.put("preparedBy", edition.prepared().person());
        map.put("preparedAt", Ledger.written(edition.prepared().at()));
        map.put("signedBy", signed == null ? null : signed.person());
        map.put("signedAt", signed == null ? null : Ledger.written(signed.at()));
        return map;
    }
}
