// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearground.errors.Finding;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.packs.Words;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.ReadReport;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.intake.TypedReport;
import org.clearground.reports.store.Country;
import org.clearground.reports.store.Drafts;
import org.clearground.reports.store.Intake;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.TypedReports;
import org.clearground.reports.web.EntryPages.DraftLine;
import org.clearground.reports.web.EntryPages.FormChoice;
import org.clearground.reports.web.EntryPages.FormPage;
import org.clearground.reports.web.EntryPages.StartPage;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports typed into pages that are made of the pack's forms. Whatever is sent is kept as a draft first, so that nothing
 * typed is lost; what is sent for good goes the way of every file.
 */
@RestController
final class EntryController {

    /** The question that says whose report it is. */
    static final String BODY = "organisation";

    private static final int MOST_NAME = 100;
    private static final int MOST_PROPOSED = 12;

    private final Store store;
    private final Clock clock;
    private final PageWords words;
    private final TypedReports typedReports;

    EntryController(Store store, Clock clock, PageWords words, Intake intake) {
        this.store = store;
        this.clock = clock;
        this.words = words;
        this.typedReports = new TypedReports(store, intake);
    }

    /** Who types what into which form. */
    private record Asked(FormDefinition form, @Nullable String draft, HttpServletRequest request) {

        @Nullable
        String body() {
            return Visitor.of(request).sight().organisation();
        }

        boolean nameless() {
            return Visitor.of(request).account() == null;
        }

        @Nullable
        String language() {
            return request.getParameter("lang");
        }

        Address at(@Nullable String kept) {
            return new Address("/enter/" + form.id() + (kept == null ? "" : "/" + kept), Map.of())
                    .with("lang", language());
        }

        /** A report of one body, whatever the page was made to say. */
        TypedReport typed() {
            var typed = TypedReport.of(form, request.getParameterMap());
            return ofBody(typed);
        }

        TypedReport ofBody(TypedReport typed) {
            var body = body();
            return body == null
                            || form.questions().stream()
                                    .noneMatch(each -> each.name().equals(BODY))
                    ? typed
                    : typed.with(BODY, body);
        }

        TypedReports.Sent sent(TypedReport typed) {
            return new TypedReports.Sent(form.id() + "-entered.json", typed.submission(form.id()), form.id(), body());
        }
    }

    @GetMapping("/enter")
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        var query = new Query(request);
        var owner = DraftOwner.of(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(spoken, spoken.say("enter.title"), null, query.here(), null);
            var titles = new LinkedHashMap<String, String>();
            PackForms.ids(spoken.pack())
                    .forEach(id -> titles.put(
                            id, PackForms.form(spoken.pack(), id).titles().in(spoken.language())));
            var forms = titles.entrySet().stream()
                    .map(form -> new FormChoice(form.getValue(), frame.link("/enter/" + form.getKey())))
                    .sorted(java.util.Comparator.comparing(FormChoice::title))
                    .toList();
            var drafts = new Drafts(transaction, clock, owner.name())
                    .list().stream()
                            .filter(draft -> titles.containsKey(draft.form()))
                            .map(draft -> new DraftLine(
                                    titles.getOrDefault(draft.form(), draft.form()),
                                    draft,
                                    frame.link("/enter/" + draft.form() + "/" + draft.id()),
                                    spoken.moment(draft.changedAt())))
                            .toList();
            return Replies.page("enter.jte", Map.of("page", new StartPage(forms, drafts, frame)));
        });
    }

    /** Settlements of a district whose names begin as what is typed, or are spelt most like it, for a field to propose. */
    @GetMapping("/api/enter/settlements")
    ResponseEntity<byte[]> settlements(HttpServletRequest request) {
        var query = new Query(request);
        var typed = query.text("name");
        var district = query.text("district");
        if (typed == null || typed.length() > MOST_NAME || district == null || district.length() > MOST_NAME) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "say a district and the beginning of a name, each of at most " + MOST_NAME + " characters");
        }
        var language = store.read(
                transaction -> words.in(transaction, query.language()).language());
        var places = typedReports.country().places();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put(
                "settlements",
                places.findDistrict(district)
                        .map(found -> Stream.concat(
                                        places.settlementsBeginning(found, typed, MOST_PROPOSED).stream(),
                                        places.nearestSettlements(found, typed, MOST_PROPOSED).stream())
                                .map(settlement -> settlement.names().in(language))
                                .distinct()
                                .limit(MOST_PROPOSED)
                                .toList())
                        .orElse(List.of()));
        return Replies.json(map);
    }

    @GetMapping("/enter/{form}")
    ResponseEntity<byte[]> blank(@PathVariable("form") String form, HttpServletRequest request) {
        var query = new Query(request);
        var country = typedReports.country();
        return store.read(transaction -> {
            var asked = asked(transaction, form, null, request);
            var typed = asked.ofBody(TypedReport.BLANK);
            return Replies.page(
                    "enterform.jte",
                    Map.of(
                            "page",
                            new Shown(transaction, country, asked, query.here()).page(typed, null, false, null)));
        });
    }

    @GetMapping("/enter/{form}/{draft}")
    ResponseEntity<byte[]> draft(
            @PathVariable("form") String form, @PathVariable("draft") String id, HttpServletRequest request) {
        var query = new Query(request);
        boolean check = query.whole("check", 0, 1, 0) == 1;
        var country = typedReports.country();
        return store.read(transaction -> {
            var asked = asked(transaction, form, id, request);
            var draft = new Drafts(transaction, clock, DraftOwner.of(request).name())
                    .find(form, id)
                    .orElseThrow(Drafts::gone);
            var typed = asked.ofBody(TypedReport.ofJson(draft.answers()));
            return Replies.page(
                    "enterform.jte",
                    Map.of(
                            "page",
                            new Shown(transaction, country, asked, query.here()).page(typed, draft, check, null)));
        });
    }

    @PostMapping("/enter/{form}")
    ResponseEntity<byte[]> begin(@PathVariable("form") String form, HttpServletRequest request) {
        return act(store.read(transaction -> asked(transaction, form, null, request)));
    }

    @PostMapping("/enter/{form}/{draft}")
    ResponseEntity<byte[]> goOn(
            @PathVariable("form") String form, @PathVariable("draft") String id, HttpServletRequest request) {
        return act(store.read(transaction -> asked(transaction, form, id, request)));
    }

    private Asked asked(Transaction transaction, String form, @Nullable String draft, HttpServletRequest request) {
        var pack = words.in(transaction, null).pack();
        if (!PackForms.ids(pack).contains(form)) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "there is no form \"" + form + "\"; the pack has: " + String.join(", ", PackForms.ids(pack)));
        }
        return new Asked(PackForms.form(pack, form), draft, request);
    }

    // ---- what a button asks for -------------------------------------------------------------------------------

    private ResponseEntity<byte[]> act(Asked asked) {
        var action = asked.request().getParameter("do");
        if (action == null || action.length() > 200) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the form does not say what to do with it; load its page again");
        }
        if (action.equals("delete")) {
            return delete(asked);
        }
        var typed = changed(asked.typed(), action);
        var owner = DraftOwner.of(asked.request()).known();
        String kept;
        try {
            kept = keep(asked, owner, typed);
        } catch (ProblemException notKept) {
            if (action.equals("keep") || notKept.code() == ProblemCode.NOT_FOUND) {
                throw notKept;
            }
            var country = typedReports.country();
            return store.read(transaction -> Replies.again(
                    "enterform.jte",
                    Map.of(
                            "page",
                            new Shown(transaction, country, asked, asked.at(asked.draft()))
                                    .page(typed, null, false, notKept.getMessage()))));
        }
        var answer = answer(asked, owner, typed, kept, action);
        var cookie = owner.cookie();
        return cookie == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.SET_COOKIE, cookie)
                        .body(answer.getBody());
    }

    /** What the buttons in the form itself do to it. */
    private static TypedReport changed(TypedReport typed, String action) {
        var parts = action.split("\\.", -1);
        if (parts.length == 2 && parts[0].equals("add") && typed.repeats().containsKey(parts[1])) {
            return typed.rows(parts[1]).size() < TypedReport.MOST_ROWS ? typed.withRow(parts[1]) : typed;
        }
        if (parts.length == 3 && parts[0].equals("remove") && parts[2].matches("\\d{1,6}")) {
            return typed.withoutRow(parts[1], Integer.parseInt(parts[2]));
        }
        return typed;
    }

    private String keep(Asked asked, DraftOwner owner, TypedReport typed) {
        return store.write(transaction -> new Drafts(transaction, clock, owner.name())
                .keep(asked.draft(), asked.form().id(), EntryForm.title(typed), typed.json()));
    }

    private ResponseEntity<byte[]> delete(Asked asked) {
        var draft = asked.draft();
        if (draft != null) {
            drop(DraftOwner.of(asked.request()), draft);
        }
        return Replies.seeOther(
                new Address("/enter", Map.of()).with("lang", asked.language()).toString());
    }

    private void drop(DraftOwner owner, String draft) {
        store.<Boolean>write(transaction -> {
            new Drafts(transaction, clock, owner.name()).drop(draft);
            return true;
        });
    }

    private ResponseEntity<byte[]> answer(
            Asked asked, DraftOwner owner, TypedReport typed, String kept, String action) {
        var here = asked.at(kept);
        var checked = here.with("check", "1") + "#checked";
        if (action.equals("keep")) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("address", here.toString());
            map.put("changed", store.read(transaction -> words.in(transaction, asked.language())
                    .say(
                            "enter.saved",
                            Map.of(
                                    "moment",
                                    words.in(transaction, asked.language()).moment(clock.instant())))));
            return Replies.json(map);
        }
        if (action.equals("send") || action.equals("anyway")) {
            boolean asIs = action.equals("anyway")
                    && seen(asked, typed).equals(asked.request().getParameter("seen"));
            var country = typedReports.country();
            return store.read(transaction -> new Shown(transaction, country, asked, here).maySend(typed, asIs))
                    ? send(asked, owner, typed, kept)
                    : Replies.seeOther(checked);
        }
        if (action.startsWith("outline.")) {
            return Replies.seeOther(here.at(here.path() + "/outline")
                    .with("field", action.substring("outline.".length()))
                    .toString());
        }
        if (action.startsWith("add.")) {
            var repeat = action.substring("add.".length());
            return Replies.seeOther(here + "#row:" + Address.escaped(repeat) + "."
                    + (typed.rows(repeat).size() - 1));
        }
        if (action.startsWith("remove.")) {
            return Replies.seeOther(here + "#rows:" + Address.escaped(action.split("\\.", -1)[1]));
        }
        return Replies.seeOther(action.equals("check") ? checked : here.toString());
    }

    private ResponseEntity<byte[]> send(Asked asked, DraftOwner owner, TypedReport typed, String kept) {
        var person = Visitor.of(asked.request()).person(typed.person());
        var report = typedReports.take(asked.sent(typed), person);
        drop(owner, kept);
        return Replies.seeOther(new Address("/reports/" + report, Map.of())
                .with("lang", asked.language())
                .toString());
    }

    private static String seen(Asked asked, TypedReport typed) {
        return Digest.of(asked.sent(typed).content().getBytes(StandardCharsets.UTF_8))
                .abbreviated();
    }

    // ---- the page ---------------------------------------------------------------------------------------------

    /** A form as it is shown to whoever types, within a transaction. */
    private final class Shown {
        private final Transaction transaction;
        private final Country country;
        private final Asked asked;
        private final Address here;
        private final Words spoken;

        Shown(Transaction transaction, Country country, Asked asked, Address here) {
            this.transaction = transaction;
            this.country = country;
            this.asked = asked;
            this.here = here;
            this.spoken = words.in(transaction, here.parameters().get("lang"));
        }

        private EntryForm view(TypedReport typed, @Nullable ReadReport checked) {
            var told = checked == null
                    ? List.<Finding>of()
                    : new ReportQueries(transaction, Visitor.of(asked.request()).sight()).told(checked.findings());
            return new EntryForm(asked.form(), country, spoken, typed, checked, told, asked.body());
        }

        /** Whether there is nothing to tell before it is sent, or it was told. */
        boolean maySend(TypedReport typed, boolean told) {
            return view(typed, null).checkTyping(asked.nameless())
                    && (told
                            || typedReports
                                    .check(transaction, country, asked.sent(typed))
                                    .findings()
                                    .isEmpty());
        }

        FormPage page(TypedReport typed, Drafts.@Nullable Draft draft, boolean check, @Nullable String problem) {
            var checked = check ? typedReports.check(transaction, country, asked.sent(typed)) : null;
            var view = view(typed, checked);
            boolean sound = checked == null || view.checkTyping(asked.nameless());
            var fields = view.fields();
            var sections = view.sections();
            var title = asked.form().titles().in(spoken.language());
            return new FormPage(
                    FormToken.of(asked.request()),
                    asked.at(asked.draft()).toString(),
                    draft == null ? null : draft.id(),
                    draft == null
                            ? null
                            : spoken.say("enter.saved", Map.of("moment", spoken.moment(draft.changedAt()))),
                    asked.nameless() ? view.person() : null,
                    fields,
                    sections,
                    view.lists(),
                    problem,
                    checked == null ? null : summary(spoken, checked, sound),
                    checked != null && (checked.blocked() || !sound),
                    checked != null && sound && !checked.findings().isEmpty(),
                    view.general(),
                    checked == null ? "" : seen(asked, typed),
                    new Frame(spoken, title, null, here, null));
        }
    }

    private static String summary(Words spoken, ReadReport checked, boolean sound) {
        long blocking = checked.findings().stream().filter(Finding::blocks).count();
        if (!sound) {
            return spoken.say("enter.checked.unsound");
        }
        if (checked.findings().isEmpty()) {
            return spoken.say("enter.checked.clean");
        }
        return spoken.say(
                blocking > 0 ? "enter.checked.blocking" : "enter.checked.warnings",
                Map.of(
                        "blocking", spoken.number(blocking),
                        "warnings", spoken.number(checked.findings().size() - blocking)));
    }
}
