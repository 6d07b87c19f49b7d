// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.administration.store.Upkeep;
import org.clearground.administration.web.AdministrationPages.PackState;
import org.clearground.administration.web.AdministrationPages.Running;
import org.clearground.administration.web.AdministrationPages.StatePage;
import org.clearground.administration.web.AdministrationPages.StoreState;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.places.store.PlaceRegister;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
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
import org.springframework.web.bind.annotation.RestController;

/** How the node stands, and the button that has it verified. */
@RestController
final class AdministrationController {

    private static final Right MANAGE = new Right(Resource.NODE, Action.MANAGE);
    private static final String NOBODY = "–";

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final Ledger ledger;
    private final RunningVerification running;

    AdministrationController(Store store, Clock clock, PageWords words, RunningVerification running) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.ledger = new Ledger(clock);
        this.running = running;
    }

    @GetMapping("/administration")
    ResponseEntity<byte[]> state(HttpServletRequest request) {
        var query = new Query(request);
        var onItsWay = onItsWay();
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("administration.title"), null, query.here());
            return Replies.page(
                    "administration.jte",
                    Map.of(
                            "page",
                            page(
                                    transaction,
                                    onItsWay,
                                    spoken.pack(),
                                    mayAct(request) ? FormToken.of(request) : null,
                                    frame)));
        });
    }

    private StatePage page(
            Transaction transaction, @Nullable Running onItsWay, Pack pack, @Nullable FormToken token, Frame frame) {
        var upkeep = new Upkeep(transaction);
        var backedUp = upkeep.findLast(Upkeep.Kind.BACKED_UP).orElse(null);
        return new StatePage(
                storeState(transaction),
                packState(transaction, pack),
                upkeep.findLast(Upkeep.Kind.VERIFIED).orElse(null),
                onItsWay,
                backedUp,
                backedUp == null || isOld(backedUp.at()),
                token,
                frame);
    }

    private boolean isOld(Instant backedUp) {
        return clock.instant().isAfter(backedUp.plus(Upkeep.BACKUP_HOLDS));
    }

    /** Asked before the store is read: what has ended by then has written down its result. */
    private @Nullable Running onItsWay() {
        return running.state()
                .map(state -> new Running(
                        state.since(), state.actor(), state.done(), state.of(), state.registers(), state.failed()))
                .orElse(null);
    }

    private StoreState storeState(Transaction transaction) {
        var last = ledger.head(transaction).orElse(null);
        return new StoreState(
                String.valueOf(store.directory().toAbsolutePath().normalize().getFileName()),
                Store.schema(),
                store.bytes(),
                last == null ? NOBODY : last.node().toString(),
                transaction
                        .sql()
                        .sql("select count(*) from ledger")
                        .query((row, number) -> row.getLong(1))
                        .single(),
                last == null ? null : last.recordedAt());
    }

    private static PackState packState(Transaction transaction, Pack pack) {
        return new PackState(
                pack.name(),
                pack.version(),
                Digest.of(Packs.filesInForce(transaction).getBytes(StandardCharsets.UTF_8))
                        .hex(),
                pack.paths().size(),
                pack.languages(),
                PackContents.forms(pack).size(),
                PackContents.codeLists(pack).size(),
                pack.sentences().keys().size(),
                PlaceRegister.districtNames(transaction).size(),
                PlaceRegister.countSettlements(transaction),
                OrganisationRegister.all(transaction).size());
    }

    private static boolean mayAct(HttpServletRequest request) {
        var account = Visitor.of(request).account();
        return account == null || account.sight(MANAGE).isPresent();
    }

    @PostMapping("/administration/verify")
    ResponseEntity<byte[]> verify(HttpServletRequest request) {
        var query = new Query(request);
        var actor = Visitor.of(request).name();
        running.begin("true".equals(query.text("registers")), actor == null ? NOBODY : actor);
        return Replies.seeOther(new Address("/administration", Map.of())
                        .with("lang", query.language())
                        .toString()
                + "#verification");
    }

    @GetMapping("/api/administration")
    ResponseEntity<byte[]> stateAsJson(HttpServletRequest request) {
        var query = new Query(request);
        var onItsWay = onItsWay();
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var page = page(
                    transaction,
                    onItsWay,
                    spoken.pack(),
                    null,
                    Frame.of(spoken, spoken.say("administration.title"), null, query.here()));
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("store", json(page.store()));
            map.put("pack", json(page.pack()));
            map.put("verified", json(page.verified()));
            map.put("running", json(page.running()));
            map.put("backedUp", json(page.backedUp()));
            map.put("backupOld", page.backupOld());
            return Replies.json(map);
        });
    }

    private static Map<String, @Nullable Object> json(StoreState state) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("directory", state.directory());
        map.put("schema", state.schema());
        map.put("bytes", state.bytes());
        map.put("node", state.node());
        map.put("entries", state.entries());
        map.put("lastEntryAt", text(state.lastEntry()));
        return map;
    }

    private static Map<String, @Nullable Object> json(PackState state) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", state.name());
        map.put("version", state.version());
        map.put("digest", state.digest());
        map.put("languages", state.languages());
        map.put("forms", state.forms());
        map.put("codeLists", state.codeLists());
        map.put("sentences", state.sentences());
        map.put("districts", state.districts());
        map.put("settlements", state.settlements());
        map.put("organisations", state.organisations());
        return map;
    }

    private static @Nullable Map<String, @Nullable Object> json(Upkeep.@Nullable Done done) {
        if (done == null) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("at", done.at().toString());
        map.put("tookMs", done.took().toMillis());
        map.put("actor", done.actor());
        map.put("entries", done.entries());
        map.put("contents", done.contents());
        map.put("holds", done.holds());
        map.put("fault", done.holds() ? null : done.fault());
        if (done.kind() == Upkeep.Kind.VERIFIED) {
            map.put("registersCompared", done.registers());
        } else {
            map.put("fileName", done.copy().fileName());
            map.put("bytes", done.copy().bytes());
            map.put("sha256", done.copy().sha256());
        }
        return map;
    }

    private static @Nullable Map<String, @Nullable Object> json(@Nullable Running running) {
        if (running == null) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("since", running.since().toString());
        map.put("actor", running.actor());
        map.put("done", running.done());
        map.put("of", running.of());
        map.put("registers", running.registers());
        map.put("failed", running.failed());
        return map;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
