// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures of the same thing measured several times. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double get(int run) {
        return values.get(run);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int count() {
        return values.size();
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value that a share of all values does not exceed. */
    double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    double most() {
        return quantile(1);
    }

    double sum() {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Run by run, this against another measured in turn with it. */
    Samples dividedBy(Samples other) {
        var ratios = new Samples();
        for (int run = 0; run < values.size(); run++) {
            ratios.add(values.get(run) / other.get(run));
        }
        return ratios;
    }

    String all(int decimals) {
        return values.stream().map(value -> written(value, decimals)).collect(Collectors.joining(", "));
    }

    static String written(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
