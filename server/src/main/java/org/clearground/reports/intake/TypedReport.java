// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.ReportRepair;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody types it into a page: texts by question, rows for what is repeated, all as typed. It becomes a JSON
 * file of one report, and that goes the way of every file: nothing is read, rounded or turned round before.
 *
 * @param person who types it, where nobody signs in; else empty
 * @param main texts by question; blank ones are left out
 * @param repeats rows by repeat; rows in which nothing stands yet are kept, so that they can be filled
 */
public record TypedReport(String person, Map<String, String> main, Map<String, List<Map<String, String>>> repeats) {

    /** More things than anybody types; a table is for a spreadsheet. */
    public static final int MOST_ROWS = 200;

    /** Stands where a character was sent that no text has. */
    public static final char UNREADABLE = '\uFFFD';

    private static final String MAIN = "a.";
    private static final String ROW = "r.";

    public TypedReport {
        main = Collections.unmodifiableMap(new TreeMap<>(main));
        var copy = new TreeMap<String, List<Map<String, String>>>();
        repeats.forEach((name, rows) -> copy.put(
                name,
                rows.stream()
                        .map(row -> Collections.unmodifiableMap(new TreeMap<>(row)))
                        .toList()));
        repeats = Collections.unmodifiableMap(copy);
    }

    public static final TypedReport BLANK = new TypedReport("", Map.of(), Map.of());

    /** The name of a field of the questions asked once. */
    public static String field(String question) {
        return MAIN + question;
    }

    /** The name of a field in a row of a repeat, from 0. */
    public static String field(String repeat, int row, String question) {
        return ROW + repeat + "." + row + "." + question;
    }

    /**
     * What was sent from a page. Rows may be numbered with gaps; fields that the form does not ask are left out.
     *
     * @throws ProblemException if there are more rows than anybody types
     */
    public static TypedReport of(FormDefinition form, Map<String, String[]> sent) {
        var main = new LinkedHashMap<String, String>();
        form.questions().forEach(question -> put(main, question, sent.get(field(question.name()))));
        var repeats = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var repeat : form.repeats()) {
            var rows = new ArrayList<Map<String, String>>();
            for (int number : numbers(repeat.name(), sent)) {
                var row = new LinkedHashMap<String, String>();
                repeat.questions()
                        .forEach(question ->
                                put(row, question, sent.get(field(repeat.name(), number, question.name()))));
                rows.add(row);
            }
            repeats.put(repeat.name(), rows);
        }
        var person = sent.get("person");
        return new TypedReport(person == null ? "" : text(person[0]), main, repeats);
    }

    /**
     * A report that was read, to be typed again in part: what could not be read is left out, and is to be filled in.
     *
     * @param repairs answers without their slips, in place of those read
     */
    public static TypedReport of(FieldReport report, List<ReportRepair> repairs) {
        var repeats = new LinkedHashMap<String, List<Map<String, String>>>();
        report.repeats().forEach((name, rows) -> {
            var texts = new ArrayList<Map<String, String>>();
            for (int row = 0; row < rows.size(); row++) {
                texts.add(texts(rows.get(row), repairs, name, row));
            }
            repeats.put(name, texts);
        });
        return new TypedReport("", texts(report.answers(), repairs, null, 0), repeats);
    }

    private static Map<String, String> texts(
            Answers answers, List<ReportRepair> repairs, @Nullable String repeat, int row) {
        var texts = new LinkedHashMap<String, String>();
        answers.byQuestion()
                .forEach((question, answer) ->
                        texts.put(question, text(ReportRepair.repaired(repairs, question, answer, repeat, row))));
        return texts;
    }

    /** As the question reads it again, to the last digit. */
    private static String text(Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return amount.value().toPlainString();
        }
        if (answer instanceof Answer.Day day) {
            return day.value().toString();
        }
        if (answer instanceof Answer.Point point) {
            return BigDecimal.valueOf(point.value().latitude()).toPlainString() + " "
                    + BigDecimal.valueOf(point.value().longitude()).toPlainString();
        }
        if (answer instanceof Answer.Shape shape) {
            return shape.value().polygons().toText();
        }
        return ((Answer.Text) answer).value();
    }

    private static List<Integer> numbers(String repeat, Map<String, String[]> sent) {
        var beginning = ROW + repeat + ".";
        var numbers = sent.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .filter(rest -> rest.matches("\\d{1,6}\\..+"))
                .map(rest -> Integer.valueOf(rest.substring(0, rest.indexOf('.'))))
                .distinct()
                .sorted()
                .toList();
        if (numbers.size() > MOST_ROWS) {
            throw new ProblemException(
                    ProblemCode.SUBMISSION_TOO_LARGE,
                    "a report that is typed has at most " + MOST_ROWS + " rows of " + repeat
                            + "; nothing was changed: go back, and send more of them as a file");
        }
        return numbers;
    }

    private static void put(Map<String, String> texts, Question question, String @Nullable [] sent) {
        if (sent != null && sent.length > 0 && !sent[0].isBlank()) {
            texts.put(question.name(), text(sent[0]));
        }
    }

    /** Browsers send lines ended as telegraphs did. Control characters would be seen by nobody who checks the report. */
    private static String text(String sent) {
        var text = new StringBuilder(sent.length());
        var lines = sent.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char letter = lines.charAt(i);
            text.append(Character.isISOControl(letter) && letter != '\n' && letter != '\t' ? UNREADABLE : letter);
        }
        return text.toString();
    }

    /** With an answer to a question asked once. */
    public TypedReport with(String question, String text) {
        var changed = new LinkedHashMap<>(main);
        changed.put(question, text);
        return new TypedReport(person, changed, repeats);
    }

    /** With a text in the field of that name; the same where there is no such field. */
    public TypedReport withField(FormDefinition form, String field, String text) {
        for (var question : form.questions()) {
            if (field.equals(field(question.name()))) {
                return with(question.name(), text);
            }
        }
        for (var repeat : form.repeats()) {
            var rows = new ArrayList<>(rows(repeat.name()));
            for (int row = 0; row < rows.size(); row++) {
                for (var question : repeat.questions()) {
                    if (field.equals(field(repeat.name(), row, question.name()))) {
                        var changed = new LinkedHashMap<>(rows.get(row));
                        changed.put(question.name(), text);
                        rows.set(row, changed);
                        return withRows(repeat.name(), rows);
                    }
                }
            }
        }
        return this;
    }

    /** With one more row to fill. */
    public TypedReport withRow(String repeat) {
        var rows = new ArrayList<>(rows(repeat));
        rows.add(Map.of());
        return withRows(repeat, rows);
    }

    /** Without a row, from 0; the same where there is no such row. */
    public TypedReport withoutRow(String repeat, int row) {
        var rows = new ArrayList<>(rows(repeat));
        if (row < 0 || row >= rows.size()) {
            return this;
        }
        rows.remove(row);
        return withRows(repeat, rows);
    }

    private TypedReport withRows(String repeat, List<Map<String, String>> rows) {
        var changed = new LinkedHashMap<>(repeats);
        changed.put(repeat, rows);
        return new TypedReport(person, main, changed);
    }

    /** The rows of a repeat. */
    public List<Map<String, String>> rows(String repeat) {
        return repeats.getOrDefault(repeat, List.of());
    }

    /** The row, from 0, that findings call so: blank rows are not sent and not counted. −1 if there is none. */
    public int rowOf(String repeat, int numberAsSent) {
        var rows = rows(repeat);
        int sent = 0;
        for (int row = 0; row < rows.size(); row++) {
            sent += rows.get(row).isEmpty() ? 0 : 1;
            if (sent == numberAsSent && !rows.get(row).isEmpty()) {
                return row;
            }
        }
        return -1;
    }

    /** The file that is sent: canonical, so that the same report sent twice is the same file. */
    public String submission(String form) {
        var report = new TreeMap<String, Object>(main);
        repeats.forEach((name, rows) -> {
            var filled = rows.stream().filter(row -> !row.isEmpty()).toList();
            if (!filled.isEmpty()) {
                report.put(name, filled);
            }
        });
        var file = new TreeMap<String, Object>();
        file.put("form", form);
        file.put("reports", List.of(report));
        return CanonicalJson.of(file);
    }

    /** As a draft keeps it. */
    public String json() {
        var all = new TreeMap<String, Object>();
        all.put("main", main);
        all.put("person", person);
        all.put("repeats", repeats);
        return CanonicalJson.of(all);
    }

    /** From a draft, which may have been begun when the form asked other questions. */
    public static TypedReport ofJson(String json) {
        var all = CanonicalJson.read(json);
        var repeats = new LinkedHashMap<String, List<Map<String, String>>>();
        if (all.get("repeats") instanceof Map<?, ?> byName) {
            byName.forEach((name, rows) -> repeats.put(
                    String.valueOf(name),
                    rows instanceof List<?> list
                            ? list.stream().map(TypedReport::texts).toList()
                            : List.of()));
        }
        return new TypedReport(String.valueOf(all.get("person")), texts(all.get("main")), repeats);
    }

    private static Map<String, String> texts(@Nullable Object map) {
        var texts = new LinkedHashMap<String, String>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        }
        return texts;
    }
}
