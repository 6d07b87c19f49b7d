// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.clearground.access.Sight;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.store.FindingTally;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReportQueries.Standing;
import org.clearground.reports.store.ReviewQueue;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports that wait for somebody, and those that a body owes, on the first page. */
@Component
@Order(1)
final class ReportsAtHome implements HomePart {

    private static final int LIMIT = 1_000;

    private final ReportDecisions decisions;

    ReportsAtHome(ReportDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Line> lines(Asking asking) {
        var lines = new ArrayList<Line>();
        var reviewed = asking.visitor().reach().apply("/review");
        reviewed.ifPresent(sight -> add(
                lines,
                asking,
                "home.review",
                new ReviewQueue(asking.transaction(), sight)
                        .count(
                                decisions.waitingFor(
                                        asking.transaction(), asking.visitor().name()),
                                LIMIT + 1),
                "/review"));
        asking.visitor().reach().apply("/reports").ifPresent(sight -> {
            var reports = new ReportQueries(asking.transaction(), sight);
            for (var standing : Standing.values()) {
                if (standing != Standing.DECIDABLE || reviewed.isEmpty()) {
                    add(
                            lines,
                            asking,
                            "home.reports." + standing,
                            reports.count(standing, LIMIT + 1),
                            "/reports?status=" + standing.status());
                }
            }
            if (asking.visitor().opens().test("/data-quality")) {
                add(
                        lines,
                        asking,
                        "home.findings",
                        FindingTally.waiting(asking.transaction(), sight, LIMIT + 1),
                        "/data-quality");
            }
            add(lines, asking, "home.overdue", overdueWeeks(asking, reports, sight), "/reports");
        });
        return lines;
    }

    private static void add(List<Line> lines, Asking asking, String words, long count, String address) {
        if (count > 0) {
            lines.add(new Line(
                    Place.WAITS, asking.words().say(words), HomePart.counted(asking.words(), count, LIMIT), address));
        }
    }

    /** Of the one body whose reports are seen; none where the country has no such duty, or the body never reported. */
    private static int overdueWeeks(Asking asking, ReportQueries reports, Sight sight) {
        var body = sight.organisation();
        return body == null
                ? 0
                : PackParameters.weeklyDuty(asking.words().pack())
                        .flatMap(duty -> reports.lastDayCovered(body, ReportStatus.PENDING, ReportStatus.APPROVED)
                                .map(last -> duty.overdueWeeks(last, asking.today())))
                        .orElse(0);
    }
}
