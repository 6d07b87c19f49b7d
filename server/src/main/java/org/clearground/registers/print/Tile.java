// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import org.locationtech.jts.geom.Envelope;

/**
 * A square of the map of the world in Web Mercator (EPSG:3857), as maps on the web are cut: at zoom 0 one holds it all,
 * at each further zoom four take the place of one. Columns count from the west, rows from the north.
 */
public record Tile(int zoom, int column, int row) {

    /** Units across a tile: places in it are whole numbers of them. */
    public static final int UNITS = 4096;

    /** Its tiles are some 40 metres wide, their units a centimetre. */
    public static final int DEEPEST = 20;

    public Tile {
        if (zoom < 0 || zoom > DEEPEST) {
            throw new IllegalArgumentException("the zoom is " + zoom + "; it may be 0 to " + DEEPEST);
        }
        if (column < 0 || row < 0 || column >> zoom != 0 || row >> zoom != 0) {
            throw new IllegalArgumentException("at zoom " + zoom + " columns and rows are 0 to " + ((1 << zoom) - 1)
                    + ", not " + column + " and " + row);
        }
    }

    /** Its ground in degrees, with so many units around it. */
    public Envelope degrees(int margin) {
        double units = (double) (1 << zoom) * UNITS;
        return new Envelope(
                longitude(((double) column * UNITS - margin) / units),
                longitude(((double) (column + 1) * UNITS + margin) / units),
                latitude(((double) row * UNITS - margin) / units),
                latitude(((double) (row + 1) * UNITS + margin) / units));
    }

    /** Units east of its western side. */
    public double across(double longitude) {
        return (east(longitude) * (1 << zoom) - column) * UNITS;
    }

    /** Units south of its northern side. */
    public double down(double latitude) {
        return (south(latitude) * (1 << zoom) - row) * UNITS;
    }

    /** The part of the way around the world from the date line, 0 to 1. */
    static double east(double longitude) {
        return (longitude + 180) / 360;
    }

    /** The part of the way down the map, 0 to 1; beyond 85° it stays at its edge. */
    static double south(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double part = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return Math.max(0, Math.min(1, part));
    }

    private static double longitude(double part) {
        return Math.max(0, Math.min(1, part)) * 360 - 180;
    }

    private static double latitude(double part) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.max(0, Math.min(1, part))))));
    }
}
