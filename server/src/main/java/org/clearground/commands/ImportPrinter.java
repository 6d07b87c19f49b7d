// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.ImportResult;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells what became of each file: as text while it happens, or as one JSON document at the end. */
final class ImportPrinter {

    private static final int SHOWN = FindingLines.SHOWN;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Words words;
    private final OutputFormat format;
    private final List<Map<String, @Nullable Object>> documents = new ArrayList<>();

    ImportPrinter(Words words, OutputFormat format) {
        this.words = words;
        this.format = format;
    }

    void add(ImportResult result) {
        switch (format) {
            case text, html -> text(result);
            case json -> documents.add(document(result));
        }
    }

    void finish() {
        if (format == OutputFormat.json) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("files", documents)));
        }
    }

    private void text(ImportResult result) {
        if (result.importedBefore() != null) {
            System.out.println(result.fileName() + ": imported before, on " + Ledger.written(result.importedBefore())
                    + "; nothing was added. Its reports: clearground reports list --submission " + result.submission());
            return;
        }
        System.out.println(result.fileName() + (result.dryRun() ? " (dry run, nothing is kept)" : "") + ": "
                + words.number(result.reports()) + " reports, " + words.number(result.approved())
                + " approved, " + words.number(result.blocked()) + " blocked, "
                + words.number(result.pending() - result.blocked()) + " waiting for review.");
        if (result.approved() > 0) {
            System.out.println("  approved reports add: " + finds(result) + ", "
                    + words.number(new SquareMetres(result.clearedDeclaredSquareMetres()).hectares())
                    + " ha declared as cleared");
        }
        result.findings().stream().limit(SHOWN).forEach(finding -> FindingLines.tell(finding, words));
        long all = result.findingCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (all > SHOWN) {
            System.out.println("  … " + words.number(all - SHOWN) + " more; in all: " + result.findingCounts());
        }
    }

    private static String finds(ImportResult result) {
        var texts = new TreeMap<String, Long>();
        result.finds().forEach((group, items) -> texts.put(group.name(), items));
        return texts.isEmpty() ? "no finds" : texts.toString().replaceAll("[{}]", "");
    }

    private Map<String, @Nullable Object> document(ImportResult result) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("file", result.fileName());
        map.put("submission", result.submission().hex());
        map.put("dryRun", result.dryRun());
        map.put("importedBefore", result.importedBefore() == null ? null : Ledger.written(result.importedBefore()));
        map.put("reports", result.reports());
        map.put("approved", result.approved());
        map.put("blocked", result.blocked());
        map.put("finds", result.finds());
        map.put("clearedDeclaredM2", result.clearedDeclaredSquareMetres());
        map.put("findingCounts", result.findingCounts());
        map.put(
                "findings",
                result.findings().stream()
                        .map(finding -> ReportJson.finding(finding, words))
                        .toList());
        return map;
    }
}
