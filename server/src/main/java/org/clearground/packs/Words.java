// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.names.Names;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * One language of a country: the pack's sentences, numbers and days as they are printed there, and the names behind
 * codes.
 */
public final class Words {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss '(UTC'xxx')'", Locale.ROOT);

    private static final char ISOLATE = '\u2068'; // UAX 9: first strong isolate
    private static final char END_OF_ISOLATE = '\u2069';

    private final Pack pack;
    private final String language;
    private final Pack.Printing printing;
    private final boolean leftToRight;
    private final Map<String, Names> names;
    private final Map<String, Map<String, Names>> lists = new HashMap<>();

    /**
     * For one language.
     *
     * @param names of organisations and districts, by code
     * @throws ProblemException if the pack does not speak it
     */
    public Words(Pack pack, String language, Map<String, Names> names) {
        if (!pack.languages().contains(language)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the pack does not speak \"" + language + "\"; it speaks " + String.join(", ", pack.languages()));
        }
        this.pack = pack;
        this.language = language;
        this.printing = pack.printing(language);
        this.leftToRight = directionOf(language).equals("ltr");
        this.names = new HashMap<>(names);
        for (var path : pack.paths()) {
            if (path.startsWith("codes/") && path.endsWith(".csv")) {
                var list = path.substring("codes/".length(), path.length() - ".csv".length());
                pack.table(path).forEach(row -> addCode(list, row));
            } else if (path.startsWith("forms/") && path.endsWith("/choices.csv")) {
                pack.table(path).forEach(row -> addCode(row.getOrDefault("list_name", ""), row));
            }
        }
        lists.put("organisations", this.names);
        lists.put("districts", this.names);
        for (var list : List.of("ordnance-categories", "activity-types")) {
            this.names.putAll(lists.getOrDefault(list, Map.of()));
        }
    }

    private void addCode(String list, Map<String, String> row) {
        var labels = new HashMap<String, String>();
        for (var each : pack.languages()) {
            var label = row.getOrDefault("label::" + each, "");
            if (!label.isBlank()) {
                labels.put(each, label);
            }
        }
        if (!labels.isEmpty()) {
            lists.computeIfAbsent(list, any -> new HashMap<>()).put(row.getOrDefault("name", ""), new Names(labels));
        }
    }

    public Pack pack() {
        return pack;
    }

    public String language() {
        return language;
    }

    public List<String> languages() {
        return pack.languages();
    }

    /** In which direction this language is written: {@code ltr} or {@code rtl}, as HTML says it. */
    public String direction() {
        return leftToRight ? "ltr" : "rtl";
    }

    /** In which direction a language of the pack is written: that of its own name, as the pack writes it. */
    public String directionOf(String other) {
        var key = "language." + other;
        return (pack.sentences().has(language, key) ? say(key) : "")
                        .codePoints()
                        .map(Character::getDirectionality)
                        .filter(direction ->
                                direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isLeftward(direction))
                        .mapToObj(Words::isLeftward)
                        .findFirst()
                        .orElse(false)
                ? "rtl"
                : "ltr";
    }

    private static boolean isLeftward(int direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    public String say(String key) {
        return pack.sentences().say(language, key);
    }

    /** With values put in; in a language that is written from the right, each keeps the order of its own signs. */
    public String say(String key, Map<String, String> values) {
        if (leftToRight) {
            return pack.sentences().say(language, key, values);
        }
        var isolated = new HashMap<String, String>();
        values.forEach((name, value) -> isolated.put(name, value.isEmpty() ? "" : ISOLATE + value + END_OF_ISOLATE));
        return pack.sentences().say(language, key, isolated);
    }

    /** What a code is called; the code itself where the pack does not know it. */
    public String name(String code) {
        var known = names.get(code);
        return known == null ? code : known.in(language);
    }

    /** What a code of a list is called; the code itself where the list does not have it. */
    public String name(String list, String code) {
        var known = lists.getOrDefault(list, Map.of()).get(code);
        return known == null ? code : known.in(language);
    }

    /** The codes of a list of the pack, in the order of what they are called. */
    public List<String> codes(String list) {
        return lists.getOrDefault(list, Map.of()).keySet().stream()
                .sorted(Comparator.comparing((String code) -> name(list, code)).thenComparing(code -> code))
                .toList();
    }

    public String day(LocalDate day) {
        return printing.day().format(day);
    }

    /** A moment on the country's clocks. */
    public String moment(Instant moment) {
        var there = moment.atZone(pack.zone());
        return day(there.toLocalDate()) + ", " + CLOCK.format(there);
    }

    public String number(long value) {
        return printing.number(value);
    }

    public String number(BigDecimal value) {
        return printing.number(value);
    }

    /**
     * A number with its noun in the form that the language wants: the sentence {@code key.one}, {@code key.few} and so on,
     * after the plural rules of Unicode (CLDR), with the number as {@code count}. Where the pack has no form of its own it
     * is {@code key.other}.
     *
     * @param value null where there is none; then {@code absent} stands in its place
     */
    public String counted(String key, @Nullable BigDecimal value, String absent) {
        var category = value == null
                ? PluralRules.KEYWORD_OTHER
                : PluralRules.forLocale(ULocale.forLanguageTag(language)).select(value.doubleValue());
        var form = key + "." + category;
        return say(
                pack.sentences().has(language, form) ? form : key + "." + PluralRules.KEYWORD_OTHER,
                Map.of("count", value == null ? absent : number(value)));
    }

    /** Hectares with at most two decimals; the exact square metres stand in the JSON. */
    public String hectares(long squareMetres) {
        return number(roundedHectares(squareMetres));
    }

    /** Hectares as they are printed: with at most two decimals. */
    public static BigDecimal roundedHectares(long squareMetres) {
        BigDecimal exact = new SquareMetres(squareMetres).hectares().stripTrailingZeros();
        return exact.scale() > 2 ? exact.setScale(2, RoundingMode.HALF_UP) : exact;
    }

    /** An area with its unit, hectares with at most two decimals. */
    public String inHectares(long squareMetres) {
        return say("unit.hectares", Map.of("value", hectares(squareMetres)));
    }

    /** An area with its unit, to the last square metre. */
    public String inSquareMetres(long squareMetres) {
        return say("unit.squaremetres", Map.of("value", number(squareMetres)));
    }

    /** What a finding says. */
    public String sentence(Finding finding) {
        return say("finding." + finding.code(), values(finding));
    }

    /** What to do about it. */
    public String remedy(Finding finding) {
        return say("finding." + finding.code() + ".remedy", values(finding));
    }

    /** The figures of a finding, and in words the rule, the standing or the type of activity where it names one. */
    private Map<String, String> values(Finding finding) {
        var values = new TreeMap<>(finding.figures());
        var value = finding.value();
        values.put("value", value == null ? "" : value);
        var rule = values.get("rule");
        if (rule != null) {
            values.put("ruleText", say("rule." + rule));
        }
        var status = values.get("status");
        if (status != null) {
            values.put("statusText", say("accreditation.status." + status));
        }
        values.computeIfPresent("activityType", (figure, code) -> name(code));
        return values;
    }
}
