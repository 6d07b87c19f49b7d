// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.Locale;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Reads the place that somebody asks about. */
public final class AskedPlace {

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
                    "\"" + (place.length() > 60 ? place.substring(0, 60) + "…" : place)
                            + "\" is no place; write \"39.2 47.1\" (latitude longitude) or POLYGON ((47.1 39.2, …))",
                    unreadable);
        }
    }
}
