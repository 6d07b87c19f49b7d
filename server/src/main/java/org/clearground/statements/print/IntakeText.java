// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.print;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.reports.print.ReportJson;
import org.clearground.statements.store.StatementImport;
import org.jspecify.annotations.Nullable;

/** What became of a file of statements, in a sentence and as JSON. */
public final class IntakeText {

    private IntakeText() {}

    public static String sentence(StatementImport.Result result, Words words) {
        if (result.importedBefore() != null) {
            return words.say(
                    "statement.intake.before",
                    Map.of("file", result.fileName(), "moment", Ledger.written(result.importedBefore())));
        }
        return words.say(
                result.dryRun() ? "statement.intake.rehearsed" : "statement.intake.done",
                Map.of(
                        "file", result.fileName(),
                        "added", words.number(result.added()),
                        "corrected", words.number(result.corrected()),
                        "unchanged", words.number(result.unchanged()),
                        "leftOut", words.number(result.leftOut()),
                        "figures", words.number(result.figures())));
    }

    public static Map<String, @Nullable Object> json(StatementImport.Result result, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("file", result.fileName());
        map.put("sha256", result.digest().hex());
        map.put("dryRun", result.dryRun());
        map.put("importedBefore", result.importedBefore() == null ? null : Ledger.written(result.importedBefore()));
        map.put("added", result.added());
        map.put("corrected", result.corrected());
        map.put("unchanged", result.unchanged());
        map.put("leftOut", result.leftOut());
        map.put("figures", result.figures());
        map.put(
                "findings",
                result.findings().stream()
                        .map(finding -> ReportJson.finding(finding, words))
                        .toList());
        return map;
    }
}
