// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.clearground.reports.store.FindingTally;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReportQueries.Standing;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports that wait for somebody, on the first page. */
@Component
@Order(1)
final class ReportsAtHome implements HomePart {

    private static final int LIMIT = 1_000;

    @Override
    public List<Line> lines(Asking asking) {
        var lines = new ArrayList<Line>();
        asking.visitor().reach().apply("/reports").ifPresent(sight -> {
            var reports = new ReportQueries(asking.transaction(), sight);
            for (var standing : Standing.values()) {
                long count = reports.count(standing, LIMIT + 1);
                if (count > 0) {
                    lines.add(new Line(
                            Place.WAITS,
                            asking.words().say("home.reports." + standing),
                            HomePart.counted(asking.words(), count, LIMIT),
                            standing == Standing.DECIDABLE
                                            && asking.visitor().opens().test("/review")
                                    ? "/review"
                                    : "/reports?status=" + standing.status()));
                }
            }
            long findings = FindingTally.waiting(asking.transaction(), sight, LIMIT + 1);
            if (findings > 0 && asking.visitor().opens().test("/data-quality")) {
                lines.add(new Line(
                        Place.WAITS,
                        asking.words().say("home.findings"),
                        HomePart.counted(asking.words(), findings, LIMIT),
                        "/data-quality"));
            }
        });
        return lines;
    }
}
