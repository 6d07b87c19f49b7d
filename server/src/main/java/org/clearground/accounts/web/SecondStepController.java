// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.clearground.accounts.store.OneTimeCodes;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.Offer;
import org.clearground.accounts.web.AccountPages.SecondStepPage;
import org.clearground.storage.Store;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where somebody switches the second step of their own account on and off. The secret is held in the session until a code
 * proves that a telephone has it; after that no page shows it.
 */
@RestController
final class SecondStepController {

    private static final String PAGE = "/account/second-step";
    private static final String SECRET = "secret";
    private static final String CODES = "recovery codes";

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final CodeProof proof;
    private final Sessions sessions;

    SecondStepController(Store store, Clock clock, PageWords words, CodeProof proof, Sessions sessions) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.proof = proof;
        this.sessions = sessions;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        return Replies.page("secondstep.jte", Map.of("page", page(request, false)));
    }

    private SecondStepPage page(HttpServletRequest request, boolean wrong) {
        var language = new Query(request).language();
        var name = name(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, language);
            var steps = new SecondSteps(transaction, clock);
            boolean asked = steps.isAskedOf(name);
            return new SecondStepPage(
                    FormToken.of(request),
                    asked,
                    steps.recoveryCodesLeft(name),
                    Once.take(request, CODES),
                    asked ? null : offer(request, name),
                    wrong,
                    new Frame(
                            spoken,
                            spoken.say("secondstep.title"),
                            null,
                            new Address(PAGE, Map.of("lang", spoken.language())),
                            null));
        });
    }

    /** The same secret for as long as the session tries, so that a telephone that took it over need not again. */
    private static Offer offer(HttpServletRequest request, String name) {
        if (Once.look(request, SECRET).isEmpty()) {
            Once.hold(request, SECRET, List.of(OneTimeCodes.newSecret()));
        }
        var secret = Once.look(request, SECRET).get(0);
        var address = OneTimeCodes.address(secret, "Clearground", name);
        return new Offer(secret.replaceAll("(.{4})(?!$)", "$1 "), address, QrPicture.of(address));
    }

    @PostMapping(PAGE)
    ResponseEntity<byte[]> switchOn(
            @RequestParam("code") String code, HttpServletRequest request, HttpServletResponse response) {
        var secret = Once.look(request, SECRET);
        var name = name(request);
        if (secret.isEmpty()) {
            return back(request);
        }
        var begun = store.write(transaction -> new SecondSteps(transaction, clock).switchOn(name, secret.get(0), code));
        if (begun.isEmpty()) {
            return Replies.again("secondstep.jte", Map.of("page", page(request, true)));
        }
        Once.drop(request, SECRET);
        sessions.goOn(name, begun.get().epoch(), request, response);
        Once.hold(request, CODES, begun.get().recoveryCodes());
        return back(request);
    }

    @PostMapping(PAGE + "/codes")
    ResponseEntity<byte[]> newCodes(@RequestParam("code") String code, HttpServletRequest request) {
        if (!isOn(request) || !proof.isGiven(request, code)) {
            return Replies.again("secondstep.jte", Map.of("page", page(request, true)));
        }
        var name = name(request);
        Once.hold(request, CODES, store.write(transaction -> new SecondSteps(transaction, clock)
                .giveRecoveryCodes(name)));
        return back(request);
    }

    @PostMapping(PAGE + "/off")
    ResponseEntity<byte[]> switchOff(@RequestParam("code") String code, HttpServletRequest request) {
        if (!isOn(request) || !proof.isGiven(request, code)) {
            return Replies.again("secondstep.jte", Map.of("page", page(request, true)));
        }
        var name = name(request);
        store.<Boolean>write(transaction -> {
            new SecondSteps(transaction, clock).takeAway(name, name);
            return true;
        });
        return back(request);
    }

    private boolean isOn(HttpServletRequest request) {
        return store.read(transaction -> new SecondSteps(transaction, clock).isAskedOf(name(request)));
    }

    private static String name(HttpServletRequest request) {
        return String.valueOf(Visitor.of(request).name());
    }

    private static ResponseEntity<byte[]> back(HttpServletRequest request) {
        @Nullable String language = request.getParameter("lang");
        return Replies.seeOther(
                new Address(PAGE, Map.of()).with("lang", language).toString());
    }
}
