// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.Passkeys;
import org.clearground.accounts.store.Passwords;
import org.clearground.accounts.store.SignIn;
import org.clearground.accounts.web.AccountPages.CodePage;
import org.clearground.accounts.web.AccountPages.LinkPage;
import org.clearground.accounts.web.AccountPages.SignInPage;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Serving;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the links by which passwords are set. */
@RestController
final class SignInController {

    /** A page of this site: one slash before it, and nothing that a browser reads as another. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private static final String CODE = "/sign-in/code";

    private static final int MOST_NAME = 200;

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Issuer issuer;
    private final Serving serving;

    SignInController(
            Store store,
            Clock clock,
            PageWords words,
            SignIn signIn,
            Sessions sessions,
            Issuer issuer,
            Serving serving) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.signIn = signIn;
        this.sessions = sessions;
        this.issuer = issuer;
        this.serving = serving;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> form(HttpServletRequest request) {
        var query = new Query(request);
        return page(request, query.language(), query.text("next"), said(query.text("said")));
    }

    /** What is to be said to somebody who comes back from elsewhere. */
    private @Nullable String said(@Nullable String word) {
        if (word == null) {
            return null;
        }
        boolean elsewhere = issuer.named().isPresent();
        return switch (word) {
            case "away" -> elsewhere ? "elsewhere.away" : null;
            case "unlinked" -> elsewhere ? "elsewhere.unlinked" : null;
            case "failed" -> elsewhere ? "elsewhere.failed" : null;
            case "passkey" -> "passkey.wrong";
            case "late" -> "passkey.late";
            default -> null;
        };
    }

    /** Whether somebody may be sent to an address that a request brought. */
    static boolean isHere(String next) {
        return HERE.matcher(next).matches();
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, @Nullable String language, @Nullable String next, @Nullable String wrong) {
        var place = issuer.named().map(OutsideIssuer::name).orElse(null);
        boolean byName = CalledBy.of(request, serving).isPresent();
        boolean reachable = issuer.known().isPresent(); // asked outside of the transaction: it may take seconds
        return store.read(transaction -> {
            var spoken = words.in(transaction, language);
            var frame = new Frame(
                    spoken,
                    spoken.say("access.signin"),
                    null,
                    new Address("/sign-in", Map.of()).with("next", next),
                    null);
            return Replies.page(
                    "signin.jte",
                    Map.of(
                            "page",
                            new SignInPage(
                                    FormToken.of(request),
                                    next == null ? "" : next,
                                    wrong == null
                                            ? null
                                            : spoken.say(wrong, Map.of("name", place == null ? "" : place)),
                                    Accounts.any(transaction),
                                    place,
                                    reachable,
                                    byName,
                                    !byName && Passkeys.any(transaction)
                                            ? serving.origin(request.getLocalPort())
                                            : null,
                                    frame)));
        });
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> signIn(
            @RequestParam("name") String name,
            @RequestParam("password") String password,
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (password.length() > Passwords.MOST_BYTES || name.length() > MOST_NAME) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "no name and no password is as long as that; type both again");
        }
        var outcome = signIn.attempt(name.strip(), password);
        if (outcome instanceof SignIn.HeldBack heldBack) {
            response.setHeader("Retry-After", String.valueOf(seconds(heldBack)));
            throw heldBack(heldBack);
        }
        if (outcome instanceof SignIn.CodeAsked asked) {
            sessions.wait(asked.name(), asked.epoch(), next, request, response);
            return Replies.seeOther(
                    new Address(CODE, Map.of()).with("lang", language).toString());
        }
        return outcome instanceof SignIn.Admitted admitted
                ? admit(admitted, next, language, request, response)
                : page(request, language, next, "access.signin.wrong");
    }

    private ResponseEntity<byte[]> admit(
            SignIn.Admitted admitted,
            String next,
            @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(admitted.name(), admitted.epoch(), request, response);
        return onward(next, language);
    }

    /** Where somebody who has signed in wanted to; to their account if nowhere, or if that is not of this site. */
    static ResponseEntity<byte[]> onward(String next, @Nullable String language) {
        var target = isHere(next) ? next : "/account";
        return Replies.seeOther(
                target.equals("/account") && language != null ? "/account?lang=" + Address.escaped(language) : target);
    }

    static long seconds(SignIn.HeldBack heldBack) {
        return heldBack.pause().toSeconds() + 1;
    }

    static ProblemException heldBack(SignIn.HeldBack heldBack) {
        return new ProblemException(
                ProblemCode.TOO_MANY_TRIES,
                "this name was tried too often; try again in " + seconds(heldBack) + " seconds");
    }

    @GetMapping(CODE)
    ResponseEntity<byte[]> codeForm(HttpServletRequest request) {
        var language = new Query(request).language();
        return sessions.findHalfWay(request).isPresent()
                ? codePage(request, language, null)
                : page(request, language, null, null);
    }

    private ResponseEntity<byte[]> codePage(
            HttpServletRequest request, @Nullable String language, @Nullable String wrong) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, language);
            var frame = new Frame(spoken, spoken.say("secondstep.code"), null, new Address(CODE, Map.of()), null);
            return Replies.page(
                    "signincode.jte",
                    Map.of(
                            "page",
                            new CodePage(FormToken.of(request), wrong == null ? null : spoken.say(wrong), frame)));
        });
    }

    @PostMapping(CODE)
    ResponseEntity<byte[]> code(
            @RequestParam("code") String code,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = sessions.findHalfWay(request);
        if (half.isEmpty() || code.length() > MOST_NAME) {
            return Replies.seeOther(
                    new Address("/sign-in", Map.of()).with("lang", language).toString());
        }
        var outcome = signIn.attemptCode(half.get().name(), half.get().epoch(), code);
        if (outcome instanceof SignIn.HeldBack heldBack) {
            response.setHeader("Retry-After", String.valueOf(seconds(heldBack)));
            throw heldBack(heldBack);
        }
        return outcome instanceof SignIn.Admitted admitted
                ? admit(admitted, half.get().next(), language, request, response)
                : codePage(request, language, "secondstep.wrong");
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var signedIn = SignedIn.in(authentication);
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        if (signedIn != null) {
            store.<Boolean>write(transaction -> {
                new Accounts(transaction, clock).log(AccessEvent.Kind.SIGNED_OUT, signedIn.name(), signedIn.name(), "");
                return true;
            });
        }
        response.setHeader("Clear-Site-Data", "\"cache\""); // tiles of what only they may see
        return Replies.seeOther("/sign-in");
    }

    @GetMapping("/sign-in/link/{secret}")
    ResponseEntity<byte[]> link(@PathVariable("secret") String secret, HttpServletRequest request) {
        return linkPage(secret, new Query(request).language(), null, request);
    }

    private ResponseEntity<byte[]> linkPage(
            String secret, @Nullable String language, @Nullable String wrong, HttpServletRequest request) {
        return store.read(transaction -> {
            var link = new Accounts(transaction, clock).findLink(secret).orElseThrow(SignInController::noLink);
            var spoken = words.in(transaction, language);
            var here = new Address("/sign-in/link/" + Address.escaped(secret), Map.of());
            var frame = new Frame(spoken, spoken.say("access.link"), null, here, null);
            return Replies.page(
                    "signinlink.jte",
                    Map.of("page", new LinkPage(FormToken.of(request), link.account(), wrong, frame)));
        });
    }

    @PostMapping("/sign-in/link/{secret}")
    ResponseEntity<byte[]> useLink(
            @PathVariable("secret") String secret,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            HttpServletRequest request) {
        try {
            if (!password.equals(again)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "the two passwords are not the same; nothing was changed");
            }
            store.write(transaction -> new Accounts(transaction, clock)
                    .useLink(secret, name.strip(), password)
                    .orElseThrow(SignInController::noLink));
        } catch (ProblemException unfit) {
            if (unfit.code() == ProblemCode.WRONG_CALL) {
                return linkPage(secret, language, unfit.getMessage(), request);
            }
            throw unfit;
        }
        return Replies.seeOther(
                new Address("/sign-in", Map.of()).with("lang", language).toString());
    }

    private static ProblemException noLink() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "this link was used, is too old, or was never given; ask for another");
    }
}
