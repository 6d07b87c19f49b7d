// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Symbol;
import org.clearground.registers.print.SymbolPicture;
import org.clearground.web.Address;
import org.clearground.web.BackgroundTiles;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** What is on a map: one register by its filter, and others by the part of it that they know. */
public final class MapLayers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Parts of a filter that mean the same in every register that has them: the period, and these columns. */
    private static final List<String> PERIOD = List.of("from", "to");

    private static final List<String> COMMON = List.of("district", "organisation");

    /** In an address, where no other register is to be behind the first. */
    private static final String NONE = "none";

    /** What the script says; the rest stands on the page. */
    private static final List<String> SAID = List.of(
            "map.inview.some",
            "map.inview.more",
            "map.failed",
            "map.zoomin",
            "map.zoomout",
            "map.details",
            "map.alsohere",
            "map.position",
            "map.length",
            "map.area",
            "map.area.after",
            "map.measure",
            "map.measure.end");

    /** What the script says that draws an outline. */
    private static final List<String> SAID_DRAWING = List.of(
            "map.zoomin",
            "map.zoomout",
            "map.draw.label",
            "map.draw.outline",
            "map.draw.point",
            "map.draw.again",
            "map.draw.remove",
            "map.draw.remove.end",
            "map.draw.undo",
            "map.draw.about",
            "map.draw.about.point",
            "map.draw.drawing",
            "map.draw.removing",
            "map.draw.unread",
            "map.draw.several",
            "map.draw.bearings",
            "map.draw.notread",
            "map.draw.count",
            "map.failed");

    private final Words words;
    private final Register first;
    private final Address here;
    private final List<Register> others;
    private final Set<String> shown;
    private final List<Register> missing;

    /**
     * The layers of a page.
     *
     * @param seen the registers that whoever asks may see on a map
     */
    MapLayers(Words words, Register first, List<Register> seen, Address here) {
        this.words = words;
        this.first = first;
        this.here = here;
        var behind = seen.stream().filter(register -> !isFirst(register)).toList();
        this.others = behind.stream().filter(this::tells).toList();
        var asked = here.parameters().get("also");
        this.shown = asked == null
                ? others.stream()
                        .filter(register -> symbol(register).background())
                        .map(Register::name)
                        .collect(Collectors.toUnmodifiableSet())
                : asked.equals(NONE) ? Set.of() : Set.of(one(asked, behind).split(","));
        this.missing = behind.stream()
                .filter(register -> !tells(register) && shown.contains(register.name()))
                .toList();
    }

    /**
     * The page.
     *
     * @param list the same as a list
     * @param missing what cannot be shown as of the day or moment that is asked for
     * @param settings for the script, as JSON
     */
    public record Page(
            String list,
            List<RegisterPages.Field> fields,
            Map<String, String> kept,
            List<RegisterPages.Chip> chips,
            List<Layer> legend,
            List<String> missing,
            String settings,
            @Nullable String tilesCredit,
            String asOf,
            Frame frame) {}

    /**
     * A register in the legend.
     *
     * @param map where it is the first itself
     * @param unkept the parts of the filter that it does not keep to, because it does not know them
     */
    public record Layer(
            String name, String title, boolean first, boolean on, String map, List<Sign> signs, List<String> unkept) {}

    /** A look with its words. */
    public record Sign(String svg, String words) {}

    /** Each register once, and only such as are there: a mistyped one would be left out, and nobody would notice. */
    private static String one(String asked, List<Register> behind) {
        var names = behind.stream().map(Register::name).toList();
        var said = List.of(asked.split(","));
        for (var name : said) {
            if (!names.contains(name)) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "\"also\" names \"" + name + "\", which is no other register with a map; there are: "
                                + String.join(", ", names) + ", or " + NONE);
            }
        }
        return said.stream().distinct().collect(Collectors.joining(","));
    }

    /** Whether a register can say how things were on the day and at the moment that is asked for. */
    private boolean tells(Register register) {
        return (here.parameters().get("valid_on") == null || register.times().validFrom() != null)
                && (here.parameters().get("known_at") == null
                        || register.times().knownFrom() != null);
    }

    private static Symbol symbol(Register register) {
        return Objects.requireNonNull(register.symbol());
    }

    List<String> missing() {
        return missing.stream().map(this::title).toList();
    }

    private String title(Register register) {
        return words.say("register." + register.name());
    }

    List<Layer> legend() {
        var legend = new ArrayList<Layer>();
        legend.add(layer(first, true, true));
        others.forEach(register -> legend.add(layer(register, false, shown.contains(register.name()))));
        return legend;
    }

    private Layer layer(Register register, boolean isFirst, boolean on) {
        var signs = new ArrayList<Sign>();
        for (var look : symbol(register).looks()) {
            signs.add(new Sign(
                    SymbolPicture.svg(look, "legend-" + register.name() + "-" + signs.size()),
                    words.say(look.words())));
        }
        var map = of(register).with("view", here.parameters().get("view")).at(RegisterPages.path(register) + "/map");
        return new Layer(register.name(), title(register), isFirst, on, map.toString(), signs, unkept(register));
    }

    private boolean isFirst(Register register) {
        return register.name().equals(first.name());
    }

    /**
     * What is asked of a register: of the first all that its list would show, of others what means the same there: day,
     * moment, language, and of the filter the period, the district and the organisation.
     */
    private Address of(Register register) {
        if (isFirst(register)) {
            return RegisterPages.withoutMap(here).with("sort", null).with("after", null);
        }
        var address = new Address("", Map.of())
                .with("valid_on", here.parameters().get("valid_on"))
                .with("known_at", here.parameters().get("known_at"))
                .with("lang", words.language());
        for (var name : asked().toList()) {
            if (!symbol(register).background() && keeps(register, name)) {
                address = address.with(name, here.parameters().get(name));
            }
        }
        return address;
    }

    /** The parts of the filter that more than the first register may keep to. */
    private Stream<String> asked() {
        return Stream.concat(PERIOD.stream(), COMMON.stream()).filter(here.parameters()::containsKey);
    }

    private static boolean keeps(Register register, String name) {
        return PERIOD.contains(name)
                ? register.period() != null
                : register.column(name).filter(Column::filtered).isPresent();
    }

    /** Places of the country have neither period nor body, and nobody takes them for records of work. */
    private List<String> unkept(Register register) {
        if (isFirst(register) || symbol(register).background()) {
            return List.of();
        }
        return asked().filter(name -> !keeps(register, name))
                .map(name -> words.say(first.column(name).map(Column::words).orElse("register.filter." + name)))
                .toList();
    }

    /** All that the script needs to know. */
    String settings(@Nullable MapView view, @Nullable Envelope box, boolean around, BackgroundTiles tiles) {
        var settings = settings(box, around, tiles, SAID);
        settings.put("view", view == null ? null : List.of(view.zoom(), view.latitude(), view.longitude()));
        return JSON.writeValueAsString(settings);
    }

    /** What a script needs that draws on a map. */
    Map<String, @Nullable Object> beneath(@Nullable Envelope box, boolean around, BackgroundTiles tiles) {
        var settings = settings(box, around, tiles, SAID_DRAWING);
        settings.put("credit", words.pack().credit() + ". " + words.say("map.around"));
        settings.put("tilesCredit", tiles.credit());
        return settings;
    }

    private Map<String, @Nullable Object> settings(
            @Nullable Envelope box, boolean around, BackgroundTiles tiles, List<String> saying) {
        var settings = new LinkedHashMap<String, @Nullable Object>();
        settings.put("language", words.language());
        settings.put("box", box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        settings.put("around", around ? "/api/map/around.geojson" : null);
        settings.put("tiles", tiles.address());
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        layers.add(settings(first, true));
        others.forEach(register -> layers.add(settings(register, shown.contains(register.name()))));
        settings.put("layers", layers);
        var said = new LinkedHashMap<String, String>();
        saying.forEach(key -> said.put(key, words.say(key)));
        settings.put("words", said);
        return settings;
    }

    private Map<String, @Nullable Object> settings(Register register, boolean on) {
        var symbol = symbol(register);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", register.name());
        map.put("title", title(register));
        map.put("on", on);
        map.put("background", !isFirst(register) && symbol.background());
        map.put("warns", symbol.warns());
        map.put("fromZoom", isFirst(register) ? 0 : symbol.fromZoom());
        map.put(
                "tiles",
                of(register)
                        .at("/tiles/" + register.name() + "/{z}/{x}/{y}.mvt")
                        .toString());
        map.put("list", of(register).at(RegisterPages.path(register)).toString());
        map.put("asked", of(register).at("").with("bbox", null).toString());
        map.put(
                "looks",
                symbol.looks().stream()
                        .map(look -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("words", words.say(look.words()));
                            each.put("form", look.form().name());
                            each.put("colour", look.colour());
                            each.put("drawing", look.drawing());
                            each.put("dashes", look.dashes());
                            each.put("sign", look.sign());
                            return each;
                        })
                        .toList());
        return map;
    }
}
