// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clearground.geo.Position;
import org.clearground.packs.PackSource;
import org.clearground.places.District;
import org.clearground.places.store.PlaceRegister;

/**
 * Writes files of invented reports: a row for each find, with what is said of the report repeated on every row. The
 * districts are the pack's and every point lies in the one it names, so that checking finds nothing to say. The same
 * seed gives the same file.
 */
final class FindsFile {

    static final int FINDS_A_REPORT = 20;

    private static final int POINTS_A_DISTRICT = 2_000;
    private static final double SIDE_DEGREES = 0.0009;
    private static final List<String> BODIES = List.of("ANAMA", "MOD", "MES", "SBS");
    private static final List<String> TYPES =
            List.of("manual_clearance", "mechanical_clearance", "technical_survey", "bac_surface");
    private static final List<String> PURPOSES = List.of("agriculture", "residential", "transport", "energy");
    private static final List<String> CONDITIONS = List.of("armed", "unarmed", "damaged", "deteriorated");
    private static final List<String> DISPOSALS = List.of("in_situ", "removed", "neutralised", "transferred");
    private static final List<List<String>> ORDNANCE = List.of(
            List.of("AP_BLAST", "PMN-2"),
            List.of("AP_FRAGMENTATION", "POMZ-2M"),
            List.of("AP_BOUNDING", "OZM-72"),
            List.of("AV_MINE", "TM-62M"),
            List.of("UXO_PROJECTILE", "OF-462"));
    private static final String HEADING =
            "report_no,organisation,team,activity_type,period_from,period_to,district,settlement,purpose,method,"
                    + "category,model,quantity,found_on,point_latitude,point_longitude,find_depth_cm,condition,disposal";
    private static final String WITH_GROUND = ",declared_area_m2,worked_ground";

    private final Random random;
    private final List<District> districts;
    private final Map<String, List<String>> settlements = new HashMap<>();
    private final Map<String, List<Position>> points = new HashMap<>();

    FindsFile(long seed) {
        this.random = new Random(seed);
        var pack = PackSource.find("aze");
        for (var settlement : PlaceRegister.settlements(pack)) {
            var district = settlement.districtCode();
            var name = settlement.names().in("en");
            if (district != null && name.chars().noneMatch(letter -> letter == ',' || letter == '"')) {
                settlements.computeIfAbsent(district, any -> new ArrayList<>()).add(name);
            }
        }
        this.districts = PlaceRegister.districts(pack).stream()
                .filter(district -> settlements.containsKey(district.code()))
                .toList();
    }

    /**
     * Writes a file.
     *
     * @param firstReport number of its first report; later ones count on
     * @param ground whether each report has its ground and declared area too
     * @param days on which report the period begins
     */
    void write(Path file, int firstReport, int reports, int finds, boolean ground, Days days) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADING + (ground ? WITH_GROUND : "") + "\n");
            for (int report = 0; report < reports; report++) {
                writeReport(out, firstReport + report, finds, ground, days.of(report));
            }
        }
    }

    /** On which day each report's period begins. */
    interface Days {
        LocalDate of(int report);
    }

    private void writeReport(Writer out, int number, int finds, boolean ground, LocalDate begin) throws IOException {
        var district = one(districts);
        var inside = points.computeIfAbsent(district.code(), any -> pointsIn(district));
        var main = String.join(
                ",",
                String.format(Locale.ROOT, "R-%07d", number),
                one(BODIES),
                "T" + random.nextInt(40),
                one(TYPES),
                begin.toString(),
                begin.plusDays(6).toString(),
                district.code(),
                one(settlements.getOrDefault(district.code(), List.of())),
                one(PURPOSES),
                "manual");
        var corner = ground ? one(inside) : null;
        var worked = corner == null ? "" : "," + worked(corner);
        for (int find = 0; find < finds; find++) {
            var ordnance = one(ORDNANCE);
            var at = corner == null ? one(inside) : corner; // what was found lies in the ground that was searched
            out.write(String.join(
                    ",",
                    main,
                    ordnance.get(0),
                    ordnance.get(1),
                    String.valueOf(1 + random.nextInt(3)),
                    begin.plusDays(random.nextInt(7)).toString(),
                    degrees(at.latitude() + random.nextInt(900) / 1e6),
                    degrees(at.longitude() + random.nextInt(900) / 1e6),
                    String.valueOf(random.nextInt(30)),
                    one(CONDITIONS),
                    one(DISPOSALS)));
            out.write(worked + "\n");
        }
    }

    /** A square of about a hectare, with the area that it has. */
    private static String worked(Position corner) {
        double west = corner.longitude();
        double south = corner.latitude();
        double metres = 111_250 * SIDE_DEGREES;
        long area = Math.round(metres * metres * Math.cos(Math.toRadians(south)));
        return area + ",\"POLYGON(("
                + String.join(
                        ",",
                        vertex(west, south),
                        vertex(west + SIDE_DEGREES, south),
                        vertex(west + SIDE_DEGREES, south + SIDE_DEGREES),
                        vertex(west, south + SIDE_DEGREES),
                        vertex(west, south))
                + "))\"";
    }

    private static String vertex(double longitude, double latitude) {
        return degrees(longitude) + " " + degrees(latitude);
    }

    private static String degrees(double value) {
        long millionths = Math.round(value * 1e6);
        var fraction = String.valueOf(1_000_000 + millionths % 1_000_000).substring(1);
        return millionths / 1_000_000 + "." + fraction;
    }

    /** Points whose surroundings of a hectare lie in the district too. */
    private List<Position> pointsIn(District district) {
        var box = district.shape().polygons().getEnvelopeInternal();
        var inside = new ArrayList<Position>();
        while (inside.size() < POINTS_A_DISTRICT) {
            double longitude = box.getMinX() + random.nextDouble() * box.getWidth();
            double latitude = box.getMinY() + random.nextDouble() * box.getHeight();
            if (covers(district, longitude, latitude)
                    && covers(district, longitude + SIDE_DEGREES, latitude)
                    && covers(district, longitude, latitude + SIDE_DEGREES)
                    && covers(district, longitude + SIDE_DEGREES, latitude + SIDE_DEGREES)
                    && covers(district, longitude + SIDE_DEGREES / 2, latitude + SIDE_DEGREES / 2)) {
                inside.add(new Position(longitude, latitude));
            }
        }
        return inside;
    }

    private static boolean covers(District district, double longitude, double latitude) {
        return district.shape().covers(new Position(longitude, latitude));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
