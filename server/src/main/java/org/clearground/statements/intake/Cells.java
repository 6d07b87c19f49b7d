// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearground.errors.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * One row by its headings. An empty cell is not stated: null, never zero. What cannot be read without doubt becomes a
 * finding with its row and column.
 */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:[.][0-9]{1,6})?");
    private static final Pattern SIGNED = Pattern.compile("-[0-9.]+");

    private final Map<String, String> texts;
    private final int row;
    private final Noted noted;

    Cells(Map<String, String> texts, int row, Noted noted) {
        this.texts = new LinkedHashMap<>(texts);
        this.row = row;
        this.noted = noted;
    }

    int row() {
        return row;
    }

    boolean has(String column) {
        return texts.containsKey(column);
    }

    /** The same row, with what it leaves empty in some columns taken from another. */
    Cells completedFrom(Cells other, Set<String> columns) {
        var filled = new LinkedHashMap<>(texts);
        for (var column : columns) {
            var text = other.texts.get(column);
            if (text != null) {
                filled.putIfAbsent(column, text);
            }
        }
        return new Cells(filled, row, noted);
    }

    @Nullable
    String text(String column, int most) {
        var text = texts.get(column);
        if (text != null && text.length() > most) {
            note(FindingCode.CELL_TOO_LONG, column, text, Map.of("most", String.valueOf(most)));
            return null;
        }
        return text;
    }

    /** A text that must be there; empty, with a finding, if it is not. */
    String required(String column, int most) {
        if (!has(column)) {
            note(FindingCode.MISSING_ANSWER, column, null, Map.of());
            return "";
        }
        var text = text(column, most);
        return text == null ? "" : text;
    }

    /** Several texts with semicolons between. */
    List<String> texts(String column, int most) {
        var text = text(column, most);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    @Nullable
    LocalDate day(String column) {
        var text = texts.get(column);
        try {
            if (text == null) {
                return null;
            }
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Falls to the finding, as a year that nobody means does.
        }
        note(FindingCode.UNREADABLE_DATE, column, text, Map.of("value", String.valueOf(text)));
        return null;
    }

    /** Digits with a point before decimals, as the columns of numbers are written; no other marks. */
    @Nullable
    BigDecimal number(String column, boolean whole) {
        var text = texts.get(column);
        if (text == null) {
            return null;
        }
        if (SIGNED.matcher(text).matches()) {
            note(FindingCode.NUMBER_OUT_OF_RANGE, column, text, Map.of("value", text, "least", "0"));
            return null;
        }
        if (!NUMBER.matcher(text).matches() || whole && text.contains(".")) {
            note(FindingCode.UNREADABLE_NUMBER, column, text, Map.of("value", text));
            return null;
        }
        return new BigDecimal(text);
    }

    /**
     * The value for a word of a list.
     *
     * @param otherwise where the cell is empty, or, with a finding, holds another word
     */
    <T> T word(String column, Map<String, T> list, T otherwise) {
        var text = texts.get(column);
        if (text == null) {
            return otherwise;
        }
        var value = list.get(text);
        if (value == null) {
            note(
                    FindingCode.UNKNOWN_CODE,
                    column,
                    text,
                    Map.of("value", text, "list", String.join(", ", list.keySet())));
            return otherwise;
        }
        return value;
    }

    void note(FindingCode code, String column, @Nullable String value, Map<String, String> figures) {
        var all = new LinkedHashMap<>(figures);
        all.put("question", column);
        noted.note(code, code.severity(), row, column, value, all);
    }
}
