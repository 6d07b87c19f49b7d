// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.store.StandingReports.Standing;
import org.clearground.storage.Transaction;

/** Codes that reports use beside those that the pack has. */
final class UsedCodes {

    private final Country country;
    private final Map<String, Map<String, Used>> usedCodes = new TreeMap<>();

    /** The first report that uses a code, and where. */
    private record Used(long row, String question) {}

    UsedCodes(Country country) {
        this.country = country;
    }

    void note(Standing standing) {
        var definition = country.form(standing.form()).definition();
        var report = standing.read().report();
        note(definition.questions(), report.answers(), standing.row());
        for (var repeat : definition.repeats()) {
            for (var row : report.repeat(repeat.name())) {
                note(repeat.questions(), row, standing.row());
            }
        }
    }

    private void note(List<Question> questions, Answers answers, long row) {
        for (var question : questions) {
            var list = question.list();
            if (isCoded(question)
                    && list != null
                    && answers.byQuestion().get(question.name()) instanceof Answer.Text answer) {
                usedCodes
                        .computeIfAbsent(list, any -> new TreeMap<>())
                        .putIfAbsent(answer.value(), new Used(row, question.name()));
            }
        }
    }

    private static boolean isCoded(Question question) {
        return question.type() == QuestionType.CODE && question.list() != null;
    }

    /** Codes that reports use and the pack no longer has are findings; codes of the pack that no report uses come back. */
    Map<String, List<String>> tell(Transaction transaction, StoreTally tally) {
        var unused = new TreeMap<String, List<String>>();
        for (var list : lists()) {
            var codes = new TreeSet<>(country.codes(list));
            var used = usedCodes.getOrDefault(list, Map.of());
            used.forEach((code, first) -> {
                if (!codes.contains(code)) {
                    tally.tell(
                            transaction,
                            FindingCode.CODE_GONE,
                            first.row(),
                            any -> first.question(),
                            place -> new Finding(
                                    FindingCode.CODE_GONE,
                                    FindingCode.CODE_GONE.severity(),
                                    place,
                                    code,
                                    Map.of("list", list, "question", first.question())));
                }
            });
            codes.removeAll(used.keySet());
            if (!codes.isEmpty()) {
                unused.put(list, List.copyOf(codes));
            }
        }
        return unused;
    }

    private Set<String> lists() {
        var asked = new HashSet<String>();
        for (FormDefinition form : country.forms()) {
            form.questions().forEach(question -> add(question, asked));
            form.repeats().forEach(repeat -> repeat.questions().forEach(question -> add(question, asked)));
        }
        return asked;
    }

    private static void add(Question question, Set<String> asked) {
        var list = question.list();
        if (isCoded(question) && list != null) {
            asked.add(list);
        }
    }
}
