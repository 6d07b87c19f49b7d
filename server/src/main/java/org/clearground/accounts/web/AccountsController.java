// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccountDescription;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.accounts.store.Passkeys;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.accounts.web.AccountPages.Form;
import org.clearground.accounts.web.AccountPages.KeptPage;
import org.clearground.accounts.web.AccountPages.ListPage;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
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

/** All accounts, a page for each, and what an administrator does with them: the same as {@code clearground users}. */
@RestController
final class AccountsController {

    private static final Right MANAGE = new Right(Resource.ACCOUNT, Action.MANAGE);
    private static final int EVENTS = 100;

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final Serving serving;

    AccountsController(Store store, Clock clock, PageWords words, Serving serving) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.serving = serving;
    }

    @GetMapping("/accounts")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return Replies.page("accounts.jte", Map.of("page", listPage(request, null, null)));
    }

    private ListPage listPage(HttpServletRequest request, @Nullable AccountDescription filled, @Nullable String wrong) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, language(request));
            var here = new Address("/accounts", Map.of("lang", spoken.language()));
            return new ListPage(
                    new Accounts(transaction, clock).list(),
                    form(
                            transaction,
                            spoken,
                            request,
                            filled == null ? new AccountDescription("", null, null, List.of()) : filled),
                    wrong,
                    Frame.of(spoken, spoken.say("access.accounts"), null, here));
        });
    }

    /** Null for whoever may look at accounts but not change them, and where nobody has one yet. */
    private static @Nullable Form form(
            Transaction transaction, Words spoken, HttpServletRequest request, AccountDescription filled) {
        var account = Visitor.of(request).account();
        if (account == null || account.sight(MANAGE).isEmpty()) {
            return null;
        }
        return new Form(
                FormToken.of(request),
                filled,
                AccountDescription.roles(),
                byName(OrganisationRegister.all(transaction).keySet(), spoken),
                byName(PlaceRegister.districtNames(transaction).keySet(), spoken));
    }

    private static List<String> byName(Set<String> codes, Words spoken) {
        var sorted = new ArrayList<>(codes);
        sorted.sort(Comparator.comparing((String code) -> spoken.name(code)).thenComparing(code -> code));
        return sorted;
    }

    @GetMapping("/api/accounts")
    ResponseEntity<byte[]> listAsJson(HttpServletRequest request) {
        return store.read(transaction -> {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put(
                    "accounts",
                    new Accounts(transaction, clock)
                            .list().stream()
                                    .map(kept -> json(transaction, kept))
                                    .toList());
            return Replies.json(map);
        });
    }

    @GetMapping("/accounts/{name}")
    ResponseEntity<byte[]> one(@PathVariable("name") String name, HttpServletRequest request) {
        return Replies.page("accountkept.jte", Map.of("page", onePage(name, request, null, null)));
    }

    private KeptPage onePage(
            String name, HttpServletRequest request, @Nullable AccountDescription filled, @Nullable String wrong) {
        return store.read(transaction -> {
            var spoken = words.in(transaction, language(request));
            var accounts = new Accounts(transaction, clock);
            var kept = found(accounts, name);
            var account = kept.account();
            var here = new Address(path(name), Map.of("lang", spoken.language()));
            return new KeptPage(
                    kept,
                    new SecondSteps(transaction, clock).isAskedOf(name),
                    new DeviceKeys(transaction, clock).concern(account),
                    new Elsewhere(transaction, clock).of(name),
                    accounts.eventsOf(name, EVENTS),
                    form(
                            transaction,
                            spoken,
                            request,
                            filled == null
                                    ? new AccountDescription(
                                            name,
                                            account.role().code(),
                                            account.organisation(),
                                            List.copyOf(account.districts()))
                                    : filled),
                    wrong,
                    Once.take(request, "link " + name).stream().findFirst().orElse(null),
                    Frame.of(spoken, spoken.say("access.account") + " " + name, null, here));
        });
    }

    @GetMapping("/api/accounts/{name}")
    ResponseEntity<byte[]> oneAsJson(@PathVariable("name") String name, HttpServletRequest request) {
        return store.read(transaction -> {
            var kept = found(new Accounts(transaction, clock), name);
            return Replies.json(json(transaction, kept));
        });
    }

    private Map<String, @Nullable Object> json(Transaction transaction, Accounts.Kept kept) {
        var account = kept.account();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", account.name());
        map.put("role", account.role().code());
        map.put("organisation", account.organisation());
        map.put("districts", List.copyOf(account.districts()));
        map.put("disabled", account.disabled());
        map.put("hasPassword", kept.hasPassword());
        map.put("secondStep", new SecondSteps(transaction, clock).isAskedOf(account.name()));
        map.put(
                "elsewhere",
                new Elsewhere(transaction, clock)
                        .of(account.name()).stream()
                                .map(link -> Map.of("issuer", link.issuer(), "subject", link.subject()))
                                .toList());
        map.put(
                "deviceKeys",
                new DeviceKeys(transaction, clock)
                        .list(account.name()).stream().map(this::json).toList());
        map.put(
                "passkeys",
                new Passkeys(transaction, clock)
                        .list(account.name()).stream()
                                .map(AccountsController::json)
                                .toList());
        map.put("decidesOwn", kept.decidesOwn());
        map.put("createdAt", kept.createdAt().toString());
        return map;
    }

    private Map<String, @Nullable Object> json(DeviceKeys.Kept key) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", key.id());
        map.put("device", key.device());
        map.put("madeAt", key.madeAt().toString());
        map.put("endsAt", key.endsAt().toString());
        map.put("usedAt", key.usedAt() == null ? null : key.usedAt().toString());
        map.put("revokedAt", key.revokedAt() == null ? null : key.revokedAt().toString());
        map.put("holds", key.holds(clock.instant()));
        return map;
    }

    private static Map<String, @Nullable Object> json(Passkeys.Kept key) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", key.id());
        map.put("name", key.name());
        map.put("host", key.host());
        map.put("madeAt", key.madeAt().toString());
        map.put("usedAt", key.usedAt() == null ? null : key.usedAt().toString());
        return map;
    }

    private static Accounts.Kept found(Accounts accounts, String name) {
        return accounts.find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no account of this name; /accounts lists all"));
    }

    /** Gives an account and, with it, the link by which its person sets the password. */
    @PostMapping("/accounts")
    ResponseEntity<byte[]> add(
            @RequestParam("name") String typed,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestParam(name = "organisation", defaultValue = "") String organisation,
            @RequestParam(name = "district", defaultValue = "") List<String> districts,
            HttpServletRequest request) {
        var name = typed.strip();
        var described = new AccountDescription(name, role, blankAsNull(organisation), districts);
        try {
            var secret = write(request, (accounts, transaction, actor) -> {
                accounts.add(described.read(transaction), actor);
                return accounts.giveLink(name, actor);
            });
            return withLink(name, secret, request);
        } catch (ProblemException unfit) {
            return Replies.again("accounts.jte", Map.of("page", listPage(request, described, refusal(unfit))));
        }
    }

    /** Role, body and districts as a whole, and whether the person may decide on own reports. */
    @PostMapping("/accounts/{name}")
    ResponseEntity<byte[]> change(
            @PathVariable("name") String name,
            @RequestParam("role") String role,
            @RequestParam(name = "organisation", defaultValue = "") String organisation,
            @RequestParam(name = "district", defaultValue = "") List<String> districts,
            @RequestParam(name = "own", defaultValue = "false") boolean own,
            HttpServletRequest request) {
        var described = new AccountDescription(name, role, blankAsNull(organisation), districts);
        return act(name, request, described, (accounts, transaction, actor) -> {
            var before = found(accounts, name);
            var after = described.read(transaction);
            if (!isSame(before.account(), after)) {
                accounts.change(after, actor);
            }
            if (before.decidesOwn() != own) {
                accounts.letDecideOwn(name, own, actor);
            }
            return name;
        });
    }

    private static boolean isSame(Account before, Account after) {
        return before.role() == after.role()
                && Objects.equals(before.organisation(), after.organisation())
                && before.districts().equals(after.districts());
    }

    @PostMapping("/accounts/{name}/disabled")
    ResponseEntity<byte[]> disable(
            @PathVariable("name") String name, @RequestParam("disabled") boolean disabled, HttpServletRequest request) {
        return act(name, request, null, (accounts, transaction, actor) -> {
            found(accounts, name);
            accounts.disable(name, disabled, actor);
            return name;
        });
    }

    @PostMapping("/accounts/{name}/sessions")
    ResponseEntity<byte[]> endSessions(@PathVariable("name") String name, HttpServletRequest request) {
        return act(name, request, null, (accounts, transaction, actor) -> {
            found(accounts, name);
            accounts.endSessions(name, actor);
            return name;
        });
    }

    @PostMapping("/accounts/{name}/second-step")
    ResponseEntity<byte[]> takeSecondStepAway(@PathVariable("name") String name, HttpServletRequest request) {
        return act(name, request, null, (accounts, transaction, actor) -> {
            found(accounts, name);
            new SecondSteps(transaction, clock).takeAway(name, actor);
            return name;
        });
    }

    /** What takes somebody's sign-in elsewhere away from their account. */
    @PostMapping("/accounts/{name}/elsewhere")
    ResponseEntity<byte[]> unlink(@PathVariable("name") String name, HttpServletRequest request) {
        return act(name, request, null, (accounts, transaction, actor) -> {
            found(accounts, name);
            new Elsewhere(transaction, clock).unlink(name, actor);
            return name;
        });
    }

    @PostMapping("/accounts/{name}/link")
    ResponseEntity<byte[]> link(@PathVariable("name") String name, HttpServletRequest request) {
        try {
            var secret = write(request, (accounts, transaction, actor) -> {
                found(accounts, name);
                return accounts.giveLink(name, actor);
            });
            return withLink(name, secret, request);
        } catch (ProblemException unfit) {
            return refused(name, request, null, unfit);
        }
    }

    /** Something that an administrator does. */
    private interface Doing {
        String with(Accounts accounts, Transaction transaction, String actor);
    }

    private String write(HttpServletRequest request, Doing doing) {
        var actor = Visitor.of(request).name();
        if (actor == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "nobody has an account yet; the first is made by the link that serve prints, or by: clearground users"
                            + " add NAME --role " + Role.ADMINISTRATOR.code());
        }
        return store.write(transaction -> doing.with(new Accounts(transaction, clock), transaction, actor));
    }

    private ResponseEntity<byte[]> act(
            String name, HttpServletRequest request, @Nullable AccountDescription filled, Doing doing) {
        try {
            write(request, doing);
        } catch (ProblemException unfit) {
            return refused(name, request, filled, unfit);
        }
        return Replies.seeOther(new Address(path(name), Map.of())
                .with("lang", language(request))
                .toString());
    }

    /** The page again with the sentence that says why nothing was changed. */
    private ResponseEntity<byte[]> refused(
            String name, HttpServletRequest request, @Nullable AccountDescription filled, ProblemException unfit) {
        var sentence = refusal(unfit);
        return Replies.again("accountkept.jte", Map.of("page", onePage(name, request, filled, sentence)));
    }

    private static String refusal(ProblemException unfit) {
        if (unfit.code() != ProblemCode.WRONG_CALL) {
            throw unfit;
        }
        return String.valueOf(unfit.getMessage());
    }

    private ResponseEntity<byte[]> withLink(String name, String secret, HttpServletRequest request) {
        Once.hold(request, "link " + name, List.of(serving.origin(request.getLocalPort()) + "/sign-in/link/" + secret));
        return Replies.seeOther(new Address(path(name), Map.of())
                        .with("lang", language(request))
                        .toString()
                + "#link");
    }

    private static String path(String name) {
        return "/accounts/" + Address.escaped(name);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable String language(HttpServletRequest request) {
        return new Query(request, "district").language();
    }
}
