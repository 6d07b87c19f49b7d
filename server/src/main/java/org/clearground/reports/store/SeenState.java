// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportId;
import org.clearground.storage.Transaction;

/**
 * How reports stand, as a short text that is another as soon as one of them is read again, signed, refused or decided
 * on. A page carries it, so that nobody decides on what is no longer what they saw. Comments do not change it.
 */
public final class SeenState {

    private SeenState() {}

    /** That of reports, in whatever order. */
    public static String of(Transaction transaction, List<ReportId> reports) {
        var running = Digest.sha256();
        reports.stream().map(ReportId::toString).sorted().forEach(report -> {
            var stands = transaction
                    .sql()
                    .sql("select id || ' ' || status || ' ' || warnings || ' ' || coalesce(decided_at_ms, 0) || ' '"
                            + " || (select count(*) from signature where signature.report = report.id)"
                            + " from report where report_id = ? order by id desc limit 1")
                    .param(report)
                    .query(String.class)
                    .optional()
                    .orElse("");
            running.update((report + " " + stands + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return Digest.finish(running).abbreviated();
    }
}
