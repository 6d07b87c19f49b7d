// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.ledger.Digest;
import org.clearground.packs.Words;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.print.AnswerText;
import org.clearground.reports.print.ReportDifference;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.ImportRecord;
import org.clearground.reports.store.ReportQueries;
import org.clearground.units.SquareMetres;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of reports show. For them only. */
public final class ReportPages {

    private ReportPages() {}

    /** A link that narrows a list. */
    public record Choice(String label, boolean chosen, String link) {}

    /** A list of reports. */
    public record ListPage(
            List<ReportQueries.Summary> reports,
            @Nullable ReportStatus status,
            @Nullable Digest submission,
            @Nullable String previous,
            @Nullable String next,
            Frame frame) {

        public List<Choice> choices() {
            var choices = new ArrayList<Choice>();
            choices.add(new Choice(frame.say("page.all"), status == null, with(null)));
            Arrays.stream(ReportStatus.values())
                    .forEach(each ->
                            choices.add(new Choice(frame.say("page.status." + each), status == each, with(each))));
            return choices;
        }

        private String with(@Nullable ReportStatus each) {
            var here = frame.here();
            return here == null
                    ? ""
                    : here.with("page", null)
                            .with("status", each == null ? null : each.name())
                            .with("lang", frame.words().language())
                            .toString();
        }
    }

    /**
     * A report with all it says.
     *
     * @param additions what other features have to say of it, as HTML
     * @param earlier the report of the same number before it; null if there is none
     * @param desk where it is decided on and spoken of
     */
    public record ReportPage(
            ReportQueries.Detail detail,
            FormDefinition form,
            List<String> additions,
            ReportQueries.@Nullable Detail earlier,
            Desk.Part desk,
            Frame frame) {

        public ReportPage {
            additions = List.copyOf(additions);
        }

        private Words words() {
            return frame.words();
        }

        public ReportQueries.Summary summary() {
            return detail.summary();
        }

        /** Whether whoever reads may begin a report that corrects this one; what was replaced is not corrected once more. */
        public boolean correctable() {
            return switch (summary().status()) {
                case PENDING, APPROVED, RETURNED, TAKEN_BACK, WITHDRAWN -> frame.opens("/enter");
                case CORRECTED, REREAD -> false;
            };
        }

        /** In what it differs from the one before it; null where there is none. */
        public @Nullable ReportDifference difference() {
            return earlier == null ? null : ReportDifference.between(earlier.report(), detail.report(), form, words());
        }

        /** Whether a finding can be drawn. */
        public boolean drawable() {
            return detail.findings().stream().anyMatch(ReportPicture::isDrawable);
        }

        /** Whether a finding is of a kind that a copy may be without. */
        public boolean repairable() {
            return detail.findings().stream().anyMatch(finding -> ReportRepair.isRepairable(finding.code()));
        }

        public List<AnswerText> answers() {
            return AnswerText.all(form.questions(), detail.report().answers(), words());
        }

        public List<Table> tables() {
            return form.repeats().stream()
                    .map(repeat -> new Table(
                            repeat.name(),
                            repeat.questions().stream()
                                    .map(question -> question.labels().in(words().language()))
                                    .toList(),
                            detail.report().repeat(repeat.name()).stream()
                                    .map(row -> AnswerText.all(repeat.questions(), row, words()))
                                    .toList()))
                    .toList();
        }

        public String declared() {
            var declared = ProgressReport.declaredArea(detail.report().answers());
            return declared == null ? frame.say("bulletin.absent") : area(declared.area());
        }

        public String computed() {
            var ground = detail.report().answers().shape("worked_ground");
            var computed = ground == null ? null : ReportJson.computedArea(ground);
            return computed == null ? frame.say("bulletin.absent") : area(computed);
        }

        private String area(SquareMetres area) {
            return words().inHectares(area.value()) + " · " + words().inSquareMetres(area.value());
        }

        public String place() {
            var report = detail.report();
            return report.firstRow() == report.lastRow()
                    ? frame.say("page.row") + " " + report.firstRow()
                    : words().say(
                                    "page.place",
                                    Map.of(
                                            "first", String.valueOf(report.firstRow()),
                                            "last", String.valueOf(report.lastRow())));
        }
    }

    /** Where an approval is taken back. */
    public record WithdrawPage(ReportQueries.Summary summary, Desk.Part desk, Frame frame) {}

    /** What a form asks any number of times. */
    public record Table(String name, List<String> headings, List<List<AnswerText>> rows) {}

    /**
     * A submission.
     *
     * @param token of the form that takes it back; null where whoever asks may not
     * @param nameless whether they must say who they are
     */
    public record SubmissionPage(
            ReportQueries.Submission submission,
            ImportRecord record,
            @Nullable FormToken token,
            boolean nameless,
            List<ReportQueries.Summary> reports,
            List<Finding> findings,
            List<ReportQueries.Link> links,
            @Nullable String previous,
            @Nullable String next,
            Frame frame) {

        /** What the mapping says, a line for each thing, in the order of a dictionary. */
        public List<String> mapping() {
            var lines = new ArrayList<String>();
            var mapping = record.mapping();
            new TreeMap<>(mapping.columns()).forEach((heading, question) -> lines.add(heading + " → " + question));
            new TreeMap<>(mapping.constants()).forEach((question, value) -> lines.add(question + " = " + value));
            new TreeMap<>(mapping.values()).forEach((question, values) -> new TreeMap<>(values)
                    .forEach((from, to) -> lines.add(question + ": " + from + " → " + to)));
            var rest = new TreeMap<>(mapping.asMap());
            for (var name : List.of("decimalMark", "separator", "encoding", "sheet", "headingRow")) {
                var value = rest.get(name);
                if (value != null && !value.toString().isEmpty()) {
                    lines.add(name + " = " + value);
                }
            }
            return lines;
        }
    }
}
