// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.List;
import org.clearground.bulletins.Breakdown;
import org.clearground.bulletins.Bulletin;

/** Prints a bulletin as plain text: what tests compare, and what a slow link can still carry. */
public final class TextPrinter {

    private static final int WIDTH = 100;

    private TextPrinter() {}

    public static String print(Bulletin bulletin, Wording wording) {
        var out = new StringBuilder();
        if (bulletin.sample()) {
            paragraph(out, wording.say("bulletin.sample"));
        }
        paragraph(out, wording.title(bulletin.period()));
        paragraph(out, wording.period(bulletin.period()));
        paragraph(out, wording.release(bulletin));
        if (bulletin.contributors().reports() > 0) {
            var rows = new ArrayList<List<String>>();
            for (var figure : bulletin.headline()) {
                rows.add(List.of(wording.label(figure.definition()), wording.value(figure)));
            }
            table(out, rows);
            paragraph(out, wording.bodies(bulletin));
            paragraph(out, wording.districts(bulletin));
        }
        if (bulletin.contributors().straddling() > 0) {
            paragraph(out, wording.straddling(bulletin));
        }
        for (var breakdown : bulletin.breakdowns()) {
            out.append(wording.caption(breakdown.dimension())).append('\n');
            table(out, rows(breakdown, wording));
        }
        paragraph(out, wording.asOf(bulletin));
        paragraph(out, wording.say("bulletin.caution"));
        out.append(wording.credit()).append('\n');
        return out.toString();
    }

    private static List<List<String>> rows(Breakdown breakdown, Wording wording) {
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<String>();
        heading.add("");
        breakdown.columns().forEach(column -> heading.add(wording.label(column)));
        rows.add(heading);
        for (var line : breakdown.lines()) {
            var row = new ArrayList<String>();
            row.add(wording.key(breakdown.dimension(), line.key()));
            line.figures().forEach(figure -> row.add(wording.value(figure)));
            rows.add(row);
        }
        return rows;
    }

    /** Breaks lines between words. */
    private static void paragraph(StringBuilder out, String text) {
        int column = 0;
        for (var word : text.split(" ")) {
            if (column > 0 && column + word.length() >= WIDTH) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        out.append("\n\n");
    }

    /** First column to the left, figures to the right. */
    private static void table(StringBuilder out, List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                var padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        out.append('\n');
    }
}
