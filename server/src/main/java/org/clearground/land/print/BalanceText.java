// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.land.BalanceLine;
import org.clearground.land.LandBalance;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;

/** A balance for reading on a terminal, and as CSV for a spreadsheet. */
public final class BalanceText {

    private static final String NEW_LINE = "\n";

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
        BalanceRows.ALL.forEach(row -> table.add(row(row, balance.total(), words)));
        out.append(Columns.print(table)).append(NEW_LINE);
        out.append(words.say("land.beside")).append(NEW_LINE);
        var beside = new ArrayList<List<String>>();
        BalanceRows.BESIDE.forEach(row -> beside.add(row(row, balance.total(), words)));
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

    private static List<String> row(BalanceRows.Row row, LandBalance.Classes classes, Words words) {
        long total = row.value().applyAsLong(classes.total());
        return List.of(
                row.sign() + " " + words.say(row.key()),
                BalanceRows.number(words, row.value().applyAsLong(classes.suspected())),
                BalanceRows.number(words, row.value().applyAsLong(classes.confirmed())),
                BalanceRows.number(words, total),
                total < 0 ? "−" + words.hectares(-total) : words.hectares(total));
    }

    private static List<List<String>> breakdown(LandBalance balance, Words words) {
        var table = new ArrayList<List<String>>();
        var heading = new ArrayList<String>();
        heading.add("");
        BalanceRows.ALL.forEach(row -> heading.add(words.say(row.key())));
        table.add(heading);
        for (var line : balance.lines()) {
            if (BalanceRows.ALL.stream()
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
        BalanceRows.ALL.forEach(
                row -> cells.add(BalanceRows.number(words, row.value().applyAsLong(line))));
        return cells;
    }

    /** One row for each line and class, square metres as plain whole numbers. */
    public static String csv(LandBalance balance, Words words) {
        var out = new StringBuilder("by,code,name,class");
        BalanceRows.ALL.forEach(row -> out.append(',').append(column(row)));
        BalanceRows.BESIDE.forEach(row -> out.append(',').append(column(row)));
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

    private static String column(BalanceRows.Row row) {
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
        BalanceRows.ALL.forEach(row -> out.append(',').append(row.value().applyAsLong(line)));
        BalanceRows.BESIDE.forEach(row -> out.append(',').append(row.value().applyAsLong(line)));
        out.append(',').append(sample).append("\r\n");
    }
}
