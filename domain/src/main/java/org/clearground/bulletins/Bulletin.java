// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.List;
import java.util.Set;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/**
 * What is published about a period, before anyone decides how it looks.
 *
 * @param headline the figures of the public release, in its order
 * @param breakdowns for the authority's own eyes; empty in the public form
 */
public record Bulletin(
        ReportingPeriod period,
        AsOf asOf,
        List<Figure> headline,
        Figures.Contributors contributors,
        List<Breakdown> breakdowns) {

    public Bulletin {
        headline = List.copyOf(headline);
        breakdowns = List.copyOf(breakdowns);
    }

    /**
     * Draws the figures of a period up.
     *
     * @param split by what to break down; none for the public form
     */
    public static Bulletin of(ReportingPeriod period, AsOf asOf, Set<Dimension> split, Figures figures) {
        var headline = figures.figures(List.of(period), asOf).get(0);
        var breakdowns = split.stream()
                .sorted()
                .map(dimension -> figures.breakdown(dimension, period, asOf))
                .toList();
        return new Bulletin(period, asOf, headline, figures.contributors(period, asOf), breakdowns);
    }

    public Figure figure(FigureDefinition definition) {
        return headline.stream()
                .filter(figure -> figure.definition() == definition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in this bulletin: " + definition));
    }

    /** The same, marked as resting on invented reports, for whoever publishes it beside what does. */
    public Bulletin withInvented() {
        var who = contributors;
        return new Bulletin(
                period,
                asOf,
                headline,
                new Figures.Contributors(who.organisations(), who.districts(), who.reports(), who.straddling(), true),
                breakdowns);
    }

    public boolean sample() {
        return contributors.sample();
    }
}
