// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.ArrayList;
import java.util.List;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.FaultPicture.Drawn;
import org.clearground.geo.FaultPicture.Role;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlineFault;
import org.clearground.geo.OutlineLimits;
import org.clearground.geo.OutlineRules;
import org.clearground.geo.WrittenGeometry;
import org.clearground.places.District;
import org.clearground.reports.Answers.Answer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What is wrong with the geometry of a report, drawn: outlines from the outlines, the rest from what findings say. */
public record ReportPicture(List<Pictured> things) {

    private static final int LARGEST_OUTLINE = 10_000;

    public ReportPicture {
        things = List.copyOf(things);
    }

    /**
     * One thing in the picture.
     *
     * @param question whose answer it is about
     * @param finding null where the thing is of an outline, which may have several findings
     */
    public record Pictured(FindingCode code, @Nullable String question, @Nullable Finding finding, Drawn drawn) {}

    /**
     * The picture; without anything where no finding is about geometry.
     *
     * @param named the district that the report names; null if none that is known
     */
    public static ReportPicture of(
            FieldReport report, List<Finding> findings, OutlineLimits limits, @Nullable District named) {
        var things = new ArrayList<Pictured>();
        boolean outside = findings.stream().anyMatch(finding -> finding.code() == FindingCode.OUTSIDE_DISTRICT);
        report.answers().byQuestion().forEach((question, answer) -> {
            if (answer instanceof Answer.Shape shape) {
                drawOutline(question, shape.value(), limits, outside ? named : null, things);
            }
        });
        for (var finding : findings) {
            if (isOutline(finding.code())) {
                continue;
            }
            var latitude = number(finding, "latitude");
            var longitude = number(finding, "longitude");
            if (latitude != null && longitude != null) {
                var at = WrittenGeometry.WGS84.createPoint(new Coordinate(longitude, latitude));
                things.add(
                        new Pictured(finding.code(), finding.place().column(), finding, new Drawn(Role.POSITION, at)));
            }
        }
        return new ReportPicture(things);
    }

    private static void drawOutline(
            String question, GroundShape shape, OutlineLimits limits, @Nullable District named, List<Pictured> things) {
        int before = things.size();
        for (var fault : OutlineRules.check(shape, limits)) {
            var code = FindingCode.valueOf(fault.kind().name());
            OutlineRules.picture(shape, limits, fault.kind())
                    .drawn()
                    .forEach(drawn -> things.add(new Pictured(code, question, null, drawn)));
        }
        if (named != null && shape.fault().isEmpty()) {
            var beyond = GroundOverlay.beyond(
                    GroundOverlay.onGrid(shape.polygons()),
                    GroundOverlay.onGrid(named.shape().polygons()));
            if (!beyond.isEmpty()) {
                things.add(new Pictured(FindingCode.OUTSIDE_DISTRICT, question, null, new Drawn(Role.OUTSIDE, beyond)));
            }
        }
        if (things.size() > before && shape.vertices() <= LARGEST_OUTLINE) {
            things.add(
                    before,
                    new Pictured(things.get(before).code(), question, null, new Drawn(Role.OUTLINE, shape.polygons())));
        }
    }

    /** Whether a finding of this code is drawn from the outline. */
    public static boolean isOutline(FindingCode code) {
        for (var kind : OutlineFault.Kind.values()) {
            if (kind.name().equals(code.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finding can be drawn at all. */
    public static boolean isDrawable(Finding finding) {
        return isOutline(finding.code()) || number(finding, "latitude") != null;
    }

    private static @Nullable Double number(Finding finding, String name) {
        var text = finding.figures().get(name);
        try {
            return text == null || text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
