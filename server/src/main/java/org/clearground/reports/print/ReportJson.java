// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.print;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.geo.GroundShape;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.Question;
import org.clearground.reports.store.Comments;
import org.clearground.reports.store.ImportRecord;
import org.clearground.reports.store.ReportQueries.Detail;
import org.clearground.reports.store.ReportQueries.Link;
import org.clearground.reports.store.ReportQueries.Submission;
import org.clearground.reports.store.ReportQueries.Summary;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/** Reports, submissions and findings as JSON: every property always there, null where nothing is known. */
public final class ReportJson {

    private ReportJson() {}

    /** A finding with its sentence and remedy. */
    public static Map<String, @Nullable Object> finding(Finding finding, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("code", finding.code().name());
        map.put("severity", finding.severity().name());
        map.put("file", finding.place().file());
        map.put("sheet", finding.place().sheet());
        map.put("row", finding.place().row());
        map.put("column", finding.place().column());
        map.put("value", finding.value());
        map.put("message", words.sentence(finding));
        map.put("remedy", words.remedy(finding));
        map.put("figures", finding.figures());
        return map;
    }

    private static List<Map<String, @Nullable Object>> findings(List<Finding> findings, Words words) {
        return findings.stream().map(finding -> finding(finding, words)).toList();
    }

    /** A report as a list shows it. */
    public static Map<String, @Nullable Object> summary(Summary summary) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("report", summary.id().toString());
        map.put("reportNumber", summary.number());
        map.put("form", summary.form());
        map.put("organisation", summary.organisation());
        map.put("district", summary.district());
        map.put("activityType", summary.activityType());
        map.put("from", summary.periodFrom());
        map.put("to", summary.periodTo());
        map.put("status", summary.status().name());
        map.put("blocking", summary.blocking());
        map.put("warnings", summary.warnings());
        map.put("sample", summary.sample());
        map.put("readAt", Ledger.written(summary.readAt()));
        map.put("decidedAt", written(summary.decidedAt()));
        map.put("decidedBy", summary.decidedBy());
        map.put("reason", summary.reason());
        map.put("refused", summary.refused());
        map.put("submission", summary.submission().hex());
        map.put("fileName", summary.fileName());
        map.put("reportAt", "/api/reports/" + summary.id());
        map.put("submissionAt", "/api/submissions/" + summary.submission());
        return map;
    }

    /** A report with all it says, as its form asks it. */
    public static Map<String, @Nullable Object> detail(Detail detail, FormDefinition form, Words words) {
        var map = summary(detail.summary());
        var report = detail.report();
        map.put("firstRow", report.firstRow());
        map.put("lastRow", report.lastRow());
        var declared = ProgressReport.declaredArea(report.answers());
        map.put("declaredAreaM2", declared == null ? null : declared.area().value());
        var ground = report.answers().shape("worked_ground");
        var computed = ground == null ? null : computedArea(ground);
        map.put("computedAreaM2", computed == null ? null : computed.value());
        map.put("answers", answers(AnswerText.all(form.questions(), report.answers(), words)));
        var repeats = new LinkedHashMap<String, @Nullable Object>();
        report.repeats().forEach((name, rows) -> {
            var all = new ArrayList<@Nullable Object>();
            rows.forEach(row -> all.add(answers(AnswerText.all(questions(form, name), row, words))));
            repeats.put(name, all);
        });
        map.put("repeats", repeats);
        map.put("findings", findings(detail.findings(), words));
        return map;
    }

    /** What somebody wrote beside a report. */
    public static Map<String, @Nullable Object> comment(Comments.Comment comment) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("person", comment.person());
        map.put("at", Ledger.written(comment.at()));
        map.put("text", comment.said());
        return map;
    }

    private static List<Question> questions(FormDefinition form, String repeat) {
        return form.findRepeat(repeat).map(FormDefinition.Repeat::questions).orElse(List.of());
    }

    /** The area of an outline; null where the outline is faulty and so has none. */
    public static @Nullable SquareMetres computedArea(GroundShape ground) {
        return ground.fault().isPresent() ? null : ground.computedArea().area();
    }

    private static Map<String, @Nullable Object> answers(List<AnswerText> texts) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var text : texts) {
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("label", text.label());
            answer.put("value", text.exact());
            answer.put("text", text.answered() ? text.text() : null);
            map.put(text.question(), answer);
        }
        return map;
    }

    /** A submission with what is known of it. */
    public static Map<String, @Nullable Object> submission(
            Submission submission, List<Finding> findings, List<Link> links, List<Summary> reports, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("submission", submission.digest().hex());
        map.put("fileName", submission.fileName());
        map.put("mediaType", submission.mediaType());
        map.put("bytes", submission.bytes());
        map.put("organisation", submission.organisation());
        map.put("actor", submission.actor());
        map.put("receivedAt", Ledger.written(submission.receivedAt()));
        map.put("sample", submission.sample());
        map.put("reportCount", submission.reports());
        map.put("reports", reports.stream().map(ReportJson::summary).toList());
        map.put("findings", findings(findings, words));
        map.put("entries", links.stream().map(ReportJson::link).toList());
        map.put("contentAt", "/submissions/" + submission.digest() + "/content");
        return map;
    }

    private static Map<String, @Nullable Object> link(Link link) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("seq", link.seq());
        map.put("kind", link.kind().name());
        map.put("recordedAt", link.recordedAt());
        map.put("actor", link.actor());
        map.put("hash", link.hash());
        return map;
    }

    private static @Nullable String written(@Nullable Instant moment) {
        return moment == null ? null : Ledger.written(moment);
    }

    /** What is on record of a file beside the file itself. */
    public static Map<String, @Nullable Object> importRecord(ImportRecord record) {
        var counts = new LinkedHashMap<String, Long>();
        record.counts().forEach((status, count) -> counts.put(status.name(), count));
        var findings = new LinkedHashMap<String, Long>();
        record.findings().forEach((code, count) -> findings.put(code.name(), count));
        var map = new LinkedHashMap<String, @Nullable Object>();
        var corrects = record.corrects();
        map.put("form", record.form());
        map.put("mapping", record.mapping().asMap());
        map.put("counts", counts);
        map.put("blocked", record.blocked());
        map.put("findingCounts", findings);
        map.put("canBeTakenBack", record.waiting());
        map.put("corrects", corrects == null ? null : corrects.hex());
        map.put("correctedBy", record.correctedBy().stream().map(Digest::hex).toList());
        return map;
    }
}
