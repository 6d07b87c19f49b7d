// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.store;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.clearground.errors.Finding;
import org.clearground.ledger.CanonicalJson;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.Span;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file of statements, kept beside it: a line of canonical JSON for each statement that was taken in,
 * and a last one with what was found. Registers are made from it, so that they do not depend on later readers.
 */
final class StatementDocument {

    private static final int MOST_FINDINGS = 1_000;

    private StatementDocument() {}

    static byte[] write(List<Statement> statements, List<Finding> findings) {
        var out = new ByteArrayOutputStream();
        statements.forEach(statement -> line(out, map(statement)));
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put(
                "findings",
                findings.stream()
                        .limit(MOST_FINDINGS)
                        .map(StatementDocument::map)
                        .toList());
        about.put("findingCount", findings.size());
        line(out, about);
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, Map<String, @Nullable Object> map) {
        out.writeBytes((CanonicalJson.of(map) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The statements of a document. */
    static List<Statement> read(byte[] document) {
        return new String(document, StandardCharsets.UTF_8)
                .lines()
                .map(CanonicalJson::read)
                .filter(map -> map.containsKey("number"))
                .map(StatementDocument::statement)
                .toList();
    }

    private static Map<String, @Nullable Object> map(Statement statement) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("number", statement.number());
        map.put("publisher", statement.publisher());
        map.put("published", text(statement.published()));
        map.put("language", statement.language());
        map.put("address", statement.address());
        map.put("bodies", statement.bodies());
        map.put("districts", statement.districts());
        map.put("text", statement.text());
        map.put("remark", statement.remark());
        map.put(
                "figures",
                statement.figures().stream().map(StatementDocument::map).toList());
        return map;
    }

    private static Map<String, @Nullable Object> map(StatedFigure figure) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("measured", figure.measured().word());
        map.put("value", figure.value().toPlainString());
        map.put("hedge", figure.hedge().word());
        map.put("from", text(figure.from()));
        map.put("to", text(figure.to()));
        map.put("kind", figure.kind().word());
        map.put("scope", figure.scope().word());
        map.put("part", figure.part());
        var span = figure.span();
        map.put("span", span == null ? null : List.of(span.start(), span.end()));
        return map;
    }

    private static Map<String, @Nullable Object> map(Finding finding) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("code", finding.code().name());
        map.put("severity", finding.severity().name());
        map.put("row", finding.place().row());
        map.put("column", finding.place().column());
        map.put("value", finding.value());
        return map;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Statement statement(Map<String, Object> map) {
        return new Statement(
                required(map, "number"),
                required(map, "publisher"),
                day(map.get("published")),
                string(map.get("language")),
                string(map.get("address")),
                strings(map.get("bodies")),
                strings(map.get("districts")),
                string(map.get("text")),
                string(map.get("remark")),
                list(map.get("figures")).stream()
                        .map(each -> figure((Map<?, ?>) each))
                        .toList());
    }

    private static StatedFigure figure(Map<?, ?> map) {
        var span = map.get("span") instanceof List<?> ends
                ? new Span(((Number) ends.get(0)).intValue(), ((Number) ends.get(1)).intValue())
                : null;
        return new StatedFigure(
                word(map, "measured", Measured::valueOf),
                new BigDecimal(required(map, "value")),
                word(map, "hedge", Hedge::valueOf),
                day(map.get("from")),
                day(map.get("to")),
                word(map, "kind", PeriodKind::valueOf),
                word(map, "scope", ClaimScope::valueOf),
                string(map.get("part")),
                span);
    }

    private static <T> T word(Map<?, ?> map, String name, Function<String, T> valueOf) {
        return valueOf.apply(required(map, name).toUpperCase(Locale.ROOT));
    }

    private static String required(Map<?, ?> map, String name) {
        var text = string(map.get(name));
        if (text == null) {
            throw new IllegalStateException("a kept reading of statements lacks " + name);
        }
        return text;
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> all ? all : List.of();
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
