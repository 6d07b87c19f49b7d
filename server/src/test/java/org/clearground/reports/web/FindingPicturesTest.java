// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FindingPicturesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HEADING =
            "report_no,organisation,activity_type,period_from,period_to,district,worked_ground\n";

    private static final String WHO = ",ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,";

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void aReportsPageLeadsToItsPictureAndItsRepairedCopy() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", HEADING + "A-1" + WHO + "39.99 46.90; 39.99 46.91; 39.99 46.91; 40 46.91\n", false);
            var link = ExampleSite.links(site.page("/reports"), "/reports/").get(0);
            var page = site.page(link);
            var id = link.substring("/reports/".length()).replaceFirst("\\?.*", "");

            assertThat(page)
                    .contains("/api/reports/" + id + "/findings.geojson")
                    .contains("/reports/" + id + "/repaired.geojson");
            var picture = JSON.readTree(
                    site.get("/api/reports/" + id + "/findings.geojson").body());
            assertThat(picture.path("features").valueStream().map(feature -> feature.path("properties")
                            .path("role")
                            .asString()))
                    .containsExactly("OUTLINE", "VERTEX", "VERTEX");
            var repaired = JSON.readTree(
                    site.get("/reports/" + id + "/repaired.geojson").body());
            var feature = repaired.path("features").path(0);
            assertThat(feature.path("geometry")
                            .path("coordinates")
                            .path(0)
                            .path(0)
                            .size())
                    .isEqualTo(4);
            assertThat(feature.path("properties").path("report_no").asString()).isEqualTo("A-1");
        }
    }

    @Test
    void aReportWithoutAnythingToDrawOffersNothing() {
        try (var site = new ExampleSite(directory)) {
            site.send("a.csv", HEADING + "A-1" + WHO + "\n", false);
            var link = ExampleSite.links(site.page("/reports"), "/reports/").get(0);
            var id = link.substring("/reports/".length()).replaceFirst("\\?.*", "");

            assertThat(site.page(link)).doesNotContain("geojson");
            assertThat(site.get("/reports/" + id + "/repaired.geojson").statusCode())
                    .isEqualTo(404);
            assertThat(JSON.readTree(site.get("/api/reports/" + id + "/findings.geojson")
                                    .body())
                            .path("features")
                            .isEmpty())
                    .isTrue();
        }
    }
}
