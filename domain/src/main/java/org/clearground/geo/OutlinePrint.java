// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

/**
 * A number that two outlines share when they are the same, wherever each begins and whichever way round it runs.
 *
 * <p>It is the sum of a number for each edge, which does not depend on the edge's direction. Vertices are taken to seven
 * decimals of a degree, about a centimetre. Among a million outlines, two that differ share it with a probability below
 * one in ten million.
 */
public final class OutlinePrint {

    private static final double GRID = 1e7;

    private OutlinePrint() {}

    public static long of(GroundShape shape) {
        var polygons = shape.polygons();
        long print = 0;
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (org.locationtech.jts.geom.Polygon) polygons.getGeometryN(i);
            print += mixed(ofRing(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                print += mixed(ofRing(polygon.getInteriorRingN(hole)) + 1);
            }
        }
        return print;
    }

    static long ofRing(LinearRing ring) {
        var sequence = ring.getCoordinateSequence();
        long print = 0;
        var from = new Coordinate();
        var to = new Coordinate();
        for (int i = 0; i + 1 < sequence.size(); i++) {
            sequence.getCoordinate(i, from);
            sequence.getCoordinate(i + 1, to);
            long one = vertex(from);
            long other = vertex(to);
            if (one != other) {
                print += mixed(Math.min(one, other) * 31 + mixed(Math.max(one, other)));
            }
        }
        return print;
    }

    private static long vertex(Coordinate at) {
        return mixed(Math.round(at.x * GRID)) * 31 + mixed(Math.round(at.y * GRID) + 0x5555_5555L);
    }

    /** Stafford's variant 13 of the finisher of MurmurHash3. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
