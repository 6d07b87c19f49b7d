// SPDX-License-Identifier: Apache-2.0
package org.clearground.printing;

import java.util.List;

/** Tables of text: the first column to the left, figures to the right. */
public final class Columns {

    private Columns() {}

    public static String print(List<List<String>> table) {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (var row : table) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var out = new StringBuilder();
        for (var row : table) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                var space = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + space : "  " + space + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    /** A cell of CSV; what a spreadsheet would take for a formula is kept text by an apostrophe. */
    public static String cell(String text) {
        var kept = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return kept.matches("(?s).*[\",\\r\\n].*") ? "\"" + kept.replace("\"", "\"\"") + "\"" : kept;
    }
}
