// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearground.accreditation.Accreditations;
import org.clearground.accreditation.Accreditations.Standing;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.reports.Answers;
import org.clearground.time.ReportingPeriod;

/**
 * Stage 1 of what cleared land rests on: whoever is tasked with clearance is accredited for it, and stays so while the
 * work goes on (IMAS 07.30, 09.10). Stage 2, the inspection afterwards, is the state machine's.
 *
 * @param known what is on record of accreditations
 * @param required whether the country refuses a task without one
 */
public record StageOne(Accreditations known, boolean required) {

    /**
     * Whether a report tasks a body with clearance for which it is not accredited on the day of issue.
     *
     * @param clearance types of activity that clear land
     * @return the body's standing in words of the register; empty if it is accredited, or the report is no such task
     */
    public Optional<Lack> lack(String form, Answers answers, Set<String> clearance) {
        if (!form.equals(LandReport.TASK)
                || LandReport.kind(form, answers, clearance).isEmpty()) {
            return Optional.empty();
        }
        var organisation = answers.code("organisation");
        var type = answers.code("activity_type");
        var on = answers.day("issued_on");
        if (organisation == null || type == null || on == null) {
            return Optional.empty();
        }
        var standing = known.forWork(organisation, type, on);
        return standing.granted()
                ? Optional.empty()
                : Optional.of(new Lack(organisation, type, on.toString(), standing.deciding()));
    }

    /**
     * A body without the accreditation that its work asks for.
     *
     * @param on the day in question
     * @param standing what is on record; empty if nothing is
     */
    public record Lack(String organisation, String activityType, String on, Optional<Standing> standing) {

        private Map<String, String> figures() {
            var figures = new LinkedHashMap<String, String>();
            figures.put("organisation", organisation);
            figures.put("activityType", activityType);
            figures.put("on", on);
            standing.ifPresent(one -> {
                figures.put("status", one.status().name());
                figures.put("phase", one.by().phase().name());
                var number = one.by().number();
                if (number != null) {
                    figures.put("number", number);
                }
            });
            return figures;
        }
    }

    /** What a reviewer must know of stage 1 of a report: of a task, or of clearance reported complete. */
    public List<Finding> findings(String form, Answers answers, Set<String> clearance, SourcePlace place) {
        if (form.equals(LandReport.COMPLETION)) {
            return completion(answers, clearance, place);
        }
        return lack(form, answers, clearance).stream()
                .map(lack -> {
                    var figures = lack.figures();
                    if (required) {
                        figures.put("rule", LandRule.TASK_NEEDS_ACCREDITATION.name());
                    }
                    return finding(FindingCode.NOT_ACCREDITED, figures, place);
                })
                .toList();
    }

    private List<Finding> completion(Answers answers, Set<String> clearance, SourcePlace place) {
        var organisation = answers.code("organisation");
        var type = answers.code("activity_type");
        var from = answers.day("period_from");
        var to = answers.day("period_to");
        if (organisation == null
                || type == null
                || from == null
                || to == null
                || to.isBefore(from)
                || !clearance.contains(type)) {
            return List.of();
        }
        var stood = known.throughout(organisation, type, new ReportingPeriod(from, to));
        if (stood.granted()) {
            return List.of();
        }
        var code = stood.interrupted() ? FindingCode.ACCREDITATION_INTERRUPTED : FindingCode.NOT_ACCREDITED;
        var lack = new Lack(organisation, type, stood.on().toString(), stood.deciding());
        return List.of(finding(code, lack.figures(), place));
    }

    private static Finding finding(FindingCode code, Map<String, String> figures, SourcePlace place) {
        return new Finding(code, code.severity(), place, null, figures);
    }
}
