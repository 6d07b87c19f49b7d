// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import org.locationtech.jts.geom.Coordinate;

/** Degrees as metres in the neighbourhood of one latitude: good to a millimetre over an outline of a few kilometres. */
final class LocalMetres {

    private final double perLongitude;
    private final double perLatitude;

    LocalMetres(double latitude) {
        double angle = Math.toRadians(latitude);
        this.perLatitude = 111_132.92 - 559.82 * Math.cos(2 * angle) + 1.175 * Math.cos(4 * angle);
        this.perLongitude =
                Math.max(1e-3, 111_412.84 * Math.cos(angle) - 93.5 * Math.cos(3 * angle) + 0.118 * Math.cos(5 * angle));
    }

    double east(Coordinate from, Coordinate to) {
        return (to.x - from.x) * perLongitude;
    }

    double north(Coordinate from, Coordinate to) {
        return (to.y - from.y) * perLatitude;
    }

    double distance(Coordinate from, Coordinate to) {
        return Math.hypot(east(from, to), north(from, to));
    }

    /** A point as metres from the origin of degrees. */
    Coordinate metres(Coordinate at) {
        return new Coordinate(at.x * perLongitude, at.y * perLatitude);
    }

    /** The way back. */
    Coordinate degrees(Coordinate metres) {
        return new Coordinate(metres.x / perLongitude, metres.y / perLatitude);
    }
}
