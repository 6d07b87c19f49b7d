// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.time.ReportingPeriod;

/** How a bulletin speaks in one language. */
public final class Wording {

    private static final double SQUARE_METRES_IN_A_HECTARE = 10_000.0;

    private final Words words;

    public Wording(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    public String language() {
        return words.language();
    }

    public String credit() {
        return words.pack().credit();
    }

    public String say(String key) {
        return words.say(key);
    }

    public String say(String key, Map<String, String> values) {
        return words.say(key, values);
    }

    /** What a code is called; the code itself where the pack does not know it. */
    public String name(String code) {
        return words.name(code);
    }

    public String names(List<String> codes) {
        return String.join(", ", codes.stream().map(this::name).toList());
    }

    public String day(LocalDate day) {
        return words.day(day);
    }

    public String number(long value) {
        return words.number(value);
    }

    /** Hectares with at most two decimals; the exact square metres stand in the JSON. */
    public String hectares(long squareMetres) {
        return words.hectares(squareMetres);
    }

    /** A value in the unit it is printed in; a dash where nothing was reported. */
    public String value(Figure figure) {
        return value(figure.definition(), figure.value());
    }

    /** A value of a figure, as it is printed. */
    public String value(FigureDefinition definition, OptionalLong value) {
        if (value.isEmpty()) {
            return say("bulletin.absent");
        }
        return switch (definition.unit()) {
            case ITEMS -> number(value.getAsLong());
            case SQUARE_METRES -> words.inHectares(value.getAsLong());
        };
    }

    /** A value as it stands above a bar: areas in whole hectares, and never a nought for what is not nothing. */
    public String shortly(FigureDefinition definition, OptionalLong value) {
        if (value.isEmpty() || definition.unit() == FigureDefinition.Unit.ITEMS) {
            return value(definition, value);
        }
        long hectares = Math.round(value.getAsLong() / SQUARE_METRES_IN_A_HECTARE);
        return hectares == 0 && value.getAsLong() > 0 ? "<1" : number(hectares);
    }

    /** A week or month as briefly as it can be told: {@code W18}, {@code 2024-05}. */
    public String step(ReportingPeriod period) {
        return period.isIsoWeek() ? period.isoWeek().substring("2024-".length()) : period.name();
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
                        "at", counted(bulletin, FigureDefinition.ANTI_TANK_MINES_FOUND, "at"),
                        "ap", counted(bulletin, FigureDefinition.ANTI_PERSONNEL_MINES_FOUND, "ap"),
                        "uxo", counted(bulletin, FigureDefinition.UNEXPLODED_ORDNANCE_FOUND, "uxo"),
                        "hectares", counted(bulletin, FigureDefinition.AREA_CLEARED_DECLARED, "hectares")));
    }

    /** A figure with its noun, or a dash in place of the number where nothing was reported. */
    private String counted(Bulletin bulletin, FigureDefinition definition, String name) {
        var value = bulletin.figure(definition).value();
        var number = value.isEmpty()
                ? null
                : switch (definition.unit()) {
                    case ITEMS -> BigDecimal.valueOf(value.getAsLong());
                    case SQUARE_METRES -> Words.roundedHectares(value.getAsLong());
                };
        return words.counted("bulletin.counted." + name, number, say("bulletin.absent"));
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

    /** That some reports begin before the period. */
    public String straddling(Bulletin bulletin) {
        return say(
                "bulletin.straddling",
                Map.of("count", number(bulletin.contributors().straddling())));
    }

    /** Whether an edition is provisional or final, in a word. */
    public String standing(Edition.Standing standing) {
        return say("edition.standing." + standing.word());
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
