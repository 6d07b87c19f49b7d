// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import org.clearground.geo.OutlineLimits;

/**
 * From where on a report is worth a second look, where a country says nothing else.
 *
 * @param outline of outlines
 * @param findDistanceMetres how far outside the worked ground a find may lie
 * @param accuracyMetres the worst accuracy of a receiver that is taken without a word
 * @param timesMedian how many times as large as usual among reports of its kind an outline may be
 */
public record CheckLimits(OutlineLimits outline, double findDistanceMetres, double accuracyMetres, double timesMedian) {

    public static final CheckLimits USUAL = new CheckLimits(OutlineLimits.USUAL, 100, 10, 10);
}
