// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.geo.WrittenGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Draws slightly irregular outlines of a wanted area inside a cell, corners with six decimals as they are written. */
final class SampleOutline {

    /** Half the width of a cell, less a strip that stays free between neighbours. */
    private static final double HALF_METRES = 470;

    private static final double METRES_PER_DEGREE = 111_100;
    private static final List<Coordinate> FOUR_CORNERS = corners(1, 1, -1, 1, -1, -1, 1, -1);
    private static final List<Coordinate> SIX_CORNERS = corners(1, 0, 0.55, 1, -0.55, 1, -1, 0, -0.55, -1, 0.55, -1);

    private SampleOutline() {}

    static Polygon draw(Position middle, double squareMetres, Dice dice) {
        var shape = irregular(dice.oneIn(2) ? FOUR_CORNERS : SIX_CORNERS, dice);
        double reach = Math.sqrt(squareMetres / area(shape));
        if (reach > HALF_METRES) {
            throw new IllegalArgumentException(squareMetres + " m² do not fit into one cell");
        }
        double turnedReach = reach * Math.sqrt(2);
        if (turnedReach < HALF_METRES) {
            shape = turned(shape, dice.between(0, Math.PI / 2));
            reach = turnedReach;
        }
        double room = HALF_METRES - reach;
        double east = dice.between(-room, room);
        double north = dice.between(-room, room);
        double scale = Math.sqrt(squareMetres / area(shape));
        var drawn = onTheEarth(shape, scale, east, north, middle);
        double measured = GroundShape.of(drawn).computedArea().area().value();
        return onTheEarth(shape, scale * Math.sqrt(squareMetres / measured), east, north, middle);
    }

    private static List<Coordinate> irregular(List<Coordinate> corners, Dice dice) {
        return corners.stream()
                .map(corner -> {
                    double inwards = dice.between(0.9, 1.0);
                    return new Coordinate(corner.x * inwards, corner.y * dice.between(0.9, 1.0));
                })
                .toList();
    }

    private static List<Coordinate> turned(List<Coordinate> corners, double angle) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        return corners.stream()
                .map(corner -> new Coordinate(corner.x * cosine - corner.y * sine, corner.x * sine + corner.y * cosine))
                .toList();
    }

    /** Plane area of a ring given counter-clockwise. */
    private static double area(List<Coordinate> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            twice += from.x * to.y - to.x * from.y;
        }
        return twice / 2;
    }

    private static Polygon onTheEarth(
            List<Coordinate> shape, double scale, double east, double north, Position middle) {
        double perLongitude = METRES_PER_DEGREE * StrictMath.cos(Math.toRadians(middle.latitude()));
        var ring = new Coordinate[shape.size() + 1];
        for (int i = 0; i < shape.size(); i++) {
            ring[i] = new Coordinate(
                    sixDecimals(middle.longitude() + (east + scale * shape.get(i).x) / perLongitude),
                    sixDecimals(middle.latitude() + (north + scale * shape.get(i).y) / METRES_PER_DEGREE));
        }
        ring[shape.size()] = ring[0].copy();
        return WrittenGeometry.WGS84.createPolygon(ring);
    }

    /** About a decimetre, as hand-held receivers write it. */
    static double sixDecimals(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }

    private static List<Coordinate> corners(double... eastAndNorth) {
        var corners = new java.util.ArrayList<Coordinate>();
        for (int i = 0; i < eastAndNorth.length; i += 2) {
            corners.add(new Coordinate(eastAndNorth[i], eastAndNorth[i + 1]));
        }
        return List.copyOf(corners);
    }
}
