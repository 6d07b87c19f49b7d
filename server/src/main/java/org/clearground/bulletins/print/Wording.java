// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.ledger.Ledger;
import org.clearground.names.Names;
import org.clearground.packs.Pack;
import org.clearground.time.ReportingPeriod;
import org.clearground.units.SquareMetres;

/**
 * How a bulletin speaks in one language: the pack's sentences, numbers and days as they are printed there, and the names
 * behind codes.
 */
public final class Wording {

    private final Pack pack;
    private final String language;
    private final Pack.Printing printing;
    private final Map<String, Names> names;

    /**
     * For one language.
     *
     * @param names of organisations and districts, by code
     */
    public Wording(Pack pack, String language, Map<String, Names> names) {
        this.pack = pack;
        this.language = language;
        this.printing = pack.printing(language);
        this.names = new HashMap<>(names);
        for (var row : pack.table("codes/ordnance-categories.csv")) {
            addCode(row);
        }
        for (var row : pack.table("codes/activity-types.csv")) {
            addCode(row);
        }
    }

    private void addCode(Map<String, String> row) {
        var labels = new HashMap<String, String>();
        for (var each : pack.languages()) {
            labels.put(each, row.getOrDefault("label::" + each, ""));
        }
        names.put(row.getOrDefault("name", ""), new Names(labels));
    }

    public String language() {
        return language;
    }

    public List<String> languages() {
        return pack.languages();
    }

    public String credit() {
        return pack.credit();
    }

    public String say(String key) {
        return pack.sentences().say(language, key);
    }

    public String say(String key, Map<String, String> values) {
        return pack.sentences().say(language, key, values);
    }

    /** What a code is called; the code itself where the pack does not know it. */
    public String name(String code) {
        var known = names.get(code);
        return known == null ? code : known.in(language);
    }

    public String names(List<String> codes) {
        return String.join(", ", codes.stream().map(this::name).toList());
    }

    public String day(LocalDate day) {
        return printing.day().format(day);
    }

    public String number(long value) {
        return printing.number(value);
    }

    /** Hectares with at most two decimals; the exact square metres stand in the JSON. */
    public String hectares(long squareMetres) {
        BigDecimal exact = new SquareMetres(squareMetres).hectares().stripTrailingZeros();
        return printing.number(exact.scale() > 2 ? exact.setScale(2, RoundingMode.HALF_UP) : exact);
    }

    /** A value in the unit it is printed in; a dash where nothing was reported. */
    public String value(Figure figure) {
        if (figure.value().isEmpty()) {
            return say("bulletin.absent");
        }
        return switch (figure.definition().unit()) {
            case ITEMS -> number(figure.value().getAsLong());
            case SQUARE_METRES -> hectares(figure.value().getAsLong()) + " ha";
        };
    }

    public String label(FigureDefinition definition) {
        return say("figure." + definition.published());
    }

    public String definition(FigureDefinition definition) {
        return say("figure." + definition.published() + ".definition");
    }

    public String title(ReportingPeriod period) {
        return say(period.isIsoWeek() ? "bulletin.title" : "bulletin.title.period");
    }

    public String period(ReportingPeriod period) {
        return say("bulletin.period", Map.of("from", day(period.from()), "to", day(period.to())));
    }

    /** The sentence of the public release. */
    public String release(Bulletin bulletin) {
        if (bulletin.contributors().reports() == 0) {
            return say("bulletin.nothing");
        }
        return say(
                "bulletin.sentence",
                Map.of(
                        "from", day(bulletin.period().from()),
                        "to", day(bulletin.period().to()),
                        "at", bare(bulletin, FigureDefinition.ANTI_TANK_MINES_FOUND),
                        "ap", bare(bulletin, FigureDefinition.ANTI_PERSONNEL_MINES_FOUND),
                        "uxo", bare(bulletin, FigureDefinition.UNEXPLODED_ORDNANCE_FOUND),
                        "hectares", bare(bulletin, FigureDefinition.AREA_CLEARED_DECLARED)));
    }

    private String bare(Bulletin bulletin, FigureDefinition definition) {
        var figure = bulletin.figure(definition);
        if (figure.value().isEmpty()) {
            return say("bulletin.absent");
        }
        return definition.unit() == FigureDefinition.Unit.ITEMS
                ? number(figure.value().getAsLong())
                : hectares(figure.value().getAsLong());
    }

    public String bodies(Bulletin bulletin) {
        var codes = bulletin.contributors().organisations();
        return say("bulletin.bodies", Map.of("count", number(codes.size()), "list", names(codes)));
    }

    public String districts(Bulletin bulletin) {
        return say(
                "bulletin.districts",
                Map.of("list", names(bulletin.contributors().districts())));
    }

    public String asOf(Bulletin bulletin) {
        return say(
                "bulletin.asof",
                Map.of(
                        "validOn", day(bulletin.asOf().validOn()),
                        "knownAt", Ledger.written(bulletin.asOf().knownAt())));
    }

    public String caption(Dimension dimension) {
        return say(
                switch (dimension) {
                    case BODY -> "bulletin.by.body";
                    case DISTRICT -> "bulletin.by.district";
                    case CATEGORY -> "bulletin.by.category";
                    case DAY -> "bulletin.by.day";
                });
    }

    public String key(Dimension dimension, String key) {
        return dimension == Dimension.DAY ? day(LocalDate.parse(key)) : name(key);
    }
}
