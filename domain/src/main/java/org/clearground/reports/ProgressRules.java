// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/** What the answers of a progress report must mean together. Each rule adds findings; none changes the report. */
public final class ProgressRules implements FormRules {

    private final ReportChecks checks;
    private final NationalParameters parameters;

    public ProgressRules(Gazetteer places, NationalParameters parameters, LocalDate today) {
        this.checks = new ReportChecks(places, parameters, today);
        this.parameters = parameters;
    }

    @Override
    public ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender) {
        var findings = new ArrayList<>(read.findings());
        var answers = read.report().answers();
        ReportChecks.sender(answers, written.main(), sender, findings);
        checks.period(answers, written.main(), findings);
        var district = checks.district(answers);
        if (district != null) {
            checks.settlement(answers, district, written.main(), findings);
        }
        checkGround(answers, district, written.main(), findings);
        var finds = read.report().repeat("finds");
        var writtenFinds = written.repeat("finds");
        for (int i = 0; i < finds.size(); i++) {
            checkFind(finds.get(i), answers, district, writtenFinds.get(i), findings);
        }
        return new ReadReport(read.report(), findings);
    }

    private void checkGround(
            Answers answers, @Nullable District district, WrittenRecord record, List<Finding> findings) {
        var declared = ReportChecks.declaredArea(answers, record, findings);
        var ground = answers.shape("worked_ground");
        if (declared != null && ground == null && record.text("worked_ground") == null) {
            findings.add(ReportChecks.finding(
                    FindingCode.AREA_WITHOUT_GROUND,
                    record,
                    "worked_ground",
                    null,
                    Map.of("declared", declared.hectares().toPlainString())));
        }
        if (ground != null) {
            checks.ground(ground, "worked_ground", declared, district, record, findings);
        }
        if (declared != null) {
            checkRate(answers, declared, record, findings);
        }
    }

    private void checkRate(Answers answers, SquareMetres declared, WrittenRecord record, List<Finding> findings) {
        var staff = answers.whole("staff");
        var hours = answers.decimal("hours");
        var range = rateRange(answers.code("method"));
        if (staff == null || hours == null || range == null || staff == 0 || hours.signum() == 0) {
            return;
        }
        var rate = BigDecimal.valueOf(declared.value())
                .divide(hours.multiply(BigDecimal.valueOf(staff)), 2, RoundingMode.HALF_UP);
        if (rate.compareTo(range.least()) < 0 || rate.compareTo(range.most()) > 0) {
            findings.add(ReportChecks.finding(
                    FindingCode.RATE_OUT_OF_RANGE,
                    record,
                    "hours",
                    rate.toPlainString(),
                    Map.of(
                            "rate", rate.toPlainString(),
                            "least", range.least().toPlainString(),
                            "most", range.most().toPlainString(),
                            "method", String.valueOf(answers.code("method")))));
        }
    }

    private NationalParameters.@Nullable RateRange rateRange(@Nullable String method) {
        return method == null ? null : parameters.ratesByMethod().get(method);
    }

    private void checkFind(
            Answers find, Answers report, @Nullable District district, WrittenRecord record, List<Finding> findings) {
        var position = find.position("point");
        if (position != null) {
            checks.position(position, district, record, "point", findings);
        }
        var from = report.day("period_from");
        var to = report.day("period_to");
        if (from == null || to == null) {
            return;
        }
        var foundOn = find.day("found_on");
        if (foundOn != null && (foundOn.isBefore(from) || foundOn.isAfter(to))) {
            findings.add(ReportChecks.finding(
                    FindingCode.FOUND_OUTSIDE_PERIOD,
                    record,
                    "found_on",
                    foundOn.toString(),
                    Map.of("from", from.toString(), "to", to.toString())));
        }
        if (foundOn == null && record.text("found_on") == null && !from.equals(to)) {
            findings.add(ReportChecks.finding(
                    FindingCode.FIND_DATE_ASSUMED,
                    record,
                    "found_on",
                    null,
                    Map.of("from", from.toString(), "to", to.toString())));
        }
    }
}
