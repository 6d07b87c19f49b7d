// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.util.Arrays;

/**
 * The boxes of many features, as an R-tree keeps them: in single precision, rounded outwards so that no box loses what
 * it holds.
 */
final class Boxes {

    private static final int CURVE_BITS = 16;

    /** SQLite's own factors for the next number towards and away from zero. */
    private static final double TOWARDS_ZERO = 1.0 - 1.0 / 8_388_608.0;

    private static final double AWAY_FROM_ZERO = 1.0 + 1.0 / 8_388_608.0;

    private long[] fids = new long[1 << 10];
    private float[] sides = new float[4 << 10];
    private int size;

    int size() {
        return size;
    }

    void add(long fid, double minX, double maxX, double minY, double maxY) {
        if (size == fids.length) {
            fids = Arrays.copyOf(fids, size * 2);
            sides = Arrays.copyOf(sides, size * 8);
        }
        fids[size] = fid;
        sides[size * 4] = down(minX);
        sides[size * 4 + 1] = up(maxX);
        sides[size * 4 + 2] = down(minY);
        sides[size * 4 + 3] = up(maxY);
        size++;
    }

    static float down(double value) {
        float near = (float) value;
        return near > value ? (float) (value * (value < 0 ? AWAY_FROM_ZERO : TOWARDS_ZERO)) : near;
    }

    static float up(double value) {
        float near = (float) value;
        return near < value ? (float) (value * (value < 0 ? TOWARDS_ZERO : AWAY_FROM_ZERO)) : near;
    }

    long fid(int box) {
        return fids[box];
    }

    float minX(int box) {
        return sides[box * 4];
    }

    float maxX(int box) {
        return sides[box * 4 + 1];
    }

    float minY(int box) {
        return sides[box * 4 + 2];
    }

    float maxY(int box) {
        return sides[box * 4 + 3];
    }

    /** The boxes in the order in which a Hilbert curve passes their centres: those next to each other lie together. */
    int[] alongCurve() {
        float west = Float.POSITIVE_INFINITY;
        float east = Float.NEGATIVE_INFINITY;
        float south = Float.POSITIVE_INFINITY;
        float north = Float.NEGATIVE_INFINITY;
        for (int box = 0; box < size; box++) {
            west = Math.min(west, minX(box));
            east = Math.max(east, maxX(box));
            south = Math.min(south, minY(box));
            north = Math.max(north, maxY(box));
        }
        var keys = new long[size];
        for (int box = 0; box < size; box++) {
            long along = hilbert(
                    cell((minX(box) + maxX(box)) / 2, west, east), cell((minY(box) + maxY(box)) / 2, south, north));
            keys[box] = along << 31 | box;
        }
        Arrays.sort(keys);
        var order = new int[size];
        for (int place = 0; place < size; place++) {
            order[place] = (int) (keys[place] & Integer.MAX_VALUE);
        }
        return order;
    }

    private static int cell(float centre, float from, float to) {
        int last = (1 << CURVE_BITS) - 1;
        return to > from ? Math.min(last, Math.max(0, (int) ((centre - from) / (to - from) * last))) : 0;
    }

    private static long hilbert(int column, int row) {
        long along = 0;
        int x = column;
        int y = row;
        for (int half = 1 << (CURVE_BITS - 1); half > 0; half >>= 1) {
            int right = (x & half) > 0 ? 1 : 0;
            int upper = (y & half) > 0 ? 1 : 0;
            along += (long) half * half * ((3 * right) ^ upper);
            if (upper == 0) {
                if (right == 1) {
                    x = (1 << CURVE_BITS) - 1 - x;
                    y = (1 << CURVE_BITS) - 1 - y;
                }
                int turned = x;
                x = y;
                y = turned;
            }
        }
        return along;
    }
}
