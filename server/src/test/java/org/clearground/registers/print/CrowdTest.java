// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

/** Places counted by squares: every place once, wherever the tiles' edges are. */
class CrowdTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    private static List<Coordinate> places(long seed) {
        var random = new Random(seed);
        var places = new ArrayList<Coordinate>();
        places.add(new Coordinate(-180, 89));
        places.add(new Coordinate(180, -89));
        places.add(new Coordinate(0, 0));
        for (int i = 0; i < 3_000; i++) {
            double spread = seed % 2 == 0 ? 3 : 0.01;
            places.add(new Coordinate(
                    47 + random.nextGaussian() * spread,
                    40 + Math.max(-40, Math.min(40, random.nextGaussian() * spread))));
        }
        return places;
    }

    private static Crowd crowd(List<Coordinate> places) {
        var crowd = new Crowd.Gathering();
        for (int i = 0; i < places.size(); i++) {
            crowd.add(places.get(i).x, places.get(i).y, i % 256);
        }
        return crowd.gathered();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTileHoldsWhatItsFourPartsHold(long seed) {
        var crowd = crowd(places(seed));
        var tile = new Tile(0, 0, 0);
        assertThat(crowd.count(tile)).isEqualTo(crowd.size());
        for (int zoom = 1; zoom <= 12; zoom++) {
            var before = tile;
            int deeper = zoom;
            var parts = IntStream.range(0, 4)
                    .mapToObj(part -> new Tile(deeper, before.column() * 2 + part % 2, before.row() * 2 + part / 2))
                    .toList();

            assertThat(parts.stream().mapToInt(crowd::count).sum()).isEqualTo(crowd.count(before));
            tile = parts.stream()
                    .max(java.util.Comparator.comparingInt(crowd::count))
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSquaresOfATileAddUpAndHoldPlacesOfIt(long seed) {
        var places = places(seed);
        var crowd = crowd(places);
        for (int zoom = 0; zoom <= 14; zoom += 2) {
            int across = 1 << zoom;
            var tile = new Tile(zoom, (int) ((47.0 + 180) / 360 * across), (int) (Tile.south(40) * across));
            int inside = 0;
            var near = new HashSet<String>();
            for (var place : places) {
                if (in(tile, place)) {
                    inside++;
                    for (int i = 0; i < 9; i++) {
                        near.add(((int) tile.across(place.x) + i % 3 - 1) + " "
                                + ((int) tile.down(place.y) + i / 3 - 1));
                    }
                }
            }

            var squares = crowd.squares(tile);

            assertThat(squares.stream().mapToInt(Crowd.Square::count).sum()).isEqualTo(crowd.count(tile));
            assertThat(crowd.count(tile)).isEqualTo(inside);
            assertThat(squares)
                    .hasSizeLessThanOrEqualTo(64)
                    .allMatch(square -> near.contains(square.across() + " " + square.down()));
        }
    }

    private static boolean in(Tile tile, Coordinate place) {
        double level = 1L << 26;
        double east = Math.min(level - 1, Math.floor(Tile.east(place.x) * level)) / level;
        double south = Math.min(level - 1, Math.floor(Tile.south(place.y) * level)) / level;
        int across = 1 << tile.zoom();
        return Math.floor(east * across) == tile.column() && Math.floor(south * across) == tile.row();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoStandsAloneLooksAsItDoes(long seed) {
        var random = new Random(seed);
        var crowd = new Crowd.Gathering();
        crowd.add(47 + random.nextDouble(), 40, 7);

        assertThat(crowd.gathered().squares(new Tile(0, 0, 0))).singleElement().satisfies(square -> assertThat(
                        List.of(square.count(), square.look()))
                .containsExactly(1, 7));
    }
}
