// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.Span;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/** What one row says, in either of the two tables of statements. */
final class StatementRow {

    /** What says of a statement as a whole, in a table of figures; a later row of it may leave it empty. */
    static final Set<String> OF_STATEMENT =
            Set.of("publisher", "published", "language", "address", "bodies", "districts", "remark", "text");

    private static final int SHORT = 200;
    private static final int LONG = 4_000;
    private static final int TEXT = 200_000;

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** The two ways of saying all finds in one number that leave no doubt. Everything else stays a remark. */
    private static final Pattern ALL_ITEMS =
            Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+) mines and UXO together");

    private static final Pattern ALL_MINES = Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+) mines in total");

    private static final Map<String, PeriodKind> KINDS = kinds();
    private static final Map<String, PeriodKind> KIND_WORDS = words(PeriodKind.values(), PeriodKind::word);
    private static final Map<String, Measured> MEASURED = words(Measured.values(), Measured::word);
    private static final Map<String, Hedge> HEDGES = words(Hedge.values(), Hedge::word);
    private static final Map<String, ClaimScope> SCOPES = words(ClaimScope.values(), ClaimScope::word);

    private final Bodies bodies;
    private final Noted noted;

    StatementRow(Bodies bodies, Noted noted) {
        this.bodies = bodies;
        this.noted = noted;
    }

    private static Map<String, PeriodKind> kinds() {
        var kinds = new LinkedHashMap<String, PeriodKind>();
        kinds.put("daily", PeriodKind.DAY);
        kinds.put("weekly", PeriodKind.WEEK);
        kinds.put("monthly", PeriodKind.MONTH);
        kinds.put("quarterly", PeriodKind.QUARTER);
        kinds.put("annual", PeriodKind.YEAR);
        kinds.put("cumulative", PeriodKind.CUMULATIVE);
        kinds.put("other", PeriodKind.OTHER);
        return kinds;
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        var words = new LinkedHashMap<String, T>();
        for (var value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    /** A statement with its usual figures in columns of their own. */
    Statement byStatement(Cells cells) {
        var named = cells.texts("operators", LONG);
        var from = cells.day("period_from");
        var to = cells.day("period_to");
        requireOrder(cells, "period_to", from, to);
        var kind = cells.word("kind", KINDS, PeriodKind.UNSTATED);
        var scope = bodies.scope(named);
        var figures = new ArrayList<StatedFigure>();
        add(figures, Measured.ANTI_TANK_MINES, cells.number("at_mines", true), from, to, kind, scope);
        add(figures, Measured.ANTI_PERSONNEL_MINES, cells.number("ap_mines", true), from, to, kind, scope);
        add(figures, Measured.UNEXPLODED_ORDNANCE, cells.number("uxo", true), from, to, kind, scope);
        var others = cells.text("other_items", LONG);
        add(figures, Measured.MINES, within(others, ALL_MINES), from, to, kind, scope);
        add(figures, Measured.ALL_ITEMS, within(others, ALL_ITEMS), from, to, kind, scope);
        add(figures, Measured.AREA_CLEARED, cells.number("hectares", false), from, to, kind, scope);
        return new Statement(
                number(cells, "id"),
                cells.required("publisher", SHORT),
                cells.day("published_on"),
                language(cells),
                cells.text("source_url", LONG),
                named,
                cells.texts("districts", LONG),
                null,
                remark(others, cells.text("notes", LONG)),
                figures);
    }

    private static void add(
            List<StatedFigure> figures,
            Measured measured,
            @Nullable BigDecimal value,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            PeriodKind kind,
            ClaimScope scope) {
        if (value != null) {
            figures.add(new StatedFigure(measured, value, Hedge.EXACT, from, to, kind, scope, null, null));
        }
    }

    private static @Nullable BigDecimal within(@Nullable String text, Pattern said) {
        var match = said.matcher(text == null ? "" : text);
        return match.matches() ? new BigDecimal(match.group(1).replace(",", "")) : null;
    }

    private static @Nullable String remark(@Nullable String others, @Nullable String notes) {
        return others == null ? notes : "other_items: " + others + (notes == null ? "" : "\n" + notes);
    }

    /** The statement that a row of the table of figures belongs to, without figures. */
    Statement document(Cells cells) {
        return new Statement(
                number(cells, "number"),
                cells.required("publisher", SHORT),
                cells.day("published"),
                language(cells),
                cells.text("address", LONG),
                cells.texts("bodies", LONG),
                cells.texts("districts", LONG),
                cells.text("text", TEXT),
                cells.text("remark", LONG),
                List.of());
    }

    /** The figure of a row; empty where it has neither measure nor value. */
    Optional<StatedFigure> figure(Cells cells, Statement document) {
        if (!cells.has("measured") && !cells.has("value")) {
            return Optional.empty();
        }
        cells.required("measured", SHORT);
        cells.required("value", SHORT);
        var measured = cells.word("measured", MEASURED, Measured.OTHER_ITEMS);
        var value = cells.number("value", measured != Measured.AREA_CLEARED && measured != Measured.AREA_INSPECTED);
        var from = cells.day("from");
        var to = cells.day("to");
        requireOrder(cells, "to", from, to);
        var figure = new StatedFigure(
                measured,
                value == null ? BigDecimal.ZERO : value,
                cells.word("hedge", HEDGES, Hedge.EXACT),
                from,
                to,
                cells.word("kind", KIND_WORDS, PeriodKind.UNSTATED),
                cells.word("scope", SCOPES, bodies.scope(document.bodies())),
                cells.text("part", SHORT),
                span(cells, document.text()));
        // Without a value there is a finding, and the statement is left out.
        return value == null ? Optional.empty() : Optional.of(figure);
    }

    private static @Nullable Span span(Cells cells, @Nullable String text) {
        var start = cells.number("start", true);
        var end = cells.number("end", true);
        if (start == null && end == null) {
            return null;
        }
        int most = text == null ? 0 : text.length();
        if (start == null || end == null || end.compareTo(BigDecimal.valueOf(most)) > 0 || start.compareTo(end) >= 0) {
            cells.note(
                    FindingCode.NUMBER_OUT_OF_RANGE,
                    "end",
                    start + "–" + end,
                    Map.of("value", start + "–" + end, "least", "0", "most", String.valueOf(most)));
            return null;
        }
        return new Span(start.intValueExact(), end.intValueExact());
    }

    private static String number(Cells cells, String column) {
        var number = cells.required(column, LONG);
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            cells.note(FindingCode.STATEMENT_NUMBER_UNUSABLE, column, number, Map.of("value", number));
        }
        return number;
    }

    private static @Nullable String language(Cells cells) {
        var language = cells.text("language", SHORT);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            cells.note(
                    FindingCode.UNKNOWN_CODE,
                    "language",
                    language,
                    Map.of("value", language, "list", "ISO 639-1: en, az, ru, …"));
            return null;
        }
        return language;
    }

    /** A publisher may well print such a period: it is kept as printed, and said. */
    private void requireOrder(Cells cells, String column, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            noted.note(
                    FindingCode.PERIOD_ENDS_BEFORE_START,
                    Severity.WARNING,
                    cells.row(),
                    column,
                    to.toString(),
                    Map.of("from", from.toString(), "to", to.toString()));
        }
    }
}
