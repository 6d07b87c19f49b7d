// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.storage.Transaction;

/**
 * That rules refused a report when it was decided. Each refusal is an entry of the ledger; the last of a report is a
 * finding of it, until it is approved or returned a warning and afterwards a part of its story.
 */
final class Refusals {

    private Refusals() {}

    /** A report of a reading, and the rules that refuse it; there may be none that has a name. */
    record Refusal(long ordinal, List<String> rules) {}

    /** As an entry of the ledger has them. */
    static List<Map<String, Object>> asList(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Map.<String, Object>of("report", refusal.ordinal(), "rules", refusal.rules()))
                .toList();
    }

    static void apply(Transaction transaction, LedgerEntry entry, Map<String, Object> body) throws SQLException {
        var select = transaction.prepared("select report.id, report.reading, submission.file_name from report"
                + " join reading on reading.id = report.reading join submission on submission.sha256 = report.submission"
                + " where reading.submission = ? and reading.sha256 = ? and report.ordinal = ?"
                + " order by report.id desc limit 1");
        if (!(body.get("refused") instanceof List<?> refused)) {
            throw new IllegalStateException("an entry of refusals without any");
        }
        for (var each : refused) {
            if (!(each instanceof Map<?, ?> refusal
                    && refusal.get("report") instanceof Number ordinal
                    && refusal.get("rules") instanceof List<?> rules)) {
                throw new IllegalStateException("a refusal without its report or its rules");
            }
            select.setString(1, entry.subject());
            select.setString(2, String.valueOf(body.get("reading")));
            select.setLong(3, ordinal.longValue());
            try (var row = select.executeQuery()) {
                row.next();
                keep(transaction, row.getLong(1), row.getLong(2), finding(entry, row.getString(3), rules));
            }
        }
    }

    private static Finding finding(LedgerEntry entry, String file, List<?> rules) {
        var figures = new TreeMap<String, String>();
        figures.put("by", entry.actor());
        figures.put("at", Ledger.written(entry.recordedAt()));
        if (!rules.isEmpty()) {
            figures.put("rule", String.valueOf(rules.get(0)));
            figures.put("rules", rules.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return new Finding(
                FindingCode.APPROVAL_REFUSED,
                FindingCode.APPROVAL_REFUSED.severity(),
                SourcePlace.wholeFile(file),
                null,
                figures);
    }

    private static void keep(Transaction transaction, long report, long reading, Finding finding) throws SQLException {
        var delete = transaction.prepared("delete from finding where report = ? and code = ?");
        delete.setLong(1, report);
        delete.setString(2, finding.code().name());
        delete.executeUpdate();
        ReportRows.insertFinding(transaction, reading, report, finding);
        var update = transaction.prepared("update report set warnings = (select count(*) from finding"
                + " where finding.report = report.id and severity <> 'BLOCKING') where id = ?");
        update.setLong(1, report);
        update.executeUpdate();
    }
}
