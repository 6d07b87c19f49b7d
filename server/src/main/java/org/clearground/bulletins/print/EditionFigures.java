// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Correction;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.Series;
import org.clearground.ledger.Ledger;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of an edition as they stand in its document {@value #NAME}: sums only, no row, no place, no person. Values are
 * exact, in items or square metres; what nobody reported of is null.
 *
 * @param reports how many approved reports are behind them
 * @param overTime the same figures of the steps up to the end of the period; none in editions that were made before they
 *     were kept
 */
public record EditionFigures(
        ReportingPeriod period,
        AsOf asOf,
        boolean sample,
        long reports,
        List<Value> figures,
        List<Table> tables,
        List<Step> overTime) {

    /** What the document is called. */
    public static final String NAME = "figures.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public EditionFigures {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        overTime = List.copyOf(overTime);
    }

    /**
     * One figure.
     *
     * @param value empty where no approved report speaks of it
     * @param rows how many register rows were added up
     */
    public record Value(FigureDefinition definition, OptionalLong value, long rows) {

        static Value of(Figure figure) {
            return new Value(figure.definition(), figure.value(), figure.rows());
        }
    }

    /** Figures split by body or district. */
    public record Table(Dimension by, List<Line> lines) {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a table.
     *
     * @param key code of the body or district
     * @param names what it was called when the edition was made, by language
     */
    public record Line(String key, Map<String, String> names, List<Value> values) {
        public Line {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            values = List.copyOf(values);
        }

        public Value value(FigureDefinition definition) {
            return EditionFigures.value(values, definition);
        }
    }

    /** The figures of a week or month of those that lead to the edition's period. */
    public record Step(ReportingPeriod period, List<Value> values) {
        public Step {
            values = List.copyOf(values);
        }

        public Value value(FigureDefinition definition) {
            return EditionFigures.value(values, definition);
        }
    }

    /**
     * The figures of a bulletin, with names in each language.
     *
     * @param leading what leads to its period, one series for each figure, all of the same steps
     */
    static EditionFigures of(Bulletin bulletin, List<Series> leading, List<Wording> languages) {
        return new EditionFigures(
                bulletin.period(),
                bulletin.asOf(),
                bulletin.sample(),
                bulletin.contributors().reports(),
                bulletin.headline().stream().map(Value::of).toList(),
                bulletin.breakdowns().stream()
                        .map(breakdown -> new Table(
                                breakdown.dimension(),
                                breakdown.lines().stream()
                                        .map(line -> new Line(
                                                line.key(),
                                                in(
                                                        languages,
                                                        wording -> wording.key(breakdown.dimension(), line.key())),
                                                line.figures().stream()
                                                        .map(Value::of)
                                                        .toList()))
                                        .toList()))
                        .toList(),
                steps(leading));
    }

    private static List<Step> steps(List<Series> leading) {
        if (leading.isEmpty()) {
            return List.of();
        }
        var periods = leading.get(0).periods();
        return IntStream.range(0, periods.size())
                .mapToObj(at -> new Step(
                        periods.get(at),
                        leading.stream()
                                .map(series ->
                                        Value.of(series.lines().get(0).figures().get(at)))
                                .toList()))
                .toList();
    }

    static Map<String, String> in(List<Wording> languages, Function<Wording, String> text) {
        var texts = new LinkedHashMap<String, String>();
        languages.forEach(wording -> texts.put(wording.language(), text.apply(wording)));
        return texts;
    }

    /** A figure of the whole; one that the edition does not have is absent, with no row. */
    public Value value(FigureDefinition definition) {
        return value(figures, definition);
    }

    static Value value(List<Value> values, FigureDefinition definition) {
        return values.stream()
                .filter(value -> value.definition() == definition)
                .findFirst()
                .orElseGet(() -> new Value(definition, OptionalLong.empty(), 0));
    }

    public Optional<Table> table(Dimension by) {
        return tables.stream().filter(table -> table.by() == by).findFirst();
    }

    /** The document. */
    byte[] write(
            String id,
            Edition.Standing standing,
            Edition.CutOff cutOff,
            List<Wording> languages,
            List<Correction> corrections) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("edition", id);
        map.put("standing", standing.word());
        map.put("title", in(languages, wording -> wording.title(period)));
        map.put("from", period.from().toString());
        map.put("to", period.to().toString());
        map.put("validOn", asOf.validOn().toString());
        map.put("knownAt", Ledger.written(asOf.knownAt()));
        map.put("ledgerEntry", cutOff.entry());
        map.put("ledgerHash", cutOff.hash().hex());
        map.put("sample", sample);
        map.put("notice", sample ? in(languages, wording -> wording.say("bulletin.sample")) : null);
        map.put("caution", in(languages, wording -> wording.say("bulletin.caution")));
        map.put("reports", reports);
        map.put(
                "figures",
                figures.stream().map(value -> written(value, languages)).toList());
        map.put(
                "tables",
                tables.stream()
                        .map(table -> Map.of(
                                "by",
                                table.by().name(),
                                "lines",
                                table.lines().stream()
                                        .map(EditionFigures::written)
                                        .toList()))
                        .toList());
        map.put(
                "overTime",
                overTime.stream()
                        .map(step -> {
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("from", step.period().from().toString());
                            one.put("to", step.period().to().toString());
                            one.put(
                                    "figures",
                                    step.values().stream()
                                            .map(value -> written(value, List.of()))
                                            .toList());
                            return one;
                        })
                        .toList());
        map.put("corrections", CorrectionText.written(corrections));
        map.put("credit", languages.get(0).credit());
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(map) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> written(Value value, List<Wording> languages) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", value.definition().published());
        map.put("unit", value.definition().unit().name());
        map.put("value", value.value().isPresent() ? value.value().getAsLong() : null);
        map.put("rows", value.rows());
        if (!languages.isEmpty()) {
            map.put("label", in(languages, wording -> wording.label(value.definition())));
            map.put("definition", in(languages, wording -> wording.definition(value.definition())));
        }
        return map;
    }

    private static Map<String, @Nullable Object> written(Line line) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("key", line.key());
        map.put("name", line.names());
        map.put(
                "figures",
                line.values().stream().map(value -> written(value, List.of())).toList());
        return map;
    }

    /** What a document says. Figures that this programme no longer knows are passed over. */
    public static EditionFigures read(byte[] document) {
        var tree = JSON.readTree(document);
        var tables = new ArrayList<Table>();
        for (var table : tree.path("tables")) {
            var lines = new ArrayList<Line>();
            for (var line : table.path("lines")) {
                var names = new LinkedHashMap<String, String>();
                line.path("name")
                        .properties()
                        .forEach(
                                name -> names.put(name.getKey(), name.getValue().asString()));
                lines.add(new Line(line.path("key").asString(), names, values(line.path("figures"))));
            }
            tables.add(new Table(Dimension.valueOf(table.path("by").asString()), lines));
        }
        var overTime = new ArrayList<Step>();
        for (var step : tree.path("overTime")) {
            overTime.add(
                    new Step(new ReportingPeriod(day(step, "from"), day(step, "to")), values(step.path("figures"))));
        }
        return new EditionFigures(
                new ReportingPeriod(day(tree, "from"), day(tree, "to")),
                new AsOf(
                        day(tree, "validOn"), Instant.parse(tree.path("knownAt").asString())),
                tree.path("sample").asBoolean(),
                tree.path("reports").asLong(),
                values(tree.path("figures")),
                tables,
                overTime);
    }

    private static LocalDate day(JsonNode tree, String name) {
        return LocalDate.parse(tree.path(name).asString());
    }

    private static List<Value> values(JsonNode figures) {
        var values = new ArrayList<Value>();
        for (var figure : figures) {
            FigureDefinition.find(figure.path("name").asString())
                    .ifPresent(definition -> values.add(new Value(
                            definition,
                            figure.path("value").isNull()
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(figure.path("value").asLong()),
                            figure.path("rows").asLong())));
        }
        return values;
    }
}
