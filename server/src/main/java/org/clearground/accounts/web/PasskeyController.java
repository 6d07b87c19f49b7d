// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.PasskeyCheck;
import org.clearground.accounts.store.Passkeys;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.NewPasskey;
import org.clearground.accounts.web.AccountPages.PasskeysPage;
import org.clearground.accounts.web.AccountPages.Wrong;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Serving;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Passkeys: of one's own account, where they are added in two steps (who you are, then the device), and of any account for
 * whoever gives accounts, where they are revoked.
 */
@RestController
final class PasskeyController {

    private static final Right MANAGE = new Right(Resource.ACCOUNT, Action.MANAGE);
    private static final String OWN = "/account";

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final Serving serving;
    private final CodeProof proof;
    private final Sessions sessions;

    PasskeyController(Store store, Clock clock, PageWords words, Serving serving, CodeProof proof, Sessions sessions) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.serving = serving;
        this.proof = proof;
        this.sessions = sessions;
    }

    /** A sentence of the pack, or, in English, of a problem. */
    private record Refusal(@Nullable String key, String sentence) {

        static Refusal of(String key) {
            return new Refusal(key, "");
        }
    }

    @GetMapping("/account/passkeys")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var said = new Query(request).text("said");
        return Replies.page(
                "passkeys.jte",
                Map.of("page", ownPage(request, "", "late".equals(said) ? Refusal.of("passkey.late") : null)));
    }

    private PasskeysPage ownPage(HttpServletRequest request, String name, @Nullable Refusal refusal) {
        return page(OWN, Visitor.of(request).person(null), name, refusal, request);
    }

    @GetMapping("/accounts/{name}/passkeys")
    ResponseEntity<byte[]> ofAccount(@PathVariable("name") String name, HttpServletRequest request) {
        return Replies.page("passkeys.jte", Map.of("page", page(base(name), name, "", null, request)));
    }

    private static String base(String account) {
        return "/accounts/" + Address.escaped(account);
    }

    private PasskeysPage page(
            String base, String account, String name, @Nullable Refusal refusal, HttpServletRequest request) {
        var language = new Query(request).language();
        boolean own = base.equals(OWN);
        var called = CalledBy.of(request, serving);
        return store.read(transaction -> {
            var kept = found(transaction, account);
            var spoken = words.in(transaction, language);
            var visitor = Visitor.of(request).account();
            boolean may = visitor != null && (own || visitor.sight(MANAGE).isPresent());
            var passkeys = new Passkeys(transaction, clock).list(account);
            return new PasskeysPage(
                    base,
                    account,
                    may ? FormToken.of(request) : null,
                    own,
                    kept.hasPassword(),
                    new SecondSteps(transaction, clock).isAskedOf(account),
                    passkeys,
                    name,
                    own && called.isPresent() ? making(kept, passkeys, called.get(), request) : null,
                    called.isPresent() ? null : serving.origin(request.getLocalPort()),
                    refusal == null
                            ? null
                            : refusal.key() == null
                                    ? new Wrong(refusal.sentence(), "en")
                                    : new Wrong(spoken.say(refusal.key()), null),
                    new Frame(
                            spoken,
                            spoken.say("passkey.title") + (own ? "" : " · " + account),
                            null,
                            new Address(base + "/passkeys", Map.of("lang", spoken.language())),
                            null));
        });
    }

    private Accounts.Kept found(Transaction transaction, String account) {
        return new Accounts(transaction, clock)
                .find(account)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no account of this name; /accounts lists all"));
    }

    /** What the session is about to add to this account; null where nothing. */
    private @Nullable NewPasskey making(
            Accounts.Kept kept, List<Passkeys.Kept> passkeys, CalledBy name, HttpServletRequest request) {
        return ToSign.look(ToSign.Doing.ADD, request, clock.instant())
                .filter(toSign -> isOf(toSign, kept))
                .map(toSign -> new NewPasskey(
                        toSign.name(),
                        toSign.challenge(),
                        name.host(),
                        toSign.handle(),
                        passkeys.stream()
                                .filter(key -> key.host().equals(name.host()))
                                .map(Passkeys.Kept::credentialId)
                                .collect(Collectors.joining(" ")),
                        PasskeyCheck.ALGORITHMS.stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .orElse(null);
    }

    private static boolean isOf(ToSign toSign, Accounts.Kept kept) {
        return toSign.account().equals(kept.account().name()) && toSign.epoch() == kept.epoch();
    }

    /** The first step: whoever sits there is the owner, and says where the passkey will be. */
    @PostMapping("/account/passkeys")
    ResponseEntity<byte[]> begin(
            @RequestParam("name") String typed,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request) {
        var account = Visitor.of(request).person(null);
        PasskeySignInController.calledByName(request, serving);
        try {
            var name = Passkeys.named(typed);
            store.<Boolean>read(transaction -> {
                new Passkeys(transaction, clock).requireRoom(account);
                return true;
            });
            if (!proof.isOwner(request, password, code)) {
                return again(ownPage(request, typed, Refusal.of("passkey.proof")));
            }
            store.read(transaction -> ToSign.toAdd(
                            account,
                            found(transaction, account).epoch(),
                            name,
                            new Passkeys(transaction, clock).handle(account),
                            clock.instant()))
                    .hold(ToSign.Doing.ADD, request);
        } catch (ProblemException unfit) {
            return again(ownPage(request, typed, refusal(unfit)));
        }
        return back(OWN, request, null);
    }

    /** The second step: the device has made one. */
    @PostMapping("/account/passkeys/made")
    ResponseEntity<byte[]> made(
            @RequestParam("attestation") String attestation,
            @RequestParam("client") String client,
            HttpServletRequest request) {
        var account = Visitor.of(request).person(null);
        var name = PasskeySignInController.calledByName(request, serving);
        var sent = new PasskeyCheck.Made(
                PasskeySignInController.notLonger(attestation), PasskeySignInController.notLonger(client));
        var toSign = ToSign.take(ToSign.Doing.ADD, request, clock.instant());
        try {
            boolean added = store.write(transaction -> {
                var kept = found(transaction, account);
                var asked = toSign.filter(each -> isOf(each, kept));
                asked.ifPresent(each -> new Passkeys(transaction, clock)
                        .add(account, each.name(), each.handle(), each.at(name), sent, account));
                return asked.isPresent();
            });
            return back(OWN, request, added ? null : "late");
        } catch (ProblemException unfit) {
            return again(ownPage(request, "", refusal(unfit)));
        }
    }

    private static Refusal refusal(ProblemException unfit) {
        if (unfit.code() != ProblemCode.WRONG_CALL) {
            throw unfit;
        }
        return new Refusal(null, String.valueOf(unfit.getMessage()));
    }

    private static ResponseEntity<byte[]> again(PasskeysPage page) {
        return Replies.again("passkeys.jte", Map.of("page", page));
    }

    @PostMapping("/account/passkeys/{id}/revoke")
    ResponseEntity<byte[]> revokeOwn(
            @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
        var account = Visitor.of(request).person(null);
        try {
            long epoch = store.write(transaction -> new Passkeys(transaction, clock)
                    .revokeOwn(found(transaction, account).account(), id));
            sessions.goOn(account, epoch, request, response);
        } catch (ProblemException unfit) {
            return again(ownPage(request, "", refusal(unfit)));
        }
        return back(OWN, request, null);
    }

    @PostMapping("/accounts/{name}/passkeys/{id}/revoke")
    ResponseEntity<byte[]> revoke(
            @PathVariable("name") String name,
            @PathVariable("id") String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        var actor = Visitor.of(request).person(null);
        long epoch = store.write(transaction -> {
            found(transaction, name);
            return new Passkeys(transaction, clock).revoke(name, id, actor);
        });
        if (actor.equals(name)) {
            sessions.goOn(name, epoch, request, response);
        }
        return back(base(name), request, null);
    }

    private static ResponseEntity<byte[]> back(String base, HttpServletRequest request, @Nullable String said) {
        return Replies.seeOther(new Address(base + "/passkeys", Map.of())
                .with("said", said)
                .with("lang", request.getParameter("lang"))
                .toString());
    }
}
