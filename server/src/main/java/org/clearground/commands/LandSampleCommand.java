// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.quality.SamplingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "How likely a lot passes an inspection by sample although items were missed. Needs no store.")
final class LandSampleCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--share", required = true, description = "Share of the lot that is inspected, 0.1 for a tenth.")
    private double share;

    @Option(
            names = "--detection",
            required = true,
            description = "Probability that the inspectors find an item where they look, 0.9.")
    private double detection;

    @Option(names = "--accept", defaultValue = "0", description = "Most items found with which the lot passes; 0.")
    private int accept;

    @Option(names = "--missed", defaultValue = "10", description = "Up to how many missed items; 10.")
    private int missed = 10;

    @Option(names = "--highest-risk", defaultValue = "0.1", description = "What share is enough for this risk; 0.1.")
    private double highestRisk = 0.1;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private OutputFormat format = OutputFormat.text;

    @Override
    public Integer call() {
        if (missed < 1 || missed > 1_000) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "--missed is from 1 to 1000, not " + missed);
        }
        var plan = plan();
        var curve = plan.riskCurve(missed);
        if (format == OutputFormat.json) {
            var document = new LinkedHashMap<String, @Nullable Object>();
            document.put("sampledShare", share);
            document.put("detectionProbability", detection);
            document.put("acceptNumber", accept);
            document.put("highestRisk", highestRisk);
            document.put(
                    "curve",
                    IntStream.rangeClosed(0, missed)
                            .mapToObj(items -> {
                                var line = new LinkedHashMap<String, @Nullable Object>();
                                line.put("missedItems", items);
                                line.put("riskOfAccepting", curve.get(items));
                                line.put("smallestShare", smallest(items));
                                return line;
                            })
                            .toList());
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
            return ExitCodes.DONE;
        }
        System.out.println(
                "Missed items   accepted all the same   share to sample for a risk of at most " + percent(highestRisk));
        for (int items = 0; items <= missed; items++) {
            var enough = smallest(items);
            System.out.printf(
                    Locale.ROOT,
                    "%12d   %21s   %s%n",
                    items,
                    percent(curve.get(items)),
                    items <= accept ? "–" : enough == null ? "not even all of it" : percent(enough));
        }
        System.out.println(
                "A sample shows bad work, not single items. It does not say that ground is free of ordnance.");
        return ExitCodes.DONE;
    }

    private SamplingPlan plan() {
        try {
            if (!(highestRisk > 0 && highestRisk <= 1)) {
                throw new IllegalArgumentException("the highest risk lies between 0 and 1: " + highestRisk);
            }
            return new SamplingPlan(share, detection, accept);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private @Nullable Double smallest(int items) {
        if (items <= accept) {
            return null;
        }
        var enough = SamplingPlan.smallestShareFor(items, detection, accept, highestRisk);
        return enough.isPresent() ? (Double) enough.getAsDouble() : null;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
