// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import net.sf.geographiclib.Geodesic;
import org.clearground.geo.GroundDistance;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.reports.ReportId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A place of which something was reported and of which nobody knows how far it reaches: cluster munition and unexploded
 * ordnance are points until they are surveyed, not outlines. It records no ground and counts nothing.
 *
 * @param number by which a survey names it; null for a find, which nobody reported as a lead
 * @param on the day from which it holds
 * @param organisation that reported it
 * @param category code of the ordnance expected; null where the report names none
 * @param fadeOutMetres as far as the country's rule looks for more around a single item; no safe distance
 * @param district code; null where the report names none
 * @param report that it comes from
 * @param ended by which survey; null while it stands
 */
public record PointLead(
        @Nullable String number,
        LocalDate on,
        String organisation,
        @Nullable String category,
        Position place,
        int fadeOutMetres,
        @Nullable String district,
        ReportId report,
        boolean sample,
        @Nullable Ended ended) {

    public PointLead {
        if (fadeOutMetres < 1) {
            throw new IllegalArgumentException("a lead fades out over metres, not over " + fadeOutMetres);
        }
    }

    /**
     * How a lead ended: a survey covered its place, or named it.
     *
     * @param on the day from which it is no lead any more
     * @param by what the survey concluded
     * @param number of the survey's report; null if it has none
     */
    public record Ended(LocalDate on, LandActKind by, ReportId report, @Nullable String number) {}

    /** Whether a place or ground lies within its fade-out. */
    public boolean reaches(Geometry where) {
        return metresTo(where) <= fadeOutMetres;
    }

    /** Metres from its place to ground, or to a place; 0 on the ground. */
    public double metresTo(Geometry where) {
        if (where.getDimension() == 2) {
            return new GroundDistance(GroundShape.of(where)).metres(place);
        }
        var at = where.getCoordinate();
        return Geodesic.WGS84.Inverse(place.latitude(), place.longitude(), at.y, at.x).s12;
    }
}
