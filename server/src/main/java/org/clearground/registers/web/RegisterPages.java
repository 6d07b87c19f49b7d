// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.print.CellText;
import org.clearground.registers.store.RegisterRow;
import org.clearground.registers.store.RegisterRows.Behind;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Address;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the pages of registers show. */
public final class RegisterPages {

    private RegisterPages() {}

    /** All registers. */
    public record Overview(List<Entry> registers, Frame frame) {}

    /** A register in the overview. */
    public record Entry(String title, String about, String link) {}

    /**
     * A heading of the list.
     *
     * @param sort where the list is sorted by it, or the other way round; null if it cannot be
     * @param order {@code ascending} or {@code descending} where it is sorted so now
     */
    public record Heading(String title, boolean number, @Nullable String sort, @Nullable String order) {}

    /** A row of the list; its first cell is the link. */
    public record Line(String link, List<Cell> cells, boolean sample) {}

    /** A value with its name. */
    public record Cell(String title, String text, boolean number) {}

    /** A part of the filter that can be taken away. */
    public record Chip(String title, String text, String without) {}

    /**
     * A part of the filter that can be asked for.
     *
     * @param type of the input; {@code select} with choices
     */
    public record Field(String name, String title, String type, @Nullable String value, List<Choice> choices) {}

    /** One of several values. */
    public record Choice(String value, String text, boolean chosen) {}

    /** A file of what the list shows. */
    public record Export(String title, String link) {}

    /** Rows of a register. */
    public record ListPage(
            Register register,
            List<Heading> headings,
            List<Line> lines,
            List<Field> fields,
            Map<String, String> kept,
            List<Chip> chips,
            List<Export> exports,
            @Nullable String map,
            @Nullable String first,
            @Nullable String next,
            String asOf,
            Frame frame) {}

    /** All that a row says, where it is, and the reports behind it. */
    public record RowPage(
            String list,
            String back,
            List<Cell> cells,
            boolean sample,
            List<Behind> reports,
            @Nullable String map,
            @Nullable Export elsewhere,
            String asOf,
            Frame frame) {}

    static String asOf(Words words, AsOf asOf) {
        return words.say(
                "bulletin.asof", Map.of("validOn", words.day(asOf.validOn()), "knownAt", words.moment(asOf.knownAt())));
    }

    /** Where a register's list is. */
    static String path(Register register) {
        return "/registers/" + register.name();
    }

    /** The same rows, whatever a map of them shows where. */
    static Address withoutMap(Address here) {
        return here.with("view", null).with("also", null);
    }

    /** The same rows on a map; null for a register without one. */
    static @Nullable String map(Register register, Address here) {
        return register.symbol() == null
                ? null
                : here.with("after", null).at(path(register) + "/map").toString();
    }

    /** Where a row is; the slashes of a key stay what they are. */
    static String path(Register register, String key) {
        return path(register) + "/" + Address.escaped(key).replace("+", "%20").replace("%2F", "/");
    }

    static List<Heading> headings(Words words, Register register, Selection selection, Address here) {
        return register.columns().stream()
                .map(column -> {
                    boolean now = column.equals(selection.sort());
                    var title = words.say(column.words());
                    var otherWay = now && !selection.descending() ? "-" + column.name() : column.name();
                    return new Heading(
                            title,
                            CellText.number(column),
                            column.sorted()
                                    ? here.with("sort", otherWay)
                                            .with("after", null)
                                            .toString()
                                    : null,
                            !now ? null : selection.descending() ? "descending" : "ascending");
                })
                .toList();
    }

    static List<Cell> cells(Words words, Register register, RegisterRow row) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < register.columns().size(); i++) {
            var column = register.columns().get(i);
            cells.add(new Cell(
                    words.say(column.words()),
                    CellText.said(words, column, row.values().get(i)),
                    CellText.number(column)));
        }
        return cells;
    }

    /** What may be asked, each with what is asked now. */
    static List<Field> fields(Transaction transaction, Words words, Register register, Address here) {
        var fields = new ArrayList<Field>();
        for (var name : RegisterCall.narrowing(register)) {
            var now = here.parameters().get(name);
            var column = register.column(name);
            if (column.isPresent()) {
                var codes = column.get().codes();
                fields.add(new Field(
                        name,
                        words.say(column.get().words()),
                        codes == null ? "text" : "select",
                        now,
                        codes == null
                                ? List.of()
                                : codes.all(transaction, words).stream()
                                        .map(code -> new Choice(code, codes.say(words, code), code.equals(now)))
                                        .toList()));
            } else {
                fields.add(new Field(
                        name,
                        words.say("register.filter." + name),
                        name.equals("from") || name.equals("to") ? "date" : "text",
                        now,
                        List.of()));
            }
        }
        return fields;
    }

    static List<Chip> chips(Words words, Register register, Address here) {
        var chips = new ArrayList<Chip>();
        for (var name : RegisterCall.narrowing(register)) {
            var value = here.parameters().get(name);
            if (value != null) {
                var column = register.column(name);
                chips.add(new Chip(
                        words.say(column.map(Column::words).orElse("register.filter." + name)),
                        column.flatMap(Column::findCodes)
                                .map(codes -> codes.say(words, value))
                                .orElse(value),
                        here.with(name, null).with("after", null).toString()));
            }
        }
        return chips;
    }

    /** What stays in the address when the filter is changed. */
    static Map<String, String> kept(Words words, Address here) {
        var kept = new LinkedHashMap<String, String>();
        kept.put("lang", words.language());
        for (var name : List.of("sort", "valid_on", "known_at", "view", "also")) {
            if (here.parameters().containsKey(name)) {
                kept.put(name, Objects.requireNonNull(here.parameters().get(name)));
            }
        }
        return kept;
    }

    static List<Export> exports(Register register, Address here) {
        var exports = new ArrayList<Export>();
        for (var kind : register.shape() == null ? List.of("csv", "xlsx") : List.of("csv", "xlsx", "geojson")) {
            exports.add(new Export(
                    kind.equals("geojson") ? "GeoJSON" : kind.toUpperCase(java.util.Locale.ROOT),
                    withoutMap(here)
                            .with("after", null)
                            .at("/api" + path(register) + "." + kind)
                            .toString()));
        }
        return exports;
    }
}
