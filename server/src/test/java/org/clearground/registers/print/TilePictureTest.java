// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tileverse.vectortile.model.VectorTile.Layer.Feature;
import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Tiles as programmes read them: nothing is lost, and nothing is where it is not. */
class TilePictureTest {

    /** The tile of zoom 12 that holds 47.1 east, 39.9 north. */
    private static final Tile HERE = new Tile(12, 2583, 1552);

    private static List<Feature> drawn(Tile tile, String... wkt) {
        var picture = new TilePicture(tile);
        for (int i = 0; i < wkt.length; i++) {
            picture.draw("row " + i, read(wkt[i]), i, null);
        }
        return features(picture.written());
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Feature> features(byte[] tile) {
        try {
            return new VectorTileCodec()
                    .decode(tile)
                    .getFeatures(TilePicture.LAYER)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void aPlaceStandsInItsTileToAUnit() {
        assertThat(HERE.degrees(0).contains(47.1, 39.9)).isTrue();

        var features = drawn(HERE, "POINT (47.1 39.9)");

        assertThat(features).singleElement().satisfies(feature -> {
            assertThat(feature.getAttributes()).containsEntry("key", "row 0").containsEntry("look", 0L);
            var at = feature.getGeometry().getCoordinate();
            assertThat(at.x).isEqualTo(Math.floor(HERE.across(47.1)));
            assertThat(at.y).isEqualTo(Math.floor(HERE.down(39.9)));
        });
        assertThat(drawn(new Tile(12, 2584, 1552), "POINT (47.1 39.9)")).isEmpty();
    }

    @Test
    void groundIsCutAtTheEdgeAndKeepsItsHoles() {
        var box = HERE.degrees(0);
        double west = box.getMinX() - 1;
        double middle = box.centre().x;
        var features = drawn(
                HERE,
                String.format(
                        Locale.ROOT,
                        "POLYGON ((%1$f 39, %2$f 39, %2$f 41, %1$f 41, %1$f 39), (%3$f %4$f, %5$f %4$f, %5$f %6$f, %3$f"
                                + " %6$f, %3$f %4$f))",
                        west,
                        middle,
                        box.getMinX() + box.getWidth() / 8,
                        box.getMinY() + box.getHeight() / 4,
                        box.getMinX() + box.getWidth() / 4,
                        box.getMinY() + box.getHeight() / 2));

        var ground = features.get(0).getGeometry();
        assertThat(features).hasSize(1);
        assertThat(ground.getEnvelopeInternal().getMinX()).isEqualTo(-TilePicture.MARGIN);
        assertThat(ground.getEnvelopeInternal().getMaxX()).isBetween(2047.0, 2049.0);
        double whole = (2048 + TilePicture.MARGIN) * (4096.0 + 2 * TilePicture.MARGIN);
        assertThat(ground.getArea()).isBetween(whole - 520 * 1030, whole - 500 * 1015);
    }

    @ParameterizedTest
    @CsvSource({
        // smaller than a pixel, a pixel wide and long, aslant, and so narrow that its sides meet
        "'POLYGON ((47.1 39.9, 47.10001 39.9, 47.10001 39.90001, 47.1 39.9))'",
        "'POLYGON ((47.09 39.9, 47.11 39.9, 47.11 39.900002, 47.09 39.900002, 47.09 39.9))'",
        "'POLYGON ((47.09 39.89, 47.11 39.91, 47.110001 39.91, 47.09 39.89))'",
        "'POLYGON ((47.09 39.9, 47.11 39.9, 47.10 39.9000001, 47.09 39.9))'",
        "'MULTIPOLYGON (((47.1 39.9, 47.10001 39.9, 47.10001 39.90001, 47.1 39.9)),"
                + " ((47.11 39.91, 47.11001 39.91, 47.11001 39.91001, 47.11 39.91)))'"
    })
    void noGroundIsTooSmallToBeSeen(String wkt) {
        for (int zoom = 0; zoom <= 14; zoom++) {
            int across = 1 << zoom;
            boolean seen = false;
            for (int column = (int) (Tile.east(47.09) * across);
                    column <= (int) (Tile.east(47.12) * across);
                    column++) {
                for (int row = (int) (Tile.south(39.92) * across); row <= (int) (Tile.south(39.88) * across); row++) {
                    seen |= !drawn(new Tile(zoom, column, row), wkt).isEmpty();
                }
            }

            assertThat(seen).as("zoom %s", zoom).isTrue();
        }
    }

    @Test
    void partsFarApartAreEachSeen() {
        var features = drawn(
                new Tile(10, 645, 388),
                "MULTIPOLYGON (((47.0 39.9, 47.0001 39.9, 47.0001 39.9001, 47.0 39.9)),"
                        + " ((47.00001 39.9, 47.0001 39.9, 47.0001 39.9001, 47.00001 39.9)),"
                        + " ((47.1 39.9, 47.1001 39.9, 47.1001 39.9001, 47.1 39.9)))");

        assertThat(features).hasSize(2).allSatisfy(feature -> {
            assertThat(feature.getGeometry() instanceof Point).isTrue();
            assertThat(feature.getAttributes()).containsEntry("small", true).containsEntry("key", "row 0");
        });
    }

    @Test
    void groundAroundATileIsNotInIt() {
        var box = HERE.degrees(0);
        // a horseshoe around the tile: its box touches, its ground does not
        assertThat(drawn(
                        HERE,
                        String.format(
                                Locale.ROOT,
                                "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %5$f %4$f, %5$f %6$f, %7$f %6$f, %7$f %4$f,"
                                        + " %1$f %4$f, %1$f %2$f))",
                                box.getMinX() - 3,
                                box.getMinY() - 3,
                                box.getMaxX() + 3,
                                box.getMaxY() + 3,
                                box.getMaxX() + 1,
                                box.getMinY() - 1,
                                box.getMinX() - 1)))
                .isEmpty();
    }

    @Test
    void manyAreOneNumber() {
        var picture = new TilePicture(HERE);
        picture.draw(new Crowd.Square(100, 200, 4711, 3));
        picture.draw(new Crowd.Square(300, 400, 1, 3));

        assertThat(features(picture.written()))
                .extracting(Feature::getAttributes)
                .containsExactly(java.util.Map.of("n", 4711L), java.util.Map.of("n", 1L, "look", 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1/0/0", "21/0/0", "3/8/0", "3/0/8", "3/-1/0", "0/0/1"})
    void thereAreNoOtherTiles(String address) {
        var parts = address.split("/");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Tile(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }
}
