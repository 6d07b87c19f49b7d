// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/** What the answers of a progress report must mean together. Each rule adds findings; none changes the report. */
public final class ProgressRules {

    private final Gazetteer places;
    private final NationalParameters parameters;
    private final LocalDate today;

    public ProgressRules(Gazetteer places, NationalParameters parameters, LocalDate today) {
        this.places = places;
        this.parameters = parameters;
        this.today = today;
    }

    /**
     * @param sender the organisation that sent the file, when the call names one; null otherwise
     */
    public ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender) {
        var findings = new ArrayList<>(read.findings());
        var answers = read.report().answers();
        checkSender(answers, written.main(), sender, findings);
        checkPeriod(answers, written.main(), findings);
        var districtCode = answers.code("district");
        var district =
                districtCode == null ? null : places.findDistrict(districtCode).orElse(null);
        if (district != null) {
            checkSettlement(answers, district, written.main(), findings);
        }
        checkGround(answers, district, written.main(), findings);
        var finds = read.report().repeat("finds");
        var writtenFinds = written.repeat("finds");
        for (int i = 0; i < finds.size(); i++) {
            checkFind(finds.get(i), answers, district, writtenFinds.get(i), findings);
        }
        return new ReadReport(read.report(), findings);
    }

    private static void checkSender(
            Answers answers, WrittenRecord record, @Nullable String sender, List<Finding> findings) {
        var organisation = answers.code("organisation");
        if (sender != null && organisation != null && !sender.equals(organisation)) {
            findings.add(finding(
                    FindingCode.OTHER_ORGANISATION, record, "organisation", organisation, Map.of("sender", sender)));
        }
    }

    private void checkPeriod(Answers answers, WrittenRecord record, List<Finding> findings) {
        var from = answers.day("period_from");
        var to = answers.day("period_to");
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(finding(
                    FindingCode.PERIOD_ENDS_BEFORE_START,
                    record,
                    "period_to",
                    to.toString(),
                    Map.of("from", from.toString(), "to", to.toString())));
        }
        var last = to != null ? to : from;
        if (last != null && last.isAfter(today)) {
            findings.add(finding(
                    FindingCode.PERIOD_IN_FUTURE,
                    record,
                    to != null ? "period_to" : "period_from",
                    last.toString(),
                    Map.of("today", today.toString())));
        }
    }

    private void checkSettlement(Answers answers, District district, WrittenRecord record, List<Finding> findings) {
        var settlement = answers.text("settlement");
        if (settlement != null && !places.knowsSettlement(district, settlement)) {
            var nearest = places.nearestSettlements(district, settlement, 3).stream()
                    .map(near -> near.names().in("en"))
                    .toList();
            findings.add(finding(
                    FindingCode.UNKNOWN_SETTLEMENT,
                    record,
                    "settlement",
                    settlement,
                    Map.of("district", district.names().in("en"), "nearest", String.join(", ", nearest))));
        }
    }

    private void checkGround(
            Answers answers, @Nullable District district, WrittenRecord record, List<Finding> findings) {
        var squareMetres = answers.whole("declared_area_m2");
        var hectares = answers.decimal("declared_area_ha");
        if (squareMetres != null
                && hectares != null
                && SquareMetres.ofHectares(hectares).value() != squareMetres) {
            findings.add(finding(
                    FindingCode.AREA_GIVEN_TWICE,
                    record,
                    "declared_area_m2",
                    squareMetres.toString(),
                    Map.of("hectares", hectares.toPlainString(), "squareMetres", squareMetres.toString())));
        }
        var declared = ProgressReport.declaredArea(answers);
        var ground = answers.shape("worked_ground");
        if (declared != null && ground == null && record.text("worked_ground") == null) {
            findings.add(finding(
                    FindingCode.AREA_WITHOUT_GROUND,
                    record,
                    "worked_ground",
                    null,
                    Map.of("declared", declared.area().hectares().toPlainString())));
        }
        if (ground != null) {
            checkShape(ground, declared == null ? null : declared.area(), district, record, findings);
        }
        if (declared != null) {
            checkRate(answers, declared.area(), record, findings);
        }
    }

    private void checkShape(
            GroundShape ground,
            @Nullable SquareMetres declared,
            @Nullable District district,
            WrittenRecord record,
            List<Finding> findings) {
        var fault = ground.fault();
        if (fault.isPresent()) {
            var at = fault.get().at();
            findings.add(finding(
                    FindingCode.SELF_CROSSING,
                    record,
                    "worked_ground",
                    fault.get().description(),
                    Map.of("longitude", String.valueOf(at.x), "latitude", String.valueOf(at.y))));
            return;
        }
        for (var corner : ground.turningPoints()) {
            if (!checkPosition(corner, district, record, "worked_ground", findings)) {
                break;
            }
        }
        var computed = ground.computedArea().area();
        if (declared != null && declared.differenceFrom(computed) > parameters.areaTolerance()) {
            findings.add(finding(
                    FindingCode.AREAS_DISAGREE,
                    record,
                    "worked_ground",
                    declared.hectares().toPlainString() + " ha",
                    Map.of(
                            "declared", declared.hectares().toPlainString(),
                            "computed", computed.hectares().toPlainString(),
                            "percent", percent(declared.differenceFrom(computed)),
                            "tolerance", percent(parameters.areaTolerance()))));
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
            findings.add(finding(
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
            checkPosition(position, district, record, "point", findings);
        }
        var from = report.day("period_from");
        var to = report.day("period_to");
        if (from == null || to == null) {
            return;
        }
        var foundOn = find.day("found_on");
        if (foundOn != null && (foundOn.isBefore(from) || foundOn.isAfter(to))) {
            findings.add(finding(
                    FindingCode.FOUND_OUTSIDE_PERIOD,
                    record,
                    "found_on",
                    foundOn.toString(),
                    Map.of("from", from.toString(), "to", to.toString())));
        }
        if (foundOn == null && record.text("found_on") == null && !from.equals(to)) {
            findings.add(finding(
                    FindingCode.FIND_DATE_ASSUMED,
                    record,
                    "found_on",
                    null,
                    Map.of("from", from.toString(), "to", to.toString())));
        }
    }

    /** Whether the position is where the report says; if not, it has been said once for this record. */
    private boolean checkPosition(
            Position position,
            @Nullable District named,
            WrittenRecord record,
            String question,
            List<Finding> findings) {
        if (named != null && named.shape().covers(position)) {
            return true;
        }
        var here = places.districtAt(position);
        if (named == null && here.isPresent()) {
            return true;
        }
        var figures = new HashMap<String, String>();
        figures.put("latitude", String.valueOf(position.latitude()));
        figures.put("longitude", String.valueOf(position.longitude()));
        figures.put("district", named == null ? "" : named.names().in("en"));
        figures.put("here", here.map(district -> district.names().in("en")).orElse(""));
        var swapped = position.swapped().flatMap(places::districtAt);
        swapped.ifPresent(district -> figures.put("here", district.names().in("en")));
        var code = here.isPresent()
                ? FindingCode.OUTSIDE_DISTRICT
                : swapped.isPresent() ? FindingCode.SWAPPED_AXES : FindingCode.OUTSIDE_COUNTRY;
        if (here.isPresent()) {
            figures.put("here", here.get().names().in("en"));
        }
        findings.add(finding(code, record, question, position.latitude() + " " + position.longitude(), figures));
        return false;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Finding finding(
            FindingCode code,
            WrittenRecord record,
            String question,
            @Nullable String value,
            Map<String, String> figures) {
        return new Finding(code, code.severity(), record.at(question), value, figures);
    }
}
