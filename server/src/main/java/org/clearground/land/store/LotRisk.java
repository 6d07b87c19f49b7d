// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.quality.SamplingPlan;
import org.clearground.reports.Answers;

/** How a lot was or will be sampled, as its inspection states it, and the risk that goes with it. */
public final class LotRisk {

    /** The risk is stated for so many missed items, and what would bring it down to a tenth. */
    private static final int MISSED = 5;

    private static final double HIGHEST_RISK = 0.1;

    private LotRisk() {}

    /**
     * The plan of an inspection.
     *
     * @param answers of the sampling report
     * @param lot square metres of the lot
     * @return empty where the report does not say how much was sampled, or how well the inspectors detect
     */
    public static Optional<SamplingPlan> plan(Answers answers, long lot) {
        var ground = answers.shape("sampled_ground");
        var stated = answers.whole("sampled_area_m2");
        Long sampled = stated != null
                ? stated
                : ground == null || ground.fault().isPresent()
                        ? null
                        : (Long) ground.computedArea().area().value();
        var detection = answers.decimal("detection_probability");
        if (sampled == null || detection == null || lot == 0) {
            return Optional.empty();
        }
        var accepted = answers.whole("accept_number");
        return Optional.of(new SamplingPlan(
                Math.min(1, (double) sampled / lot),
                detection.doubleValue(),
                accepted == null ? 0 : Math.toIntExact(accepted)));
    }

    /** The figures of the sentence that states the risk. */
    public static Map<String, String> figures(SamplingPlan plan) {
        var figures = new TreeMap<String, String>();
        figures.put("share", percent(plan.sampledShare()));
        figures.put("detection", percent(plan.detectionProbability()));
        figures.put("accept", String.valueOf(plan.acceptNumber()));
        figures.put("one", percent(plan.riskOfAccepting(1 + plan.acceptNumber())));
        figures.put("missed", String.valueOf(MISSED));
        figures.put("risk", percent(plan.riskOfAccepting(MISSED)));
        SamplingPlan.smallestShareFor(MISSED, plan.detectionProbability(), plan.acceptNumber(), HIGHEST_RISK)
                .ifPresent(share -> {
                    figures.put("enough", percent(share));
                    figures.put("highest", percent(HIGHEST_RISK));
                });
        return figures;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
