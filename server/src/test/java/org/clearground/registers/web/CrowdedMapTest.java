// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.vectortile.model.VectorTile.Layer.Feature;
import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clearground.registers.print.Tile;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** More finds in one place than a tile can be asked to go through. */
class CrowdedMapTest {

    private static final int ALL = 10_300;
    private static final List<Integer> RARE = List.of(7, 5_000, 10_299);

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        var text = new StringBuilder("report_no,organisation,team,activity_type,period_from,period_to,district,"
                + "declared_area_ha,category,model,quantity,found_on,latitude,longitude,sample\n");
        for (int i = 0; i < ALL; i++) {
            int report = i / 100;
            text.append(String.format(
                    Locale.ROOT,
                    "C-%d,MES,T-%d,manual_clearance,2024-04-30,2024-04-30,AZ-AGM,1,%s,,1,2024-04-30,%.5f,%.5f,false%n",
                    report,
                    report,
                    RARE.contains(i) ? "IED" : "AV_MINE",
                    39.95 + i % 100 * 0.0005,
                    46.95 + report * 0.0005));
        }
        site.send("crowd.csv", text.toString(), true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<Feature> tile(String tile, String filter) {
        var response = site.get("/tiles/finds/" + tile + ".mvt" + filter, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        try {
            return new VectorTileCodec()
                    .decode(response.body())
                    .getFeatures("rows")
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long counted(List<Feature> features) {
        return features.stream()
                .mapToLong(feature -> (Long) Objects.requireNonNull(feature.getAttribute("n")))
                .sum();
    }

    @Test
    void allAreCountedAndFromNearEachIsThere() {
        assertThat(counted(tile("0/0/0", ""))).isEqualTo(ALL);
        assertThat(counted(tile("0/0/0", "?from=2024-05-01"))).isZero();

        int zoom = 15;
        int column = (int) ((46.975 + 180) / 360 * (1 << zoom));
        var near = tile(zoom + "/" + column + "/" + row(39.975, zoom), "");
        var box = new Tile(zoom, column, row(39.975, zoom)).degrees(0);
        var listed = JsonMapper.builder()
                .build()
                .readTree(site.page(String.format(
                        Locale.ROOT,
                        "/api/registers/finds?most=1000&bbox=%f,%f,%f,%f",
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY())))
                .get("rows");

        assertThat(near).hasSizeGreaterThan(100).allSatisfy(feature -> assertThat(feature.getAttribute("key"))
                .isNotNull());
        assertThat(listed.valueStream().map(row -> row.get("key").asString()))
                .containsAll(near.stream()
                        .map(feature -> String.valueOf(feature.getAttribute("key")))
                        .toList());
        assertThat(near.size()).isBetween(listed.size() - 45, listed.size());
    }

    private static int row(double latitude, int zoom) {
        double sine = Math.sin(Math.toRadians(latitude));
        return (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1 << zoom));
    }

    @Test
    void fewOfManyAreNotLost() {
        var few = tile("0/0/0", "?category=IED");

        assertThat(counted(few)).isEqualTo(RARE.size());
        var apart = tile("13/" + (int) ((46.95 + 180) / 360 * (1 << 13)) + "/" + row(39.952, 13), "?category=IED");
        assertThat(apart).isNotEmpty().allSatisfy(feature -> assertThat(feature.getAttribute("look"))
                .isEqualTo(3L));
    }
}
