// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.geo.Position;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.ReadReport;
import org.clearground.reports.intake.TypedReport;
import org.clearground.reports.print.AnswerText;
import org.clearground.reports.store.Country;
import org.clearground.reports.web.EntryPages.Drawn;
import org.clearground.reports.web.EntryPages.Field;
import org.clearground.reports.web.EntryPages.Kind;
import org.clearground.reports.web.EntryPages.NameList;
import org.clearground.reports.web.EntryPages.Note;
import org.clearground.reports.web.EntryPages.Option;
import org.clearground.reports.web.EntryPages.Row;
import org.clearground.reports.web.EntryPages.Section;
import org.clearground.web.SmallMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A form of the pack as fields of a page, with what was typed into them and what a check said of it. */
final class EntryForm {

    /** Longer lists are searched by typing. */
    private static final int MOST_CHOICES = 12;

    /** The question by which rules know a settlement; its names are those of the district that is answered. */
    private static final String SETTLEMENT = "settlement";

    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_SHORT = 200;
    static final int LONGEST_OUTLINE = 200_000;
    private static final int POINTS_SHOWN = 100;
    private static final String INDEX = "__";

    private final FormDefinition form;
    private final Country country;
    private final Words words;
    private final TypedReport typed;
    private final @Nullable ReadReport checked;
    private final @Nullable String ownBody;
    private final Map<String, List<Note>> notes = new LinkedHashMap<>();
    private final Map<String, NameList> lists = new LinkedHashMap<>();
    private final List<Note> general = new ArrayList<>();

    /**
     * @param checked what a check read; null before one
     * @param ownBody the only body for which whoever types may report; null where it is not one
     */
    EntryForm(
            FormDefinition form,
            Country country,
            Words words,
            TypedReport typed,
            @Nullable ReadReport checked,
            List<Finding> told,
            @Nullable String ownBody) {
        this.form = form;
        this.country = country;
        this.words = words;
        this.typed = typed;
        this.checked = checked;
        this.ownBody = ownBody;
        for (var finding : told) {
            place(finding);
        }
    }

    /** Puts a finding to its field. */
    private void place(Finding finding) {
        var column = finding.place().column();
        var sheet = finding.place().sheet();
        var labelled = withLabel(finding);
        var note = new Note(
                finding.blocks(),
                words.sentence(labelled),
                words.remedy(labelled),
                finding.code().name());
        var field = column == null ? null : fieldOf(sheet, column);
        (field == null ? general : notes.computeIfAbsent(field, any -> new ArrayList<>())).add(note);
    }

    /** Rows of things repeated are named by what they are and their number: {@code finds 2}. */
    private @Nullable String fieldOf(@Nullable String sheet, String column) {
        if (sheet == null) {
            return form.questions().stream()
                            .anyMatch(question -> question.name().equals(column))
                    ? TypedReport.field(column)
                    : null;
        }
        for (var repeat : form.repeats()) {
            if (sheet.matches(java.util.regex.Pattern.quote(repeat.name()) + " \\d{1,6}")) {
                int row = typed.rowOf(
                        repeat.name(),
                        Integer.parseInt(sheet.substring(repeat.name().length() + 1)));
                return row >= 0
                                && repeat.questions().stream()
                                        .anyMatch(question -> question.name().equals(column))
                        ? TypedReport.field(repeat.name(), row, column)
                        : null;
            }
        }
        return null;
    }

    /** On a page a question is called as it stands there, not as columns are. */
    private Finding withLabel(Finding finding) {
        var figures = new TreeMap<>(finding.figures());
        figures.computeIfPresent("question", (figure, name) -> label(name));
        return new Finding(finding.code(), finding.severity(), finding.place(), finding.value(), figures);
    }

    private String label(String name) {
        return java.util.stream.Stream.concat(
                        form.questions().stream(),
                        form.repeats().stream().flatMap(repeat -> repeat.questions().stream()))
                .filter(question -> question.name().equals(name))
                .findFirst()
                .map(question -> question.labels().in(words.language()))
                .orElse(name);
    }

    /**
     * What is wrong with the typing itself: it would be refused wherever it were sent.
     *
     * @param person whether a name has to be stated
     */
    boolean checkTyping(boolean person) {
        int before = notes.size();
        if (person && typed.person().isBlank()) {
            note("person", words.say("enter.person.missing"));
        } else {
            checkText("person", typed.person(), LONGEST_SHORT);
        }
        for (var question : form.questions()) {
            checkText(
                    TypedReport.field(question.name()),
                    typed.main().getOrDefault(question.name(), ""),
                    longest(question));
        }
        for (var repeat : form.repeats()) {
            var rows = typed.rows(repeat.name());
            for (int row = 0; row < rows.size(); row++) {
                for (var question : repeat.questions()) {
                    checkText(
                            TypedReport.field(repeat.name(), row, question.name()),
                            rows.get(row).getOrDefault(question.name(), ""),
                            longest(question));
                }
            }
        }
        return notes.size() == before;
    }

    private static int longest(Question question) {
        return switch (question.type()) {
            case TEXT -> LONGEST_TEXT;
            case SHAPE -> LONGEST_OUTLINE;
            case INTEGER, DECIMAL, DATE, CODE -> LONGEST_SHORT;
            case POINT -> LONGEST_SHORT * 5;
        };
    }

    private void checkText(String field, String text, int longest) {
        if (text.length() > longest) {
            note(field, words.say("enter.toolong", Map.of("most", words.number(longest))));
        }
        if (text.indexOf(TypedReport.UNREADABLE) >= 0) {
            note(field, words.say("enter.control", Map.of("mark", String.valueOf(TypedReport.UNREADABLE))));
        }
    }

    private void note(String field, String sentence) {
        notes.computeIfAbsent(field, any -> new ArrayList<>()).add(0, new Note(true, sentence, "", ""));
    }

    // ---- fields -----------------------------------------------------------------------------------------------

    List<Field> fields() {
        return form.questions().stream()
                .map(question -> field(
                        TypedReport.field(question.name()),
                        question,
                        typed.main(),
                        checked == null ? null : checked.report().answers()))
                .toList();
    }

    Field person() {
        return new Field(
                "person",
                Kind.TEXT,
                words.say("enter.person"),
                words.say("enter.person.hint"),
                true,
                typed.person(),
                List.of(),
                null,
                null,
                null,
                notes.getOrDefault("person", List.of()));
    }

    List<Section> sections() {
        return form.repeats().stream()
                .map(repeat -> {
                    var rows = new ArrayList<Row>();
                    var typedRows = typed.rows(repeat.name());
                    var read = checked == null
                            ? List.<Answers>of()
                            : checked.report().repeat(repeat.name());
                    int sent = 0;
                    for (int i = 0; i < typedRows.size(); i++) {
                        var answers = typedRows.get(i).isEmpty() || sent >= read.size() ? null : read.get(sent++);
                        rows.add(row(repeat, i, typedRows.get(i), answers));
                    }
                    var hints = repeat.hints();
                    return new Section(
                            repeat.name(),
                            repeat.labels().in(words.language()),
                            hints == null ? null : hints.in(words.language()),
                            rows,
                            blank(repeat),
                            rows.size() >= TypedReport.MOST_ROWS);
                })
                .toList();
    }

    private Row row(FormDefinition.Repeat repeat, int index, Map<String, String> texts, @Nullable Answers answers) {
        return new Row(
                index,
                index + 1,
                repeat.questions().stream()
                        .map(question -> field(
                                TypedReport.field(repeat.name(), index, question.name()), question, texts, answers))
                        .toList());
    }

    private Row blank(FormDefinition.Repeat repeat) {
        return new Row(
                -1,
                -1,
                repeat.questions().stream()
                        .map(question -> field(
                                TypedReport.field(repeat.name(), 0, question.name())
                                        .replace(".0.", "." + INDEX + "."),
                                question,
                                Map.of(),
                                null))
                        .toList());
    }

    /** What the fields propose, after {@link #fields} and {@link #sections}. */
    List<NameList> lists() {
        return List.copyOf(lists.values());
    }

    List<Note> general() {
        return general;
    }

    private Field field(String name, Question question, Map<String, String> texts, @Nullable Answers answers) {
        var text = texts.getOrDefault(question.name(), "");
        var kind = kind(question);
        var list = question.list();
        var options = list == null ? List.<Option>of() : options(list, text, kind);
        if (kind == Kind.SEARCH && list != null) {
            lists.putIfAbsent(list, new NameList("list:" + list, options));
        }
        var answer = answers == null ? null : answers.byQuestion().get(question.name());
        return new Field(
                name,
                kind,
                question.labels().in(words.language()),
                hint(question, kind),
                question.required(),
                kind == Kind.FIXED ? String.valueOf(ownBody) : text,
                kind == Kind.CHOICE || kind == Kind.FIXED ? options : List.of(),
                kind == Kind.SEARCH ? "list:" + list : null,
                answer == null || kind == Kind.CHOICE || kind == Kind.FIXED ? null : read(question, answer, text),
                answer == null ? null : drawn(question, answer),
                notes.getOrDefault(name, List.of()));
    }

    private Kind kind(Question question) {
        return switch (question.type()) {
            case TEXT -> question.name().equals(SETTLEMENT) ? Kind.SETTLEMENT : Kind.TEXT;
            case INTEGER, DECIMAL -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case POINT -> Kind.POINT;
            case SHAPE -> Kind.SHAPE;
            case CODE -> {
                if (ownBody != null && question.name().equals(EntryController.BODY)) {
                    yield Kind.FIXED;
                }
                yield country.choices(form.id(), String.valueOf(question.list()))
                                        .size()
                                > MOST_CHOICES
                        ? Kind.SEARCH
                        : Kind.CHOICE;
            }
        };
    }

    private List<Option> options(String list, String typedCode, Kind kind) {
        var codes = new ArrayList<>(country.choices(form.id(), list));
        if (kind == Kind.CHOICE && !typedCode.isEmpty() && !codes.contains(typedCode)) {
            codes.add(typedCode);
        }
        var options = codes.stream().map(code -> new Option(code, words.name(list, code)));
        return kind == Kind.SEARCH
                ? options.sorted(java.util.Comparator.comparing(Option::name)).toList()
                : options.toList();
    }

    /** What the form says, then how the answer is written. */
    private @Nullable String hint(Question question, Kind kind) {
        var said = new ArrayList<String>();
        var hints = question.hints();
        if (hints != null) {
            said.add(hints.in(words.language()));
        }
        var range = range(question.least(), question.most());
        if (range != null) {
            said.add(range);
        }
        switch (kind) {
            case DATE -> said.add(words.say("enter.date.hint"));
            case SEARCH -> said.add(words.say("enter.search.hint"));
            case POINT -> said.add(words.say("enter.position.hint"));
            case SHAPE -> said.add(words.say("enter.outline.hint"));
            case NUMBER -> {
                if (question.type() == QuestionType.INTEGER) {
                    said.add(words.say("enter.whole.hint"));
                }
            }
            case TEXT, SETTLEMENT, CHOICE, FIXED -> {}
        }
        if (said.isEmpty()) {
            return null;
        }
        return String.join(
                        ". ",
                        said.stream().map(each -> each.replaceAll("\\.$", "")).toList()) + ".";
    }

    private @Nullable String range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (least != null && most != null) {
            return words.say("enter.range", Map.of("least", words.number(least), "most", words.number(most)));
        }
        if (most != null) {
            return words.say("enter.range.most", Map.of("most", words.number(most)));
        }
        return least == null ? null : words.say("enter.range.least", Map.of("least", words.number(least)));
    }

    // ---- what was read ----------------------------------------------------------------------------------------

    private @Nullable String read(Question question, Answer answer, String text) {
        if (question.type() == QuestionType.TEXT || answer instanceof Answer.Shape) {
            return null;
        }
        var read = AnswerText.all(List.of(question), new Answers(Map.of(question.name(), answer)), words)
                .get(0)
                .text();
        if (answer instanceof Answer.Point point) {
            read = written(point.value());
        }
        return read.equals(text.strip()) ? null : read;
    }

    private @Nullable Drawn drawn(Question question, Answer answer) {
        var label = question.labels().in(words.language());
        if (answer instanceof Answer.Shape shape) {
            Geometry polygons = shape.value().polygons();
            var points = shape.value().turningPoints();
            return new Drawn(
                    SmallMap.draw(polygons, label, words),
                    shape.value().fault().isPresent()
                            ? null
                            : area(shape.value().computedArea().area().value()),
                    points.stream().limit(POINTS_SHOWN).map(EntryForm::written).toList(),
                    points.size());
        }
        return null;
    }

    private String area(long squareMetres) {
        return words.inHectares(squareMetres) + " · " + words.inSquareMetres(squareMetres);
    }

    private static String written(Position position) {
        return String.format(Locale.ROOT, "%.6f° %.6f°", position.latitude(), position.longitude());
    }

    /** The number of the report, by which its draft is known again. */
    static String title(TypedReport typed) {
        var number = typed.main().getOrDefault("report_no", "").strip();
        return number.length() > LONGEST_SHORT ? number.substring(0, LONGEST_SHORT) + "…" : number;
    }
}
