// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;

/** Statements and their figures, as people look them up. */
public final class StatementDescriptions {

    /** What each code is called stands under these keys. */
    public static final String MEASURED = "statement.measured";

    public static final String HEDGE = "statement.hedge";
    public static final String KIND = "statement.kind";
    public static final String SCOPE = "statement.scope";

    private StatementDescriptions() {}

    private static <T> Codes codes(String prefix, T[] values, Function<T, String> word) {
        return Codes.said(prefix, Arrays.stream(values).map(word).toList());
    }

    /** An array of texts, with semicolons between. */
    private static String joined(String column) {
        return "(select group_concat(value, '; ') from json_each(" + column + "))";
    }

    public static Register statements() {
        return new Register(
                "statements",
                Resource.STATEMENT,
                Register.Reach.EVERYBODY,
                "statement t",
                "",
                false,
                new Register.Key("t.number", false),
                new Register.Times(null, null, "t.known_from_ms", "t.known_to_ms"),
                "false",
                null,
                "period_to",
                "number",
                List.of(
                        Column.of("number", "t.number", Kind.TEXT, "statement.number")
                                .sortable()
                                .searchable(),
                        Column.of("published", "t.published", Kind.DAY, "statement.published"),
                        Column.of("publisher", "t.publisher", Kind.TEXT, "statement.publisher")
                                .filterable()
                                .searchable(),
                        Column.of("language", "t.language", Kind.TEXT, "statement.language")
                                .filterable(),
                        Column.code(
                                "kind", "t.kind", "statement.kind", codes(KIND, PeriodKind.values(), PeriodKind::word)),
                        Column.of("period_from", "t.period_from", Kind.DAY, "register.periodfrom"),
                        Column.of("period_to", "t.period_to", Kind.DAY, "register.periodto"),
                        Column.of("bodies", joined("t.bodies"), Kind.TEXT, "statement.bodies")
                                .searchable(),
                        Column.of(
                                "figures",
                                "(select count(*) from statement_figure f where f.statement = t.id)",
                                Kind.WHOLE,
                                "statement.figures"),
                        Column.of("address", "t.address", Kind.TEXT, "statement.address")
                                .searchable(),
                        Column.of("known_since", "t.known_from_ms", Kind.MOMENT, "page.known")),
                null,
                new Register.Elsewhere("/statements/", "t.number", "statement.page"));
    }

    public static Register figures() {
        return new Register(
                "stated-figures",
                Resource.STATEMENT,
                Register.Reach.EVERYBODY,
                "statement_figure t join statement s on s.id = t.statement",
                "",
                false,
                new Register.Key("t.id", true),
                new Register.Times(null, null, "s.known_from_ms", "s.known_to_ms"),
                "false",
                null,
                "period_to",
                "figure",
                List.of(
                        Column.of("figure", "t.id", Kind.WHOLE, "statement.figure")
                                .sortable(),
                        Column.of("statement", "s.number", Kind.TEXT, "statement.number")
                                .filterable()
                                .searchable(),
                        Column.of("publisher", "s.publisher", Kind.TEXT, "statement.publisher")
                                .filterable()
                                .searchable(),
                        Column.code(
                                "measured",
                                "t.measured",
                                "statement.measured",
                                codes(MEASURED, Measured.values(), Measured::word)),
                        Column.code("hedge", "t.hedge", "statement.hedge", codes(HEDGE, Hedge.values(), Hedge::word)),
                        Column.of(
                                "count",
                                "case when t.measured not in ('area_cleared', 'area_inspected') then t.value end",
                                Kind.WHOLE,
                                "statement.count"),
                        Column.of(
                                "area_m2",
                                "case when t.measured in ('area_cleared', 'area_inspected')"
                                        + " then cast(round(t.value * 10000) as integer) end",
                                Kind.SQUARE_METRES,
                                "statement.area"),
                        Column.code(
                                "kind", "t.kind", "statement.kind", codes(KIND, PeriodKind.values(), PeriodKind::word)),
                        Column.of("period_from", "t.period_from", Kind.DAY, "register.periodfrom"),
                        Column.of("period_to", "t.period_to", Kind.DAY, "register.periodto"),
                        Column.code(
                                "scope",
                                "t.scope",
                                "statement.scope",
                                codes(SCOPE, ClaimScope.values(), ClaimScope::word)),
                        Column.of("part", "t.part", Kind.TEXT, "statement.part").searchable()),
                null,
                new Register.Elsewhere("/statements/", "s.number", "statement.page"));
    }
}
