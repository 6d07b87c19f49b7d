// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.OutlineReadings;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.reports.CheckRule;
import org.clearground.reports.print.PictureJson;
import org.clearground.reports.print.ReportJson;
import org.clearground.reports.store.FileGround;
import org.clearground.reports.store.StoreFindings;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a check found, as text or as one JSON document. */
final class CheckPrinter {

    private static final int SHOWN = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Words words;
    private final OutputFormat format;

    CheckPrinter(Words words, OutputFormat format) {
        this.words = words;
        this.format = format;
    }

    /** A picture as it is written to a file. */
    static String picture(List<Map<String, @Nullable Object>> features) {
        return JSON.writeValueAsString(PictureJson.collection(features)) + "\n";
    }

    /** @param copy name of the repaired copy; null if none was asked for */
    void file(FileLook look, @Nullable String copy) {
        if (format == OutputFormat.json) {
            print(document(look, copy));
            return;
        }
        var before = look.importedBefore();
        System.out.println(look.request().file().name() + ": " + words.number(look.reports()) + " reports checked, "
                + words.number(look.blocked()) + " blocked, " + words.number(look.findingCount())
                + " findings; nothing is kept."
                + (before == null ? "" : " The file was imported before, on " + Ledger.written(before) + "."));
        look.ground().forEach(line -> System.out.println("  " + ground(line)));
        look.findings().stream().limit(SHOWN).forEach(finding -> {
            tell(finding);
            var readings = look.readings(finding);
            if (readings != null) {
                System.out.println("      Not repaired: its area depends on the reading. Even-odd "
                        + words.inHectares(readings.evenOdd().value()) + ", non-zero winding "
                        + words.inHectares(readings.nonZero().value()) + ", convex hull "
                        + words.inHectares(readings.convexHull().value()) + "; for information only.");
            }
        });
        if (look.findingCount() > SHOWN) {
            System.out.println("  … " + words.number(look.findingCount() - SHOWN) + " more; in all: " + look.counts());
        }
        if (copy != null) {
            System.out.println(copy + ": a copy with " + words.number(look.written())
                    + " cells or geometries written anew; the original is as it was.");
            look.repairs().stream().limit(SHOWN).forEach(this::tell);
        }
    }

    /** How much ground the file speaks of, in the words of the pack. */
    private String ground(FileGround.Line line) {
        var question = line.question().labels().in(words.language());
        var added = line.added();
        var once = line.countedOnce();
        if (line.outlines() == 0) {
            return words.say("check.ground.none", Map.of("question", question));
        }
        return words.say(
                "check.ground",
                Map.of(
                        "question",
                        question,
                        "outlines",
                        words.number(line.outlines()),
                        "added",
                        added == null ? words.say("bulletin.absent") : area(added),
                        "once",
                        once == null ? words.say("bulletin.absent") : area(once),
                        "overlaps",
                        words.number(line.overlaps()),
                        "faulty",
                        line.faulty() == 0 ? "" : words.number(line.faulty())));
    }

    private String area(SquareMetres area) {
        return words.inHectares(area.value()) + " (" + words.inSquareMetres(area.value()) + ")";
    }

    private void tell(Finding finding) {
        System.out.println("  " + (finding.blocks() ? "BLOCKS " : "WARNING") + " " + place(finding) + ": "
                + words.sentence(finding));
        System.out.println("      " + words.remedy(finding) + " (" + finding.code() + rule(finding.code()) + ")");
    }

    private static String rule(FindingCode code) {
        return CheckRule.find(code).map(rule -> ", rule " + rule.number()).orElse("");
    }

    private static String place(Finding finding) {
        var place = finding.place();
        return (place.sheet() == null ? "" : "sheet " + place.sheet() + ", ")
                + (place.row() == null ? "file" : "row " + place.row())
                + (place.column() == null ? "" : ", column " + place.column());
    }

    private Map<String, @Nullable Object> document(FileLook look, @Nullable String copy) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var before = look.importedBefore();
        map.put("file", look.request().file().name());
        map.put("submission", look.request().file().digest().hex());
        map.put("form", look.request().form());
        map.put("importedBefore", before == null ? null : Ledger.written(before));
        map.put("reports", look.reports());
        map.put("blocked", look.blocked());
        map.put("ground", look.ground().stream().map(this::groundAsJson).toList());
        map.put("findingCounts", look.counts());
        var findings = new ArrayList<Map<String, @Nullable Object>>();
        for (var finding : look.findings()) {
            var one = finding(finding);
            var picture = look.picture(finding);
            one.put("picture", picture.isEmpty() ? null : PictureJson.collection(picture));
            var readings = look.readings(finding);
            one.put("readings", readings == null ? null : readings(readings));
            findings.add(one);
        }
        map.put("findings", findings);
        map.put("repairedCopy", copy);
        map.put("repairs", look.repairs().stream().map(this::finding).toList());
        return map;
    }

    private Map<String, @Nullable Object> groundAsJson(FileGround.Line line) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var added = line.added();
        var once = line.countedOnce();
        map.put("question", line.question().name());
        map.put("outlines", line.outlines());
        map.put("faulty", line.faulty());
        map.put("addedUpM2", added == null ? null : added.value());
        map.put("countedOnceM2", once == null ? null : once.value());
        map.put("overlaps", line.overlaps());
        map.put("text", ground(line));
        return map;
    }

    private Map<String, @Nullable Object> finding(Finding finding) {
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("rule", number(finding.code()));
        one.putAll(ReportJson.finding(finding, words));
        return one;
    }

    private static @Nullable Integer number(FindingCode code) {
        return CheckRule.find(code).map(CheckRule::number).orElse(null);
    }

    private static Map<String, Long> readings(OutlineReadings readings) {
        var map = new LinkedHashMap<String, Long>();
        map.put("evenOddM2", readings.evenOdd().value());
        map.put("nonZeroWindingM2", readings.nonZero().value());
        map.put("convexHullM2", readings.convexHull().value());
        return map;
    }

    void store(StoreFindings found) {
        if (format == OutputFormat.json) {
            print(document(found));
            return;
        }
        System.out.println("Looked over " + words.number(found.reports()) + " reports that stand.");
        if (found.lines().isEmpty()) {
            System.out.println("Nothing was found. That says nothing about the ground.");
        } else {
            System.out.println("rule  code                          found");
        }
        for (var line : found.lines()) {
            System.out.printf(
                    Locale.ROOT,
                    "%4s  %-24s %10s%n",
                    CheckRule.find(line.code())
                            .map(rule -> String.valueOf(rule.number()))
                            .orElse("–"),
                    line.code(),
                    words.number(line.count()));
            for (var example : line.examples()) {
                var finding = example.finding();
                System.out.println("        "
                        + (example.report() == null ? "" : example.report() + "  ")
                        + or(example.organisation()) + " " + or(example.number()) + "  "
                        + finding.place().file() + ", " + place(finding) + ": " + words.sentence(finding));
            }
        }
        if (!found.unusedCodes().isEmpty()) {
            System.out.println("Codes of the pack that no report uses (information): "
                    + new TreeMap<>(found.unusedCodes())
                            .entrySet().stream()
                                    .map(list -> list.getKey() + " "
                                            + list.getValue().size())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private Map<String, @Nullable Object> document(StoreFindings found) {
        var pictures = new TreeMap<String, List<Map<String, @Nullable Object>>>();
        for (var picture : found.pictures()) {
            for (var thing : picture.picture().things()) {
                pictures.computeIfAbsent(picture.report() + " " + thing.code(), any -> new ArrayList<>())
                        .add(PictureJson.feature(
                                thing, Map.of("report", picture.report().toString())));
            }
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("reports", found.reports());
        var lines = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : found.lines()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("rule", number(line.code()));
            one.put("code", line.code().name());
            one.put("severity", line.code().severity().name());
            one.put("count", line.count());
            var examples = new ArrayList<Map<String, @Nullable Object>>();
            for (var example : line.examples()) {
                var each = new LinkedHashMap<String, @Nullable Object>();
                each.put(
                        "report",
                        example.report() == null ? null : example.report().toString());
                each.put("organisation", example.organisation());
                each.put("reportNumber", example.number());
                each.putAll(ReportJson.finding(example.finding(), words));
                var picture = pictures.get(example.report() + " " + line.code());
                each.put("picture", picture == null ? null : PictureJson.collection(picture));
                examples.add(each);
            }
            one.put("examples", examples);
            lines.add(one);
        }
        map.put("rules", lines);
        map.put("unusedCodes", new TreeMap<>(found.unusedCodes()));
        return map;
    }

    /** Everything drawn of a store. */
    static List<Map<String, @Nullable Object>> features(StoreFindings found) {
        var features = new ArrayList<Map<String, @Nullable Object>>();
        for (var picture : found.pictures()) {
            var about = new LinkedHashMap<String, @Nullable Object>();
            about.put("report", picture.report().toString());
            about.put("reportNumber", picture.number());
            features.addAll(PictureJson.features(picture.picture().things(), about));
        }
        return features;
    }

    private static void print(Map<String, @Nullable Object> document) {
        System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
