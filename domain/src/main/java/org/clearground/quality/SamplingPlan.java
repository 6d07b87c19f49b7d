// SPDX-License-Identifier: Apache-2.0
package org.clearground.quality;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.clearground.units.SquareMetres;

/**
 * How a lot of cleared ground is inspected by sample (post-clearance inspection, IMAS 09.20 and the edition that replaced
 * it), and how likely it is to pass although items were missed.
 *
 * <p>Of <i>K</i> missed items each is found with the probability <i>f q</i>: it lies in the sampled share <i>f</i>, and
 * the inspectors detect it there with the probability <i>q</i>. The lot passes with at most <i>c</i> items found, which
 * happens with P(<i>X</i> ≤ <i>c</i>) for <i>X</i> ~ Binomial(<i>K</i>, <i>f q</i>), and for <i>c</i> = 0 with
 * (1 − <i>f q</i>)<sup><i>K</i></sup>. This takes the places to be drawn by chance, and the items to lie and to be missed
 * independently of each other; where they lie together, in a row or in one bad lane, the risk is higher.
 *
 * <p>What it does not tell: whether anything was missed, how much, or where. A sample shows bad work, not single items: a
 * tenth of the ground inspected perfectly still passes a lot with one missed item nine times out of ten. No result says
 * that ground is free of explosive ordnance; that is not what a sample is for.
 *
 * @param sampledShare share of the lot's area that is inspected again, from 0 to 1
 * @param detectionProbability that the inspectors find an item where they look, from 0 to 1
 * @param acceptNumber most items found with which the lot still passes; 0 unless the national standard says otherwise
 */
public record SamplingPlan(double sampledShare, double detectionProbability, int acceptNumber) {

    private static final int HALVINGS = 60;

    public SamplingPlan {
        requireShare("the sampled share", sampledShare);
        requireShare("the probability of detection", detectionProbability);
        if (acceptNumber < 0) {
            throw new IllegalArgumentException("an accept number cannot be negative: " + acceptNumber);
        }
    }

    /** The share that was inspected of a lot. */
    public static double sampledShareOf(SquareMetres sampled, SquareMetres lot) {
        if (lot.value() == 0) {
            throw new IllegalArgumentException("a lot without area has no sample");
        }
        if (sampled.compareTo(lot) > 0) {
            throw new IllegalArgumentException(
                    "a sample of " + sampled.value() + " m² is more than the lot of " + lot.value() + " m²");
        }
        return (double) sampled.value() / lot.value();
    }

    /** Probability that a lot passes in which so many items were missed; 1 where none were. */
    public double riskOfAccepting(int missedItems) {
        if (missedItems < 0) {
            throw new IllegalArgumentException("missed items cannot be negative: " + missedItems);
        }
        double found = sampledShare * detectionProbability;
        if (missedItems <= acceptNumber || found == 0) {
            return 1;
        }
        if (found == 1) {
            return 0;
        }
        double risk = 0;
        double logOfWays = 0;
        for (int items = 0; items <= acceptNumber; items++) {
            if (items > 0) {
                logOfWays += Math.log((missedItems - items + 1) / (double) items);
            }
            risk += Math.exp(logOfWays + items * Math.log(found) + (missedItems - items) * Math.log1p(-found));
        }
        return Math.min(1, risk);
    }

    /** The risk for no missed item, one, two and so on up to the most asked for. */
    public List<Double> riskCurve(int most) {
        return IntStream.rangeClosed(0, most).mapToObj(this::riskOfAccepting).toList();
    }

    /** What becomes of the lot after so many items were found in the sample. */
    public SampleResult resultOf(int itemsFound) {
        if (itemsFound < 0) {
            throw new IllegalArgumentException("items found cannot be negative: " + itemsFound);
        }
        return itemsFound > acceptNumber ? SampleResult.FAILED : SampleResult.ACCEPTED;
    }

    /**
     * The smallest share to inspect so that a lot with so many missed items passes at most with the risk given.
     *
     * @return empty where even inspecting all of it leaves a higher risk: the inspectors detect too little, or so few items
     *     pass by the accept number
     */
    public static OptionalDouble smallestShareFor(
            int missedItems, double detectionProbability, int acceptNumber, double highestRisk) {
        requireShare("the highest risk", highestRisk);
        if (new SamplingPlan(1, detectionProbability, acceptNumber).riskOfAccepting(missedItems) > highestRisk) {
            return OptionalDouble.empty();
        }
        double tooLittle = 0;
        double enough = highestRisk == 1 ? 0 : 1;
        for (int i = 0; i < HALVINGS && enough > tooLittle; i++) {
            double middle = (tooLittle + enough) / 2;
            var plan = new SamplingPlan(middle, detectionProbability, acceptNumber);
            if (plan.riskOfAccepting(missedItems) > highestRisk) {
                tooLittle = middle;
            } else {
                enough = middle;
            }
        }
        return OptionalDouble.of(enough);
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + " lies between 0 and 1: " + share);
        }
    }
}
