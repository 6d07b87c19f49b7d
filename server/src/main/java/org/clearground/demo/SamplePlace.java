// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.places.District;
import org.clearground.places.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Where an invented report plays: a real district and settlement, invented ground.
 *
 * @param settlement null where the district has none whose name the body can write
 * @param ground null for work without ground
 * @param middle a point of the district that finds lie around when there is no ground
 */
record SamplePlace(District district, @Nullable Settlement settlement, @Nullable GroundShape ground, Position middle) {

    private static final double FARTHEST_DEGREES = 0.002;

    static String nameOf(Settlement settlement) {
        return settlement.names().in("az");
    }

    /** A point of the ground, or near the middle, with six decimals as it will be written. */
    Position pointInside(Dice dice) {
        if (ground == null) {
            return pointAround(dice);
        }
        var polygons = ground.polygons();
        var part = GroundShape.of(polygons.getGeometryN(dice.between(0, polygons.getNumGeometries() - 1)));
        var box = part.polygons().getEnvelopeInternal();
        while (true) {
            var point = rounded(dice.between(box.getMinX(), box.getMaxX()), dice.between(box.getMinY(), box.getMaxY()));
            if (part.covers(point)) {
                return point;
            }
        }
    }

    private Position pointAround(Dice dice) {
        while (true) {
            var point = rounded(
                    middle.longitude() + dice.between(-FARTHEST_DEGREES, FARTHEST_DEGREES),
                    middle.latitude() + dice.between(-FARTHEST_DEGREES, FARTHEST_DEGREES));
            if (district.shape().covers(point)) {
                return point;
            }
        }
    }

    private static Position rounded(double longitude, double latitude) {
        return new Position(SampleOutline.sixDecimals(longitude), SampleOutline.sixDecimals(latitude));
    }
}
