// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

/** What one measurement found, as Markdown: a line for each figure, with every run and what was aimed at. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String title, String explanation) {
        text.append("\n## ").append(title).append("\n\n").append(explanation).append("\n\n");
        text.append("| what | median | every run | target | |\n|---|---:|---|---|---|\n");
    }

    /** A figure without a target. */
    Table line(String what, Samples samples, int decimals, String unit) {
        return line(what, samples.median(), samples.all(decimals), decimals, unit, "", "");
    }

    Table atMost(double target, String what, Samples samples, int decimals, String unit) {
        return atMost(target, what, samples.median(), samples.all(decimals), decimals, unit);
    }

    Table atMost(double target, String what, double value, String runs, int decimals, String unit) {
        return line(
                what,
                value,
                runs,
                decimals,
                unit,
                "≤ " + plain(target) + unit(unit),
                value <= target ? "met" : "**missed**");
    }

    Table atLeast(double target, String what, Samples samples, int decimals, String unit) {
        double value = samples.median();
        return line(
                what,
                value,
                samples.all(decimals),
                decimals,
                unit,
                "≥ " + plain(target) + unit(unit),
                value >= target ? "met" : "**missed**");
    }

    private Table line(
            String what, double value, String runs, int decimals, String unit, String target, String verdict) {
        text.append("| ").append(what);
        text.append(" | ").append(Samples.written(value, decimals)).append(unit(unit));
        text.append(" | ").append(runs);
        text.append(" | ").append(target);
        text.append(" | ").append(verdict).append(" |\n");
        return this;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String plain(double target) {
        return Samples.written(target, target == Math.rint(target) ? 0 : 1);
    }

    String markdown() {
        return text.toString();
    }
}
