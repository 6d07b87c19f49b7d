// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.KeysPage;
import org.clearground.accounts.web.AccountPages.NewKey;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keys of devices: of one's own account, and of any for whoever gives accounts. A key is shown once, on the page that
 * follows its making.
 */
@RestController
final class DeviceKeyController {

    private static final Right MANAGE = new Right(Resource.ACCOUNT, Action.MANAGE);
    private static final String OWN = "/account";
    private static final int USUAL_DAYS = 365;

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final CodeProof proof;

    DeviceKeyController(Store store, Clock clock, PageWords words, CodeProof proof) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.proof = proof;
    }

    /** Whose keys, and under which address. */
    private record Whose(String base, String account) {}

    private static Whose own(HttpServletRequest request) {
        return new Whose(OWN, String.valueOf(Visitor.of(request).name()));
    }

    private static Whose of(String account) {
        return new Whose("/accounts/" + Address.escaped(account), account);
    }

    @GetMapping("/account/keys")
    ResponseEntity<byte[]> ownKeys(HttpServletRequest request) {
        return page(own(request), request);
    }

    @GetMapping("/accounts/{name}/keys")
    ResponseEntity<byte[]> keys(@PathVariable("name") String name, HttpServletRequest request) {
        return page(of(name), request);
    }

    private ResponseEntity<byte[]> page(Whose whose, HttpServletRequest request) {
        return Replies.page("devicekeys.jte", Map.of("page", page(whose, "", null, null, request)));
    }

    private KeysPage page(
            Whose whose, String device, @Nullable String until, @Nullable String wrong, HttpServletRequest request) {
        var language = new Query(request).language();
        var made = Once.take(request, held(whose));
        return store.read(transaction -> {
            var account = new Accounts(transaction, clock)
                    .find(whose.account())
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "there is no account of this name; /accounts lists all"))
                    .account();
            var spoken = words.in(transaction, language);
            var visitor = Visitor.of(request).account();
            boolean may = visitor != null
                    && (whose.base().equals(OWN) || visitor.sight(MANAGE).isPresent());
            var title = spoken.say("devicekey.title") + (whose.base().equals(OWN) ? "" : " · " + account.name());
            return new KeysPage(
                    whose.base(),
                    account.name(),
                    may ? FormToken.of(request) : null,
                    may && DeviceKeys.canBeOf(account),
                    visitor != null && new SecondSteps(transaction, clock).isAskedOf(visitor.name()),
                    new DeviceKeys(transaction, clock).list(account.name()),
                    made.isEmpty() ? null : new NewKey(made.get(0), made.get(1), QrPicture.of(made.get(1))),
                    device,
                    until == null
                            ? today(spoken.pack().zone()).plusDays(USUAL_DAYS).toString()
                            : until,
                    wrong,
                    clock.instant(),
                    new Frame(
                            spoken,
                            title,
                            null,
                            new Address(whose.base() + "/keys", Map.of("lang", spoken.language())),
                            null));
        });
    }

    private LocalDate today(ZoneId country) {
        return clock.instant().atZone(country).toLocalDate();
    }

    private static String held(Whose whose) {
        return "key of " + whose.account();
    }

    @PostMapping("/account/keys")
    ResponseEntity<byte[]> makeOwn(
            @RequestParam("device") String device,
            @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request) {
        return make(own(request), device, until, code, request);
    }

    @PostMapping("/accounts/{name}/keys")
    ResponseEntity<byte[]> make(
            @PathVariable("name") String name,
            @RequestParam("device") String device,
            @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request) {
        return make(of(name), device, until, code, request);
    }

    private ResponseEntity<byte[]> make(
            Whose whose, String device, String until, String code, HttpServletRequest request) {
        try {
            if (!proof.isGiven(request, code)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "the code is not right, was used already, or is too old; wait for the next one and type it");
            }
            var key = store.write(transaction -> {
                var zone = words.in(transaction, null).pack().zone();
                var last = until.isBlank() ? today(zone).plusDays(USUAL_DAYS) : day(until.strip());
                return new DeviceKeys(transaction, clock)
                        .make(
                                whose.account(),
                                device,
                                last.plusDays(1).atStartOfDay(zone).toInstant(),
                                actor(request));
            });
            Once.hold(request, held(whose), List.of(device.strip(), key));
        } catch (ProblemException unfit) {
            if (unfit.code() != ProblemCode.WRONG_CALL) {
                throw unfit;
            }
            return Replies.again(
                    "devicekeys.jte",
                    Map.of("page", page(whose, device, until, String.valueOf(unfit.getMessage()), request)));
        }
        return back(whose, request);
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < 10_000 && day.getYear() > 0) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            // told below with every other text that is no day
        }
        throw new ProblemException(ProblemCode.WRONG_CALL, "\"" + text + "\" is no day; days are written 2027-04-29");
    }

    @PostMapping("/account/keys/{id}/revoke")
    ResponseEntity<byte[]> revokeOwn(@PathVariable("id") String id, HttpServletRequest request) {
        return revoke(own(request), id, request);
    }

    @PostMapping("/accounts/{name}/keys/{id}/revoke")
    ResponseEntity<byte[]> revoke(
            @PathVariable("name") String name, @PathVariable("id") String id, HttpServletRequest request) {
        return revoke(of(name), id, request);
    }

    private ResponseEntity<byte[]> revoke(Whose whose, String id, HttpServletRequest request) {
        store.<Boolean>write(transaction -> {
            new DeviceKeys(transaction, clock).revoke(whose.account(), id, actor(request));
            return true;
        });
        return back(whose, request);
    }

    /** Whoever signed in: where nobody has an account, no key can be of one. */
    private static String actor(HttpServletRequest request) {
        return Visitor.of(request).person(null);
    }

    private static ResponseEntity<byte[]> back(Whose whose, HttpServletRequest request) {
        return Replies.seeOther(new Address(whose.base() + "/keys", Map.of())
                .with("lang", request.getParameter("lang"))
                .toString());
    }
}
