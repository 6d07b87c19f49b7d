// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.clearground.acceptance.Clearground.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store's file is opened by the programmes that a GIS office has, as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeoPackageTest {

    private static final int REPORTS = 40;

    private final DistrictOffice office;
    private final Path desk;

    GeoPackageTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    /** One find in each report, and a square of ground around it, west to east. */
    @BeforeAll
    void importGround() {
        var reports = IntStream.range(0, REPORTS)
                .mapToObj(i -> {
                    double west = 46.90 + 0.001 * i;
                    return report("A-" + i)
                            .with("point", String.format(Locale.ROOT, "39.9805 %.4f", west + 0.0003))
                            .clearing(
                                    "0.57",
                                    String.format(
                                            Locale.ROOT,
                                            "POLYGON ((%1$.4f 39.98, %2$.4f 39.98, %2$.4f 39.981, %1$.4f 39.981, %1$.4f 39.98))",
                                            west,
                                            west + 0.0006));
                })
                .toList();
        office.approve(csv(desk.resolve("ground.csv"), reports)).with(DONE).saying(REPORTS + " approved");
    }

    private Ended ogrinfo(Map<String, String> environment, String... arguments) {
        Programmes.require("GDAL", "ogrinfo", "--version");
        var command = new java.util.ArrayList<>(List.of("ogrinfo", "-ro"));
        command.addAll(List.of(arguments));
        return Programmes.runWith(environment, command.toArray(String[]::new)).with(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finds",
                "activities",
                "districts",
                "settlements",
                "land_acts",
                "land_pieces",
                "worked_ground",
                "land_leads",
                "qc_visits",
                "report_places"
            })
    void gdalListsEveryFeatureOfALayerWithoutAWarning(String layer) {
        var told = ogrinfo(Map.of(), "-al", "-so", office.file().toString(), layer);

        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("Feature Count: " + office.number("select count(*) from " + layer));
        var features = ogrinfo(Map.of(), "-q", "-al", office.file().toString(), layer);
        assertThat(features.err()).isEmpty();
        assertThat(features.out().lines().filter(line -> line.startsWith("OGRFeature(")))
                .hasSize((int) office.number("select count(*) from " + layer));
    }

    @Test
    void gdalFindsTheLayersAndTheTablesMeantForPeople() {
        var told = ogrinfo(Map.of(), "-q", office.file().toString());

        assertThat(told.err()).isEmpty();
        assertThat(told.out().lines().map(line -> line.replaceAll("^\\d+: (\\w+).*", "$1")))
                .containsExactlyInAnyOrder(
                        "finds",
                        "activities",
                        "districts",
                        "settlements",
                        "land_acts",
                        "land_pieces",
                        "worked_ground",
                        "land_leads",
                        "qc_visits",
                        "report_places",
                        "report",
                        "finding",
                        "land_posting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finds", "activities"})
    void aWindowOnTheMapIsAnsweredFromTheIndex(String layer) {
        var told = ogrinfo(
                Map.of("CPL_DEBUG", "ON"),
                "-al",
                "-so",
                "-spat",
                "46.9099",
                "39.97",
                "46.9149",
                "39.99",
                office.file().toString(),
                layer);

        assertThat(told.out()).contains("Feature Count: 5");
        assertThat(told.err()).contains("rtree_" + layer + "_geom");
    }

    @Test
    void theIndexHoldsEveryShapeAndNothingElse() {
        for (var layer : List.of("finds", "activities", "districts", "settlements")) {
            assertThat(office.number("select count(*) from rtree_" + layer + "_geom"))
                    .as(layer)
                    .isEqualTo(office.number("select count(*) from " + layer + " where geom is not null"));
        }
    }

    @Test
    void anotherProgrammeCanEditAShapeAndTheIndexFollows() throws Exception {
        Programmes.require("GDAL", "ogr2ogr", "--version");
        Files.createDirectories(desk.resolve("copy"));
        var copy = Files.copy(office.file(), desk.resolve("copy/clearground.gpkg"));

        var told = Programmes.run(
                        "ogrinfo",
                        copy.toString(),
                        "-sql",
                        "update finds set geom = (select geom from settlements limit 1) where fid = 1")
                .with(0);

        assertThat(told.err()).isEmpty();
    }

    @Test
    void theFileIsAGeoPackageByItsValidator() {
        Programmes.require(
                "GDAL's GeoPackage validator",
                "/usr/bin/python3",
                "-c",
                "from osgeo_utils.samples import validate_gpkg");
        var told = Programmes.run(
                "/usr/bin/python3",
                "-c",
                "import sys; from osgeo_utils.samples import validate_gpkg as v; sys.exit(v.main(['validate_gpkg',"
                        + " sys.argv[1]]))",
                office.file().toString());

        assertThat(told.out() + told.err()).doesNotContain("ERROR", "Error", "Req ");
        told.with(0);
    }

    @Test
    void qgisOpensTheFourLayersAndCountsTheirFeatures() {
        Programmes.require("QGIS", "/usr/bin/python3", "-c", "import qgis.core");
        var told = Programmes.runWith(
                        Map.of("QT_QPA_PLATFORM", "offscreen"),
                        "/usr/bin/python3",
                        "-c",
                        """
                        import os, sys
                        from qgis.core import QgsApplication, QgsVectorLayer, QgsFeatureSource
                        app = QgsApplication([], False)
                        app.initQgis()
                        for name in ('finds', 'activities', 'districts', 'settlements'):
                            layer = QgsVectorLayer(sys.argv[1] + '|layername=' + name, name, 'ogr')
                            read = sum(1 for f in layer.getFeatures())
                            index = layer.hasSpatialIndex() == QgsFeatureSource.SpatialIndexPresent
                            print(name, layer.isValid(), layer.featureCount(), read, index, layer.crs().authid())
                        sys.stdout.flush()
                        os._exit(0)
                        """,
                        office.file().toString())
                .with(0);

        for (var layer : List.of("finds", "activities", "districts", "settlements")) {
            long features = office.number("select count(*) from " + layer);
            assertThat(told.out().lines()).contains(layer + " True " + features + " " + features + " True EPSG:4326");
        }
    }
}
