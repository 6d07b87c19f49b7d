// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.administration.store.WaitingPacks;
import org.clearground.administration.web.PackChangePages.OrganisationLine;
import org.clearground.administration.web.PackChangePages.OrganisationsPage;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Pack;
import org.clearground.packs.PackEdits;
import org.clearground.packs.Packs;
import org.clearground.storage.Store;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Organisations of the pack in force: one is added or written anew, which makes a pack that waits to be looked at, as with
 * any other change of it. None is taken away: reports name it.
 */
@RestController
final class PackOrganisationController {

    private static final String TABLE = "organisations.csv";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    static final int LONGEST = 300;
    static final int LONGEST_ALIASES = 4_000;

    private final Store store;
    private final PageWords words;
    private final WaitingPacks waiting;

    PackOrganisationController(Store store, PageWords words, Clock clock) {
        this.store = store;
        this.words = words;
        this.waiting = new WaitingPacks(store, clock);
    }

    private static List<OrganisationLine> lines(Pack pack) {
        return pack.table(TABLE).stream()
                .map(row -> OrganisationLine.of(pack, row))
                .toList();
    }

    @GetMapping("/administration/pack/organisations")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var lines = lines(spoken.pack());
            var asked = query.text("code");
            var chosen = asked == null
                    ? new OrganisationLine("", "", Map.of(), "")
                    : lines.stream()
                            .filter(line -> line.code().equals(asked))
                            .findFirst()
                            .orElseThrow(() -> new ProblemException(
                                    ProblemCode.NOT_FOUND, "this pack has no organisation \"" + asked + "\""));
            return Replies.page(
                    "packorganisations.jte",
                    Map.of(
                            "page",
                            new OrganisationsPage(
                                    lines,
                                    chosen,
                                    lines.stream()
                                            .map(OrganisationLine::kind)
                                            .filter(kind -> !kind.isEmpty())
                                            .distinct()
                                            .sorted()
                                            .toList(),
                                    spoken.pack().languages(),
                                    FormToken.of(request),
                                    new Frame(
                                            spoken,
                                            spoken.say("administration.organisations"),
                                            null,
                                            query.here(),
                                            null))));
        });
    }

    @PostMapping("/administration/pack/organisations")
    ResponseEntity<byte[]> change(HttpServletRequest request) {
        var query = new Query(request);
        var code = matching(query.text("code"), CODE, "code");
        var kind = matching(query.text("kind"), KIND, "kind");
        var changed = store.read(transaction -> {
            var pack = Packs.inForce(transaction);
            boolean known = lines(pack).stream().anyMatch(line -> line.code().equals(code));
            if (known != "yes".equals(query.text("known"))) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        known
                                ? "there is an organisation \"" + code
                                        + "\" already; choose it in the list to change it"
                                : "this pack has no organisation \"" + code + "\" any more; load the page again");
            }
            var cells = new LinkedHashMap<String, String>();
            cells.put("kind", kind);
            for (var language : pack.languages()) {
                cells.put("name_" + language, text(query.text(PackChangeController.field(language)), LONGEST));
            }
            if (cells.entrySet().stream()
                    .allMatch(cell ->
                            cell.getKey().equals("kind") || cell.getValue().isEmpty())) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "give the organisation a name in a language at least");
            }
            cells.put("aliases", aliases(text(query.text("aliases"), LONGEST_ALIASES)));
            return PackEdits.withRow(pack, TABLE, "code", code, cells);
        });
        return PackChangeController.toPreview(waiting.keep(changed), query);
    }

    private static String matching(@Nullable String said, Pattern allowed, String what) {
        if (said == null || !allowed.matcher(said).matches()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "a " + what + " of an organisation has at most 64 letters a to z, digits, hyphens and underscores,"
                            + " and begins with a letter; nothing was changed");
        }
        return said;
    }

    private static String text(@Nullable String said, int longest) {
        var text = said == null ? "" : said.strip();
        if (text.length() > longest) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "a name has at most " + longest + " characters; nothing was changed");
        }
        return text;
    }

    private static String aliases(String lines) {
        if (lines.indexOf('|') >= 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "other names stand one a line, and none has a \"|\"; nothing was changed");
        }
        return String.join(
                "|",
                Arrays.stream(lines.split("\\R"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .toList());
    }
}
