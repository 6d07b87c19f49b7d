// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.ElsewherePage;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
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
 * Setting out to sign in at the issuer outside, and linking one's account with it. A form sends nobody to another host, as
 * the content policy says; the last step is a link.
 */
@RestController
final class ElsewhereController {

    private static final String PAGE = "/account/elsewhere";

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final Issuer issuer;
    private final Arrival arrival;
    private final CodeProof proof;
    private final Sessions sessions;

    ElsewhereController(
            Store store,
            Clock clock,
            PageWords words,
            Issuer issuer,
            Arrival arrival,
            CodeProof proof,
            Sessions sessions) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.issuer = issuer;
        this.arrival = arrival;
        this.proof = proof;
        this.sessions = sessions;
    }

    /** Sets out, to sign in or, with {@code link}, to link the account that the session began to. */
    @GetMapping("/sign-in/elsewhere")
    ResponseEntity<byte[]> setOut(HttpServletRequest request) {
        named();
        var query = new Query(request);
        var next = query.text("next");
        if (issuer.known().isEmpty()) {
            return Replies.elsewhere(new Address("/sign-in", Map.of())
                    .with("next", next)
                    .with("said", "away")
                    .with("lang", query.language()));
        }
        boolean linking = query.text("link") != null
                && arrival.underWay(request)
                        .filter(intent -> intent.account() != null)
                        .isPresent();
        if (!linking) {
            Arrival.setOut(
                    request, new Arrival.Intent(next == null ? "" : next, query.language(), null, 0, clock.instant()));
        }
        return Replies.elsewhere(new Address(Issuer.TO_IT + "/" + Issuer.ID, Map.of()));
    }

    private OutsideIssuer named() {
        return issuer.named()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "nobody signs in elsewhere: whoever serves this site named no issuer"));
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var said = new Query(request).text("said");
        return Replies.page(
                "elsewhere.jte", Map.of("page", page(request, "taken".equals(said) ? "elsewhere.taken" : null)));
    }

    private ElsewherePage page(HttpServletRequest request, @Nullable String wrong) {
        var language = new Query(request).language();
        var name = name(request);
        boolean underWay = arrival.underWay(request)
                .filter(intent -> name.equals(intent.account()))
                .isPresent();
        return store.read(transaction -> {
            var spoken = words.in(transaction, language);
            var place = issuer.named().map(OutsideIssuer::name).orElse(null);
            return new ElsewherePage(
                    FormToken.of(request),
                    place,
                    new Elsewhere(transaction, clock).of(name),
                    underWay,
                    new SecondSteps(transaction, clock).isAskedOf(name),
                    wrong == null ? null : spoken.say(wrong, Map.of("name", place == null ? "" : place)),
                    new Frame(
                            spoken,
                            spoken.say("elsewhere.title"),
                            null,
                            new Address(PAGE, Map.of("lang", spoken.language())),
                            null));
        });
    }

    /** Lets the owner of an account set out to link it; an open session alone is not enough where a code is asked for. */
    @PostMapping(PAGE)
    ResponseEntity<byte[]> begin(
            @RequestParam(name = "code", defaultValue = "") String code, HttpServletRequest request) {
        named();
        var name = name(request);
        var kept = store.read(transaction -> new Accounts(transaction, clock).get(name));
        if (!proof.isGiven(request, code)) {
            return Replies.again("elsewhere.jte", Map.of("page", page(request, "secondstep.wrong")));
        }
        Arrival.setOut(
                request, new Arrival.Intent("", request.getParameter("lang"), name, kept.epoch(), clock.instant()));
        return back(request);
    }

    @PostMapping(PAGE + "/off")
    ResponseEntity<byte[]> unlink(HttpServletRequest request, HttpServletResponse response) {
        var name = name(request);
        long epoch = store.write(transaction -> {
            if (!new Accounts(transaction, clock).get(name).hasPassword()) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "this account has no password, so nothing else would let you in; ask an administrator for a"
                                + " link first");
            }
            return new Elsewhere(transaction, clock).unlink(name, name);
        });
        sessions.goOn(name, epoch, request, response);
        return back(request);
    }

    private static String name(HttpServletRequest request) {
        return Visitor.of(request).person(null);
    }

    private static ResponseEntity<byte[]> back(HttpServletRequest request) {
        return Replies.seeOther(new Address(PAGE, Map.of())
                .with("lang", request.getParameter("lang"))
                .toString());
    }
}
