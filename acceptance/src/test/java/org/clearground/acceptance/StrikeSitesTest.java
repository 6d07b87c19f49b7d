// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Battle areas of 2014 as somebody drew them on imagery, sent as KML: each polygon a suspected area, the craters inside
 * it the indirect evidence. See docs/developers/real-data.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrikeSitesTest {

    private static final String SITES =
            """
            form: hazard
            columns: {name: remarks}
            constants:
              organisation: SURVEY
              survey_type: desk_assessment
              surveyed_on: 2016-08-31
              outcome: suspected
              hazard_kind: battle_area
              origin: aerial
              eo_category: UXO_PROJECTILE
              evidence_kind: crater
              directness: indirect
            """;

    private static final String DISTRICT =
            "{\"type\":\"Polygon\",\"coordinates\":[[[37,47],[41,47],[41,49.5],[37,49.5],[37,47]]]}";

    private static final Pattern COORDINATES = Pattern.compile("<coordinates>([^<]*)</coordinates>");

    private DistrictOffice office = DistrictOffice.opened(Path.of("."));
    private Path data = Path.of(".");
    private List<Geometry> sites = List.of();

    @BeforeAll
    void theSitesAreTakenIn(@TempDir Path desk) throws IOException {
        data = SharedData.folder("ukr_strike_sites_2014");
        var file = data.resolve("strike_site_polygons.kml");
        sites = outlines(Files.readString(file));
        var pack = TestPack.of(
                desk.resolve("pack"),
                "one-district",
                "UKR",
                "Europe/Kyiv",
                "SURVEY",
                Map.of("UA-EAST", new TestPack.District("East", OtherReckoning.json(DISTRICT))));
        office = DistrictOffice.opened(desk.resolve("store"));
        office.call("init", "--pack", pack).with(DONE);
        var mapping = WrittenReport.file(desk.resolve("sites.yaml"), SITES);

        Clearground.run(
                        "import",
                        file,
                        "--data",
                        office.directory(),
                        "--as",
                        "hazard",
                        "--mapping",
                        mapping,
                        "--approve")
                .finding("SELF_CROSSING")
                .saying("116 reports, 114 approved, 2 blocked");
    }

    /** Each placemark has one ring; read with nothing of ours, and not with a parser of XML either. */
    private static List<Geometry> outlines(String kml) {
        var outlines = new ArrayList<Geometry>();
        for (var rings = COORDINATES.matcher(kml); rings.find(); ) {
            var json = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
            for (var tuple : rings.group(1).strip().split("\\s+")) {
                json.append(json.charAt(json.length() - 1) == ']' ? ",[" : "[")
                        .append(tuple)
                        .append(']');
            }
            outlines.add(OtherReckoning.outline(OtherReckoning.json(json + "]]}")));
        }
        return outlines;
    }

    @Test
    @Order(1)
    void everyPlacemarkIsAReportAndTheFaultyOneIsNamed() {
        assertThat(sites).hasSize(116);
        var faulty = new TreeSet<Integer>();
        for (int i = 1; i <= sites.size(); i++) {
            if (!OtherReckoning.valid(sites.get(i - 1))) {
                faulty.add(i);
            }
        }

        assertThat(faulty).hasSize(1);
        assertThat(blocked("SELF_CROSSING")).isEqualTo(faulty);
        // Drawn inside polygons that stand before it.
        assertThat(blocked("NO_GROUND_CHANGES")).containsExactly(35);
        assertThat(office.number("select count(*) from report where status = 'APPROVED'"))
                .isEqualTo(114);
    }

    private Set<Integer> blocked(String code) {
        return office.texts("select at_row from finding where severity = 'BLOCKING' and code = '" + code + "'").stream()
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Geometry> approved() {
        return office.texts("select ordinal from report where status = 'APPROVED' order by ordinal").stream()
                .map(feature -> sites.get(Integer.parseInt(feature) - 1))
                .toList();
    }

    @Test
    @Order(2)
    void groundDrawnTwiceCountsOnce() {
        var total = OtherReckoning.json(Clearground.run(
                                "land",
                                "balance",
                                "--data",
                                office.directory(),
                                "--from",
                                "2016-01-01",
                                "--to",
                                "2016-12-31",
                                "--format",
                                "json")
                        .with(DONE)
                        .out())
                .at("/total/suspected");
        double union = OtherReckoning.squareMetres(OtherReckoning.union(approved()));
        double sum = OtherReckoning.squareMetres(approved());

        assertThat(total.get("foundM2").asDouble()).isCloseTo(union, within(1e-6 * union));
        assertThat(office.number("select sum(mapped_area_m2) from land_acts")).isCloseTo((long) sum, within(60L));
        var overlaps = Clearground.run("land", "cases", "--data", office.directory(), "--own", "--format", "json")
                .with(NEEDS_A_PERSON)
                .out();
        double counted = 0;
        for (var one : OtherReckoning.json(overlaps).get("cases")) {
            counted += one.get("squareMetres").asDouble();
        }
        // An edge of kilometres that is cut is two geodesics, no longer one.
        assertThat(counted).isCloseTo(sum - union, within(1e-4 * (sum - union)));
        assertThat(sum / 1e6).isBetween(85.0, 85.62);
        assertThat(union / 1e6).isBetween(83.0, 83.86);
    }

    /**
     * Craters are no finds: nobody found an item there. They only check that the ground kept is the ground drawn: as many
     * lie on suspected pieces as lie in the polygons, and none elsewhere.
     */
    @Test
    @Order(3)
    void asManyCratersLieOnTheGroundKeptAsOnTheGroundDrawn(@TempDir Path desk) throws IOException {
        var craters = new ArrayList<Coordinate>();
        for (var line :
                Files.readAllLines(SharedData.unzip(data.resolve("craters.csv.gz"), desk.resolve("craters.csv")))) {
            var cells = line.replace("\"", "").split(",");
            if (!cells[0].equals("X")) {
                craters.add(new Coordinate(Double.parseDouble(cells[0]), Double.parseDouble(cells[1])));
            }
        }
        var pieces = desk.resolve("pieces.geojson");
        Programmes.require("GDAL", "ogr2ogr", "--version");
        Programmes.run(
                        "ogr2ogr",
                        "-f",
                        "GeoJSON",
                        "-lco",
                        "COORDINATE_PRECISION=8",
                        "-where",
                        "known_to_ms is null and state = 'SUSPECTED'",
                        pieces.toString(),
                        office.file().toString(),
                        "land_pieces")
                .with(0);

        assertThat(craters).hasSize(6_150);
        assertThat(inside(craters, sites)).isEqualTo(5_514);
        assertThat(inside(craters, OtherReckoning.outlines(pieces))).isEqualTo(inside(craters, approved()));
    }

    private static long inside(List<Coordinate> craters, List<Geometry> ground) {
        var locators = ground.stream().map(IndexedPointInAreaLocator::new).toList();
        return craters.stream()
                .filter(crater -> locators.stream().anyMatch(locator -> locator.locate(crater) != Location.EXTERIOR))
                .count();
    }

    @Test
    @Order(4)
    void aPlaceSaysWhoDrewItAndWhy() {
        var inside = sites.get(0).getInteriorPoint().getCoordinate();

        Clearground.run("land", "history", inside.y + " " + inside.x, "--data", office.directory())
                .with(DONE)
                .saying("Suspected hazardous area", "Indirect: Crater", "says nothing about whether ground is safe");
    }
}
