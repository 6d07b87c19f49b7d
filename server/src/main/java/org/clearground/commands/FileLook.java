// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlineLimits;
import org.clearground.geo.OutlineReadings;
import org.clearground.geo.OutlineRepair;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.intake.RepairedFile;
import org.clearground.reports.print.PictureJson;
import org.clearground.reports.store.FileCheck;
import org.clearground.reports.store.FileCheck.Checked;
import org.clearground.reports.store.FileGround;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** A look at one file: what an import of it would find, and beside it pictures and repairs of its outlines. */
final class FileLook {

    private static final int MOST_SHOWN = 1_000;

    private final FileCheck check;
    private final FileCheck.Request request;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final List<Map<String, @Nullable Object>> features = new ArrayList<>();
    private final Map<Key, List<Map<String, @Nullable Object>>> pictures = new HashMap<>();
    private final Map<Key, OutlineReadings> readings = new HashMap<>();
    private final List<Finding> repairs = new ArrayList<>();
    private final List<FileGround.Line> ground = new ArrayList<>();
    private @Nullable Instant importedBefore;
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

    FileLook(FileCheck check, FileCheck.Request request) {
        this.check = check;
        this.request = request;
    }

    /**
     * Looks.
     *
     * @param pictured whether the findings shall have pictures
     * @param repairTo where to write a repaired copy; null for none
     * @param progress told how many reports were read so far
     */
    void run(Transaction transaction, boolean pictured, @Nullable Path repairTo, LongConsumer progress) {
        var copy = repairTo == null ? null : new RepairedFile(request.file(), request.mapping());
        var limits = check.limits(request.form()).outline();
        var whole = check.read(
                transaction,
                request,
                checked -> {
                    reports++;
                    blocked += checked.read().blocked() ? 1 : 0;
                    checked.read().findings().forEach(this::note);
                    if (pictured) {
                        draw(checked, limits);
                    }
                    readCrossings(checked);
                    if (copy != null) {
                        repair(checked, copy);
                    }
                    progress.accept(reports);
                },
                this::note);
        importedBefore = whole.importedBefore();
        ground.addAll(whole.ground().lines());
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

    FileCheck.Request request() {
        return request;
    }

    /** When the file was taken in already, in the same way; null if it is new. */
    @Nullable
    Instant importedBefore() {
        return importedBefore;
    }

    /** What the file says of ground, one line for each question that asks for outlines. */
    List<FileGround.Line> ground() {
        return ground;
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
