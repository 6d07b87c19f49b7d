// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.clearground.administration.store.PackAdoption;
import org.clearground.administration.store.PackCheck;
import org.clearground.administration.store.WaitingPacks;
import org.clearground.administration.web.AdministrationPages.CodeList;
import org.clearground.administration.web.AdministrationPages.Texts;
import org.clearground.administration.web.PackChangePages.ChangePage;
import org.clearground.administration.web.PackChangePages.EditPage;
import org.clearground.administration.web.PackChangePages.StartPage;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Pack;
import org.clearground.packs.PackEdits;
import org.clearground.packs.PackZip;
import org.clearground.packs.Packs;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Changes the country pack: a whole one sent as a zip, or one text or code written anew. Each way makes a pack that waits;
 * what it would change is looked at, and then it is put in force as the command does it.
 */
@RestController
final class PackChangeController {

    private static final String CHANGE = "/administration/pack/change";
    private static final String TEXT = "/administration/pack/text";
    private static final String CODE = "/administration/pack/code";

    /** Closed by the standards: another code would be one that no figure knows. */
    private static final String CLOSED = "ordnance-categories";

    private static final Pattern CODE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST = 4_000;

    private final Store store;
    private final PageWords words;
    private final PackAdoption adoption;
    private final WaitingPacks waiting;

    PackChangeController(Store store, PageWords words, PackAdoption adoption, Clock clock) {
        this.store = store;
        this.words = words;
        this.adoption = adoption;
        this.waiting = new WaitingPacks(store, clock);
    }

    /** In the address of a field, as {@link Query} reads it. */
    static String field(String language) {
        return "text_" + language.replace('-', '_');
    }

    @GetMapping("/administration/pack/download")
    ResponseEntity<byte[]> download(HttpServletRequest request) {
        new Query(request);
        return store.read(transaction -> {
            var pack = Packs.inForce(transaction);
            var name = (pack.name() + "-" + pack.version()).replaceAll("[^A-Za-z0-9.+-]", "_");
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"")
                    .body(PackZip.write(pack));
        });
    }

    @GetMapping(CHANGE)
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(spoken, spoken.say("administration.change"), null, query.here(), null);
            return Replies.page("packchangestart.jte", Map.of("page", new StartPage(FormToken.of(request), frame)));
        });
    }

    @PostMapping(CHANGE)
    ResponseEntity<byte[]> send(@RequestParam("file") MultipartFile file, HttpServletRequest request) {
        try (var in = file.getInputStream()) {
            var pack = readable(PackZip.read(in));
            return toPreview(waiting.keep(pack), new Query(request));
        } catch (ProblemException unusable) {
            throw unusable.code() == ProblemCode.PACK_INVALID
                    ? new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(unusable.getMessage()), unusable)
                    : unusable;
        } catch (IOException interrupted) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the file did not arrive as a whole; send it again", interrupted);
        }
    }

    /** That all of it can be read that a preview shows. */
    private static Pack readable(Pack pack) {
        pack.zone();
        pack.credit();
        pack.version();
        PackDifference.of(pack, pack);
        PackContents.forms(pack);
        return pack;
    }

    static ResponseEntity<byte[]> toPreview(String id, Query query) {
        return Replies.seeOther(new Address(CHANGE + "/" + id, Map.of())
                .with("lang", query.language())
                .toString());
    }

    private Pack find(String id) {
        return waiting.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "no change of the pack waits under this address; it came into force, was thrown away, or is"
                                + " older than a day"));
    }

    @GetMapping(CHANGE + "/{id}")
    ResponseEntity<byte[]> preview(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var after = find(id);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var before = spoken.pack();
            var difference = PackDifference.of(before, after);
            return Replies.page(
                    "packchange.jte",
                    Map.of(
                            "page",
                            new ChangePage(
                                    id,
                                    before.name() + ", " + before.version(),
                                    after.name() + ", " + after.version(),
                                    some(difference.texts()),
                                    Math.max(0, difference.texts().size() - MOST_SHOWN),
                                    some(difference.codes()),
                                    Math.max(0, difference.codes().size() - MOST_SHOWN),
                                    difference.files(),
                                    refusal(after),
                                    PackAdoption.standing(transaction),
                                    Visitor.of(request).account() != null,
                                    FormToken.of(request),
                                    new Frame(
                                            spoken,
                                            spoken.say("administration.change.preview"),
                                            null,
                                            query.here(),
                                            null))));
        });
    }

    private static <T> List<T> some(List<T> all) {
        return all.subList(0, Math.min(MOST_SHOWN, all.size()));
    }

    private static @Nullable String refusal(Pack pack) {
        try {
            PackCheck.require(pack);
            return null;
        } catch (ProblemException why) {
            return why.getMessage();
        }
    }

    @PostMapping(CHANGE + "/{id}")
    ResponseEntity<byte[]> decide(@PathVariable("id") String id, HttpServletRequest request) {
        var query = new Query(request);
        var pack = find(id);
        if ("discard".equals(query.text("do"))) {
            waiting.drop(id);
            return toTexts(query);
        }
        var seen = query.text("seen");
        if (seen == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the form does not say beside which pack this was seen; load its page again and decide there");
        }
        var why = refusal(pack);
        if (why != null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, why);
        }
        adoption.adopt(pack, seen, Visitor.of(request).person(query.text("person")));
        waiting.drop(id);
        return toTexts(query);
    }

    private static ResponseEntity<byte[]> toTexts(Query query) {
        return Replies.seeOther(new Address("/administration/pack", Map.of())
                .with("lang", query.language())
                .toString());
    }

    // ---- one text, one code -----------------------------------------------------------------------------------------

    @GetMapping(TEXT)
    ResponseEntity<byte[]> text(HttpServletRequest request) {
        return edit(request, (query, pack) -> {
            var key = said(query, "key");
            if (!pack.sentences().has(key)) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "this pack has no sentence \"" + key + "\"");
            }
            var texts = new LinkedHashMap<String, String>();
            pack.languages()
                    .forEach(language -> texts.put(language, pack.sentences().written(language, key)));
            return new Edited(TEXT, key, null, texts);
        });
    }

    @GetMapping(CODE)
    ResponseEntity<byte[]> code(HttpServletRequest request) {
        return edit(request, (query, pack) -> {
            var list = list(query, pack);
            var code = query.text("code");
            var known = list.rows().stream()
                    .filter(row -> row.key().equals(code))
                    .map(Texts::texts)
                    .findFirst();
            if (code != null && known.isEmpty()) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "this list has no code \"" + code + "\"");
            }
            return new Edited(CODE, code == null ? "" : code, list.key(), known.orElse(Map.of()));
        });
    }

    /** What is to be written anew. */
    private record Edited(String action, String key, @Nullable String list, Map<String, String> texts) {}

    private ResponseEntity<byte[]> edit(HttpServletRequest request, BiFunction<Query, Pack, Edited> what) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var edited = what.apply(query, spoken.pack());
            return Replies.page(
                    "packedit.jte",
                    Map.of(
                            "page",
                            new EditPage(
                                    edited.action(),
                                    edited.key(),
                                    edited.list(),
                                    spoken.pack().languages(),
                                    edited.texts(),
                                    LONGEST,
                                    FormToken.of(request),
                                    new Frame(
                                            spoken,
                                            spoken.say(
                                                    edited.list() == null
                                                            ? "administration.change.text"
                                                            : "administration.change.code"),
                                            null,
                                            query.here(),
                                            null))));
        });
    }

    @PostMapping(TEXT)
    ResponseEntity<byte[]> changeText(HttpServletRequest request) {
        return change(request, (query, pack) -> {
            var key = said(query, "key");
            return PackEdits.withText(
                    pack, key, written(query, pack, language -> pack.sentences().written(language, key)));
        });
    }

    @PostMapping(CODE)
    ResponseEntity<byte[]> changeCode(HttpServletRequest request) {
        return change(request, (query, pack) -> {
            var list = list(query, pack);
            var code = said(query, "code");
            var known =
                    list.rows().stream().filter(row -> row.key().equals(code)).findFirst();
            if (known.isEmpty()
                    && (list.key().equals(CLOSED) || !CODE_NAME.matcher(code).matches())) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        list.key().equals(CLOSED)
                                ? "categories of ordnance are closed by the standards; no code is added to them"
                                : "a code has at most 64 letters a to z, digits, hyphens and underscores, and begins with"
                                        + " a letter or digit");
            }
            var before = known.map(Texts::texts).orElse(Map.of());
            var labels = written(query, pack, language -> before.getOrDefault(language, ""));
            if (known.isEmpty() && labels.isEmpty()) {
                throw new ProblemException(ProblemCode.WRONG_CALL, "give the code a label in a language at least");
            }
            var form = list.form();
            return PackEdits.withCode(
                    pack,
                    form == null ? "codes/" + list.name() + ".csv" : "forms/" + form + "/choices.csv",
                    form == null ? null : list.name(),
                    code,
                    labels);
        });
    }

    private ResponseEntity<byte[]> change(HttpServletRequest request, BiFunction<Query, Pack, Pack> what) {
        var query = new Query(request);
        var changed = store.read(transaction -> what.apply(query, Packs.inForce(transaction)));
        return toPreview(waiting.keep(changed), query);
    }

    /** The texts that are others than before. */
    private static Map<String, String> written(
            Query query, Pack pack, java.util.function.UnaryOperator<String> before) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : pack.languages()) {
            var sent = query.text(field(language));
            var text = sent == null ? "" : sent.replace("\r\n", "\n");
            if (text.length() > LONGEST) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "a text has at most " + LONGEST + " characters; nothing was changed");
            }
            if (!text.equals(before.apply(language).strip())) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    private static CodeList list(Query query, Pack pack) {
        var asked = said(query, "list");
        return PackContents.codeLists(pack).stream()
                .filter(list -> list.key().equals(asked))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "this pack has no such list of codes"));
    }

    private static String said(Query query, String name) {
        var said = query.text(name);
        if (said == null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "say which: " + name + "=…");
        }
        return said;
    }
}
