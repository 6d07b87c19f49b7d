// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.forms;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.names.Names;
import org.clearground.packs.Pack;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * Forms of a pack, modelled on XLSForm: {@code forms/<id>/survey.csv}, {@code choices.csv}, {@code settings.csv}.
 *
 * <p>Understood: the types of {@link QuestionType} under their XLSForm names, {@code begin_repeat} and
 * {@code end_repeat}, {@code label::<language>}, {@code hint::<language>}, {@code required}, and constraints of the shape
 * {@code . >= 0 and . <= 100}. Anything else in a form is refused with its row, never passed over.
 */
public final class PackForms {

    private static final Pattern FROM_FILE = Pattern.compile("select_one_from_file\\s+(?:.*/)?([\\w-]+)\\.\\w+");
    private static final Pattern FROM_CHOICES = Pattern.compile("select_one\\s+([\\w-]+)");
    private static final Pattern BOUND = Pattern.compile("\\.\\s*(>=|<=)\\s*(-?\\d+(?:\\.\\d+)?)");

    private PackForms() {}

    /**
     * Reads a form.
     *
     * @throws ProblemException if the pack has no such form, or a row of it is not understood
     */
    public static FormDefinition form(Pack pack, String id) {
        var folder = "forms/" + id + "/";
        if (!pack.paths().contains(folder + "survey.csv")) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there is no form \"" + id + "\"; the pack has: " + ids(pack));
        }
        var settings = pack.table(folder + "settings.csv").get(0);
        var questions = new ArrayList<Question>();
        var repeats = new ArrayList<FormDefinition.Repeat>();
        Map<String, String> opened = null;
        List<Question> inRepeat = new ArrayList<>();
        int row = 1;
        for (var line : pack.table(folder + "survey.csv")) {
            row++;
            var type = line.getOrDefault("type", "");
            if (type.equals("begin_repeat")) {
                opened = line;
                inRepeat = new ArrayList<>();
            } else if (type.equals("end_repeat")) {
                if (opened == null) {
                    throw notUnderstood(folder, row, "an end_repeat without its beginning");
                }
                repeats.add(new FormDefinition.Repeat(
                        opened.getOrDefault("name", ""), labels(opened), texts(opened, "hint::"), inRepeat));
                opened = null;
            } else if (!type.equals("note")) {
                (opened == null ? questions : inRepeat).add(question(folder, row, type, line));
            }
        }
        try {
            return new FormDefinition(
                    id,
                    settings.getOrDefault("version", "0") + "+" + fingerprint(pack, folder),
                    titles(id, settings),
                    questions,
                    repeats);
        } catch (IllegalArgumentException twice) {
            throw new ProblemException(ProblemCode.PACK_INVALID, String.valueOf(twice.getMessage()), twice);
        }
    }

    /** Every form of a pack. */
    public static List<String> ids(Pack pack) {
        return pack.paths().stream()
                .filter(path -> path.startsWith("forms/") && path.endsWith("/survey.csv"))
                .map(path -> path.substring("forms/".length(), path.length() - "/survey.csv".length()))
                .toList();
    }

    private static Question question(String folder, int row, String type, Map<String, String> line) {
        String list = null;
        QuestionType kind;
        Matcher fromFile = FROM_FILE.matcher(type);
        Matcher fromChoices = FROM_CHOICES.matcher(type);
        if (fromFile.matches()) {
            list = fromFile.group(1);
            kind = QuestionType.CODE;
        } else if (fromChoices.matches()) {
            list = fromChoices.group(1);
            kind = QuestionType.CODE;
        } else {
            kind = switch (type) {
                case "text" -> QuestionType.TEXT;
                case "integer" -> QuestionType.INTEGER;
                case "decimal" -> QuestionType.DECIMAL;
                case "date" -> QuestionType.DATE;
                case "geopoint" -> QuestionType.POINT;
                case "geoshape" -> QuestionType.SHAPE;
                default -> throw notUnderstood(folder, row, "the type \"" + type + "\"");
            };
        }
        var name = line.getOrDefault("name", "");
        var constraint = line.getOrDefault("constraint", "");
        return new Question(
                name,
                kind,
                list,
                labels(line),
                texts(line, "hint::"),
                line.getOrDefault("required", "").toLowerCase(Locale.ROOT).matches("yes|true|true\\(\\)"),
                bound(folder, row, constraint, ">="),
                bound(folder, row, constraint, "<="));
    }

    /** What a form is called: {@code form_title}, and where it is said {@code form_title::<language>}. */
    private static Names titles(String id, Map<String, String> settings) {
        var inLanguages = texts(settings, "form_title::");
        return inLanguages == null ? new Names(Map.of("en", settings.getOrDefault("form_title", id))) : inLanguages;
    }

    private static Names labels(Map<String, String> line) {
        var labels = texts(line, "label::");
        return labels == null ? new Names(Map.of("en", line.getOrDefault("name", ""))) : labels;
    }

    /** The texts of columns that begin alike, by language; null where none is written. */
    private static @Nullable Names texts(Map<String, String> line, String beginning) {
        var texts = new LinkedHashMap<String, String>();
        line.forEach((column, text) -> {
            if (column.startsWith(beginning) && !text.isEmpty()) {
                texts.put(column.substring(beginning.length()), text);
            }
        });
        return texts.isEmpty() ? null : new Names(texts);
    }

    private static @Nullable BigDecimal bound(String folder, int row, String constraint, String side) {
        BigDecimal found = null;
        if (constraint.isBlank()) {
            return null;
        }
        for (var part : constraint.split("\\s+and\\s+")) {
            var bound = BOUND.matcher(part.strip());
            if (!bound.matches()) {
                throw notUnderstood(folder, row, "the constraint \"" + part + "\"");
            }
            if (bound.group(1).equals(side)) {
                found = new BigDecimal(bound.group(2));
            }
        }
        return found;
    }

    private static String fingerprint(Pack pack, String folder) {
        var all = new ByteArrayOutputStream();
        for (var path : pack.paths()) {
            if (path.startsWith(folder)) {
                all.writeBytes(pack.file(path));
            }
        }
        return Digest.of(all.toByteArray()).abbreviated();
    }

    private static ProblemException notUnderstood(String folder, int row, String what) {
        return new ProblemException(
                ProblemCode.PACK_INVALID,
                "the pack's " + folder + "survey.csv, row " + row + ": " + what + " is not understood");
    }
}
