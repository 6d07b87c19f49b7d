// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.packs.Pack;
import org.clearground.reports.WrittenNumber.DecimalMark;
import org.jspecify.annotations.Nullable;

/**
 * How a sender's file speaks our form's language, written once in YAML and used for every file of that sender.
 *
 * @param columns heading as sent to question of the form
 * @param values by question: value as sent to value that the form knows
 * @param constants by question: what holds for every report of the file
 * @param decimalMark before decimals; null to read number by number
 * @param separator between cells of a CSV file; null to take the one that the heading uses
 * @param charset of a CSV file; null to detect
 * @param sheet of a workbook that holds the reports; null for the one named like the form, else the first
 * @param headingRow row that holds the headings, as a spreadsheet counts; null for the first that is not blank
 */
public record Mapping(
        Map<String, String> columns,
        Map<String, Map<String, String>> values,
        Map<String, String> constants,
        @Nullable DecimalMark decimalMark,
        @Nullable Character separator,
        @Nullable Charset charset,
        @Nullable String sheet,
        @Nullable Integer headingRow) {

    public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of(), null, null, null, null, null);

    private static final Set<String> KEYS = Set.of(
            "form", "columns", "values", "constants", "decimal_mark", "separator", "encoding", "sheet", "heading_row");

    public Mapping {
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
        constants = Map.copyOf(constants);
    }

    /**
     * Reads a mapping.
     *
     * @throws ProblemException if the file is missing or says something that no mapping says
     */
    public static Mapping read(Path file) {
        try {
            var name = String.valueOf(file.getFileName());
            var yaml = Pack.yaml(name, Files.readAllBytes(file));
            for (var key : yaml.keySet()) {
                if (!KEYS.contains(key)) {
                    throw new ProblemException(
                            ProblemCode.WRONG_CALL,
                            name + " says \"" + key + "\", which no mapping says; it may say "
                                    + new java.util.TreeSet<>(KEYS));
                }
            }
            var values = new TreeMap<String, Map<String, String>>();
            section(yaml, "values").forEach((question, map) -> values.put(question, texts(name, map)));
            return new Mapping(
                    texts(name, yaml.getOrDefault("columns", Map.of())),
                    values,
                    texts(name, yaml.getOrDefault("constants", Map.of())),
                    mark(name, yaml.get("decimal_mark")),
                    separator(name, yaml.get("separator")),
                    charset(name, yaml.get("encoding")),
                    yaml.get("sheet") == null ? null : String.valueOf(yaml.get("sheet")),
                    headingRow(name, yaml.get("heading_row")));
        } catch (IOException missing) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there is no mapping " + file + "; check its name", missing);
        }
    }

    private static Map<String, Object> section(Map<String, Object> yaml, String key) {
        var section = new TreeMap<String, Object>();
        if (yaml.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> section.put(String.valueOf(name), value));
        }
        return section;
    }

    private static Map<String, String> texts(String name, @Nullable Object map) {
        var texts = new TreeMap<String, String>();
        if (!(map instanceof Map<?, ?> entries)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, name + ": columns, values and constants are lists of \"this: that\"");
        }
        entries.forEach((from, to) -> texts.put(String.valueOf(from), text(to)));
        return texts;
    }

    /** YAML takes 2024-05-01 for a moment; it was meant as a day. */
    private static String text(@Nullable Object value) {
        return value instanceof Date day
                ? day.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : String.valueOf(value);
    }

    private static @Nullable DecimalMark mark(String name, @Nullable Object stated) {
        if (stated == null) {
            return null;
        }
        return switch (stated.toString()) {
            case "." -> DecimalMark.POINT;
            case "," -> DecimalMark.COMMA;
            default ->
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, name + ": decimal_mark is \".\" or \",\", not \"" + stated + "\"");
        };
    }

    private static @Nullable Character separator(String name, @Nullable Object stated) {
        if (stated == null) {
            return null;
        }
        var text = stated.toString().replace("tab", "\t");
        if (text.length() != 1) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, name + ": separator is one character or tab, not \"" + stated + "\"");
        }
        return text.charAt(0);
    }

    private static @Nullable Charset charset(String name, @Nullable Object stated) {
        if (stated == null) {
            return null;
        }
        try {
            return Charset.forName(stated.toString());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, name + ": encoding \"" + stated + "\" is not known", unknown);
        }
    }

    private static @Nullable Integer headingRow(String name, @Nullable Object stated) {
        if (stated == null) {
            return null;
        }
        try {
            int row = Integer.parseInt(stated.toString());
            if (row > 0) {
                return row;
            }
        } catch (NumberFormatException noNumber) {
            // told below with every other number that is no row
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL, name + ": heading_row is a row from 1 on, not \"" + stated + "\"");
    }

    /**
     * One that the ledger keeps.
     *
     * @param kept as {@link #asMap} gave it
     */
    public static Mapping of(Map<String, Object> kept) {
        var values = new TreeMap<String, Map<String, String>>();
        section(kept, "values").forEach((question, map) -> values.put(question, texts("mapping", map)));
        var mark = String.valueOf(kept.getOrDefault("decimalMark", ""));
        var separator = String.valueOf(kept.getOrDefault("separator", ""));
        var charset = String.valueOf(kept.getOrDefault("encoding", ""));
        return new Mapping(
                texts("mapping", kept.getOrDefault("columns", Map.of())),
                values,
                texts("mapping", kept.getOrDefault("constants", Map.of())),
                mark.isEmpty() ? null : DecimalMark.valueOf(mark),
                separator.isEmpty() ? null : (Character) separator.charAt(0),
                charset.isEmpty() ? null : Charset.forName(charset),
                kept.get("sheet") == null ? null : String.valueOf(kept.get("sheet")),
                kept.get("headingRow") instanceof Number row ? (Integer) row.intValue() : null);
    }

    /** The first row that may hold the headings, from 1. */
    int firstHeadingRow() {
        return headingRow == null ? 1 : headingRow;
    }

    /** The same for a table that this programme wrote of the file's rows: in UTF-8, with commas, headings first. */
    public Mapping ofRows() {
        return new Mapping(columns, values, constants, decimalMark, ',', null, null, null);
    }

    /** Tells two mappings apart; empty for none. */
    public String fingerprint() {
        if (equals(NONE)) {
            return "";
        }
        return Digest.of(CanonicalJson.of(asMap()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .abbreviated();
    }

    /** As the ledger keeps it. */
    public Map<String, Object> asMap() {
        var map = new TreeMap<String, Object>();
        map.put("columns", columns);
        map.put("values", values);
        map.put("constants", constants);
        map.put("decimalMark", decimalMark == null ? "" : decimalMark.name());
        map.put("separator", separator == null ? "" : separator.toString());
        map.put("encoding", charset == null ? "" : charset.name());
        // Said only where they are, so that mappings of before these two have the fingerprints that they had.
        if (sheet != null) {
            map.put("sheet", sheet);
        }
        if (headingRow != null) {
            map.put("headingRow", headingRow);
        }
        return map;
    }
}
