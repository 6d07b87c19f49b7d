// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Pack;
import org.clearground.reports.store.ImportResult;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells what became of each file: as text while it happens, or as one JSON document at the end. */
final class ImportPrinter {

    private static final int SHOWN = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pack pack;
    private final String language;
    private final OutputFormat format;
    private final List<Map<String, @Nullable Object>> documents = new ArrayList<>();

    ImportPrinter(Pack pack, String language, OutputFormat format) {
        this.pack = pack;
        this.language = language;
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
        var printing = pack.printing(language);
        if (result.importedBefore() != null) {
            System.out.println(result.fileName() + ": imported before, on " + Ledger.written(result.importedBefore())
                    + "; nothing was added. Its reports: clearground reports list --submission " + result.submission());
            return;
        }
        System.out.println(result.fileName() + (result.dryRun() ? " (dry run, nothing is kept)" : "") + ": "
                + printing.number(result.reports()) + " reports, " + printing.number(result.approved())
                + " approved, " + printing.number(result.blocked()) + " blocked, "
                + printing.number(result.pending() - result.blocked()) + " waiting for review.");
        if (result.approved() > 0) {
            System.out.println("  approved reports add: " + finds(result) + ", "
                    + printing.number(new SquareMetres(result.clearedDeclaredSquareMetres()).hectares())
                    + " ha declared as cleared");
        }
        result.findings().stream().limit(SHOWN).forEach(finding -> {
            System.out.println("  " + severity(finding) + " " + place(finding) + ": " + sentence(finding));
            System.out.println("      " + remedy(finding) + " (" + finding.code() + ")");
        });
        long all = result.findingCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (all > SHOWN) {
            System.out.println("  … " + printing.number(all - SHOWN) + " more; in all: " + result.findingCounts());
        }
    }

    private static String finds(ImportResult result) {
        var texts = new TreeMap<String, Long>();
        result.finds().forEach((group, items) -> texts.put(group.name(), items));
        return texts.isEmpty() ? "no finds" : texts.toString().replaceAll("[{}]", "");
    }

    private static String severity(Finding finding) {
        return finding.blocks() ? "BLOCKS " : "WARNING";
    }

    private static String place(Finding finding) {
        var place = finding.place();
        return (place.sheet() == null ? "" : "sheet " + place.sheet() + ", ")
                + (place.row() == null ? "file" : "row " + place.row())
                + (place.column() == null ? "" : ", column " + place.column());
    }

    private String sentence(Finding finding) {
        return pack.sentences().say(language, "finding." + finding.code(), values(finding));
    }

    private String remedy(Finding finding) {
        return pack.sentences().say(language, "finding." + finding.code() + ".remedy", values(finding));
    }

    private static Map<String, String> values(Finding finding) {
        var values = new TreeMap<>(finding.figures());
        var value = finding.value();
        values.put("value", value == null ? "" : value);
        return values;
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
        map.put("findings", result.findings().stream().map(this::document).toList());
        return map;
    }

    private Map<String, @Nullable Object> document(Finding finding) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("code", finding.code().name());
        map.put("severity", finding.severity().name());
        map.put("file", finding.place().file());
        map.put("sheet", finding.place().sheet());
        map.put("row", finding.place().row());
        map.put("column", finding.place().column());
        map.put("value", finding.value());
        map.put("message", sentence(finding));
        map.put("remedy", remedy(finding));
        map.put("figures", finding.figures());
        return map;
    }
}
