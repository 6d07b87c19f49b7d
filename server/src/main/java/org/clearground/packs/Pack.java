// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.CsvTable;
import org.clearground.imports.TableRow;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A country as data: places, organisations, code lists, forms, parameters, sentences. Files and nothing else. */
public final class Pack {

    /** Larger tables are read again each time: they are asked for once, when a pack is adopted. */
    private static final int REMEMBERED_TABLE_BYTES = 1 << 16;

    private final SortedMap<String, byte[]> files;
    private final Map<String, List<Map<String, String>>> tables = new ConcurrentHashMap<>();
    private final Map<String, Object> settings;
    private @Nullable Sentences sentences;

    /**
     * From its files.
     *
     * @param files by path inside the pack, with forward slashes
     * @throws ProblemException if {@code pack.yaml} is missing or unreadable
     */
    public Pack(SortedMap<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        this.settings = yaml("pack.yaml", file("pack.yaml"));
    }

    /** A mapping in YAML, with nothing but plain values. */
    public static Map<String, Object> yaml(String name, byte[] utf8) {
        try {
            var loaded =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(utf8, StandardCharsets.UTF_8));
            if (loaded instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked")
                var settings = (Map<String, Object>) map;
                return settings;
            }
        } catch (YAMLException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    name + " cannot be read as YAML: "
                            + String.valueOf(unreadable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    unreadable);
        }
        throw new ProblemException(ProblemCode.WRONG_CALL, name + " is no list of names and values in YAML");
    }

    public Set<String> paths() {
        return files.keySet();
    }

    /**
     * The bytes of a file.
     *
     * @throws ProblemException if the pack lacks it
     */
    public byte[] file(String path) {
        var bytes = files.get(path);
        if (bytes == null) {
            throw new ProblemException(ProblemCode.PACK_INVALID, "the pack has no file " + path);
        }
        return bytes;
    }

    /** A CSV table of the pack, each row by heading. Blank cells are empty texts. */
    public List<Map<String, String>> table(String path) {
        return file(path).length > REMEMBERED_TABLE_BYTES
                ? readTable(path)
                : tables.computeIfAbsent(path, this::readTable);
    }

    private List<Map<String, String>> readTable(String path) {
        var rows = CsvTable.readAll(path, file(path));
        if (rows.isEmpty()) {
            throw new ProblemException(ProblemCode.PACK_INVALID, "the pack's file " + path + " has no heading");
        }
        var heading = rows.get(0).cells();
        return rows.stream()
                .skip(1)
                .filter(row -> !row.isBlank())
                .map(row -> byHeading(heading, row))
                .toList();
    }

    private static Map<String, String> byHeading(List<String> heading, TableRow row) {
        var values = new TreeMap<String, String>();
        for (int i = 0; i < heading.size(); i++) {
            values.put(
                    heading.get(i).strip(),
                    i < row.cells().size() ? row.cells().get(i).strip() : "");
        }
        return Collections.unmodifiableMap(values);
    }

    public String name() {
        return text("name");
    }

    public String version() {
        return text("version");
    }

    /** What the country is called; the pack's name where it does not say. */
    public String title(String language) {
        return settings.get("title") instanceof Map<?, ?> titles && titles.get(language) instanceof String title
                ? title
                : name();
    }

    public String credit() {
        return text("credit");
    }

    /** Where the terms of those credited stand; empty if nowhere on the web. */
    public Optional<String> creditLink() {
        return Optional.ofNullable(settings.get("credit_link"))
                .map(String::valueOf)
                .filter(link -> link.startsWith("https://"));
    }

    public ZoneId zone() {
        return ZoneId.of(text("zone"));
    }

    public List<String> languages() {
        return setting("languages") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("en");
    }

    public double areaTolerance() {
        return parameter("area_tolerance", 0.05);
    }

    /** A number among the parameters; another where the pack does not say it. */
    public double parameter(String name, double otherwise) {
        return setting("parameters") instanceof Map<?, ?> map && map.get(name) instanceof Number stated
                ? stated.doubleValue()
                : otherwise;
    }

    /** A word among the parameters; empty where the pack does not say it. */
    public String parameter(String name) {
        return setting("parameters") instanceof Map<?, ?> map && map.get(name) instanceof String stated ? stated : "";
    }

    private String text(String key) {
        return String.valueOf(setting(key));
    }

    private Object setting(String key) {
        var value = settings.get(key);
        if (value == null) {
            throw new ProblemException(ProblemCode.PACK_INVALID, "the pack's pack.yaml does not say \"" + key + "\"");
        }
        return value;
    }

    public synchronized Sentences sentences() {
        if (sentences == null) {
            sentences = new Sentences(CsvTable.readAll("sentences.csv", file("sentences.csv")));
        }
        return sentences;
    }

    /** How numbers and days are printed in a language. */
    public Printing printing(String language) {
        var numbers = setting("numbers") instanceof Map<?, ?> map && map.get(language) instanceof Map<?, ?> marks
                ? marks
                : Map.of();
        var dates = setting("dates") instanceof Map<?, ?> map && map.get(language) != null
                ? map.get(language)
                : "d MMMM uuuu";
        return new Printing(
                mark(numbers.get("grouping"), ","),
                mark(numbers.get("decimal"), "."),
                DateTimeFormatter.ofPattern(String.valueOf(dates), Locale.forLanguageTag(language)));
    }

    private static String mark(@Nullable Object stated, String otherwise) {
        return stated == null ? otherwise : stated.toString();
    }

    /** Marks and formats of a language. */
    public record Printing(String grouping, String decimal, DateTimeFormatter day) {

        public String number(long value) {
            return number(BigDecimal.valueOf(value));
        }

        /** Trailing zeros behind the decimal mark are left out. */
        public String number(BigDecimal value) {
            var plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
            int point = plain.indexOf('.');
            var whole = point < 0 ? plain : plain.substring(0, point);
            var grouped =
                    whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", java.util.regex.Matcher.quoteReplacement(grouping));
            return point < 0 ? grouped : grouped + decimal + plain.substring(point + 1);
        }
    }
}
