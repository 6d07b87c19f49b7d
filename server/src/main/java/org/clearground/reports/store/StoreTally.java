// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.reports.CheckRule;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.StoreFindings.Example;
import org.clearground.reports.store.StoreFindings.Line;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Counts what is found in a store by code, and keeps the first examples of each. */
final class StoreTally {

    private static final int MOST_EXAMPLES = 5;

    private final Map<FindingCode, Found> found = new EnumMap<>(FindingCode.class);

    private static final class Found {
        private long count;
        private final List<Example> examples = new ArrayList<>();
    }

    void tell(Finding finding, ReportId id, @Nullable String organisation, @Nullable String number) {
        var known = found.computeIfAbsent(finding.code(), any -> new Found());
        known.count++;
        if (known.examples.size() < MOST_EXAMPLES) {
            known.examples.add(new Example(id, organisation, number, finding));
        }
    }

    /**
     * Tells of a report by its row; the rest is asked of the store only where it becomes an example.
     *
     * @param question whose answer it is about
     * @param finding made for the place of that answer in the file
     */
    void tell(
            Transaction transaction,
            FindingCode code,
            long row,
            Function<ReportQueries.Detail, String> question,
            Function<SourcePlace, Finding> finding) {
        var known = found.computeIfAbsent(code, any -> new Found());
        if (known.examples.size() >= MOST_EXAMPLES) {
            known.count++;
            return;
        }
        var detail = new ReportQueries(transaction).findRow(row).orElseThrow();
        var summary = detail.summary();
        var place = new SourcePlace(summary.fileName(), null, detail.report().firstRow(), question.apply(detail));
        tell(finding.apply(place), summary.id(), summary.organisation(), summary.number());
    }

    /** One for each code that was found, in the order of rules. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var told = EnumSet.noneOf(FindingCode.class);
        for (var rule : CheckRule.values()) {
            for (var code : rule.codes()) {
                addLine(code, lines);
                told.add(code);
            }
        }
        for (var code : FindingCode.values()) {
            if (!told.contains(code)) {
                addLine(code, lines);
            }
        }
        return lines;
    }

    private void addLine(FindingCode code, List<Line> lines) {
        var known = found.get(code);
        if (known != null) {
            lines.add(new Line(code, known.count, known.examples));
        }
    }
}
