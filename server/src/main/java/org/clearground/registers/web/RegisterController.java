// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.print.CellText;
import org.clearground.registers.print.RegisterJson;
import org.clearground.registers.store.RegisterRow;
import org.clearground.registers.store.RegisterRows;
import org.clearground.registers.web.RegisterPages.Entry;
import org.clearground.registers.web.RegisterPages.Export;
import org.clearground.registers.web.RegisterPages.Line;
import org.clearground.registers.web.RegisterPages.ListPage;
import org.clearground.registers.web.RegisterPages.Overview;
import org.clearground.registers.web.RegisterPages.RowPage;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Address;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.SmallMap;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every register as a list and row by row, as pages and as JSON. */
@RestController
final class RegisterController {

    private static final int ON_A_PAGE = 100;
    private static final int MOST = 1_000;

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final List<Register> registers;

    RegisterController(Store store, PageWords words, Clock clock, List<Register> registers) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.registers = List.copyOf(registers);
    }

    /**
     * Some rows of a selection.
     *
     * @param next the address of those behind them; null if there are none
     */
    private record Some(List<RegisterRow> rows, @Nullable Address next) {}

    static Register find(List<Register> registers, String name) {
        return registers.stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "there is no register \"" + name + "\"; there are: "
                                + registers.stream().map(Register::name).collect(Collectors.joining(", "))));
    }

    private static Some some(
            Transaction transaction, Register register, Selection selection, Query query, RegisterCall call, int most) {
        var after = call.after();
        var rows = new RegisterRows(transaction, register, query.sight())
                .page(selection, after, most + 1)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "\"after\" is \"" + after + "\", which is no row of this register; begin at the first page"));
        if (rows.size() <= most) {
            return new Some(rows, null);
        }
        var shown = rows.subList(0, most);
        var next = query.here().with("after", shown.get(most - 1).key());
        // All pages of one walk show what was known at its first.
        return new Some(
                shown,
                register.times().knownFrom() == null
                        ? next
                        : next.with("known_at", Ledger.written(selection.asOf().knownAt())));
    }

    private Stream<Register> seen(HttpServletRequest request) {
        var opens = Visitor.of(request).opens();
        return registers.stream().filter(register -> opens.test(RegisterPages.path(register)));
    }

    @GetMapping("/registers")
    ResponseEntity<byte[]> overview(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = Frame.of(spoken, spoken.say("register.title"), null, query.here());
            return Replies.page(
                    "registers.jte",
                    Map.of(
                            "page",
                            new Overview(
                                    seen(request)
                                            .map(register -> new Entry(
                                                    spoken.say("register." + register.name()),
                                                    spoken.say("register." + register.name() + ".about"),
                                                    frame.link(RegisterPages.path(register))))
                                            .toList(),
                                    frame)));
        });
    }

    @GetMapping("/api/registers")
    ResponseEntity<byte[]> overviewAsJson(HttpServletRequest request) {
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put(
                    "registers",
                    seen(request)
                            .map(register -> new RegisterJson(register, spoken).description())
                            .toList());
            map.put("caution", spoken.say("bulletin.caution"));
            return Replies.json(map);
        });
    }

    @GetMapping("/registers/{name}")
    ResponseEntity<byte[]> list(@PathVariable("name") String name, HttpServletRequest request) {
        var register = find(registers, name);
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            var selection = call.selection("after", "view", "also");
            var some = some(transaction, register, selection, query, call, ON_A_PAGE);
            var here = query.here();
            var frame = new Frame(
                    spoken,
                    spoken.say("register." + name),
                    notice(spoken, some.rows().stream().anyMatch(RegisterRow::sample)),
                    here,
                    RegisterPages.withoutMap(here).at("/api" + here.path()));
            return Replies.page(
                    "register.jte",
                    Map.of(
                            "page",
                            new ListPage(
                                    register,
                                    RegisterPages.headings(
                                            spoken, register, selection, here.with("lang", spoken.language())),
                                    some.rows().stream()
                                            .map(row -> new Line(
                                                    link(register, row, here, spoken),
                                                    RegisterPages.cells(spoken, register, row),
                                                    row.sample()))
                                            .toList(),
                                    RegisterPages.fields(transaction, spoken, register, here),
                                    RegisterPages.kept(spoken, here),
                                    RegisterPages.chips(spoken, register, here.with("lang", spoken.language())),
                                    RegisterPages.exports(register, here.with("lang", spoken.language())),
                                    RegisterPages.map(register, here.with("lang", spoken.language())),
                                    call.after() == null ? null : frame.with("after", null),
                                    some.next() == null
                                            ? null
                                            : some.next()
                                                    .with("lang", spoken.language())
                                                    .toString(),
                                    RegisterPages.asOf(spoken, selection.asOf()),
                                    frame)));
        });
    }

    /** A row as of the same day and moment as the list. */
    private static String link(Register register, RegisterRow row, Address here, Words spoken) {
        return new Address(RegisterPages.path(register, row.key()), Map.of())
                .with("valid_on", here.parameters().get("valid_on"))
                .with("known_at", here.parameters().get("known_at"))
                .with("lang", spoken.language())
                .toString();
    }

    @GetMapping("/api/registers/{name}")
    ResponseEntity<byte[]> listAsJson(@PathVariable("name") String name, HttpServletRequest request) {
        var register = find(registers, name);
        var query = new Query(request);
        int most = (int) query.whole("most", 1, MOST, ON_A_PAGE);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            var selection = call.selection("after", "most");
            var some = some(transaction, register, selection, query, call, most);
            var json = new RegisterJson(register, spoken);
            var map = about(
                    register, spoken, selection.asOf(), some.rows().stream().anyMatch(RegisterRow::sample));
            map.put("rows", some.rows().stream().map(json::row).toList());
            map.put("nextAt", some.next() == null ? null : some.next().toString());
            return Replies.json(map);
        });
    }

    static @Nullable String notice(Words spoken, boolean sample) {
        return sample ? spoken.say("page.sample.reports") : null;
    }

    /** What every answer says besides its rows. */
    private static Map<String, @Nullable Object> about(Register register, Words spoken, AsOf asOf, boolean sample) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("register", register.name());
        map.put("validOn", asOf.validOn().toString());
        map.put("knownAt", Ledger.written(asOf.knownAt()));
        map.put("sample", sample);
        map.put("notice", notice(spoken, sample));
        map.put("caution", spoken.say("bulletin.caution"));
        return map;
    }

    private static ProblemException noRow(Register register, String key, AsOf asOf) {
        return new ProblemException(
                ProblemCode.NOT_FOUND,
                "the register \"" + register.name() + "\" has no row \"" + key + "\" on " + asOf.validOn()
                        + ", as known at " + Ledger.written(asOf.knownAt()));
    }

    @GetMapping("/registers/{name}/{*key}")
    ResponseEntity<byte[]> row(
            @PathVariable("name") String name, @PathVariable("key") String path, HttpServletRequest request) {
        var register = find(registers, name);
        var key = path.substring(1);
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            call.only(RegisterCall.always());
            var asOf = call.asOf();
            var rows = new RegisterRows(transaction, register, query.sight());
            var row = rows.find(key, asOf).orElseThrow(() -> noRow(register, key, asOf));
            var here =
                    new Address(RegisterPages.path(register, key), query.here().parameters());
            var frame = Frame.of(
                    spoken,
                    spoken.say("register." + name) + ": " + CellText.title(spoken, register, row),
                    notice(spoken, row.sample()),
                    here);
            var other = register.elsewhere();
            return Replies.page(
                    transaction,
                    "registerrow.jte",
                    Map.of(
                            "page",
                            new RowPage(
                                    spoken.say("register." + name),
                                    here.at(RegisterPages.path(register))
                                            .with("lang", spoken.language())
                                            .toString(),
                                    RegisterPages.cells(spoken, register, row),
                                    row.sample(),
                                    rows.reports(key),
                                    rows.geometry(key, asOf)
                                            .map(geometry -> SmallMap.draw(geometry, frame.title(), spoken))
                                            .orElse(null),
                                    other == null
                                            ? null
                                            : rows.elsewhere(key)
                                                    .map(value -> new Export(
                                                            spoken.say(other.words()),
                                                            other.beginning()
                                                                    + Address.escaped(value)
                                                                            .replace("+", "%20")))
                                                    .orElse(null),
                                    RegisterPages.asOf(spoken, asOf),
                                    frame)));
        });
    }

    @GetMapping("/api/registers/{name}/{*key}")
    ResponseEntity<byte[]> rowAsJson(
            @PathVariable("name") String name, @PathVariable("key") String path, HttpServletRequest request) {
        var register = find(registers, name);
        var key = path.substring(1);
        var query = new Query(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            call.only(Set.copyOf(RegisterCall.always()));
            var asOf = call.asOf();
            var rows = new RegisterRows(transaction, register, query.sight());
            var row = rows.find(key, asOf).orElseThrow(() -> noRow(register, key, asOf));
            var map = about(register, spoken, asOf, row.sample());
            map.put("row", new RegisterJson(register, spoken).row(row));
            map.put("geometry", RegisterJson.geometry(rows.geometry(key, asOf).orElse(null)));
            map.put(
                    "reports",
                    rows.reports(key).stream()
                            .map(behind -> {
                                var report = new LinkedHashMap<String, @Nullable Object>();
                                report.put("id", behind.report());
                                report.put("number", behind.number());
                                report.put("at", "/api/reports/" + behind.report());
                                report.put("submissionAt", "/api/submissions/" + behind.submission());
                                return report;
                            })
                            .toList());
            return Replies.json(transaction, map);
        });
    }
}
