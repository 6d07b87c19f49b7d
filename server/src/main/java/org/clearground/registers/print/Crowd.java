// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many places, counted by squares of the map. They are kept as one sorted list of numbers along a Z-shaped curve, on which
 * every tile and every square of one is a run: so a square is counted by looking up two ends, however many are in it.
 */
public final class Crowd {

    /** Half a metre at the equator. */
    private static final int LEVEL = 26;

    private static final int LOOK_BITS = 8;

    /** A tile is counted in 8 by 8 squares, 64 pixels wide: room for the number. */
    private static final int FINER = 3;

    private final long[] places;

    private Crowd(long[] places) {
        this.places = places;
    }

    /**
     * A square of a tile in which somebody is.
     *
     * @param across units of the tile, of one of those in the square
     * @param down the same
     * @param look of the one, where there is only one
     */
    public record Square(int across, int down, int count, int look) {}

    /** Collects places. */
    public static final class Gathering {

        private long[] places = new long[1024];
        private int size;

        /** A place in degrees, with how it looks, 0 to 255. */
        public void add(double longitude, double latitude, int look) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = spread(whole(Tile.east(longitude))) << LOOK_BITS
                    | spread(whole(Tile.south(latitude))) << (LOOK_BITS + 1)
                    | look;
        }

        public Crowd gathered() {
            var sorted = Arrays.copyOf(places, size);
            Arrays.sort(sorted);
            return new Crowd(sorted);
        }

        private static long whole(double part) {
            return Math.max(0, Math.min((1L << LEVEL) - 1, (long) (part * (1L << LEVEL))));
        }
    }

    /** How many there are. */
    public int size() {
        return places.length;
    }

    /** How many are in a tile. */
    public int count(Tile tile) {
        return end(tile) - begin(tile);
    }

    /** The squares of a tile in which somebody is. */
    public List<Square> squares(Tile tile) {
        var squares = new ArrayList<Square>();
        int bits = 2 * (LEVEL - Math.min(LEVEL, tile.zoom() + FINER)) + LOOK_BITS;
        int last = end(tile);
        for (int next = begin(tile); next < last; ) {
            int first = next;
            next = from(first, last, ((places[first] >>> bits) + 1) << bits);
            var one = places[first + (next - first) / 2];
            long scale = 1L << (LEVEL - tile.zoom());
            squares.add(new Square(
                    (int) ((gathered(one >>> LOOK_BITS) - tile.column() * scale) * Tile.UNITS / scale),
                    (int) ((gathered(one >>> (LOOK_BITS + 1)) - tile.row() * scale) * Tile.UNITS / scale),
                    next - first,
                    (int) (one & 0xff)));
        }
        return squares;
    }

    private int begin(Tile tile) {
        return from(0, places.length, curve(tile, 0));
    }

    private int end(Tile tile) {
        return from(0, places.length, curve(tile, 1));
    }

    private static long curve(Tile tile, int further) {
        return ((spread(tile.column()) | spread(tile.row()) << 1) + further) << (2 * (LEVEL - tile.zoom()) + LOOK_BITS);
    }

    /** Where the first is that does not lie before a place of the curve. */
    private int from(int first, int last, long place) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Every bit at twice its place. */
    private static long spread(long whole) {
        long bits = whole;
        bits = (bits | bits << 16) & 0x0000ffff0000ffffL;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }

    /** What {@link #spread} spread. */
    private static long gathered(long spread) {
        long bits = spread & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits >>> 4) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits >>> 8) & 0x0000ffff0000ffffL;
        return (bits | bits >>> 16) & 0x00000000ffffffffL;
    }
}
