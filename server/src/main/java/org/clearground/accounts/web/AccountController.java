// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.AccountPage;
import org.clearground.accounts.web.AccountPages.EventPage;
import org.clearground.storage.Store;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account, and for who gives them, what happened at the door. */
@RestController
final class AccountController {

    private static final int EVENTS = 500;

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final Issuer issuer;

    AccountController(Store store, Clock clock, PageWords words, Issuer issuer) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.issuer = issuer;
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var query = new Query(request);
        var name = String.valueOf(Visitor.of(request).name());
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var account = new Accounts(transaction, clock).get(name).account();
            var frame = new Frame(spoken, spoken.say("access.account"), null, query.here(), null);
            boolean secondStep = new SecondSteps(transaction, clock).isAskedOf(name);
            return Replies.page(
                    "account.jte",
                    Map.of(
                            "page",
                            new AccountPage(
                                    FormToken.of(request),
                                    account,
                                    secondStep,
                                    new DeviceKeys(transaction, clock).concern(account),
                                    issuer.named().isPresent()
                                            || !new Elsewhere(transaction, clock)
                                                    .of(name)
                                                    .isEmpty(),
                                    frame)));
        });
    }

    @GetMapping("/accounts/events")
    ResponseEntity<byte[]> events(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("access.events"), null, query.here());
            return Replies.page(
                    "accessevents.jte",
                    Map.of("page", new EventPage(new Accounts(transaction, clock).events(EVENTS), frame)));
        });
    }

    @GetMapping("/api/accounts/events")
    ResponseEntity<byte[]> eventsAsJson(HttpServletRequest request) {
        return store.read(transaction -> {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put(
                    "events",
                    new Accounts(transaction, clock)
                            .events(EVENTS).stream()
                                    .map(event -> {
                                        var each = new LinkedHashMap<String, @Nullable Object>();
                                        each.put("at", event.at().toString());
                                        each.put("kind", event.kind().name());
                                        each.put("account", event.account());
                                        each.put("actor", event.actor());
                                        each.put("detail", event.detail());
                                        return each;
                                    })
                                    .toList());
            return Replies.json(map);
        });
    }
}
