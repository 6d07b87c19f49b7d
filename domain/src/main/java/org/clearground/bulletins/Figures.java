// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.List;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/** Answers with figures, and with the rows behind each. */
public interface Figures {

    Figure figure(FigureDefinition definition, FigureScope scope, AsOf asOf);

    /**
     * All figures of several periods at once, as {@link #figure} tells each of them.
     *
     * @return for each period one figure for each definition, in their order
     */
    List<List<Figure>> figures(List<ReportingPeriod> periods, AsOf asOf);

    Breakdown breakdown(Dimension dimension, ReportingPeriod period, AsOf asOf);

    /**
     * The rows whose values add up to the figure, in the order of their numbers.
     *
     * @param afterFid the last row of the page before; 0 for the first page
     */
    List<FigureRow> rows(FigureDefinition definition, FigureScope scope, AsOf asOf, long afterFid, int most);

    /** Who reported what: codes of organisations and districts with an approved report in the period, and remarks. */
    Contributors contributors(ReportingPeriod period, AsOf asOf);

    /**
     * Behind the figures of a period.
     *
     * @param reports how many approved reports
     * @param straddling how many of them begin before the period; each is counted on its last day
     * @param sample whether any of them is invented
     */
    record Contributors(
            List<String> organisations, List<String> districts, long reports, long straddling, boolean sample) {
        public Contributors {
            organisations = List.copyOf(organisations);
            districts = List.copyOf(districts);
        }
    }
}
