// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.forms;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.OutlineLimits;
import org.clearground.packs.Pack;
import org.clearground.reports.ActivityResult;
import org.clearground.reports.CheckLimits;
import org.clearground.reports.NationalParameters;
import org.clearground.reports.NationalParameters.RateRange;
import org.clearground.reports.WeeklyDuty;

/** What the pack's code lists say beside names. */
public final class PackParameters {

    private static final String WEEKLY = "weekly_report_within_days";

    private PackParameters() {}

    /** What each type of activity does to land. */
    public static Map<String, ActivityResult> activityResults(Pack pack) {
        var results = new TreeMap<String, ActivityResult>();
        for (var row : pack.table("codes/activity-types.csv")) {
            results.put(
                    row.getOrDefault("name", ""),
                    ActivityResult.valueOf(row.getOrDefault("result", "none").toUpperCase(Locale.ROOT)));
        }
        return results;
    }

    /**
     * Whether a task to clear is refused while its body is not accredited for such work.
     *
     * @throws ProblemException if the pack says something else than {@code required} or {@code noted}
     */
    public static boolean accreditationRequired(Pack pack) {
        return switch (pack.parameter("accreditation")) {
            case "required" -> true;
            case "", "noted" -> false;
            default ->
                throw new ProblemException(
                        ProblemCode.PACK_INVALID,
                        "the parameter \"accreditation\" of the pack is \"required\" or \"noted\", not \""
                                + pack.parameter("accreditation") + "\"");
        };
    }

    /**
     * That bodies at work report every week; empty where the pack says nothing of it.
     *
     * @throws ProblemException if the pack says a number of days that is not whole, or below zero
     */
    public static Optional<WeeklyDuty> weeklyDuty(Pack pack) {
        double days = pack.parameter(WEEKLY, Double.NaN);
        if (Double.isNaN(days)) {
            return Optional.empty();
        }
        if (days < 0 || days != Math.rint(days)) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the parameter \"" + WEEKLY + "\" of the pack is a whole number of days, not " + days);
        }
        return Optional.of(new WeeklyDuty((int) days));
    }

    /** All that the checks of reports ask of a country. */
    public static NationalParameters national(Pack pack) {
        var usual = CheckLimits.USUAL;
        var outline = new OutlineLimits(
                pack.parameter("longest_edge_m", usual.outline().longestEdgeMetres()),
                pack.parameter("parts_overlap", usual.outline().partsOverlap()));
        var limits = new CheckLimits(
                outline,
                pack.parameter("find_distance_m", usual.findDistanceMetres()),
                pack.parameter("gnss_accuracy_m", usual.accuracyMetres()),
                pack.parameter("times_median", usual.timesMedian()));
        return new NationalParameters(pack.areaTolerance(), rates(pack), limits);
    }

    /** How much ground a person can plausibly search in an hour, by method. */
    public static Map<String, RateRange> rates(Pack pack) {
        var rates = new TreeMap<String, RateRange>();
        for (var row : pack.table("codes/methods.csv")) {
            rates.put(
                    row.getOrDefault("name", ""),
                    new RateRange(
                            new BigDecimal(row.getOrDefault("least_m2_per_staff_hour", "0")),
                            new BigDecimal(row.getOrDefault("most_m2_per_staff_hour", "1000000"))));
        }
        return rates;
    }
}
