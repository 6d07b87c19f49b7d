// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;

/**
 * One report as its file writes it.
 *
 * @param main the row that answers the questions asked once
 * @param repeats the rows of each repeat
 * @param lastRow the last row that belongs to the report
 * @param findings what taking it out of the file already showed: rows that disagree, a find without report
 */
public record WrittenReport(
        WrittenRecord main, Map<String, List<WrittenRecord>> repeats, int lastRow, List<Finding> findings) {

    public List<WrittenRecord> repeat(String name) {
        return repeats.getOrDefault(name, List.of());
    }
}
