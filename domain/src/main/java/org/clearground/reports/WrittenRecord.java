// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.SourcePlace;
import org.jspecify.annotations.Nullable;

/**
 * One row as its file writes it: texts under columns, with the place to point at.
 *
 * @param sheet of a workbook; null elsewhere
 * @param row as a spreadsheet counts
 * @param cells one for each column; blank where nothing is written
 */
public record WrittenRecord(String file, @Nullable String sheet, int row, Columns columns, List<String> cells) {

    /** What is written for a question; null when its column is missing or its cell blank. */
    public @Nullable String text(String question) {
        var column = columns.indexOf.get(question);
        if (column == null || column >= cells.size()) {
            return null;
        }
        var text = cells.get(column);
        return text.isBlank() ? null : text;
    }

    public SourcePlace at(String question) {
        return new SourcePlace(file, sheet, row, columns.heading(question));
    }

    public SourcePlace wholeRow() {
        return new SourcePlace(file, sheet, row, null);
    }

    /** Which column holds the answer to which question, and what its heading says. */
    public static final class Columns {

        private final Map<String, Integer> indexOf = new HashMap<>();
        private final Map<String, String> headings = new HashMap<>();

        /** The first column given for a question counts. */
        public void put(String question, int index, String heading) {
            if (indexOf.putIfAbsent(question, index) == null) {
                headings.put(question, heading);
            }
        }

        public boolean has(String question) {
            return indexOf.containsKey(question);
        }

        String heading(String question) {
            return headings.getOrDefault(question, question);
        }
    }
}
