// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

/**
 * A point on the ground, WGS 84, degrees.
 *
 * @param longitude east of Greenwich, −180 to 180
 * @param latitude north of the equator, −90 to 90
 */
public record Position(double longitude, double latitude) {

    public Position {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("not a position: longitude " + longitude + ", latitude " + latitude);
        }
    }

    /** The same two numbers read the other way round, when that is a position at all. */
    public java.util.Optional<Position> swapped() {
        return Math.abs(longitude) <= 90
                ? java.util.Optional.of(new Position(latitude, longitude))
                : java.util.Optional.empty();
    }
}
