// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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

/**
 * What forms have in common is checked in common: who sends, which days, where, how much ground. Each check adds what it
 * finds of one record.
 */
public final class ReportChecks {

    private final Gazetteer places;
    private final NationalParameters parameters;
    private final LocalDate today;

    public ReportChecks(Gazetteer places, NationalParameters parameters, LocalDate today) {
        this.places = places;
        this.parameters = parameters;
        this.today = today;
    }

    /**
     * That a report is the sender's own.
     *
     * @param sender the organisation that sent the file, when the call names one; null otherwise
     */
    public static void sender(Answers answers, WrittenRecord record, @Nullable String sender, List<Finding> findings) {
        var organisation = answers.code("organisation");
        if (sender != null && organisation != null && !sender.equals(organisation)) {
            findings.add(finding(
                    FindingCode.OTHER_ORGANISATION, record, "organisation", organisation, Map.of("sender", sender)));
        }
    }

    /** That the period begins before it ends and is over. */
    public void period(Answers answers, WrittenRecord record, List<Finding> findings) {
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

    /** The district that a report names; null if it names none that is known. */
    public @Nullable District district(Answers answers) {
        var code = answers.code("district");
        return code == null ? null : places.findDistrict(code).orElse(null);
    }

    /** That the district has the settlement named. */
    public void settlement(Answers answers, District district, WrittenRecord record, List<Finding> findings) {
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

    /** That the area is declared once; what was declared, or null. */
    public static @Nullable SquareMetres declaredArea(Answers answers, WrittenRecord record, List<Finding> findings) {
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
        return declared == null ? null : declared.area();
    }

    /**
     * That an outline is one, lies where the report says, and is as large as declared.
     *
     * @param question that it answers
     * @param declared null if no area was
     * @param district that the report names; null if it names none
     */
    public void ground(
            GroundShape ground,
            String question,
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
                    question,
                    fault.get().description(),
                    Map.of("longitude", String.valueOf(at.x), "latitude", String.valueOf(at.y))));
            return;
        }
        checkCorners(ground, question, district, record, findings);
        var computed = ground.computedArea().area();
        if (declared != null && declared.differenceFrom(computed) > parameters.areaTolerance()) {
            findings.add(finding(
                    FindingCode.AREAS_DISAGREE,
                    record,
                    question,
                    declared.hectares().toPlainString() + " ha",
                    Map.of(
                            "declared", declared.hectares().toPlainString(),
                            "computed", computed.hectares().toPlainString(),
                            "percent", percent(declared.differenceFrom(computed)),
                            "tolerance", percent(parameters.areaTolerance()))));
        }
    }

    /** An outline may reach over the country's border, which is drawn coarser than the outline; then it is said. */
    private void checkCorners(
            GroundShape ground,
            String question,
            @Nullable District district,
            WrittenRecord record,
            List<Finding> findings) {
        var corners = ground.turningPoints();
        var beyond = corners.stream()
                .filter(corner -> places.districtAt(corner).isEmpty())
                .toList();
        if (!beyond.isEmpty() && beyond.size() < corners.size()) {
            findings.add(finding(
                    FindingCode.CROSSES_COUNTRY_BORDER,
                    record,
                    question,
                    beyond.get(0).latitude() + " " + beyond.get(0).longitude(),
                    Map.of("corners", String.valueOf(corners.size()), "beyond", String.valueOf(beyond.size()))));
            return;
        }
        for (var corner : corners) {
            if (!position(corner, district, record, question, findings)) {
                break;
            }
        }
    }

    /** Whether the position is where the report says; if not, it has been said once for this record. */
    public boolean position(
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

    /** What is found of the answer to a question. */
    public static Finding finding(
            FindingCode code,
            WrittenRecord record,
            String question,
            @Nullable String value,
            Map<String, String> figures) {
        return new Finding(code, code.severity(), record.at(question), value, figures);
    }
}
