// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.CsvTable;
import org.jspecify.annotations.Nullable;

/** Packs made of a pack by changing one thing. Each has a version of its own: that of the pack with a number behind it. */
public final class PackEdits {

    private static final String SENTENCES = "sentences.csv";
    private static final String SETTINGS = "pack.yaml";
    private static final Pattern VERSION = Pattern.compile("(?m)^version:.*$");
    private static final Pattern COUNTED = Pattern.compile("(.*)\\+(\\d{1,9})");

    private PackEdits() {}

    /**
     * With other texts of a sentence.
     *
     * @param texts by language; of languages that are not named nothing changes
     * @throws ProblemException if the pack has no such sentence
     */
    public static Pack withText(Pack pack, String key, Map<String, String> texts) {
        if (!pack.sentences().has(key)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "this pack has no sentence \"" + key + "\"");
        }
        return with(pack, SENTENCES, rows -> {
            var heading = rows.get(0);
            var row = rows.stream()
                    .filter(each -> each.get(0).equals(key))
                    .findFirst()
                    .orElseThrow();
            texts.forEach((language, text) -> set(heading, row, language, text));
            return rows;
        });
    }

    /**
     * With other labels of a code, or with a code more, at the end of its list.
     *
     * @param path of the table that holds the list
     * @param list its name among others of that table; null where the table is one list
     * @param labels by language; of languages that are not named nothing changes
     */
    public static Pack withCode(
            Pack pack, String path, @Nullable String list, String code, Map<String, String> labels) {
        return with(pack, path, rows -> {
            var heading = rows.get(0);
            int name = heading.indexOf("name");
            int listName = heading.indexOf("list_name");
            var known = rows.stream()
                    .skip(1)
                    .filter(row -> cell(row, name).equals(code)
                            && (list == null || cell(row, listName).equals(list)))
                    .findFirst();
            var row = known.orElseGet(() -> {
                var added = new ArrayList<String>();
                set(heading, added, "name", code);
                if (list != null) {
                    set(heading, added, "list_name", list);
                }
                rows.add(added);
                return added;
            });
            labels.forEach((language, label) -> set(heading, row, "label::" + language, label));
            return rows;
        });
    }

    /**
     * With other cells of a row, or with a row more, at the end of its table.
     *
     * @param path of the table
     * @param column by which its rows are found
     * @param cells by column; in columns that are not named nothing changes
     * @throws ProblemException if the table has no such column
     */
    public static Pack withRow(Pack pack, String path, String column, String key, Map<String, String> cells) {
        return with(pack, path, rows -> {
            var heading = rows.get(0);
            int at = heading.indexOf(column);
            var row = rows.stream()
                    .skip(1)
                    .filter(each -> cell(each, at).equals(key))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new ArrayList<String>();
                        set(heading, added, column, key);
                        rows.add(added);
                        return added;
                    });
            cells.forEach((name, value) -> set(heading, row, name, value));
            return rows;
        });
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    private static void set(List<String> heading, List<String> row, String column, String value) {
        int at = heading.stream().map(String::strip).toList().indexOf(column);
        if (at < 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "this table of the pack has no column \"" + column + "\"; nothing was changed");
        }
        while (row.size() < heading.size()) {
            row.add("");
        }
        row.set(at, value);
    }

    private static Pack with(Pack pack, String path, UnaryOperator<List<List<String>>> change) {
        var rows = new ArrayList<List<String>>();
        CsvTable.readAll(path, pack.file(path)).forEach(row -> rows.add(new ArrayList<>(row.cells())));
        var files = new TreeMap<String, byte[]>();
        pack.paths().forEach(each -> files.put(each, pack.file(each)));
        files.put(path, csv(change.apply(rows)));
        var settings = new String(pack.file(SETTINGS), StandardCharsets.UTF_8);
        files.put(
                SETTINGS,
                VERSION.matcher(settings)
                        .replaceFirst(Matcher.quoteReplacement("version: \"" + next(pack.version()) + "\""))
                        .getBytes(StandardCharsets.UTF_8));
        return new Pack(files);
    }

    private static String next(String version) {
        var counted = COUNTED.matcher(version);
        return counted.matches()
                ? counted.group(1) + "+" + (Long.parseLong(counted.group(2)) + 1)
                : version.replace("\"", "") + "+1";
    }

    private static byte[] csv(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
