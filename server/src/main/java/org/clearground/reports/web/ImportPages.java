// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearground.errors.Finding;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.WrittenNumber.DecimalMark;
import org.clearground.reports.intake.FileHeadings;
import org.clearground.reports.print.AnswerDifference;
import org.clearground.reports.store.FilePreview;
import org.clearground.reports.store.FilePreview.Kind;
import org.clearground.reports.store.WaitingUpload;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of imports show. For them only. */
public final class ImportPages {

    private ImportPages() {}

    /** @param own the one organisation whose files may be sent; null for all */
    public record StartPage(
            FormToken token,
            List<FormDefinition> forms,
            @Nullable String own,
            List<String> organisations,
            List<WaitingUpload> waiting,
            Frame frame) {}

    /** A question that a column can answer. */
    public record Meaning(String name, String label) {}

    /** What the columns of a file mean. */
    public record ColumnsPage(
            FormToken token,
            WaitingUpload upload,
            FormDefinition form,
            FileHeadings headings,
            List<String> charsets,
            Frame frame) {

        public List<Meaning> meanings() {
            return FileHeadings.meanings(form).stream()
                    .map(name -> new Meaning(name, label(name)))
                    .toList();
        }

        /** What a question is called, behind the name of the repeat that it stands in. */
        public String label(String meaning) {
            int slash = meaning.indexOf('/');
            var questions = slash < 0
                    ? form.questions()
                    : form.findRepeat(meaning.substring(0, slash)).orElseThrow().questions();
            var name = meaning.substring(slash + 1);
            var point = name.replaceFirst("_(latitude|longitude)$", "");
            var axis = name.equals(point) ? "" : ", " + frame.say("import." + name.substring(point.length() + 1));
            var label = questions.stream()
                    .filter(question ->
                            question.name().equals(point) || question.name().equals(name))
                    .findFirst()
                    .map(question -> question.labels().in(frame.words().language()))
                    .orElse(name);
            return (slash < 0 ? "" : frame.say("page." + meaning.substring(0, slash)) + ": ") + label + axis;
        }

        /** Columns that no question is chosen for. */
        public List<String> notRead() {
            return headings.columns().stream()
                    .filter(column -> column.question() == null)
                    .map(FileHeadings.Column::heading)
                    .toList();
        }

        /** Questions that no column answers and that one value may answer for the whole file: those that must be answered. */
        public List<Question> constants() {
            var unanswered = new HashSet<>(headings.unanswered(form));
            return form.questions().stream()
                    .filter(question -> upload.mapping().constants().containsKey(question.name())
                            || question.required() && unanswered.contains(question.name()))
                    .toList();
        }

        public String constant(String question) {
            return upload.mapping().constants().getOrDefault(question, "");
        }

        public String decimal() {
            var mark = upload.mapping().decimalMark();
            return mark == null ? "" : mark == DecimalMark.POINT ? "." : ",";
        }

        public String charset() {
            var charset = upload.mapping().charset();
            return charset == null ? "" : charset.name();
        }

        /** Whether the columns are matched as in an earlier file. */
        public boolean remembered() {
            return !upload.mapping().fingerprint().isEmpty();
        }
    }

    /**
     * A report of a preview.
     *
     * @param corrected whether its rows were corrected on a page
     * @param differences from the report of the store that it changes
     */
    public record Row(
            FilePreview.Line line,
            Kind kind,
            boolean corrected,
            List<Finding> findings,
            List<AnswerDifference> differences,
            @Nullable String earlier) {

        public String rows() {
            var report = line.read().report();
            return report.firstRow() == report.lastRow()
                    ? String.valueOf(report.firstRow())
                    : report.firstRow() + "–" + report.lastRow();
        }

        public @Nullable String number() {
            return line.read().report().answers().text("report_no");
        }
    }

    /** A link that narrows a preview. */
    public record Choice(@Nullable Kind kind, long count, boolean chosen, String link) {}

    /**
     * What would become of a file.
     *
     * @param corrected how many of its reports were corrected
     * @param map as HTML; null where nothing of this page has a place
     * @param nameless whether whoever asks must say who they are
     */
    public record PreviewPage(
            FormToken token,
            WaitingUpload upload,
            FilePreview.Summary summary,
            int corrected,
            long stillBad,
            List<Choice> choices,
            List<Row> rows,
            @Nullable String map,
            boolean nameless,
            @Nullable String previous,
            @Nullable String next,
            Frame frame) {

        /** How many reports wait for a decision if only the good ones are taken. */
        public long good() {
            return summary.reports() - stillBad - summary.count(Kind.SAME);
        }
    }

    /** A cell to correct. */
    public record Cell(String name, String heading, String text, boolean wide, List<Finding> findings) {}

    /** The rows of one report, to correct. */
    public record FixPage(
            FormToken token,
            WaitingUpload upload,
            int ordinal,
            FilePreview.Line line,
            boolean corrected,
            List<Finding> findings,
            List<List<Cell>> rows,
            Frame frame) {

        /** Findings that stand at no single cell shown. */
        public List<Finding> others() {
            Set<Finding> told = new HashSet<>();
            rows.forEach(row -> row.forEach(cell -> told.addAll(cell.findings())));
            var others = new ArrayList<Finding>();
            findings.stream().filter(finding -> !told.contains(finding)).forEach(others::add);
            return others;
        }
    }

    /** Mark before the word of a kind, so that no colour is needed to tell them apart. */
    public static String mark(Kind kind) {
        return Map.of(Kind.NEW, "+", Kind.CHANGED, "≠", Kind.SAME, "=", Kind.ERROR, "✕")
                .getOrDefault(kind, "");
    }
}
