// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.accounts.store.PasskeyCheck;
import org.clearground.accounts.store.PasskeyDoor;
import org.clearground.accounts.store.SignIn;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.web.Address;
import org.clearground.web.Replies;
import org.clearground.web.Serving;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a passkey: the page asks for a challenge, has the device sign it, and sends what it signed as a form. */
@RestController
final class PasskeySignInController {

    private static final int MOST_LETTERS = 20_000;

    private final Clock clock;
    private final Serving serving;
    private final PasskeyDoor door;
    private final Sessions sessions;

    PasskeySignInController(Clock clock, Serving serving, PasskeyDoor door, Sessions sessions) {
        this.clock = clock;
        this.serving = serving;
        this.door = door;
        this.sessions = sessions;
    }

    /** The name by which the site was called. */
    static CalledBy calledByName(HttpServletRequest request, Serving serving) {
        return CalledBy.of(request, serving)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "passkeys hold under a name, and the site was called by a number; open "
                                + serving.origin(request.getLocalPort())));
    }

    /** No passkey sends as much. */
    static String notLonger(String sent) {
        if (sent.length() > MOST_LETTERS) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "no passkey sends as much; load the page again");
        }
        return sent;
    }

    @PostMapping("/sign-in/passkey/challenge")
    ResponseEntity<byte[]> challenge(HttpServletRequest request) {
        var name = calledByName(request, serving);
        var toSign = ToSign.toSignIn(clock.instant()).hold(ToSign.Doing.SIGN_IN, request);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("challenge", toSign.challenge());
        map.put("host", name.host());
        return Replies.json(map);
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> signIn(
            @RequestParam("id") String id,
            @RequestParam("user") String user,
            @RequestParam("authenticator") String authenticator,
            @RequestParam("client") String client,
            @RequestParam("signature") String signature,
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = calledByName(request, serving);
        var toSign = ToSign.take(ToSign.Doing.SIGN_IN, request, clock.instant());
        if (toSign.isEmpty()) {
            return again("late", next, language);
        }
        var outcome = door.attempt(
                toSign.get().at(name),
                new PasskeyCheck.Signed(
                        notLonger(id),
                        notLonger(user),
                        notLonger(authenticator),
                        notLonger(client),
                        notLonger(signature)));
        if (outcome instanceof SignIn.HeldBack heldBack) {
            response.setHeader("Retry-After", String.valueOf(SignInController.seconds(heldBack)));
            throw SignInController.heldBack(heldBack);
        }
        if (outcome instanceof SignIn.Admitted admitted) {
            sessions.begin(admitted.name(), admitted.epoch(), request, response);
            return SignInController.onward(next, language);
        }
        return again("passkey", next, language);
    }

    private static ResponseEntity<byte[]> again(String said, String next, @Nullable String language) {
        return Replies.seeOther(new Address("/sign-in", Map.of())
                .with("next", next.isEmpty() ? null : next)
                .with("said", said)
                .with("lang", language)
                .toString());
    }
}
