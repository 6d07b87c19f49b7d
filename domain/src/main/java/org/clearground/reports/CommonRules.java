// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundDistance;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OtherReadings;
import org.clearground.geo.OutlineFault;
import org.clearground.geo.OutlineRules;
import org.clearground.geo.Position;
import org.clearground.geo.WrittenGeometry;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.reports.Answers.Answer;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * What every report is checked by, whatever its form asks: outlines as written, places that may have been misread, things
 * that stand twice, sizes that cannot be. It goes behind the form's own rules and tells nothing that they told.
 */
public final class CommonRules implements FormRules {

    /** Where one of these was found, the position may have been misread. */
    private static final Set<FindingCode> MISPLACED = EnumSet.of(
            FindingCode.OUTSIDE_COUNTRY,
            FindingCode.OUTSIDE_DISTRICT,
            FindingCode.SWAPPED_AXES,
            FindingCode.POSITION_OUT_OF_RANGE);

    private final String form;
    private final FormRules own;
    private final Gazetteer places;
    private final CheckLimits limits;
    private final Map<String, Double> districtAreas = new HashMap<>();

    /** @param own the rules of the form itself */
    public CommonRules(String form, FormRules own, Gazetteer places, NationalParameters parameters) {
        this.form = form;
        this.own = own;
        this.places = places;
        this.limits = parameters.limits();
    }

    @Override
    public ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender) {
        var checked = own.check(read, written, sender);
        var findings = new ArrayList<>(checked.findings());
        var report = checked.report();
        var answers = report.answers();
        var code = answers.code("district");
        var district = code == null ? null : places.findDistrict(code).orElse(null);
        checkPlaces(answers, written.main(), district, findings);
        checkDeclared(answers, written.main(), district, findings);
        checkForm(answers, written.main(), findings);
        for (var repeat : report.repeats().entrySet()) {
            var rows = repeat.getValue();
            var records = written.repeat(repeat.getKey());
            for (int i = 0; i < rows.size() && i < records.size(); i++) {
                checkPlaces(rows.get(i), records.get(i), district, findings);
            }
            if (rows.size() > 1) {
                checkRowNumbers(rows, records, findings);
            }
        }
        checkFinds(report, written, findings);
        return findings.size() == checked.findings().size() ? checked : new ReadReport(report, findings);
    }

    private void checkPlaces(
            Answers answers, WrittenRecord record, @Nullable District district, List<Finding> findings) {
        for (var entry : answers.byQuestion().entrySet()) {
            if (entry.getValue() instanceof Answer.Shape answer) {
                checkOutline(answer.value(), entry.getKey(), record, district, findings);
                checkAccuracy(entry.getKey(), record, findings);
            } else if (entry.getValue() instanceof Answer.Point) {
                checkAccuracy(entry.getKey(), record, findings);
            }
        }
        if (district != null) {
            checkMisread(answers, record, district, findings);
        }
    }

    /** An outline as written, and how large it is. */
    private void checkOutline(
            GroundShape shape,
            String question,
            WrittenRecord record,
            @Nullable District district,
            List<Finding> findings) {
        boolean crossing = false;
        for (var fault : OutlineRules.check(shape, limits.outline())) {
            crossing |= fault.kind() == OutlineFault.Kind.SELF_CROSSING
                    || fault.kind() == OutlineFault.Kind.ACROSS_ANTIMERIDIAN;
            var code = FindingCode.valueOf(fault.kind().name());
            var at = record.at(question);
            if (findings.stream()
                    .noneMatch(known -> known.code() == code && known.place().equals(at))) {
                findings.add(finding(code, record, question, null, figures(fault)));
            }
        }
        if (!crossing && district != null) {
            var polygons = shape.polygons();
            // The box is quick to measure; nearly every outline is told by it.
            if (districtArea(district) < GeodesicArea.squareMetres(polygons.getEnvelope())) {
                var area = SquareMetres.computed(GeodesicArea.squareMetres(polygons));
                checkAgainst(district, area, question, record, findings);
            }
        }
    }

    private static Map<String, String> figures(OutlineFault fault) {
        var figures = new HashMap<String, String>();
        figures.put("latitude", String.valueOf(fault.at().latitude()));
        figures.put("longitude", String.valueOf(fault.at().longitude()));
        figures.put("count", String.valueOf(fault.count()));
        switch (fault.kind()) {
            case LONG_EDGE, SPIKE -> figures.put("metres", rounded(fault.amount(), 1));
            case SLIVER -> figures.put("millimetres", rounded(fault.amount() * 1000, 1));
            case PARTS_OVERLAP -> figures.put("percent", rounded(fault.amount() * 100, 1));
            case SELF_CROSSING,
                    CLOSING_POINT_TWICE,
                    REPEATED_VERTEX,
                    REPEATED_RING,
                    HOLE_OUTSIDE,
                    ACROSS_ANTIMERIDIAN -> {}
        }
        return figures;
    }

    private double districtArea(District district) {
        return districtAreas.computeIfAbsent(
                district.code(),
                any -> GeodesicArea.squareMetres(district.shape().polygons()));
    }

    private void checkAgainst(
            District district, SquareMetres area, String question, WrittenRecord record, List<Finding> findings) {
        var whole = SquareMetres.computed(districtArea(district));
        if (area.compareTo(whole) > 0) {
            findings.add(finding(
                    FindingCode.LARGER_THAN_DISTRICT,
                    record,
                    question,
                    area.hectares().toPlainString() + " ha",
                    Map.of(
                            "hectares", area.hectares().toPlainString(),
                            "district", district.names().in("en"),
                            "districtHectares", whole.hectares().toPlainString())));
        }
    }

    private void checkDeclared(
            Answers answers, WrittenRecord record, @Nullable District district, List<Finding> findings) {
        var declared = district == null ? null : ProgressReport.declaredArea(answers);
        if (district != null && declared != null) {
            var question = answers.whole("declared_area_m2") != null ? "declared_area_m2" : "declared_area_ha";
            checkAgainst(district, declared.area(), question, record, findings);
        }
    }

    private void checkAccuracy(String question, WrittenRecord record, List<Finding> findings) {
        var text = record.text(question);
        if (text == null) {
            return;
        }
        var accuracy = WrittenGeometry.accuracyMetres(text);
        if (accuracy.isPresent() && accuracy.getAsDouble() > limits.accuracyMetres()) {
            findings.add(finding(
                    FindingCode.POSITION_INACCURATE,
                    record,
                    question,
                    text,
                    Map.of(
                            "metres", rounded(accuracy.getAsDouble(), 1),
                            "most", rounded(limits.accuracyMetres(), 1))));
        }
    }

    /** Positions in the wrong place, read otherwise. */
    private static void checkMisread(Answers answers, WrittenRecord record, District district, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        for (var known : List.copyOf(findings)) {
            if (!MISPLACED.contains(known.code())
                    || !java.util.Objects.equals(
                            known.place().row(), record.wholeRow().row())
                    || !java.util.Objects.equals(
                            known.place().sheet(), record.wholeRow().sheet())) {
                continue;
            }
            var question = questionOf(known, answers, record);
            if (question == null) {
                continue;
            }
            var answer = answers.byQuestion().get(question);
            var text = written(question, record);
            var candidate = answer instanceof Answer.Point point
                    ? OtherReadings.ofDegrees(List.of(point.value()), district.shape()::covers)
                    : answer instanceof Answer.Shape shape
                            ? OtherReadings.ofDegrees(shape.value().turningPoints(), district.shape()::covers)
                            : text == null
                                    ? java.util.Optional.<OtherReadings.Candidate>empty()
                                    : OtherReadings.ofMetres(text, middle(district), district.shape()::covers);
            candidate.ifPresent(found -> tellCandidate(found, known, question, record, district, findings));
        }
    }

    /** In one column, or in two. */
    private static @Nullable String written(String question, WrittenRecord record) {
        var text = record.text(question);
        var longitude = record.text(question + "_longitude");
        var latitude = record.text(question + "_latitude");
        return text != null || longitude == null || latitude == null ? text : longitude + " " + latitude;
    }

    private static @Nullable String questionOf(Finding finding, Answers answers, WrittenRecord record) {
        var named = finding.figures().get("question");
        if (named != null) {
            return named;
        }
        for (var entry : answers.byQuestion().entrySet()) {
            boolean place = entry.getValue() instanceof Answer.Point || entry.getValue() instanceof Answer.Shape;
            if (place && record.at(entry.getKey()).equals(finding.place())) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static void tellCandidate(
            OtherReadings.Candidate candidate,
            Finding known,
            String question,
            WrittenRecord record,
            District district,
            List<Finding> findings) {
        var code =
                switch (candidate.kind()) {
                    case SWAPPED -> FindingCode.SWAPPED_AXES;
                    case OTHER_ZONE -> FindingCode.WRONG_GRID_ZONE;
                    case MINUTES -> FindingCode.MINUTES_AS_DECIMALS;
                    case METRES -> FindingCode.GRID_COORDINATES;
                };
        if (code == known.code()) {
            return;
        }
        var figures = new HashMap<>(known.figures());
        figures.put("here", district.names().in("en"));
        figures.put("zone", String.valueOf(candidate.zone()));
        figures.put("asLatitude", rounded(candidate.first().latitude(), 7));
        figures.put("asLongitude", rounded(candidate.first().longitude(), 7));
        findings.add(finding(code, record, question, known.value(), figures));
    }

    private static Position middle(District district) {
        var box = district.shape().polygons().getEnvelopeInternal().centre();
        return new Position(box.x, box.y);
    }

    /** What only some forms ask for. */
    private void checkForm(Answers answers, WrittenRecord record, List<Finding> findings) {
        boolean completion = form.equals("completion");
        boolean cleared = completion
                || form.equals("past-release") && "cleared".equalsIgnoreCase(String.valueOf(answers.code("release")));
        if (cleared
                && answers.decimal("depth_cm") == null
                && record.text("depth_cm") == null
                && !isTold("depth_cm", record, findings)) {
            findings.add(finding(FindingCode.DEPTH_MISSING, record, "depth_cm", null, Map.of()));
        }
        if (completion
                && answers.text("task") == null
                && answers.text("hazard_code") == null
                && !isTold("task", record, findings)
                && !isTold("hazard_code", record, findings)) {
            findings.add(finding(FindingCode.COMPLETION_UNLINKED, record, "task", null, Map.of()));
        }
    }

    private static boolean isTold(String question, WrittenRecord record, List<Finding> findings) {
        return findings.stream().anyMatch(known -> known.place().equals(record.at(question)));
    }

    /** Points, shapes and other rows of a report go by numbers of their own; two that differ only in blanks or case are one. */
    private static void checkRowNumbers(List<Answers> rows, List<WrittenRecord> records, List<Finding> findings) {
        var seen = new HashMap<String, String>();
        for (int i = 0; i < rows.size() && i < records.size(); i++) {
            for (var entry : rows.get(i).byQuestion().entrySet()) {
                var question = entry.getKey();
                if (!(question.endsWith("_no") || question.endsWith("_id"))
                        || !(entry.getValue() instanceof Answer.Text answer)) {
                    continue;
                }
                var first = seen.putIfAbsent(question + "\n" + folded(answer.value()), answer.value());
                if (first != null) {
                    findings.add(finding(
                            FindingCode.ROW_NUMBERS_ALIKE,
                            records.get(i),
                            question,
                            answer.value(),
                            Map.of("question", question, "first", first)));
                }
            }
        }
    }

    /** A number without its blanks, in capitals: what two people who mean the same number write alike. */
    public static String folded(String number) {
        return number.replaceAll("[\\s\\u00A0\\u202F]+", "").toUpperCase(Locale.ROOT);
    }

    private void checkFinds(FieldReport report, WrittenReport written, List<Finding> findings) {
        var finds = report.repeat("finds");
        var records = written.repeat("finds");
        var ground = report.answers().shape("worked_ground");
        var distance = ground == null || finds.isEmpty() ? null : new GroundDistance(ground);
        var seen = new HashSet<Object>();
        for (int i = 0; i < finds.size() && i < records.size(); i++) {
            var find = finds.get(i);
            var at = find.position("point");
            if (finds.size() > 1) {
                checkTwice(find, at, records.get(i), seen, findings);
            }
            if (at != null && distance != null) {
                double metres = distance.metres(at);
                if (metres > limits.findDistanceMetres()) {
                    findings.add(finding(
                            FindingCode.FOUND_OUTSIDE_GROUND,
                            records.get(i),
                            "point",
                            at.latitude() + " " + at.longitude(),
                            Map.of(
                                    "metres", rounded(metres, 0),
                                    "most", rounded(limits.findDistanceMetres(), 0),
                                    "latitude", String.valueOf(at.latitude()),
                                    "longitude", String.valueOf(at.longitude()))));
                }
            }
        }
    }

    /** Where and what, for finds with a position; else everything that is said of them. */
    private record Seen(@Nullable String category, @Nullable String model, Position at) {}

    private static void checkTwice(
            Answers find, @Nullable Position at, WrittenRecord record, Set<Object> seen, List<Finding> findings) {
        var key = at == null ? find.byQuestion() : new Seen(find.code("category"), find.text("model"), at);
        if (seen.add(key) || find.byQuestion().isEmpty()) {
            return;
        }
        var figures = new HashMap<String, String>();
        figures.put("category", String.valueOf(find.code("category")));
        figures.put("model", find.text("model") == null ? "" : String.valueOf(find.text("model")));
        figures.put("latitude", at == null ? "" : String.valueOf(at.latitude()));
        figures.put("longitude", at == null ? "" : String.valueOf(at.longitude()));
        findings.add(finding(
                at == null ? FindingCode.SAME_ROW_TWICE : FindingCode.SAME_FIND_TWICE,
                record,
                at == null ? "category" : "point",
                find.code("category"),
                figures));
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Finding finding(
            FindingCode code,
            WrittenRecord record,
            String question,
            @Nullable String value,
            Map<String, String> figures) {
        return ReportChecks.finding(code, record, question, value, figures);
    }
}
