// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.clearground.land.BalanceLine;
import org.clearground.land.LandBalance;
import org.clearground.land.Movement;
import org.clearground.packs.Words;

/** A balance for reading on a terminal, and as CSV for a spreadsheet. */
public final class BalanceText {

    private static final String NEW_LINE = "\n";

    private record Row(String sign, String key, ToLongFunction<BalanceLine> value) {}

    private static final List<Row> ROWS = List.of(
            new Row(" ", "land.opening", BalanceLine::opening),
            new Row("+", "movement.FOUND", line -> line.moved(Movement.FOUND)),
            new Row("+", "movement.ADDED", line -> line.moved(Movement.ADDED)),
            new Row("+", "movement.REOPENED", line -> line.moved(Movement.REOPENED)),
            new Row("±", "land.transferred", BalanceLine::transferred),
            new Row("−", "movement.CANCELLED", line -> line.moved(Movement.CANCELLED)),
            new Row("−", "movement.REDUCED", line -> line.moved(Movement.REDUCED)),
            new Row("−", "movement.CLEARED", line -> line.moved(Movement.CLEARED)),
            new Row("=", "land.closing", BalanceLine::closing));

    private static final List<Row> BESIDE = List.of(
            new Row(" ", "movement.UNDER_WORK", line -> line.standing(Movement.UNDER_WORK)),
            new Row(" ", "movement.AWAITING_INSPECTION", line -> line.standing(Movement.AWAITING_INSPECTION)),
            new Row(" ", "movement.HANDED_OVER", line -> line.standing(Movement.HANDED_OVER)),
            new Row(" ", "movement.CLEARED_OUTSIDE", line -> line.moved(Movement.CLEARED_OUTSIDE)),
            new Row(" ", "movement.RELEASED_OUTSIDE", line -> line.moved(Movement.RELEASED_OUTSIDE)),
            new Row(" ", "movement.WORKED", line -> line.moved(Movement.WORKED)));

    private BalanceText() {}

    public static String print(LandBalance balance, Words words) {
        var out = new StringBuilder();
        if (balance.sample()) {
            out.append(words.say("page.sample")).append(NEW_LINE).append(NEW_LINE);
        }
        out.append(words.say(
                        "land.title",
                        Map.of(
                                "from", words.day(balance.period().from()),
                                "to", words.day(balance.period().to()))))
                .append(NEW_LINE)
                .append(words.say("land.knownat", Map.of("moment", words.moment(balance.knownAt()))))
                .append(NEW_LINE)
                .append(NEW_LINE);
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                "",
                words.say("hazardclass.SUSPECTED") + ", m²",
                words.say("hazardclass.CONFIRMED") + ", m²",
                words.say("land.total") + ", m²",
                words.say("land.total") + ", ha"));
        ROWS.forEach(row -> table.add(row(row, balance.total(), words)));
        out.append(Columns.print(table)).append(NEW_LINE);
        out.append(words.say("land.beside")).append(NEW_LINE);
        var beside = new ArrayList<List<String>>();
        BESIDE.forEach(row -> beside.add(row(row, balance.total(), words)));
        out.append(Columns.print(beside));
        if (balance.dimension() != LandBalance.Dimension.NONE) {
            out.append(NEW_LINE)
                    .append(words.say("land.by." + balance.dimension()))
                    .append(", m²")
                    .append(NEW_LINE);
            out.append(Columns.print(breakdown(balance, words)));
        }
        out.append(NEW_LINE).append(words.say("bulletin.caution")).append(NEW_LINE);
        return out.toString();
    }

    private static List<String> row(Row row, LandBalance.Classes classes, Words words) {
        long total = row.value().applyAsLong(classes.total());
        return List.of(
                row.sign() + " " + words.say(row.key()),
                words.number(row.value().applyAsLong(classes.suspected())),
                words.number(row.value().applyAsLong(classes.confirmed())),
                words.number(total),
                total < 0 ? "−" + words.hectares(-total) : words.hectares(total));
    }

    private static List<List<String>> breakdown(LandBalance balance, Words words) {
        var table = new ArrayList<List<String>>();
        var heading = new ArrayList<String>();
        heading.add("");
        ROWS.forEach(row -> heading.add(words.say(row.key())));
        table.add(heading);
        for (var line : balance.lines()) {
            if (ROWS.stream()
                    .allMatch(row -> row.value().applyAsLong(line.classes().total()) == 0)) {
                continue;
            }
            table.add(cells(
                    ItemNames.of(words, balance.dimension(), line.key()),
                    line.classes().total(),
                    words));
        }
        table.add(cells(words.say("land.total"), balance.total().total(), words));
        return table;
    }

    private static List<String> cells(String name, BalanceLine line, Words words) {
        var cells = new ArrayList<String>();
        cells.add(name);
        ROWS.forEach(row -> cells.add(words.number(row.value().applyAsLong(line))));
        return cells;
    }

    /** One row for each line and class, square metres as plain whole numbers. */
    public static String csv(LandBalance balance, Words words) {
        var out = new StringBuilder("by,code,name,class");
        ROWS.forEach(row -> out.append(',').append(column(row)));
        BESIDE.forEach(row -> out.append(',').append(column(row)));
        out.append(",sample\r\n");
        for (var line : balance.lines()) {
            csv(
                    out,
                    balance.dimension().name(),
                    line.key(),
                    ItemNames.of(words, balance.dimension(), line.key()),
                    line.classes(),
                    balance.sample());
        }
        csv(out, "TOTAL", "", words.say("land.total"), balance.total(), balance.sample());
        return out.toString();
    }

    private static String column(Row row) {
        return row.key().substring(row.key().indexOf('.') + 1).toLowerCase(java.util.Locale.ROOT) + "_m2";
    }

    private static void csv(
            StringBuilder out, String by, String code, String name, LandBalance.Classes classes, boolean sample) {
        csv(out, by, code, name, "SUSPECTED", classes.suspected(), sample);
        csv(out, by, code, name, "CONFIRMED", classes.confirmed(), sample);
        csv(out, by, code, name, "TOTAL", classes.total(), sample);
    }

    private static void csv(
            StringBuilder out,
            String by,
            String code,
            String name,
            String hazardClass,
            BalanceLine line,
            boolean sample) {
        out.append(by).append(',').append(Columns.cell(code)).append(',').append(Columns.cell(name));
        out.append(',').append(hazardClass);
        ROWS.forEach(row -> out.append(',').append(row.value().applyAsLong(line)));
        BESIDE.forEach(row -> out.append(',').append(row.value().applyAsLong(line)));
        out.append(',').append(sample).append("\r\n");
    }
}
