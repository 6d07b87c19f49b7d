// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearground.acceptance.Clearground.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.JsonNode;

/**
 * Thirteen thousand outlines taken from public map sheets of Bosnia and Herzegovina, a third of them absent or faulty:
 * each must be accounted for, and the ground must be what another reckoning finds. What the maps say of Bosnia is not
 * the question. See docs/developers/real-data.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BosniaTest {

    private static final String SUSPECT_AREAS =
            """
            form: hazard
            columns: {fileId: remarks}
            constants:
              organisation: BHMAC
              survey_type: record
              surveyed_on: 2020-01-01
              outcome: suspected
              eo_category: AP_BLAST
              evidence_kind: record
              directness: indirect
            """;

    private static final String CLEARED_AREAS =
            """
            form: past-release
            columns: {fileId: source}
            constants:
              organisation: BHMAC
              released_on: 2020-06-01
              release: cleared
              depth_cm: 20
            """;

    private static final Object[] YEAR = {"--from", "2020-01-01", "--to", "2020-12-31"};

    /** Of the area of a union, by which two reckonings may differ. */
    private static final double MILLIONTH = 1e-6;

    /** One of the two files: as it is, and as it stands in the store. */
    private static final class Sheets {
        final Path file;
        final List<Geometry> outlines;
        String digest = "";

        Sheets(Path file, List<Geometry> outlines) {
            this.file = file;
            this.outlines = outlines;
        }

        static Sheets unzipped(Path zipped, Path to) {
            var file = SharedData.unzip(zipped, to);
            return new Sheets(file, OtherReckoning.outlines(file));
        }

        /** Numbers of the features, from 1, whose outlines are such. */
        Set<Integer> features(IntPredicate such) {
            return IntStream.rangeClosed(1, outlines.size())
                    .filter(such)
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Geometry outline(int feature) {
            return outlines.get(feature - 1);
        }

        Set<Integer> absent() {
            return features(feature -> OtherReckoning.absent(outline(feature)));
        }

        Set<Integer> empty() {
            return features(feature ->
                    !OtherReckoning.absent(outline(feature)) && outline(feature).isEmpty());
        }

        Set<Integer> invalid() {
            return features(feature -> !outline(feature).isEmpty() && !OtherReckoning.valid(outline(feature)));
        }
    }

    private Sheets suspect = new Sheets(Path.of("."), List.of());
    private Sheets cleared = new Sheets(Path.of("."), List.of());
    private Map<String, TestPack.District> municipalities = Map.of();
    private DistrictOffice office = DistrictOffice.opened(Path.of("."));

    @BeforeAll
    void theMapsAreTakenIn(@TempDir Path desk) {
        var data = SharedData.folder("bih_mines_62sheets");
        suspect = Sheets.unzipped(data.resolve("suspect_areas.geojson.gz"), desk.resolve("suspect_areas.geojson"));
        cleared = Sheets.unzipped(data.resolve("cleared_areas.geojson.gz"), desk.resolve("cleared_areas.geojson"));
        municipalities = municipalities(data);
        var pack = TestPack.of(desk.resolve("pack"), "bih-test", "BIH", "Europe/Sarajevo", "BHMAC", municipalities);
        office = DistrictOffice.opened(desk.resolve("store"));
        office.call("init", "--pack", pack).with(DONE);
        takeIn(suspect, "hazard", WrittenReport.file(desk.resolve("suspect.yaml"), SUSPECT_AREAS));
        takeIn(cleared, "past-release", WrittenReport.file(desk.resolve("cleared.yaml"), CLEARED_AREAS));
    }

    private void takeIn(Sheets sheets, String form, Path mapping) {
        var told = Clearground.run(
                        "import",
                        sheets.file,
                        "--data",
                        office.directory(),
                        "--as",
                        form,
                        "--mapping",
                        mapping,
                        "--approve",
                        "--format",
                        "json")
                .with(NEEDS_A_PERSON);
        sheets.digest =
                OtherReckoning.json(told.out()).at("/files/0/submission").asString();
    }

    /** Four of the borders cross themselves by millimetres, since they were rounded as published; no pack comes into force with such a border. */
    private static JsonNode repaired(JsonNode published) {
        var outline = OtherReckoning.outline(published);
        return outline.isValid() ? published : OtherReckoning.json(geoJson().write(GeometryFixer.fix(outline)));
    }

    /** With all the digits that a number has, and no word on its datum, as the published file. */
    private static GeoJsonWriter geoJson() {
        var writer = new GeoJsonWriter(15);
        writer.setEncodeCRS(false);
        return writer;
    }

    /** By the last digits of the number that the publisher gives each. */
    private static Map<String, TestPack.District> municipalities(Path data) {
        var file = OtherReckoning.json(data.resolve("municipalities_adm3.geojson"));
        var districts = new HashMap<String, TestPack.District>();
        for (var feature : file.get("features")) {
            var id = feature.at("/properties/shapeID").asString();
            districts.put(
                    "BA-" + id.substring(id.length() - 6),
                    new TestPack.District(
                            feature.at("/properties/shapeName").asString(), repaired(feature.get("geometry"))));
        }
        assertThat(districts).hasSize(142);
        return districts;
    }

    // ---- every feature is accounted for -----------------------------------------------------------------------

    @Test
    @Order(1)
    void everyFeatureIsExactlyOneReport() {
        assertThat(suspect.outlines).hasSize(7_303);
        assertThat(cleared.outlines).hasSize(5_917);
        for (var sheets : List.of(suspect, cleared)) {
            assertThat(numbers("select ordinal from report where submission = '" + sheets.digest + "' order by id"))
                    .isEqualTo(IntStream.rangeClosed(1, sheets.outlines.size())
                            .boxed()
                            .toList());
        }
        assertThat(office.number("select count(distinct report_id) from report"))
                .isEqualTo(7_303 + 5_917);
        assertThat(office.number("select count(*) from finding join report on report.id = finding.report"
                        + " where at_row <> ordinal"))
                .as("findings that name another feature than their report's")
                .isZero();
    }

    @Test
    @Order(2)
    void everyAbsentOrFaultyOutlineIsFoundAtItsFeature() {
        assertThat(suspect.absent()).hasSize(1_966).isEqualTo(found(suspect, "LAND_RULE_BROKEN"));
        assertThat(suspect.invalid()).hasSize(345).isEqualTo(found(suspect, "SELF_CROSSING"));
        assertThat(suspect.empty()).hasSize(2).isEqualTo(found(suspect, "UNREADABLE_GEOMETRY"));
        assertThat(cleared.absent()).hasSize(71).isEqualTo(found(cleared, "LAND_RULE_BROKEN"));
        assertThat(cleared.invalid()).hasSize(489).isEqualTo(found(cleared, "SELF_CROSSING"));
        assertThat(cleared.empty()).hasSize(3).isEqualTo(found(cleared, "UNREADABLE_GEOMETRY"));
    }

    @Test
    @Order(3)
    void everyReportIsApprovedOrBlockedOrWaits() {
        assertThat(office.number("select count(*) from report where submission = '" + cleared.digest
                        + "' and status = 'APPROVED'"))
                .as("what makes land usable, with nobody's signature")
                .isZero();

        twoPersonsApprove();

        assertThat(counts(suspect)).isEqualTo(Map.of("APPROVED", 4_895, "blocked", 2_408));
        assertThat(counts(cleared)).isEqualTo(Map.of("APPROVED", 5_160, "blocked", 691, "waits", 66));
        for (var sheets : List.of(suspect, cleared)) {
            var faulty = new TreeSet<>(sheets.absent());
            faulty.addAll(sheets.empty());
            faulty.addAll(sheets.invalid());
            assertThat(approved(sheets)).as("approved without an outline").doesNotContainAnyElementsOf(faulty);
            assertThat(blocked(sheets, "LAND_RULE_BROKEN", "SELF_CROSSING", "UNREADABLE_GEOMETRY"))
                    .isEqualTo(faulty);
            assertThat(numbers("select ordinal from report where submission = '" + sheets.digest
                            + "' and blocking > 0 and not exists (select 1 from finding where finding.report ="
                            + " report.id and severity = 'BLOCKING')"))
                    .as("blocked without a reason")
                    .isEmpty();
        }
    }

    private void twoPersonsApprove() {
        for (var person : List.of("a.officer", "b.officer")) {
            office.call("reports", "approve", "--submission", cleared.digest, "--by", person, "--office", "authority");
        }
    }

    @Test
    @Order(4)
    void noOutlineIsRepaired() {
        for (var sheets : List.of(suspect, cleared)) {
            var kept = new HashMap<Integer, Long>();
            office.texts("select ordinal || ' ' || mapped_area_m2 from land_acts join report on report.id ="
                            + " land_acts.report where submission = '" + sheets.digest + "'")
                    .forEach(row -> kept.put(Integer.valueOf(row.split(" ")[0]), Long.valueOf(row.split(" ")[1])));
            assertThat(kept.keySet()).isEqualTo(approved(sheets));
            kept.forEach((feature, area) -> {
                var drawn = sheets.outline(feature);
                // Half the grid of 1.2 mm along the whole border.
                double grid = 0.0006 * 111_000 * drawn.getLength() + 1;
                assertThat((double) area)
                        .as("feature %s of %s", feature, sheets.file)
                        .isCloseTo(OtherReckoning.squareMetres(drawn), within(grid));
            });
        }
    }

    // ---- the ground -------------------------------------------------------------------------------------------

    /** Slivers that were too thin to be cut off are on record and not counted. */
    @Test
    @Order(5)
    void theUnionIsWhatAnotherReckoningFinds() {
        var suspected = OtherReckoning.union(outlines(suspect, approved(suspect)));
        var released = OtherReckoning.union(outlines(cleared, approved(cleared)));
        var total = balance("--format", "json").get("total");

        assertThat(m2(total, "total", "found"))
                .isCloseTo(OtherReckoning.squareMetres(suspected), millionthOf(suspected, 0));
        double slivers = Double.parseDouble(office.text("select sum(m2) from land_sliver"));
        assertThat(slivers).isLessThan(100);
        double inside = OtherReckoning.squareMetres(OtherReckoning.shared(suspected, released));
        assertThat(m2(total, "total", "cleared")).isCloseTo(inside, millionthOf(released, slivers));
        assertThat(m2(total, "total", "clearedOutside"))
                .isCloseTo(OtherReckoning.squareMetres(released) - inside, millionthOf(released, slivers));
    }

    @Test
    @Order(6)
    void unionAndWhatWasCountedBeforeAreThePlainSum() {
        var lines = declared();
        var suspected = Objects.requireNonNull(lines.get("SUSPECTED"));
        var released = Objects.requireNonNull(lines.get("RELEASED_EARLIER"));
        var total = balance("--format", "json").get("total");

        assertThat((double) suspected[0])
                .isCloseTo(OtherReckoning.squareMetres(outlines(suspect, approved(suspect))), within(0.5 * 4_895));
        assertThat((double) released[0])
                .isCloseTo(OtherReckoning.squareMetres(outlines(cleared, approved(cleared))), within(0.5 * 5_160));
        assertThat(suspected[1] + suspected[2]).isEqualTo(suspected[0]);
        assertThat(released[1] + released[2]).isEqualTo(released[0]);
        assertThat((double) suspected[2]).isEqualTo(m2(total, "total", "found"));
        assertThat((double) released[2])
                .isEqualTo(m2(total, "total", "cleared") + m2(total, "total", "clearedOutside"));
        assertThat(overlaps("GROUND_IS_RECORDED_ONCE")).isCloseTo(suspected[1], within(100L));
        assertThat(overlaps("RECLEARANCE_IS_EFFORT")).isCloseTo(released[1], within(100L));
    }

    /** Ground that a claim was refused because of an earlier one, as the list of cases tells it. */
    private long overlaps(String rule) {
        var cases = OtherReckoning.json(
                Clearground.run("land", "cases", "--data", office.directory(), "--own", "--format", "json")
                        .with(NEEDS_A_PERSON)
                        .out());
        long sum = 0;
        for (var one : cases.get("cases")) {
            if (one.get("rule").asString().equals(rule)) {
                assertThat(one.at("/claim/claim").asLong())
                        .isGreaterThan(one.at("/against/claim").asLong());
                sum += one.get("squareMetres").asLong();
            }
        }
        return sum;
    }

    @Test
    @Order(7)
    void municipalitiesAddUpToTheSquareMetre() {
        var balance = balance("--by", "district", "--format", "json");
        var classes = List.of("suspected", "confirmed", "total");

        assertThat(balance.get("lines")).hasSizeGreaterThan(90);
        for (var name : classes) {
            var sums = new HashMap<String, Long>();
            for (var line : balance.get("lines")) {
                assertBalances(line.get(name));
                line.get(name)
                        .properties()
                        .forEach(figure ->
                                sums.merge(figure.getKey(), figure.getValue().asLong(), Long::sum));
            }
            assertBalances(balance.at("/total/" + name));
            balance.at("/total/" + name).properties().forEach(figure -> assertThat(sums)
                    .as(name)
                    .containsEntry(figure.getKey(), figure.getValue().asLong()));
        }
    }

    @Test
    @Order(8)
    void everyMunicipalityHasTheGroundThatAnotherReckoningFindsThere() {
        var suspected = OtherReckoning.union(outlines(suspect, approved(suspect)));
        double outside = OtherReckoning.squareMetres(suspected);
        for (var line : balance("--by", "district", "--format", "json").get("lines")) {
            var code = line.get("code").asString();
            if (!code.isEmpty()) {
                var border = OtherReckoning.outline(
                        Objects.requireNonNull(municipalities.get(code)).outline());
                double there = OtherReckoning.squareMetres(OtherReckoning.shared(suspected, border));
                outside -= there;
                assertThat(m2(line, "total", "found")).as(line.toString()).isCloseTo(there, within(1e-5 * there + 10));
            }
        }
        assertThat(outside).isPositive();
    }

    private static void assertBalances(JsonNode line) {
        assertThat(of(line, "opening")
                        + of(line, "found")
                        + of(line, "added")
                        + of(line, "reopened")
                        + of(line, "transferred")
                        - of(line, "cancelled")
                        - of(line, "reduced")
                        - of(line, "cleared"))
                .as(line.toString())
                .isEqualTo(of(line, "closing"));
    }

    @Test
    @Order(9)
    void theLedgerHoldsAndARebuiltStoreSaysTheSame() {
        var before = balanceWithoutMoment();

        office.verify().with(DONE).saying("The ledger holds");
        office.call("rebuild").with(DONE);

        assertThat(balanceWithoutMoment()).isEqualTo(before);
    }

    private String balanceWithoutMoment() {
        return balance("--by", "district", "--format", "json").toString().replaceFirst("\"knownAt\":\"[^\"]*\"", "");
    }

    // ---- against what was reckoned when the data was collected ------------------------------------------------

    /**
     * Published beside the data, in km²: the sum after every outline was made valid. We count only what nobody had to
     * repair; what is between is the faulty outlines and those refused. For the cleared areas making valid is not quite
     * the even-odd reading.
     */
    @Test
    @Order(10)
    void theDifferenceToARepairedSumIsTheFaultyOutlinesAndTheOnesRefused() {
        assertThat(accounts(suspect)).isCloseTo(551.83, within(0.005));
        assertThat(accounts(cleared)).isCloseTo(27.54, within(0.015));
    }

    /** The sum of all features, by what became of them, in square kilometres. */
    private double accounts(Sheets sheets) {
        var left = sheets.features(feature -> !sheets.outline(feature).isEmpty());
        var accounts = new java.util.LinkedHashMap<String, Double>();
        var approved = approved(sheets);
        accounts.put("approved", OtherReckoning.squareMetres(outlines(sheets, approved)));
        left.removeAll(approved);
        var invalid = sheets.invalid();
        accounts.put(
                "SELF_CROSSING",
                outlines(sheets, invalid).stream()
                        .mapToDouble(OtherReckoning::evenOddSquareMetres)
                        .sum());
        left.removeAll(invalid);
        for (var code : List.of("OUTSIDE_COUNTRY", "DUPLICATE_REPORT", "NO_GROUND_CHANGES")) {
            var such = new TreeSet<>(left);
            such.retainAll(blocked(sheets, code));
            accounts.put(code, OtherReckoning.squareMetres(outlines(sheets, such)));
            left.removeAll(such);
        }
        accounts.put("waits", OtherReckoning.squareMetres(outlines(sheets, left)));
        return accounts.values().stream().mapToDouble(Double::doubleValue).sum() / 1e6;
    }

    // ---- reading ----------------------------------------------------------------------------------------------

    private static List<Geometry> outlines(Sheets sheets, Set<Integer> features) {
        return features.stream().map(sheets::outline).toList();
    }

    private Set<Integer> approved(Sheets sheets) {
        return new TreeSet<>(numbers(
                "select ordinal from report where submission = '" + sheets.digest + "' and status = 'APPROVED'"));
    }

    private Set<Integer> found(Sheets sheets, String code) {
        return new TreeSet<>(
                numbers("select at_row from finding join reading on reading.id = finding.reading where code = '" + code
                        + "' and submission = '" + sheets.digest + "'"));
    }

    private Set<Integer> blocked(Sheets sheets, String... codes) {
        return new TreeSet<>(numbers("select at_row from finding join reading on reading.id = finding.reading"
                + " where severity = 'BLOCKING' and code in ('" + String.join("', '", codes) + "') and submission = '"
                + sheets.digest + "'"));
    }

    private Map<String, Integer> counts(Sheets sheets) {
        var counts = new HashMap<String, Integer>();
        office.texts(
                        "select case when status <> 'PENDING' then status when blocking > 0 then 'blocked' else 'waits' end"
                                + " from report where submission = '" + sheets.digest + "'")
                .forEach(status -> counts.merge(status, 1, Integer::sum));
        return counts;
    }

    private List<Integer> numbers(String query) {
        return office.texts(query).stream().map(Integer::valueOf).toList();
    }

    private JsonNode balance(Object... more) {
        return OtherReckoning.json(land("balance", more).with(DONE).out());
    }

    private Ended land(String what, Object... more) {
        var arguments = new ArrayList<Object>(List.of("land", what, "--data", office.directory()));
        arguments.addAll(List.of(YEAR));
        arguments.addAll(List.of(more));
        return Clearground.run(arguments.toArray());
    }

    /** By kind of act: the outlines added up, what of it was counted before, what was newly counted. */
    private Map<String, long[]> declared() {
        var lines = new HashMap<String, long[]>();
        land("declared", "--by", "act", "--format", "csv")
                .with(DONE)
                .out()
                .lines()
                .skip(1)
                .forEach(line -> {
                    var cells = line.split(",", -1);
                    lines.put(
                            cells[0],
                            new long[] {Long.parseLong(cells[5]), Long.parseLong(cells[6]), Long.parseLong(cells[7])});
                });
        return lines;
    }

    private static double m2(JsonNode classes, String name, String figure) {
        return of(classes.get(name), figure);
    }

    private static long of(JsonNode line, String figure) {
        return line.get(figure + "M2").asLong();
    }

    private static org.assertj.core.data.Offset<Double> millionthOf(Geometry ground, double uncut) {
        return within(MILLIONTH * OtherReckoning.squareMetres(ground) + uncut);
    }
}
