// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one report of a submission says, as its form reads it: evidence under review, not yet the authority's picture.
 *
 * @param ordinal its place in the submission, from 1
 * @param firstRow where it begins in the file, as a spreadsheet counts
 * @param lastRow where it ends
 * @param repeats the answers of each repeat, in the order reported
 */
public record FieldReport(
        ReportId id, int ordinal, int firstRow, int lastRow, Answers answers, Map<String, List<Answers>> repeats) {

    public FieldReport {
        var copy = new TreeMap<String, List<Answers>>();
        repeats.forEach((name, rows) -> copy.put(name, List.copyOf(rows)));
        repeats = Collections.unmodifiableMap(copy);
    }

    /** Whether the report says that it is invented, to show the system. */
    public boolean sample() {
        return "true".equals(answers.code("sample"));
    }

    public List<Answers> repeat(String name) {
        return repeats.getOrDefault(name, List.of());
    }
}
