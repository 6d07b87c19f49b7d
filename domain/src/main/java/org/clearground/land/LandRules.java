// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.Answers;
import org.clearground.reports.FormRules;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportChecks;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/**
 * What a report that changes the state of ground must bring along: evidence, effort, depth, reasons (IMAS 07.11, 08.10,
 * 08.20, 08.30, 09.10). What the ground itself allows is the state machine's.
 */
public final class LandRules implements FormRules {

    private static final List<String> REASONABLE_EFFORT =
            List.of("interviews", "records_checked", "imagery_checked", "use_history_checked");

    private final String form;
    private final ReportChecks checks;
    private final Set<String> clearance;
    private final LocalDate today;

    /**
     * @param clearance types of activity that clear land
     * @param today on the country's calendar
     */
    public LandRules(String form, ReportChecks checks, Set<String> clearance, LocalDate today) {
        this.form = form;
        this.checks = checks;
        this.clearance = Set.copyOf(clearance);
        this.today = today;
    }

    @Override
    public ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender) {
        var answers = read.report().answers();
        var record = written.main();
        var findings = new ArrayList<>(read.findings());
        ReportChecks.sender(answers, record, sender, findings);
        checks.period(answers, record, findings);
        checkPlaces(answers, record, findings);
        var kind = LandReport.kind(form, answers, clearance);
        if (kind.isPresent()) {
            checkDay(kind.get(), answers, record, findings);
            checkUntil(kind.get(), answers, record, findings);
            var broken = new Broken(record, findings);
            checkKind(kind.get(), answers, read.report().repeat("evidence"), broken);
        } else if (form.equals(LandReport.VISIT)) {
            checkVisit(answers, record, findings);
        } else if (form.equals(LandReport.COMPLETION)) {
            new Broken(record, findings).rule(LandRule.CLEARED_ONLY_BY_CLEARANCE, "activity_type");
        }
        return new ReadReport(read.report(), findings);
    }

    /** What is critical stops acceptance and handover, so it must say of what ground. */
    private void checkVisit(Answers answers, WrittenRecord record, List<Finding> findings) {
        for (var question : List.of("visited_on", "done_on")) {
            checkNotAhead(question, answers, record, findings);
        }
        boolean named = answers.text("completion") != null
                || answers.text("task") != null
                || answers.text("hazard_code") != null
                || answers.position("place") != null
                || answers.shape("ground") != null;
        new Broken(record, findings)
                .unless(
                        named || !"critical".equals(answers.code("severity")),
                        LandRule.CRITICAL_VISIT_NAMES_ITS_GROUND,
                        "completion");
    }

    private void checkPlaces(Answers answers, WrittenRecord record, List<Finding> findings) {
        var district = checks.district(answers);
        if (district != null) {
            checks.settlement(answers, district, record, findings);
        }
        var declared = ReportChecks.declaredArea(answers, record, findings);
        var ground = answers.shape("ground");
        if (ground != null) {
            checks.ground(ground, "ground", declared, district, record, findings);
        }
        for (var question : List.of("place", "reference_point", "benchmark")) {
            var position = answers.position(question);
            if (position != null) {
                checks.position(position, district, record, question, findings);
            }
        }
    }

    private void checkDay(LandActKind kind, Answers answers, WrittenRecord record, List<Finding> findings) {
        var question = LandReport.dayQuestion(kind);
        if (!question.equals("period_to")) {
            checkNotAhead(question, answers, record, findings);
        }
    }

    private void checkNotAhead(String question, Answers answers, WrittenRecord record, List<Finding> findings) {
        var day = answers.day(question);
        if (day != null && day.isAfter(today)) {
            findings.add(ReportChecks.finding(
                    FindingCode.PERIOD_IN_FUTURE, record, question, day.toString(), Map.of("today", today.toString())));
        }
    }

    private static void checkUntil(LandActKind kind, Answers answers, WrittenRecord record, List<Finding> findings) {
        var from = answers.day(LandReport.dayQuestion(kind));
        var until = answers.day("until");
        if (kind.flags() && from != null && until != null && until.isBefore(from)) {
            findings.add(ReportChecks.finding(
                    FindingCode.PERIOD_ENDS_BEFORE_START,
                    record,
                    "until",
                    until.toString(),
                    Map.of("from", from.toString(), "to", until.toString())));
        }
    }

    private void checkKind(LandActKind kind, Answers answers, List<Answers> evidence, Broken broken) {
        var survey = answers.code("survey_type");
        var type = answers.code("activity_type");
        switch (kind) {
            case WORKED, LEAD_DISMISSED, TASK_ISSUED -> {}
            case LEAD_REPORTED ->
                broken.unless(
                        outlined(answers, broken) || answers.position("place") != null,
                        LandRule.LEAD_NEEDS_A_PLACE,
                        "place");
            case SUSPECTED -> {
                outline(answers, broken);
                broken.unless(answers.code("eo_category") != null, LandRule.HAZARD_NEEDS_A_CATEGORY, "eo_category");
                broken.unless(
                        has(evidence, "indirect") || has(evidence, "direct"),
                        LandRule.SUSPICION_NEEDS_EVIDENCE,
                        "evidence");
            }
            case CONFIRMED -> {
                outline(answers, broken);
                broken.unless(answers.code("eo_category") != null, LandRule.HAZARD_NEEDS_A_CATEGORY, "eo_category");
                broken.unless(
                        directEvidenceInside(answers, evidence),
                        LandRule.CONFIRMATION_NEEDS_DIRECT_EVIDENCE,
                        "evidence");
            }
            case CANCELLED -> {
                outline(answers, broken);
                broken.unless(
                        Objects.equals(survey, "non_technical_survey"),
                        LandRule.CANCELLED_ONLY_BY_NON_TECHNICAL_SURVEY,
                        "survey_type");
                boolean effort = REASONABLE_EFFORT.stream().allMatch(question -> "yes".equals(answers.code(question)));
                boolean contradicted = has(evidence, "direct") || has(evidence, "indirect");
                broken.unless(
                        effort && !contradicted,
                        LandRule.CANCELLATION_NEEDS_ALL_REASONABLE_EFFORT,
                        contradicted ? "evidence" : "interviews");
            }
            case REDUCED -> {
                outline(answers, broken);
                broken.unless(
                        Objects.equals(survey, "technical_survey"),
                        LandRule.REDUCED_ONLY_BY_TECHNICAL_SURVEY,
                        "survey_type");
                broken.unless(
                        answers.decimal("coverage_percent") != null
                                && answers.code("method") != null
                                && answers.whole("depth_cm") != null
                                && answers.text("stopping_rule") != null,
                        LandRule.REDUCTION_NEEDS_COVERAGE,
                        "coverage_percent");
            }
            case CLEARANCE_COMPLETED -> {
                outline(answers, broken);
                broken.unless(
                        type == null || clearance.contains(type), LandRule.CLEARED_ONLY_BY_CLEARANCE, "activity_type");
                broken.unless(answers.whole("depth_cm") != null, LandRule.CLEARANCE_NEEDS_A_DEPTH, "depth_cm");
                broken.unless(
                        "yes".equals(answers.code("full_coverage")),
                        LandRule.CLEARANCE_NEEDS_FULL_COVERAGE,
                        "full_coverage");
                broken.unless(
                        "yes".equals(answers.code("internal_qa")), LandRule.CLEARANCE_NEEDS_INTERNAL_QA, "internal_qa");
            }
            case QUALITY_ACCEPTED -> {
                var found = answers.whole("items_found");
                var accepted = answers.whole("accept_number");
                broken.unless(
                        found != null && found <= (accepted == null ? 0 : accepted),
                        LandRule.ITEMS_FOUND_FAIL_THE_LOT,
                        "items_found");
            }
            case QUALITY_WAIVED ->
                broken.unless(answers.text("waiver_reason") != null, LandRule.WAIVER_NEEDS_A_REASON, "waiver_reason");
            case QUALITY_FAILED ->
                broken.unless(
                        answers.text("corrective_action") != null,
                        LandRule.FAILURE_NEEDS_CORRECTIVE_ACTION,
                        "corrective_action");
            case HANDED_OVER -> {
                broken.unless(
                        answers.shape("ground") != null
                                || answers.text("hazard_code") != null
                                || answers.text("completions") != null,
                        LandRule.OUTLINE_IS_NEEDED,
                        "ground");
                broken.unless(
                        answers.text("residual_risk") != null, LandRule.HANDOVER_STATES_RESIDUAL_RISK, "residual_risk");
                broken.unless(
                        "yes".equals(answers.code("community_informed")),
                        LandRule.HANDOVER_INFORMS_THE_COMMUNITY,
                        "community_informed");
            }
            case REOPENED ->
                broken.unless(
                        answers.shape("ground") != null || answers.position("place") != null,
                        LandRule.OUTLINE_IS_NEEDED,
                        "place");
            case FLAG_RAISED, FLAG_LIFTED ->
                broken.unless(
                        answers.shape("ground") != null
                                || answers.text("hazard_code") != null
                                || answers.position("place") != null,
                        LandRule.OUTLINE_IS_NEEDED,
                        "ground");
            case RELEASED_EARLIER -> {
                outline(answers, broken);
                broken.unless(
                        !"cleared".equals(answers.code("release")) || answers.whole("depth_cm") != null,
                        LandRule.CLEARANCE_NEEDS_A_DEPTH,
                        "depth_cm");
            }
        }
    }

    private static void outline(Answers answers, Broken broken) {
        broken.unless(outlined(answers, broken), LandRule.OUTLINE_IS_NEEDED, "ground");
    }

    /** An outline that cannot be read has its own finding. */
    private static boolean outlined(Answers answers, Broken broken) {
        return answers.shape("ground") != null || broken.record.text("ground") != null;
    }

    private static boolean has(List<Answers> evidence, String directness) {
        return evidence.stream().anyMatch(row -> directness.equals(row.code("directness")));
    }

    private static boolean directEvidenceInside(Answers answers, List<Answers> evidence) {
        var ground = answers.shape("ground");
        return ground != null
                && evidence.stream().anyMatch(row -> {
                    var position = row.position("evidence_point");
                    return "direct".equals(row.code("directness")) && position != null && ground.covers(position);
                });
    }

    /** Where a rule is broken, it becomes a finding of the question that would keep it. */
    private static final class Broken {
        private final WrittenRecord record;
        private final List<Finding> findings;

        Broken(WrittenRecord record, List<Finding> findings) {
            this.record = record;
            this.findings = findings;
        }

        void rule(LandRule rule, String question) {
            findings.add(ReportChecks.finding(
                    FindingCode.LAND_RULE_BROKEN, record, question, null, Map.of("rule", rule.name())));
        }

        void unless(boolean kept, LandRule rule, String question) {
            if (!kept) {
                rule(rule, question);
            }
        }
    }
}
