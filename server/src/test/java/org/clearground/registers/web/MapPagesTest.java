// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tileverse.vectortile.model.VectorTile.Layer.Feature;
import io.tileverse.vectortile.mvt.VectorTileCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearground.land.web.LandStory;
import org.clearground.web.BackgroundTiles;
import org.clearground.web.ExampleSite;
import org.clearground.web.Serving;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps and tiles show the rows of the list, no more and no fewer. */
class MapPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "\"><svg/onload=alert(1)>";
    private static final String WORLD = "0/0/0";

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        new LandStory(site, directory).survey().clearance().handover();
        site.send("finds.csv", finds(1, 40), true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Reports of one find each; every seventh has no place, every second is of another body. */
    private static String finds(int first, int last) {
        var text = new StringBuilder("report_no,organisation,team,activity_type,period_from,period_to,district,"
                + "declared_area_ha,category,model,quantity,found_on,latitude,longitude,sample\n");
        var categories = List.of("AV_MINE", "AP_BLAST", "UXO_MORTAR", "IED", "FUZE");
        for (int i = first; i <= last; i++) {
            boolean placed = i % 7 != 0;
            text.append("F-")
                    .append(i)
                    .append(i % 2 == 0 ? ",MES," : ",MOD,")
                    .append("T-")
                    .append(i)
                    .append(",manual_clearance,2024-04-30,2024-04-30,AZ-AGM,1,")
                    .append(categories.get(i % categories.size()))
                    .append(",m")
                    .append(i % 3)
                    .append(",1,2024-04-30,")
                    .append(placed ? "39." + (9000 + i) : "")
                    .append(',')
                    .append(placed ? "46." + (9000 + 3 * i) : "")
                    .append(",true\n");
        }
        return text.toString();
    }

    private static JsonNode json(String address) {
        return JSON.readTree(site.page(address));
    }

    private static List<Feature> tile(String address) {
        var response = site.get(address, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        try {
            return new VectorTileCodec()
                    .decode(response.body())
                    .getFeatures("rows")
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SortedSet<String> keys(List<Feature> features) {
        return features.stream()
                .map(feature ->
                        Objects.requireNonNull(feature.getAttribute("key")).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String tiles(String register, String tile, String filter) {
        return "/tiles/" + register + "/" + tile + ".mvt" + (filter.isEmpty() ? "" : "?" + filter);
    }

    @ParameterizedTest
    @CsvSource({
        "finds, ''",
        "finds, organisation=MES",
        "finds, category=IED&q=m1",
        "finds, from=2024-05-01",
        "finds, 'bbox=46.9,39.9,46.905,39.903'",
        "finds, valid_on=2024-04-29",
        "finds, known_at=2024-01-01T00:00:00Z",
        "reports, ''",
        "reports, status=PENDING",
        "reports, organisation=MES&form=progress",
        "reports, 'q=F-1&bbox=46.9,39.9,46.905,39.903'",
        "worked-ground, ''",
        "worked-ground, district=AZ-AGM",
        "hazards, ''",
        "hazards, organisation=MOD",
        "hazards, valid_on=2024-01-15",
        "released-pieces, ''",
        "released-pieces, state=CANCELLED",
        "districts, ''",
        "districts, q=Aghdam",
        "settlements, district=AZ-AGM"
    })
    void aTileAFileAndAListOfTheSameFilterHoldTheSameRows(String register, String filter) {
        var features = json("/api/registers/" + register + ".geojson?" + filter).get("features");
        var placed = new TreeSet<String>();
        var all = new ArrayList<String>();
        for (var feature : features) {
            all.add(feature.get("id").asString());
            if (!feature.get("geometry").isNull()) {
                placed.add(feature.get("id").asString());
            }
        }
        var listed = new ArrayList<String>();
        json("/api/registers/" + register + "?most=1000&" + filter)
                .get("rows")
                .forEach(row -> listed.add(row.get("key").asString()));

        assertThat(listed).isEqualTo(all);
        assertThat(keys(tile(tiles(register, WORLD, filter)))).isEqualTo(placed);
        assertThat(site.page("/registers/" + register + "/map?" + filter)).contains("data-map=");
    }

    @Test
    void theWorldIsTheSumOfItsParts() {
        var here = "bbox=46.9,39.89,47.03,39.91";
        var rows = keys(tile(tiles("finds", WORLD, here)));
        assertThat(rows).hasSizeGreaterThan(30);
        for (int zoom = 10; zoom <= 16; zoom += 3) {
            int across = 1 << zoom;
            var found = new ArrayList<String>();
            for (int column = (int) ((46.9 + 180) / 360 * across);
                    column <= (int) ((47.03 + 180) / 360 * across);
                    column++) {
                for (int row = row(39.91, across); row <= row(39.89, across); row++) {
                    tile(tiles("finds", zoom + "/" + column + "/" + row, here))
                            .forEach(feature -> found.add(String.valueOf(feature.getAttribute("key"))));
                }
            }

            assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private static int row(double latitude, int across) {
        double sine = Math.sin(Math.toRadians(latitude));
        return (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
    }

    @Test
    void looksFollowFromTheDescription() {
        var page = site.page("/registers/finds/map");
        var looks = settings(page).get("layers").get(0).get("looks");
        for (var feature : tile(tiles("finds", WORLD, ""))) {
            var row =
                    json("/api/registers/finds/" + feature.getAttribute("key")).get("row");
            var words = looks.get(((Long) Objects.requireNonNull(feature.getAttribute("look"))).intValue())
                    .get("words")
                    .asString();
            var expected =
                    switch (row.get("category").asString()) {
                        case "AV_MINE" -> "Anti-tank mines";
                        case "AP_BLAST" -> "Anti-personnel mines";
                        case "UXO_MORTAR" -> "Unexploded ordnance";
                        case "IED" -> "Other explosive ordnance";
                        default -> "Other items";
                    };

            assertThat(words).startsWith(expected);
            assertThat(page).contains(expected);
        }
        assertThat(looks.valueStream()
                        .map(look -> look.get("drawing").asString())
                        .distinct())
                .as("told apart without colour")
                .hasSize(looks.size());
    }

    @Test
    void whatWentOutOfTheBooksIsNotDrawnAsHazardous() {
        var looks = settings(site.page("/registers/hazards/map"))
                .get("layers")
                .get(0)
                .get("looks");
        var words =
                looks.valueStream().map(look -> look.get("words").asString()).toList();
        assertThat(words.get(3)).startsWith("Outline on record");

        var now = tile(tiles("hazards", WORLD, ""));
        var then = tile(tiles("hazards", WORLD, "valid_on=2024-01-15"));

        assertThat(now.stream().map(feature -> feature.getAttribute("look"))).contains(3L);
        for (var row : json("/api/registers/hazards").get("rows")) {
            boolean hazardous = now.stream()
                    .anyMatch(feature -> row.get("key").asString().equals(feature.getAttribute("key"))
                            && !Long.valueOf(3).equals(feature.getAttribute("look")));
            assertThat(hazardous)
                    .as(row.get("key").asString())
                    .isEqualTo(row.get("remaining_m2").asLong() > 0);
        }
        assertThat(then).isNotEmpty().allSatisfy(feature -> assertThat(feature.getAttribute("look"))
                .isEqualTo(3L));
    }

    @Test
    void moreThanATileHoldsAreCountedAndNoneIsLeftOut() {
        var features = tile(tiles("settlements", WORLD, ""));
        long placed = json("/api/registers/settlements.geojson")
                .get("features")
                .valueStream()
                .filter(feature -> !feature.get("geometry").isNull())
                .count();

        assertThat(placed).isGreaterThan(TileController.MOST);
        assertThat(features.stream()
                        .mapToLong(feature -> (Long) Objects.requireNonNull(feature.getAttribute("n")))
                        .sum())
                .isEqualTo(placed);
        assertThat(site.page("/registers/settlements/map")).contains("So many records stand close together");
    }

    @Test
    void namesStandInTheLanguageOfThePage() {
        assertThat(labels("en")).contains("Aghdam");
        assertThat(labels("ru")).contains("Агдам");
    }

    private static List<String> labels(String language) {
        return tile(tiles("districts", "6/40/24", "lang=" + language)).stream()
                .map(feature -> String.valueOf(feature.getAttribute("label")))
                .toList();
    }

    @Test
    void aTileIsAskedForAgainAndAnsweredInALineUntilSomethingChanges() {
        var address = tiles("finds", WORLD, "organisation=MES");
        var first = site.get(address, BodyHandlers.ofByteArray());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(conditional(address, tag).statusCode()).isEqualTo(304);
        assertThat(site.get(address, BodyHandlers.ofByteArray()).body()).isEqualTo(first.body());

        site.send("more.csv", finds(101, 104), true);

        var after = conditional(address, tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(tag));
        assertThat(keys(tile(address)))
                .hasSize(json("/api/registers/finds?organisation=MES&most=1000&bbox=-180,-90,180,90")
                        .get("rows")
                        .size());
    }

    private static HttpResponse<byte[]> conditional(String address, String tag) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + address))
                                    .header("If-None-Match", tag)
                                    .build(),
                            BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode settings(String page) {
        var attribute = Pattern.compile("data-map=\"([^\"]*)\"").matcher(page);
        assertThat(attribute.find()).isTrue();
        return JSON.readTree(attribute
                .group(1)
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void theMapSpeaksEveryLanguageAndNamesNoOtherHost(String language) {
        var page = site.page("/registers/finds/map?lang=" + language);
        var settings = settings(page);

        assertThat(page).contains("lang=\"" + language + "\"", "<noscript>", "type=\"module\"", "id=\"map\"");
        assertThat(page).contains("/assets/ol-10.7.0.js?", "SAMPLE".isEmpty() ? "" : "class=\"notice\"");
        assertThat(settings.get("words").valueStream().map(JsonNode::asString)).noneMatch(String::isBlank);
        assertThat(settings.get("layers").valueStream().map(layer -> layer.get("name")
                        .asString()))
                .containsExactly(
                        "finds", "reports", "worked-ground", "hazards", "released-pieces", "districts", "settlements");
        assertThat(settings.get("tiles").isNull()).isTrue();
        assertThat(page.replaceAll("http://www.w3.org/\\S+", "")).doesNotContain("http://", "https://");
        for (var asset : ExampleSite.links(page.replace("src=", "href="), "/assets/")) {
            assertThat(site.get(asset).statusCode()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void theTabsKeepEverythingThatIsAsked() {
        var asked = "organisation=MES&category=AV_MINE&sort=found_on&view=9.5/39.9/47.1&also=hazards";
        var map = site.page("/registers/finds/map?" + asked);
        var list = site.page("/registers/finds?" + asked);

        var toList = tab(map, "/registers/finds?");
        var toMap = tab(list, "/registers/finds/map?");
        for (var link : List.of(toList, toMap)) {
            assertThat(link)
                    .contains("organisation=MES", "category=AV_MINE", "sort=found_on", "view=9.5%2F39.9%2F47.1")
                    .contains("also=hazards");
            assertThat(site.get(link).statusCode()).isEqualTo(200);
        }
        assertThat(ExampleSite.links(list, "/api/registers/finds.csv"))
                .allSatisfy(link -> assertThat(site.get(link).statusCode()).isEqualTo(200));
        assertThat(settings(map).get("view").valueStream().map(JsonNode::asDouble))
                .containsExactly(9.5, 39.9, 47.1);
        assertThat(settings(map).get("layers").get(0).get("tiles").asString())
                .isEqualTo("/tiles/finds/{z}/{x}/{y}.mvt?organisation=MES&category=AV_MINE&lang=en");
    }

    private static String tab(String page, String beginning) {
        return ExampleSite.links(page.substring(page.indexOf("class=\"choices")), beginning)
                .get(0);
    }

    @Test
    void theUsualMapShowsEveryRegisterOfWhatIsOnRecord() {
        var usual = site.get("/map?lang=ru");

        assertThat(usual.statusCode()).isEqualTo(302);
        assertThat(usual.headers().firstValue("Location"))
                .hasValue("/registers/finds/map?lang=ru&also="
                        + "worked-ground,hazards,released-pieces,districts,settlements");
        assertThat(settings(site.page(usual.headers().firstValue("Location").orElseThrow()))
                        .get("layers")
                        .valueStream()
                        .filter(layer -> !layer.get("on").asBoolean())
                        .map(layer -> layer.get("name").asString()))
                .as("reports are what somebody wrote; who wants them there turns them on")
                .containsExactly("reports");
    }

    /** Period, district and body mean the same in every register; what one does not know is said, not passed over. */
    @Test
    void whatEveryRegisterUnderstandsOfAFilterHoldsForAll() {
        var page = site.page("/registers/finds/map?lang=en&also=hazards,worked-ground,districts&from=2024-05-01"
                + "&to=2024-05-31&district=AZ-AGM&category=AV_MINE&q=x");

        var tiles = new java.util.TreeMap<String, String>();
        settings(page)
                .get("layers")
                .valueStream()
                .forEach(layer -> tiles.put(
                        layer.get("name").asString(), layer.get("tiles").asString()));
        assertThat(tiles.get("finds")).contains("from=2024-05-01", "category=AV_MINE", "q=x");
        assertThat(tiles.get("worked-ground"))
                .contains("from=2024-05-01", "to=2024-05-31", "district=AZ-AGM")
                .doesNotContain("category", "q=x");
        assertThat(tiles.get("hazards")).contains("district=AZ-AGM").doesNotContain("from=", "to=");
        assertThat(tiles.get("districts")).doesNotContain("from=", "district=");
        assertThat(page.split("Shown without regard to:", -1))
                .as("hazards know no period")
                .hasSize(2);
        tiles.values().forEach(address -> assertThat(
                        site.get(address.replace("{z}/{x}/{y}", "0/0/0")).statusCode())
                .as(address)
                .isEqualTo(200));
        assertThat(site.page("/registers/finds/map?lang=en&also=hazards&district=AZ-AGM"))
                .doesNotContain("Shown without regard to:");
    }

    @Test
    void whatCannotBeShownOfAnotherDayIsNotShown() {
        var page = site.page("/registers/finds/map?valid_on=2024-05-01&also=released-pieces,hazards");

        assertThat(page).contains("“Released pieces” is not on the map");
        assertThat(settings(page)
                        .get("layers")
                        .valueStream()
                        .filter(layer -> layer.get("on").asBoolean())
                        .map(layer -> layer.get("name").asString()))
                .containsExactly("finds", "hazards");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tiles/finds/21/0/0.mvt | no tile",
                "/tiles/finds/3/8/0.mvt | no tile",
                "/tiles/finds/-1/0/0.mvt | no tile",
                "/tiles/finds/a/0/0.mvt | no tile",
                "/tiles/finds/3/0/99999999999.mvt | no tile",
                "/tiles/finds/0/0/0.mvt?category=BANANA | no code",
                "/tiles/finds/0/0/0.mvt?sort=found_on | cannot be asked by",
                "/tiles/finds/0/0/0.mvt?view=1/2/3 | cannot be asked by",
                "/tiles/released-pieces/0/0/0.mvt?valid_on=2024-05-01 | leave out",
                "/tiles/findings/0/0/0.mvt | no places",
                "/registers/organisations/map | no places",
                "/registers/reports/map?valid_on=2024-05-01 | leave out",
                "/registers/finds/map?view=9 | no view",
                "/registers/finds/map?view=99/1/1 | no view",
                "/registers/finds/map?view=9/91/1 | no view",
                "/registers/finds/map?also=bananas | no other register",
                "/registers/finds/map?also=finds | no other register",
                "/registers/finds/map?banana=1 | cannot be asked by",
                "/api/grid-reference?lat=91&lon=47 | write degrees",
                "/api/grid-reference?lat=x&lon=47 | write degrees",
                "/api/grid-reference?lat=NaN&lon=47 | write degrees",
                "/api/grid-reference?lon=47 | write degrees"
            })
    void whatCannotBeReadIsRefusedInOneSentence(String address, String sentence) {
        var response = site.get(address);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(sentence);
    }

    @Test
    void hostileTextsStayTexts() {
        for (var address : List.of(
                "/registers/finds/map?q=" + escaped(HOSTILE),
                "/registers/finds/map?also=" + escaped(HOSTILE),
                "/registers/finds/map?view=" + escaped(HOSTILE))) {
            assertThat(site.get(address).body()).doesNotContain("<svg/onload").contains("onload");
        }
        assertThat(settings(site.page("/registers/finds/map?q=" + escaped(HOSTILE)))
                        .get("layers")
                        .get(0)
                        .get("list")
                        .asString())
                .isEqualTo("/registers/finds?q=" + escaped(HOSTILE) + "&lang=en");
    }

    private static String escaped(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aPlaceIsReadAsOnPrintedMaps() {
        var read = json("/api/grid-reference?lat=39.9&lon=47.1");

        assertThat(read.get("mgrs").asString()).startsWith("38S");
        assertThat(json("/api/grid-reference?lat=88&lon=0").get("mgrs").isNull())
                .isTrue();
    }

    @Test
    void theSeaAndLakesComeFromThePack() {
        var around = json("/api/map/around.geojson");

        assertThat(around.get("features")
                        .valueStream()
                        .map(feature -> feature.get("properties").get("kind").asString()))
                .contains("sea", "lake", "river");
        assertThat(site.page("/registers/finds/map")).contains("Natural Earth");
    }

    @Test
    void picturesOfAnotherHostAreAllowedOnlyFromTheOneThatWasChosen() {
        var background = BackgroundTiles.of("https://Tiles.example.org/{z}/{x}/{y}.png?a=b", "© <b>Example</b>");
        var application = site.application();
        try (var other = application.serve(new Serving("127.0.0.1", 0, Set.of(), null, false, background))) {
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + other.port() + "/registers/finds/map"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("img-src 'self' data: blob: https://tiles.example.org;")
                            .contains("connect-src 'self';"));
            assertThat(response.body()).contains("© &lt;b").doesNotContain("<b>Example");
            assertThat(settings(response.body()).get("tiles").asString())
                    .isEqualTo("https://Tiles.example.org/{z}/{x}/{y}.png?a=b");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        assertThat(site.get("/registers/finds/map").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("http"));
    }
}
