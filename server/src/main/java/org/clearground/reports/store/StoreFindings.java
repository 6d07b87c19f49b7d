// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportPicture;
import org.jspecify.annotations.Nullable;

/**
 * What a look over the whole store found.
 *
 * @param reports that stand and were looked at
 * @param lines one for each code that was found, in the order of rules
 * @param unusedCodes codes of the pack that no report uses, by list: information, nothing is wrong with them
 * @param pictures of the first reports whose geometry is wrong
 */
public record StoreFindings(
        long reports, List<Line> lines, Map<String, List<String>> unusedCodes, List<Picture> pictures) {

    public StoreFindings {
        lines = List.copyOf(lines);
        unusedCodes = Map.copyOf(unusedCodes);
        pictures = List.copyOf(pictures);
    }

    /** How often a code was found, and the first examples. */
    public record Line(FindingCode code, long count, List<Example> examples) {
        public Line {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A finding and whose it is.
     *
     * @param report null where the finding is about no report
     * @param number of the report, as its organisation gives it
     */
    public record Example(
            @Nullable ReportId report, @Nullable String organisation, @Nullable String number, Finding finding) {}

    /** What is wrong with the geometry of a report, drawn. */
    public record Picture(ReportId report, @Nullable String number, ReportPicture picture) {}
}
