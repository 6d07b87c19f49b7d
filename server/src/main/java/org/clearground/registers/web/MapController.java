// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.GridReference;
import org.clearground.geo.Position;
import org.clearground.ledger.Digest;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.store.RegisterGround;
import org.clearground.storage.Kept;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Address;
import org.clearground.web.BackgroundTiles;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every register on a map, by the filter of its list, with others behind it. */
@RestController
final class MapController {

    /** The sea, lakes and rivers in and around the country, where its pack has them. */
    private static final String AROUND = "places/around.geojson";

    private static final SortedSet<String> REPORTS = new TreeSet<>(List.of("report"));

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final List<Register> registers;
    private final BackgroundTiles background;
    private final Kept<Boolean> samples = new Kept<>(1, any -> 1);

    MapController(Store store, PageWords words, Clock clock, List<Register> registers, BackgroundTiles background) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.registers = List.copyOf(registers);
        this.background = background;
    }

    /** A register that has a map. */
    static Register drawn(List<Register> registers, String name) {
        var register = RegisterController.find(registers, name);
        if (register.symbol() == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the register \"" + name + "\" has no places on the ground; look at it as a list");
        }
        return register;
    }

    /** The registers that whoever asks may see on a map. */
    private List<Register> seen(HttpServletRequest request) {
        var opens = Visitor.of(request).opens();
        return registers.stream()
                .filter(register -> register.symbol() != null && opens.test(RegisterPages.path(register)))
                .toList();
    }

    private List<Register> onRecord(HttpServletRequest request) {
        return seen(request).stream().filter(Register::onRecord).toList();
    }

    /** The first register of what is on record, with all others of that behind it. */
    @GetMapping("/map")
    ResponseEntity<byte[]> usual(HttpServletRequest request) {
        var query = new Query(request);
        var seen = onRecord(request);
        if (seen.isEmpty()) {
            return Replies.elsewhere(query.here().at("/registers"));
        }
        var first = seen.get(0);
        var address = query.here()
                .at(RegisterPages.path(first) + "/map")
                .with(
                        "also",
                        seen.stream()
                                .filter(register -> !register.name().equals(first.name()))
                                .map(Register::name)
                                .collect(Collectors.joining(",")));
        return Replies.elsewhere(address);
    }

    @GetMapping("/registers/{name}/map")
    ResponseEntity<byte[]> map(@PathVariable("name") String name, HttpServletRequest request) {
        var register = drawn(registers, name);
        var query = new Query(request);
        var seen = seen(request);
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            var selection = call.selection("view", "also");
            var here = query.here().with("lang", spoken.language());
            var view = MapView.of(query.text("view"));
            var layers = new MapLayers(spoken, register, seen, here);
            var box = view == null ? box(transaction, register, seen, query, call, selection) : null;
            var frame = new Frame(
                    spoken,
                    spoken.say("register." + name),
                    RegisterController.notice(spoken, sample(transaction)),
                    query.here(),
                    RegisterPages.withoutMap(query.here()).at("/api" + RegisterPages.path(register)));
            return Replies.page(
                    "map.jte",
                    Map.of(
                            "page",
                            new MapLayers.Page(
                                    here.at(RegisterPages.path(register)).toString(),
                                    RegisterPages.fields(transaction, spoken, register, here),
                                    RegisterPages.kept(spoken, here),
                                    RegisterPages.chips(spoken, register, here),
                                    layers.legend(),
                                    layers.missing(),
                                    layers.settings(
                                            view, box, spoken.pack().paths().contains(AROUND), background),
                                    background.credit(),
                                    RegisterPages.asOf(spoken, selection.asOf()),
                                    frame)));
        });
    }

    /**
     * What a map needs on which something is drawn: the country and all ground on record that whoever asks may see, in
     * layers without a filter. The map of a register has the same with it.
     */
    @GetMapping("/api/map")
    ResponseEntity<byte[]> beneath(HttpServletRequest request) {
        var query = new Query(request);
        var seen = onRecord(request);
        if (seen.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no register with a map that you may see");
        }
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var first = seen.stream()
                    .filter(register ->
                            register.symbol() != null && register.symbol().warns())
                    .findFirst()
                    .orElse(seen.get(0));
            var here = new Address("", Map.of()).with("lang", spoken.language());
            var box = country(transaction, seen, query.asOf(clock, spoken.pack().zone()), query);
            return Replies.json(new MapLayers(spoken, first, seen, here)
                    .beneath(box, spoken.pack().paths().contains(AROUND), background));
        });
    }

    /** Whether an invented report is in the store: which rows a map will show is not known before it is looked at. */
    private boolean sample(Transaction transaction) {
        return samples.get(transaction.stamps(REPORTS), () -> transaction
                .sql()
                .sql("select exists (select 1 from report where sample)")
                .query(Boolean.class)
                .single());
    }

    /** What the map shows at first: the box that is asked for, else all rows if they are few, else the country. */
    private @Nullable Envelope box(
            Transaction transaction,
            Register register,
            List<Register> seen,
            Query query,
            RegisterCall call,
            Selection selection) {
        if (selection.box() != null) {
            return selection.box();
        }
        var few = new RegisterGround(transaction, register, query.sight(), call.asThingsStand(selection.asOf()))
                .around(selection, TileController.MOST);
        return few.orElseGet(() -> country(transaction, seen, selection.asOf(), query));
    }

    /** Around what lies behind all registers; null where there is nothing. */
    private static @Nullable Envelope country(Transaction transaction, List<Register> seen, AsOf asOf, Query query) {
        return seen.stream()
                .filter(other -> other.symbol() != null
                        && other.symbol().background()
                        && other.symbol().fromZoom() == 0)
                .flatMap(other -> new RegisterGround(transaction, other, query.sight(), true)
                                .around(
                                        new Selection(
                                                Map.of(),
                                                null,
                                                null,
                                                null,
                                                null,
                                                other.columns().get(0),
                                                false,
                                                asOf),
                                        TileController.MOST)
                                .stream())
                .findFirst()
                .orElse(null);
    }

    /** What surrounds the country; it says nothing of any record. */
    @GetMapping("/api/map/around.geojson")
    ResponseEntity<byte[]> around(HttpServletRequest request) {
        return store.read(transaction -> {
            var pack = words.in(transaction, new Query(request).language()).pack();
            if (!pack.paths().contains(AROUND)) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "the country pack has no " + AROUND);
            }
            var content = pack.file(AROUND);
            var tag = "\"" + Digest.of(content).hex() + "\"";
            boolean same = tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
            var answer = ResponseEntity.status(same ? 304 : 200)
                    .eTag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            return same
                    ? answer.build()
                    : answer.contentType(new MediaType("application", "geo+json", StandardCharsets.UTF_8))
                            .body(content);
        });
    }

    /** A place as it is read off printed maps. */
    @GetMapping("/api/grid-reference")
    ResponseEntity<byte[]> gridReference(HttpServletRequest request) {
        var query = new Query(request);
        var position = new Position(degrees(query, "lon", 180), degrees(query, "lat", 90));
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("lat", position.latitude());
        map.put("lon", position.longitude());
        var reference = GridReference.of(position);
        map.put("mgrs", reference.map(GridReference::mgrs).orElse(null));
        map.put("utm", reference.map(GridReference::written).orElse(null));
        return Replies.json(map);
    }

    private static double degrees(Query query, String name, int most) {
        var text = query.text(name);
        try {
            double degrees = text == null ? Double.NaN : Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException unreadable) {
            throw wrongDegrees(name, text, most, unreadable);
        }
        throw wrongDegrees(name, text, most, null);
    }

    private static ProblemException wrongDegrees(
            String name, @Nullable String text, int most, @Nullable Exception cause) {
        var sentence = "\"" + name + "\" is " + (text == null ? "not said" : "\"" + text + "\"")
                + "; write degrees from -" + most + " to " + most + ", such as lat=39.9&lon=47.1";
        return cause == null
                ? new ProblemException(ProblemCode.WRONG_CALL, sentence)
                : new ProblemException(ProblemCode.WRONG_CALL, sentence, cause);
    }
}
