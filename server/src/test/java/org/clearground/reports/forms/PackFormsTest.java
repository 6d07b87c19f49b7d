// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clearground.names.Spelling;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.clearground.places.Gazetteer;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms and code lists of the bundled pack. */
class PackFormsTest {

    private static final Pack PACK = PackSource.find("aze");

    static List<String> forms() {
        return PACK.paths().stream()
                .filter(path -> path.startsWith("forms/") && path.endsWith("/survey.csv"))
                .map(path -> path.split("/")[1])
                .toList();
    }

    /** Files that hold code lists. */
    static List<String> tables() {
        return PACK.paths().stream()
                .filter(path -> path.startsWith("codes/") || path.endsWith("/choices.csv"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsUnderstoodAndAsksForNumberSenderAndSample(String id) {
        var form = PackForms.form(PACK, id);

        assertThat(PACK.table("forms/" + id + "/settings.csv").get(0)).containsEntry("form_id", id);
        assertThat(form.questions().get(0).name()).isEqualTo("report_no");
        assertThat(form.questions())
                .filteredOn(Question::required)
                .extracting(Question::name)
                .contains("organisation");
        assertThat(form.questions()).extracting(Question::name).contains("sample");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionNameIsUsedOnceInAFormAndItsRepeats(String id) {
        var form = PackForms.form(PACK, id);

        assertThat(questions(form)).extracting(Question::name).doesNotHaveDuplicates();
        assertThat(questions(form)).extracting(Question::name).allSatisfy(name -> assertThat(name)
                .matches("[a-z][a-z0-9_]*"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aHeadingMeansOneQuestionInEveryLanguage(String id) {
        var questionOf = new HashMap<String, String>();
        var questions = questions(PackForms.form(PACK, id));
        questions.forEach(question -> questionOf.put(Spelling.fold(question.name()), question.name()));

        for (var question : questions) {
            for (var label : question.labels().byLanguage().values()) {
                var other = questionOf.putIfAbsent(Spelling.fold(label), question.name());

                assertThat(other).as("\"%s\" of %s", label, id).isIn(null, question.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyListThatAFormNamesExists(String id) {
        var own = PACK.table("forms/" + id + "/choices.csv").stream()
                .map(row -> row.get("list_name"))
                .toList();

        for (var row : PACK.table("forms/" + id + "/survey.csv")) {
            var type = row.getOrDefault("type", "").split(" ", 2);
            switch (type[0]) {
                case "select_one" -> assertThat(own).as("%s", row.get("name")).contains(type[1]);
                case "select_one_from_file" ->
                    assertThat(PACK.paths()).as("%s", row.get("name")).contains(type[1]);
                default -> assertThat(type).as("%s", row.get("name")).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionSpeaksEveryLanguageAndEveryHintToo(String id) {
        for (var row : PACK.table("forms/" + id + "/survey.csv")) {
            if (!"end_repeat".equals(row.get("type"))) {
                assertThat(texts(row, "label"))
                        .as("labels of %s", row.get("name"))
                        .doesNotContain("");
                assertThat(texts(row, "hint").distinct().filter(String::isEmpty).count())
                        .as("hints of %s are all there or all absent", row.get("name"))
                        .isEqualTo(texts(row, "hint").allMatch(String::isEmpty) ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCodeHasItsNameInEveryLanguage(String table) {
        assertThat(PACK.table(table)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("name")).matches("[A-Za-z0-9_]+");
            assertThat(texts(row, "label")).as("labels of %s", row.get("name")).doesNotContain("");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyNameOfACodeIsReadAsThatCode(String id) {
        var lists = new PackCodeLists(PACK, PackForms.form(PACK, id), new Gazetteer(List.of(), List.of()), Map.of());

        codes(id).forEach((list, rows) -> {
            assertThat(rows).as(list).extracting(row -> row.get("name")).doesNotHaveDuplicates();
            for (var row : rows) {
                var code = row.getOrDefault("name", "");
                names(row).forEach(name -> assertThat(lists.findCode(list, name))
                        .as("\"%s\" in the list %s of %s", name, list, id)
                        .contains(code));
            }
        });
    }

    @Test
    void aListIsTheSameInEveryFormThatHasIt() {
        var known = new HashMap<String, List<Map<String, String>>>();

        for (var form : forms()) {
            choices(form).forEach((list, rows) -> {
                assertThat(PACK.paths()).as(list).doesNotContain("codes/" + list + ".csv");
                var plain = rows.stream().map(PackFormsTest::labelled).toList();
                assertThat(known.getOrDefault(list, plain))
                        .as("%s in %s", list, form)
                        .isEqualTo(plain);
                known.put(list, plain);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void thePageForUsersHasEveryQuestionAsTheFormHasIt(String id) throws IOException {
        var page = Files.readString(Path.of("../docs/users/forms.md"));
        assertThat(page).contains("(`" + id + "`)\n");
        var from = page.substring(page.indexOf("(`" + id + "`)\n"));
        var section = from.substring(0, (from + "\n## ").indexOf("\n## "));

        var rows = section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(cells -> String.join(" ", cells[1], cells[3], cells[4]))
                .toList();

        assertThat(rows)
                .isEqualTo(questions(PackForms.form(PACK, id)).stream()
                        .map(question ->
                                "`" + question.name() + "` " + (question.required() ? "yes " : " ") + answer(question))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void thePageForUsersHasEveryCode(String table) throws IOException {
        var page = Files.readString(Path.of("../docs/users/forms.md"));

        assertThat(PACK.table(table))
                .allSatisfy(row -> assertThat(page).contains("`" + row.get("name") + "` " + row.get("label::en")));
    }

    private static String answer(Question question) {
        return switch (question.type()) {
            case TEXT -> "text";
            case CODE -> "`" + question.list() + "`";
            case DATE -> "day";
            case INTEGER -> "whole number";
            case DECIMAL -> "number";
            case POINT -> "position";
            case SHAPE -> "outline";
        };
    }

    private static List<Question> questions(FormDefinition form) {
        var questions = new ArrayList<>(form.questions());
        form.repeats().forEach(repeat -> questions.addAll(repeat.questions()));
        return questions;
    }

    private static Map<String, List<Map<String, String>>> choices(String form) {
        var lists = new TreeMap<String, List<Map<String, String>>>();
        for (var row : PACK.table("forms/" + form + "/choices.csv")) {
            lists.computeIfAbsent(row.getOrDefault("list_name", ""), any -> new ArrayList<>())
                    .add(row);
        }
        return lists;
    }

    private static Map<String, List<Map<String, String>>> codes(String form) {
        var lists = choices(form);
        PACK.paths().stream()
                .filter(path -> path.startsWith("codes/"))
                .forEach(path -> lists.put(
                        path.substring("codes/".length(), path.length() - ".csv".length()), PACK.table(path)));
        return lists;
    }

    private static Map<String, String> labelled(Map<String, String> row) {
        var labelled = new TreeMap<>(row);
        labelled.keySet().removeIf(column -> !column.equals("name") && !column.startsWith("label::"));
        return labelled;
    }

    /** The code itself, its labels and its aliases. */
    private static Stream<String> names(Map<String, String> row) {
        return Stream.of(
                        Stream.of(row.getOrDefault("name", "")),
                        texts(row, "label"),
                        Stream.of(row.getOrDefault("aliases", "").split("\\|")))
                .flatMap(texts -> texts)
                .filter(name -> !name.isEmpty());
    }

    private static Stream<String> texts(Map<String, String> row, String kind) {
        return PACK.languages().stream().map(language -> row.getOrDefault(kind + "::" + language, ""));
    }
}
