// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.Question;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.FindingTally;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.Address;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of data quality show. For them only. */
public final class QualityPages {

    private QualityPages() {}

    /** A count with the way to what was counted. */
    public record Row(String label, @Nullable String code, @Nullable String link, FindingTally.Line line) {}

    /** Findings counted by one thing. */
    public record Table(String name, String title, List<Row> rows) {}

    /** Findings counted. */
    public record TallyPage(FindingTally tally, Frame frame) {

        public FindingTally.Line total() {
            return tally.total();
        }

        public List<Table> tables() {
            var tables = new ArrayList<Table>();
            FindingTally.things()
                    .forEach((name, thing) -> tables.add(new Table(
                            name,
                            frame.say("quality.by." + name),
                            tally.by(thing).stream()
                                    .map(line ->
                                            new Row(label(name, line.key()), code(name, line), link(name, line), line))
                                    .toList())));
            return tables;
        }

        private String label(String name, String key) {
            if (key.isEmpty()) {
                return frame.say("bulletin.absent");
            }
            return switch (name) {
                case "age" -> frame.say("quality.age." + key);
                case "code" -> key;
                default -> frame.words().name(key);
            };
        }

        private static @Nullable String code(String name, FindingTally.Line line) {
            return name.equals("organisation") || name.equals("district") ? line.key() : null;
        }

        /** The list of them; what names nothing cannot be asked for. */
        private @Nullable String link(String name, FindingTally.Line line) {
            return line.key().isEmpty()
                    ? null
                    : frame.link(new Address("/registers/findings", Map.of(name, line.key())).toString());
        }
    }

    /**
     * A repair as it is proposed.
     *
     * @param map both outlines, as SVG; null for a point
     */
    public record Repair(ReportRepair repair, FormDefinition form, @Nullable String map) {

        /** What the question is called. */
        public String question(Frame frame) {
            var repeat = repair.repeat();
            var questions = repeat == null
                    ? form.questions()
                    : form.findRepeat(repeat)
                            .map(FormDefinition.Repeat::questions)
                            .orElse(List.<Question>of());
            return questions.stream()
                    .filter(each -> each.name().equals(repair.question()))
                    .findFirst()
                    .map(each -> each.labels().in(frame.words().language()))
                    .orElse(repair.question());
        }

        /** What is taken out, and how often. */
        public Map<String, Integer> done() {
            var done = new TreeMap<String, Integer>();
            repair.done().forEach((code, count) -> done.put(code.name(), count));
            return done;
        }

        /** By how many square metres the area changes; null for a point. */
        public @Nullable Long change() {
            var before = repair.before();
            var after = repair.after();
            return before == null || after == null ? null : (Long) (after.value() - before.value());
        }

        /** The same in per cent; null where there was no area before. */
        public @Nullable String share(Frame frame) {
            var change = change();
            var before = repair.before();
            return change == null || before == null || before.value() == 0
                    ? null
                    : frame.words()
                            .number(BigDecimal.valueOf(100 * Math.abs(change))
                                    .divide(BigDecimal.valueOf(before.value()), new MathContext(2))
                                    .stripTrailingZeros());
        }
    }

    /**
     * A finding with its place and what can be done.
     *
     * @param where a map, as SVG; null where nothing can be drawn
     */
    public record FindingPage(
            Finding finding,
            ReportQueries.Detail detail,
            @Nullable String where,
            List<Repair> repairs,
            Desk.Part desk,
            Frame frame) {
        public FindingPage {
            repairs = List.copyOf(repairs);
        }

        public ReportQueries.Summary summary() {
            return detail.summary();
        }

        public String name() {
            var number = summary().number();
            return number == null ? summary().id().toString().substring(0, 8) : number;
        }

        /** Square metres as its sender states them; null where they do not. */
        public @Nullable Long declared() {
            var declared = ProgressReport.declaredArea(detail.report().answers());
            return declared == null ? null : (Long) declared.area().value();
        }

        /** What the sender would read if it were sent back. */
        public String reason() {
            return finding.code() + ": " + frame.words().sentence(finding) + " "
                    + frame.words().remedy(finding);
        }

        public boolean approved() {
            return summary().status() == ReportStatus.APPROVED;
        }
    }
}
