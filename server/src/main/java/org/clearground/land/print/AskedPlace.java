// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.Locale;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.places.store.PlaceRegister;
import org.clearground.storage.Transaction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The place that somebody asks about. */
public final class AskedPlace {

    /** Some 20 km: reports may speak of ground at the border and beyond. */
    private static final double BEYOND_DEGREES = 0.2;

    private static final String HOW = "write \"39.2 47.1\" (latitude longitude) or POLYGON ((47.1 39.2, …))";

    private AskedPlace() {}

    /**
     * A position or a polygon.
     *
     * @throws ProblemException in one sentence, when it is neither
     */
    public static Geometry read(String place) {
        try {
            var start = place.strip().toUpperCase(Locale.ROOT);
            if (start.startsWith("POLYGON") || start.startsWith("MULTIPOLYGON")) {
                var shape = WrittenGeometry.readShape(place);
                shape.fault().ifPresent(fault -> {
                    throw new ProblemException(
                            ProblemCode.WRONG_CALL,
                            "the polygon is none: " + fault.description() + " at " + fault.at().y + " " + fault.at().x);
                });
                return shape.polygons();
            }
            var position = WrittenGeometry.readPosition(place);
            return WrittenGeometry.WGS84.createPoint(new Coordinate(position.longitude(), position.latitude()));
        } catch (UnreadableGeometryException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + (place.length() > 60 ? place.substring(0, 60) + "…" : place) + "\" is no place; " + HOW,
                    unreadable);
        }
    }

    /**
     * Far from every district nothing is on record, which must not be taken for an answer about ground.
     *
     * @throws ProblemException if the place lies far outside the country
     */
    public static void requireInCountry(Geometry where, Transaction transaction) {
        var country = new Envelope();
        PlaceRegister.gazetteer(transaction)
                .listDistricts()
                .forEach(district -> country.expandToInclude(district.shape().box()));
        country.expandBy(BEYOND_DEGREES);
        var box = where.getEnvelopeInternal();
        if (!country.isNull() && !country.intersects(box)) {
            var swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "latitude " + box.getMinY() + ", longitude " + box.getMinX() + " lies far outside this country; "
                            + (country.intersects(swapped)
                                    ? "latitude and longitude are exchanged"
                                    : "check the digits")
                            + ": " + HOW);
        }
    }
}
