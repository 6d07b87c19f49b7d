// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureRow;
import org.clearground.bulletins.FigureScope;
import org.clearground.ledger.Ledger;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins and figures as JSON: exact values in base units, codes beside names, null where nothing was reported. */
public final class JsonPrinter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonPrinter() {}

    public static String print(Bulletin bulletin, Wording wording) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(asMap(bulletin, wording)) + "\n";
    }

    public static Map<String, @Nullable Object> asMap(Bulletin bulletin, Wording wording) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("title", wording.title(bulletin.period()));
        map.put("language", wording.language());
        map.put("sample", bulletin.sample());
        map.put("notice", bulletin.sample() ? wording.say("bulletin.sample") : null);
        map.put("from", bulletin.period().from().toString());
        map.put("to", bulletin.period().to().toString());
        map.put("validOn", bulletin.asOf().validOn().toString());
        map.put("knownAt", Ledger.written(bulletin.asOf().knownAt()));
        map.put("text", wording.release(bulletin));
        map.put(
                "figures",
                bulletin.headline().stream()
                        .map(figure -> figure(figure, wording, true))
                        .toList());
        map.put("organisations", coded(bulletin.contributors().organisations(), wording));
        map.put("districts", coded(bulletin.contributors().districts(), wording));
        map.put("reports", bulletin.contributors().reports());
        map.put("reportsBeginningBefore", bulletin.contributors().straddling());
        var breakdowns = new ArrayList<@Nullable Object>();
        for (var breakdown : bulletin.breakdowns()) {
            var lines = new ArrayList<@Nullable Object>();
            for (var line : breakdown.lines()) {
                var cells = new LinkedHashMap<String, @Nullable Object>();
                cells.put("key", line.key());
                cells.put("name", wording.key(breakdown.dimension(), line.key()));
                cells.put(
                        "figures",
                        line.figures().stream()
                                .map(figure -> figure(figure, wording, false))
                                .toList());
                lines.add(cells);
            }
            var table = new LinkedHashMap<String, @Nullable Object>();
            table.put("by", breakdown.dimension().name());
            table.put("lines", lines);
            breakdowns.add(table);
        }
        map.put("breakdowns", breakdowns);
        map.put("caution", wording.say("bulletin.caution"));
        map.put("credit", wording.credit());
        return map;
    }

    private static List<Map<String, String>> coded(List<String> codes, Wording wording) {
        return codes.stream()
                .map(code -> Map.of("code", code, "name", wording.name(code)))
                .toList();
    }

    /** A figure with where its rows are found. */
    public static Map<String, @Nullable Object> figure(Figure figure, Wording wording, boolean withDefinition) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", figure.definition().published());
        if (withDefinition) {
            map.put("label", wording.label(figure.definition()));
            map.put("definition", wording.definition(figure.definition()));
        }
        boolean present = figure.value().isPresent();
        switch (figure.definition().unit()) {
            case ITEMS -> map.put("items", present ? figure.value().getAsLong() : null);
            case SQUARE_METRES -> {
                map.put("squareMetres", present ? figure.value().getAsLong() : null);
                map.put("hectares", present ? new SquareMetres(figure.value().getAsLong()).hectares() : null);
            }
        }
        map.put("rows", figure.rows());
        map.put("rowsAt", "/api" + address(figure));
        return map;
    }

    /** The address of a figure's page; its JSON is the same under {@code /api}. */
    public static String address(Figure figure) {
        var scope = figure.scope();
        return "/figures/" + figure.definition().published() + "?from="
                + scope.period().from() + "&to="
                + scope.period().to() + narrowed(scope) + "&valid_on="
                + figure.asOf().validOn() + "&known_at="
                + Ledger.written(figure.asOf().knownAt());
    }

    private static String narrowed(FigureScope scope) {
        return (scope.organisation() == null ? "" : "&organisation=" + scope.organisation())
                + (scope.district() == null ? "" : "&district=" + scope.district())
                + (scope.category() == null ? "" : "&category=" + scope.category())
                + (scope.day() == null ? "" : "&day=" + scope.day());
    }

    /** A register row behind a figure. */
    public static Map<String, @Nullable Object> row(FigureRow row, Wording wording) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("fid", row.fid());
        map.put("report", row.report().toString());
        map.put("reportNumber", row.reportNumber());
        map.put("organisation", row.organisation());
        map.put("district", row.district());
        map.put("day", row.day().toString());
        map.put("what", row.what());
        map.put("whatName", wording.name(row.what()));
        map.put("detail", row.detail());
        map.put("value", row.value());
        map.put("knownFrom", Ledger.written(row.knownFrom()));
        map.put("sample", row.sample());
        map.put("reportAt", "/api/reports/" + row.report());
        return map;
    }
}
