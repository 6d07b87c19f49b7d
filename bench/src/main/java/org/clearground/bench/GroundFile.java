// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clearground.geo.Position;
import org.clearground.places.Gazetteer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Invented suspected areas and work on them, as rows of files; the same seeds give the same rows. */
final class GroundFile {

    static final String HEADING =
            "report_no,organisation,activity_type,period_from,period_to,district,purpose,method,worked_ground\n";
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final List<String> BODIES = List.of("ANAMA", "MOD", "MES", "SBS");
    private static final List<String> PURPOSES = List.of("agriculture", "residential", "transport");

    private GroundFile() {}

    /** An outline that lies wholly in one district. */
    record Placed(Polygon ground, String district) {}

    static List<Placed> placed(Gazetteer places, int count) {
        var placed = new ArrayList<Placed>();
        for (var polygon : new GroundMaker(11).cleared(count * 3)) {
            district(places, polygon).ifPresent(district -> placed.add(new Placed(polygon, district)));
            if (placed.size() == count) {
                return placed;
            }
        }
        throw new IllegalStateException("only " + placed.size() + " outlines lie in a district");
    }

    private static Optional<String> district(Gazetteer places, Polygon polygon) {
        String found = null;
        for (var corner : polygon.getCoordinates()) {
            var here = places.districtAt(new Position(corner.x, corner.y));
            if (here.isEmpty() || found != null && !found.equals(here.get().code())) {
                return Optional.empty();
            }
            found = here.get().code();
        }
        return Optional.ofNullable(found);
    }

    /** A row of work on some ground, under {@link #HEADING}. */
    static String work(int number, Geometry ground, String district, Random random) {
        var day = FIRST_DAY.plusDays(random.nextInt(730));
        return "R-" + number + "," + BODIES.get(random.nextInt(4)) + ",manual_clearance," + day + "," + day + ","
                + district + "," + PURPOSES.get(random.nextInt(3)) + ",manual,\"" + ground.toText() + "\"\n";
    }

    /** A suspected area, as JSON. */
    static String hazard(int number, Placed placed, Random random) {
        return surveyed(
                "N-" + number,
                FIRST_DAY.plusDays(random.nextInt(730)),
                "non_technical_survey\", \"outcome\": \"suspected",
                placed.ground(),
                random,
                "[{\"evidence_kind\": \"fragments\", \"directness\": \"indirect\"}]");
    }

    /** A part of a suspected area, confirmed, as JSON. */
    static String confirmation(int number, Geometry ground, Random random) {
        return surveyed(
                "C-" + number,
                later(random),
                "technical_survey\", \"outcome\": \"confirmed",
                ground,
                random,
                "[{\"evidence_kind\": \"eo_seen\", \"directness\": \"direct\", \"evidence_point\": \""
                        + ground.getInteriorPoint().toText() + "\"}]");
    }

    /** A part of a suspected area in which technical survey found nothing, as JSON. */
    static String reduction(int number, Geometry ground, Random random) {
        return surveyed(
                "T-" + number,
                later(random),
                "technical_survey\", \"outcome\": \"reduced\", \"coverage_percent\": 60, \"method\": \"manual\","
                        + " \"depth_cm\": 20, \"stopping_rule\": \"S-1",
                ground,
                random,
                "[]");
    }

    private static LocalDate later(Random random) {
        return FIRST_DAY.plusDays(730 + random.nextInt(365));
    }

    private static String surveyed(
            String number, LocalDate day, String survey, Geometry ground, Random random, String evidence) {
        return "{\"report_no\": \"" + number + "\", \"organisation\": \"" + BODIES.get(random.nextInt(4))
                + "\", \"hazard_kind\": \"mined_area\", \"eo_category\": \"AP_BLAST\", \"survey_type\": \""
                + survey + "\", \"surveyed_on\": \"" + day + "\", \"purpose\": \""
                + PURPOSES.get(random.nextInt(3)) + "\", \"ground\": \"" + ground.toText() + "\", \"evidence\": "
                + evidence + "}";
    }

    /** So many parts of some ground, from the west to the east, of which only outlines in one piece are kept. */
    static List<Geometry> strips(Polygon ground, int count) {
        var box = ground.getEnvelopeInternal();
        var strips = new ArrayList<Geometry>();
        for (int strip = 0; strip < count; strip++) {
            double west = box.getMinX() + box.getWidth() * strip / count;
            var part = ground.intersection(ground.getFactory()
                    .toGeometry(new Envelope(west, west + box.getWidth() / count, box.getMinY(), box.getMaxY())));
            if (part instanceof Polygon && !part.isEmpty()) {
                strips.add(part);
            }
        }
        return strips;
    }
}
