// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlineLimits;
import org.clearground.geo.OutlineReadings;
import org.clearground.geo.OutlineRepair;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.intake.RepairedFile;
import org.clearground.reports.print.PictureJson;
import org.clearground.reports.store.FileCheck;
import org.clearground.reports.store.FileCheck.Checked;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.ReportImport;
import org.clearground.reports.store.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * A look at one file: what an import of it would find, and beside it the pictures and repairs for which its outlines must
 * be read again.
 */
final class FileLook {

    private static final int MOST_SHOWN = 1_000;

    private final ReportImport.Country country;
    private final Rulebook rulebook;
    private final LocalDate today;
    private final ImportRequest request;
    private final ImportResult result;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final List<Map<String, @Nullable Object>> features = new ArrayList<>();
    private final Map<Key, List<Map<String, @Nullable Object>>> pictures = new HashMap<>();
    private final Map<Key, OutlineReadings> readings = new HashMap<>();
    private final List<Finding> repairs = new ArrayList<>();
    private long reports;
    private long blocked;
    private int written;
    private int pictured;

    /** A finding of one kind in one row. */
    private record Key(@Nullable String sheet, @Nullable Integer row, FindingCode code) {

        static Key of(Finding finding) {
            return new Key(finding.place().sheet(), finding.place().row(), finding.code());
        }
    }

    FileLook(
            ReportImport.Country country,
            Rulebook rulebook,
            LocalDate today,
            ImportRequest request,
            ImportResult result) {
        this.country = country;
        this.rulebook = rulebook;
        this.today = today;
        this.request = request;
        this.result = result;
    }

    /**
     * Looks.
     *
     * @param picturesOfFindings whether each finding shall have its picture
     * @param pictureOfFile whether all of them shall be in one
     * @param repairTo where to write a repaired copy; null for none
     */
    void run(boolean picturesOfFindings, boolean pictureOfFile, @Nullable Path repairTo) {
        boolean again = result.importedBefore() != null;
        if (!again) {
            findings.addAll(result.findings());
            counts.putAll(result.findingCounts());
            reports = result.reports();
            blocked = result.blocked();
        }
        boolean crossing = counts.containsKey(FindingCode.SELF_CROSSING);
        if (!again && !picturesOfFindings && !pictureOfFile && !crossing && repairTo == null) {
            return;
        }
        var received = ReceivedFile.inspect(request.file());
        var copy = repairTo == null ? null : new RepairedFile(received, request.mapping());
        var check = new FileCheck(country, rulebook, today);
        var limits = check.limits(request.form()).outline();
        check.read(
                received,
                request.form(),
                request.mapping(),
                request.organisation(),
                checked -> {
                    if (again) {
                        reports++;
                        blocked += checked.read().blocked() ? 1 : 0;
                        checked.read().findings().forEach(this::note);
                    }
                    if (picturesOfFindings || pictureOfFile) {
                        draw(checked, limits);
                    }
                    readCrossings(checked);
                    if (copy != null) {
                        repair(checked, copy);
                    }
                },
                about -> {
                    if (again) {
                        note(about);
                    }
                });
        if (copy != null && repairTo != null) {
            written = copy.write(repairTo);
        }
    }

    private void note(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        if (findings.size() < MOST_SHOWN) {
            findings.add(finding);
        }
    }

    private void draw(Checked checked, OutlineLimits limits) {
        var drawable = checked.read().findings().stream().anyMatch(ReportPicture::isDrawable);
        if (!drawable || pictured >= MOST_SHOWN) {
            return;
        }
        pictured++;
        var main = checked.written().main();
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("reportNumber", checked.read().report().answers().text("report_no"));
        about.put("row", main.row());
        var things = ReportPicture.of(checked.read().report(), checked.read().findings(), limits, checked.district())
                .things();
        for (var thing : things) {
            var feature = PictureJson.feature(thing, about);
            features.add(feature);
            var finding = thing.finding();
            var key = finding == null ? new Key(main.sheet(), main.row(), thing.code()) : Key.of(finding);
            pictures.computeIfAbsent(key, any -> new ArrayList<>()).add(feature);
        }
    }

    /** How large an outline that crosses itself would be, by how one reads it. */
    private void readCrossings(Checked checked) {
        var main = checked.written().main();
        for (var finding : checked.read().findings()) {
            if (finding.code() == FindingCode.SELF_CROSSING && readings.size() < MOST_SHOWN) {
                checked.read().report().answers().byQuestion().values().forEach(answer -> {
                    if (answer instanceof Answer.Shape shape && !isRepairable(shape.value())) {
                        OutlineReadings.of(shape.value())
                                .ifPresent(
                                        read -> readings.put(new Key(main.sheet(), main.row(), finding.code()), read));
                    }
                });
            }
        }
    }

    private static boolean isRepairable(GroundShape shape) {
        return OutlineRepair.of(shape)
                .filter(repair -> repair.repaired().fault().isEmpty())
                .isPresent();
    }

    private void repair(Checked checked, RepairedFile copy) {
        for (var repair : ReportRepair.of(checked.read().report(), checked.district())) {
            if (!copy.add(repair, checked.written())) {
                continue;
            }
            var repeat = repair.repeat();
            var record = repeat == null
                    ? checked.written().main()
                    : checked.written().repeat(repeat).get(repair.row());
            repairs.add(new Finding(
                    FindingCode.REPAIRED_IN_COPY,
                    FindingCode.REPAIRED_IN_COPY.severity(),
                    record.at(repair.question()),
                    null,
                    figures(repair)));
        }
    }

    private static Map<String, String> figures(ReportRepair repair) {
        var sorted = new TreeMap<>(repair.done());
        var texts = new ArrayList<String>();
        sorted.forEach((code, count) -> texts.add(code + " ×" + count));
        var figures = new HashMap<String, String>();
        figures.put("repairs", String.join(", ", texts));
        var before = repair.before();
        var after = repair.after();
        figures.put("before", before == null ? "" : before.hectares().toPlainString());
        figures.put("after", after == null ? "" : after.hectares().toPlainString());
        return figures;
    }

    ImportResult result() {
        return result;
    }

    ImportRequest request() {
        return request;
    }

    long reports() {
        return reports;
    }

    long blocked() {
        return blocked;
    }

    /** The first of them. */
    List<Finding> findings() {
        return findings;
    }

    Map<FindingCode, Long> counts() {
        return counts;
    }

    long findingCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Everything drawn, of the first thousand reports that have something to draw. */
    List<Map<String, @Nullable Object>> features() {
        return features;
    }

    /** The picture of a finding; empty where it has none. */
    List<Map<String, @Nullable Object>> picture(Finding finding) {
        return pictures.getOrDefault(Key.of(finding), List.of());
    }

    @Nullable
    OutlineReadings readings(Finding finding) {
        return readings.get(Key.of(finding));
    }

    /** What the copy has otherwise than the original. */
    List<Finding> repairs() {
        return repairs;
    }

    /** How many cells or geometries of the copy were written anew. */
    int written() {
        return written;
    }
}
