// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.names.Names;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.print.Crowd;
import org.clearground.registers.print.Tile;
import org.clearground.registers.print.TilePicture;
import org.clearground.registers.store.RegisterGround;
import org.clearground.registers.store.RegisterGround.Drawn;
import org.clearground.storage.Kept;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rows of any register as vector tiles, by the filter of its list. Where more than {@value #MOST} stand in one tile,
 * they are counted by squares, and each square says how many it holds.
 */
@RestController
final class TileController {

    /** So many rows are drawn in one tile. */
    static final int MOST = 2_000;

    /** Raised whenever tiles are drawn differently from the same rows. */
    private static final int DRAWING = 2;

    private static final MediaType MVT = new MediaType("application", "vnd.mapbox-vector-tile");

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final List<Register> registers;
    private final Kept<byte[]> tiles = new Kept<>(32L << 20, bytes -> bytes.length + 500L);
    private final Kept<Answer> answers =
            new Kept<>(8L << 20, answer -> 2L * answer.of().length() + 500);
    private final Kept<Crowd> crowds = new Kept<>(128L << 20, crowd -> crowd.size() * 8L + 1_000L);

    TileController(Store store, PageWords words, Clock clock, List<Register> registers) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.registers = List.copyOf(registers);
    }

    @GetMapping("/tiles/{name}/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable("name") String name,
            @PathVariable("z") String zoom,
            @PathVariable("x") String column,
            @PathVariable("y") String row,
            HttpServletRequest request) {
        var register = MapController.drawn(registers, name);
        var tile = tile(zoom, column, row);
        var query = new Query(request);
        // asked for before anything is read: what is kept by it was read then or later
        var asked = store.version() + " " + query.sight() + " " + query.here();
        var known = answers.find(asked);
        if (known != null && clock.instant().isBefore(known.until())) {
            var drawn = tiles.find(known.of());
            if (drawn != null || has(request, known.tag())) {
                return answered(request, known.tag(), () -> Objects.requireNonNull(drawn));
            }
        }
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var call = new RegisterCall(register, query, clock, transaction, spoken);
            call.only(call.narrowed());
            var selection = call.selection();
            var ground = new RegisterGround(transaction, register, query.sight(), call.asThingsStand(selection.asOf()));
            var rows = state(transaction, register, ground, query, selection) + " " + spoken.language();
            var of = rows + " " + tile;
            var tag = "W/\"" // weak: it may go out compressed
                    + Digest.of(of.getBytes(StandardCharsets.UTF_8)).hex() + "\"";
            answers.keep(asked, new Answer(of, tag, nextDay(spoken.pack().zone())));
            return answered(
                    request, tag, () -> tiles.get(of, () -> draw(ground, selection, tile, rows, spoken.language())));
        });
    }

    /**
     * What a request was answered with, and is answered with again as long as nobody writes anything.
     *
     * @param of what the tile is kept by
     * @param until the day that nobody said ends then
     */
    private record Answer(String of, String tag, Instant until) {}

    private Instant nextDay(ZoneId zone) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static boolean has(HttpServletRequest request, String tag) {
        return tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static ResponseEntity<byte[]> answered(HttpServletRequest request, String tag, Supplier<byte[]> tile) {
        return has(request, tag)
                ? answer(HttpStatus.NOT_MODIFIED, tag).build()
                : answer(HttpStatus.OK, tag).contentType(MVT).body(tile.get());
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String tag) {
        return ResponseEntity.status(status).eTag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private byte[] draw(RegisterGround ground, Selection selection, Tile tile, String of, String language) {
        var picture = new TilePicture(tile);
        var counted = crowds.find(of);
        if (counted == null || counted.count(tile) <= MOST) {
            var rows = ground.touching(selection, tile.degrees(TilePicture.MARGIN), MOST);
            if (rows.isPresent()) {
                rows.get()
                        .forEach(drawn ->
                                picture.draw(drawn.key(), drawn.geometry(), drawn.look(), label(drawn, language)));
                return picture.written();
            }
        }
        crowd(ground, selection, of).squares(tile).forEach(picture::draw);
        return picture.written();
    }

    private Crowd crowd(RegisterGround ground, Selection selection, String of) {
        return crowds.get(of, () -> {
            var crowd = new Crowd.Gathering();
            ground.eachPlace(selection, crowd::add);
            return crowd.gathered();
        });
    }

    /** Names are kept for every language. */
    private static @Nullable String label(Drawn drawn, String language) {
        var label = drawn.label();
        if (label == null || !label.startsWith("{")) {
            return label;
        }
        var names = new TreeMap<String, String>();
        CanonicalJson.read(label).forEach((each, name) -> names.put(each, name.toString()));
        return new Names(names).in(language);
    }

    /**
     * What tiles are of: the same as long as nobody changes a table that they are drawn from, whatever else is reported and
     * decided. A moment that is not asked for is that of the last change.
     */
    private static String state(
            Transaction transaction, Register register, RegisterGround ground, Query query, Selection selection) {
        return String.join(
                " ",
                String.valueOf(DRAWING),
                String.valueOf(register.symbol()),
                register.name(),
                query.sight().toString(),
                String.valueOf(query.moment("known_at")),
                selection.asOf().validOn().toString(),
                new TreeMap<>(query.here().with("lang", null).parameters()).toString(),
                transaction.stamps(ground.tables(selection)));
    }

    private static Tile tile(String zoom, String column, String row) {
        try {
            return new Tile(Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
        } catch (NumberFormatException noNumber) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + zoom + "/" + column + "/" + row + "\" is no tile; write zoom, column and row as whole"
                            + " numbers, such as 8/162/96",
                    noNumber);
        } catch (IllegalArgumentException nowhere) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "there is no tile " + zoom + "/" + column + "/" + row + ": " + nowhere.getMessage(),
                    nowhere);
        }
    }
}
