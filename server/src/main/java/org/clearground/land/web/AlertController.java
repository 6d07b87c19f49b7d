// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearground.access.Sight;
import org.clearground.land.GroundAlert;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.store.AlertDecisions;
import org.clearground.land.store.AlertDecisions.Decision;
import org.clearground.land.store.AlertReopening;
import org.clearground.land.store.Alerts;
import org.clearground.land.store.LandEffects;
import org.clearground.land.web.LandDeeds.AlertPage;
import org.clearground.land.web.LandPages.AlertsPage;
import org.clearground.land.web.LandPages.EffectPart;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.store.Country;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.KeptTo;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What speaks against ground that was released. */
@RestController
final class AlertController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final AlertDecisions decisions;
    private final AlertReopening reopening;

    AlertController(Store store, PageWords words, Clock clock, AlertDecisions decisions, AlertReopening reopening) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.decisions = decisions;
        this.reopening = reopening;
    }

    @GetMapping("/land/alerts")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var query = new Query(request);
        boolean closed = LandController.yes(query, "closed");
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var alerts = alerts(transaction, query.sight(), closed);
            var notice = LandController.notice(spoken, alerts.stream().anyMatch(GroundAlert::sample));
            var frame = Frame.of(spoken, spoken.say("land.page.alerts"), notice, query.here());
            return Replies.page(transaction, "landalerts.jte", Map.of("page", new AlertsPage(alerts, closed, frame)));
        });
    }

    @GetMapping("/api/land/alerts")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var query = new Query(request);
        boolean closed = LandController.yes(query, "closed");
        return store.read(transaction -> {
            var printer = new AlertPrinter(words.in(transaction, query.language()));
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("countsOnly", KeptTo.json(query.sight()));
            map.put(
                    "alerts",
                    alerts(transaction, query.sight(), closed).stream()
                            .map(printer::json)
                            .toList());
            return Replies.json(map);
        });
    }

    private List<GroundAlert> alerts(Transaction transaction, Sight sight, boolean closed) {
        return new Alerts(transaction, sight).list(closed ? Alerts.Asked.CLOSED : Alerts.Asked.OPEN, clock.instant());
    }

    /** One alert, what reopening its ground would change, and the two decisions on it. */
    @GetMapping("/land/alerts/{code}")
    ResponseEntity<byte[]> one(@PathVariable("code") String code, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var account = visitor.account();
        boolean decides =
                account == null || account.sight(AlertDecisions.DECIDE).isPresent();
        var country = reopening.country();
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var alert = decisions.get(transaction, query.sight(), code);
            var frame = new Frame(
                    spoken,
                    spoken.say("land.alerts.code") + " " + alert.code(),
                    LandController.notice(spoken, alert.sample()),
                    query.here(),
                    null);
            var confirmed = AlertReopening.confirmedBy(transaction, alert);
            var closes = decisions.refusal(transaction, Decision.CLOSE, alert, visitor.name());
            var reopens = decisions.refusal(transaction, Decision.REOPEN, alert, visitor.name());
            var effect = !decides || !alert.open() || !confirmed.isEmpty()
                    ? null
                    : effect(transaction, country, frame, alert).orElse(null);
            return Replies.page(
                    transaction,
                    "landalertpage.jte",
                    Map.of(
                            "page",
                            new AlertPage(
                                    alert,
                                    confirmed,
                                    effect,
                                    decides && alert.open() && confirmed.isEmpty() && reopens.isEmpty(),
                                    decides && alert.open() && closes.isEmpty(),
                                    decides && alert.open()
                                            ? Stream.of(
                                                            confirmed.isEmpty() ? reopens : Optional.<String>empty(),
                                                            closes)
                                                    .flatMap(Optional::stream)
                                                    .distinct()
                                                    .toList()
                                            : List.of(),
                                    decides ? FormToken.of(request) : null,
                                    account != null,
                                    frame)));
        });
    }

    private Optional<EffectPart> effect(Transaction transaction, Country country, Frame frame, GroundAlert alert) {
        var spoken = frame.words();
        var report = reopening.foreseen(transaction, country, alert);
        return new LandEffects(transaction, () -> PackLand.of(spoken.pack()), () -> ReportLand.borders(transaction))
                .preview(report)
                .map(preview -> new EffectPart(
                        preview,
                        ReportLand.picture(transaction, spoken, preview, clock.instant())
                                .orElse(null),
                        frame));
    }

    @PostMapping("/land/alerts/{code}/reopen")
    ResponseEntity<byte[]> reopen(@PathVariable("code") String code, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        var described = CaseController.reason(query, "description");
        var person = visitor.person(query.text("person"));
        requireSeen(query, code);
        try {
            reopening.reopen(code, described, person, office(visitor, Decision.REOPEN));
        } catch (RefusedReportException refused) {
            // the report that would have reopened it is kept, with the rule that refused it
            return Replies.seeOther(
                    new Address("/reports/" + refused.report(), Map.of()).with("lang", query.language()) + "#findings");
        }
        return back(code, query);
    }

    @PostMapping("/land/alerts/{code}/close")
    ResponseEntity<byte[]> close(@PathVariable("code") String code, HttpServletRequest request) {
        var query = new Query(request);
        var visitor = Visitor.of(request);
        requireSeen(query, code);
        decisions.close(
                code,
                CaseController.reason(query, "conclusion"),
                visitor.person(query.text("person")),
                office(visitor, Decision.CLOSE));
        return back(code, query);
    }

    /** An alert outside what somebody sees is as if there were none, also for a form. */
    private void requireSeen(Query query, String code) {
        store.read(transaction -> decisions.get(transaction, query.sight(), code));
    }

    /** Where nobody has an account, who sends the form holds the office that it is for. */
    private static @Nullable String office(Visitor visitor, Decision decision) {
        return visitor.account() == null ? decision.office().name() : null;
    }

    private static ResponseEntity<byte[]> back(String code, Query query) {
        return Replies.seeOther(new Address("/land/alerts/" + code.strip().toUpperCase(Locale.ROOT), Map.of())
                        .with("lang", query.language())
                + "#decision");
    }
}
