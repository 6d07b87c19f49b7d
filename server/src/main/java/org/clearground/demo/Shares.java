// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a whole number by weights so that the parts add up to it exactly: largest remainders (Hamilton's method). */
final class Shares {

    private Shares() {}

    /** Parts in the order of the weights; of equal remainders the earlier is served first. */
    static List<Long> split(long total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (weights.isEmpty() || !(sum > 0)) {
            throw new IllegalArgumentException("nobody to share " + total + " among");
        }
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<Double>();
        long given = 0;
        for (double weight : weights) {
            double exact = total * (weight / sum);
            long whole = (long) Math.floor(exact);
            parts.add(whole);
            remainders.add(exact - whole);
            given += whole;
        }
        var byRemainder = new ArrayList<Integer>();
        for (int i = 0; i < parts.size(); i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(remainders::get, Comparator.reverseOrder()));
        for (int i = 0; given < total; i++, given++) {
            int next = byRemainder.get(i % byRemainder.size());
            parts.set(next, parts.get(next) + 1);
        }
        return parts;
    }
}
