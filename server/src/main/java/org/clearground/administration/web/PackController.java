// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clearground.administration.web.AdministrationPages.CodesPage;
import org.clearground.administration.web.AdministrationPages.FormsPage;
import org.clearground.administration.web.AdministrationPages.PackHead;
import org.clearground.administration.web.AdministrationPages.TextsPage;
import org.clearground.administration.web.AdministrationPages.Version;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.packs.Words;
import org.clearground.storage.Store;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the country pack holds: sentences, code lists, forms; of the pack in force, or with {@code version=} of one that was.
 * Nothing is changed here; {@link PackChangeController} does that.
 */
@RestController
final class PackController {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10_000;

    private final Store store;
    private final PageWords words;

    PackController(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    /** A pack with what its pages say of it. */
    private record Shown(Pack pack, PackHead head, Words words, Query query) {}

    private ResponseEntity<byte[]> show(HttpServletRequest request, String template, Function<Shown, Object> page) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var adopted = Ledger.all(transaction, EntryKind.PACK_ADOPTED);
            var entry = chosen(adopted, query);
            boolean inForce = entry.equals(adopted.get(adopted.size() - 1));
            var pack = inForce ? spoken.pack() : Packs.read(transaction, entry);
            var versions = versions(adopted);
            var version = versions.stream()
                    .filter(each -> each.seq() == entry.seq())
                    .findFirst()
                    .orElseThrow();
            return Replies.page(
                    template,
                    Map.of(
                            "page",
                            page.apply(new Shown(
                                    pack, new PackHead(version, versions, pack.languages()), spoken, query))));
        });
    }

    private static LedgerEntry chosen(List<LedgerEntry> adopted, Query query) {
        long seq = query.whole("version", 0, Long.MAX_VALUE, 0);
        if (seq == 0) {
            return adopted.get(adopted.size() - 1);
        }
        return adopted.stream()
                .filter(entry -> entry.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "entry " + seq + " put no pack in force; the page lists those that did"));
    }

    /** The newest first, each until the next. */
    private static List<Version> versions(List<LedgerEntry> adopted) {
        var versions = new ArrayList<Version>();
        @Nullable Instant until = null;
        for (int i = adopted.size() - 1; i >= 0; i--) {
            var entry = adopted.get(i);
            versions.add(new Version(
                    entry.subject(), Packs.version(entry), entry.recordedAt(), until, entry.actor(), entry.seq()));
            until = entry.recordedAt();
        }
        return versions;
    }

    private static Frame frame(Shown shown, String title) {
        return new Frame(shown.words(), title, null, shown.query().here(), null);
    }

    @GetMapping("/administration/pack")
    ResponseEntity<byte[]> texts(HttpServletRequest request) {
        return show(request, "packtexts.jte", shown -> {
            var asked = shown.query().text("q");
            boolean onlyMissing = "yes".equals(shown.query().text("missing"));
            var found = PackContents.sentences(shown.pack(), asked == null ? "" : asked, onlyMissing);
            int page = (int) shown.query().whole("page", 1, MOST_PAGES, 1);
            int from = Math.min(found.size(), (page - 1) * PAGE);
            int to = Math.min(found.size(), from + PAGE);
            return new TextsPage(
                    shown.head(),
                    found.subList(from, to),
                    asked == null ? "" : asked,
                    PackContents.incomplete(shown.pack()),
                    onlyMissing,
                    found.size(),
                    page > 1 ? String.valueOf(page - 1) : null,
                    to < found.size() ? String.valueOf(page + 1) : null,
                    frame(shown, shown.words().say("administration.pack")));
        });
    }

    @GetMapping("/administration/pack/codes")
    ResponseEntity<byte[]> codes(HttpServletRequest request) {
        return show(request, "packcodes.jte", shown -> {
            var lists = PackContents.codeLists(shown.pack());
            var asked = shown.query().text("list");
            var chosen = lists.stream().filter(list -> list.key().equals(asked)).findFirst();
            if (asked != null && chosen.isEmpty()) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "this pack has no such list of codes; the page without list= has all");
            }
            return new CodesPage(
                    shown.head(),
                    lists,
                    chosen.orElse(null),
                    frame(shown, shown.words().say("administration.codes")));
        });
    }

    @GetMapping("/administration/pack/forms")
    ResponseEntity<byte[]> forms(HttpServletRequest request) {
        return show(request, "packforms.jte", shown -> {
            var forms = PackContents.forms(shown.pack());
            var asked = shown.query().text("form");
            var chosen = forms.stream().filter(form -> form.id().equals(asked)).findFirst();
            if (asked != null && chosen.isEmpty()) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "this pack has no such form; the page without form= has all");
            }
            return new FormsPage(
                    shown.head(),
                    forms,
                    chosen.orElse(null),
                    chosen.map(form -> PackContents.fields(shown.pack(), form.id()))
                            .orElse(List.of()),
                    frame(shown, shown.words().say("administration.forms")));
        });
    }
}
